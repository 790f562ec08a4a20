internal import FrontMatter
package import SourceText

/// The headings of a post above its write-up, below which entries can be added.
package struct PostHeadings: Sendable {
  /// A heading, of a section or of an entry.
  package struct Heading: Sendable, Hashable {
    /// As ``Reading/section`` has it.
    package let name: String
    /// 1 to 6; 7 for a bold line that serves as a heading.
    package let level: Int
    /// The bytes of the heading.
    package let span: SourceSpan
  }

  /// In file order.
  package let headings: [Heading]
  /// Where the write-up begins, else the end of the file: a byte offset.
  package let endOffset: Int

  /// Reads the body of a post.
  package init(of file: SourceFile) {
    let body = FrontMatter(parsing: file.bytes).body
    let outline = MarkdownOutline.read(file, body: body)
    var headings: [Heading] = []
    var end = outline.excerptOffset ?? body.upperBound
    for group in outline.groups() {
      guard let heading = group.heading, let section = group.section, let visible = group.visibleSection
      else {
        continue
      }
      if group.level == 1, section.startsWriteUp {
        end = min(end, heading.span.lowerBound)
        break
      }
      headings.append(Heading(name: visible.name.string, level: group.level, span: heading.span))
    }
    self.headings = headings
    endOffset = end
  }
}
