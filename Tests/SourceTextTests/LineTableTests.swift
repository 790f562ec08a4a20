import SourceText
import Testing

@Suite struct LineTableTests {
  @Test(arguments: ["a\nbé\nc", "a\r\nbé\r\nc", "a\rbé\rc"])
  func everyLineEndingEndsALine(_ text: String) throws {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    #expect(table.lineCount == 3)
    let c = try #require(bytes.firstIndex(of: UInt8(ascii: "c")))
    #expect(table.position(at: c) == SourcePosition(line: 3, column: 1))
    let second = table.contentSpan(ofLine: 2)
    #expect(SourceFile(path: "x", bytes: bytes).text(second) == "bé")
    #expect(table.position(at: second.upperBound) == SourcePosition(line: 2, column: 3))
  }

  @Test(arguments: [
    ("\r", [0, 1]), ("a\r", [0, 2]), ("a\r\n", [0, 3]), ("\n\r", [0, 1, 2]), ("\r\r\n\n", [0, 1, 3, 4]),
    ("a\nb\rc\r\nd\n\n", [0, 2, 4, 7, 9, 10]),
  ])
  func lineEndingsCanBeMixed(_ text: String, _ starts: [Int]) {
    let table = LineTable(Array(text.utf8))
    #expect((1...table.lineCount).map { table.contentSpan(ofLine: $0).lowerBound } == starts)
  }

  @Test func textAfterTheLastLineEndingIsALine() {
    #expect(LineTable([]).lineCount == 1)
    #expect(LineTable(Array("a\n".utf8)).lineCount == 2)
    #expect(LineTable(Array("a\n".utf8)).position(at: 2) == SourcePosition(line: 2, column: 1))
  }

  @Test func anInvalidByteIsOneColumn() {
    #expect(LineTable([0xFF, 0x61, 0x62]).position(at: 2) == SourcePosition(line: 1, column: 3))
  }
}
