import SourceText

/// The numbers of footnotes, in the order of their first references, and how often each is referred to.
struct FootnoteNumbers {
  /// Block indices of the referenced definitions, in order of their numbers.
  private(set) var definitions: [Int] = []
  private var numbers: [Int: Int] = [:]
  private(set) var referenceCounts: [Int] = []
  private(set) var writtenCounts: [Int] = []

  mutating func addReference(to definition: Int) {
    if let number = numbers[definition] {
      referenceCounts[number - 1] += 1
    } else {
      definitions.append(definition)
      referenceCounts.append(1)
      writtenCounts.append(0)
      numbers[definition] = definitions.count
    }
  }

  /// The number of a footnote, and which of its references this one is; nil where footnotes are not numbered.
  mutating func nextReference(to definition: Int) -> (number: Int, occurrence: Int)? {
    guard let number = numbers[definition] else { return nil }
    writtenCounts[number - 1] += 1
    return (number, writtenCounts[number - 1])
  }
}

extension HTMLWriter {
  /// Finds all references in the order of the document, as GitHub does; only needed where there are
  /// definitions.
  mutating func numberFootnotes() {
    guard !document.tables.footnoteIndex.isEmpty else { return }
    for block in document.blocks where block.kind.hasInlines {
      parser.parse(block)
      for node in parser.nodes where node.kind == .footnoteReference {
        footnotes.addReference(to: node.payload)
      }
    }
    parser = InlineParser(document)
  }

  mutating func writeFootnoteReference(_ node: InlineNode) {
    let definition = node.payload
    guard let (number, occurrence) = footnotes.nextReference(to: definition) else {
      HTMLEscaping.append(document.source[node.span.range], to: &output)
      return
    }
    write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    writeLabel(definition)
    write("\" id=\"fnref-")
    writeLabel(definition)
    if occurrence > 1 { write("-\(occurrence)") }
    write("\" data-footnote-ref>\(number)</a></sup>")
  }

  private mutating func writeLabel(_ definition: Int) {
    guard let span = document.blocks[definition].labelSpan else { return }
    HTMLEscaping.appendURL(document.source[span.range], to: &output)
  }

  mutating func writeFootnotes() {
    guard !footnotes.definitions.isEmpty else { return }
    breakLine()
    write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (index, definition) in footnotes.definitions.enumerated() {
      write("<li id=\"fn-")
      writeLabel(definition)
      write("\">\n")
      var last = -1
      for child in document.children(of: definition) { last = child }
      backReferenceBlock = last >= 0 && document.blocks[last].kind == .paragraph ? last : -1
      backReferenceNumber = index + 1
      writeBlocks(definition + 1..<document.blocks[definition].subtreeEnd)
      if backReferenceBlock < 0 {
        breakLine()
        writeBackReferences(to: index + 1)
        output.append(0x0A)
      }
      write("</li>\n")
    }
    write("</ol>\n</section>\n")
  }

  mutating func writeBackReferences(to number: Int) {
    let definition = footnotes.definitions[number - 1]
    for occurrence in 1...footnotes.referenceCounts[number - 1] {
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      if occurrence > 1 { output.append(0x20) }
      write("<a href=\"#fnref-")
      writeLabel(definition)
      write("\(suffix)\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"")
      write("\(number)\(suffix)\" aria-label=\"Back to reference \(number)\(suffix)\">↩")
      if occurrence > 1 { write("<sup class=\"footnote-ref\">\(occurrence)</sup>") }
      write("</a>")
    }
  }
}
