import Duplicates
import Foundation
import TestSupport
import Testing

/// The steps, joined by the plainest engine there is, come to what one process comes to.
@Suite struct RecordStagesTests {
  private static let titles = [
    "Taming Sparse Oracles with Riddles", "Taming sparse oracles with riddle", "SparseFox: Sparse Oracles",
    "SparseFox-2: Sparse Oracles", "A Theory of Pointer Compression", "Theory of pointer compression",
  ]

  private static func lines() throws -> [String: String] {
    var lines: [String: String] = [:]
    for (number, title) in titles.enumerated() {
      for (side, authors) in [[], ["A. Smith"]].enumerated() {
        let object: [String: Any] = ["id": "\(number).\(side)", "title": title, "authors": authors]
        lines["\(number).\(side)"] = String(
          decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      }
    }
    return lines
  }

  @Test func theStepsComeToWhatOneProcessComesTo() throws {
    let lines = try Self.lines()
    let ids = lines.keys.sorted()
    let bytes = Array(ids.compactMap { lines[$0] }.joined(separator: "\n").utf8)
    let file = try RecordFile(bytes)
    let expected = Set(file.report().groups.map { $0.records.map { file.record($0).id } })
    #expect(!expected.isEmpty)

    let stages = RecordStages(counts: try RecordStages.countWords(bytes))
    var blocks: [UInt64: [String]] = [:]
    try stages.keys(bytes) { id, key in blocks[key, default: []].append(id) }
    var pairs: Set<[String]> = []
    for block in blocks.values where block.count <= RecordStages.largestBlock {
      for first in block { for second in block where first < second { pairs.insert([first, second]) } }
    }
    let candidates = pairs.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair -> String? in
      guard let first = lines[pair[0]], let second = lines[pair[1]] else { return nil }
      return "{\"first\":\(first),\"second\":\(second)}"
    }
    var edges: [String] = []
    try stages.decide(Array(candidates.joined(separator: "\n").utf8)) { edge, reasons in
      #expect(!reasons.isEmpty)
      let kind = edge.kindName.map { "\"\($0)\"" } ?? "null"
      edges.append(
        "{\"first\":\"\(edge.first)\",\"second\":\"\(edge.second)\",\"kind\":\(kind),"
          + "\"grade\":\"\(edge.grade?.rawValue ?? "")\",\"strength\":\(edge.strength)}")
    }
    let all = ids.compactMap { lines[$0] }.joined(separator: ",")
    var groups: Set<[String]> = []
    let component = "{\"records\":[\(all)],\"edges\":[\(edges.joined(separator: ","))]}"
    try stages.group(Array(component.utf8)) { groups.insert($0) }
    #expect(groups == expected)
  }

  @Test func countsOfPartsAddUp() throws {
    let text = """
      {"word":"","count":2}
      {"word":"oracle","count":1}
      {"word":"","count":3}
      {"word":"oracle","count":4}
      """
    let counts = try WordCounts(reading: Array(text.utf8))
    #expect(counts.recordCount == 5)
    #expect(counts.counts == ["oracle": 5])
  }
}
