import SourceText

/// An opening bracket that may start a link or image.
struct Bracket {
  /// Index of the item of the bracket itself.
  var item: Int
  var isImage: Bool
  /// The last delimiter run before it, or -1.
  var previousDelimiter: Int
  /// The place after the bracket.
  var cursor: LeafCursor
  var hasBracketAfter = false
}

/// The second phase: the inlines of one leaf block at a time; buffers are kept from leaf to leaf.
///
/// CommonMark 0.31.2, appendix "A parsing strategy", phase 2. Items are collected in source order, delimiter
/// runs and brackets among them; matching records pairs, and ``buildTree()`` turns both into nodes in
/// preorder.
struct InlineParser {
  let bytes: [UInt8]
  let lines: [LineSlice]
  let syntax: MarkdownSyntax
  let tables: DocumentTables
  let special: [UInt8]

  /// The result: nodes in preorder, and the targets that links and images point at.
  var nodes: [InlineNode] = []
  var targets: [LinkTarget] = []

  var items: [InlineNode] = []
  var delimiters: [Delimiter] = []
  var matches: [DelimiterMatch] = []
  var lastDelimiter = -1
  var brackets: [Bracket] = []
  /// Link brackets below this height of the stack cannot open a link any more (links do not nest).
  var inactiveHeight = 0
  var needsBuild = false
  var hasEmail = false

  var offset = 0
  var line = 0
  var lineEnd = 0
  var endLine = 0
  var isInTable = false
  var textStart = 0

  var backticks = BacktickTable()
  var failures = ScanFailures()
  var liquid = LiquidBounds()
  var expansionBudget: Int

  init(_ document: Document) {
    bytes = document.source
    tables = document.tables
    lines = tables.lines
    syntax = document.syntax
    special = tables.specialBytes
    expansionBudget = max(Limit.referenceExpansion, document.source.count)
  }

  var scanner: LeafScanner {
    LeafScanner(bytes: bytes, lines: lines, endLine: endLine, syntax: syntax, liquid: liquid)
  }
  var cursor: LeafCursor { LeafCursor(offset: offset, line: line, lineEnd: lineEnd) }

  mutating func move(to cursor: LeafCursor) {
    offset = cursor.offset
    line = cursor.line
    lineEnd = cursor.lineEnd
  }

  /// Parses the line slices of a leaf into `nodes`.
  mutating func parse(_ block: Block) {
    reset()
    isInTable = block.kind == .tableCell
    line = block.first
    endLine = line + block.count
    guard block.count > 0 else { return }
    items.reserveCapacity(2 * block.count + 8)
    while true {
      parseLine()
      if line + 1 >= endLine { break }
      parseLineBreak()
    }
    flushText(to: lineEnd)
    if lastDelimiter >= 0 { processDelimiters(after: -1) }
    if needsBuild {
      buildTree()
    } else {
      swap(&nodes, &items)
    }
    if hasEmail { linkEmailAddresses() }
  }

  /// The result of ``parse(_:)``; its buffers go with it, the others stay.
  mutating func takeTree(of document: Document, isInTable: Bool) -> InlineTree {
    defer { (nodes, targets) = ([], []) }
    return InlineTree(nodes: nodes, targets: targets, document: document, isInTable: isInTable)
  }

  private mutating func reset() {
    nodes.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    inactiveHeight = 0
    needsBuild = false
    hasEmail = false
    backticks.reset()
    failures = ScanFailures()
    liquid = LiquidBounds()
    offset = -1
  }

  /// Parses from the current offset, or from the start of the line after a line break, to the end of a line.
  /// A construct that runs over lines leaves the parser in the middle of a later one.
  private mutating func parseLine() {
    if offset < 0 {
      offset = lines[line].start
      lineEnd = lines[line].end
    }
    textStart = offset
    while true {
      offset = scanText(from: offset, to: lineEnd)
      if offset == lineEnd { break }
      parseSpecial(bytes[offset])
    }
  }

