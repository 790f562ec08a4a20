internal import FrontMatter
internal import Markdown
internal import ReadingsCatalog
internal import SourceText

/// All that rules ask of one post, worked out once.
struct PostContext: Sendable {
  let file: SourceFile
  let matter: FrontMatter
  /// Those of the front matter, in file order.
  let fields: [FrontMatterField]
  /// In file order; several for the export of an index page.
  let sessions: [Session]
  let lines: LineTable
  /// Nil for the export of an index page, which is no Markdown.
  let document: Document?
  let body: BodyFacts

  /// Parses a post that gave these sessions.
  init(_ file: SourceFile, sessions: [Session]) {
    self.file = file
    self.sessions = sessions
    matter = FrontMatter(parsing: file.bytes)
    fields = matter.fields
    lines = LineTable(file.bytes)
    let isExport = matter.block == nil && sessions.contains { $0.line > 1 }
    let document = isExport ? nil : Document(parsing: file.bytes, in: matter.body.range)
    self.document = document
    body = document.map { BodyFacts($0) } ?? BodyFacts()
  }

  var bytes: [UInt8] { file.bytes }

  /// Whether Jekyll may make a page of the post; it knows no front matter but YAML.
  var isForJekyll: Bool { matter.block?.format != .toml }

  /// All readings, in file order.
  var readings: some Sequence<Reading> { sessions.lazy.flatMap(\.readings) }

  /// The bytes of a span.
  func slice(_ span: SourceSpan) -> ArraySlice<UInt8> { file.bytes[span.range] }

  /// Whether a place lies in a code block or code span.
  func isCode(_ offset: Int) -> Bool { body.isCode(offset) }
}

extension Reading {
  /// Where the title that counts stands, or else the entry.
  var titleSpan: SourceSpan {
    evidence.last { $0.field == "title" }?.span ?? span
  }

  /// The title, cut where a message would become unwieldy.
  var shownTitle: String { ShownText.cut(title) }
}

/// Text of posts as messages show it.
enum ShownText {
  /// The text on one line, cut at about 60 characters.
  static func cut(_ text: String) -> String {
    let limit = 60
    let line =
      text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  /// The text of a span, cut.
  static func cut(_ bytes: ArraySlice<UInt8>) -> String {
    cut(String(decoding: bytes, as: UTF8.self))
  }
}
