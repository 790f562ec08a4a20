internal import Checks
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// How findings are written.
enum FindingFormat: String, CaseIterable {
  case text, json, jsonl, sarif, github
}

/// The levels that findings can have.
enum FindingLevel: String, CaseIterable {
  case note, warning, error
}

extension RuleLevel {
  init(_ severity: Diagnostic.Severity) {
    self =
      switch severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
  }
}

/// What a call of `check` asks for, once its words are known to mean something.
struct CheckOptions {
  let format: FindingFormat
  /// Findings below it are not shown.
  let minimum: RuleLevel
  /// Findings from it on decide the status.
  let failing: RuleLevel
  /// The rule to explain.
  let explained: Rule?
  let isSummary: Bool
  /// Whether findings are to be mended.
  let fixes: Bool
  /// Whether fixes that decide something for the author are made as well.
  let fixesUnsafe: Bool
  let isDryRun: Bool
  /// Where findings are to be recorded.
  let writtenBaseline: String?
  private let baseline: String?
  /// Nil for all.
  private let only: Set<String>?
  private let skipped: Set<String>
  private let showsExtraction: Bool

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    format = arguments.choice(.findingFormat, or: .text)
    failing = RuleLevel(arguments.choice(.failOn, or: FindingLevel.warning))
    let shows = RuleLevel(arguments.choice(.severity, or: FindingLevel.warning))
    let asksForLevel = arguments.has(.severity)
    minimum = asksForLevel ? shows : min(shows, failing)
    if asksForLevel, arguments.has(.failOn), failing < shows {
      throw CommandFailure(
        "'--fail-on \(failing.rawValue)' needs '--severity \(failing.rawValue)': what fails must be shown")
    }
    explained = try CheckOptions.explained(arguments)
    only = arguments.has(.onlyRules) ? try CheckOptions.rules(arguments.values(.onlyRules), "--only") : nil
    skipped = try CheckOptions.rules(arguments.values(.skip), "--skip")
    baseline = arguments.value(.baseline)
    writtenBaseline = arguments.value(.writeBaseline)
    showsExtraction = arguments.has(.extraction)
    isSummary = arguments.has(.summary)
    fixes = arguments.has(.fix)
    fixesUnsafe = arguments.has(.unsafeFixes)
    isDryRun = arguments.has(.dryRun)
    try checkFixing(arguments)
  }

  private func checkFixing(_ arguments: ParsedArguments) throws(CommandFailure) {
    for option in [OptionSpecification.unsafeFixes, .dryRun, .diff] where arguments.has(option) && !fixes {
      throw CommandFailure("'--\(option.name)' needs '--fix'")
    }
    guard fixes else { return }
    if arguments.has(.writeBaseline) {
      throw CommandFailure("'--fix' and '--write-baseline' do not go together; mend first, then record")
    }
    if format != .text, isDryRun || arguments.has(.diff) {
      throw CommandFailure("a diff cannot stand in '--format \(format.rawValue)'")
    }
  }

  /// The findings that are to be shown, in their order.
  func shown(_ findings: [Finding]) -> [Finding] {
    let places = findings.indices.filter { minimum <= RuleLevel(findings[$0].diagnostic.severity) }
    // Mostly all of them, and they are large.
    return places.count == findings.count ? findings : places.map { findings[$0] }
  }

  /// The levels in force in a library.
  func levels(_ configuration: LibraryConfiguration) -> RuleLevels {
    var levels = RuleLevels()
    levels.apply(configuration)
    if showsExtraction {
      for rule in RuleTable.rules where rule.topic == .extraction {
        levels.set(rule.id, to: .warning, by: .call)
      }
    }
    if let only { levels.keepOnly(only) }
    levels.skip(skipped)
    return levels
  }

  private static func explained(_ arguments: ParsedArguments) throws(CommandFailure) -> Rule? {
    let word = arguments.positionals.first
    guard arguments.has(.explainRule) else {
      if let word {
        throw CommandFailure("'check' takes no '\(word)'; a rule is named with '--only' or '--explain'")
      }
      return nil
    }
    guard let word else { throw CommandFailure("'--explain' needs the name of a rule; '--rules' lists them") }
    return try rule(word)
  }

  private static func rule(_ id: String) throws(CommandFailure) -> Rule {
    if let rule = RuleTable.rule(id) { return rule }
    let suggestion = Suggestion.closest(to: id, among: RuleTable.rules.map(\.id))
    if suggestion == nil {
      throw CommandFailure("unknown rule '\(id)'; 'readings check --rules' lists the rules")
    }
    throw .unknown("rule '\(id)'", suggestion: suggestion)
  }

  /// The ids that words name, which can be topics.
  private static func rules(_ words: [String], _ option: String) throws(CommandFailure) -> Set<String> {
    var ids: Set<String> = []
    for word in words.flatMap({ $0.split(separator: ",") }) {
      let name = word.filter { !$0.isWhitespace }
      if let topic = Rule.Topic(rawValue: name) {
        ids.formUnion(RuleTable.rules.filter { $0.topic == topic }.map(\.id))
      } else {
        ids.insert(try rule(name).id)
      }
    }
    if ids.isEmpty, !words.isEmpty { throw CommandFailure("'\(option)' needs the name of a rule or topic") }
    return ids
  }

  // MARK: Baselines

  /// The baseline that was named; nil when none was.
  func readBaseline() throws(CommandFailure) -> Baseline? {
    guard let path = baseline else { return nil }
    let bytes: [UInt8]
    do throws(ReadFailure) {
      bytes = try FileBytes.contents(of: path)
    } catch {
      if error.isMissing { throw CommandFailure("there is no file '\(path)'; '--write-baseline' makes one") }
      throw CommandFailure("cannot read '\(path)': \(error.reason)")
    }
    do throws(Baseline.Failure) {
      return try Baseline(reading: bytes)
    } catch {
      throw CommandFailure("'\(path)' is no baseline: line \(error.line) is not 'COUNT RULE HASH PATH'")
    }
  }

  func write(_ baseline: Baseline, to path: String) throws(CommandFailure) {
    if let reason = FileBytes.replace(path, with: baseline.bytes) {
      throw CommandFailure("cannot write '\(path)': \(reason)")
    }
  }
}

extension RuleLevel {
  init(_ level: FindingLevel) {
    self =
      switch level {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
  }
}
