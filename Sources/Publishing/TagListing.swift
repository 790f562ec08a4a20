package import ReadingsQuery

/// Counted tags as lines of text.
package enum TagListing {
  /// One row a tag: its spelling, how many sessions and readings have it, and what is odd about its spelling.
  package static func table(_ tags: [TagCount], width: Int) -> [StyledLine] {
    let names = tags.map { VisibleText.make($0.spelling) }
    let sessionsWidth = tags.map { counted($0.sessionCount, "session").utf8.count }.max() ?? 0
    let readingsWidth = tags.map { counted($0.readingCount, "reading").utf8.count }.max() ?? 0
    let longestName = names.map { DisplayWidth.of($0) }.max() ?? 0
    let nameWidth = min(longestName, max(8, min(width / 2, width - sessionsWidth - readingsWidth - 4)))
    var lines: [StyledLine] = []
    for (tag, name) in zip(tags, names) {
      var line = StyledLine()
      line.add(TextLayout.padded(TextLayout.truncated(name, to: nameWidth), to: nameWidth), .strong)
      line.add("  " + right(counted(tag.sessionCount, "session"), to: sessionsWidth))
      let readings = right(counted(tag.readingCount, "reading"), to: readingsWidth)
      line.add("  " + readings, .quiet)
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
      let cells =
        [tag.spelling, counted(tag.sessionCount, "session"), counted(tag.readingCount, "reading")]
        + remarks(on: tag)
      return StyledLine(cells.joined(separator: "  "))
    }
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
