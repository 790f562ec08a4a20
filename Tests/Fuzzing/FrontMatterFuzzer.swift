// Entry point of libFuzzer for front matter and YAML; `Tests/Fuzzing/run frontmatter` builds and runs it. The
// invariants are those that the tests of front matter check.

import FrontMatter
import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Reads the bytes as a post, as the front matter of one, and as a stream of YAML; a broken invariant traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  checkPost(bytes)
  let fence = Array((count % 8 == 7 ? "+++\n" : "---\n").utf8)
  checkPost(fence + bytes + [0x0A] + fence)
  checkStream(bytes)
  return 0
}

private func checkPost(_ bytes: [UInt8]) {
  let post = FrontMatter(parsing: bytes)
  if let problem = TreeInvariants.violation(post, bytes) { stop(problem) }
  checkDiagnostics(post.diagnostics, byteCount: bytes.count)
  writeJSON(post.tree, .jekyll)
  for field in post.fields {
    if field.span.upperBound > bytes.count { stop("field '\(field.key)' leaves the file") }
    _ = field.value.text
    _ = field.value.resolved(by: .jekyll)
    _ = post[field.key]
  }
}

private func checkStream(_ bytes: [UInt8]) {
  let tree = YAMLTree(parsing: bytes)
  if let problem = TreeInvariants.violation(tree) { stop(problem) }
  checkDiagnostics(tree.diagnostics, byteCount: bytes.count)
  if tree.eventLines().count < 2 { stop("a stream without start and end") }
  writeJSON(tree, .core)
}

private func checkDiagnostics(_ diagnostics: [Diagnostic], byteCount: Int) {
  for diagnostic in diagnostics {
    let spans = [diagnostic.span] + diagnostic.notes.map(\.span) + (diagnostic.fix?.edits.map(\.span) ?? [])
    if spans.contains(where: { $0.upperBound > byteCount }) { stop("\(diagnostic.id) leaves the file") }
  }
}

private func writeJSON(_ tree: YAMLTree, _ schema: ScalarSchema) {
  for document in tree.documents {
    do {
      let json = try YAMLJSONWriter.json(of: document, in: tree, schema: schema)
      if json.isEmpty { stop("an empty JSON text") }
    } catch {
      // Aliases beyond the limits are refused.
    }
  }
}

/// Says what is wrong and traps, so that the fuzzer keeps the input.
private func stop(_ problem: String) -> Never {
  print("broken: \(problem)")
  fflush(nil)
  preconditionFailure()
}
