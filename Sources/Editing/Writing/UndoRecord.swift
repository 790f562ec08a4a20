internal import SourceText

/// What one editing command did, in enough detail to take it back.
///
/// Kept as text and bytes: a first line, then fields, each as its name, its length in bytes, a line feed, the bytes and
/// a line feed. A record that was cut off is no record.
struct UndoRecord: Equatable {
  /// What the command made of one file.
  struct Entry: Equatable {
    /// As messages name it.
    let path: String
    /// Where it lies.
    let location: String
    /// Nil for a file that the command made.
    let oldBytes: [UInt8]?
    /// What the command replaced in the old bytes.
    let edits: EditList
    /// Nil for a file that the command removed.
    let newBytes: [UInt8]?

    init(_ change: EditPlan.Change, location: String) {
      path = change.path
      self.location = location
      oldBytes = change.oldBytes
      edits = change.edits
      newBytes = change.newBytes
    }

    fileprivate init?(_ fields: [String: [UInt8]], _ edits: [TextEdit]) {
      guard let path = fields["path"], let location = fields["location"] else { return nil }
      self.path = String(decoding: path, as: UTF8.self)
      self.location = String(decoding: location, as: UTF8.self)
      oldBytes = fields["old"]
      guard let edits = try? EditList(edits) else { return nil }
      if let end = edits.edits.last?.span.upperBound, end > oldBytes?.count ?? 0 { return nil }
      self.edits = edits
      newBytes = fields["new"] ?? (edits.edits.isEmpty ? nil : oldBytes.map { edits.applied(to: $0) })
    }

    /// The edits that make the old bytes of the new ones.
    var inverseEdits: EditList { edits.inverted(from: oldBytes ?? []) }
  }

  /// The folder of the library, without symbolic links.
  let library: String
  /// The command as one would type it.
  let command: String
  /// Whether the command itself takes back another.
  let isUndo: Bool
  let entries: [Entry]

  private static let firstLine = Array("readings undo record 1\n".utf8)

  var encoded: [UInt8] {
    var bytes = UndoRecord.firstLine
    func add(_ name: String, _ value: [UInt8]) {
      bytes += Array("\(name) \(value.count)\n".utf8)
      bytes += value
      bytes.append(0x0A)
    }
    add("library", Array(library.utf8))
    add("command", Array(command.utf8))
    if isUndo { add("undo", []) }
    for entry in entries {
      add("path", Array(entry.path.utf8))
      add("location", Array(entry.location.utf8))
      if let old = entry.oldBytes { add("old", old) }
      for edit in entry.edits.edits {
        let place = "\(edit.span.lowerBound) \(edit.span.upperBound)\n"
        add("edit", Array(place.utf8) + edit.replacement)
      }
      if entry.oldBytes == nil, let new = entry.newBytes { add("new", new) }
    }
    add("end", [])
    return bytes
  }

  init(library: String, command: String, isUndo: Bool, entries: [Entry]) {
    self.library = library
    self.command = command
    self.isUndo = isUndo
    self.entries = entries
  }

  /// The same command, had it been asked to change these files alone.
  func limited(to paths: Set<String>) -> UndoRecord {
    UndoRecord(
      library: library, command: command, isUndo: isUndo, entries: entries.filter { paths.contains($0.path) })
  }

  /// Nil when the bytes are not a whole record.
  init?(decoding bytes: [UInt8]) {
    guard let fields = UndoRecord.fields(of: bytes), fields.last?.name == "end" else { return nil }
    var head: [String: [UInt8]] = [:]
    var entry: [String: [UInt8]] = [:]
    var edits: [TextEdit] = []
    var entries: [Entry] = []
    for (name, value) in fields {
      switch name {
      case "library", "command", "undo": head[name] = value
      case "path", "end":
        if !entry.isEmpty {
          guard let whole = Entry(entry, edits) else { return nil }
          entries.append(whole)
        }
        (entry, edits) = (name == "path" ? [name: value] : [:], [])
      case "edit":
        guard let edit = UndoRecord.edit(value) else { return nil }
        edits.append(edit)
      default: entry[name] = value
      }
    }
    guard let library = head["library"], let command = head["command"] else { return nil }
    self.init(
      library: String(decoding: library, as: UTF8.self), command: String(decoding: command, as: UTF8.self),
      isUndo: head["undo"] != nil, entries: entries)
  }

  private static func edit(_ value: [UInt8]) -> TextEdit? {
    guard let lineEnd = value.firstIndex(of: 0x0A) else { return nil }
    let bounds = String(decoding: value[..<lineEnd], as: UTF8.self).split(separator: " ").compactMap {
      Int($0)
    }
    guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1], bounds[1] < SourceFile.maximumByteCount
    else { return nil }
    return TextEdit(SourceSpan(bounds[0], bounds[1]), Array(value[(lineEnd + 1)...]))
  }

  private static func fields(of bytes: [UInt8]) -> [(name: String, value: [UInt8])]? {
    guard bytes.starts(with: firstLine) else { return nil }
    var fields: [(String, [UInt8])] = []
    var offset = firstLine.count
    while offset < bytes.count {
      guard let lineEnd = bytes[offset...].firstIndex(of: 0x0A),
        let space = bytes[offset..<lineEnd].lastIndex(of: 0x20),
        let count = Int(String(decoding: bytes[(space + 1)..<lineEnd], as: UTF8.self)),
        count >= 0, count < bytes.count - lineEnd, lineEnd + 1 + count < bytes.count,
        bytes[lineEnd + 1 + count] == 0x0A
      else { return nil }
      let name = String(decoding: bytes[offset..<space], as: UTF8.self)
      fields.append((name, Array(bytes[(lineEnd + 1)..<(lineEnd + 1 + count)])))
      offset = lineEnd + 2 + count
    }
    return fields
  }
}
