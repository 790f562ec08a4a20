import Checks
import Foundation
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

/// Rules on the posts of real seminars: every finding marks what it talks about.
@Suite(.enabled(if: SharedFolder.has("corpora"), "skipped: ../shared/corpora is not there"))
struct CorpusFindingTests {
  private static let libraries = [
    "QData+deep2Read", "qiyanjun+2024sp-GenAI-Risk-Benefits", "qiyanjun+2025sp-GenAI-overview",
    "s3-seminar+s3-seminar.github.io", "tlseminar+tlseminar.github.io", "nuaa-s3lab+dailyPaper",
  ]

  private func findings(_ name: String) throws -> [Finding] {
    let folder = SharedFolder.url.appending(path: "corpora/\(name)").path
    let catalog = try LibraryLoader(folder: folder).load()
    return Checker(RuleLevels()).check(catalog, in: try LibraryListing(folder: folder)).findings
  }

  /// What a rule's span must be, sliced from the source.
  private static func isPlausible(_ rule: String, _ text: String) -> Bool {
    switch rule {
    case "bare-url": text.hasPrefix("http") || text.lowercased().hasPrefix("www.") || text.hasPrefix("ftp")
    case "leftover-link-text": text.hasPrefix("this ")
    case "leftover-entity": text.hasPrefix("&nbsp;")
    case "trailing-slash": text.hasSuffix("/") && text.dropLast().allSatisfy(\.isWhitespace)
    case "truncated-abstract":
      text == "..." || text == "…" || text.hasPrefix("Show") || text.hasSuffix("Less")
    case "bullet-without-space": text == "+" || text == "-"
    case "heading-without-space", "heading-needs-blank-line":
      text.allSatisfy { $0 == "#" }
    case "heading-level-jump": text.allSatisfy { $0 == "#" } || !text.contains("\n")
    case "list-needs-blank-line": ["-", "+", "*"].contains(text) || text.first?.isNumber == true
    case "pipe-makes-table": text == "|"
    case "undefined-footnote": text.hasPrefix("[^") && text.hasSuffix("]")
    case "footnote-number", "unused-footnote": !text.isEmpty && !text.contains("]")
    case "slides-suffix": text == ".pdf"
    case "open-liquid": text == "{{" || text == "{%"
    case "missing-label", "missing-date": text == "---"
    default: !text.isEmpty && !text.contains("\n\n")
    }
  }

  @Test(arguments: libraries)
  func everyFindingMarksWhatItTalksAbout(_ name: String) throws {
    let findings = try findings(name)
    #expect(!findings.isEmpty)
    for finding in findings {
      let bytes = finding.file.bytes
      for span in [finding.diagnostic.span] + (finding.diagnostic.fix?.edits.map(\.span) ?? []) {
        #expect(span.upperBound <= bytes.count)
        let isBoundary = [span.lowerBound, span.upperBound].allSatisfy {
          $0 == bytes.count || bytes[$0] & 0xC0 != 0x80
        }
        #expect(isBoundary, "\(finding.file.path) \(finding.rule)")
      }
      let text = finding.file.text(finding.diagnostic.span)
      #expect(
        CorpusFindingTests.isPlausible(finding.rule, text), "\(finding.file.path) [\(finding.rule)] '\(text)'"
      )
    }
  }
}
