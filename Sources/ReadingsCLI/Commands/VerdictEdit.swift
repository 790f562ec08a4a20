internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// The change that adds verdicts to a library's `readings.yml`: a line each, below `papers:`.
struct VerdictEdit {
  /// What is said of some keys.
  struct Verdict: Equatable {
    enum Kind: String {
      case same, distinct
    }

    let kind: Kind
    /// At least two.
    let keys: [String]

    /// As a line of the list, without its indentation.
    var line: String {
      let keys = keys.map { YAMLScalarEncoder.encode($0, context: .flow) }
      return "- [\(keys.joined(separator: ", "))]"
    }
  }

  /// The file with the verdicts added; nil when it is written in a way that has no place for them.
  ///
  /// Whatever was added is read back: a change that would say anything else is not made.
  static func adding(_ verdicts: [Verdict], to bytes: [UInt8]) -> [UInt8]? {
    var lines = text(bytes).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let hasFinalNewline = lines.last == ""
    if hasFinalNewline { lines.removeLast() }
    for verdict in verdicts { add(verdict, to: &lines) }
    let result = Array((lines.joined(separator: "\n") + "\n").utf8)
    return isAsMeant(result, before: bytes, verdicts) ? result : nil
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func add(_ verdict: Verdict, to lines: inout [String]) {
    guard let papers = lines.firstIndex(where: { isKey("papers", $0, indent: 0) }) else {
      if lines.allSatisfy(\.isEmpty) { lines = [] }
      lines += ["papers:", "  \(verdict.kind.rawValue):", "    " + verdict.line]
      return
    }
    var end = papers + 1
    while end < lines.count, lines[end].isEmpty || indent(lines[end]) > 0 || lines[end].hasPrefix("#") {
      end += 1
    }
    let children = (papers + 1)..<end
    let childIndent = children.map { lines[$0] }.first { !isBlank($0) }.map(indent) ?? 2
    let space = String(repeating: " ", count: childIndent)
    guard let key = children.first(where: { isKey(verdict.kind.rawValue, lines[$0], indent: childIndent) })
    else {
      lines.insert(
        contentsOf: ["\(space)\(verdict.kind.rawValue):", "\(space)  \(verdict.line)"], at: papers + 1)
      return
    }
    // Behind the items that are there, so that the list keeps the order in which it was made.
    var place = key + 1
    var itemSpace = space + "  "
    while place < end,
      isBlank(lines[place]) || indent(lines[place]) > childIndent || isItem(lines[place], childIndent)
    {
      if isItem(lines[place], indent(lines[place])) {
        itemSpace = place == key + 1 ? String(repeating: " ", count: indent(lines[place])) : itemSpace
      }
      place += 1
    }
    while place > key + 1, isBlank(lines[place - 1]) { place -= 1 }
    lines.insert(itemSpace + verdict.line, at: place)
  }

  private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private static func isBlank(_ line: String) -> Bool {
    line.allSatisfy(\.isWhitespace) || line.drop { $0 == " " }.first == "#"
  }

  private static func isItem(_ line: String, _ column: Int) -> Bool {
    indent(line) == column && line.dropFirst(column).hasPrefix("-")
  }

  /// Whether a line is `name:` and nothing more but a comment.
  private static func isKey(_ name: String, _ line: String, indent column: Int) -> Bool {
    guard indent(line) == column, line.dropFirst(column).hasPrefix(name + ":") else { return false }
    return isBlank(String(line.dropFirst(column + name.count + 1)))
  }

  /// Whether the file afterwards says what it said, and the verdicts besides.
  private static func isAsMeant(_ bytes: [UInt8], before: [UInt8], _ verdicts: [Verdict]) -> Bool {
    let old = LibraryConfiguration(reading: SourceFile(path: LibraryConfiguration.fileName, bytes: before))
    let new = LibraryConfiguration(reading: SourceFile(path: LibraryConfiguration.fileName, bytes: bytes))
    func keys(_ kind: Verdict.Kind) -> [[String]] { verdicts.filter { $0.kind == kind }.map(\.keys) }
    return new.sameWorks == old.sameWorks + keys(.same)
      && new.distinctWorks == old.distinctWorks + keys(.distinct)
      && new.diagnostics.count == old.diagnostics.count && new.siteTitle == old.siteTitle
      && new.roleWords == old.roleWords && new.knownKeys == old.knownKeys
  }
}
