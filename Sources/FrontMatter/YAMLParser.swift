import SourceText

/// Reads YAML 1.2.2 from bytes into an arena of nodes, in one pass with an explicit stack.
///
/// Syntax errors are thrown at the first one; problems that leave the structure clear go to `problems`.
struct YAMLParser: ~Copyable {
  /// The longest implicit key (YAML 1.2.2, 7.4.2: at most 1024 characters).
  static let keyLengthLimit = 1024

  let bytes: [UInt8]
  let end: Int
  var offset: Int
  var lineStart: Int
  var nodes: [YAMLNode] = []
  var properties: [YAMLProperties] = []
  var documents: [YAMLDocument] = []
  var frames: [BlockFrame] = []
  var flowFrames: [FlowFrame] = []
  var anchors: [ArraySlice<UInt8>: Int32] = [:]
  var problems = ProblemList()
  /// Values to be taken as text just as they stand: the end of each by its start.
  var verbatimEnds: [Int: Int] = [:]

  /// Whether the text is a post's. There `{{` is an error, as it is a template's placeholder and never a mapping
  /// as a key; and lines inside quotes and brackets may lack indentation, which Jekyll's reader does not need.
  var readsPost = false

  /// Whether the content at `offset` is the first on its line.
  var isAtLineStart = true
  /// The number of spaces that the current line starts with.
  var lineIndent = 0
  /// The first tab of the white space before the content at `offset`, or -1.
  var tabOffset = -1
  /// The start of a quote that holds a line such as an entry would be, or -1: if what follows it is wrong, the
  /// quote was meant to end earlier.
  var suspiciousQuote = -1
  /// The start of the last quote with a line that lacks indentation: reported once for each.
  var lastUnindentedQuote = -1
  /// Properties on an earlier line than the node they belong to.
  var pendingProperties = YAMLProperties()
  /// The `-`, `?` or `:` whose node is due.
  var pendingIndicator: Int32 = -1

  init(_ bytes: [UInt8], in span: SourceSpan) {
    self.bytes = bytes
    nodes.reserveCapacity(min(span.count, 1 << 16) / 12 + 8)
    frames.reserveCapacity(8)
    offset = span.lowerBound
    lineStart = span.lowerBound
    end = span.upperBound
  }

  /// The byte at `index`, or 0 beyond the end.
  func byte(_ index: Int) -> UInt8 {
    index < end ? bytes[index] : 0
  }

  func isBlank(_ index: Int) -> Bool {
    guard index < end else { return true }
    let byte = bytes[index]
    return byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  func isLineEnd(_ index: Int) -> Bool {
    index >= end || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  /// YAML 1.2.2, 9.1.2: `---` or `...` at the start of a line, with white space or nothing behind.
  func isDocumentMarker(_ index: Int) -> Bool {
    guard index + 3 <= end, index == 0 || isLineEnd(index - 1) || index == lineStart else { return false }
    let mark = bytes[index]
    return (mark == 0x2D || mark == 0x2E) && bytes[index + 1] == mark && bytes[index + 2] == mark
      && isBlank(index + 3)
  }

  /// Moves to the next content: over white space, comments and line endings.
  mutating func skipToContent() {
    var index = offset
    var atLineStart = index == lineStart
    var tab = -1
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 {
        index += 1
      } else if byte == 0x0A || byte == 0x0D {
        index += byte == 0x0D && self.byte(index + 1) == 0x0A ? 2 : 1
        lineStart = index
        atLineStart = true
        tab = -1
      } else if byte == 0x09 {
        if tab < 0 { tab = index }
        index += 1
      } else if byte == 0x23, index == lineStart || bytes[index - 1].isSpaceOrTab {
        while !isLineEnd(index) { index += 1 }
      } else {
        break
      }
    }
    offset = index
    isAtLineStart = atLineStart
    tabOffset = tab
    if atLineStart { lineIndent = (tab < 0 ? index : tab) - lineStart }
  }

  mutating func skipSpacesAndTabs() {
    while offset < end, bytes[offset].isSpaceOrTab { offset += 1 }
  }

  /// The index behind the line ending at `index`.
  func lineEndingEnd(_ index: Int) -> Int {
    byte(index) == 0x0D && byte(index + 1) == 0x0A ? index + 2 : index + 1
  }

  mutating func addNode(_ node: YAMLNode, _ nodeProperties: YAMLProperties) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    if !nodeProperties.isEmpty { setProperties(nodeProperties, of: index) }
    return index
  }

  mutating func setProperties(_ nodeProperties: YAMLProperties, of node: Int32) {
    nodes[Int(node)].properties = Int32(properties.count)
    var entry = nodeProperties
    entry.document = Int32(documents.count - 1)
    properties.append(entry)
    if !entry.anchor.isEmpty { anchors[bytes[entry.anchor.range]] = node }
  }
}
