/// The manual page `readings(1)`, made from the table of commands, options and topics.
enum ManualPage {
  /// When what the page says last changed; the page has no other clock.
  private static let date = "November 21, 2026"

  static var text: String {
    var page = ManualWriter()
    writeHead(&page)
    page.macro("Sh COMMANDS")
    for command in CommandTable.visibleCommands { write(command, &page) }
    page.macro("Sh OPTIONS OF EVERY COMMAND")
    write(OptionSpecification.common, &page)
    write(.query, "QUERIES", &page)
    write(.formats, "FORMATS", &page)
    write(.keys, "KEYS", &page)
    write(.environment, "ENVIRONMENT", &page)
    write(.configuration, "FILES", &page)
    write(.status, "EXIT STATUS", &page)
    page.macro("Sh EXAMPLES")
    write(CommandTable.visibleCommands.flatMap(\.examples), &page)
    return page.text
  }

  private static func writeHead(_ page: inout ManualWriter) {
    page.macro("Dd \(date)")
    page.macro("Dt READINGS 1")
    page.macro("Os")
    page.macro("Sh NAME")
    page.macro("Nm readings")
    page.macro("Nd manage a seminar's reading list that is kept as Markdown posts")
    page.macro("Sh SYNOPSIS")
    page.macro("Nm")
    page.macro("Op Fl L Ar DIR")
    page.macro("Ar COMMAND")
    page.macro("Op Ar OPTION | WORD ...")
    page.macro("Sh DESCRIPTION")
    page.paragraph(
      "The library is a folder of posts, a session of the seminar each, with front matter on top and the works to "
        + "read below. The program reads all of it at every call, so that the posts stay the only source of "
        + "truth. The folder is the one that --library names, else READINGS_LIBRARY, else the current one; it is "
        + "searched recursively, except hidden folders, _site, node_modules, and symbolic links to folders.")
    page.macro("Pp")
    page.paragraph("Options and words mix freely. The first word is the command, and '--' ends the options.")
  }

  private static func write(_ command: CommandSpecification, _ page: inout ManualWriter) {
    page.macro("Ss", text: HelpText.signature(command))
    page.paragraph(capitalized(command.meaning) + ".")
    for paragraph in command.discussion {
      page.macro("Pp")
      page.paragraph(paragraph)
    }
    write(command.options, &page)
  }

  private static func write(_ options: [OptionSpecification], _ page: inout ManualWriter) {
    if options.isEmpty { return }
    page.macro("Bl -tag -width Ds")
    for option in options {
      let short = option.shortName.map { "Fl \($0) , " } ?? ""
      let value = option.value.map { " Ar \(ManualWriter.escaped($0.name))" } ?? ""
      page.macro("It \(short)Fl \\-\(ManualWriter.escaped(option.name))\(value)")
      page.paragraph(capitalized(HelpText.meaning(of: option)) + (option.isRepeatable ? ". *" : "."))
    }
    page.macro("El")
  }

  private static func write(_ topic: HelpTopic, _ title: String, _ page: inout ManualWriter) {
    page.macro("Sh \(title)")
    for section in topic.sections {
      if topic.sections.count > 1 { page.macro("Ss", text: section.title) }
      write(section.rows, &page)
      for (index, paragraph) in section.paragraphs.enumerated() {
        if index > 0 { page.macro("Pp") }
        page.paragraph(paragraph)
      }
      if !section.literal.isEmpty { page.literal(section.literal) }
    }
  }

  /// Terms with their meanings.
  private static func write(_ rows: [CommandSpecification.Example], _ page: inout ManualWriter) {
    if rows.isEmpty { return }
    page.macro("Bl -tag -width Ds")
    for row in rows {
      page.macro("It Ic", text: row.line)
      page.paragraph(capitalized(row.meaning) + ".")
    }
    page.macro("El")
  }

  private static func capitalized(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst()
  }
}
