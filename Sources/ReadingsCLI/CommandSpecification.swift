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
    enum Kind: Sendable, Equatable {
      case key, commandName, file, query, tag
      /// Words that nothing is known of.
      case words
      /// One of these.
      case choice([String])
    }

    /// What help calls it, in capitals.
    let name: String
    let kind: Kind
    let isRequired: Bool
    /// Whether the command takes any number of them; only the last one can.
    var isRepeatable = false
  }

  /// One word, or two for a command of a group: `tag add`.
  let name: String
  /// One line, a lowercase phrase.
  let meaning: String
  /// What help says besides, in paragraphs.
  let discussion: [String]
  let positionals: [Positional]
  /// Its own options, without the common ones.
  let options: [OptionSpecification]
  let examples: [Example]
  /// Whether it is for programs, so that no list of commands names it.
  let isHidden: Bool
  let run: @Sendable (Invocation) throws(CommandFailure) -> ExitStatus

  init(
    _ name: String, meaning: String, discussion: [String] = [], positionals: [Positional] = [],
    options: [OptionSpecification] = [], examples: [Example], isHidden: Bool = false,
    run: @escaping @Sendable (Invocation) throws(CommandFailure) -> ExitStatus
  ) {
    self.name = name
    self.meaning = meaning
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.examples = examples
    self.isHidden = isHidden
    self.run = run
  }

  /// The words of its name: one, or two for a command of a group.
  var words: [String] { name.split(separator: " ").map(String.init) }

  /// Whether its words are a query, in which a word can start with a dash.
  var takesQuery: Bool { positionals.contains { $0.kind == .query } }

  /// Its own options and the common ones.
  var allOptions: [OptionSpecification] { options + OptionSpecification.common }
}

/// Every command, in the order of the help.
enum CommandTable {
  static let commands: [CommandSpecification] = [
    ListCommand.specification, ShowCommand.specification, SearchCommand.specification,
    DuplicatesCommand.specification, SeenCommand.specification,
    TagsCommand.specification, NewCommand.specification, AddCommand.specification,
    TagCommand.add, TagCommand.remove, TagCommand.rename, UndoCommand.specification,
    ExportCommand.specification, IndexCommand.specification,
    SiteCommand.specification,
    CheckCommand.specification, ConfigCommand.specification,
    ParseCommand.specification,
    CompletionsCommand.specification, ManualCommand.specification, CompleteCommand.specification,
    HelpCommand.specification,
  ]

  /// The commands that help and completions name; the others are for programs.
  static var visibleCommands: [CommandSpecification] { commands.filter { !$0.isHidden } }

  static func command(named name: String) -> CommandSpecification? {
    commands.first { $0.name == name }
  }

  /// The command that words begin with: one of a group by its two words, any other by its one.
  static func command(atStartOf words: [String]) -> CommandSpecification? {
    command(named: words.prefix(2).joined(separator: " ")) ?? words.first.flatMap { command(named: $0) }
  }

  /// The commands whose names have two words, the first of them `name`; empty when there is no such group.
  static func group(named name: String) -> [CommandSpecification] {
    commands.filter { $0.name.hasPrefix(name + " ") }
  }

  /// The command that words begin with; a failure with what may have been meant when there is none.
  static func requireCommand(atStartOf words: [String]) throws(CommandFailure) -> CommandSpecification {
    if let command = command(atStartOf: words) { return command }
    let members = words.first.map { group(named: $0) } ?? []
    if !members.isEmpty, words.count == 1 {
      let names = members.map { "'\($0.name)'" }.joined(separator: ", ")
      throw CommandFailure("'\(words[0])' needs one more word: \(names); see 'readings help \(words[0])'")
    }
    let name = words.prefix(members.isEmpty ? 1 : 2).joined(separator: " ")
    let names = members.isEmpty ? visibleCommands.map(\.name) + groupNames : members.map(\.name)
    let suggestion = FamiliarWord.commandLine(for: name) ?? Suggestion.closest(to: name, among: names)
    if suggestion == nil {
      let help = members.isEmpty ? "help" : "help \(words[0])"
      throw CommandFailure(
        "unknown command '\(name)'; 'readings \(help)' lists the commands",
        details: [
          members.isEmpty
            ? "to look for words, write 'readings search WORD...'"
            : "to see what is tagged, write 'readings list --tag TAG'"
        ])
    }
    throw .unknown("command '\(name)'", suggestion: suggestion)
  }

  /// The first words of commands whose names have two.
  static var groupNames: [String] {
    commands.compactMap { command in
      command.name.firstIndex(of: " ").map { String(command.name[..<$0]) }
    }
  }
}
