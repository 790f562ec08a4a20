import Editing
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  private static func change(_ old: String, _ edits: [(Range<Int>, String)], path: String = "a.md") throws
    -> EditPlan.Change
  {
    let identity = FileIdentity(device: 1, inode: 1, byteCount: 0, modified: 0)
    let information = FileInformation(
      identity: identity, kind: .file, mode: 0o644, owner: 0, group: 0, nameCount: 1)
    var plan = EditPlan()
    let original = OriginalFile(
      source: SourceFile(path: path, text: old), location: "/" + path, information: information)
    try plan.edit(original, EditList(edits.map { TextEdit(SourceSpan($0.0), $0.1) }))
    return try #require(plan.changes.first)
  }

  private static func diff(_ change: EditPlan.Change) -> String {
    String(decoding: UnifiedDiff.bytes(of: change), as: UTF8.self)
  }

  @Test func aChangeStandsInThreeLinesOfContext() throws {
    let change = try Self.change("1\n2\n3\n4\n5\n6\n7\n8\n9\n", [(8..<9, "five")])
    #expect(
      Self.diff(change) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func changesThatShareContextAreOneHunk() throws {
    let lines = (1...20).map { "\($0)\n" }.joined()
    let near = try Self.change(lines, [(0..<1, "one"), (14..<15, "eight")])
    #expect(Self.diff(near).components(separatedBy: "@@ -").count == 2)
    let far = try Self.change(lines, [(0..<1, "one"), (18..<20, "ten")])
    #expect(Self.diff(far).contains("@@ -1,4 +1,4 @@\n"))
    #expect(Self.diff(far).contains("@@ -7,7 +7,7 @@\n"))
  }

  /// Old text and edits for both programs below: at the ends, with CRLF, without a final newline, whole lines.
  private static let cases: [(old: String, edits: [(Range<Int>, String)])] = [
    ("a\nb\n", [(0..<0, "new\n")]), ("a\nb\n", [(4..<4, "new\n")]), ("a\nb\n", [(0..<2, "")]),
    ("a\nb\n", [(2..<4, "")]), ("a\nb", [(3..<3, "\nnew")]), ("a\nb", [(2..<3, "B")]),
    ("a\nb", [(1..<3, "")]), ("a\nb", [(3..<3, "\n")]), ("a\r\nb\r\n", [(3..<4, "B")]),
    ("a\r\nb\r\n", [(3..<3, "new\r\n")]), ("", [(0..<0, "new\n")]), ("", [(0..<0, "new")]),
    ("a", [(0..<1, "")]), ("a\n", [(0..<2, "")]), ("a\nb\nc\n", [(2..<2, "x\n"), (4..<4, "y\n")]),
    ("a\nb\nc\n", [(0..<2, ""), (4..<6, "")]), ("a\nb\nc\n", [(1..<2, ""), (3..<3, "!")]),
    ("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n", [(0..<2, ""), (22..<24, "")]),
    ("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n", [(0..<0, "x\ny\n"), (14..<15, "z"), (24..<24, "end")]),
    ("a\ra\n", [(2..<3, "b")]), ("a\n\n\nb\n", [(2..<3, "")]), ("a\na\na\n", [(2..<4, "")]),
  ]

  private func run(_ program: String, _ arguments: [String], in folder: String, input: [UInt8]) throws
    -> Int32
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(arguments: [["patch", "-p1", "--binary", "-s"], ["git", "apply", "--whitespace=nowarn", "-"]])
  func programsApplyIt(_ command: [String]) throws {
    let folder = try TemporaryFolder()
    guard try run(command[0], ["--version"], in: folder.path, input: []) == 0 else {
      print("skipped: '\(command[0])' is not installed")
      return
    }
    for (index, item) in Self.cases.enumerated() {
      for name in ["\(index).md", "with space \(index).md"] {
        try folder.write(item.old, to: name)
        let change = try Self.change(item.old, item.edits, path: name)
        let status = try run(
          command[0], Array(command.dropFirst()), in: folder.path, input: UnifiedDiff.bytes(of: change))
        #expect(status == 0, "\(command[0]) refuses:\n\(Self.diff(change))")
        let result = FileManager.default.contents(atPath: "\(folder.path)/\(name)").map { [UInt8]($0) }
        // A file that becomes empty is removed by 'patch'.
        #expect(result ?? [] == change.newBytes, "case \(index)")
      }
    }
    var plan = EditPlan()
    plan.create("made.md", bytes: Array("one\ntwo".utf8))
    let made = UnifiedDiff.bytes(of: plan.changes[0])
    #expect(try run(command[0], Array(command.dropFirst()), in: folder.path, input: made) == 0)
    #expect(
      FileManager.default.contents(atPath: folder.path + "/made.md").map { [UInt8]($0) }
        == Array("one\ntwo".utf8))
  }

  @Test func theCostIsThatOfTheEdits() throws {
    let old = String(repeating: "a line of text\n", count: 200_000)
    let change = try Self.change(old, [(0..<1, "A"), (2_999_985..<2_999_986, "A")])
    #expect(Self.diff(change).utf8.count < 400)
  }
}
