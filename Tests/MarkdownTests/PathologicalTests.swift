import Foundation
import Markdown
import TestSupport
import Testing

/// Inputs that make careless parsers quadratic, or recurse.
struct PathologicalTests {
  private struct Input: Decodable {
    struct Part: Decodable {
      let text: String
      let `repeat`: Int
    }
    let name: String
    let parts: [Part]

    func bytes(scale: Double) -> [UInt8] {
      parts.flatMap { part in
        let count = part.repeat == 1 ? 1 : max(1, Int(Double(part.repeat) * scale))
        return [[UInt8]](repeating: Array(part.text.utf8), count: count).flatMap { $0 }
      }
    }
  }

  /// Processor time of this thread, because other work shares the machine; the least of several runs.
  private func seconds(_ bytes: [UInt8], runs: Int) -> Double {
    (0..<runs).map { _ in
      let start = threadSeconds()
      _ = HTMLRenderer().render(Document(parsing: bytes))
      return threadSeconds() - start
    }.min() ?? 0
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// A debug build is some fifty times slower, so it gets a small part of the size. A quadratic step takes
  /// four times as long for twice the size, and more.
  @Test(.enabled(if: Suites.arePresent, "the conformance suites are not beside this checkout"))
  func timeIsLinear() throws {
    #if DEBUG
      let scale = 0.04
    #else
      let scale = 1.0
    #endif
    let inputs = try JSONDecoder().decode([Input].self, from: Suites.data("pathological-md"))
    var slow: [String] = []
    for input in inputs {
      let once = input.bytes(scale: scale)
      let time = seconds(once, runs: 1)
      if time > 1 { slow.append("\(input.name) takes \(time) s") }
      // Cells of a huge table are completed up to a bound that it does not reach when it is scaled down.
      guard time > 0.02, scale == 1 || !input.name.hasPrefix("huge table") else { continue }
      let twice = input.bytes(scale: scale * 2)
      let ratio = seconds(twice, runs: 3) / seconds(once, runs: 3)
      if ratio > 3.3 { slow.append("\(input.name) takes \(ratio) times as long for twice the size") }
    }
    print("pathological-md: \(inputs.count - slow.count) of \(inputs.count)")
    #expect(slow.isEmpty)
  }

  @Test(arguments: [
    ">", "> ", "- ", "1. ", "*", "*a ", "_a ", "**a ", "~a ", "[", "![", "[a](", "(", "<b>", "<", "`a", "{{ ",
    "[^a]: ",
    "[^a", "|", "\\", "&", "> - ", "- > ", "www.", "a@", "http://", "<!--", "\n>", "\n- ", "\t",
  ])
  func deepNestingNeedsNoStack(_ mark: String) {
    #if DEBUG
      let count = 20_000
    #else
      let count = 100_000
    #endif
    let bytes = [[UInt8]](repeating: Array(mark.utf8), count: count).flatMap { $0 }
    let document = Document(parsing: bytes)
    #expect(document.blocks.count > 0)
    _ = HTMLRenderer().render(document)
    _ = document.plainText(of: 0)
    _ = document.treeDump()
  }

  @Test func referencesExpandToABoundedPage() {
    let target = String(repeating: "x", count: 20_000)
    let text = "[x]: /\(target)\n\n" + String(repeating: "[x]\n", count: 5000)
    let html = HTMLRenderer().render(parseChecked(text))
    #expect(html.count < 400_000)
  }

  @Test func shortRowsOfWideTablesAreBounded() {
    let text =
      String(repeating: "|x", count: 3000) + "\n" + String(repeating: "|-", count: 3000) + "\n"
      + String(repeating: "a\n", count: 1000)
    #expect(HTMLRenderer().render(Document(parsing: text)).count < 8_000_000)
  }
}
