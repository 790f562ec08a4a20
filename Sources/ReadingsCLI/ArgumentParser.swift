internal import ReadingsQuery

/// Reads the arguments of a call by the table of commands and options.
///
/// Options and words mix freely, the first word is the command, `--` ends the options (POSIX 12.2, GNU long
/// options): `--name value`, `--name=value`, `-n value`, `-nvalue`, and clusters of short flags.
struct ArgumentParser {
  /// An option as it was written; `option` is nil when no command has it.
  private struct Occurrence {
    let spelling: String
    let option: OptionSpecification?
    var value: String?
    var hasUnwantedValue = false
    /// The whole argument, where it looks like a word of a query.
    var dashedWord: String?
  }

  private let known: [OptionSpecification]
  private var rest: ArraySlice<String>
  private var words: [String] = []
  private var occurrences: [Occurrence] = []

  static func parse(_ arguments: [String]) throws(CommandFailure) -> ParsedArguments {
    var parser = ArgumentParser(arguments)
    try parser.scan()
    return try parser.resolve()
  }

  private init(_ arguments: [String]) {
    known = CommandTable.commands.flatMap(\.options) + OptionSpecification.common
    rest = arguments[...]
  }

  /// Splits the arguments into words and options, as far as that needs no command: an option takes a value or not
  /// whatever command it belongs to.
  private mutating func scan() throws(CommandFailure) {
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        rest = []
      } else if argument.hasPrefix("--") {
        try scanLong(argument)
      } else if argument.hasPrefix("-"), argument.utf8.count > 1, !ArgumentParser.isNegatedTerm(argument) {
        try scanCluster(argument)
      } else {
        words.append(argument)
      }
    }
  }

  /// Whether a word that starts with a dash belongs to a query: `-role:optional`, `-(tag:a or tag:b)`.
  static func isNegatedTerm(_ argument: String) -> Bool {
    let term = argument.dropFirst()
    if term.hasPrefix("(") || term.hasPrefix("\"") { return true }
    guard let colon = term.firstIndex(of: ":") else { return false }
    let name = String(term[..<colon])
    if QueryField(named: name) != nil { return true }
    // A field that is misspelt: the query says so, where as an option it would be a riddle.
    let fields = QueryField.Name.allCases.map(\.rawValue)
    return name.utf8.count > 2 && Suggestion.closest(to: name, among: fields) != nil
  }

  private mutating func scanLong(_ argument: String) throws(CommandFailure) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    let option = option { "--" + $0.name == spelling }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    guard let option else {
      occurrences.append(Occurrence(spelling: spelling, option: nil, value: nil))
      return
    }
    guard option.value != nil else {
      occurrences.append(
        Occurrence(spelling: spelling, option: option, value: nil, hasUnwantedValue: attached != nil))
      return
    }
    let value = if let attached { attached } else { try nextValue(spelling, option) }
    occurrences.append(Occurrence(spelling: spelling, option: option, value: value))
    if attached == nil { takeMoreValues(spelling, option) }
  }

  /// The option that fits: the command's own, once its words have come, since what stands behind an option's first
  /// value is the command's to say.
  private func option(_ fits: (OptionSpecification) -> Bool) -> OptionSpecification? {
    CommandTable.command(atStartOf: words)?.allOptions.first(where: fits) ?? known.first(where: fits)
  }

  private mutating func takeMoreValues(_ spelling: String, _ option: OptionSpecification) {
    guard option.value?.takesMore == true else { return }
    while let next = rest.first, !next.hasPrefix("-") || next == "-" || ArgumentParser.isNegatedTerm(next) {
      rest.removeFirst()
      occurrences.append(Occurrence(spelling: spelling, option: option, value: next))
    }
  }

  private mutating func scanCluster(_ argument: String) throws(CommandFailure) {
    var letters = argument.dropFirst()
    let dashedWord = DashedWord.matches(argument) ? argument : nil
    while let letter = letters.popFirst() {
      let spelling = "-\(letter)"
      let option = option { $0.shortName == letter }
      guard let option, option.value != nil else {
        occurrences.append(
          Occurrence(spelling: spelling, option: option, value: nil, dashedWord: dashedWord))
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      var occurrence = Occurrence(spelling: spelling, option: option, value: nil, dashedWord: dashedWord)
      do throws(CommandFailure) {
        occurrence.value = letters.isEmpty ? try nextValue(spelling, option) : String(attached)
      } catch {
        let command = words.first.flatMap { CommandTable.command(named: $0) }
        throw error.adding(details: advice(occurrence, command))
      }
      occurrences.append(occurrence)
      return
    }
  }

  private mutating func nextValue(_ spelling: String, _ option: OptionSpecification) throws(CommandFailure)
    -> String
  {
    let isMissing =
      rest.first.map { next in
        next.hasPrefix("--") && known.contains { "--" + $0.name == next.prefix { $0 != "=" } }
      } ?? true
    guard !isMissing, let value = rest.popFirst() else {
      throw CommandFailure("option '\(spelling)' needs a value: \(option.value?.choiceList ?? "")")
    }
    return value
  }

  /// Finds the command, then checks every option and value against it.
  private func resolve() throws(CommandFailure) -> ParsedArguments {
    var parsed = ParsedArguments()
    if let unknown = occurrences.first(where: { $0.option == nil }) {
      // The value of an option that nobody knows can stand before the command.
      let command = words.indices.lazy.compactMap {
        CommandTable.command(atStartOf: Array(words[$0...]))
      }.first
      throw unknownOption(unknown.spelling, command).adding(details: advice(unknown, command))
    }
    if words.count == 1, !CommandTable.group(named: words[0]).isEmpty, asksForHelp {
      parsed.group = words[0]
    } else if !words.isEmpty {
      let command = try CommandTable.requireCommand(atStartOf: words)
      parsed.command = command
      parsed.positionals = Array(words.dropFirst(command.name.split(separator: " ").count))
    }
    for occurrence in occurrences {
      guard let name = occurrence.option?.name else { continue }
      let options = parsed.command?.allOptions ?? OptionSpecification.common
      guard let option = options.first(where: { $0.name == name }) else {
        guard parsed.command != nil else {
          throw CommandFailure("option '\(occurrence.spelling)' needs a command; 'readings help' lists them")
        }
        throw unknownOption(occurrence.spelling, parsed.command)
      }
      if occurrence.hasUnwantedValue {
        throw CommandFailure("option '\(occurrence.spelling)' takes no value")
      }
      if let value = occurrence.value {
        do throws(CommandFailure) {
          try check(value, of: option, occurrence.spelling)
        } catch {
          throw error.adding(details: advice(occurrence, parsed.command))
        }
      }
      parsed.add(option, occurrence.value)
      if let word = occurrence.dashedWord, parsed.command?.takesQuery == true {
        parsed.note(dashedWord: word, for: option)
      }
    }
    try checkPositionals(parsed)
    return parsed
  }

  private func advice(_ occurrence: Occurrence, _ command: CommandSpecification?) -> [String] {
    guard command?.takesQuery == true, let word = occurrence.dashedWord else { return [] }
    return [DashedWord.advice(word)]
  }

  private var asksForHelp: Bool { occurrences.contains { $0.option == .help } }

  private func unknownOption(_ spelling: String, _ command: CommandSpecification?) -> CommandFailure {
    let options = command?.allOptions ?? known
    let place = command.map { " for '\($0.name)'" } ?? ""
    // Only the names are compared, since the dashes would make everything look alike.
    let names = spelling.hasPrefix("--") ? options.map(\.name) : []
    let suggestion = Suggestion.closest(to: String(spelling.dropFirst(2)), among: names)
    if let suggestion { return .unknown("option '\(spelling)'\(place)", suggestion: "--" + suggestion) }
    return CommandFailure("unknown option '\(spelling)'\(place); \(remedy(for: spelling, command))")
  }

  /// Where to look when an option is not known: a command that has it, or else help.
  private func remedy(for spelling: String, _ command: CommandSpecification?) -> String {
    let owner = CommandTable.visibleCommands.first { owner in
      owner.options.contains { "--" + $0.name == spelling || $0.shortName.map { "-\($0)" } == spelling }
    }
    if let owner, command != nil { return "'\(owner.name)' takes it" }
    return "see 'readings help\(command.map { " " + $0.name } ?? "")'"
  }

  private func check(_ value: String, of option: OptionSpecification, _ spelling: String)
    throws(CommandFailure)
  {
    switch option.value?.kind {
    case .choice(let choices) where !choices.contains(value):
      if let suggestion = Suggestion.closest(to: value, among: choices) {
        throw .unknown("value '\(value)' for '\(spelling)'", suggestion: suggestion)
      }
      let list = choices.joined(separator: ", ")
      throw CommandFailure("unknown value '\(value)' for '\(spelling)'; it takes \(list)")
    case .number:
      guard let number = Int(value), number >= 0 else {
        throw CommandFailure("'\(value)' for '\(spelling)' is not a whole number of 0 or more")
      }
    case .sorting: _ = try FilterOptions.sorting(value, ofSessions: false)
    case .text, .tag, .category, .term, .author, .query, .fields, .key, .session, .file, .folder:
      if value.isEmpty { throw CommandFailure("the value of '\(spelling)' is empty") }
    default:
      break
    }
  }

  private func checkPositionals(_ parsed: ParsedArguments) throws(CommandFailure) {
    guard let command = parsed.command, !parsed.has(.help), !parsed.has(.version) else { return }
    if case .choice(let choices) = command.positionals.first?.kind, let word = parsed.positionals.first,
      !choices.contains(word)
    {
      let suggestion = Suggestion.closest(to: word, among: choices).map { "; did you mean '\($0)'?" }
      let list = "; '\(command.name)' takes \(choices.joined(separator: ", "))"
      throw CommandFailure("unknown \(command.positionals[0].name) '\(word)'" + (suggestion ?? list))
    }
    let required = command.positionals.count { $0.isRequired }
    if parsed.positionals.count < required {
      let missing = command.positionals[parsed.positionals.count].name
      throw CommandFailure("'\(command.name)' needs a \(missing); see 'readings help \(command.name)'")
    }
    let takesMore = command.positionals.last?.isRepeatable ?? false
    if parsed.positionals.count > command.positionals.count, !takesMore {
      let extra = parsed.positionals[command.positionals.count]
      throw CommandFailure(
        "unexpected argument '\(extra)' for '\(command.name)'; see 'readings help \(command.name)'")
    }
  }
}
