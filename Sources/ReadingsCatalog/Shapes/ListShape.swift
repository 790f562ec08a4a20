internal import SourceText

/// Reads lists in which each item is an entry: `name: url`, numbered tools with bullets, nested outlines.
enum ListShape {
  /// An item with everything that belongs to it.
  private struct Item {
    var node: OutlineNode
    var depth: Int
    var number: Int?
    var followers: [OutlineNode] = []
    var children: [Int] = []
  }

  /// The entries among the nodes below one heading. Where the heading does not announce readings, the list must
  /// show by itself that it is one: most of its items name a work and link to it.
  static func read(
    _ nodes: ArraySlice<OutlineNode>, isAnnounced: Bool, sections: SectionStack, level: Int, post: PostFrame
  ) -> [Reading] {
    let items = nodes.contains(where: \.isItem) ? items(of: nodes) : []
    let roots = items.indices.filter { items[$0].depth == 0 }
    guard !roots.isEmpty else { return isAnnounced ? linkParagraphs(nodes, sections, post) : [] }
    var entries = roots
    if !isAnnounced {
      let linked = linkedTitles(roots, items)
      // People before their linked titles are cited works, whatever stands between them.
      let cited = roots.count { isCitation(items[$0].node) }
      let isCitedList = cited >= 2 && cited * 2 >= roots.count
      entries = roots.filter {
        isOutlineEntry($0, items) || linked.contains($0)
          || (isCitedList && items[$0].node.hasLinks)
      }
    }
    var readings: [Reading] = []
    var pending = entries.reversed().map { (index: $0, sections: sections, level: level) }
    while let next = pending.popLast() {
      if isTopic(next.index, items) {
        var inner = next.sections
        inner.open(SectionHeading(items[next.index].node.joined.text), level: next.level + 1)
        pending += items[next.index].children.reversed().map { ($0, inner, next.level + 1) }
      } else {
        readings += read(next.index, items, next.sections.context, post, isAnnounced: isAnnounced)
      }
    }
    return readings
  }

  /// The nodes as a tree: bullets after a numbered item at the same depth belong to it, and so do paragraphs.
  private static func items(of nodes: ArraySlice<OutlineNode>) -> [Item] {
    var items: [Item] = []
    var open: [Int] = []
    for node in nodes {
      switch node.kind {
      case .item(let depth, let number):
        var ownDepth = depth
        if depth == 0, number == nil, let root = open.first, items[root].number != nil { ownDepth = 1 }
        while let last = open.last, items[last].depth >= ownDepth { open.removeLast() }
        items.append(Item(node: node, depth: ownDepth, number: number))
        if let parent = open.last { items[parent].children.append(items.count - 1) }
        open.append(items.count - 1)
      case .paragraph(let depth):
        while let last = open.last, items[last].depth > (depth ?? 0) { open.removeLast() }
        if let last = open.last { items[last].followers.append(node) }
      case .heading, .table, .rule:
        continue
      }
    }
    return items
  }

  /// Whether items name works and the bullets below them give the works' parts.
  static func isOutline(_ nodes: ArraySlice<OutlineNode>) -> Bool {
    guard nodes.contains(where: { $0.isItem && $0.depth != 0 || $0.isNumbered }) else { return false }
    let items = items(of: nodes)
    return items.indices.contains { index in
      guard !items[index].children.isEmpty, hasLabelledChildren(index, items) else { return false }
      let text = items[index].node.joined.text
      return text.hasWords(2) && !text.hasSuffix(":") && FieldLabel.parse(text) == nil
    }
  }

  /// The items that are linked titles, where nearly all are; else none.
  private static func linkedTitles(_ roots: [Int], _ items: [Item]) -> Set<Int> {
    var linked: Set<Int> = []
    var otherCount = 0
    for root in roots {
      if isLinkedTitle(items[root].node) { linked.insert(root) } else { otherCount += 1 }
      if otherCount * 5 > roots.count { return [] }
    }
    return linked.count >= 2 ? linked : []
  }

  private static func isLinkedTitle(_ node: OutlineNode) -> Bool {
    guard let line = node.lines.first, line.hasLinks else { return false }
    let parts = ItemLine(line)
    guard parts.isEntry, let title = parts.titles.first else { return false }
    let name = EntryReader.visibleTitle(title)
    return TitleLine(name).title.hasWords(3)
      && (title.links.contains { KindClassifier.kind(ofURL: $0.url) == .paper }
        || parts.rest.map { ItemLine.namesVenue($0.text) } == true)
  }

