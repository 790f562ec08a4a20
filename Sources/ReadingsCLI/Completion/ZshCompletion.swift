/// The script that completes in zsh, as a file `_readings` in a folder of `fpath` or sourced after `compinit`.
enum ZshCompletion {
  static let script = """
    #compdef readings
    # zsh completion for readings, written by 'readings completions zsh'

    # Asks the program what the word can be.
    _readings_ask() {
      local candidate value meaning
      local -a values meanings open openings
      for candidate in "${(@f)$("${_readings_line[1]/#\\~\\//$HOME/}" complete -- "${(@)_readings_line[2,-1]}" 2>/dev/null)}"; do
        value=${candidate%%$'\\t'*}
        [[ -n $value ]] || continue
        meaning=${candidate#*$'\\t'}
        [[ -n $meaning ]] && meaning="$value  -- $meaning" || meaning=$value
        if [[ $value == *: ]]; then
          open+=("$value") openings+=("$meaning")
        else
          values+=("$value") meanings+=("$meaning")
        fi
      done
      (($#values + $#open)) || return 1
      local folding='m:{[:lower:][:upper:]}={[:upper:][:lower:]}'
      (($#values)) && compadd -M $folding -l -d meanings -a values
      (($#open)) && compadd -M $folding -S '' -l -d openings -a open
      return 0
    }

    _readings() {
      # Completing options changes 'words', and the program wants the whole line.
      local -a _readings_line=("${(@Q)words[1,CURRENT]}")
      [[ -n $compstate[quote] ]] && _readings_line[-1]=${_readings_line[-1]#[\\'\\"]}
      local word command group awaited ended
      integer i start=1
      for ((i = 2; i < CURRENT; i++)); do
        word=$words[i]
        if [[ -n $awaited ]]; then
          awaited=
        elif [[ -n $ended || $word != -?* ]]; then
          if [[ -n $group ]]; then
            command="$group $word" group= start=$i
          elif [[ -z $command ]]; then
            case $word in
    \(groupCase)
              (*) command=$word start=$i ;;
            esac
          fi
        else
          case $word in
            (--) ended=1 ;;
            (\(ShellTable.spellingsWithValue.joined(separator: "|"))) awaited=1 ;;
          esac
        fi
      done
      # A value that is waited for in front of the command is the option's, whichever command it is.
      if [[ -z $command && (-n $awaited || $words[CURRENT] == -*) ]]; then
        _arguments -s -S \(commonSpecifications)
        return
      fi
      if [[ -n $group ]]; then
        local -a members
        case $group in
    \(memberCases)
        esac
        _describe -t commands 'command' members
        return
      fi
      if [[ -z $command ]]; then
        local -a commands=(
    \(commandList)
        )
        _describe -t commands 'command' commands
        return
      fi
      # '-tag:x' is a word of a query, not the option '-t'.
      [[ -z $awaited && $PREFIX == -[a-z]*:* ]] && _readings_ask && return
      words=("${(@)words[start,-1]}")
      ((CURRENT -= start - 1))
      case $command in
    \(argumentCases)
      esac
    }

    if [[ $funcstack[1] == _readings ]]; then
      _readings "$@"
    elif (($+functions[compdef])); then
      compdef _readings readings
    fi

    """

  private static let groupCase =
    ShellTable.groups.isEmpty
    ? "          ('') ;;" : "          (\(ShellTable.groups.joined(separator: "|"))) group=$word ;;"

  private static let memberCases = ShellTable.groups.map { group in
    let members = CommandTable.group(named: group).map { description($0.words.last ?? "", $0.meaning) }
    return "      (\(group)) members=(\(members.joined(separator: " "))) ;;"
  }.joined(separator: "\n")

  private static let commandList = ShellTable.firstWords.map { word in
    let meaning = CommandTable.command(named: word)?.meaning ?? "\(word) ..."
    return "      " + description(word, meaning)
  }.joined(separator: "\n")

  private static let commonSpecifications = OptionSpecification.common.map { specification($0) }
    .joined(separator: " \\\n      ")

  private static let argumentCases = CommandTable.visibleCommands.map { command in
    var specifications = command.allOptions.map { specification($0) }
    for (index, positional) in command.positionals.enumerated() {
      let place = positional.isRepeatable ? "*" : String(index + 1)
      let action = action(ShellTable.source(of: positional.kind))
      specifications.append(ShellTable.quoted("\(place):\(positional.name):\(action)"))
    }
    return "    (\(ShellTable.quoted(command.name)))\n      _arguments -s -S \\\n        "
      + specifications.joined(separator: " \\\n        ") + " ;;"
  }.joined(separator: "\n")

  /// `'(-t --tag)'{-t+,--tag=}'[meaning]:TAG:action'`
  private static func specification(_ option: OptionSpecification) -> String {
    let meaning = option.meaning.replacing("[", with: "\\[").replacing("]", with: "\\]")
    var text = "[\(meaning)]"
    if let value = option.value {
      let name = value.name.replacing("[", with: "").replacing("]", with: "").replacing(":", with: "")
      text += ":\(name):\(action(ShellTable.source(of: value.kind)))"
    }
    let takesValue = option.value != nil
    let spellings = option.spellings.map { spelling in
      takesValue ? spelling + (spelling.hasPrefix("--") ? "=" : "+") : spelling
    }
    let group = option.isRepeatable ? "'*'" : "'(\(option.spellings.joined(separator: " ")))'"
    let names = spellings.count == 1 ? spellings[0] : "{\(spellings.joined(separator: ","))}"
    return group + names + ShellTable.quoted(text)
  }

  private static func action(_ source: ShellTable.Source) -> String {
    switch source {
    case .choices(let choices): "(\(choices.joined(separator: " ")))"
    case .folders: "_files -/"
    case .files: "_files"
    case .program: "_readings_ask"
    case .none: " "
    }
  }

  private static func description(_ word: String, _ meaning: String) -> String {
    ShellTable.quoted("\(word):\(meaning)")
  }
}
