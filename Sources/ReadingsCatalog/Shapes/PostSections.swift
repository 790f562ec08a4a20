internal import SourceText

/// A heading with what stands directly below it, up to the next heading.
struct HeadingGroup: Sendable {
  /// Nil for what stands before the first heading.
  var heading: OutlineNode?
  /// 1 to 6; 7 for a bold line that serves as a heading; 0 before the first heading.
  var level: Int
  var nodes: [OutlineNode] = []

  var title: TextLine? { heading?.joined }
  var items: [OutlineNode] { nodes.filter(\.isItem) }

  /// Whether a paragraph introduces the list below it as one of readings: `Please read before class:`
  var announcesReadings: Bool {
    nodes.contains { node in
      guard case .paragraph(nil) = node.kind, node.lines.count == 1 else { return false }
      let text = node.lines[0].text
      guard text.hasSuffix(":"), text.wordCount <= 12 else { return false }
      return comparisonForm(text).split(separator: " ").contains {
        ["read", "reading", "readings", "papers"].contains($0)
      }
    }
  }

  /// Whether the first line below the heading is a link to a paper and nothing else.
  var startsWithPaperLink: Bool {
    guard let line = nodes.first?.lines.first, let link = line.links.first, heading != nil else {
      return false
    }
    return FieldLabel.isLinkWord(line.residue)
      && (FieldLabel.isLinkWord(link.label) || link.label.hasPrefix("http"))
      && KindClassifier.kind(ofURL: link.url) == .paper
  }

  var hasLinks: Bool {
    title?.links.isEmpty == false || nodes.contains { $0.lines.contains { !$0.links.isEmpty } }
  }

  /// The end of the last thing in the group.
  var endOffset: Int { nodes.last?.span.upperBound ?? heading?.span.upperBound ?? 0 }
}

extension OutlineNode {
  var isItem: Bool { if case .item = kind { true } else { false } }
  var isTable: Bool { if case .table = kind { true } else { false } }

  /// How many lists the node stands in, from 0; nil outside lists.
  var depth: Int? {
    switch kind {
    case .item(let depth, _): depth
    case .paragraph(let depth): depth
    case .heading, .table, .rule: nil
    }
  }
}

extension Outline {
  /// The post cut at its headings. A paragraph that is one bold line counts as a heading of level 7 where the
  /// lines below it are an entry's, or where most such lines of the post are.
  func groups() -> [HeadingGroup] {
    let bold = nodes.indices.filter { nodes[$0].isBoldLine }
    let heading = bold.filter { hasEntryLines(below: $0) }
    let titles = Set(heading.count >= 3 && heading.count * 2 > bold.count ? bold : heading)
    var groups = [HeadingGroup(heading: nil, level: 0)]
    for (index, node) in nodes.enumerated() {
      if let end = excerptOffset, node.span.lowerBound >= end { break }
      if case .heading(let level) = node.kind {
        groups.append(HeadingGroup(heading: node, level: level))
      } else if titles.contains(index), let first = node.lines.first {
        var title = node
        title.lines = [first]
        var rest = node
        rest.lines = Array(node.lines.dropFirst())
        groups.append(HeadingGroup(heading: title, level: 7, nodes: rest.lines.isEmpty ? [] : [rest]))
      } else if !node.lines.isEmpty || node.isTable {
        groups[groups.count - 1].nodes.append(node)
      }
    }
    return groups
  }

  /// Whether labelled bullets or a bare link stand below a bold line, pictures and a remark aside.
  private func hasEntryLines(below index: Int) -> Bool {
    if nodes[index].lines.dropFirst().contains(where: { !$0.links.isEmpty && $0.residue.wordCount <= 3 }) {
      return true
    }
    for node in nodes[(index + 1)...].prefix(4) {
      if case .heading = node.kind { return false }
      if node.isBoldLine { return false }
      guard let first = node.lines.first else { continue }
      if node.isItem { return FieldLabel.parse(first.text) != nil || first.isLabelledLink }
      if node.depth == nil, !first.links.isEmpty, FieldLabel.isLinkWord(first.residue) { return true }
    }
    return false
  }
}

extension OutlineNode {
  /// Whether a paragraph begins with a line that is all bold, no longer than a title.
  fileprivate var isBoldLine: Bool {
    guard case .paragraph(nil) = kind, let first = lines.first else { return false }
    return first.isStrong && first.text.wordCount <= 30
  }
}

/// The headings that enclose a place, from the outermost in.
struct SectionStack: Sendable {
  private var sections: [(level: Int, name: String, role: ReadingRole?, isAboutSoftware: Bool)] = []

  mutating func close(at level: Int) {
    while let last = sections.last, last.level >= level { sections.removeLast() }
  }

  mutating func open(_ heading: String, level: Int) {
    sections.append(
      (
        level, SectionHeading.name(heading), SectionHeading.role(heading),
        SectionHeading.isAboutSoftware(heading)
      ))
  }

  /// Whether one of the enclosing headings says that entries follow.
  var announcesReadings: Bool {
    sections.contains { SectionHeading.announcesReadings($0.name) || $0.role != nil || $0.isAboutSoftware }
  }

  /// The context of an entry that stands here; the innermost section with a role word decides the role.
  func context() -> EntryContext {
    EntryContext(
      section: sections.last?.name, role: sections.last { $0.role != nil }?.role ?? .unspecified,
      isInSoftwareSection: sections.contains { $0.isAboutSoftware })
  }
}