  /// The span of a leaf of one line in which nothing ends the text; nil for any other.
  func plainSpan(of block: Block) -> SourceSpan? {
    guard block.count == 1, block.kind != .tableCell else { return nil }
    let line = lines[block.first]
    var index = scanText(from: line.start, to: line.end)
    // Full stops and colons of prose seldom stand in an address; a picture's bracket is found behind its mark.
    while index < line.end {
      switch bytes[index] {
      case 0x2E: if index > line.start, bytes[index - 1] | 0x20 == 0x77 { return nil }
      case 0x3A: if index + 1 < line.end, bytes[index + 1] == 0x2F { return nil }
      case 0x21: break
      default: return nil
      }
      index = scanText(from: index + 1, to: line.end)
    }
    return line.start < line.end ? SourceSpan(line.start, line.end) : nil
  }

  /// The first byte of a part of a line at which text can end, or the end of the part.
  private func scanText(from start: Int, to end: Int) -> Int {
    // Most bytes of a post pass here; without checks of bounds the loop takes a third of the instructions.
    bytes.withUnsafeBufferPointer { bytes in
      special.withUnsafeBufferPointer { special in
        var index = start
        // Four at a time: two thirds of the instructions.
        while index + 4 <= end,
          special[Int(bytes[index])] | special[Int(bytes[index + 1])] | special[Int(bytes[index + 2])]
            | special[Int(bytes[index + 3])] == 0
        { index += 4 }
        while index < end, special[Int(bytes[index])] == 0 { index += 1 }
        return index
      }
    }
  }

  private mutating func parseSpecial(_ byte: UInt8) {
    switch byte {
    case 0x5C: parseBackslash()
    case 0x60: parseCodeSpan()
    case 0x2A, 0x5F, 0x7E: parseDelimiterRun(byte)
    case 0x5B: parseOpeningBracket(isImage: false)
    case 0x21:
      if offset + 1 < lineEnd, bytes[offset + 1] == 0x5B {
        parseOpeningBracket(isImage: true)
      } else {
        offset += 1
      }
    case 0x5D: parseClosingBracket()
    case 0x3C: parseAngleBracket()
    case 0x7B: parseLiquid()
    case 0x3A: parseSchemeAutolink()
    case 0x2E: parseWWWAutolink()
    case 0x40:
      hasEmail = true
      needsBuild = true
      offset += 1
    default: offset += 1
    }
  }

  /// CommonMark 0.31.2, 6.7 and 6.8: spaces around a line ending are left out.
  private mutating func parseLineBreak() {
    var end = lineEnd
    while end > textStart, bytes[end - 1].isSpaceOrTab { end -= 1 }
    // CommonMark 0.31.2, 6.7: two or more spaces; a tab does not count.
    let isHard = lineEnd - end >= 2 && bytes[lineEnd - 1] == 0x20 && bytes[lineEnd - 2] == 0x20
    flushText(to: end)
    addBreak(isHard ? .hardBreak : .softBreak, from: end)
  }

  mutating func addBreak(_ kind: InlineKind, from start: Int) {
    var end = lineEnd
    if end < bytes.count {
      end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    }
    append(InlineNode(kind, start, end))
    line += 1
    offset = lines[line].start
    lineEnd = lines[line].end
    textStart = offset
  }

  /// Adds the plain text since the last item, up to an offset.
  mutating func flushText(to end: Int) {
    if textStart < end { append(InlineNode(.text, textStart, end)) }
    textStart = end
  }

  mutating func append(_ node: InlineNode) {
    var node = node
    node.subtreeEndIndex = items.count + 1
    items.append(node)
  }

  private mutating func parseBackslash() {
    if offset + 1 < lineEnd {
      offset += bytes[offset + 1].isPunctuation ? 2 : 1
    } else if line + 1 < endLine {
      flushText(to: offset)
      addBreak(.hardBreak, from: offset)
    } else {
      offset += 1
    }
  }

  /// The bytes at which text can end: 1 in a table of 256.
  static func specialBytes(_ syntax: MarkdownSyntax) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "\\`*_[]!<".utf8 { table[Int(byte)] = 1 }
    if syntax.contains(.strikethrough) { table[0x7E] = 1 }
    if syntax.contains(.liquid) { table[0x7B] = 1 }
    if syntax.contains(.autolinks) { for byte in ":.@".utf8 { table[Int(byte)] = 1 } }
    return table
  }
}

/// What is known not to come any more in the leaf, so that it is not looked for again.
struct ScanFailures {
  var hasNoCommentEnd = false
  var hasNoInstructionEnd = false
  var hasNoDeclarationEnd = false
  var hasNoCDATAEnd = false
}
