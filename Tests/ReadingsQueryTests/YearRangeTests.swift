import ReadingsQuery
import Testing

@Suite struct YearRangeTests {
  @Test(
    arguments: [
      ("2022", 2022, 2022), ("2022..2024", 2022, 2024), ("2022..", 2022, nil), ("..2024", nil, 2024),
      ("2024..2024", 2024, 2024),
    ] as [(String, Int?, Int?)])
  func rangesAreRead(text: String, lower: Int?, upper: Int?) throws {
    let range = try YearRange(parsing: text)
    #expect(range.lowerBound == lower)
    #expect(range.upperBound == upper)
    #expect(try YearRange(parsing: range.description) == range)
  }

  @Test(arguments: [
    "", "..", "abc", "2022-2024", "2022...2024", "2022..x", "-1", "+5", "99999", "2022 ..2024", "0", "１９９９",
    "99999999999999999999",
  ])
  func otherTextsAreMalformed(_ text: String) {
    #expect(throws: YearRange.Failure.malformed(text)) { try YearRange(parsing: text) }
  }

  @Test func aRangeMustNotEndBeforeItStarts() {
    #expect(throws: YearRange.Failure.reversed("2024..2022")) { try YearRange(parsing: "2024..2022") }
  }
}
