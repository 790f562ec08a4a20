internal import SourceText

/// A heading with what stands directly below it, up to the next heading.
struct HeadingGroup: Sendable {
  /// Nil for what stands before the first heading.
  let heading: OutlineNode?
  let nodes: ArraySlice<OutlineNode>
  /// The heading as one line.
  let title: TextLine?
  /// What the words of the title say.
  let section: SectionHeading?
  /// 1 to 6; 7 for a bold line that serves as a heading; 0 before the first heading.
  let level: Int

  init(heading: OutlineNode?, nodes: ArraySlice<OutlineNode>) {
    self.heading = heading
    self.nodes = nodes
    title = heading?.joined
    section = title.map { SectionHeading($0.text) }
    level = if case .heading(let level)? = heading?.kind { level } else { 0 }
  }

  /// What the words of the title say without addresses and link words.
  var visibleSection: SectionHeading? {
    guard let title, let section else { return nil }
    return title.hasOnlyText ? section : SectionHeading(EntryReader.visibleTitle(title))
  }

  /// Whether a paragraph introduces the list below it as one of readings: `Please read before class:`
  var announcesReadings: Bool {
    nodes.contains { node in
      guard case .paragraph(nil) = node.kind, node.lines.count == 1 else { return false }
      let text = node.lines[0].text
      return text.hasSuffix(":") && !text.hasWords(13)
        && FormWords(text).contains(where: HeadingGroup.readingWords.contains)
    }
  }

  private static let readingWords: WordSet = ["read", "reading", "readings", "papers"]

  /// Whether the first line below the heading is a link to a paper and nothing else.
  var startsWithPaperLink: Bool {
    guard heading != nil, let line = nodes.first?.lines.first, let link = line.links.first else {
      return false
    }
    return FieldLabel.isLinkWord(line.residue) && (link.isBare || FieldLabel.isLinkWord(link.label))
      && KindClassifier.kind(ofURL: link.url) == .paper
  }

  /// Whether the heading has links.
  var isLinked: Bool { title?.hasLinks == true }

  var hasLinks: Bool {
    isLinked || nodes.contains(where: \.hasLinks)
  }

  /// Whether nothing but the links of one work stands below: each under the name of its role (`blog: url`,
  /// `part 2: url`), or one that is alone below a bold line, or is called by its role (`[URL](url)`).
  var holdsLinksOfOneWork: Bool {
    guard let title, !title.hasLinks else { return false }
    var hasLinks = false
    var (itemCount, factCount) = (0, 0)
    for item in topItems {
      let isFact = item.lines.first.map(FieldLabel.isFact) ?? false
      if itemCount == 0, !isFact || level != 7 && !hasName(ofWords: 3) { return false }
      itemCount += 1
      if isFact { factCount += 1 }
      hasLinks = hasLinks || item.hasLinks
    }
    if itemCount > 0 { return hasLinks && factCount * 2 >= itemCount }
    guard nodes.count == 1, let line = nodes.first?.lines.first, nodes.first?.lines.count == 1,
      line.links.count == 1, let link = line.links.first, line.residue.isEmpty
    else { return false }
    return FieldLabel.isLinkWord(link.label)
      || (level == 7 && link.isBare && hasName(ofWords: 2) && !title.text.hasSuffix(":"))
  }

  private func hasName(ofWords count: Int) -> Bool {
    title?.text.trimming("*_:").hasWords(count) == true
  }

  /// Whether nothing but a bullet with an address stands below a heading that can be its title, colon or not.
  var holdsOneAddress: Bool {
    guard let section, !isLinked, nodes.count == 1, let item = nodes.first, item.isItem,
      item.lines.count == 1, item.lines[0].isAddress, section.name.hasWords(2)
    else { return false }
    let name = SectionHeading(section.name)
    return !name.isContainer && !name.isAboutSoftware
  }

  /// Whether an address stands directly below the heading.
  var startsWithAddress: Bool {
    heading != nil && nodes.first?.lines.first?.isAddress == true
  }

  /// The items of the outermost lists.
  var topItems: some Collection<OutlineNode> { nodes.lazy.filter { $0.isItem && $0.depth == 0 } }

