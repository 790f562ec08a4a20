package import Duplicates
internal import ReadingsCatalog

/// Papers that several sessions read, for a reader: the paper, why its mentions are one, and each mention.
package enum DuplicateListing {
  /// All findings: copies of sessions, papers, pairs to look at, contradictions.
  package static func text(_ findings: DuplicateFindings, width: Int) -> [StyledLine] {
    var blocks: [[StyledLine]] = findings.copies.map { copies($0, findings, width) }
    blocks += findings.papers.map { paper($0, findings, width) }
    if !findings.possible.isEmpty {
      blocks.append([StyledLine("Possibly the same, not merged", .strong)])
      blocks += findings.possible.map { pair($0, findings, width) }
    }
    if !findings.conflicts.isEmpty {
      blocks.append([StyledLine("Links that contradict each other", .strong)])
      blocks += findings.conflicts.map { pair($0, findings, width) }
    }
    return Array(blocks.joined(separator: [StyledLine()]))
  }

  private static func copies(_ copies: SessionCopies, _ findings: DuplicateFindings, _ width: Int)
    -> [StyledLine]
  {
    let papers = copies.sharedPaperCount == 1 ? "1 paper" : "\(copies.sharedPaperCount) papers"
    var lines = [StyledLine("Copies of one session: \(papers) in common", .strong)]
    for index in copies.sessions {
      let session = findings.catalog.sessions[index]
      lines += mention(
        date: session.date?.description, session.title,
        [session.key, session.term, "\(session.file):\(session.line)"], [], width)
    }
    return lines
  }

  private static func paper(_ paper: Paper, _ findings: DuplicateFindings, _ width: Int) -> [StyledLine] {
    var lines = wrapped(paper.title, .strong, indent: 0, width)
    var facts = StyledLine("  ")
    facts.add(paper.key, .key)
    facts.add(" · ")
    facts.add(paper.grade?.rawValue ?? "", paper.grade == .certain ? .plain : .note)
    lines.append(facts)
    lines += wrapped(paper.evidence.joined(separator: "; "), .quiet, indent: 2, width)
    for mention in paper.mentions {
      lines += self.mention(mention, findings.differences(mention, paper), findings, width)
    }
    return lines
  }

  private static func pair(
    _ pair: PaperClustering.Pair, _ findings: DuplicateFindings, _ width: Int
  ) -> [StyledLine] {
    var lines = wrapped(pair.reasons.joined(separator: "; "), .warning, indent: 2, width)
    for mention in [pair.first, pair.second] {
      let reading = findings.reading(mention)
      lines += wrapped(reading.title, .plain, indent: 2, width)
      lines += self.mention(mention, reading.urls.prefix(1).map { "link \($0)" }, findings, width)
    }
    return lines
  }

  /// The two mentions of a pair with the reasons, for a question on a terminal.
  package static func question(
    _ pair: PaperClustering.Pair, _ findings: DuplicateFindings, width: Int
  ) -> [StyledLine] {
    self.pair(pair, findings, width)
  }

  private static func mention(
    _ mention: Paper.Mention, _ differences: [String], _ findings: DuplicateFindings, _ width: Int
  ) -> [StyledLine] {
    let (session, reading) = (findings.session(mention), findings.reading(mention))
    let role = reading.role == .unspecified ? nil : reading.role.rawValue
    return self.mention(
      date: session.date?.description, session.title,
      [session.term, reading.section, role, "\(session.file):\(findings.line(mention))"], differences, width)
  }

  private static let dateWidth = 12

  private static func mention(
    date: String?, _ title: String, _ facts: [String?], _ differences: [String], _ width: Int
  ) -> [StyledLine] {
    var line = StyledLine("  ")
    line.add(TextLayout.padded(date ?? "undated", to: dateWidth), .quiet)
    line.add(TextLayout.truncated(VisibleText.make(title), to: max(20, width - 2 - dateWidth)))
    let indent = 2 + dateWidth
    var lines = [line]
    lines += wrapped(facts.compactMap { $0 }.joined(separator: " · "), .quiet, indent: indent, width)
    lines += wrapped(differences.joined(separator: ", "), .note, indent: indent, width)
    return lines
  }

  private static func wrapped(_ text: String, _ style: TextStyle, indent: Int, _ width: Int) -> [StyledLine] {
    guard !text.isEmpty else { return [] }
    // Longer lines are hard to read, however wide the terminal is.
    let room = max(20, min(width, 120) - indent)
    return TextLayout.wrapped(VisibleText.make(text), to: room).map {
      StyledLine(String(repeating: " ", count: indent) + $0, style)
    }
  }
}
