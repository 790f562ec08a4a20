/// The options and words of one call, checked against the table.
struct ParsedArguments: Sendable {
  /// Nil when no command was named.
  var command: CommandSpecification?
  /// The first word of a group of commands whose help is asked for; then there is no command.
  var group: String?
  /// The words after the command, in order.
  var positionals: [String] = []
  private var values: [String: [String]] = [:]

  /// Whether the option was given.
  func has(_ option: OptionSpecification) -> Bool { values[option.name] != nil }

  /// All values that were given, in order.
  func values(_ option: OptionSpecification) -> [String] { values[option.name] ?? [] }

  /// The last value that was given.
  func value(_ option: OptionSpecification) -> String? { values[option.name]?.last }

  /// The last value of an option with enumerated values, or else `standard`.
  func choice<Choice: RawRepresentable<String>>(_ option: OptionSpecification, or standard: Choice) -> Choice
  {
    value(option).flatMap { Choice(rawValue: $0) } ?? standard
  }

  mutating func add(_ option: OptionSpecification, _ value: String?) {
    values[option.name, default: []].append(contentsOf: value.map { [$0] } ?? [])
  }
}
