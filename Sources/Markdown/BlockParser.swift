import SourceText

/// A container block that can take more lines.
struct OpenContainer {
  var block: Int
  var kind: BlockKind
  /// Columns of indentation that a line needs to belong to a list item.
  var contentIndent = 0
  var hasChild = false
}

/// The first phase: one pass over the lines, with a stack of open containers and at most one open leaf.
///
/// CommonMark 0.31.2, appendix "A parsing strategy", phase 1. Blocks are appended in preorder; the open leaf
/// is always the last block of the arena (or, for a table, the last one with its rows after it).
struct BlockParser {
  let bytes: [UInt8]
  let syntax: MarkdownSyntax
  let limit: Int

  var blocks: [Block] = []
  var lines: [LineSlice] = []
  var definitions: [LinkDefinition] = []
  var definitionIndex: [[UInt8]: Int] = [:]
  var footnoteIndex: [[UInt8]: Int] = [:]
  var alignments: [ColumnAlignment] = []

  var open: [OpenContainer] = []
  /// The number of open containers that the current line continues.
  var matched = 0
  var nestedCount = 0
  /// The index of the open leaf, or -1.
  var leaf = -1
  var leafKind = BlockKind.document
  var fence = Fence()
  var htmlCondition: UInt8 = 0
  var completedCells = 0
  var previousLineBlank = false

  // The current line: content is lineStart..<lineEnd; `offset` and `column` are what containers have
  // consumed.
  var lineStart = 0
  var lineEnd = 0
  var nextLineStart = 0
  /// The first line feed behind the start of the line, or the limit; where carriage returns alone end lines, it is
  /// many lines away and looked for once.
  private var lineFeedOffset = -1
  var offset = 0
  var column = 0
  var hasPartialTab = false
  var textOffset = 0
  var textColumn = 0
  /// Thematic breaks of `failedBreakByte` cannot start before this offset of the line.
  var failedBreakOffset = 0
  var failedBreakByte: UInt8 = 0

