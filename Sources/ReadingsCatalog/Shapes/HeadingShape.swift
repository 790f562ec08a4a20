internal import SourceText

/// Reads posts in which each work has a heading with its facts as bullets below, under headings such as
/// `Required Readings:`; and the tables and lists that stand under such headings.
struct HeadingShape {
  private let outline: Outline
  private let lines: LineTable
  private let groups: [HeadingGroup]
  private var sections = SectionStack()
  private var entryLevel: Int?
  /// How many headings have nothing but the link of a paper directly below them; seldom asked for.
  private lazy var headsOfWorks = groups.count(where: \.startsWithPaperLink)
  /// Whether nearly every heading of the post has an address directly below it, and is the title of what is there.
  private lazy var headsAddresses: Bool = {
    let heads = groups.count { $0.heading != nil }
    let addressed = heads >= 2 ? groups.count(where: \.startsWithAddress) : 0
    return addressed >= 2 && addressed * 5 >= heads * 4
  }()
  /// Whether a heading of the first level stood above the first entry: then a later one is the next section, not
  /// the start of the write-up.
  private var hasTopSection = false
  private(set) var readings: [Reading] = []

  private init(_ outline: Outline, _ groups: [HeadingGroup], _ lines: LineTable) {
    self.outline = outline
    self.lines = lines
    self.groups = groups
  }

  /// All readings in file order.
  static func read(_ outline: Outline, groups: [HeadingGroup], lines: LineTable) -> [Reading] {
    var shape = HeadingShape(outline, groups, lines)
    shape.readGroups()
    return shape.readings
  }

  /// Whether the post says of itself that it lists readings.
  private var isReadingList: Bool {
    groups.contains { group in
      guard let text = group.heading?.joined.text else { return false }
      return text.firstRange(ofLowercase: "read") != nil
        && FormWords(text).contains(where: HeadingShape.readingWords.contains)
        && SectionHeading.isContainer(text)
    }
  }

  private static let readingWords: WordSet = ["read", "reads", "reading", "readings"]

  /// `# Blog: ...`, above or beside the entries; a section of blog posts among them starts nothing.
  private func startsWriteUp(_ group: HeadingGroup, _ text: ByteText) -> Bool {
    SectionHeading.startsWriteUp(text) && (group.level == 1 || entryLevel.map { group.level < $0 } ?? false)
  }

  private mutating func readGroups() {
    let isReadingList = isReadingList
    // Where entries are bold lines, a heading above more of them is their next section.
    let lastBoldHeading = groups.lastIndex { $0.level == 7 } ?? 0
    for (index, group) in groups.enumerated() {
      guard let title = group.title else {
        readContents(of: group, isAnnounced: false)
        continue
      }
      let text = EntryReader.visibleTitle(title)
      sections.close(at: group.level)
      // A section of blog posts on top, each a bold line, is none.
      let isFirstSection = entryLevel == nil && index + 1 < groups.count && groups[index + 1].level == 7
      if startsWriteUp(group, title.text), !isFirstSection { break }
      if group.level == 1, !hasTopSection, let entryLevel, entryLevel > 1, !SectionHeading.isContainer(text),
        entryLevel < 7 || index > lastBoldHeading
      {
        break
      }
      if group.level == 1, entryLevel == nil { hasTopSection = true }
      let isExpected = isReadingList && (sections.announcesReadings || SectionHeading.isContainer(text))
      let reader = isReadingList || mayBeEntry(group) ? entryReader(group) : nil
      let holdsOneWork =
        reader?.draft.holdsOneWork(expected: isExpected) == true
        && !group.nodes.contains(where: \.isTable)
      let holdsLinks =
        group.holdsLinksOfOneWork
        || (isReadingList && sections.announcesReadings && group.holdsOneAddress)
      let isEntry =
        holdsOneWork
        || isEntry(group, reader, index, holdsLinks: holdsLinks, isReadingList: isReadingList)
      if isContainer(group, text, holdsOneWork: holdsOneWork, holdsLinks: holdsLinks)
        || isEntry && holdsNumberedWorks(group)
      {
        sections.open(text, level: group.level)
        readContents(of: group, isAnnounced: isReadingList || sections.announcesReadings)
      } else if isEntry, let reader {
        readEntry(group, reader)
      } else {
        sections.open(text, level: group.level)
        readContents(of: group, isAnnounced: sections.announcesReadings && isReadingList)
      }
    }
  }

  // MARK: Headings

  private func isContainer(_ group: HeadingGroup, _ text: ByteText, holdsOneWork: Bool, holdsLinks: Bool)
    -> Bool
  {
    if SectionHeading.isListName(text), group.heading?.hasLinks != true { return true }
    if holdsLinks { return false }
    if ListShape.isOutline(group.nodes) { return true }
    if SectionHeading.isContainer(text), group.heading?.hasLinks != true {
      return !holdsOneWork || group.level <= 2
    }
    return !holdsOneWork && holdsSeveralWorks(group)
  }

  /// Whether a numbered list stands below of which several items name works: the names and identifiers found there are
  /// then not those of one work.
  private func holdsNumberedWorks(_ group: HeadingGroup) -> Bool {
    guard group.heading?.hasLinks != true else { return false }
    let top = group.nodes.filter { $0.isItem && $0.depth == 0 }
    guard top.count >= 4, top.allSatisfy(\.isNumbered) else { return false }
    return namedWorkCount(top) >= 2
  }

