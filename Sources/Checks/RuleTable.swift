/// Every rule, once: what is applied, what documentation lists, and what names in calls and comments are checked
/// against.
package enum RuleTable {
  /// Applied to each post by itself.
  static let postRules: [any PostRule.Type] = [
    ScalarList.self, DateRules.self, SilentTypes.self, EmptySection.self, MissingParts.self, LinkRules.self,
    LeftoverRules.self, SpacingRules.self, HeadingLevelJump.self, TrailingSlash.self, TitleInBullet.self,
    RepeatedReading.self, ListDisagrees.self, FootnoteRules.self, BareURL.self, BlankLineRules.self,
    PipeTable.self, OpenLiquid.self, EncodingRules.self, ExtractionRules.self,
  ]

  /// Applied to all posts together, side by side; what takes longest stands first.
  static let libraryRules: [any LibraryRule.Type] = [
    DifferingTitles.self, LectureRules.self, MissingFields.self, TagRules.self, UnknownKey.self,
    LectureVersionRules.self, DuplicateSessionKey.self, ConfigurationRules.self,
  ]

  /// Reported while the library is read, or by the checker itself.
  private static let reported: [Rule] =
    FenceRules.rules + YAMLValueRules.rules + YAMLOddityRules.rules + TOMLRules.rules + FileRules.rules
    + ConfigurationRules.reported + IgnoreRules.rules

  /// By topic, then in the order of the documentation.
  package static let rules: [Rule] = {
    let applied = postRules.flatMap { $0.rules } + libraryRules.flatMap { $0.rules }
    let all = applied + reported
    return Rule.Topic.allCases.flatMap { topic in all.filter { $0.topic == topic } }
  }()

  private static let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of this id.
  package static func rule(_ id: String) -> Rule? { byID[id] }
}
