internal import ReadingsCatalog

/// What a condition can come to while the readings of a session are not known.
struct Outcomes: OptionSet {
  let rawValue: UInt8

  static let holds = Outcomes(rawValue: 1)
  static let fails = Outcomes(rawValue: 2)
  static let unknown: Outcomes = [.holds, .fails]

  /// The one outcome that is known.
  init(_ value: Bool) { self = value ? .holds : .fails }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  var negated: Outcomes {
    var result: Outcomes = []
    if contains(.holds) { result.insert(.fails) }
    if contains(.fails) { result.insert(.holds) }
    return result
  }
}

extension Predicate {
  /// What the condition can come to for a session of which only the front matter is known, and for its readings.
  ///
  /// Keys are unknown too: which one a session or a reading gets depends on the others.
  func outcomes(_ session: Session, mayTagReadings: () -> Bool) -> Outcomes {
    switch self {
    case .name(.tag, _):
      if holds(session, nil) { return .holds }
      return mayTagReadings() ? .unknown : .fails
    case .has(.tags): return holds(session, nil) ? .holds : .unknown
    case .name(.category, _), .name(.term, _), .name(.label, _), .name(.team, _), .name(.lead, _),
      .name(.file, _),
      .metadata, .day(.date, _), .has(.date), .state(.next), .state(.current):
      return Outcomes(holds(session, nil))
    case .session(_, let words): return words?.matches(session.title) ?? false ? .holds : .unknown
    case .name, .text, .role, .kind, .number, .day, .has, .state: return .unknown
    }
  }

  /// What the condition can come to for the sessions and readings of a post that has not been read.
  func outcomes(_ post: PostText) -> Outcomes {
    switch self {
    case .name(.tag, let pattern):
      return pattern.mayMatch(in: post) || post.mayTagReadings ? .unknown : .fails
    case .name(.category, let pattern), .name(.term, let pattern), .name(.label, let pattern),
      .name(.team, let pattern), .name(.lead, let pattern):
      return pattern.mayMatch(in: post) ? .unknown : .fails
    default: return .unknown
    }
  }
}
