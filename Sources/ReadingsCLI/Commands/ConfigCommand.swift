internal import Checks
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// `readings config`
enum ConfigCommand {
  static let specification = CommandSpecification(
    "config", meaning: "show the settings in force, and where each comes from",
    discussion: [
      "Settings stand in readings.yml at the top of the library: 'site' (title, url, description, author), 'roles' "
        + "(words of headings for required, optional and background), 'check' (rules with their levels, and known-keys) "
        + "and 'papers' (same and distinct, lists of keys). A library needs none of them.",
      "Each line gives a setting, its value, and the line of the file, the variable or the option it comes from; "
        + "'default' when nothing sets it. 'readings check --rules' lists the levels of rules, as 'plain' and 'json' do here. Mistakes in the file go to standard error, and 'readings check' lists them as "
        + "well.",
    ],
    options: [.settingFormat],
    examples: [
      .init("readings config", "every setting"),
      .init("readings config --format json", "the same for a program"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let catalog = try invocation.loadCatalog()
    let format = invocation.arguments.choice(.settingFormat, or: PageFormat.table)
    let rows = SettingRow.rows(invocation, catalog.configuration, listsEveryRule: format != .table)
    let console = invocation.console
    switch format {
    case .table: console.output.write(lines(rows, width: console.width))
    case .plain:
      console.output.write(rows.map { StyledLine("\($0.name)\t\($0.value)\t\($0.origin)") })
    case .json: console.output.write(json(rows))
    }
    LibraryReport(invocation, catalog).writeProblems(of: [LibraryConfiguration.fileName])
    return catalog.configuration.diagnostics.contains { $0.severity == .error } ? .findings : .done
  }

  private static func lines(_ rows: [SettingRow], width: Int) -> [StyledLine] {
    let nameColumn = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let originColumn = rows.map { DisplayWidth.of($0.origin) }.max() ?? 0
    let room = max(20, width - nameColumn - originColumn - 4)
    return rows.flatMap { row in
      TextLayout.wrapped(row.value.isEmpty ? "(none)" : row.value, to: room).enumerated().map { index, part in
        var line = StyledLine()
        line.add(TextLayout.padded(index == 0 ? row.name : "", to: nameColumn), .key)
        line.add(
          "  " + (index == 0 ? TextLayout.padded(part, to: room) : part), row.value.isEmpty ? .quiet : .plain)
        if index == 0 { line.add("  " + row.origin, .quiet) }
        return line
      }
    }
  }

  private static func json(_ rows: [SettingRow]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for row in rows {
      writer.elementOnNewLine()
      writer.beginObject()
      writer.member("name", row.name)
      writer.member("value", row.value.isEmpty ? nil : row.value)
      writer.member("origin", row.origin)
      writer.endObject()
    }
    writer.newLine()
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }
}

/// One setting with its value and where that comes from.
private struct SettingRow {
  let name: String
  /// Empty when there is none.
  let value: String
  let origin: String

  /// Every setting: those of the call, those of the file, those that nothing sets.
  ///
  /// - Parameter listsEveryRule: give each rule that has its own level a row, instead of one for all of them.
  static func rows(
    _ invocation: Invocation, _ configuration: LibraryConfiguration, listsEveryRule: Bool
  ) -> [SettingRow] {
    var rows = [library(invocation), color(invocation)]
    let lines = configuration.file.map { LineTable($0.bytes) }
    rows += configuration.settings.map { setting in
      let line = lines.map { ":\($0.line(at: setting.span.lowerBound))" } ?? ""
      return SettingRow(
        name: setting.name, value: setting.value, origin: LibraryConfiguration.fileName + line)
    }
    let known = Set(rows.map(\.name))
    let rest = [
      "site.title", "site.url", "site.description", "site.author", "roles.required", "roles.optional",
      "roles.background", "check.known-keys", "papers.same", "papers.distinct",
    ]
    rows += rest.filter { !known.contains($0) }.map { SettingRow(name: $0, value: "", origin: "default") }
    let rules = RuleTable.rules.filter { !known.contains("check.rules.\($0.id)") }
    if listsEveryRule {
      return rows
        + rules.map {
          SettingRow(name: "check.rules.\($0.id)", value: $0.level.rawValue, origin: "default")
        }
    }
    let counts = RuleLevel.allCases.reversed().map { level in
      "\(rules.count { $0.level == level }) \(level.rawValue)"
    }
    return rows
      + [SettingRow(name: "check.rules", value: counts.joined(separator: ", "), origin: "default")]
  }

  private static func library(_ invocation: Invocation) -> SettingRow {
    let variable = invocation.console.environment("READINGS_LIBRARY") ?? ""
    let origin =
      invocation.arguments.has(.library) ? "--library" : variable.isEmpty ? "default" : "READINGS_LIBRARY"
    return SettingRow(name: "library", value: invocation.library, origin: origin)
  }

  private static func color(_ invocation: Invocation) -> SettingRow {
    let environment = invocation.console.environment
    let value = invocation.console.output.usesColor ? "on" : "off"
    if let choice = invocation.arguments.value(.color), choice != "auto" {
      return SettingRow(name: "color", value: value, origin: "--color")
    }
    let variables = [("NO_COLOR", ""), ("CLICOLOR_FORCE", "0")]
    let set = variables.first { name, off in environment(name).map { !$0.isEmpty && $0 != off } ?? false }
    return SettingRow(name: "color", value: value, origin: set?.0 ?? "default")
  }
}

extension OptionSpecification {
  static let settingFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: PageFormat.self), meaning: "how to write it (default: table)",
    topic: .presentation)
}
