/// The table of commands and options as the scripts for shells need it.
enum ShellTable {
  /// What a shell can offer for a value by itself; what it cannot, it asks the program for.
  enum Source {
    case choices([String])
    case folders, files
    case program
    /// Any text will do.
    case none
  }

  static func source(of kind: OptionSpecification.Value.Kind) -> Source {
    switch kind {
    case .choice(let choices): .choices(choices)
    case .folder: .folders
    case .file: .files
    case .tag, .category, .term, .author, .key, .session, .query, .fields, .sorting: .program
    case .text, .number, .yearRange: .none
    }
  }

  static func source(of kind: CommandSpecification.Positional.Kind) -> Source {
    switch kind {
    case .choice(let choices): .choices(choices)
    case .file: .files
    case .key, .query, .commandName, .tag: .program
    case .words: .none
    }
  }

  /// Every way to write an option that takes a value, of any command: `--tag`, `-t`; sorted.
  static let spellingsWithValue: [String] = Set(
    (CommandTable.visibleCommands.flatMap(\.options) + OptionSpecification.common)
      .filter { $0.value != nil }.flatMap(\.spellings)
  ).sorted()

  /// The first words of commands, each once, in the order of the help.
  static let firstWords: [String] = CommandTable.visibleCommands.map { $0.words[0] }.reduce(into: []) {
    if !$0.contains($1) { $0.append($1) }
  }

  /// The first words of commands whose names have two, each once.
  static let groups: [String] = firstWords.filter { !CommandTable.group(named: $0).isEmpty }

  /// A text in single quotes, as sh, bash and zsh take it.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

extension OptionSpecification {
  /// With dashes, the short one first.
  var spellings: [String] { (shortName.map { ["-\($0)"] } ?? []) + ["--" + name] }
}
