import ReadingsQuery
import Testing

@Suite struct ValueRangeTests {
  @Test(
    arguments: [
      ("2022", .year, 2022, 2022), ("2022..2024", .year, 2022, 2024), ("2022..", .year, 2022, nil),
      ("..2024", .year, nil, 2024), ("2024..2024", .year, 2024, 2024), (">=2022", .year, 2022, nil),
      (">2022", .year, 2023, nil), ("<=2022", .year, nil, 2022), ("<2022", .year, nil, 2021),
      ("=2022", .year, 2022, 2022), (">100", .count, 101, nil), ("0", .count, 0, 0),
      ("2024", .day, 2024_0000, 2024_9999), ("2024-01..", .day, 2024_0100, nil),
      ("2024-01", .day, 2024_0100, 2024_0199), ("2024-1-5", .day, 2024_0105, 2024_0105),
      (">2024-02", .day, 2024_0300, nil), ("<2024-02", .day, nil, 2024_0199),
      ("2024-01..2024-03", .day, 2024_0100, 2024_0399),
    ] as [(String, ValueRange.Unit, Int?, Int?)])
  func rangesAreRead(text: String, unit: ValueRange.Unit, lower: Int?, upper: Int?) throws {
    #expect(try ValueRange(parsing: text, of: unit) == ValueRange(lower, upper))
  }

  @Test(
    arguments: [
      "", "..", "abc", "2022-2024", "2022...2024", "2022..x", "-1", "+5", "99999", "2022 ..2024", "0", "１９９９",
      "99999999999999999999", ">", ">=", "=>2022", ">2022..2024",
    ])
  func otherTextsAreNoYears(_ text: String) {
    #expect(throws: ValueRange.Failure.malformed) { try ValueRange(parsing: text, of: .year) }
  }

  @Test(arguments: ["24", "2024-13", "2024-00", "2024-01-32", "2024-01-01-01", "2024-", "01-2024", "0000"])
  func otherTextsAreNoDays(_ text: String) {
    #expect(throws: ValueRange.Failure.malformed) { try ValueRange(parsing: text, of: .day) }
  }

  @Test func aRangeMustNotEndBeforeItStarts() {
    #expect(throws: ValueRange.Failure.reversed) { try ValueRange(parsing: "2024..2022", of: .year) }
    #expect(throws: ValueRange.Failure.reversed) { try ValueRange(parsing: "2024-02..2024-01", of: .day) }
  }
}
