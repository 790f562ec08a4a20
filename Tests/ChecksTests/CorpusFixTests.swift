import Checks
import Foundation
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

/// Safe fixes on posts from the wild: each removes its finding, none adds one, and posts say what they said. Every library
/// is tried where READINGS_ALL_CORPORA is set, the smaller ones else.
@Suite(.enabled(if: SharedFolder.has("corpora"), "skipped: ../shared/corpora is not there"))
struct CorpusFixTests {
  private static let libraries: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: SharedFolder.url.appending(path: "corpora").path)
    let isComplete = ProcessInfo.processInfo.environment["READINGS_ALL_CORPORA"] != nil
    return (names ?? []).filter { !$0.hasPrefix(".") && (isComplete || !large.contains($0)) }.sorted()
  }()

  /// Libraries that take a debug build more than two seconds; the environment asks for them.
  private static let large: Set<String> = [
    "18F+18f.gsa.gov", "QData+deep2Read", "gohugoio+hugoDocs", "handong1587+handong1587.github.io",
    "mlresearch+v48", "qiyanjun+2024sp-GenAI-Risk-Benefits", "shagunsodhani+papers-I-read",
    "xugaoyi+vuepress-theme-vdoing",
  ]

  /// Rules whose fixes make a text an entry, a link or a heading that was none before.
  private static let revealing: Set<String> = [
    "bullet-without-space", "heading-without-space", "link-without-scheme", "ambiguous-date",
  ]

  @Test(arguments: libraries)
  func safeFixesDoWhatTheySay(_ name: String) throws {
    let folder = SharedFolder.url.appending(path: "corpora/\(name)").path
    let catalog = try LibraryLoader(folder: folder).load()
    let listing = try LibraryListing(folder: folder)
    let checker = Checker(RuleLevels())
    let before = counts(checker.check(catalog, in: listing).findings)
    let outcome = LibraryFixer(checker, allowsUnsafe: false).mend(catalog, in: listing)
    #expect(outcome.refused.map { "\($0.finding.file.path) [\($0.finding.rule)] \($0.reason)" } == [])
    let left = outcome.result.findings.filter {
      $0.diagnostic.fix != nil && RuleTable.rule($0.rule)?.fix == .safe
    }
    #expect(left.map { "\($0.file.path):\($0.diagnostic.span.lowerBound) [\($0.rule)]" } == [])
    let after = counts(outcome.result.findings)
    let rulesByPath = Dictionary(grouping: outcome.mended, by: \.file.path).mapValues { Set($0.map(\.rule)) }
    for (kind, count) in after where rulesByPath[kind.path, default: []].isDisjoint(with: Self.revealing) {
      #expect(count <= before[kind, default: 0], "\(kind.path) [\(kind.rule)]")
    }
    for (file, edits) in outcome.changes {
      let mended = SourceFile(path: file.path, bytes: edits.applied(to: file.bytes))
      let rules = rulesByPath[file.path] ?? []
      compare(file, mended, catalog.configuration, isRevealed: !rules.isDisjoint(with: Self.revealing))
    }
    print("\(name): \(outcome.mended.count) findings mended in \(outcome.changes.count) files")
  }

  private struct FindingKind: Hashable {
    let path: String
    let rule: String
  }

  private func counts(_ findings: [Finding]) -> [FindingKind: Int] {
    Dictionary(findings.map { (FindingKind(path: $0.file.path, rule: $0.rule), 1) }, uniquingKeysWith: +)
  }

  /// Both posts hold the same sessions with the same readings; where more was made of the text, no fewer.
  private func compare(
    _ old: SourceFile, _ new: SourceFile, _ configuration: LibraryConfiguration, isRevealed: Bool
  ) {
    let reader = PostReader(readsPlainMarkdown: true, configuration: configuration)
    let (before, after) = (reader.read(old), reader.read(new))
    // Front matter that could not be read makes no session.
    guard !before.sessions.isEmpty else { return }
    #expect(before.sessions.count == after.sessions.count, "\(old.path)")
    for (one, other) in zip(before.sessions, after.sessions) {
      #expect(facts(one) == facts(other), "\(old.path)")
      if isRevealed {
        #expect(one.readings.count <= other.readings.count, "\(old.path)")
      } else {
        #expect(one.readings.map(facts) == other.readings.map(facts), "\(old.path)")
      }
    }
  }

  private func facts(_ session: Session) -> [String] {
    [session.title, session.term ?? "", session.label ?? "", "\(session.categories.map(\.key))"]
      + Set(session.tags.map(\.key)).sorted()
  }

  private func facts(_ reading: Reading) -> [String] {
    [
      reading.title, "\(reading.role)", "\(reading.kind)", reading.section ?? "", reading.venue ?? "",
      "\(reading.identifiers)",
    ] + reading.urls + reading.authors
  }
}
