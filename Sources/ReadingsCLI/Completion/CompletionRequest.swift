internal import ReadingsQuery

/// A command line that is being typed: what its last word can be.
///
/// Reads by the same table as ``ArgumentParser``, but takes every line, since one that is being typed is seldom right.
struct CompletionRequest {
  /// What the last word is.
  enum Subject {
    /// The name of a command, as far as it is typed; `group` is its first word when it has two.
    case command(group: String?)
    case option
    case value(OptionSpecification.Value.Kind)
    case positional(CommandSpecification.Positional.Kind)
    case nothing
  }

  private(set) var subject = Subject.nothing
  /// The last word, without the option it is attached to.
  private(set) var text = ""
  /// The command whose words have come.
  private(set) var command: CommandSpecification?
  /// The folder of posts that the line names.
  private(set) var library: String?
  private(set) var readsPlainMarkdown = false
  private(set) var listsSessions = false
  private var words: [String] = []
  private var awaited: OptionSpecification?
  /// The option whose further values the words are, up to the next option.
  private var following: OptionSpecification?
  private var optionsHaveEnded = false

  /// - Parameter line: the words behind the program's name; the last one is being typed, and can be empty.
  init(_ line: [String]) {
    for word in line.dropLast() { take(word) }
    finish(line.last ?? "")
  }

  private mutating func take(_ word: String) {
    if let option = awaited {
      note(option, word)
      awaited = nil
      following = option.value?.takesMore == true ? option : nil
    } else if !optionsHaveEnded, following != nil, !word.hasPrefix("-") {
      return
    } else if optionsHaveEnded || !word.hasPrefix("-") || word == "-" || ArgumentParser.isNegatedTerm(word) {
      words.append(word)
      if command == nil { command = CommandTable.command(atStartOf: words) }
    } else if word == "--" {
      optionsHaveEnded = true
    } else if let (option, value) = split(word) {
      following = nil
      if let value {
        note(option, value)
      } else if option.value != nil {
        awaited = option
      } else {
        note(option, "")
      }
    }
  }

  private mutating func note(_ option: OptionSpecification, _ value: String) {
    switch option.name {
    case OptionSpecification.library.name: library = value
    case OptionSpecification.plainMarkdown.name: readsPlainMarkdown = true
    case OptionSpecification.sessions.name: listsSessions = true
    default: break
    }
  }

  private mutating func finish(_ word: String) {
    text = word
    if let option = awaited {
      subject = option.value.map { .value($0.kind) } ?? .nothing
    } else if !optionsHaveEnded, word.hasPrefix("-"), !ArgumentParser.isNegatedTerm(word),
      let (option, value) = split(word), let value,
      let kind = option.value?.kind
    {
      text = value
      subject = .value(kind)
    } else if !optionsHaveEnded, word.hasPrefix("--") || word == "-" {
      subject = .option
    } else if !optionsHaveEnded, let option = following, !word.hasPrefix("-") {
      subject = option.value.map { .value($0.kind) } ?? .nothing
    } else if let command {
      subject = positional(of: command).map { .positional($0) } ?? .nothing
    } else if words.isEmpty {
      subject = .command(group: nil)
    } else if words.count == 1 {
      subject = .command(group: words[0])
    }
  }

  /// The option that a word is, or that its last value-taking letter is, and the value attached to it.
  private func split(_ word: String) -> (OptionSpecification, String?)? {
    let known = command?.allOptions ?? OptionSpecification.common + CommandTable.commands.flatMap(\.options)
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = known.first(where: { "--" + $0.name == parts[0] }) else { return nil }
      return (option, parts.count > 1 ? String(parts[1]) : nil)
    }
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.shortName == letter }) else { return nil }
      if option.value != nil { return (option, letters.isEmpty ? nil : String(letters)) }
      if letters.isEmpty { return (option, nil) }
    }
    return nil
  }

  private func positional(of command: CommandSpecification) -> CommandSpecification.Positional.Kind? {
    let count = words.count - command.words.count
    if count < command.positionals.count { return command.positionals[count].kind }
    guard let last = command.positionals.last, last.isRepeatable else { return nil }
    return last.kind
  }
}
