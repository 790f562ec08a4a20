import Editing
import ReadingsCatalog
import SourceText
import Testing

@Suite struct VerdictEditorTests {
  private func adding(_ verdict: PaperVerdict, to text: String) -> String? {
    let file = SourceFile(path: "readings.yml", text: text)
    guard let edit = VerdictEditor.edit(adding: verdict, to: file) else { return nil }
    var bytes = file.bytes
    #expect(edit.span.isEmpty, "an edit only inserts")
    bytes.insert(contentsOf: edit.replacement, at: edit.span.lowerBound)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "papers:\n  same:\n    - [a, b]\n"),
    ("# ours\n", "# ours\npapers:\n  same:\n    - [a, b]\n"),
    ("site:\n  title: X  # short", "site:\n  title: X  # short\npapers:\n  same:\n    - [a, b]"),
    ("site:\r\n  title: X\r\n", "site:\r\n  title: X\r\npapers:\r\n  same:\r\n    - [a, b]\r\n"),
    ("papers:\n", "papers:\n  same:\n    - [a, b]\n"),
    ("papers: # ours\nsite:\n  title: X\n", "papers: # ours\n  same:\n    - [a, b]\nsite:\n  title: X\n"),
    ("papers:\n  same:\n", "papers:\n  same:\n    - [a, b]\n"),
    (
      "papers:\n  # seen in 2024\n  same:\n    - [c, d]  # sure\n\n# end\nsite:\n  title: X\n",
      "papers:\n  # seen in 2024\n  same:\n    - [c, d]  # sure\n    - [a, b]\n\n# end\nsite:\n  title: X\n"
    ),
    (
      "papers:\n    distinct:\n    - [c, d]\nsite:\n  title: X\n",
      "papers:\n    distinct:\n    - [c, d]\n    same:\n      - [a, b]\nsite:\n  title: X\n"
    ),
    ("papers:\n  same:\n  - [c, d]\n", "papers:\n  same:\n  - [c, d]\n  - [a, b]\n"),
    ("papers:\n  same:\n    - - c\n      - d\n", "papers:\n  same:\n    - - c\n      - d\n    - [a, b]\n"),
    ("papers:\n  same: [[c, d]]\n", "papers:\n  same: [[c, d], [a, b]]\n"),
    ("papers:\n  same: []\n", "papers:\n  same: [[a, b]]\n"),
    (
      "papers:\n  same:\n    - [c,\n       d]\n  distinct:\n    - [e, f]",
      "papers:\n  same:\n    - [c,\n       d]\n    - [a, b]\n  distinct:\n    - [e, f]"
    ),
    ("papers:\n  same:\n    - [c, d]", "papers:\n  same:\n    - [c, d]\n    - [a, b]"),
  ])
  func aVerdictIsAddedBelowThoseThatAreThere(_ before: String, _ after: String) {
    #expect(adding(PaperVerdict(.same, ["a", "b"]), to: before) == after)
  }

  @Test(arguments: [
    "papers: {same: [[c, d]]}\n", "papers: []\n", "- a\n", "papers:\n  same: x\n", "papers: ~\n",
    "site:\n  title: X\n...\n", "papers:\n  same:\n    - [c, d\n", "{}\n",
  ])
  func aFileThatHasNoPlaceForItIsLeftAlone(_ text: String) {
    #expect(adding(PaperVerdict(.same, ["a", "b"]), to: text) == nil)
  }

  @Test func aKeyIsQuotedWhereYAMLAsksForIt() {
    let verdict = PaperVerdict(.distinct, ["10.1000/a,b", "2101.00001", "#x", "s/10"])
    #expect(
      adding(verdict, to: "") == "papers:\n  distinct:\n    - ['10.1000/a,b', '2101.00001', '#x', s/10]\n")
  }

  @Test func bytesThatAreNoTextAreLeftAlone() {
    let bytes: [UInt8] = Array("# caf".utf8) + [0xE9, 0x0A] + Array("papers:\n".utf8)
    let file = SourceFile(path: "readings.yml", bytes: bytes)
    #expect(VerdictEditor.edit(adding: PaperVerdict(.same, ["a", "b"]), to: file) == nil)
  }
}
