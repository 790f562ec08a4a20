internal import SourceText

/// A unified diff (POSIX.1-2024, diff; with GNU's mark for a missing final newline) that `patch -p1` and `git apply`
/// take.
///
/// Made from the edits themselves, so that its cost is that of the lines around them, whatever the file's size. Lines
/// end at LF, as those programs see it; a CR before it belongs to the line.
package enum UnifiedDiff {
  private static let contextCount = 3

  /// The diff of one change.
  package static func bytes(of change: EditPlan.Change) -> [UInt8] {
    let old = change.oldBytes ?? []
    let new = change.newBytes ?? []
    var result = header(change)
    if change.original != nil, change.newBytes != nil {
      append(regions(of: change.edits, old), old, to: &result)
    } else {
      append([Region(old: SourceSpan(0, old.count), new: new[...])], old, to: &result)
    }
    return result
  }

  // MARK: Header

  private static func header(_ change: EditPlan.Change) -> [UInt8] {
    let old = quoted("a/" + change.path)
    let new = quoted("b/" + change.path)
    var text = ""
    if change.original == nil {
      text = "diff --git \(old) \(new)\nnew file mode 100644\n--- /dev/null\n+++ \(new.endingName)\n"
    } else if change.newBytes == nil {
      text = "diff --git \(old) \(new)\ndeleted file mode 100644\n--- \(old.endingName)\n+++ /dev/null\n"
    } else {
      text = "--- \(old.endingName)\n+++ \(new.endingName)\n"
    }
    return Array(text.utf8)
  }

  /// A name with bytes that would end it or be taken for a quote as a C string, as git writes it.
  private static func quoted(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else {
      return name
    }
    var result: [UInt8] = [0x22]
    for byte in name.utf8 {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x00..<0x20, 0x7F:
        let digits = String(byte, radix: 8)
        result += Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result + [0x22], as: UTF8.self)
  }

  // MARK: Regions

  /// Whole lines that are replaced by others.
  private struct Region {
    var old: SourceSpan
    var new: ArraySlice<UInt8>
  }

  /// The edits as replacements of whole lines, those of neighbouring lines as one.
  private static func regions(of edits: EditList, _ old: [UInt8]) -> [Region] {
    var regions: [Region] = []
    var index = 0
    while index < edits.edits.count {
      let start = lineStart(edits.edits[index].span.lowerBound, old)
      var end = start
      var new: [UInt8] = []
      // The first byte that is neither copied nor replaced yet.
      var offset = start
      while index < edits.edits.count, edits.edits[index].span.lowerBound <= end || end == start {
        let edit = edits.edits[index]
        new += old[offset..<edit.span.lowerBound]
        new += edit.replacement
        offset = edit.span.upperBound
        let isWhole = offset == lineStart(offset, old) && (new.isEmpty || new.last == 0x0A)
        end = isWhole && offset > start ? offset : lineEnd(offset, old)
        index += 1
      }
      new += old[offset..<end]
      regions.append(trimmed(Region(old: SourceSpan(start, end), new: new[...]), old))
    }
    return regions
  }

  private static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// The offset behind the line that holds `offset`.
  private static func lineEnd(_ offset: Int, _ bytes: [UInt8]) -> Int {
    bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// The region without the lines at its start and end that stay the same.
  private static func trimmed(_ region: Region, _ old: [UInt8]) -> Region {
    var before = lines(old[region.old.range])[...]
    var after = lines(region.new)[...]
    while let first = before.first, first == after.first {
      before.removeFirst()
      after.removeFirst()
    }
    while let last = before.last, last == after.last {
      before.removeLast()
      after.removeLast()
    }
    let start = before.first?.startIndex ?? (region.old.lowerBound + prefixCount(region, old))
    let new = after.first.flatMap { first in after.last.map { region.new[first.startIndex..<$0.endIndex] } }
    return Region(old: SourceSpan(start, before.last?.endIndex ?? start), new: new ?? [])
  }

  /// The number of bytes in the lines at the start of a region that stay the same.
  private static func prefixCount(_ region: Region, _ old: [UInt8]) -> Int {
    zip(lines(old[region.old.range]), lines(region.new)).prefix { $0 == $1 }.reduce(0) { $0 + $1.0.count }
  }

  /// Lines with their line feeds.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  // MARK: Hunks

  /// Writes regions as hunks; those that share context are one hunk.
  private static func append(_ regions: [Region], _ old: [UInt8], to result: inout [UInt8]) {
    // The lines before the place that counting has reached, and how many more the new text has by then.
    var counted = (offset: 0, lines: 0)
    var growth = 0
    var index = 0
    while index < regions.count {
      let start = contextStart(regions[index].old.lowerBound, old)
      var hunk = Hunk()
      hunk.keep(old[start..<regions[index].old.lowerBound])
      while true {
        let region = regions[index]
        hunk.remove(old[region.old.range])
        hunk.add(region.new)
        index += 1
        let end = contextEnd(region.old.upperBound, old)
        let next = index < regions.count ? regions[index].old.lowerBound : Int.max
        // Hunks must not share a line, and those that touch read better as one.
        guard next < Int.max, contextStart(next, old) <= end else {
          hunk.keep(old[region.old.upperBound..<end])
          break
        }
        hunk.keep(old[region.old.upperBound..<next])
      }
      counted.lines += old[counted.offset..<start].count { $0 == 0x0A }
      counted.offset = start
      result += hunk.bytes(oldLine: counted.lines, newLine: counted.lines + growth)
      growth += hunk.newCount - hunk.oldCount
    }
  }

  private static func contextStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    for _ in 0..<contextCount where start > 0 { start = lineStart(start - 1, bytes) }
    return start
  }

  private static func contextEnd(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var end = offset
    for _ in 0..<contextCount where end < bytes.count { end = lineEnd(end, bytes) }
    return end
  }

  private struct Hunk {
    private var body: [UInt8] = []
    private(set) var oldCount = 0
    private(set) var newCount = 0

    mutating func keep(_ bytes: ArraySlice<UInt8>) {
      let count = write(bytes, mark: 0x20)
      oldCount += count
      newCount += count
    }

    mutating func remove(_ bytes: ArraySlice<UInt8>) { oldCount += write(bytes, mark: 0x2D) }

    mutating func add(_ bytes: ArraySlice<UInt8>) { newCount += write(bytes, mark: 0x2B) }

    private mutating func write(_ bytes: ArraySlice<UInt8>, mark: UInt8) -> Int {
      let lines = UnifiedDiff.lines(bytes)
      for line in lines {
        body.append(mark)
        body += line
        if line.last != 0x0A { body += Array("\n\\ No newline at end of file\n".utf8) }
      }
      return lines.count
    }

    /// - Parameters:
    ///   - oldLine: the number of lines before the hunk in the old text.
    ///   - newLine: the same in the new text.
    func bytes(oldLine: Int, newLine: Int) -> [UInt8] {
      func range(_ before: Int, _ count: Int) -> String {
        // A range without lines is named by the line before it.
        let first = count == 0 ? before : before + 1
        return count == 1 ? "\(first)" : "\(first),\(count)"
      }
      return Array("@@ -\(range(oldLine, oldCount)) +\(range(newLine, newCount)) @@\n".utf8) + body
    }
  }
}

extension String {
  /// The name as it ends a line of a diff: behind one with spaces GNU patch and git look for a tab.
  fileprivate var endingName: String { utf8.contains(0x20) && !hasPrefix("\"") ? self + "\t" : self }
}
