internal import SourceText

/// Reads posts in which each work has a heading with its facts as bullets below, under headings such as
/// `Required Readings:`; and the tables and lists that stand under such headings.
struct HeadingShape {
  private let outline: Outline
  private let post: PostFrame
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

  private init(_ outline: Outline, _ groups: [HeadingGroup], _ post: PostFrame) {
    self.outline = outline
    self.post = post
    self.groups = groups
  }

  /// All readings in file order.
  static func read(_ outline: Outline, groups: [HeadingGroup], post: PostFrame) -> [Reading] {
    var shape = HeadingShape(outline, groups, post)
    shape.readGroups()
    return shape.readings
  }

  /// Whether the post says of itself that it lists readings.
  private var isReadingList: Bool {
    groups.contains { $0.section.map { $0.mentionsReading && $0.isContainer } ?? false }
  }

  /// `# Blog: ...`, above or beside the entries; a section of blog posts among them starts nothing.
  private func startsWriteUp(_ group: HeadingGroup) -> Bool {
    group.section?.startsWriteUp == true
      && (group.level == 1 || entryLevel.map { group.level < $0 } ?? false)
  }

  private mutating func readGroups() {
    let isReadingList = isReadingList
    // Where entries are bold lines, a heading above more of them is their next section.
    let lastBoldHeading = groups.lastIndex { $0.level == 7 } ?? 0
    for (index, group) in groups.enumerated() {
      guard let section = group.visibleSection else {
        readContents(of: group, isAnnounced: false)
        continue
      }
      sections.close(at: group.level)
      // A section of blog posts on top, each a bold line, is none.
      let isFirstSection = entryLevel == nil && index + 1 < groups.count && groups[index + 1].level == 7
      if startsWriteUp(group), !isFirstSection { break }
      if group.level == 1, !hasTopSection, let entryLevel, entryLevel > 1, !section.isContainer,
        entryLevel < 7 || index > lastBoldHeading
      {
        break
      }
      if group.level == 1, entryLevel == nil { hasTopSection = true }
      let isExpected = isReadingList && (sections.announcesReadings || section.isContainer)
      let holdsLinks =
        group.holdsLinksOfOneWork
        || (isReadingList && sections.announcesReadings && group.holdsOneAddress)
      let isSection = isSection(group, section, holdsLinks: holdsLinks)
      var reader = !isSection && (isReadingList || mayBeEntry(group)) ? entryReader(group) : nil
      let holdsOneWork =
        reader?.draft.holdsOneWork(expected: isExpected) == true
        && !group.nodes.contains(where: \.isTable)
      let isEntry =
        holdsOneWork
        || isEntry(group, reader, index, holdsLinks: holdsLinks, isReadingList: isReadingList)
      let isContainer =
        isSection
        || !holdsLinks && !holdsOneWork
          && (section.isContainer && !group.isLinked || holdsSeveralWorks(group))
      if isContainer || isEntry && holdsNumberedWorks(group) {
        sections.open(section, level: group.level)
        readContents(of: group, isAnnounced: isReadingList || sections.announcesReadings)
      } else if isEntry {
        if let reading = reader?.draft.finish() { add(reading, of: group) }
      } else {
        sections.open(section, level: group.level)
        readContents(of: group, isAnnounced: sections.announcesReadings && isReadingList)
      }
    }
  }

  // MARK: Headings

  /// Whether a heading is that of a section whatever the lines below it say.
  private func isSection(_ group: HeadingGroup, _ section: SectionHeading, holdsLinks: Bool) -> Bool {
    if section.isListName, !group.isLinked { return true }
    if holdsLinks { return false }
    return ListShape.isOutline(group.nodes) || section.isContainer && !group.isLinked && group.level <= 2
  }

