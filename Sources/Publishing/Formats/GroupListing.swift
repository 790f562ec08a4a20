internal import ReadingsCatalog
package import ReadingsQuery

/// Readings under the values they are grouped by.
package enum GroupListing {
  /// A heading for each group with the number of its readings, aligned rows below it, within `width` columns.
  package static func table(_ grouping: Grouping, width: Int) -> [StyledLine] {
    let readings = grouping.groups.flatMap(\.readings)
    let rows = ReadingRows(
      [readings.map(\.reading)], sessionKeys: readings.map(\.briefSessions), width: width)
    return sections(of: grouping) { group in
      let count = "  \(group.readings.count)"
      let name = VisibleText.make(GroupListing.name(of: group, grouping.field))
      var heading = StyledLine(
        TextLayout.truncated(name, to: max(1, width - count.utf8.count)), .strong)
      heading.add(count, .quiet)
      return [heading] + group.readings.flatMap { rows.lines(for: $0.reading, sessionKey: $0.briefSessions) }
    }
  }

  /// The same without cutting or aligning anything.
  package static func plain(_ grouping: Grouping) -> [StyledLine] {
    sections(of: grouping) { group in
      let lines = group.readings.map { ReadingListing.plainLine(for: $0.reading, in: $0.listedSessions) }
      return [StyledLine(name(of: group, grouping.field), .strong)]
        + lines.map { line in
          var indented = StyledLine("  ")
          indented.add(line.text)
          return indented
        }
    }
  }

  /// A heading for each group, a list below it.
  package static func markdown(_ grouping: Grouping) -> [StyledLine] {
    sections(of: grouping) { group in
      let heading = StyledLine("## " + MarkdownListing.escaped(name(of: group, grouping.field)))
      return [heading, StyledLine()] + MarkdownListing.items(group.readings.map(\.reading))
    }
  }

  private static func sections(of grouping: Grouping, lines: (Grouping.Group) -> [StyledLine]) -> [StyledLine]
  {
    grouping.groups.enumerated().flatMap { index, group in
      (index > 0 ? [StyledLine()] : []) + lines(group)
    }
  }

  private static func name(of group: Grouping.Group, _ field: Grouping.Field) -> String {
    group.name ?? "no \(field.rawValue)"
  }
}
