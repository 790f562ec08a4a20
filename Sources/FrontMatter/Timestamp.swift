import SourceText

/// A date, or a date with a time of day, as written.
package struct Timestamp: Sendable, Hashable {
  /// Four digits, 0 to 9999.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to the length of the month.
  package var day: Int
  /// The time of day, when one is written.
  package var time: Time?

  /// A time of day, as on a clock in its own zone.
  package struct Time: Sendable, Hashable {
    /// 0 to 23.
    package var hour: Int
    /// 0 to 59.
    package var minute: Int
    /// 0 to 60, for a leap second.
    package var second: Int
    /// 0 to 999,999,999; finer digits are left out.
    package var nanosecond = 0
    /// Minutes east of UTC, nil when no zone is written.
    package var zoneMinutes: Int?
  }

  /// Reads `2024-02-15`, `2024-11-03 23:32:49 -0500`, `2024-11-03T23:32:49.5Z` and the like
  /// (https://yaml.org/type/timestamp.html, and what Jekyll's Psych takes); nil for anything else.
  package init?(parsing text: [UInt8]) {
    var reader = Reader(text: text)
    guard let year = reader.number(4...4), reader.skip(0x2D), let month = reader.number(1...2),
      reader.skip(0x2D),
      let day = reader.number(1...2), Timestamp.isDate(year, month, day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if reader.isAtEnd { return }
    if !reader.skip(0x54), !reader.skip(0x74) {
      guard reader.skipSpaces() > 0 else { return nil }
    }
    guard let hour = reader.number(1...2), hour < 24, reader.skip(0x3A), let minute = reader.number(2...2),
      minute < 60
    else { return nil }
    var time = Time(hour: hour, minute: minute, second: 0)
    if reader.skip(0x3A) {
      guard let second = reader.number(2...2), second <= 60 else { return nil }
      time.second = second
      if reader.skip(0x2E) { time.nanosecond = reader.fraction() }
    }
    _ = reader.skipSpaces()
    if !reader.isAtEnd {
      guard let zone = reader.zone(), reader.isAtEnd else { return nil }
      time.zoneMinutes = zone
    }
    self.time = time
  }

  private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard month >= 1, month <= 12, day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }

  private struct Reader {
    let text: [UInt8]
    var offset = 0

    var isAtEnd: Bool { offset >= text.count }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard offset < text.count, text[offset] == byte else { return false }
      offset += 1
      return true
    }

    mutating func skipSpaces() -> Int {
      let start = offset
      while offset < text.count, text[offset].isSpaceOrTab { offset += 1 }
      return offset - start
    }

    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      let start = offset
      var value = 0
      while offset < text.count, offset - start < digits.upperBound, text[offset].isDigit {
        value = value * 10 + Int(text[offset] & 0x0F)
        offset += 1
      }
      return digits.contains(offset - start) ? value : nil
    }

    /// Nanoseconds; digits beyond the ninth are left out.
    mutating func fraction() -> Int {
      var value = 0
      var scale = 100_000_000
      while offset < text.count, text[offset].isDigit {
        value += Int(text[offset] & 0x0F) * scale
        scale /= 10
        offset += 1
      }
      return value
    }

    /// `Z`, `UTC`, `+01`, `+0100` or `-05:00`.
    mutating func zone() -> Int? {
      if skip(0x5A) || skip(0x7A) { return 0 }
      if text[offset...].elementsEqual("UTC".utf8) {
        offset += 3
        return 0
      }
      let isNegative = skip(0x2D)
      guard isNegative || skip(0x2B), let hours = number(1...2) else { return nil }
      _ = skip(0x3A)
      let minutes = isAtEnd ? 0 : number(2...2)
      guard let minutes, hours < 24, minutes < 60 else { return nil }
      return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }
  }
}
