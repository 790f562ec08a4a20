internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// `readings config`
enum ConfigCommand {
  static let specification = CommandSpecification(
    "config", meaning: "show what the library's \(LibraryConfiguration.fileName) sets",
    discussion: [
      "Each setting that was understood, with its value and line. What was not understood is reported as for every "
        + "other command; 'readings help configuration' lists what can be set."
    ],
    options: [.pageFormat],
    examples: [
      .init("readings config", "every setting with its line"),
      .init("readings config --format json", "the same for a program"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let catalog = try invocation.loadCatalog()
    let configuration = catalog.configuration
    let console = invocation.console
    switch invocation.arguments.choice(.pageFormat, or: PageFormat.table) {
    case .table: console.output.write(lines(configuration, width: console.width))
    case .plain: console.output.write(lines(configuration, width: nil))
    case .json: console.output.write(json(configuration))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeProblems(of: [LibraryConfiguration.fileName])
    report.writeSettingCount(configuration)
    return report.status
  }

  /// A line for each setting; with a width, values are cut to it.
  private static func lines(_ configuration: LibraryConfiguration, width: Int?) -> [StyledLine] {
    let names = configuration.settings.map(\.name)
    let column = names.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(configuration.settings, places(configuration)).map { setting, place in
      var line = StyledLine(TextLayout.padded(setting.name, to: column) + "  ", .emphasis)
      let room = width.map { max(8, $0 - column - 4 - DisplayWidth.of(place)) }
      line.add(room.map { TextLayout.truncated(setting.value, to: $0) } ?? setting.value)
      line.add("  " + place, .quiet)
      return line
    }
  }

  /// `readings.yml:2`, in the order of the settings.
  private static func places(_ configuration: LibraryConfiguration) -> [String] {
    guard let file = configuration.file else { return [] }
    let table = LineTable(file.bytes)
    return configuration.settings.map { "\(file.path):\(table.line(at: $0.span.lowerBound))" }
  }

  private static func json(_ configuration: LibraryConfiguration) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for (setting, place) in zip(configuration.settings, places(configuration)) {
      writer.elementOnNewLine()
      writer.beginObject()
      writer.member("name", setting.name)
      writer.member("value", setting.value)
      writer.member("place", place)
      writer.endObject()
    }
    if !configuration.settings.isEmpty { writer.newLine() }
    writer.endArray()
    writer.endDocument()
    return writer.bytes
  }
}
