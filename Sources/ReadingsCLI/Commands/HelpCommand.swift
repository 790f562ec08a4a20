internal import ReadingsQuery

/// `readings help [COMMAND]`, where the word can also be a topic.
enum HelpCommand {
  static let specification = CommandSpecification(
    "help", meaning: "explain the program, a command, or a topic",
    positionals: [.init(name: "COMMAND", kind: .commandName, isRequired: false, isRepeatable: true)],
    examples: [
      .init("readings help list", "everything that 'list' can do"),
      .init("readings list --help", "the same"),
      .init("readings help query", "how to ask for readings"),
      .init("readings help formats", "how results are written, and the fields they have"),
      .init("readings help configuration", "what a readings.yml can set"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let console = invocation.console
    let words = invocation.arguments.positionals
    guard let name = words.first else {
      console.output.write(HelpText.overview(width: console.width))
      return .done
    }
    if let topic = HelpTopic.all.first(where: { $0.name == name }) {
      console.output.write(HelpText.topic(topic, width: console.width))
      return .done
    }
    let topics = HelpTopic.all.map(\.name)
    if words.count == 1, !CommandTable.group(named: name).isEmpty {
      console.output.write(HelpText.group(named: name, width: console.width))
      return .done
    }
    if words.count == 1, CommandTable.command(named: name) == nil {
      let commands = CommandTable.visibleCommands.map(\.name) + CommandTable.groupNames
      guard let suggestion = Suggestion.closest(to: name, among: commands + topics) else {
        throw CommandFailure("unknown command or topic '\(name)'; 'readings help' lists both")
      }
      throw .unknown(
        topics.contains(suggestion) ? "topic '\(name)'" : "command '\(name)'", suggestion: suggestion)
    }
    let command = try CommandTable.requireCommand(atStartOf: words)
    if words.count > command.name.split(separator: " ").count {
      throw CommandFailure("unexpected argument '\(words.last ?? "")' for 'help'")
    }
    console.output.write(HelpText.command(command, width: console.width))
    return .done
  }
}
