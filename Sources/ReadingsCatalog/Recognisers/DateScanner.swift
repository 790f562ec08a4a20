internal import SourceText

/// Finds dates as people write them in posts.
package enum DateScanner {
  /// A date of which perhaps only the year and month are known.
  package struct Found: Equatable, Sendable {
    package var year: Int
    package var month: Int?
    package var day: Int?

    /// The day, when all three are known and it exists.
    package var date: CalendarDate? {
      guard let month, let day else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
  }

  /// The first date in the text: `27 May 2022`, `May 27, 2022`, `2022-05-27`, `2024, Apr, 30`, `January 2025`.
  package static func firstDate(in text: some StringProtocol) -> Found? {
    let tokens = tokens(of: text)
    for index in tokens.indices {
      if let found = date(in: tokens, at: index) { return found }
    }
    return nil
  }

  /// The date after the words `submitted on`, the first version's.
  package static func submittedDate(in text: some StringProtocol) -> CalendarDate? {
    guard text.firstRange(of: "ubmitted ") != nil else { return nil }
    let tokens = tokens(of: text)
    for index in tokens.indices.dropLast(3)
    where tokens[index] == "submitted" && tokens[index + 1] == "on" {
      return date(in: tokens, at: index + 2)?.date
    }
    return nil
  }

  /// Whether the text is a date and nothing else.
  package static func isOnlyDate(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let count = tokens(of: text).count
    return (2...3).contains(count) && firstDate(in: text) != nil
  }

  /// 1900 to 2099, the years in which a work that is read can have been published.
  package static func plausibleYear(_ token: some StringProtocol) -> Int? {
    guard token.utf8.count == 4, token.utf8.allSatisfy(\.isDigit), let year = Int(token) else { return nil }
    return (1900...2099).contains(year) ? year : nil
  }

  /// The last plausible year among the numbers of a text.
  static func lastYear(in text: some StringProtocol) -> Int? {
    text.split { !$0.isNumber }.compactMap { plausibleYear($0) }.last
  }

  private static func date(in tokens: [String], at index: Int) -> Found? {
    func token(_ offset: Int) -> String? {
      index + offset < tokens.count ? tokens[index + offset] : nil
    }
    guard let first = token(0), let second = token(1) else { return nil }
    if let day = dayNumber(first), let month = month(second), let year = token(2).flatMap(plausibleYear) {
      return Found(year: year, month: month, day: day)
    }
    if let month = month(first) {
      if let day = dayNumber(second), let year = token(2).flatMap(plausibleYear) {
        return Found(year: year, month: month, day: day)
      }
      if let year = plausibleYear(second) { return Found(year: year, month: month) }
    }
    if let year = plausibleYear(first), let third = token(2), let day = dayNumber(third) {
      if let month = month(second) ?? dayNumber(second), (1...12).contains(month) {
        return Found(year: year, month: month, day: day)
      }
    }
    return nil
  }

  private static func dayNumber(_ token: String) -> Int? {
    var digits = Substring(token)
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
    guard digits.utf8.count <= 2, let number = Int(digits), (1...31).contains(number) else { return nil }
    return number
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private static func month(_ token: String) -> Int? {
    guard token.utf8.count >= 3, token.utf8.allSatisfy(\.isLetter) else { return nil }
    let name = token == "sept" ? "sep" : token
    return monthNames.firstIndex { $0 == name || (name.utf8.count == 3 && $0.hasPrefix(name)) }.map { $0 + 1 }
  }

  private static func tokens(of text: some StringProtocol) -> [String] {
    var tokens: [String] = []
    var current: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      if byte.isAlphanumeric {
        current.append(byte.lowercased)
      } else if !current.isEmpty {
        tokens.append(String(decoding: current, as: UTF8.self))
        current = []
      }
    }
    return tokens
  }
}
