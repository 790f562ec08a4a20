import Foundation
import Markdown
import Publishing
import ReadingsCatalog
import ReadingsQuery
import SourceText
import TestSupport
import Testing

/// Pages in the eyes of programs that others wrote.
@Suite struct ValidityTests {
  /// What HTML Tidy 5.6 says of valid HTML that is newer than it: groups in `dl` (HTML 5.2), `aria-current` (WAI-ARIA 1.1),
  /// `id` on the title of a drawing (SVG 2), the empty `dd` that it takes a group for, and a file of its own for a style.
  private static let newer = [
    "missing </dl> before </div>", "missing </div> before <dt>", "inserting implicit <dl>", "missing <dd>",
    "proprietary attribute \"aria-current\"", "<title> proprietary attribute \"id\"",
  ]

  private static func complaints(about pages: [String]) throws -> Set<String> {
    let tidy = try #require(InstalledProgram("tidy"))
    let output = try tidy.run(["-quiet", "-errors", "-utf8"] + pages).output
    return Set(
      output.split(separator: "\n").compactMap { line in
        line.firstRange(of: " - ").map { String(line[$0.upperBound...]) }
      }.filter { complaint in !newer.contains { complaint.contains($0) } })
  }

  private static let hasTidy = InstalledProgram.missing("tidy").isEmpty

  @Test(.enabled(if: hasTidy, "no HTML validator: tidy is not installed"))
  func everyPageOfTheSampleSiteIsValid() throws {
    let site = try WrittenSite.ofSeeds()
    let found = try Self.complaints(about: site.pages)
    #expect(found == [])
    print("tidy: \(site.pages.count) pages are valid")
  }

  @Test(
    .enabled(if: hasTidy, "no HTML validator: tidy is not installed"),
    .enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
  func pagesWithHostileTextsAreValid() throws {
    let site = try WrittenSite(HostileLibrary.catalog())
    let found = try Self.complaints(about: site.pages)
    #expect(found == [])
    print("tidy, hostile: \(site.pages.count) pages are valid")
  }

  @Test(
    .enabled(if: hasTidy, "no HTML validator: tidy is not installed"), arguments: IndexPage.Field.allCases)
  func indexPagesAreValid(_ field: IndexPage.Field) throws {
    let folder = try TemporaryFolder()
    for detail in IndexPage.Detail.allCases {
      let page = try Self.page(field, detail)
      let html = IndexHTML.page(page, contents: Self.contents)
      try folder.write(String(decoding: html, as: UTF8.self), to: "page.html")
      let found = try Self.complaints(about: [folder.path + "/page.html"])
      #expect(found == [], "\(detail)")
    }
  }

  @Test(.enabled(if: hasTidy, "no HTML validator: tidy is not installed"))
  func theValidatorFindsMistakes() throws {
    let folder = try TemporaryFolder()
    try folder.write("<!DOCTYPE html><title>x</title><p><b>x</p><table><p>y</table>", to: "page.html")
    #expect(try !Self.complaints(about: [folder.path + "/page.html"]).isEmpty)
  }

  // MARK: Markdown

  private static func page(_ field: IndexPage.Field, _ detail: IndexPage.Detail) throws -> IndexPage {
    var options = IndexPage.Options()
    (options.field, options.detail) = (field, detail)
    return IndexPage(Selection(try LibraryLoader(folder: PackageFolder.path("seeds")).load()), options)
  }

  private static func contents(_ session: Session) -> PostContents? {
    let bytes = FileManager.default.contents(atPath: PackageFolder.path("seeds/\(session.file)"))
    return bytes.flatMap { PostContents(of: session, in: SourceFile(path: session.file, bytes: Array($0))) }
  }

  /// GitHub's renderer sees the tables, anchors and links that ours sees.
  @Test(
    .enabled(
      if: InstalledProgram.missing("cmark-gfm").isEmpty,
      "no renderer to compare with: cmark-gfm is not installed"),
    arguments: IndexPage.Field.allCases)
  func markdownRendersAsOnGitHub(_ field: IndexPage.Field) throws {
    let renderer = try #require(InstalledProgram("cmark-gfm"))
    let folder = try TemporaryFolder()
    for detail in IndexPage.Detail.allCases {
      let page = try Self.page(field, detail)
      let bytes = IndexMarkdown.page(page, hasFrontMatter: false, contents: Self.contents)
      let text = String(decoding: bytes, as: UTF8.self)
      try folder.write(text, to: "page.md")
      let theirs = try renderer.run([
        "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "footnotes",
        folder.path + "/page.md",
      ])
      let ours = HTMLRenderer(isUnsafe: true).render(Document(parsing: text, syntax: [.gfm, .footnotes]))
      let shapes = [theirs.output, String(decoding: ours, as: UTF8.self)].map { Self.shape(of: $0) }
      #expect(shapes[0] == shapes[1], "\(detail)")
      #expect(theirs.output.split(separator: "<table>").count - 1 >= page.groupNames.count, "\(detail)")
    }
  }

  /// The tags in order with what they lead to, and the text between them without its spaces.
  private static func shape(of html: String) -> [String] {
    let tags = PageCheck(html).tags.map { tag in
      tag.name
        + tag.attributes.filter { $0.name == "href" || $0.name == "name" }.map { " " + $0.value }.joined()
    }
    let text = html.split(separator: "<").compactMap { $0.split(separator: ">").dropFirst().first }
    return tags + [PageCheck.decoded(text.joined()).filter { !$0.isWhitespace }]
  }
}
