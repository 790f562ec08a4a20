internal import SourceText

/// Reads posts of notes on papers ranked by citations: `### [1900] Title [Organisation]` above each paper's notes,
/// usually with a list of the same titles on top.
enum NotesShape {
  /// The readings, or nil when the post is not of this shape.
  static func read(_ outline: Outline, lines: LineTable) -> [Reading]? {
    let groups = outline.groups()
    let headed = groups.filter { $0.title.flatMap { bracketedNumber($0.text) } != nil }
    guard headed.count >= 2 else { return nil }
    let numbers = headed.compactMap { $0.title.flatMap { bracketedNumber($0.text) } }
    let isCounting = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 &+ 1 }
    let areYears = numbers.allSatisfy { (1950...2099).contains($0) }
    let context = EntryContext(leadingNumber: isCounting || areYears ? .listNumber : .citations)
    var readings = headed.enumerated().compactMap { index, group -> Reading? in
      let end =
        groups.last { $0.endOffset < (index + 1 < headed.count ? headed[index + 1].startOffset : .max) }?
        .endOffset ?? group.endOffset
      return entry(group.title, from: group.startOffset, to: end, context, lines)
    }
    readings += listedOnly(groups, besides: readings, context, lines)
    return readings.sorted { $0.position < $1.position }
  }

  /// Titles of the list on top that no section below takes up.
  private static func listedOnly(
    _ groups: [HeadingGroup], besides readings: [Reading], _ context: EntryContext, _ lines: LineTable
  ) -> [Reading] {
    let known = readings.map { comparisonForm($0.title) }
    let items = groups.first { $0.heading == nil }?.items ?? []
    return items.compactMap { item in
      guard let line = item.lines.first, bracketedNumber(line.text) != nil else { return nil }
      let title = comparisonForm(TitleLine(line.text, leadingNumber: context.leadingNumber).title)
      guard !known.contains(where: { $0.hasPrefix(title) || title.hasPrefix($0) }) else { return nil }
      return entry(line, from: item.span.lowerBound, to: item.span.upperBound, context, lines)
    }
  }

  private static func entry(
    _ title: TextLine?, from start: Int, to end: Int, _ context: EntryContext, _ lines: LineTable
  ) -> Reading? {
    guard let title else { return nil }
    return EntryReader(title: title, span: SourceSpan(start, max(start, end)), context: context, lines: lines)
      .draft.finish()
  }

  private static func bracketedNumber(_ text: String) -> Int? {
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]"), text[close...].wordCount >= 2 else {
      return nil
    }
    return Int(text[text.index(after: text.startIndex)..<close])
  }
}

extension HeadingGroup {
  fileprivate var startOffset: Int { heading?.span.lowerBound ?? 0 }
}
