internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// The slide deck that a post names in `lecture`: claimed twice, written with its extension, or not there.
enum LectureRules: LibraryRule {
  static let shared = Rule(
    "same-lecture", .warning, .sessions, meaning: "two posts of a folder claim the same lecture",
    explanation:
      "Each session has a slide deck of its own; a post that was made by copying another often keeps the "
      + "other's 'lecture'.",
    examples: [
      RuleExample(files: [
        .init("a.md", text("lecture: W3-Maps")), .init("b.md", text("lecture: ⟦w3-maps⟧")),
        .init("c.md", text("lecture:")), .init("d.md", text("lecture:")),
      ])
    ])

  static let suffix = Rule(
    "slides-suffix", .warning, .sessions, fix: .safe,
    meaning: "a slide deck is named with '.pdf' where the page adds it",
    explanation:
      "'lecture' and 'extraContent' hold the stem of a file: the page adds '.pdf', so 'W3-Maps.pdf' leads to "
      + "'W3-Maps.pdf.pdf', which is not there. A link that ends with '.pdf.pdf' is reported as well.",
    examples: [
      RuleExample(text("lecture: W3-Maps⟦.pdf⟧"), fixed: text("lecture: W3-Maps")),
      RuleExample(
        text("lecture: W3") + "[Slides]({{site.baseurl}}/talks/sea.pdf⟦.pdf⟧)\n",
        fixed: text("lecture: W3") + "[Slides]({{site.baseurl}}/talks/sea.pdf)\n"),
    ])

  static let missing = Rule(
    "missing-slides", .warning, .sessions, meaning: "a slide deck is not where the page looks for it",
    explanation:
      "The page links to 'Lectures/NAME.pdf'. Looked for in the folder 'Lectures' beside the post's folder, at the top "
      + "of the library or between, and reported only where that folder holds PDF files at all.",
    examples: [
      RuleExample(files: [
        .init("_contents/a.md", text("lecture: ⟦W3-Maps⟧")), .init("_contents/b.md", text("lecture: W4-Sea")),
        .init("Lectures/W4-Sea.pdf", ""),
      ])
    ])

  static let rules = [shared, suffix, missing]

  private static func text(_ line: String) -> String { "---\ntitle: Maps\n\(line)\n---\n" }

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    var claims: [String: LibraryContext.Post] = [:]
    var decks = LectureFolders(library.source)
    for post in library.posts {
      for key in ["lecture", "extraContent"] {
        guard let value = post.matter[key], let text = value.text, !value.isNull, !text.isEmpty else {
          continue
        }
        checkSuffix(value, key, text, post, &report)
        if key == "lecture" {
          checkClaim(value, text, post, &claims, &report)
          if report.isOn(missing) { checkFile(value, text, post, &decks, &report) }
        }
      }
      if report.isOn(suffix) { checkLinks(of: post, &report) }
    }
  }

  private static func checkSuffix(
    _ value: FrontMatterValue, _ key: String, _ text: String, _ post: LibraryContext.Post,
    _ report: inout LibraryFindings
  ) {
    guard text.lowercased().hasSuffix(".pdf"), !text.contains("/"), value.style == .plain else { return }
    let span = SourceSpan(value.span.upperBound - 4, value.span.upperBound)
    report.add(
      suffix, "'\(key)' must be the deck's name without '.pdf', which the page adds", in: post.file, at: span,
      fix: Diagnostic.Fix("take '.pdf' out", edits: [TextEdit(span, "")]))
  }

  private static func checkLinks(of post: LibraryContext.Post, _ report: inout LibraryFindings) {
    let body = post.matter.body.range
    for offset in doubled.offsets(in: post.file.bytes, body) {
      let end = offset + 8
      let bytes = post.file.bytes
      guard end == bytes.count || bytes[end].isWhitespace || ")\"'>?#".utf8.contains(bytes[end]) else {
        continue
      }
      let span = SourceSpan(offset + 4, end)
      report.add(
        suffix, "the link ends with '.pdf' twice", in: post.file, at: span,
        fix: Diagnostic.Fix("take one out", edits: [TextEdit(span, "")]))
    }
  }

  private static let doubled = ByteSearch(".pdf.pdf")

  private static func checkClaim(
    _ value: FrontMatterValue, _ text: String, _ post: LibraryContext.Post,
    _ claims: inout [String: LibraryContext.Post], _ report: inout LibraryFindings
  ) {
    let key = post.folder + "\n" + text.lowercased()
    guard let other = claims[key] else {
      claims[key] = post
      return
    }
    guard let place = other.matter["lecture"]?.span else { return }
    report.add(
      shared, "lecture '\(ShownText.cut(text))' is claimed by '\(other.name)' as well", in: post.file,
      at: value.span,
      related: [Finding.Related("the other post", in: other.file, at: place)])
  }

  private static func checkFile(
    _ value: FrontMatterValue, _ text: String, _ post: LibraryContext.Post, _ decks: inout LectureFolders,
    _ report: inout LibraryFindings
  ) {
    guard !text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "{") }) else { return }
    let name = text.lowercased().hasSuffix(".pdf") ? String(text.dropLast(4)) : text
    let folders = decks.around(post.folder)
    guard !folders.isEmpty, !folders.contains(where: { $0.contains(name + ".pdf") }) else { return }
    report.add(
      missing, "there is no 'Lectures/\(name).pdf' in the library", in: post.file,
      at: SourceSpan(value.span.lowerBound, value.span.upperBound))
  }
}

/// The folders named 'Lectures' with the PDF files in them, each read once.
private struct LectureFolders {
  private let source: any LibrarySource
  private var names: [Substring: Set<String>] = [:]
  /// For the folder of a post, what is to be found from there.
  private var known: [Substring: [Set<String>]] = [:]

  init(_ source: any LibrarySource) {
    self.source = source
  }

  /// The files of those beside a folder's files and above, from the nearest on; without those that have none.
  mutating func around(_ folder: Substring) -> [Set<String>] {
    if let found = known[folder] { return found }
    var found: [Set<String>] = []
    var place = folder
    while true {
      let names = files(in: place)
      if !names.isEmpty { found.append(names) }
      if place.isEmpty { break }
      place = place.lastIndex(of: "/").map { place[..<$0] } ?? ""
    }
    known[folder] = found
    return found
  }

  private mutating func files(in folder: Substring) -> Set<String> {
    if let files = names[folder] { return files }
    let path = folder.isEmpty ? "Lectures" : folder + "/Lectures"
    let files = Set((source.names(in: path) ?? []).filter { $0.hasSuffix(".pdf") })
    names[folder] = files
    return files
  }
}
