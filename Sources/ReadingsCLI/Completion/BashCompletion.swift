/// The script that completes in bash 3.2 and later, with or without the package bash-completion.
enum BashCompletion {
  static let script = """
    # bash completion for readings, written by 'readings completions bash'

    _readings() {
        local rest=${COMP_LINE:0:COMP_POINT} word blank line=() count=0 i
        # Bash splits words at ':' and '=' too; what has no blank in front belongs to the word before.
        for ((i = 0; i <= COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            blank=${rest%%[![:space:]]*}
            rest=${rest#"$blank"}
            ((i == COMP_CWORD)) && word=$rest
            if ((count == 0)) || [[ -n $blank ]]; then
                line[count]=$word
                ((count++))
            else
                line[count - 1]+=$word
            fi
            rest=${rest#"$word"}
        done

        local command= group= awaited= ended= attached=
        for ((i = 1; i < count - 1; i++)); do
            word=${line[i]}
            if [[ -n $awaited ]]; then
                awaited=
            elif [[ -n $ended || $word != -?* ]]; then
                if [[ -n $group ]]; then
                    command="$group $word" group=
                elif [[ -z $command ]]; then
                    case $word in
    \(groupCase)
                        *) command=$word ;;
                    esac
                fi
            else
                case $word in
                    --) ended=1 ;;
                    \(ShellTable.spellingsWithValue.joined(separator: "|"))) awaited=$word ;;
                esac
            fi
            # Quotes and backslashes are the shell's; '~' is the home folder's.
            word=${word//[\\\\\\'\\"]/}
            line[i]=${word/#\\~\\//$HOME/}
        done

        local typed=${line[count - 1]} quote= head= choices= source=
        case $typed in
            [\\'\\"]*) quote=${typed:0:1} typed=${typed:1} ;;
            *) typed=${typed//\\\\/} ;;
        esac
        line[count - 1]=$typed
        if [[ -z $awaited && -z $ended && $typed == --*=* ]]; then
            awaited=${typed%%=*} attached=1
            typed=${typed#*=}
        fi

        if [[ -n $awaited ]]; then
            case "$command $awaited" in
    \(valueCases)
                *) source=program ;;
            esac
        elif [[ -z $ended && $typed == -* && ($typed == - || $typed == --*) ]]; then
            case $command in
    \(optionCases)
                *) choices='\(optionNames(OptionSpecification.common))' ;;
            esac
        elif [[ -n $group ]]; then
            case $group in
    \(memberCases)
            esac
        elif [[ -z $command ]]; then
            choices='\(ShellTable.firstWords.joined(separator: " "))'
        else
            case $command in
    \(positionalCases)
                *) source=program ;;
            esac
        fi

        COMPREPLY=()
        case $source in
            none) return ;;
            folders | files)
                compopt -o filenames 2>/dev/null
                local flag=-f
                [[ $source == folders ]] && flag=-d
                while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen $flag -- "$typed")
                return
                ;;
            program)
                choices=$("${1/#\\~\\//$HOME/}" complete -- "${line[@]:1}" 2>/dev/null)
                ;;
            *) choices=$(compgen -W "$choices" -- "$typed") ;;
        esac
        # What stands before the last ':' or '=' of the word stays as it is, unless it is quoted.
        if [[ -z $quote ]]; then
            case $typed in *[$COMP_WORDBREAKS]*) head=${typed%"${typed##*[:=]}"} ;; esac
            [[ $COMP_WORDBREAKS == *:* ]] || head=
        fi
        while IFS= read -r word; do
            word=${word%%$'\\t'*}
            [[ -n $word ]] || continue
            word=${word:${#head}}
            [[ -z $quote && $word == *[!A-Za-z0-9_.,:/=@%+-]* ]] && printf -v word %q "$word"
            [[ -n $attached && $COMP_WORDBREAKS != *=* ]] && word=$awaited=$word
            COMPREPLY+=("$word")
        done <<<"$choices"
        [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]] && compopt -o nospace 2>/dev/null
        return 0
    }

    complete -F _readings readings

    """

  private static let groupCase =
    ShellTable.groups.isEmpty
    ? indented("'') ;;", 5) : indented(ShellTable.groups.joined(separator: "|") + ") group=$word ;;", 5)

  private static let memberCases = ShellTable.groups.map { group in
    let members = CommandTable.group(named: group).compactMap { $0.words.last }
    return indented("\(group)) choices='\(members.joined(separator: " "))' ;;", 3)
  }.joined(separator: "\n")

  private static let optionCases = CommandTable.visibleCommands.map { command in
    indented("\(ShellTable.quoted(command.name))) choices='\(optionNames(command.allOptions))' ;;", 3)
  }.joined(separator: "\n")

  private static let positionalCases = CommandTable.visibleCommands.compactMap { command in
    guard let kind = command.positionals.first?.kind else {
      return indented("\(ShellTable.quoted(command.name))) source=none ;;", 3)
    }
    return statement(ShellTable.source(of: kind)).map {
      indented("\(ShellTable.quoted(command.name))) \($0) ;;", 3)
    }
  }.joined(separator: "\n")

  private static let valueCases: String = {
    var cases: [String] = []
    for option in OptionSpecification.common { add(option, "*", to: &cases) }
    for command in CommandTable.visibleCommands {
      for option in command.options { add(option, command.name, to: &cases) }
    }
    return cases.joined(separator: "\n")
  }()

  private static func add(_ option: OptionSpecification, _ command: String, to cases: inout [String]) {
    guard let kind = option.value?.kind, let statement = statement(ShellTable.source(of: kind)) else {
      return
    }
    let patterns = option.spellings.map { command == "*" ? "*\" \($0)\"" : "\"\(command) \($0)\"" }
    cases.append(indented(patterns.joined(separator: " | ") + ") \(statement) ;;", 3))
  }

  /// Nil where the program is asked.
  private static func statement(_ source: ShellTable.Source) -> String? {
    switch source {
    case .choices(let choices): "choices=\(ShellTable.quoted(choices.joined(separator: " ")))"
    case .folders: "source=folders"
    case .files: "source=files"
    case .none: "source=none"
    case .program: nil
    }
  }

  private static func optionNames(_ options: [OptionSpecification]) -> String {
    options.map { "--" + $0.name }.joined(separator: " ")
  }

  private static func indented(_ text: String, _ depth: Int) -> String {
    String(repeating: "    ", count: depth) + text
  }
}
