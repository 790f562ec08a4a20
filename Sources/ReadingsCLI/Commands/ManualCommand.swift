/// `readings manual`
enum ManualCommand {
  static let specification = CommandSpecification(
    "manual", meaning: "write the manual page, for 'man'",
    discussion: [
      "The page is in the mdoc language, which 'man' understands everywhere. It says what 'readings help' says of every "
        + "command and topic."
    ],
    examples: [
      .init("readings manual > ~/.local/share/man/man1/readings.1", "install it for 'man readings'"),
      .init("readings manual | man -l -", "read it at once"),
    ],
    run: { (invocation) throws(CommandFailure) in
      invocation.console.output.write(Array(ManualPage.text.utf8))
      return .done
    })
}
