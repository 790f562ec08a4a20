/// `readings help [COMMAND]`
enum HelpCommand {
  static let specification = CommandSpecification(
    "help", meaning: "explain the program, or one command",
    positionals: [.init(name: "COMMAND", kind: .commandName, isRequired: false)],
    examples: [
      .init("readings help list", "everything that 'list' can do"),
      .init("readings list --help", "the same"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let console = invocation.console
    guard let name = invocation.arguments.positionals.first else {
      console.output.write(HelpText.overview(width: console.width))
      return .done
    }
    let command = try CommandTable.requireCommand(named: name)
    console.output.write(HelpText.command(command, width: console.width))
    return .done
  }
}