  /// Whether an item is a work with a linked title, cited people first.
  private static func isCitation(_ node: OutlineNode) -> Bool {
    guard node.hasLinks, let first = node.lines.first?.segments.first else { return false }
    // People stand before the link, or begin its text.
    switch first {
    case .text(let text, _): guard text.hasWords(2) else { return false }
    case .link(let link): guard link.label.hasWords(8) else { return false }
    case .footnote: return false
    }
    let parts = ItemLine(node.joined)
    return parts.authors.count >= 2
      && parts.titles.first.map { EntryReader.visibleTitle($0).hasWords(3) } == true
  }

  /// Whether an item's bullets name the parts of an entry: `Authors:`, `Link:`, `Venue:` ...
  private static func hasLabelledChildren(_ index: Int, _ items: [Item]) -> Bool {
    items[index].children.contains { child in
      guard let line = items[child].node.lines.first, let (label, _) = FieldLabel.parse(line.text) else {
        return false
      }
      return [.title, .authors, .link, .code, .venue, .date].contains(label)
    }
  }

  /// Whether an item or one of those below it has bullets that name the parts of an entry.
  private static func isOutlineEntry(_ index: Int, _ items: [Item]) -> Bool {
    hasLabelledChildren(index, items) || items[index].children.contains { hasLabelledChildren($0, items) }
  }

  /// Whether an item only groups the entries below it.
  private static func isTopic(_ index: Int, _ items: [Item]) -> Bool {
    let item = items[index]
    guard !item.children.isEmpty, !item.node.hasLinks, !hasLabelledChildren(index, items) else {
      return false
    }
    if item.children.contains(where: { hasLabelledChildren($0, items) }) { return true }
    let text = item.node.joined.text
    guard text.hasSuffix(":") || SectionHeading(text).isContainer else { return false }
    return item.children.contains { items[$0].node.lines.first.map { ItemLine($0).isEntry } ?? false }
  }

  private static func read(
    _ index: Int, _ items: [Item], _ context: EntryContext, _ post: PostFrame, isAnnounced: Bool
  ) -> [Reading] {
    let item = items[index]
    guard let first = item.node.lines.first else { return [] }
    let parts = ItemLine(first, isNumbered: item.number != nil)
    let hasBody = !item.children.isEmpty || !item.followers.isEmpty
    let isName =
      !first.text.hasWords(21) && !first.text.endsLikeASentence && FieldLabel.parse(first.text) == nil
    guard parts.isEntry || hasLabelledChildren(index, items) || (isAnnounced && isName && hasBody) else {
      return []
    }
    var readings: [Reading] = []
    for (place, title) in parts.titles.enumerated() {
      var reader = EntryReader(
        title: title, span: item.node.span, context: context, post: post,
        mayHoldAuthors: parts.authors.isEmpty)
      if !parts.authors.isEmpty {
        reader.draft.set(authors: parts.authors, first.span, "names before the title")
      }
      if let rest = parts.rest { readRest(rest, into: &reader) }
      if place == 0 {
        readBody(
          of: index, items, hasTitleLink: first.hasLinks, into: &reader, readings: &readings, context,
          post)
      }
      if let reading = reader.draft.finish() { readings.insert(reading, at: min(place, readings.count)) }
    }
    return readings
  }

  /// What follows the title on its line: `, Author, 2009.`, `(ICML 2019)`, or a description.
  static func readRest(_ rest: TextLine, into reader: inout EntryReader) {
    let text = rest.text.trimming(",.:-–—()*_")
    reader.draft.addLinks(of: rest)
    if let venue = ItemLine.venueBehindAt(rest.text) {
      reader.draft.set(venue: venue.name, year: venue.year, rest.span, "venue after the title")
      return
    }
    let parts = TitleLine(ByteText(joining: [ByteText("x x, "), text]), mayHoldAuthors: true)
    if parts.title == "x x" {
      if !parts.authors.isEmpty {
        reader.draft.set(authors: parts.authors, rest.span, "names after the title")
      }
      if let venue = parts.venue {
        reader.draft.set(venue: venue, year: parts.year, rest.span, "venue after the title")
      } else if let year = parts.year {
        reader.draft.set(writtenYear: year, rest.span, "year after the title")
      }
    } else if case let place = AuthorLine.withoutLeadingYear(text).rest,
      let venue = VenuePhrase.venue(place.sentences.first ?? place)
    {
      let year = venue.year ?? DateScanner.lastYear(in: text)
      reader.draft.set(venue: venue.name, year: year, rest.span, "venue after the title")
    } else if let last = text.lastWord, let year = DateScanner.plausibleYear(last) {
      reader.draft.set(writtenYear: year, rest.span, "year after the title")
      if let authors = AuthorLine.parse(text[..<last.startIndex].trimmingEnd(",")) {
        reader.draft.set(authors: authors, rest.span, "names after the title")
      }
    } else if let authors = AuthorLine.parse(text) {
      reader.draft.set(authors: authors, rest.span, "names after the title")
    } else {
      reader.read([rest.with(rest.segments.droppingLeadingPunctuation)])
    }
  }

