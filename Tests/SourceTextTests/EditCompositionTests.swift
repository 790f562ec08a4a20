import SourceText
import Testing

@Suite struct EditCompositionTests {
  private static let text = Array("the quick brown fox".utf8)

  /// Edits as (from, to, replacement).
  private func list(_ edits: [(Int, Int, String)]) throws -> EditList {
    try EditList(edits.map { TextEdit(SourceSpan($0.0, $0.1), $0.2) })
  }

  @Test(arguments: [
    ([(4, 9, "slow")], [(0, 3, "a")], [(0, 3, "a"), (4, 9, "slow")]),
    // Inside what came in, across its start, and behind it.
    ([(4, 9, "slow")], [(5, 7, "")], [(4, 9, "sw")]),
    ([(4, 9, "slow")], [(2, 6, "_")], [(2, 9, "_ow")]),
    ([(4, 9, "slow")], [(8, 8, "ly")], [(4, 9, "slowly")]),
    // What was taken out leaves a place to write at.
    ([(4, 10, "")], [(4, 4, "red ")], [(4, 10, "red ")]),
    // Two edits that grow together.
    ([(4, 9, "a"), (10, 15, "b")], [(5, 6, "")], [(4, 15, "ab")]),
    ([], [(19, 19, "es")], [(19, 19, "es")]),
    ([(0, 19, "")], [(0, 0, "x")], [(0, 19, "x")]),
    ([(4, 4, "very ")], [(4, 9, "")], []),
  ])
  func editsInTurnAreOneList(
    _ first: [(Int, Int, String)], _ second: [(Int, Int, String)], _ both: [(Int, Int, String)]
  ) throws {
    #expect(try list(first).followed(by: list(second)) == list(both))
  }

  @Test func theListDoesWhatBothDidInTurn() throws {
    var random = Numbers()
    for _ in 0..<500 {
      let first = try edits(of: Self.text.count, &random)
      let middle = first.applied(to: Self.text)
      let second = try edits(of: middle.count, &random)
      let both = first.followed(by: second)
      #expect(both.applied(to: Self.text) == second.applied(to: middle))
      #expect(try EditList(both.edits) == both)
    }
  }

  private func edits(of count: Int, _ random: inout Numbers) throws -> EditList {
    var edits: [TextEdit] = []
    var offset = random.next(below: 4)
    while offset <= count {
      let end = min(count, offset + random.next(below: 4))
      let replacement = String("-+*/".prefix(random.next(below: 4)))
      if offset < end || !replacement.isEmpty {
        edits.append(TextEdit(SourceSpan(offset, end), replacement))
      }
      offset = end + 1 + random.next(below: 6)
    }
    return try EditList(edits)
  }

  /// Numbers that are the same in every run (Knuth's MMIX generator).
  private struct Numbers {
    private var state: UInt64 = 1

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
