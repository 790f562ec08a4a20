internal import Checks
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// What `check --rules` and `check --explain` print.
struct RulePages {
  let levels: RuleLevels
  let width: Int

  /// Every rule by topic, with its level.
  func list() -> [StyledLine] {
    var lines: [StyledLine] = []
    let column = RuleTable.rules.map(\.id.count).max() ?? 0
    for topic in Rule.Topic.allCases {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(topic.rawValue + ":", .strong))
      for rule in RuleTable.rules where rule.topic == topic {
        var line = StyledLine("  ")
        line.add(TextLayout.padded(rule.id, to: column), .emphasis)
        line.add("  ")
        line.add(TextLayout.padded(levels[rule.id].rawValue, to: 7), style(levels[rule.id]))
        for part in TextLayout.wrapped(rule.meaning, to: max(20, width - column - 13)) {
          line.add("  " + part)
          lines.append(line)
          line = StyledLine(String(repeating: " ", count: column + 11))
        }
      }
    }
    return lines
  }

  private func style(_ level: RuleLevel) -> TextStyle {
    switch level {
    case .off: .quiet
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }

  /// One rule: level, why it matters, and its examples with what the rule says of them.
  func page(_ rule: Rule) -> [StyledLine] {
    var lines: [StyledLine] = []
    var title = StyledLine(rule.id, .strong)
    title.add(": " + rule.meaning)
    lines.append(title)
    var facts = "\(rule.topic.rawValue) · \(levels[rule.id].rawValue)"
    switch rule.fix {
    case .none: facts += " · no fix"
    case .safe: facts += " · --fix mends it"
    case .unsafe: facts += " · --fix --unsafe mends it"
    }
    lines.append(StyledLine(facts, .quiet))
    for paragraph in rule.explanation {
      lines.append(StyledLine())
      lines += TextLayout.wrapped(paragraph, to: width).map { StyledLine($0) }
    }
    for example in rule.examples where !example.isSound { lines += show(example, of: rule) }
    lines.append(StyledLine())
    let hint = "Leave one finding out with '<!-- readings:ignore \(rule.id) -->' on its line."
    return lines + TextLayout.wrapped(hint, to: width).map { StyledLine($0, .quiet) }
  }

  private func show(_ example: RuleExample, of rule: Rule) -> [StyledLine] {
    let found = RuleExampleRun(example, of: rule)
    var lines = [StyledLine()]
    lines += DiagnosticPrinter(width: width).lines(for: found.findings)
    guard let fixed = example.fixed, let first = example.files.first else { return lines }
    let old = RuleExampleRun.unmarked(first.markedText).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = fixed.split(separator: "\n", omittingEmptySubsequences: false).filter { !old.contains($0) }
    if !changed.isEmpty {
      lines.append(StyledLine("mended:", .quiet))
      lines += changed.map { StyledLine(String($0), .emphasis) }
    }
    return lines
  }
}
