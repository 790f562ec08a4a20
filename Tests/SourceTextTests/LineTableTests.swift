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

  @Test func textAfterTheLastLineEndingIsALine() {
    #expect(LineTable([]).lineCount == 1)
    #expect(LineTable(Array("a\n".utf8)).lineCount == 2)
    #expect(LineTable(Array("a\n".utf8)).position(at: 2) == SourcePosition(line: 2, column: 1))
  }

  @Test func anInvalidByteIsOneColumn() {
    #expect(LineTable([0xFF, 0x61, 0x62]).position(at: 2) == SourcePosition(line: 1, column: 3))
  }
}
