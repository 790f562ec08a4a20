internal import ReadingsCatalog

/// An entry as lines of Markdown in one pattern.
struct EntryText {
  let entry: NewEntry
  let pattern: EntryPattern
  /// Whether texts are written with backslashes before signs that Markdown knows.
  let escapes: Bool

  private func text(_ text: String) -> String { escapes ? MarkdownEscape.escaped(text) : text }

  /// Whether an unescaped text would be HTML, or run by Liquid.
  var isHarmless: Bool {
    escapes
      || ([entry.title, entry.venue ?? "", entry.abstract ?? ""] + entry.authors)
        .allSatisfy(MarkdownEscape.isHarmless)
  }

  /// A heading with bullets.
  var headingLines: [String] {
    let title = String(repeating: "#", count: pattern.level) + " " + (linkedTitle ?? text(entry.title))
    let facts = factLines(indent: "")
    return [title] + (pattern.hasBlankLineBelowHeading && !facts.isEmpty ? [""] : []) + facts
  }

  /// Ways to write an item on one line: `[Title](url), Ann Lee, Bo Chen, 2009` or `Title: url`.
  var itemLines: [[String]] {
    var ways: [[String]] = []
    let names = entry.authors.map { ", " + text($0) }.joined()
    let year = (entry.submitted?.year ?? entry.year).map { ", \($0)" } ?? ""
    if let linkedTitle = forcedLinkedTitle { ways.append([itemMark + linkedTitle + names + year]) }
    if let link = entry.links.first { ways.append([itemMark + text(entry.title) + ": " + link]) }
    if ways.isEmpty { ways.append([itemMark + text(entry.title) + names + year]) }
    return pattern.linksTitle ? ways : ways.reversed()
  }

  /// An item with its facts as bullets below it.
  var nestedItemLines: [String] {
    let indent =
      pattern.indent + String(repeating: " ", count: itemMark.utf8.count - pattern.indent.utf8.count)
    return [itemMark + (linkedTitle ?? text(entry.title))] + factLines(indent: indent)
  }

  private var itemMark: String {
    let mark = pattern.number.map { "\($0.value)\($0.sign)" } ?? pattern.mark
    return pattern.indent + mark + " "
  }

  private var linkedTitle: String? { pattern.linksTitle ? forcedLinkedTitle : nil }

  private var forcedLinkedTitle: String? {
    entry.links.first.map { "[\(text(entry.title))](\(MarkdownEscape.target($0)))" }
  }

  private func factLines(indent: String) -> [String] {
    pattern.allLines.flatMap { line in
      values(of: line).map { indent + pattern.mark + " " + line.label + $0 }
    }
  }

  private func values(of line: EntryPattern.FieldLine) -> [String] {
    switch line.field {
    case .authors: entry.authors.isEmpty ? [] : [entry.authors.map(text).joined(separator: ", ")]
    case .submitted: entry.submitted.map { ["[Submitted on \(EntryText.written($0))]"] } ?? []
    case .year: entry.submitted == nil ? entry.year.map { ["\($0)"] } ?? [] : []
    case .venue: entry.venue.map { [text($0)] } ?? []
    case .link:
      entry.links.dropFirst(linkedTitle == nil ? 0 : 1).map { link in
        line.linkWords.map { "[\($0)](\(MarkdownEscape.target(link)))" } ?? link
      }
    case .abstract: entry.abstract.map { [text($0)] } ?? []
    }
  }

  /// `27 May 2022`
  static func written(_ date: CalendarDate) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }
}
