internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Dates that are on no calendar, can be read in two ways, or cannot be read.
enum DateRules: PostRule {
  static let impossible = Rule(
    "impossible-date", .error, .frontMatter, meaning: "a date is on no calendar",
    explanation: "Jekyll stops with an error at '2025-02-30', and readings takes the post for undated.",
    examples: [example("⟦2025-02-30⟧"), example("⟦2025-13-01⟧"), .sound(text("2024-02-29"))])

  static let ambiguous = Rule(
    "ambiguous-date", .warning, .frontMatter, fix: .safe,
    meaning: "a date is written so that day and month can be mistaken for each other",
    explanation:
      "'03/04/2025' is in March for some and in April for others, and for programs too. Write YYYY-MM-DD. A fix is "
      + "offered where only one reading is possible.",
    examples: [
      example("⟦03/04/2025⟧"),
      RuleExample(text("⟦25/04/2025⟧"), path: "maps.md", fixed: text("2025-04-25")),
      .sound(text("2025-04-03")),
    ])

  static let unreadable = Rule(
    "unreadable-date", .warning, .frontMatter, meaning: "'date' holds no date",
    explanation:
      "The post counts as undated unless its file name starts with a date. Leave the value out until it is "
      + "known.",
    examples: [example("⟦to be announced⟧"), .sound(text("April 3, 2025"))])

  static let rules = [impossible, ambiguous, unreadable]

  private static func text(_ date: String) -> String { "---\ntitle: Maps\ndate: \(date)\n---\n" }

  private static func example(_ date: String) -> RuleExample { RuleExample(text(date), path: "maps.md") }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let value = post.matter["date"], value.kind == .scalar, !value.isNull, let text = value.text,
      !text.isEmpty
    else { return }
    if text.hasPrefix("{{") { return }
    let span =
      value.style == .plain || value.span.count < 2
      ? value.span : SourceSpan(value.span.lowerBound + 1, value.span.upperBound - 1)
    if let parts = numbers(text, separators: [UInt8(ascii: "-")], lengths: [4, 2, 2]) {
      if !isDate(parts[0], parts[1], parts[2]) {
        report.add(impossible, "there is no day \(parts[2]) in month \(parts[1]) of \(parts[0])", at: span)
      }
    } else if let parts = numbers(text, separators: Array("/.-".utf8), lengths: [2, 2, 4]) {
      let isWhole = text.utf8.allSatisfy { $0.isDigit || "/.-".utf8.contains($0) }
      reportOrder(parts, span, isWhole: isWhole, &report)
    } else if post.sessions.first?.date == nil || !text.utf8.contains(where: \.isDigit) {
      report.add(unreadable, "'\(ShownText.cut(text))' is no date; write YYYY-MM-DD", at: span)
    }
  }

  /// - Parameter isWhole: nothing, such as a time, stands behind the date.
  private static func reportOrder(
    _ parts: [Int], _ span: SourceSpan, isWhole: Bool, _ report: inout PostReport
  ) {
    let year = parts[2] < 100 ? parts[2] + 2000 : parts[2]
    var readings = [(month: parts[0], day: parts[1]), (month: parts[1], day: parts[0])]
      .filter { isDate(year, $0.month, $0.day) }
    if parts[0] == parts[1] { readings = Array(readings.prefix(1)) }
    let texts = readings.map { "\(year)-\(padded($0.month))-\(padded($0.day))" }
    switch texts.count {
    case 0: report.add(impossible, "no order of day and month makes this a date", at: span)
    case 1:
      report.add(
        ambiguous, "a date must be written YYYY-MM-DD", at: span,
        fix: isWhole ? Diagnostic.Fix("write \(texts[0])", edits: [TextEdit(span, texts[0])]) : nil)
    default:
      report.add(ambiguous, "the date can be \(texts[0]) or \(texts[1]); write YYYY-MM-DD", at: span)
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The numbers that a text starts with: three with at most as many digits, parted by the same byte.
  private static func numbers(_ text: String, separators: [UInt8], lengths: [Int]) -> [Int]? {
    let bytes = Array(text.utf8)
    var numbers: [Int] = []
    var offset = 0
    var separator: UInt8?
    for (index, length) in lengths.enumerated() {
      let digits = bytes[offset...].prefix(while: \.isDigit)
      guard !digits.isEmpty, digits.count <= length, length < 4 || digits.count != 3,
        length < 4 || digits.count > 1,
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { return nil }
      numbers.append(number)
      offset = digits.endIndex
      guard index < 2 else { break }
      guard offset < bytes.count, separators.contains(bytes[offset]),
        separator ?? bytes[offset] == bytes[offset]
      else { return nil }
      separator = bytes[offset]
      offset += 1
    }
    guard lengths[0] < 4 || numbers[0] >= 100 else { return nil }
    return numbers
  }

  private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    Timestamp(parsing: Array("\(year)-\(padded(month))-\(padded(day))".utf8)) != nil
  }
}
