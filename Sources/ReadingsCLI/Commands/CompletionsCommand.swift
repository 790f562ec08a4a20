/// `readings completions SHELL`
enum CompletionsCommand {
  /// The shells that scripts are written for.
  private enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  static let specification = CommandSpecification(
    "completions", meaning: "write the script that completes words in a shell",
    discussion: [
      "The script knows commands, options and their fixed values, and asks the program for what is in the library: "
        + "tags, categories, terms, authors, keys, fields, and the terms of queries.",
      "bash reads it at the first completion when it lies in ~/.local/share/bash-completion/completions/readings "
        + "(with the package bash-completion), or whenever ~/.bashrc has 'source <(readings completions bash)'. zsh "
        + "looks for a file _readings in the folders of fpath, fish in ~/.config/fish/completions/readings.fish.",
    ],
    positionals: [
      .init(name: "SHELL", kind: .choice(Shell.allCases.map(\.rawValue)), isRequired: true)
    ],
    examples: [
      .init("source <(readings completions bash)", "in this bash, from now on"),
      .init("readings completions zsh > ~/.zfunc/_readings", "in every zsh whose fpath has ~/.zfunc"),
      .init("readings completions fish > ~/.config/fish/completions/readings.fish", "in every fish"),
    ],
    run: { (invocation) throws(CommandFailure) in
      let script =
        switch Shell(rawValue: invocation.arguments.positionals.first ?? "") {
        case .bash: BashCompletion.script
        case .zsh: ZshCompletion.script
        case .fish, nil: FishCompletion.script
        }
      invocation.console.output.write(Array(script.utf8))
      return .done
    })
}