  private static func readBody(
    of index: Int, _ items: [Item], hasTitleLink: Bool, into reader: inout EntryReader,
    readings: inout [Reading],
    _ context: EntryContext, _ post: PostFrame
  ) {
    let item = items[index]
    for line in item.node.lines.dropFirst() {
      // A bare address on a line of its own under a linked name is something else to read.
      if hasTitleLink, line.residue.isEmpty, line.links.count == 1, line.links[0].isBare {
        var extra = EntryReader(title: line, span: line.span, context: context, post: post)
        if let reading = extra.draft.finish() { readings.append(reading) }
      } else {
        reader.read([line])
      }
    }
    for follower in item.followers { reader.read(follower.lines, isParagraph: true) }
    var pending = item.children.reversed().map { (index: $0, depth: 1) }
    while let next = pending.popLast() {
      let child = items[next.index]
      reader.read(child.node.lines, isNested: next.depth > 1)
      for follower in child.followers { reader.read(follower.lines, isNested: true) }
      reader.draft.end(at: child.node.span.upperBound)
      pending += child.children.reversed().map { ($0, next.depth + 1) }
    }
  }

  /// Paragraphs under an announcing heading that are a linked title or a bare link each.
  private static func linkParagraphs(
    _ nodes: ArraySlice<OutlineNode>, _ sections: SectionStack, _ post: PostFrame
  )
    -> [Reading]
  {
    nodes.flatMap { node -> [Reading] in
      var readings: [EntryReader] = []
      for line in node.workLines {
        let parts = ItemLine(line)
        let isFurtherFact = !readings.isEmpty && FieldLabel.parse(line.text) != nil
        if !isFurtherFact, parts.isEntry, !line.residue.hasWords(31), let title = parts.titles.first {
          var reader = EntryReader(
            title: title, span: line.span, context: sections.context, post: post, mayHoldAuthors: true)
          if !parts.authors.isEmpty {
            reader.draft.set(authors: parts.authors, line.span, "names before the title")
          }
          if let rest = parts.rest { readRest(rest, into: &reader) }
          readings.append(reader)
        } else if !readings.isEmpty {
          readings[readings.count - 1].read([line], isParagraph: true)
        }
      }
      return readings.indices.compactMap { readings[$0].draft.finish() }
    }
  }
}

extension [TextLine.Segment] {
  /// Without the dash, colon or comma that joins a description to its title.
  var droppingLeadingPunctuation: Self {
    guard case .text(var text, let isStrong)? = first else { return self }
    while let scalar = text.firstScalar,
      scalar.properties.isWhitespace || (":-–—,.)" as StaticString).containsScalar(scalar)
    {
      text = text.dropFirst(scalar.utf8.count)
    }
    return [.text(text, isStrong: isStrong)] + dropFirst()
  }
}

extension OutlineNode {
  /// The lines of a paragraph, those of one citation as one, and a title with the address below it as one.
  fileprivate var workLines: [TextLine] {
    guard lines.count > 1 else { return lines }
    if lines.count <= 6, Citation(joined.residue) != nil,
      lines.dropFirst().allSatisfy({ Citation($0.residue) == nil })
    {
      return [joined]
    }
    var result: [TextLine] = []
    for line in lines {
      if let title = result.last, line.hasLinks, line.residue.isEmpty, title.isTitleAlone {
        result[result.count - 1] = OutlineNode(kind: kind, lines: [title, line], span: span).joined
      } else {
        result.append(line)
      }
    }
    return result
  }
}

extension TextLine {
  /// Whether the line could be the title of a work, and nothing else stands on it.
  fileprivate var isTitleAlone: Bool {
    !hasLinks && text.hasWords(3) && !text.hasWords(26) && !text.endsLikeASentence && text.startsUppercase
      && FieldLabel.parse(text) == nil && AuthorLine.parse(text) == nil
  }
}