  /// Whether two or more bullets each name a work of their own: `name: url`, `[name](url)`, `Name (ISCA’24): ...`
  private func holdsSeveralWorks(_ group: HeadingGroup) -> Bool {
    let hasTable = group.nodes.contains { node in
      if case .table(let table) = node.kind { TableShape.isReadingTable(table) } else { false }
    }
    if hasTable { return true }
    let top = group.nodes.filter { $0.isItem && $0.depth == 0 }
    guard top.count >= 2 else { return false }
    let namedCount = namedWorkCount(top)
    return namedCount >= 2 && namedCount * 2 >= top.count
  }

  private func namedWorkCount(_ items: [OutlineNode]) -> Int {
    items.count { item in
      guard let line = item.lines.first, ItemLine.mayBeEntry(line), FieldLabel.parse(line.text) == nil else {
        return false
      }
      let parts = ItemLine(line)
      guard parts.isEntry, let title = parts.titles.first else { return false }
      let name = EntryReader.visibleTitle(title).trimming(":-")
      return name.hasWords(2) && !FieldLabel.isLinkWord(name)
    }
  }

  /// Rules out the headings of prose in a post that is no list of readings: what stands below needs no reading to see
  /// that it is no entry's.
  private func mayBeEntry(_ group: HeadingGroup) -> Bool {
    group.level == 7 || group.startsWithAddress || ownLinkCount(group) > 0
      || group.nodes.contains { node in
        node.lines.contains { $0.text.contains("ubmitted ") } || HeadingShape.mayListNames(node)
      }
  }

  private static func mayListNames(_ node: OutlineNode) -> Bool {
    if node.lines.contains(where: { !$0.hasLinks && AuthorLine.mayList($0.residue) }) { return true }
    guard node.lines.count > 1, !node.hasLinks, AuthorLine.mayBegin(node.lines[0].residue) else {
      return false
    }
    return AuthorLine.mayList(node.joined.residue)
  }

  private mutating func isEntry(
    _ group: HeadingGroup, _ reader: EntryReader?, _ index: Int, holdsLinks: Bool, isReadingList: Bool
  ) -> Bool {
    guard let reader, let title = group.title, !title.isBlank else { return false }
    let isLeaf = index + 1 >= groups.count || groups[index + 1].level <= group.level
    // Where entries are bold lines, a heading above the links of one work is an entry too.
    if holdsLinks, isReadingList || group.level == 7 || entryLevel == 7 { return true }
    if group.level == 7, group.nodes.isEmpty, reader.draft.hasTitleWithVenue { return true }
    if group.startsWithAddress, headsAddresses { return true }
    if sections.announcesReadings, isReadingList { return isLeaf || !group.nodes.isEmpty }
    guard group.hasLinks, isReadingList || group.level == 7 || ownLinkCount(group) > 0 else { return false }
    if group.level == 7 { return reader.draft.isCertain || !reader.draft.urls.isEmpty }
    // Outside a list of readings a heading of one or two words is rather a section of notes on one work.
    return reader.draft.isCertain
      && (isReadingList || reader.draft.title.hasWords(3) || headsOfWorks >= 2)
  }

  /// The lines directly below the heading, or the heading itself, that are nothing but links.
  private func ownLinkCount(_ group: HeadingGroup) -> Int {
    let headingLinks = group.title?.links.count ?? 0
    return headingLinks
      + group.nodes.prefix(6).count { node in
        node.lines.contains { $0.hasLinks && FieldLabel.isLinkWord($0.residue) }
      }
  }

  private func entryReader(_ group: HeadingGroup) -> EntryReader {
    let title = group.title ?? TextLine(span: SourceSpan(0, 0))
    let start = group.heading?.span.lowerBound ?? 0
    var reader = EntryReader(
      title: title, span: SourceSpan(start, max(start, group.endOffset)), context: sections.context(),
      lines: lines)
    for node in group.nodes {
      if case .table = node.kind { continue }
      reader.read(node.lines, isNested: (node.depth ?? 0) > 0, isParagraph: !node.isItem)
    }
    return reader
  }

  private mutating func readEntry(_ group: HeadingGroup, _ reader: EntryReader) {
    if let reading = reader.draft.finish() {
      readings.append(reading)
      entryLevel = min(entryLevel ?? group.level, group.level)
    }
  }

  // MARK: Tables and lists under a heading

  private mutating func readContents(of group: HeadingGroup, isAnnounced: Bool) {
    let found = readings.count
    for node in group.nodes {
      guard case .table(let table) = node.kind, TableShape.isReadingTable(table) else { continue }
      readings += TableShape.read(
        table, footnotes: outline.footnotes, context: sections.context(), lines: lines)
    }
    readings += ListShape.read(
      group.nodes, isAnnounced: isAnnounced || group.announcesReadings, sections: sections,
      level: group.level,
      lines: lines)
    if readings.count > found + 1 { readings[found...].sort { $0.position < $1.position } }
    if readings.count > found { entryLevel = min(entryLevel ?? 7, max(group.level, 2)) }
  }
}
