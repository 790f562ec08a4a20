import Editing
import SourceText
import Testing

@Suite struct EditListTests {
  @Test(arguments: [
    [(0, 0, "x")], [(0, 1, "")], [(2, 4, "long text")], [(0, 1, ""), (1, 2, "")], [(0, 1, "ab"), (5, 6, "")],
    [(3, 3, "in"), (3, 5, "out")], [(1, 2, ""), (2, 3, "x"), (3, 3, "y"), (6, 6, "z")],
  ])
  func inverseEditsGiveTheOldBytes(_ edits: [(Int, Int, String)]) throws {
    let old = Array("abcdef".utf8)
    let list = try EditList(edits.map { TextEdit(SourceSpan($0.0, $0.1), $0.2) })
    #expect(list.inverted(from: old).applied(to: list.applied(to: old)) == old)
  }
}
