internal import ReadingsCatalog
internal import SourceText

/// Comments that name no rule, or leave nothing out.
enum IgnoreRules {
  static let unknown = Rule(
    "unknown-ignore", .warning, .library, fix: .unsafe,
    meaning: "a 'readings:ignore' comment names a rule that does not exist",
    explanation: "A misspelt name leaves nothing out, and the finding it was meant for stays.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        ---
        <!-- readings:ignore ⟦bare-ulr⟧ -->
        See https://maps.example for more.

        """,
        fixed: """
          ---
          title: Maps
          ---
          <!-- readings:ignore bare-url -->
          See https://maps.example for more.

          """)
    ])

  static let unused = Rule(
    "unused-ignore", .note, .library, meaning: "a 'readings:ignore' comment leaves nothing out",
    explanation:
      "What it was written for has been mended, so the comment can go. A comment counts for its line; alone "
      + "on a line it counts for the next one, and in front matter for the whole post.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        ---
        See <https://maps.example> for more. <!-- ⟦readings:ignore bare-url⟧ -->

        """)
    ])

  static let rules = [unknown, unused]

  /// - Parameter used: the indices of the comments that left something out.
  static func check(
    _ comments: [IgnoreComment], used: Set<Int>, _ levels: RuleLevels, _ report: inout PostReport
  ) {
    for (index, comment) in comments.enumerated() {
      let strangers = comment.names.filter { RuleTable.rule($0.id) == nil }
      for name in strangers { report.add(name) }
      guard strangers.isEmpty, !used.contains(index) else { continue }
      // A rule that was not applied may well have findings here.
      guard comment.names.allSatisfy({ levels[$0.id] != .off }),
        !comment.names.isEmpty || !levels.isRestricted
      else { continue }
      report.add(unused, "the comment leaves nothing out", at: comment.span)
    }
  }
}

extension PostReport {
  fileprivate mutating func add(_ name: IgnoreComment.Name) {
    let suggestion = Spelling.closest(to: name.id, among: RuleTable.rules.map(\.id))
    add(
      IgnoreRules.unknown,
      "there is no rule '\(name.id)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""), at: name.span,
      fix: suggestion.map {
        Diagnostic.Fix("write '\($0)'", edits: [TextEdit(name.span, $0)])
      })
  }
}
