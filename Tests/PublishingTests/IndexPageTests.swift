import Foundation
import Markdown
import Publishing
import ReadingsCatalog
import ReadingsQuery
import SourceText
import TestSupport
import Testing

@Suite struct IndexPageTests {
  private static let post = """
    ---
    title: "Pipes | and [brackets]"
    tags: [Liquid]
    categories: [Odd]
    desc: W1
    date: 2024-02-03
    ---
    ## Required Readings: {{ site.title }}

    ### A | *table* of {% raw %} things
    + Ada Lovelace
    + https://arxiv.org/abs/2401.00001
    + An abstract with `{{ code }}` and <script>alert(1)</script>.

    ```
    {{ page.x }} | <b>

    last
    ```

    [a link](javascript:alert(1)) and [another](https://a.example/{{x}}?a|b) [^1]

    [^1]: A note.

    <!--excerpt.start-->
    # Blog
    hidden words
    """

  private static func page(_ field: IndexPage.Field, _ detail: IndexPage.Detail, only: String? = nil)
    -> IndexPage
  {
    var options = IndexPage.Options()
    (options.field, options.detail, options.only) = (field, detail, only)
    let file = SourceFile(path: "posts/odd.md", text: post)
    return IndexPage(Selection(Catalog(sessions: PostReader().read(file).sessions)), options)
  }

  private static func contents(_ session: Session) -> PostContents? {
    PostContents(of: session, in: SourceFile(path: session.file, text: post))
  }

  private static func markdown(_ page: IndexPage, hasFrontMatter: Bool = false) -> String {
    String(
      decoding: IndexMarkdown.page(page, hasFrontMatter: hasFrontMatter, contents: contents), as: UTF8.self)
  }

  private static func rendered(_ markdown: String) -> String {
    let document = Document(parsing: markdown, syntax: [.gfm, .footnotes])
    return String(decoding: HTMLRenderer(isUnsafe: true).render(document), as: UTF8.self)
  }

  @Test func tablesKeepTheirColumnsWhateverTheTitlesHold() {
    let html = Self.rendered(Self.markdown(Self.page(.category, .readings)))
    #expect(html.contains("<td><a href=\"#g1-1\">Pipes | and [brackets]</a></td>"))
    #expect(html.split(separator: "<td").count - 1 == 4)
    #expect(html.contains("<a href=\"https://arxiv.org/abs/2401.00001\">A | table of {% raw %} things</a>"))
  }

  @Test(arguments: IndexPage.Field.allCases)
  func noLiquidIsLeftInMarkdown(_ field: IndexPage.Field) {
    for detail in IndexPage.Detail.allCases {
      let text = Self.markdown(Self.page(field, detail), hasFrontMatter: true)
      #expect(text.firstRange(of: "{{") == nil && text.firstRange(of: "{%") == nil, "\(detail)")
      #expect(PageCheck(Self.rendered(text)).dangers == [], "\(detail)")
    }
  }

