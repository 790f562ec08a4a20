import ReadingsCLI
import ReadingsCatalog
import Testing

@Suite struct HelpTests {
  private func run(_ arguments: [String]) -> CommandRun {
    CommandRun(arguments) { (folder) throws(LibraryLoader.Failure) in throw .noSuchFolder(folder.folder) }
  }

  @Test func aloneItShowsFiveUsefulThings() {
    let run = run([])
    #expect(
      run.output == """
        readings: a seminar's reading list, kept as Markdown posts

          readings list                    every session with its readings
          readings list --tag Serving      what was read on a topic
          readings show 'flash attention'  one paper or session in full
          readings tags                    the topics, and odd spellings of them
          readings help                    all commands and options

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test(arguments: [["--version"], ["-V"], ["list", "--version"], ["show", "-V"]])
  func theVersionIsPrinted(_ arguments: [String]) {
    let run = run(arguments)
    #expect(run.output == "readings \(ReadingsCommandLine.version)\n")
    #expect(run.status == 0)
  }

  @Test(arguments: ["list", "show", "search", "tags", "export", "check", "parse", "help"])
  func everyHelpStartsWithExamples(_ command: String) {
    let run = run(["help", command])
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("readings \(command): "))
    #expect(lines[1] == "Examples:")
    #expect(lines[2].hasPrefix("  readings \(command)"))
    #expect(self.run([command, "--help"]).output == run.output)
    #expect(self.run(["-h", command]).output == run.output)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func theOverviewNamesEveryCommand() {
    let run = run(["help"])
    for command in [
      "list [QUERY...]", "show KEY", "search WORD...", "tags", "export [QUERY...]", "check", "parse FILE",
      "help [COMMAND...]",
    ] {
      #expect(run.output.contains("\n  \(command) "))
    }
    #expect(self.run(["--help"]).output == run.output)
  }

  /// The parser reads options before it knows the command, so an option means the same everywhere.
  @Test func anOptionMeansTheSameInEveryCommand() {
    var names: [Substring: Substring] = [:]
    var takesValue: [Substring: Bool] = [:]
    for command in ["list", "show", "search", "tags", "export", "check", "parse", "help"] {
      var letters: Set<Substring> = []
      for line in run(["help", command]).output.split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let name = words.prefix(2).last(where: { $0.hasPrefix("--") }) else { continue }
        let value = words.drop { $0 != name }.dropFirst().first
        let hasValue = value.map { $0 == $0.uppercased() } ?? false
        #expect(takesValue.updateValue(hasValue, forKey: name) ?? hasValue == hasValue)
        if words[0].hasSuffix(",") {
          #expect(letters.insert(words[0]).inserted)
          #expect(names.updateValue(name, forKey: words[0]) ?? name == name)
        }
      }
      #expect(letters.contains("-L,"))
    }
  }
}
