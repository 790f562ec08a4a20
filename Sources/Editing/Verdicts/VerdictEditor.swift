internal import FrontMatter
internal import ReadingsCatalog
package import SourceText

/// Adds verdicts to `readings.yml`, where they stand as lists of keys:
///
///     papers:
///       same:
///         - [2205.14135, flash-attention]
///
/// An edit only inserts: every byte that was there stays, with its comments, its indentation and its line endings.
package struct VerdictEditor {
  private let bytes: [UInt8]
  private let lines: SourceLines
  private let verdict: PaperVerdict

  /// The edit that adds a verdict to a file behind those that are there; nil when the file has errors, or is written
  /// in a way that has no place for it.
  ///
  /// The file is read again as it would be: an edit that would change anything else it says is not made.
  package static func edit(adding verdict: PaperVerdict, to file: SourceFile) -> TextEdit? {
    let matter = FrontMatter(parsingYAMLFile: file.bytes)
    let editor = VerdictEditor(verdict, file.bytes)
    guard !matter.hasErrors, let edit = editor.insertion(into: matter.root) else { return nil }
    return isAsMeant(edit, in: file, verdict) ? edit : nil
  }

  private init(_ verdict: PaperVerdict, _ bytes: [UInt8]) {
    self.verdict = verdict
    self.bytes = bytes
    let unix: [UInt8] = [0x0A]
    let lines = SourceLines(bytes: bytes, standardEnding: unix)
    self.lines = SourceLines(bytes: bytes, standardEnding: lines.ending(0))
  }

  private func insertion(into root: FrontMatterValue?) -> TextEdit? {
    guard let root, !root.isNull else { return newSection }
    guard root.kind == .mapping, root.style != .flow else { return nil }
    guard let (key, papers) = entry("papers", of: root) else { return newSection }
    if papers.isNull {
      return papers.isAbsent ? insertion(ofList: 2, below: key.span.upperBound) : nil
    }
    guard papers.kind == .mapping, papers.style != .flow, let first = papers.entries.first else { return nil }
    let indent = column(of: first.key.span.lowerBound)
    guard let (name, list) = entry(verdict.kind.rawValue, of: papers) else {
      return insertion(ofList: indent, below: papers.span.upperBound - 1)
    }
    if list.isNull {
      return list.isAbsent ? insertion(of: [item(indent + 2)], below: name.span.upperBound) : nil
    }
    guard list.kind == .sequence else { return nil }
    guard list.style == .flow else {
      guard let last = list.items.last else { return nil }
      let dash = column(of: last.itemSpan.lowerBound)
      return insertion(of: [item(dash)], below: last.span.upperBound - 1)
    }
    guard let last = list.items.last else { return insert(verdict.item, at: list.span.lowerBound + 1) }
    return insert(", " + verdict.item, at: last.span.upperBound)
  }

  private func entry(_ name: String, of mapping: FrontMatterValue) -> (FrontMatterValue, FrontMatterValue)? {
    mapping.entries.first { $0.key.text == name }
  }

  private func column(of offset: Int) -> Int { offset - lines.start(offset) }

  private var newSection: TextEdit {
    insertion(of: ["papers:"] + list(2), below: bytes.count)
  }

  private func insertion(ofList indent: Int, below offset: Int) -> TextEdit {
    insertion(of: list(indent), below: offset)
  }

  private func list(_ indent: Int) -> [String] {
    [String(repeating: " ", count: indent) + verdict.kind.rawValue + ":", item(indent + 2)]
  }

  private func item(_ indent: Int) -> String {
    String(repeating: " ", count: indent) + "- " + verdict.item
  }

  /// Puts lines below the one that holds an offset; a last line without an end keeps the file without one.
  private func insertion(of added: [String], below offset: Int) -> TextEdit {
    let place = lines.next(offset)
    let isOpen = place == bytes.count && place > 0 && !bytes[place - 1].isLineEnding
    let ending = String(decoding: lines.standardEnding, as: UTF8.self)
    let text = added.joined(separator: ending)
    return insert(isOpen ? ending + text : text + ending, at: place)
  }

  private func insert(_ text: String, at offset: Int) -> TextEdit {
    TextEdit(SourceSpan(offset, offset), text)
  }

  /// Whether the file afterwards says what it said, and the verdict besides.
  private static func isAsMeant(_ edit: TextEdit, in file: SourceFile, _ verdict: PaperVerdict) -> Bool {
    var bytes = file.bytes
    bytes.insert(contentsOf: edit.replacement, at: edit.span.lowerBound)
    let old = LibraryConfiguration(reading: file)
    let new = LibraryConfiguration(reading: SourceFile(path: file.path, bytes: bytes))
    func texts(_ configuration: LibraryConfiguration) -> [String] {
      configuration.settings.map { "\($0.name): \($0.value)" }.sorted()
    }
    let added = "papers.\(verdict.kind.rawValue): \(verdict.keys.joined(separator: ", "))"
    return new.sameWorks == old.sameWorks + (verdict.kind == .same ? [verdict.keys] : [])
      && new.distinctWorks == old.distinctWorks + (verdict.kind == .distinct ? [verdict.keys] : [])
      && texts(new) == (texts(old) + [added]).sorted()
      && new.diagnostics.map(\.id) == old.diagnostics.map(\.id)
  }
}