  /// Whether a numbered list stands below of which several items name works: the names and identifiers found there are
  /// then not those of one work.
  private func holdsNumberedWorks(_ group: HeadingGroup) -> Bool {
    guard !group.isLinked, group.nodes.contains(where: \.isNumbered), group.topItems.prefix(4).count == 4,
      group.topItems.allSatisfy(\.isNumbered)
    else {
      return false
    }
    return nameWorks(group.topItems, atLeast: 2)
  }

  /// Whether two or more bullets each name a work of their own: `name: url`, `[name](url)`, `Name (ISCA’24): ...`
  private func holdsSeveralWorks(_ group: HeadingGroup) -> Bool {
    let hasTable = group.nodes.contains { node in
      if case .table(let table) = node.kind { TableShape.isReadingTable(table) } else { false }
    }
    if hasTable { return true }
    let count = group.topItems.count
    guard count >= 2 else { return false }
    return nameWorks(group.topItems, atLeast: max(2, (count + 1) / 2))
  }

  private func nameWorks(_ items: some Collection<OutlineNode>, atLeast least: Int) -> Bool {
    var others = items.count - least
    var missing = least
    for item in items where missing > 0 && others >= 0 {
      if namesWork(item) { missing -= 1 } else { others -= 1 }
    }
    return missing <= 0
  }

  private func namesWork(_ item: OutlineNode) -> Bool {
    guard let line = item.lines.first, ItemLine.mayBeEntry(line), FieldLabel.parse(line.text) == nil else {
      return false
    }
    let parts = ItemLine(line)
    guard parts.isEntry, let title = parts.titles.first else { return false }
    let name = EntryReader.visibleTitle(title).trimming(":-")
    return name.hasWords(2) && !FieldLabel.isLinkWord(name)
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
    // The draft is looked at where it is: a copy costs more than all that is asked here.
    guard reader != nil, let title = group.title, !title.isBlank else { return false }
    let isCertain = reader?.draft.isCertain == true
    let isLeaf = index + 1 >= groups.count || groups[index + 1].level <= group.level
    // Where entries are bold lines, a heading above the links of one work is an entry too.
    if holdsLinks, isReadingList || group.level == 7 || entryLevel == 7 { return true }
    if group.level == 7, group.nodes.isEmpty, reader?.draft.hasTitleWithVenue == true { return true }
    if group.startsWithAddress, headsAddresses { return true }
    if sections.announcesReadings, isReadingList { return isLeaf || !group.nodes.isEmpty }
    guard group.hasLinks, isReadingList || group.level == 7 || ownLinkCount(group) > 0 else { return false }
    if group.level == 7 { return isCertain || reader?.draft.urls.isEmpty == false }
    // Outside a list of readings a heading of one or two words is rather a section of notes on one work.
    return isCertain && (isReadingList || reader?.draft.title.hasWords(3) == true || headsOfWorks >= 2)
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
      title: title, span: SourceSpan(start, max(start, group.endOffset)), context: sections.context,
      post: post)
    for node in group.nodes {
      if case .table = node.kind { continue }
      reader.read(node.lines, isNested: (node.depth ?? 0) > 0, isParagraph: !node.isItem)
    }
    return reader
  }

  private mutating func add(_ reading: Reading, of group: HeadingGroup) {
    readings.append(reading)
    entryLevel = min(entryLevel ?? group.level, group.level)
  }

  // MARK: Tables and lists under a heading

  private mutating func readContents(of group: HeadingGroup, isAnnounced: Bool) {
    let found = readings.count
    for node in group.nodes {
      guard case .table(let table) = node.kind, TableShape.isReadingTable(table) else { continue }
      readings += TableShape.read(
        table, footnotes: outline.footnotes, context: sections.context, post: post)
    }
    readings += ListShape.read(
      group.nodes, isAnnounced: isAnnounced || group.announcesReadings, sections: sections,
      level: group.level,
      post: post)
    if readings.count > found + 1 { readings[found...].sort { $0.position < $1.position } }
    if readings.count > found { entryLevel = min(entryLevel ?? 7, max(group.level, 2)) }
  }
}
