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
  package static func firstDate(in text: ByteText) -> Found? {
    let tokens = tokens(of: text)
    for index in tokens.indices {
      if let found = date(in: tokens, at: index) { return found }
    }
    return nil
  }

  /// The date after the words `submitted on`, the first version's.
  package static func submittedDate(in text: ByteText) -> CalendarDate? {
    var place = text.startIndex
    while let found = text.firstRange(of: "ubmitted ", from: place) {
      place = found.upperBound
      guard found.lowerBound > text.startIndex else { continue }
      // `submitted on 27 May 2022`, and not the end of a longer word.
      let tokens = tokens(of: text[(found.lowerBound - 1)...], upTo: 5)
      let isWord =
        found.lowerBound - 1 == text.startIndex || !text[found.lowerBound - 2].isAlphanumeric
      if isWord, tokens.count > 3, tokens[0].isEqual(toLowercase: "submitted"),
        tokens[1].isEqual(toLowercase: "on")
      {
        return date(in: tokens, at: 2)?.date
      }
    }
    return nil
  }

  /// The date, when the text is a date and nothing else.
  package static func onlyDate(_ text: ByteText) -> Found? {
    guard text.count <= 40, text.hasDigit else { return nil }
    return (2...3).contains(tokens(of: text).count) ? firstDate(in: text) : nil
  }

  /// 1900 to 2099, the years in which a work that is read can have been published.
  package static func plausibleYear(_ token: ByteText) -> Int? {
    guard token.count == 4, let year = number(token) else { return nil }
    return (1900...2099).contains(year) ? year : nil
  }

  /// The last plausible year among the numbers of a text.
  static func lastYear(in text: ByteText) -> Int? {
    var end = text.endIndex
    while end - text.startIndex >= 4 {
      var start = end
      while start > text.startIndex, text[start - 1].isDigit { start -= 1 }
      if let year = plausibleYear(text[start..<end]) { return year }
      end = start == end ? end - 1 : start
    }
    return nil
  }

  private static func date(in tokens: [ByteText], at index: Int) -> Found? {
    func token(_ offset: Int) -> ByteText? {
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

  private static func dayNumber(_ token: ByteText) -> Int? {
    guard let first = token.first, first.isDigit, token.count <= 4 else { return nil }
    var digits = token
    for ending in ["st", "nd", "rd", "th"] as [StaticString] where digits.hasSuffix(lowercase: ending) {
      digits = digits.dropLast(2)
    }
    guard digits.count <= 2, let number = number(digits), (1...31).contains(number) else { return nil }
    return number
  }

  /// The value of a short run of digits; nil when anything else is among them.
  private static func number(_ digits: ByteText) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var number = 0
    for byte in digits {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private static func month(_ token: ByteText) -> Int? {
    token.count >= 3 ? months[token] : nil
  }

  private static let months: WordTable<Int> = {
    let names: [(StaticString, StaticString)] = [
      ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may", "may"),
      ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sep"), ("october", "oct"),
      ("november", "nov"), ("december", "dec"),
    ]
    let spelled = names.enumerated().flatMap { index, name in [(name.0, index + 1), (name.1, index + 1)] }
    return WordTable(spelled.map { (word: $0.0, value: $0.1) } + [(word: "sept", value: 9)])
  }()

  /// The runs of ASCII letters and digits, no more than `limit`.
  private static func tokens(of text: ByteText, upTo limit: Int = .max) -> [ByteText] {
    var tokens: [ByteText] = []
    tokens.reserveCapacity(8)
    text.withBytes { bytes in
      var index = 0
      while tokens.count < limit {
        while index < bytes.count, !bytes[index].isAlphanumeric { index += 1 }
        let start = index
        while index < bytes.count, bytes[index].isAlphanumeric { index += 1 }
        if start == index { break }
        tokens.append(text[text.startIndex + start..<text.startIndex + index])
      }
    }
    return tokens
  }
}
