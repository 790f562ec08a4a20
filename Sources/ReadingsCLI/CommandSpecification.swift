internal import ReadingsQuery

/// One command as the parser, the help and the completions know it.
struct CommandSpecification: Sendable {
  /// A command line that shows a use, and what it does.
  struct Example: Sendable {
    let line: String
    let meaning: String

    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// A word that the command takes besides options.
  struct Positional: Sendable {
    enum Kind: Sendable {
      case key, commandName, file, query
    }

    /// What help calls it, in capitals.
    let name: String
    let kind: Kind
    let isRequired: Bool
    /// Whether the command takes any number of them; only the last one can.
    var isRepeatable = false
  }

  let name: String
  /// One line, a lowercase phrase.
  let meaning: String
  /// What help says besides, in paragraphs.
  let discussion: [String]
  let positionals: [Positional]
  /// Its own options, without the common ones.
  let options: [OptionSpecification]
  let examples: [Example]
  let run: @Sendable (Invocation) throws(CommandFailure) -> ExitStatus

  init(
    _ name: String, meaning: String, discussion: [String] = [], positionals: [Positional] = [],
    options: [OptionSpecification] = [], examples: [Example],
    run: @escaping @Sendable (Invocation) throws(CommandFailure) -> ExitStatus
  ) {
    self.name = name
    self.meaning = meaning
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.examples = examples
    self.run = run
  }

  /// Its own options and the common ones.
  var allOptions: [OptionSpecification] { options + OptionSpecification.common }
}

/// Every command, in the order of the help.
enum CommandTable {
  static let commands: [CommandSpecification] = [
    ListCommand.specification, ShowCommand.specification, SearchCommand.specification,
    TagsCommand.specification, ExportCommand.specification, IndexCommand.specification,
    SiteCommand.specification,
    CheckCommand.specification, ConfigCommand.specification,
    ParseCommand.specification,
    HelpCommand.specification,
  ]

  static func command(named name: String) -> CommandSpecification? {
    commands.first { $0.name == name }
  }

  /// The command of this name; a failure with what may have been meant when there is none.
  static func requireCommand(named name: String) throws(CommandFailure) -> CommandSpecification {
    if let command = command(named: name) { return command }
    let suggestion = Suggestion.closest(to: name, among: commands.map(\.name))
    if suggestion == nil {
      throw CommandFailure("unknown command '\(name)'; 'readings help' lists the commands")
    }
    throw .unknown("command '\(name)'", suggestion: suggestion)
  }
}
