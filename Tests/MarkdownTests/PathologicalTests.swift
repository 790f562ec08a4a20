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

  /// A debug build is some fifty times slower, so it gets a small part of the size.
  #if DEBUG
    private let scale = 0.04
  #else
    private let scale = 1.0
  #endif

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

  /// Why an input takes too long, or more than linear time; nil when it does not.
  private func slowness(of input: Input) -> String? {
    let once = input.bytes(scale: scale)
    let time = seconds(once, runs: 1)
    if time > 1 { return "\(input.name) takes \(time) s" }
    // Cells of a huge table are completed up to a bound that it does not reach when it is scaled down.
    guard time > 0.02, scale == 1 || !input.name.hasPrefix("huge table") else { return nil }
    let least = seconds(once, runs: 3)
    let ratio = seconds(input.bytes(scale: scale * 2), runs: 3) / least
    guard ratio > 2.6 else { return nil }
    // Where the working set outgrows a cache, time jumps once; a quadratic step goes on to take sixteen times
    // as long.
    let nextRatio = seconds(input.bytes(scale: scale * 4), runs: 3) / least
    guard nextRatio > 8.5 else { return nil }
    return "\(input.name) takes \(ratio) and \(nextRatio) times as long for 2 and 4 times the size"
  }

  @Test(.enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
  func suiteTakesLinearTime() throws {
    let inputs = try JSONDecoder().decode([Input].self, from: SharedFolder.suiteData("pathological-md"))
    let slow = inputs.compactMap(slowness)
    print("pathological-md: \(inputs.count - slow.count) of \(inputs.count)")
    #expect(slow.isEmpty)
  }

  /// Each of these met a limit, a mark or a table that keeps it linear: the text before, the text that is
  /// repeated, how often, and the text after.
  @Test(arguments: [
    ("", "[a]({{ ", 30_000, ""), ("", "[a]({{x}} ", 30_000, ""), ("<div>\n", "<!--", 100_000, ""),
    ("<div>", "<b>", 60_000, ""), ("<div>", "<a x=\"", 60_000, ""), ("", "[a](b \"[a](b '", 20_000, ""),
    ("", "[a]: b\n'", 20_000, ""), ("", "[a]:\n", 20_000, ""), ("[x]: /u\n\n", "[a][", 30_000, ""),
    ("", "[^", 30_000, ""), ("", "www.a_", 50_000, ""), ("http://a", ")", 100_000, ""),
    ("http://a", "&a;", 60_000, ""), ("", "a_", 50_000, "@b.c"), ("", "xmpp:a@b.c/", 30_000, ""),
    ("", "|a|b|\n|-|-|\n", 20_000, ""), ("", "|-|-|-|\n", 30_000, ""), ("", "[a]: b\n===\n", 20_000, ""),
    ("", "* - ", 50_000, ""), ("- - - - - - - - x\n", "\n", 50_000, ""), (">>>>>>>>a\n", "b\n", 50_000, ""),
    ("", "a**b*c***", 30_000, ""), ("", "*é", 60_000, ""), ("", "![", 20_000, "[t](u)"),
    ("", "- [ ] ", 30_000, ""),
    ("", "![[]()", 40_000, ""), ("*a *a *a ", "_a*_ ", 20_000, ""),
  ])
  func hardTextTakesLinearTime(_ before: String, _ text: String, _ count: Int, _ after: String) {
    let parts = [(before, 1), (text, count), (after, 1)].map { Input.Part(text: $0.0, repeat: $0.1) }
    #expect(slowness(of: Input(name: text, parts: parts)) == nil)
  }

  /// Runs of every length: none is looked for twice.
  @Test func backtickRunsOfAllLengths() {
    let longest = scale == 1 ? 1400 : 280
    let text = (1..<longest).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    #expect(seconds(Array(text.utf8), runs: 1) < 1)
  }

  @Test(arguments: [
    ">", "> ", "- ", "1. ", "*", "*a ", "_a ", "**a ", "~a ", "[", "![", "[a](", "(", "<b>", "<", "`a", "{{ ",
    "[^a]: ",
    "[^a", "|", "\\", "&", "> - ", "- > ", "www.", "a@", "http://", "<!--", "\n>", "\n- ", "\t",
  ])
  func deepNestingNeedsNoStack(_ mark: String) {
    let count = scale == 1 ? 100_000 : 20_000
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
