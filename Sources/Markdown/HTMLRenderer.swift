/// Renders Markdown to HTML.
///
/// Safe unless asked otherwise: raw HTML is escaped except for harmless tags with harmless attributes,
/// comments are left out, and only relative, `http`, `https` and `mailto` destinations become links.
package struct HTMLRenderer: Sendable {
  /// Whether raw HTML and all destinations go out as they are, as the conformance suites of CommonMark
  /// expect.
  package let isUnsafe: Bool

  /// A renderer that is safe unless told otherwise.
  package init(isUnsafe: Bool = false) {
    self.isUnsafe = isUnsafe
  }

  /// The HTML of a whole document, in UTF-8, with its footnotes at the end.
  package func render(_ document: Document) -> [UInt8] {
    var writer = HTMLWriter(document, isUnsafe: isUnsafe)
    writer.numberFootnotes()
    writer.writeBlocks(1..<document.blocks.count)
    writer.writeFootnotes()
    return writer.output
  }

  /// The HTML of one block with all that is in it; footnote marks are plain text there.
  package func render(_ block: Int, of document: Document) -> [UInt8] {
    var writer = HTMLWriter(document, isUnsafe: isUnsafe)
    writer.writeBlocks(block..<document.blocks[block].subtreeEnd)
    return writer.output
  }

  /// The HTML of the inlines of a paragraph, heading or table cell, without the element of the block.
  package func renderInlines(of block: Int, in document: Document) -> [UInt8] {
    var writer = HTMLWriter(document, isUnsafe: isUnsafe)
    writer.writeInlines(of: block)
    return writer.output
  }
}