  @Test func fullDetailsAreThePostUpToItsWriteUp() {
    let html = Self.rendered(Self.markdown(Self.page(.tag, .full)))
    #expect(html.contains("<h4>Required Readings: {{ site.title }}</h4>"))
    #expect(
      html.contains("&#123;&#123; page&#46;x &#125;&#125; &#124; &#60;b&#62;&#10;&#10;last&#10;</code></pre>")
    )
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("a link and <a href=\"https://a.example/%7B%7Bx%7D%7D?a%7Cb\">another</a>"))
    #expect(html.contains("A note."))
    #expect(!html.contains("hidden words"))
  }

  @Test func frontMatterIsForJekyll() {
    let text = Self.markdown(Self.page(.tag, .none), hasFrontMatter: true)
    #expect(
      text.hasPrefix(
        "---\nlayout: page\ntitle: \"Readings by Tag\"\npermalink: /readings-by-tag/\n---\n\n## Liquid\n"))
  }

  @Test func htmlIsWholeAndHarmless() {
    let html = String(
      decoding: IndexHTML.page(Self.page(.tag, .full), contents: Self.contents), as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(PageCheck(html).dangers == [])
    #expect(html.contains("<td><a href=\"#g1-1\">Pipes | and [brackets]</a></td>"))
  }

  @Test(
    .enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"),
    arguments: [IndexPage.Field.author, .schedule])
  func hostileTextsAreHarmlessInMarkdownAndHTML(_ field: IndexPage.Field) throws {
    let post = try HostileLibrary.post()
    var options = IndexPage.Options()
    (options.field, options.detail) = (field, .full)
    let page = IndexPage(Selection(try HostileLibrary.catalog()), options)
    @Sendable func contents(_ session: Session) -> PostContents? {
      session.file == post.path ? PostContents(of: session, in: post) : nil
    }
    let bytes = IndexMarkdown.page(page, hasFrontMatter: true, contents: contents)
    let markdown = String(decoding: bytes, as: UTF8.self)
    #expect(PageCheck(Self.rendered(markdown)).dangers == [])
    for mark in ["{{", "{%", "{:"] { #expect(markdown.utf8.firstRange(of: mark.utf8) == nil, "\(mark)") }
    let html = String(decoding: IndexHTML.page(page, contents: contents), as: UTF8.self)
    #expect(PageCheck(html).dangers == [])
  }

  // MARK: Entries

  private static func headings(ofSessions titles: [String]) -> [Substring] {
    let sessions = titles.enumerated().map { number, title in
      var session = Session(key: "\(number)", title: title, file: "\(number).md")
      session.date = CalendarDate(year: 3000 - number, month: 1, day: 1)
      session.categories = [Tag("Maps")]
      return session
    }
    let page = IndexPage(Selection(Catalog(sessions: sessions)), IndexPage.Options())
    return markdown(page).split(separator: "\n").filter { $0.hasPrefix("### ") }
  }

  @Test func entriesOfALargeGroupStandInItsOrder() {
    let titles = (1...200).map { "Session \($0)" }
    #expect(
      Self.headings(ofSessions: titles) == (1...200).map { "### \\[\($0)\\]: Session \($0)" })
  }

  @Test(arguments: [
    ("Maps of seas", "Maps of seas"), ("  Maps  of\tseas\n", "Maps of seas"), ("Maps\r\nof", "Maps of"),
    ("Maps\u{A0}of\u{2003}seas\u{3000}", "Maps of seas"), ("Île – ‘été’ Ωm", "Île – ‘été’ Ωm"),
    ("Maps\u{85}of", "Maps of"), ("Maps \u{3000}of", "Maps of"), ("日本 地図", "日本 地図"), ("é ", "é"),
  ])
  func whiteSpaceOfATitleIsOneSpace(_ title: String, _ shown: String) {
    #expect(Self.headings(ofSessions: [title]) == ["### \\[1\\]: \(shown)"])
  }

  // MARK: Groups

  private static func session(_ key: String, _ fill: (inout Session) -> Void) -> Session {
    var session = Session(key: key, title: "Title of \(key)", file: "\(key).md")
    fill(&session)
    return session
  }

  private static func text(_ sessions: [Session], _ field: IndexPage.Field, only: String? = nil) -> String {
    var options = IndexPage.Options()
    (options.field, options.detail, options.only) = (field, .none, only)
    let page = IndexPage(Selection(Catalog(sessions: sessions)), options)
    return String(decoding: IndexText.page(page) { _ in nil }, as: UTF8.self)
  }

  @Test func theScheduleMarksWhereTheCourseStands() {
    let sessions = [("s1", "current"), ("s2", "next"), ("s3", "current")].map { key, version in
      Self.session(key) {
        ($0.lectureVersion, $0.leadTeam, $0.blogTeam, $0.lecture) = (version, "team-1", "team-2", "W1")
      }
    }
    #expect(
      Self.text(sessions, .schedule).contains(
        """
        1 Title of s1 team-1 team-2 W1
        -- WE ARE HERE --
        2 Title of s2 team-1 team-2 W1
        3 Title of s3 team-1 team-2 W1

        """))
  }

  @Test func aScheduleThatSaysNothingOfLecturesHasNoMark() {
    #expect(!Self.text([Self.session("a") { _ in }], .schedule).contains("WE ARE HERE"))
  }

  @Test func tagsAreOneWhateverTheirCase() {
    let sessions = ["Long Context", "long-context"].map { tag in Self.session(tag) { $0.tags = [Tag(tag)] } }
    let text = Self.text(sessions, .tag, only: "LONG context")
    #expect(text.contains("\n1  ") == false)
    #expect(text.contains("\n1 Title of long-context long-context\n2 Title of Long Context Long Context\n"))
  }

  @Test func undatedSessionsFollowThoseOfTheYearOfTheirLabel() {
    let sessions = [
      Self.session("a") { $0.label = "2024-S10" }, Self.session("b") { $0.label = "2024-S9" },
      Self.session("c") { $0.date = CalendarDate(year: 2024, month: 5, day: 1) },
      Self.session("d") { $0.date = CalendarDate(year: 2025, month: 1, day: 1) }, Self.session("e") { _ in },
    ]
    let text = Self.text(sessions, .schedule)
    let order = ["e", "c", "b", "a", "d"].map { text.firstRange(of: " Title of \($0)")?.lowerBound }
    #expect(order == order.sorted { ($0 ?? text.endIndex) < ($1 ?? text.endIndex) })
  }

  // MARK: The page of the seminar's own site

  /// The page that a browser showed, beside ours made from the posts themselves.
  @Test(.enabled(if: SharedFolder.has("corpora"), "the posts from the wild are not beside this checkout"))
  func theTextHasTheLayoutOfTheSeminarsPage() throws {
    let folder = SharedFolder.url.appending(path: "corpora/QData+deep2Read/_posts").path
    let seeds = SharedFolder.url.appending(path: "seeds").path
    let posts = try LibraryLoader(folder: folder).load().sessions.filter {
      ["2024-04-02-L19", "2024-04-18-L24", "2024-04-30-L27"].contains($0.key)
    }
    // The post of the fourth session is gone from the wild; the page itself holds it.
    let exported = try LibraryLoader(folder: seeds).load().sessions.filter { $0.label == "2024-S26" }
    var options = IndexPage.Options()
    (options.detail, options.only) = (.full, "FMEfficient")
    options.title = "Recent Readings for Efficiency of Foundation Models (since 2022)"
    let page = IndexPage(Selection(Catalog(sessions: posts + exported)), options)
    let text = IndexText.page(page) { session in
      let base = session.label == "2024-S26" ? seeds : folder
      let bytes = (try? Data(contentsOf: URL(filePath: "\(base)/\(session.file)"))).map { Array($0) } ?? []
      return PostContents(of: session, in: SourceFile(path: session.file, bytes: bytes))
    }
    let ours = Self.lines(String(decoding: text, as: UTF8.self))
    let names = try FileManager.default.contentsOfDirectory(atPath: seeds).filter { $0.hasPrefix("004_") }
    let theirs = Self.lines(
      try String(contentsOfFile: "\(seeds)/\(try #require(names.first))", encoding: .utf8))
    var (missing, more): ([String], Set<String>) = ([], [])
    for change in ours.difference(from: theirs) {
      switch change {
      case .insert(_, let line, _): more.insert(line)
      case .remove(_, let line, _): missing.append(line)
      }
    }
    print("the seminar's page: \(theirs.count) lines, \(missing.count) not in ours, \(more.count) more")
    #expect(missing == [])
    // Only the names at the end are ours alone, where theirs has none.
    let titles = [
      "KV Cache and Tooling", "Advanced Transformer Architectures", "Recent LLM basics",
      "LLM Scaling law and Efficiency",
    ]
    #expect(more == Set(titles.map { "• " + $0 }))
  }

  /// The lines that are not blank, without indentation, with the quotation marks and dashes that Jekyll makes.
  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces).replacing("'", with: "’").replacing("--", with: "–")
    }.filter { !$0.isEmpty }
  }

  @Test func aTextPageIsReadBackAsTheSameSessions() throws {
    let catalog = try LibraryLoader(folder: PackageFolder.path("seeds")).load()
    let exported = catalog.sessions.filter { $0.categories.contains(Tag("FMEfficient")) }
    var options = IndexPage.Options()
    (options.detail, options.only) = (.full, "FMEfficient")
    let text = IndexText.page(IndexPage(Selection(Catalog(sessions: exported)), options)) { session in
      guard let data = FileManager.default.contents(atPath: PackageFolder.path("seeds/\(session.file)"))
      else { return nil }
      return PostContents(of: session, in: SourceFile(path: session.file, bytes: Array(data)))
    }
    let again = PostReader().read(SourceFile(path: "page.txt", bytes: text)).sessions
    func shape(_ sessions: [Session]) -> [String] {
      sessions.map {
        "\($0.key) \($0.title) \($0.date?.description ?? "") \($0.tags) \($0.readings.map(\.title))"
      }
    }
    #expect(shape(again) == shape(exported))
  }
}
