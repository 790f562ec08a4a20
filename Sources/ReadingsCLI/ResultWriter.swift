internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// Writes what `list` and `export` found as their options ask; the options are checked before the library is read.
struct ResultWriter {
  /// How elements of one sort are written.
  fileprivate struct Layout<Element: Sendable> {
    /// The fields of formats that need some, when none are named.
    var standard: [ListedField<Element>]
    /// Nil unless fields were named.
    var columns: [ListedField<Element>]?
    var template: Template<Element>?

    init(_ catalog: FieldCatalog<Element>, _ arguments: ParsedArguments) throws(CommandFailure) {
      standard = catalog.standard
      for option in [OptionSpecification.columns, .json] {
        guard let text = arguments.value(option) else { continue }
        do throws(FieldCatalog<Element>.UnknownField) {
          columns = try catalog.fields(named: text)
        } catch {
          throw Layout.unknownField(error.name, "--" + option.name, catalog)
        }
      }
      guard let text = arguments.value(.template) else { return }
      do throws(Template<Element>.Failure) {
        template = try Template(parsing: text, fields: catalog)
      } catch {
        switch error {
        case .unknownField(let name): throw Layout.unknownField(name, "--template", catalog)
        case .unclosedBrace(let column):
          throw CommandFailure(
            "the brace in column \(column) of '--template' is never closed; '{{' stands for one")
        }
      }
    }

    private static func unknownField(
      _ name: String, _ option: String, _ catalog: FieldCatalog<Element>
    ) -> CommandFailure {
      let names = catalog.names
      let suggestion = Suggestion.closest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
      let list = TextLayout.wrapped("fields: " + names.joined(separator: ", "), to: 76)
      return CommandFailure("unknown field '\(name)' for '\(option)'" + suggestion, details: list)
    }
  }

  private let console: Console
  private let library: String
  private let format: ListFormat
  private let showsSessions: Bool
  private let showsCount: Bool
  private let endsPathsWithNull: Bool
  /// Nil unless asked for.
  private let grouping: Grouping.Field?
  private let ofReadings: Layout<SelectedReading>?
  private let ofSessions: Layout<Session>?

  /// - Parameters:
  ///   - formatOption: the command's own `--format`.
  ///   - standard: the format when none is asked for.
  init(_ invocation: Invocation, formatOption: OptionSpecification, standard: ListFormat)
    throws(CommandFailure)
  {
    let arguments = invocation.arguments
    console = invocation.console
    library = invocation.library
    showsSessions = arguments.has(.sessions)
    showsCount = arguments.has(.count)
    endsPathsWithNull = arguments.has(.null)
    grouping = arguments.value(.groupBy).flatMap { Grouping.Field(rawValue: $0) }
    let isJSON = arguments.has(.json)
    format = arguments.choice(formatOption, or: isJSON && standard != .jsonl ? .json : standard)
    try ResultWriter.check(arguments, format, hasFormat: arguments.has(formatOption))
    if let grouping { try ResultWriter.check(grouping, arguments, format) }
    ofReadings = showsSessions ? nil : try Layout(.readings, arguments)
    ofSessions = showsSessions ? try Layout(.sessions, arguments) : nil
  }

  private static func check(_ arguments: ParsedArguments, _ format: ListFormat, hasFormat: Bool)
    throws(CommandFailure)
  {
    func refuse(_ option: OptionSpecification, _ other: String) throws(CommandFailure) {
      if arguments.has(option) { throw CommandFailure("'--\(option.name)' does not go with \(other)") }
    }
    if arguments.has(.template) {
      for option in [OptionSpecification.columns, .json] { try refuse(option, "'--template'") }
      if hasFormat { try refuse(.template, "'--format'") }
    }
    if arguments.has(.json) {
      try refuse(.columns, "'--json', which names the fields itself")
      if format != .json, format != .jsonl { try refuse(.json, "'--format \(format.rawValue)'") }
    }
    if format == .paths || format == .markdown || format.isBibliography {
      try refuse(.columns, "'--format \(format.rawValue)'")
    }
    if arguments.has(.unique) { try refuse(.sessions, "'--unique'") }
    if format.isBibliography { try refuse(.sessions, "'--format \(format.rawValue)'") }
    if format != .paths { try refuse(.null, "a format other than paths") }
  }

  /// By session and one by one, readings are listed in every format; other groups have layouts of their own.
  private static func check(_ grouping: Grouping.Field, _ arguments: ParsedArguments, _ format: ListFormat)
    throws(CommandFailure)
  {
    func refuse(_ other: String) -> CommandFailure {
      CommandFailure("'--group-by \(grouping.rawValue)' does not go with '--\(other)'")
    }
    if arguments.has(.sessions) { throw refuse("sessions") }
    if grouping == .session || grouping == .none { return }
    if format == .paths || format.isBibliography { throw refuse("format \(format.rawValue)") }
  }

  /// Whether a field of the readings can be part of what is written.
  func showsOfReadings(_ field: String) -> Bool {
    guard !showsCount, let layout = ofReadings else { return false }
    if layout.template != nil || format.isBibliography { return true }
    switch format {
    case .table, .plain: return layout.columns?.contains { $0.name == field } ?? false
    case .markdown, .paths: return false
    case .csv, .tsv, .markdownTable: return (layout.columns ?? layout.standard).contains { $0.name == field }
    default: return layout.columns?.contains { $0.name == field } ?? true
    }
  }

