package import ReadingsQuery

/// Counted tags as lines of text.
package enum TagListing {
  /// One row a tag: its spelling, how many sessions, readings and papers have it, and what is odd about its spelling.
  package static func table(_ tags: [TagCount], width: Int) -> [StyledLine] {
    let names = tags.map { VisibleText.make($0.spelling) }
    let cells = tags.map { counts(of: $0) }
    let widths = (0..<3).map { column in cells.map { $0[column].utf8.count }.max() ?? 0 }
    // Where not even a short name fits beside all three counts, papers are left out.
    let shown = widths.prefix(widths.reduce(14, +) > width ? 2 : 3)
    let longestName = names.map { DisplayWidth.of($0) }.max() ?? 0
    let room = width - shown.reduce(0) { $0 + $1 + 2 }
    let nameWidth = min(longestName, max(8, min(width / 2, room)))
    var lines: [StyledLine] = []
    for (index, tag) in tags.enumerated() {
      var line = StyledLine()
      line.add(TextLayout.padded(TextLayout.truncated(names[index], to: nameWidth), to: nameWidth), .strong)
      for (column, count) in cells[index].prefix(shown.count).enumerated() {
        line.add("  " + right(count, to: widths[column]), column == 0 ? .plain : .quiet)
      }
      let remarks = remarks(on: tag).map { VisibleText.make($0) }
      let start = line.width + 2
      let joined = remarks.joined(separator: "; ")
      if !joined.isEmpty, start + DisplayWidth.of(joined) <= width {
        line.add("  " + joined, .warning)
        lines.append(line)
      } else {
        lines.append(line)
        for remark in remarks {
          lines += TextLayout.wrapped(remark, to: max(20, width - 4)).map {
            StyledLine("    " + $0, .warning)
          }
        }
      }
    }
    return lines
  }

  /// The same in one line a tag, cells two spaces apart.
  package static func plain(_ tags: [TagCount]) -> [StyledLine] {
    tags.map { tag in
      StyledLine(([tag.spelling] + counts(of: tag) + remarks(on: tag)).joined(separator: "  "))
    }
  }

  private static func counts(of tag: TagCount) -> [String] {
    [
      counted(tag.sessionCount, "session"), counted(tag.readingCount, "reading"),
      counted(tag.paperCount, "paper"),
    ]
  }

  private static func remarks(on tag: TagCount) -> [String] {
    var remarks: [String] = []
    if tag.spellings.count > 1 {
      let others = tag.spellings.dropFirst().map { "'\($0.text)' \($0.count)×" }
      remarks.append("also spelled " + others.joined(separator: ", "))
    }
    if !tag.neighbours.isEmpty {
      remarks.append("close to " + tag.neighbours.map { "'\($0)'" }.joined(separator: ", "))
    }
    return remarks
  }

  private static func right(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
