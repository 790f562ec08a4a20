internal import SourceText

/// A day of the Gregorian calendar, without time or zone.
///
/// Invariant: the day exists (`2024-02-30` cannot be made). Printed as `YYYY-MM-DD`.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day; years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-M-D` or `YYYY/M/D` at the start of `text`; what follows (a time, the rest of a file name) is
  /// ignored unless it is a digit.
  package init?(prefixOf text: String) {
    var numbers: [Int] = []
    var digits = 0
    var number = 0
    var separator: UInt8?
    for byte in Array(text.utf8) + [0] {
      if byte.isDigit {
        digits += 1
        if digits > 4 { return nil }
        number = number * 10 + Int(byte - 0x30)
        continue
      }
      guard digits == 4 || (!numbers.isEmpty && (1...2).contains(digits)) else { return nil }
      numbers.append(number)
      if numbers.count == 3 { break }
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), separator ?? byte == byte else {
        return nil
      }
      separator = byte
      (digits, number) = (0, 0)
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  package var description: String {
    func digit(_ value: Int) -> UInt8 { 0x30 + UInt8(value % 10) }
    let dash = UInt8(ascii: "-")
    let bytes = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
      digit(month / 10), digit(month), dash,
      digit(day / 10), digit(day),
    ]
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