  /// The format, when neither fields nor a count were asked for: then a command can have a layout of its own.
  var wholeFormat: ListFormat? {
    !showsCount && ofReadings?.columns == nil && ofReadings?.template == nil ? format : nil
  }

  /// Writes the readings of a selection, or its sessions where they are asked for.
  func write(_ selection: Selection) {
    let selection =
      switch grouping {
      case .session: selection.groupedBySession()
      case .some(.none): selection.ungrouped()
      default: selection
      }
    let sessions = selection.groups.map(\.session)
    if showsCount {
      console.output.writeLine(String(showsSessions ? sessions.count : selection.readingCount))
    } else if let ofSessions {
      if !write(sessions, ofSessions) { write(sessions: sessions) }
    } else if let grouping, grouping != .session, grouping != .none, let ofReadings {
      let grouping = Grouping(selection, by: grouping)
      if !write(grouping.readings, ofReadings.inGroups) { write(grouping) }
    } else if let ofReadings {
      if !write(selection.readings, ofReadings) { write(readings: selection) }
    }
  }

  /// Writes fields; false when the format has a layout of its own and no fields were named.
  private func write<Element>(_ elements: @autoclosure () -> [Element], _ layout: Layout<Element>) -> Bool {
    let output = console.output
    if let template = layout.template {
      output.write(template.text(for: elements()))
      return true
    }
    let columns = layout.columns
    if columns == nil, ![.csv, .tsv, .markdownTable].contains(format) { return false }
    let elements = elements()
    switch (format, columns) {
    case (.csv, _): output.write(DelimitedText.csv(elements, columns ?? layout.standard))
    case (.tsv, _): output.write(DelimitedText.tsv(elements, columns ?? layout.standard))
    case (.markdownTable, _):
      output.write(MarkdownListing.table(elements, columns ?? layout.standard))
    case (.json, let columns?): output.write(ReadingJSON.array(elements, columns))
    case (.jsonl, let columns?): output.write(ReadingJSON.lines(elements, columns))
    case (.table, let columns?):
      output.write(ColumnListing.table(elements, columns, width: console.width))
    case (.plain, let columns?): output.write(ColumnListing.plain(elements, columns))
    default: return false
    }
    return true
  }

  private func write(readings selection: Selection) {
    switch format {
    case .plain: console.output.write(ReadingListing.plain(selection))
    case .json: console.output.write(ReadingJSON.array(selection))
    case .jsonl: console.output.write(ReadingJSON.lines(selection))
    case .markdown: console.output.write(MarkdownListing.list(selection))
    case .paths: writePaths(of: selection.groups.map(\.session))
    case .bibtex: console.output.write(bibliography(selection).bibtex(.bibtex))
    case .biblatex: console.output.write(bibliography(selection).bibtex(.biblatex))
    case .cslJSON: console.output.write(bibliography(selection).csl())
    case .ris: console.output.write(bibliography(selection).ris())
    default: console.output.write(ReadingListing.table(selection, width: console.width))
    }
  }

  private func bibliography(_ selection: Selection) -> Bibliography {
    let works = InParallel.map(selection.groups, pieceSize: 64) { groups in
      groups.flatMap { selection.readings(of: $0).map { CitedWork($0) } }
    }
    return Bibliography(works.flatMap { $0 })
  }

  private func write(_ grouping: Grouping) {
    switch format {
    case .plain: console.output.write(GroupListing.plain(grouping))
    case .json: console.output.write(ReadingJSON.array(grouping))
    case .jsonl: console.output.write(ReadingJSON.lines(grouping))
    case .markdown: console.output.write(GroupListing.markdown(grouping))
    default: console.output.write(GroupListing.table(grouping, width: console.width))
    }
  }

  private func write(sessions: [Session]) {
    switch format {
    case .plain: console.output.write(SessionListing.plain(sessions))
    case .json: console.output.write(ReadingJSON.array(sessions))
    case .jsonl: console.output.write(ReadingJSON.lines(sessions))
    case .markdown: console.output.write(MarkdownListing.list(sessions))
    case .paths: writePaths(of: sessions)
    default: console.output.write(SessionListing.table(sessions, width: console.width))
    }
  }

  /// Writes each post once, by a path that opens it from the current folder.
  private func writePaths(of sessions: [Session]) {
    var seen: Set<String> = []
    let folder = library == "." ? "" : library.hasSuffix("/") ? library : library + "/"
    for session in sessions where seen.insert(session.file).inserted {
      let path = folder + session.file
      if endsPathsWithNull {
        console.output.write(Array(path.utf8) + [0])
      } else {
        console.output.write([StyledLine(path)])
      }
    }
  }
}

extension ResultWriter.Layout where Element == SelectedReading {
  /// The same with the name of the group before all other columns, unless it is among them.
  fileprivate var inGroups: Self {
    let group = FieldCatalog.group
    var result = self
    result.standard.insert(group, at: 0)
    if columns?.contains(where: { $0.name == group.name }) == false { result.columns?.insert(group, at: 0) }
    return result
  }
}
