/// The options and words of one call, checked against the table.
struct ParsedArguments: Sendable {
  /// Nil when no command was named.
  var command: CommandSpecification?
  /// The first word of a group of commands whose help is asked for; then there is no command.
  var group: String?
  /// The words after the command, in order.
  var positionals: [String] = []
  private var values: [String: [String]] = [:]
  private var dashedWords: [String: String] = [:]

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

  /// Notes that the option was read out of an argument that looks like a word of a query, such as `-compression`.
  mutating func note(dashedWord argument: String, for option: OptionSpecification) {
    dashedWords[option.name] = argument
  }

  /// What to write instead, when one of these options was meant as a word of a query.
  func advice(on options: OptionSpecification...) -> [String] {
    options.compactMap { dashedWords[$0.name] }.map { DashedWord.advice($0) }
  }

  mutating func add(_ option: OptionSpecification, _ value: String?) {
    values[option.name, default: []].append(contentsOf: value.map { [$0] } ?? [])
  }
}
