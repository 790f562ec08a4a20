internal import Publishing

/// Help, made from the table of commands and options; examples come first.
enum HelpText {
  /// What `readings` says when it is told nothing.
  static func firstSteps(width: Int) -> [StyledLine] {
    let steps: [CommandSpecification.Example] = [
      .init("readings list", "every session with its readings"),
      .init("readings list --tag Serving", "what was read on a topic"),
      .init("readings show 'flash attention'", "one paper or session in full"),
      .init("readings tags", "the topics, and odd spellings of them"),
      .init("readings help", "all commands and options"),
    ]
    return [StyledLine("readings: a seminar's reading list, kept as Markdown posts"), StyledLine()]
      + rows(steps, width: width)
  }

  /// All commands.
  static func overview(width: Int) -> [StyledLine] {
    var lines = heading("Examples")
    lines += rows(CommandTable.visibleCommands.compactMap(\.examples.first), width: width)
    lines += [StyledLine()] + heading("Commands")
    lines += rows(
      CommandTable.visibleCommands.map { .init(signature($0), $0.meaning) }, width: width)
    lines += [StyledLine()] + heading("Topics")
    lines += rows(HelpTopic.all.map { .init("help " + $0.name, $0.meaning) }, width: width)
    lines += [StyledLine()] + heading("Options of every command")
    lines += rows(OptionSpecification.common.map { row($0) }, width: width)
    lines += [StyledLine(), StyledLine("'readings help COMMAND' or 'readings help TOPIC' explains one.")]
    return lines
  }

  /// The commands that share their first word.
  static func group(named name: String, width: Int) -> [StyledLine] {
    let commands = CommandTable.group(named: name)
    var lines = heading("Examples")
    lines += rows(commands.flatMap(\.examples), width: width)
    lines += [StyledLine()] + heading("Commands")
    lines += rows(commands.map { .init(signature($0), $0.meaning) }, width: width)
    lines += [
      StyledLine(), StyledLine("'readings help \(name) \(commands.first?.verb ?? "")' explains one."),
    ]
    return lines
  }

  /// One command: examples, usage, what it does, its options by topic.
  static func command(_ command: CommandSpecification, width: Int) -> [StyledLine] {
    var lines = [StyledLine("readings \(command.name): \(command.meaning)"), StyledLine()]
    lines += heading("Examples") + rows(command.examples, width: width)
    lines += [StyledLine()] + heading("Usage")
    let options = command.allOptions.isEmpty ? "" : " [OPTIONS]"
    lines.append(StyledLine("  readings \(signature(command))\(options)"))
    for paragraph in command.discussion {
      lines.append(StyledLine())
      lines += TextLayout.wrapped(paragraph, to: width).map { StyledLine($0) }
    }
    for topic in OptionSpecification.Topic.allCases {
      let options = command.allOptions.filter { $0.topic == topic }
      guard !options.isEmpty else { continue }
      lines += [StyledLine()] + heading(topic.rawValue)
      lines += rows(options.map { row($0) }, width: width)
    }
    return lines
  }

  /// One topic: examples, then its sections.
  static func topic(_ topic: HelpTopic, width: Int) -> [StyledLine] {
    var lines = [StyledLine("readings help \(topic.name): \(topic.meaning)"), StyledLine()]
    lines += heading("Examples") + rows(topic.examples, width: width)
    for section in topic.sections {
      lines += [StyledLine()] + heading(section.title)
      lines += rows(section.rows, width: width)
      if !section.rows.isEmpty, !section.paragraphs.isEmpty { lines.append(StyledLine()) }
      for paragraph in section.paragraphs {
        lines += TextLayout.wrapped(paragraph, to: width - 2).map { StyledLine("  " + $0) }
      }
      lines += section.literal.map { StyledLine("  " + $0) }
    }
    return lines
  }

  /// A command with the words it takes.
  static func signature(_ command: CommandSpecification) -> String {
    let words = command.positionals.map { positional in
      let name = positional.name + (positional.isRepeatable ? "..." : "")
      return positional.isRequired ? name : "[\(name)]"
    }
    return ([command.name] + words).joined(separator: " ")
  }

  private static func row(_ option: OptionSpecification) -> CommandSpecification.Example {
    let short = option.shortName.map { "-\($0), " } ?? "    "
    let meaning = meaning(of: option) + (option.isRepeatable ? " *" : "")
    return .init(short + "--" + option.name + (option.value.map { " " + $0.name } ?? ""), meaning)
  }

  /// What an option does, and the values it takes where they are few.
  static func meaning(of option: OptionSpecification) -> String {
    guard case .choice(let choices) = option.value?.kind else { return option.meaning }
    return option.meaning + ": " + choices.joined(separator: ", ")
  }

  private static func heading(_ text: String) -> [StyledLine] {
    [StyledLine(text + ":", .strong)]
  }

  /// Terms on the left, their meanings in a column on the right, or below where a term is too long.
  private static func rows(_ rows: [CommandSpecification.Example], width: Int) -> [StyledLine] {
    let limit = max(24, width / 2 - 2)
    let column = rows.map { $0.line.count }.filter { $0 <= limit }.max() ?? 0
    var lines: [StyledLine] = []
    for row in rows {
      var line = StyledLine("  ")
      line.add(TextLayout.padded(row.line, to: column), .emphasis)
      if row.line.count > column {
        lines.append(line)
        line = StyledLine(String(repeating: " ", count: column + 2))
      }
      for part in TextLayout.wrapped(row.meaning, to: max(20, width - column - 4)) {
        line.add("  " + part)
        lines.append(line)
        line = StyledLine(String(repeating: " ", count: column + 2))
      }
    }
    return lines
  }
}

extension CommandSpecification {
  /// The last word of its name.
  fileprivate var verb: Substring { name.split(separator: " ").last ?? "" }
}
