import Duplicates
import Foundation
import ReadingsCatalog
import TestSupport
import Testing

/// Pairs labelled by hand, in `../shared/dedup/cases.json`.
@Suite(.enabled(if: SharedFolder.has("dedup"), "../shared/dedup is not here"))
struct LabelledCasesTests {
  private struct Cases: Decodable {
    let must_match: [[Entry]]
    let must_not_match: [[Entry]]
  }

  private struct Entry: Decodable {
    let title: String
    let authors: [String]
    let url: String?
    let year: Int?
  }

  private static func cases() throws -> Cases {
    let url = SharedFolder.url.appending(path: "dedup/cases.json")
    return try JSONDecoder().decode(Cases.self, from: Data(contentsOf: url))
  }

  private static func records(_ pairs: [[Entry]], _ prefix: String) throws -> [PaperRecord] {
    var lines = ""
    for (number, pair) in pairs.enumerated() {
      for (side, entry) in pair.enumerated() {
        var object: [String: Any] = [
          "id": "\(prefix)\(number).\(side)", "title": entry.title, "authors": entry.authors,
        ]
        object["url"] = entry.url
        object["year"] = entry.year
        let data = try JSONSerialization.data(withJSONObject: object)
        lines += String(decoding: data, as: UTF8.self) + "\n"
      }
    }
    return try RecordFile(Array(lines.utf8)).records
  }

  @Test func everyPairIsDecidedAsLabelledByItself() throws {
    let cases = try Self.cases()
    #expect(cases.must_match.count == 25)
    #expect(cases.must_not_match.count == 50)
    let same = try Self.records(cases.must_match, "same")
    for number in stride(from: 0, to: same.count, by: 2) {
      let report = DuplicateReport([same[number], same[number + 1]])
      #expect(report.groups.count == 1, "\(same[number].titles) and \(same[number + 1].titles)")
    }
    let distinct = try Self.records(cases.must_not_match, "distinct")
    for number in stride(from: 0, to: distinct.count, by: 2) {
      let report = DuplicateReport([distinct[number], distinct[number + 1]])
      #expect(report.groups.isEmpty, "\(distinct[number].titles) and \(distinct[number + 1].titles)")
    }
  }

  @Test func everyPairIsDecidedAsLabelledAmongAllOthers() throws {
    let cases = try Self.cases()
    let records = try Self.records(cases.must_match, "same") + Self.records(cases.must_not_match, "distinct")
    var groupOf: [String: Int] = [:]
    for (number, group) in DuplicateReport(records).groups.enumerated() {
      for record in group.records { groupOf[records[record].id] = number }
    }
    for number in cases.must_match.indices {
      let (first, second) = (groupOf["same\(number).0"], groupOf["same\(number).1"])
      #expect(first != nil && first == second, "\(cases.must_match[number].map(\.title))")
    }
    for number in cases.must_not_match.indices {
      let (first, second) = (groupOf["distinct\(number).0"], groupOf["distinct\(number).1"])
      #expect(first == nil || first != second, "\(cases.must_not_match[number].map(\.title))")
    }
  }

  @Test(arguments: ["1708.08611", "1812.04064", "1808.05689", "v80/sun18d"])
  func oneLinkUnderTwoUnrelatedTitlesIsAConflict(_ identifier: String) throws {
    let records = try Self.records(Self.cases().must_not_match, "distinct").filter {
      $0.identifiers.contains { $0.value == identifier }
    }
    #expect(records.count == 2)
    let report = DuplicateReport(records)
    #expect(report.groups.isEmpty)
    #expect(report.conflicts.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(report.conflicts.first?.reasons.first?.hasSuffix(identifier) == true)
  }
}
