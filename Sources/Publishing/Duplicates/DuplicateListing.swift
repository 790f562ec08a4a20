package import Duplicates
package import ReadingsCatalog

/// Papers that several sessions read, for a reader: the paper, why its mentions are one, and each mention.
package enum DuplicateListing {
  /// What stands by itself in the listing, with an empty line before it unless it is the first.
  private enum Block {
    case copies(SessionCopies)
    case paper(Paper)
    case heading(String)
    case pair(PaperClustering.Pair)
  }

  /// As many blocks are laid out by one thread at a time.
  private static let pieceSize = 32

  /// All findings: copies of sessions, papers, pairs to look at, contradictions; piece by piece.
  package static func text(_ findings: DuplicateFindings, width: Int) -> PiecesInParallel<[StyledLine]> {
    var blocks: [Block] = findings.copies.map { .copies($0) }
    blocks += findings.papers.map { .paper($0) }
    if !findings.possible.isEmpty {
      blocks.append(.heading("Possibly the same, not merged"))
      blocks += findings.possible.map { .pair($0) }
    }
    if !findings.conflicts.isEmpty {
      blocks.append(.heading("Links that contradict each other"))
      blocks += findings.conflicts.map { .pair($0) }
    }
    return PiecesInParallel(blocks, size: pieceSize) { piece in
      var lines: [StyledLine] = []
      for (index, block) in zip(piece.indices, piece) {
        if index > 0 { lines.append(StyledLine()) }
        lines += self.lines(of: block, findings, width)
      }
      return lines
    }
  }

  private static func lines(of block: Block, _ findings: DuplicateFindings, _ width: Int) -> [StyledLine] {
    switch block {
    case .copies(let copies): self.copies(copies, findings, width)
    case .paper(let paper): self.paper(paper, findings, width)
    case .heading(let text): [StyledLine(text, .strong)]
    case .pair(let pair): self.pair(pair, findings, width)
    }
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
    line.add(title, cutTo: max(20, width - 2 - dateWidth))
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
    let margin = TextLayout.spaces(indent)
    return TextLayout.wrapped(VisibleText.make(text), to: room).map { text in
      var line = StyledLine()
      line.add(visible: margin + text, style)
      return line
    }
  }
}