  init(_ bytes: [UInt8], range: Range<Int>, syntax: MarkdownSyntax) {
    self.bytes = bytes
    self.syntax = syntax
    limit = range.upperBound
    nextLineStart = range.lowerBound
    blocks.append(Block(.document, start: range.lowerBound, end: range.upperBound, index: 0))
    open.append(OpenContainer(block: 0, kind: .document))
    if range.lowerBound == 0, range.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      nextLineStart = 3
    }
  }

  mutating func parse() {
    while nextLineStart < limit {
      scanLine()
      parseLine()
    }
    closeLeaf()
    closeContainers(to: 0)
  }

  /// Finds the end of the next line; LF, CRLF and a lone CR end it (CommonMark 0.31.2, 2.1).
  private mutating func scanLine() {
    lineStart = nextLineStart
    if lineFeedOffset < lineStart {
      lineFeedOffset = bytes.firstOffset(of: 0x0A, in: lineStart..<limit) ?? limit
    }
    lineEnd = bytes.firstOffset(of: 0x0D, in: lineStart..<lineFeedOffset) ?? lineFeedOffset
    nextLineStart = min(limit, lineEnd + (lineEnd + 1 == lineFeedOffset && lineFeedOffset < limit ? 2 : 1))
    offset = lineStart
    column = 0
    hasPartialTab = false
    textOffset = -1
    failedBreakOffset = 0
    scanIndent()
  }

  // MARK: Columns

  var indent: Int { textColumn - column }
  var isBlank: Bool { textOffset == lineEnd }
  /// The first byte after the indentation; 0 on a blank line.
  var textByte: UInt8 { textOffset < lineEnd ? bytes[textOffset] : 0 }

  mutating func scanIndent() {
    guard textOffset < offset else { return }
    textOffset = offset
    textColumn = column
    while textOffset < lineEnd {
      let byte = bytes[textOffset]
      if byte == 0x20 {
        textColumn += 1
      } else if byte == 0x09 {
        textColumn += 4 - textColumn & 3
      } else {
        break
      }
      textOffset += 1
    }
  }

  /// Consumes columns of indentation; a tab can be cut (CommonMark 0.31.2, 2.2).
  mutating func advanceColumns(_ count: Int) {
    var rest = count
    while rest > 0, offset < lineEnd {
      if bytes[offset] == 0x09 {
        let width = 4 - column & 3
        hasPartialTab = width > rest
        column += min(width, rest)
        if !hasPartialTab { offset += 1 }
        rest -= width
      } else {
        hasPartialTab = false
        offset += 1
        column += 1
        rest -= 1
      }
    }
    scanIndent()
  }

  mutating func advanceToText(skipping count: Int = 0) {
    offset = textOffset + count
    column = textColumn + count
    hasPartialTab = false
    scanIndent()
  }

  /// The rest of the line as content that keeps its whitespace, such as code.
  func restOfLine() -> LineSlice {
    hasPartialTab ? LineSlice(offset + 1, lineEnd, padding: 4 - column & 3) : LineSlice(offset, lineEnd)
  }

  // MARK: Lines

  private mutating func parseLine() {
    matchContainers()
    if matched == open.count, leaf >= 0, continueLeaf() {
      previousLineBlank = isBlank && !(leaf >= 0 && blocks[leaf].isFenced)
      return
    }
    openBlocks()
  }

  /// Walks down the open containers as far as the line continues them.
  private mutating func matchContainers() {
    matched = 1
    while matched < open.count {
      switch open[matched].kind {
      case .blockQuote:
        guard indent <= 3, textByte == 0x3E else { return }
        consumeQuoteMarker()
        extend(open[matched].block, to: offset)
      case .listItem:
        if isBlank {
          guard open[matched].hasChild else { return }
          advanceColumns(min(indent, open[matched].contentIndent))
        } else {
          guard indent >= open[matched].contentIndent else { return }
          advanceColumns(open[matched].contentIndent)
        }
      case .footnoteDefinition:
        if isBlank {
          advanceColumns(min(indent, 4))
        } else {
          guard indent >= 4 else { return }
          advanceColumns(4)
        }
      default:
        break
      }
      matched += 1
    }
  }

  /// Gives the line to the open leaf where no block start can end that leaf. Returns whether the line is used
  /// up.
  private mutating func continueLeaf() -> Bool {
    switch leafKind {
    case .codeBlock:
      return blocks[leaf].isFenced ? continueFencedCode() : continueIndentedCode()
    case .htmlBlock:
      return continueHTMLBlock()
    case .table:
      if isBlank { closeLeaf() }
      return false
    default:
      return false
    }
  }

  // MARK: The tree

  /// Sets the end of a block further down, if that is further.
  mutating func extend(_ block: Int, to end: Int) {
    if blocks[block].endOffset < end { blocks[block].endOffset = end }
  }

  /// Ends everything that the line does not continue, makes room for a child of that kind, and adds it.
  @discardableResult
  mutating func add(_ kind: BlockKind, start: Int, end: Int) -> Int {
    closeLeaf()
    closeContainers(to: matched)
    if open[matched - 1].kind == .list, kind != .listItem { closeContainers(to: matched - 1) }
    matched = open.count
    let parent = open.count - 1
    if previousLineBlank, open[parent].hasChild { markLoose(parent) }
    open[parent].hasChild = true
    blocks.append(Block(kind, start: start, end: end, index: blocks.count))
    return blocks.count - 1
  }

  /// CommonMark 0.31.2, 5.3: a list is loose when a blank line stands between its items or between two
  /// children of one.
  private mutating func markLoose(_ parent: Int) {
    switch open[parent].kind {
    case .list: blocks[open[parent].block].flags.insert(.loose)
    case .listItem: blocks[open[parent - 1].block].flags.insert(.loose)
    default: break
    }
  }

  mutating func push(_ container: OpenContainer) {
    open.append(container)
    matched = open.count
    if container.kind == .list || container.kind == .footnoteDefinition { nestedCount += 1 }
  }

  mutating func openLeaf(_ kind: BlockKind, start: Int, end: Int) {
    leaf = add(kind, start: start, end: end)
    leafKind = kind
    blocks[leaf].first = lines.count
  }

  mutating func appendLine(_ slice: LineSlice) {
    lines.append(slice)
    blocks[leaf].count += 1
  }

  /// Adds a leaf that ends on the line on which it starts.
  mutating func addLineLeaf(_ kind: BlockKind, start: Int, end: Int) -> Int {
    let block = add(kind, start: start, end: end)
    extend(open[open.count - 1].block, to: end)
    return block
  }

  mutating func closeContainers(to depth: Int) {
    while open.count > depth {
      let container = open.removeLast()
      if container.kind == .list || container.kind == .footnoteDefinition { nestedCount -= 1 }
      blocks[container.block].subtreeEndIndex = blocks.count
      if container.kind == .list { shareLooseness(of: container.block) }
      if let parent = open.last { extend(parent.block, to: blocks[container.block].endOffset) }
    }
  }

  /// Gives every item of a loose list its list's looseness, so that a paragraph need only look at its parent.
  private mutating func shareLooseness(of list: Int) {
    guard blocks[list].flags.contains(.loose) else { return }
    var item = list + 1
    while item < blocks.count {
      blocks[item].flags.insert(.loose)
      item = blocks[item].subtreeEnd
    }
  }

  /// Ends the open leaf, if there is one: it gets its final span, and definitions leave a paragraph.
  mutating func closeLeaf() {
    guard leaf >= 0 else { return }
    switch leafKind {
    case .paragraph: closeParagraph()
    case .codeBlock where !blocks[leaf].isFenced: trimIndentedCode()
    default: break
    }
    if leaf >= 0 {
      blocks[leaf].subtreeEndIndex = blocks.count
    }
    if let last = blocks.last, let parent = open.last {
      extend(parent.block, to: leaf >= 0 ? blocks[leaf].endOffset : last.endOffset)
    }
    leaf = -1
  }
}
