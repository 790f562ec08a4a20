/// The script that completes in fish 3.1 and later.
enum FishCompletion {
  static let script =
    """
    # fish completion for readings, written by 'readings completions fish'

    # Prints the command that the line has so far: nothing, 'list', 'tag', or 'tag add'.
    function __readings_command
        set -l command
        set -l awaited 0
        for word in (commandline -opc)[2..-1]
            if test $awaited = 1
                set awaited 0
                continue
            end
            switch $word
                case \(ShellTable.spellingsWithValue.joined(separator: " "))
                    set awaited 1
                case '-?*'
                case '*'
                    set -a command $word
                    contains -- "$command" \(ShellTable.groups.isEmpty ? "''" : ShellTable.groups.joined(separator: " ")); or break
            end
        end
        echo "$command"
    end

    function __readings_is
        test (__readings_command) = "$argv"
    end

    # Asks the program what the word can be.
    function __readings_ask
        set -l words (commandline -opc)
        $words[1] complete -- $words[2..-1] (commandline -ct | string replace -r '^["\\']' '') 2>/dev/null
    end

    complete -c readings -f

    """ + lines.joined(separator: "\n") + "\n"

  private static let lines: [String] = {
    var lines: [String] = []
    for word in ShellTable.firstWords {
      let meaning = CommandTable.command(named: word)?.meaning ?? ""
      lines.append(command("''", word, meaning))
    }
    for group in ShellTable.groups {
      for member in CommandTable.group(named: group) {
        lines.append(command(group, member.words.last ?? "", member.meaning))
      }
    }
    lines += OptionSpecification.common.map { "complete -c readings" + option($0) }
    for command in CommandTable.visibleCommands {
      let condition = "complete -c readings -n \(quoted("__readings_is \(command.name)"))"
      lines += command.options.map { condition + option($0) }
      if let kind = command.positionals.first?.kind, let source = source(ShellTable.source(of: kind)) {
        lines.append(condition + source)
      }
    }
    return lines
  }()

  private static func command(_ group: String, _ word: String, _ meaning: String) -> String {
    "complete -c readings -n \(quoted("__readings_is \(group)")) -a \(word) -d \(quoted(meaning))"
  }

  private static func option(_ option: OptionSpecification) -> String {
    let short = option.shortName.map { " -s \($0)" } ?? ""
    var text = "\(short) -l \(option.name) -d \(quoted(option.meaning))"
    guard let kind = option.value?.kind else { return text }
    let source = ShellTable.source(of: kind)
    if case .files = source { text += " -r" } else { text += " -x" }
    return text + (self.source(source) ?? "")
  }

  private static func source(_ source: ShellTable.Source) -> String? {
    switch source {
    case .choices(let choices): " -a \(quoted(choices.joined(separator: " ")))"
    case .folders: " -a '(__fish_complete_directories (commandline -ct))'"
    case .files: " -F"
    case .program: " -a '(__readings_ask)'"
    case .none: nil
    }
  }

  /// In single quotes, as fish takes it.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
