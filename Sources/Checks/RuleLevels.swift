package import ReadingsCatalog
internal import SourceText

/// The level in force for every rule.
package struct RuleLevels: Sendable {
  /// Where a level comes from.
  package enum Origin: Sendable, Hashable {
    case standard, library, call
  }

  private var levels: [String: RuleLevel]
  private var origins: [String: Origin] = [:]
  /// Whether a call turned rules off that would have been applied.
  package private(set) var isRestricted = false

  /// Every rule at its own level.
  package init() {
    levels = Dictionary(RuleTable.rules.map { ($0.id, $0.level) }, uniquingKeysWith: { first, _ in first })
  }

  /// The level of a rule; `off` for an id that no rule has.
  package subscript(id: String) -> RuleLevel { levels[id] ?? .off }

  /// Where the level of a rule was set.
  package func origin(of id: String) -> Origin { origins[id] ?? .standard }

  /// Sets the level of one rule.
  package mutating func set(_ id: String, to level: RuleLevel, by origin: Origin) {
    levels[id] = level
    origins[id] = origin
  }

  /// Takes the levels that a library's `readings.yml` sets; names of no rule are left out.
  package mutating func apply(_ configuration: LibraryConfiguration) {
    for setting in configuration.ruleSettings where levels[setting.rule] != nil {
      set(setting.rule, to: setting.level, by: .library)
    }
  }

  /// Turns off every rule but these; one of these that is off takes its own level, or is a warning.
  package mutating func keepOnly(_ ids: Set<String>) {
    isRestricted = true
    for rule in RuleTable.rules {
      if !ids.contains(rule.id) {
        set(rule.id, to: .off, by: .call)
      } else if self[rule.id] == .off {
        set(rule.id, to: rule.level == .off ? .warning : rule.level, by: .call)
      }
    }
  }

  /// Turns off these rules.
  package mutating func skip(_ ids: Set<String>) {
    if !ids.isEmpty { isRestricted = true }
    for id in ids { set(id, to: .off, by: .call) }
  }

  /// The severity of a rule's findings; nil when it is off.
  func severity(of id: String) -> Diagnostic.Severity? {
    switch self[id] {
    case .off: nil
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}
