import Duplicates
import Foundation
import TestSupport
import Testing

/// What is left out before titles are compared is what their comparison would leave out.
///
/// Titles of records with a second name are always compared, so a second name that no other record has must change
/// nothing.
@Suite struct TitleProspectsTests {
  /// Ways in which one title is written, all of which the comparison sees through to some degree.
  private static let spellings: [[String]] = [
    [
      "Efficient Memory Management for Serving Jesters with Paged Attention",
      "Efficient Memory Managment for Serving Jesters with PagedAttention",
      "Memory Management for Serving Jesters with Paged Attention",
      "Efficient Memory Systems for Serving Crowns",
    ],
    [
      "Large Riddle Models Are Few Shot Jugglers", "LRMs are few-shot jugglers",
      "Few Shot Jugglers: A Survey",
      "Large riddle model is a few shot juggler", "Jugglers of Large Riddles",
    ],
    [
      "Deep Convolutional Nets for Lantern Detection", "Deep Convolutional Networks for Lantern Detection",
      "Lantern Detection", "Detection of Lanterns by Deep Conv. Nets: Extended Version",
      "On Deep Convolutional Networks for Pebble Detection",
    ],
    [
      "SparseFox: Taming Sparse Oracles (with Appendix)", "Taming Sparse Oracles",
      "SparseFox-2: Taming Sparse Oracles",
      "Sparse Fox: taming sparse orcales", "Taming Dense Oracles", "Untaming Sparse Oracles",
    ],
    [
      "Bounds for Meadow Sorting in Fourth Order: Part II", "Bounds for Meadow Sorting in 4th Order, Part 3",
      "Lower Bounds for Meadow Sort", "Meadow Sorting in Bounds",
      "A Note on Bounds for Sorting Meadows in Order",
    ],
    [
      "Taming Sparse Oracles with Bounded Riddles: A Lantern Handbook for Curious Meadow Jesters",
      "Taming Sparse Oracles with Bounded Puzzle Riddles",
      "Taming Oracles (in Lantern Meadows) with Bounded Riddles",
      "Taming Sparse Oracles with Hidden Riddles", "A Lantern Handbook for Meadow Jesters",
    ],
  ]

  private static func records(_ titles: [String]) -> [PaperRecord] {
    titles.flatMap { title in
      [[], ["Ada Bridge", "Bo River"], ["Cy Anchor"]].enumerated().map { side, authors in
        record(title, authors, year: side == 0 ? nil : 2010 + title.utf8.count % 3)
      }
    }
  }

  /// Of the lists of two publishers the papers that start with the same letters.
  private static func labelled() throws -> [PaperRecord] {
    let papers = try RecordFile(
      [UInt8](Data(contentsOf: SharedFolder.url.appending(path: "dedup/dblp-acm.jsonl"))))
    return papers.records.filter { $0.titles[0].lowercased().hasPrefix("da") }
  }

  @Test(arguments: spellings)
  func nothingThatAComparisonFindsIsLeftOut(_ titles: [String]) {
    let records = Self.records(titles)
    var (groupCount, possibleCount) = (0, 0)
    for first in records.indices {
      for second in (first + 1)..<records.count {
        let report = DuplicateReport([records[first], records[second]])
        let full = DuplicateReport(Self.named([records[first], records[second]]))
        #expect(report.groups == full.groups)
        #expect(report.possible == full.possible)
        #expect(report.conflicts.isEmpty && full.conflicts.isEmpty)
        groupCount += report.groups.count
        possibleCount += report.possible.count
      }
    }
    #expect(groupCount >= 10)
    #expect(possibleCount >= 1)
  }

  @Test(.enabled(if: SharedFolder.has("dedup"), "../shared/dedup is not here"))
  func nothingThatAComparisonFindsIsLeftOutOfALibrary() throws {
    let records = try Self.labelled()
    let (report, full) = (DuplicateReport(records), DuplicateReport(Self.named(records)))
    #expect(report.groups.count >= 50)
    #expect(report.groups.map(\.records) == full.groups.map(\.records))
    #expect(report.groups.map(\.grade) == full.groups.map(\.grade))
    #expect(Self.pairs(report.possible) == Self.pairs(full.possible))
    #expect(Self.pairs(report.conflicts) == Self.pairs(full.conflicts))
  }

  private static func named(_ records: [PaperRecord]) -> [PaperRecord] {
    records.enumerated().map { number, record in
      var record = record
      record.titles.append("qzx\(number) vkw\(number)")
      return record
    }
  }

  private static func pairs(_ links: [DuplicateLink]) -> [[Int]] {
    links.map { [$0.first, $0.second] }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
