package import ReadingsCatalog

extension Session {
  /// The year of the session's date, else the one that its label or term begins with (`2025-S4`); nil when none of them
  /// says one.
  package var yearHeld: Int? {
    date?.year ?? label.flatMap(Session.leadingYear) ?? term.flatMap(Session.leadingYear)
  }

  /// The days on which the session can have been, as the numbers `YYYYMMDD`: one, or all of its year.
  var daysHeld: ClosedRange<Int>? {
    if let date { return date.number...date.number }
    return yearHeld.map { ($0 * 10000)...($0 * 10000 + 9999) }
  }

  private static func leadingYear(_ text: String) -> Int? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4, let year = Int(String(text.prefix(4))), (1900...2199).contains(year) else {
      return nil
    }
    return year
  }
}

extension CalendarDate {
  /// `YYYYMMDD`.
  var number: Int { year * 10000 + month * 100 + day }
}
