// Entry point of libFuzzer for the Markdown parser; `Tests/Fuzzing/run markdown` builds and runs it. The invariants
// are those that the tests of Markdown check.

import Markdown
import SourceText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Parses the bytes, checks what holds of every tree, and makes every output; a broken invariant traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let syntaxes: [MarkdownSyntax] = [.post, .commonMark, [.gfm, .footnotes]]
  check(bytes, in: 0..<count, syntax: syntaxes[count % syntaxes.count])
  let (first, last) = (characterStart(count / 4, bytes), characterStart(count - count / 8, bytes))
  if first < last { check(bytes, in: first..<last, syntax: .post) }
  return 0
}

/// The first offset from `offset` on that is not inside a UTF-8 sequence.
private func characterStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
  var offset = offset
  while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
  return offset
}

private func check(_ bytes: [UInt8], in range: Range<Int>, syntax: MarkdownSyntax) {
  let document = Document(parsing: bytes, in: range, syntax: syntax)
  if let problem = TreeInvariants(document).problem() { stop(problem) }
  if !SourceSpan(range).contains(document.blocks[0].span) { stop("the document leaves its range") }
  let safe = HTMLRenderer().render(document)
  let unsafe = HTMLRenderer(isUnsafe: true).render(document)
  // Every input byte may become an entity; references repeat their targets, and short rows gain cells, up to limits.
  if max(safe.count, unsafe.count) > 100 * range.count + 20_000_000 { stop("the page is too large") }
  let text = document.plainText(of: 0)
  if text.utf8.count > 10 * range.count + 1_000_000 { stop("the plain text is too large") }
  if document.treeDump().isEmpty { stop("a tree without lines") }
}

/// Says what is wrong and traps, so that the fuzzer keeps the input.
private func stop(_ problem: String) -> Never {
  print("broken: \(problem)")
  fflush(nil)
  preconditionFailure()
}