  /// The end of the last thing in the group.
  var endOffset: Int { nodes.last?.span.upperBound ?? heading?.span.upperBound ?? 0 }
}

extension Outline {
  /// The post cut at its headings. A paragraph that is one bold line counts as a heading of level 7 where the
  /// lines below it are an entry's, or where most such lines of the post are.
  func groups() -> [HeadingGroup] {
    let nodes = withBoldHeadings()
    var groups: [HeadingGroup] = []
    var heading: OutlineNode?
    var start = 0
    for (index, node) in nodes.enumerated() where node.isHeading {
      groups.append(HeadingGroup(heading: heading, nodes: nodes[start..<index]))
      heading = node
      start = index + 1
    }
    groups.append(HeadingGroup(heading: heading, nodes: nodes[start...]))
    return groups
  }

  /// What stands before the write-up and has text, bold lines that serve as headings as such.
  private func withBoldHeadings() -> [OutlineNode] {
    let bold = nodes.indices.filter { nodes[$0].isBoldLine }
    let heading = bold.filter { hasEntryLines(below: $0) }
    let titles = heading.count >= 3 && heading.count * 2 > bold.count ? bold : heading
    if titles.isEmpty, excerptOffset == nil, nodes.allSatisfy(\.holdsSomething) { return nodes }
    var nextTitle = titles.startIndex
    var result: [OutlineNode] = []
    result.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      if let end = excerptOffset, node.span.lowerBound >= end { break }
      if nextTitle < titles.endIndex, titles[nextTitle] == index {
        nextTitle += 1
        var title = node
        title.kind = .heading(7)
        title.lines = [node.lines[0]]
        result.append(title)
        var rest = node
        rest.lines = Array(node.lines.dropFirst())
        if !rest.lines.isEmpty { result.append(rest) }
      } else if node.holdsSomething {
        result.append(node)
      }
    }
    return result
  }

  /// Whether labelled bullets or a bare link stand below a bold line, pictures and a remark aside.
  private func hasEntryLines(below index: Int) -> Bool {
    if nodes[index].lines.dropFirst().contains(where: { $0.hasLinks && !$0.residue.hasWords(4) }) {
      return true
    }
    for node in nodes[(index + 1)...].prefix(4) {
      if node.isHeading || node.isBoldLine { return false }
      guard let first = node.lines.first else { continue }
      if node.isItem { return FieldLabel.parse(first.text) != nil || first.isLabelledLink }
      if node.depth == nil, first.hasLinks, FieldLabel.isLinkWord(first.residue) { return true }
    }
    return false
  }
}

extension TextLine {
  /// Whether the line is a written-out address and nothing else.
  var isAddress: Bool { hasLinks && residue.isEmpty && links.count == 1 && links[0].isBare }
}

extension OutlineNode {
  fileprivate var holdsSomething: Bool { !lines.isEmpty || isTable || isHeading }

  /// Whether a paragraph begins with a line that is all bold, no longer than a title.
  fileprivate var isBoldLine: Bool {
    guard case .paragraph(nil) = kind, let first = lines.first else { return false }
    return first.isStrong && !first.text.hasWords(31)
  }
}

/// The headings that enclose a place, from the outermost in.
struct SectionStack: Sendable {
  private var sections: [Section] = []

  /// What a heading and those around it say together.
  private struct Section {
    let level: Int
    let context: EntryContext
    let announcesReadings: Bool
  }

  mutating func close(at level: Int) {
    while let last = sections.last, last.level >= level { sections.removeLast() }
  }

  mutating func open(_ heading: SectionHeading, level: Int) {
    let inner = EntryContext(
      section: heading.name, role: heading.role ?? context.role,
      isInSoftwareSection: heading.isAboutSoftware || context.isInSoftwareSection,
      isInBookSection: heading.isAboutBooks)
    sections.append(
      Section(
        level: level, context: inner, announcesReadings: heading.announcesReadings || announcesReadings))
  }

  /// Whether one of the enclosing headings says that entries follow.
  var announcesReadings: Bool { sections.last?.announcesReadings ?? false }

  /// The context of an entry that stands here; the innermost section with a role word decides the role.
  var context: EntryContext { sections.last?.context ?? EntryContext() }
}
