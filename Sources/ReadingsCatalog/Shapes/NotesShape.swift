internal import SourceText

/// Reads posts of notes on papers ranked by citations: `### [1900] Title [Organisation]` above each paper's notes,
/// usually with a list of the same titles on top.
enum NotesShape {
  /// The readings, or nil when the post is not of this shape.
  static func read(_ groups: [HeadingGroup], post: PostFrame) -> [Reading]? {
    let headed = groups.indices.filter { groups[$0].title.flatMap { number(before: $0.text) } != nil }
    guard headed.count >= 2 else { return nil }
    let numbers = headed.compactMap { groups[$0].title.flatMap { number(before: $0.text) } }
    let isCounting = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 &+ 1 }
    let areYears = numbers.allSatisfy { (1950...2099).contains($0) }
    let context = EntryContext(leadingNumber: isCounting || areYears ? .listNumber : .citations)
    var readings = headed.enumerated().compactMap { place, index -> Reading? in
      let last = (place + 1 < headed.count ? headed[place + 1] : groups.count) - 1
      let end = groups[last].endOffset
      // What is noted of a work are no facts of it; its tags may stand on top.
      let tags = groups[index].nodes.first.flatMap { $0.isItem ? $0.lines.first : nil }
      return entry(groups[index].title, tags, from: groups[index].startOffset, to: end, context, post)
    }
    readings += listedOnly(groups, besides: readings, context, post)
    return readings.sorted { $0.position < $1.position }
  }

  /// Titles of the list on top that no section below takes up.
  private static func listedOnly(
    _ groups: [HeadingGroup], besides readings: [Reading], _ context: EntryContext, _ post: PostFrame
  ) -> [Reading] {
    let known = readings.map { comparisonForm(ByteText($0.title)) }
    return (groups.first?.nodes ?? []).compactMap { item in
      guard item.isItem, let line = item.lines.first, number(before: line.text) != nil else { return nil }
      let title = comparisonForm(TitleLine(line.text, leadingNumber: context.leadingNumber).title)
      guard !known.contains(where: { $0.hasPrefix(title) || title.hasPrefix($0) }) else { return nil }
      return entry(line, nil, from: item.span.lowerBound, to: item.span.upperBound, context, post)
    }
  }

  private static func entry(
    _ title: TextLine?, _ tags: TextLine?, from start: Int, to end: Int, _ context: EntryContext,
    _ post: PostFrame
  ) -> Reading? {
    guard let title else { return nil }
    let span = SourceSpan(start, max(start, end))
    var reader = EntryReader(title: title, span: span, context: context, post: post)
    if let tags { reader.readTags(tags) }
    return reader.draft.finish()
  }

  /// The number in brackets before a title.
  private static func number(before text: ByteText) -> Int? {
    guard let (number, rest) = text.bracketedNumber, text[(rest.startIndex - 1)...].hasWords(2) else {
      return nil
    }
    return number
  }
}

extension HeadingGroup {
  fileprivate var startOffset: Int { heading?.span.lowerBound ?? 0 }
}
