internal import Duplicates
internal import Editing
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// `readings duplicates --same KEY KEY` and `--distinct KEY KEY`
enum VerdictRun {
  static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    if arguments.has(.same), arguments.has(.distinct) {
      throw CommandFailure("'--same' does not go with '--distinct'")
    }
    let kind: VerdictEdit.Verdict.Kind = arguments.has(.same) ? .same : .distinct
    guard arguments.positionals.count > 1 else {
      throw CommandFailure("'--\(kind.rawValue)' needs at least two KEYs")
    }
    let catalog = try invocation.loadCatalog()
    var keys: [String] = []
    for name in arguments.positionals { keys.append(try key(name, catalog)) }
    guard Set(keys).count == keys.count else {
      throw CommandFailure(
        "'\(arguments.positionals.joined(separator: "' and '"))' name the same key; where one link stands under two "
          + "titles, name each paper by its title in lower case with hyphens")
    }
    return try write([VerdictEdit.Verdict(kind: kind, keys: keys)], invocation, catalog)
  }

  /// The key that a verdict keeps: what was written where it is a key, an identifier or the slug of a title, else the
  /// key of the paper that the words find.
  private static func key(_ name: String, _ catalog: Catalog) throws(CommandFailure) -> String {
    let folded = name.lowercased()
    for reading in catalog.sessions.lazy.flatMap(\.readings) {
      if reading.key.lowercased() == folded || slug(of: reading.title) == folded { return name }
      if reading.identifiers.contains(where: { $0.value.lowercased() == folded }) { return name }
    }
    switch try KeyArgument.find(name, catalog) {
    case .paper(let readings): return readings.first?.reading.key ?? name
    case .session: throw CommandFailure("'\(name)' is a session, not a paper")
    }
  }

  /// Adds the verdicts to the library's `readings.yml`, or shows what would change.
  static func write(
    _ verdicts: [VerdictEdit.Verdict], _ invocation: Invocation, _ catalog: Catalog
  ) throws(CommandFailure) -> ExitStatus {
    let files = LibraryFiles(root: invocation.library)
    let name = LibraryConfiguration.fileName
    var plan = EditPlan()
    do throws(EditFailure) {
      let original = catalog.configuration.file == nil ? nil : try files.read(name)
      guard let bytes = VerdictEdit.adding(verdicts, to: original?.source.bytes ?? []) else {
        throw EditFailure.refused(
          path: name,
          reason: "its 'papers' cannot be added to; write by hand: "
            + verdicts.map { "\($0.kind.rawValue): \($0.line)" }.joined(separator: "; "))
      }
      if let original {
        let whole = SourceSpan(0, original.source.bytes.count)
        if let edits = try? EditList([TextEdit(whole, bytes)]) { try plan.edit(original, edits) }
      } else {
        plan.create(name, bytes: bytes)
      }
      if invocation.arguments.has(.verdictDryRun) {
        for change in plan.changes { invocation.console.output.writeText(UnifiedDiff.bytes(of: change)) }
        return .done
      }
      let state = StateFolder.path(environment: invocation.console.environment)
      _ = try EditWriter(files, stateFolder: state).write(plan, command: command(invocation))
    } catch {
      throw CommandFailure(error.message, details: error.details)
    }
    let lines = verdicts.map { StyledLine("\(name): \($0.kind.rawValue): \($0.line)", .quiet) }
    invocation.console.errors.write(lines)
    return .done
  }

  private static func command(_ invocation: Invocation) -> String {
    let arguments = invocation.arguments
    if arguments.has(.review) { return "duplicates --review" }
    let option = arguments.has(.same) ? "--same" : "--distinct"
    return (["duplicates", option] + arguments.positionals).joined(separator: " ")
  }
}

extension OptionSpecification {
  static let verdictDryRun = OptionSpecification(
    "dry-run", nil, meaning: "show what would change, and change nothing", topic: .presentation)
}
