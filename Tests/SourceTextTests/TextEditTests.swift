import SourceText
import Testing

@Suite struct TextEditTests {
  @Test func bytesOutsideTheSpansStay() throws {
    let list = try EditList([TextEdit(SourceSpan(6, 11), "there"), TextEdit(SourceSpan(0, 0), "> ")])
    #expect(String(decoding: list.applied(to: Array("hello world!".utf8)), as: UTF8.self) == "> hello there!")
  }

  @Test(arguments: [
    [TextEdit(SourceSpan(0, 3), ""), TextEdit(SourceSpan(2, 4), "")],
    [TextEdit(SourceSpan(1, 1), "a"), TextEdit(SourceSpan(1, 1), "b")],
  ])
  func overlappingEditsAreRefused(_ edits: [TextEdit]) {
    #expect(throws: EditList.Failure.overlap(edits[0], edits[1])) { try EditList(edits) }
  }

  @Test func anEmptyListChangesNothing() throws {
    let bytes = Array("a\r\nb".utf8)
    #expect(try EditList([]).applied(to: bytes) == bytes)
  }
}
