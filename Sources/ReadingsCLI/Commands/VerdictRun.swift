internal import Duplicates
internal import Editing
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
    let kind: PaperVerdict.Kind = arguments.has(.same) ? .same : .distinct
    guard arguments.positionals.count > 1 else {
      throw CommandFailure(
        "'--\(kind.rawValue)' needs at least two KEYs",
        details: ["'readings duplicates' shows the key of each paper below its title"])
    }
    let catalog = try invocation.loadCatalog()
    var keys: [String] = []
    for name in arguments.positionals { keys.append(try key(name, catalog)) }
    if let (first, second) = repeated(keys, arguments.positionals) {
      throw CommandFailure(
        first == second ? "'\(first)' is given twice" : "'\(first)' and '\(second)' have the same key",
        details: [
          "one link under two titles: name each by its title in lower case with hyphens",
          "one title in two sessions: name each as SESSION/KEY",
        ])
    }
    var keeper = VerdictKeeper(invocation, catalog.configuration)
    try keeper.keep(PaperVerdict(kind, keys))
    return .done
  }

  private static func repeated(_ keys: [String], _ names: [String]) -> (String, String)? {
    for (index, key) in keys.enumerated() {
      if let first = keys[..<index].firstIndex(of: key) { return (names[first], names[index]) }
    }
    return nil
  }

  /// The key that a verdict keeps: what was written where it is a key, an identifier or the slug of a title, else the
  /// key of the paper that the words find.
  private static func key(_ name: String, _ catalog: Catalog) throws(CommandFailure) -> String {
    let folded = name.lowercased()
    for session in catalog.sessions {
      for reading in session.readings {
        let names = [reading.key, slug(of: reading.title), "\(session.key)/\(reading.key)"]
        if names.contains(where: { $0.lowercased() == folded }) { return name }
        if reading.identifiers.contains(where: { $0.value.lowercased() == folded }) { return name }
      }
    }
    switch try KeyArgument.find(name, catalog) {
    case .paper(let readings): return readings.first?.reading.key ?? name
    case .session: throw CommandFailure("'\(name)' is a session, not a paper")
    }
  }
}

/// Keeps verdicts in the library's `readings.yml`, one at a time.
struct VerdictKeeper {
  private let run: EditRun
  private var configuration: LibraryConfiguration
  private static let fileName = LibraryConfiguration.fileName

  /// - Parameter configuration: the settings as they were loaded.
  init(_ invocation: Invocation, _ configuration: LibraryConfiguration) {
    run = EditRun(invocation)
    self.configuration = configuration
  }

  /// Writes a verdict, or shows what would change; says what it did. A verdict that is there already is not repeated,
  /// and one that contradicts it is refused.
  mutating func keep(_ verdict: PaperVerdict) throws(CommandFailure) {
    let opposites = verdict.kind == .same ? configuration.distinctWorks : configuration.sameWorks
    if let group = opposites.first(where: { VerdictKeeper.shared($0, verdict.keys) > 1 }) {
      let kind: PaperVerdict.Kind = verdict.kind == .same ? .distinct : .same
      throw CommandFailure(
        "\(VerdictKeeper.fileName) says the opposite; nothing was written",
        details: ["take out '- \(PaperVerdict(kind, group).item)' below '\(kind.rawValue)' first"])
    }
    let known = verdict.kind == .same ? configuration.sameWorks : configuration.distinctWorks
    if known.contains(where: { VerdictKeeper.shared($0, verdict.keys) == verdict.keys.count }) {
      run.say("\(VerdictKeeper.fileName) says so already; nothing was written")
      return
    }
    let (plan, file) = try plan(adding: verdict)
    try run.carryOut(plan)
    configuration = LibraryConfiguration(reading: file)
    run.say(
      past: "added to \(VerdictKeeper.fileName)", conditional: "would add to \(VerdictKeeper.fileName)",
      ", \(verdict.kind.rawValue): \(verdict.item)")
  }

  /// How many of some keys a group has.
  private static func shared(_ group: [String], _ keys: [String]) -> Int {
    let folded = Set(group.map { $0.lowercased() })
    return keys.count { folded.contains($0.lowercased()) }
  }

  private func plan(adding verdict: PaperVerdict) throws(CommandFailure) -> (EditPlan, SourceFile) {
    var plan = EditPlan()
    var original: OriginalFile?
    if configuration.file != nil {
      original = try failing { () throws(EditFailure) in try run.files.read(VerdictKeeper.fileName) }
    }
    let file = original?.source ?? SourceFile(path: VerdictKeeper.fileName, bytes: [])
    guard let edit = VerdictEditor.edit(adding: verdict, to: file),
      let edits = try? EditList([edit])
    else {
      throw CommandFailure(
        "\(VerdictKeeper.fileName) has errors or a shape that cannot be added to; nothing was written",
        details: ["write '- \(verdict.item)' below 'papers:' and '\(verdict.kind.rawValue):' by hand"])
    }
    let bytes = edits.applied(to: file.bytes)
    if let original {
      try failing { () throws(EditFailure) in try plan.edit(original, edits) }
    } else {
      plan.create(VerdictKeeper.fileName, bytes: bytes)
    }
    return (plan, SourceFile(path: VerdictKeeper.fileName, bytes: bytes))
  }

  private func failing<Result>(_ body: () throws(EditFailure) -> Result) throws(CommandFailure) -> Result {
    do throws(EditFailure) {
      return try body()
    } catch {
      throw CommandFailure(error.message, details: error.details)
    }
  }
}
