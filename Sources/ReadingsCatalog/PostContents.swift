internal import FrontMatter
package import SourceText

/// What a post says of its session before the write-up begins, as it stands in the file.
package struct PostContents: Sendable {
  /// The bytes of the whole file.
  package let source: [UInt8]
  /// The contents in it: of a post, what follows the front matter up to `<!--excerpt.start-->`; of a
  /// session in a text export, what stands below its title and tags.
  package let range: Range<Int>
  /// False in a text export, where bullets are `•` and nothing else is marked up.
  package let isMarkdown: Bool

  /// Finds the contents of a session in its file; nil when the file does not hold it any more.
  package init?(of session: Session, in file: SourceFile) {
    let matter = FrontMatter(parsing: file.bytes)
    source = file.bytes
    if matter.block == nil, let export = TextExport(file, lines: LineTable(file.bytes)) {
      guard let part = export.parts.first(where: { $0.line == session.line }) else { return nil }
      isMarkdown = false
      range = part.contentSpan.lowerBound..<part.contentSpan.upperBound
      return
    }
    isMarkdown = true
    let outline = MarkdownOutline.read(file, body: matter.body)
    let end = outline.excerptOffset ?? matter.body.upperBound
    range = matter.body.lowerBound..<max(matter.body.lowerBound, end)
  }
}
