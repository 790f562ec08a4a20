// This module owns what can be asked of a catalog: the query language, filters, sorting, looking up by key, counting
// tags. It makes no text for people or machines (Publishing) and knows no command line.

package import ReadingsCatalog

/// A condition on a reading in its session, or on a session that has no readings.
///
/// A short program over one truth value: it runs from the first instruction to the last and only skips forward, so
/// that a condition of any depth is decided in time linear in its length, without recursion.
package struct Filter: Sendable, Hashable {
  enum Instruction: Sendable, Hashable {
    case set(Bool)
    case test(Predicate)
    case negate
    /// Leaves out the next `count` instructions when the value so far is `value`.
    case skip(whenever: Bool, count: Int)
  }

  private let instructions: [Instruction]

  init(_ instructions: [Instruction]) {
    self.instructions = instructions
  }

  /// The filter that lets everything pass.
  package static let everything = Filter([.set(true)])

  /// The filter of one condition.
  package static func matching(_ predicate: Predicate) -> Filter { Filter([.test(predicate)]) }

  /// The filter that lets pass what the other does not.
  package static func not(_ filter: Filter) -> Filter { Filter(filter.instructions + [.negate]) }

  /// The filter that lets pass what all of `filters` do; everything when there are none.
  package static func all(_ filters: [Filter]) -> Filter { join(filters, endingAt: false) }

  /// The filter that lets pass what any of `filters` does; nothing when there are none.
  package static func any(_ filters: [Filter]) -> Filter { join(filters, endingAt: true) }

  private static func join(_ filters: [Filter], endingAt value: Bool) -> Filter {
    guard let first = filters.first else { return Filter([.set(!value)]) }
    var remaining = filters.dropFirst().reduce(0) { $0 + $1.instructions.count + 1 }
    var instructions = first.instructions
    for filter in filters.dropFirst() {
      remaining -= 1
      instructions.append(.skip(whenever: value, count: remaining))
      instructions += filter.instructions
      remaining -= filter.instructions.count
    }
    return Filter(instructions)
  }

  /// Whether the filter asks which readings are the same paper, so that a catalog must know it.
  package var asksForPapers: Bool { instructions.contains(.test(.state(.duplicate))) }

  /// Whether the filter looks at abstracts.
  package var asksForAbstracts: Bool {
    instructions.contains { instruction in
      switch instruction {
      case .test(.text(.anywhere, _)), .test(.text(.abstract, _)), .test(.has(.abstract)): true
      default: false
      }
    }
  }

  /// Whether the filter compares the keys of readings, which depend on the whole catalog.
  package var asksForKeys: Bool {
    instructions.contains { instruction in
      if case .test(.name(.key, _)) = instruction { true } else { false }
    }
  }

  /// Whether the filter can let a session or a reading of it pass, whatever its readings turn out to be.
  ///
  /// Looks at nothing but what the front matter of the session says; `mayTagReadings` is asked when it matters whether
  /// a reading can have tags of its own.
  package func mayMatch(_ session: Session, mayTagReadings: () -> Bool) -> Bool {
    canHold { $0.outcomes(session, mayTagReadings: mayTagReadings) }
  }

  /// Whether the filter can let a session of a post or a reading of it pass, by the words that the post has.
  package func mayMatch(_ post: PostText) -> Bool {
    canHold { $0.outcomes(post) }
  }

  /// Whether the filter can hold when its conditions can come to certain outcomes.
  private func canHold(_ outcomesOf: (Predicate) -> Outcomes) -> Bool {
    // The values that there can be before each instruction, and at the end.
    var outcomes = [Outcomes](repeating: [], count: instructions.count + 1)
    outcomes[0] = .holds
    for (index, instruction) in instructions.enumerated() where !outcomes[index].isEmpty {
      switch instruction {
      case .set(let constant): outcomes[index + 1].formUnion(Outcomes(constant))
      case .test(let predicate):
        outcomes[index + 1].formUnion(outcomesOf(predicate))
      case .negate: outcomes[index + 1].formUnion(outcomes[index].negated)
      case .skip(let condition, let count):
        let skipping = outcomes[index].intersection(Outcomes(condition))
        outcomes[index + 1 + count].formUnion(skipping)
        outcomes[index + 1].formUnion(outcomes[index].subtracting(skipping))
      }
    }
    return outcomes[instructions.count].contains(.holds)
  }

  /// Whether the filter lets `reading` of `session` pass; without a reading, conditions on readings fail.
  package func matches(_ session: Session, _ reading: Reading?) -> Bool {
    var value = true
    var index = 0
    while index < instructions.count {
      switch instructions[index] {
      case .set(let constant): value = constant
      case .test(let predicate): value = predicate.holds(session, reading)
      case .negate: value.toggle()
      case .skip(let condition, let count): if value == condition { index += count }
      }
      index += 1
    }
    return value
  }
}
