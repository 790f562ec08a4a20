internal import ReadingsCatalog

/// Dates as pages show them.
enum PageDate {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `2024, Apr, 2`, as tables of index pages have it.
  static func inTable(_ date: CalendarDate?) -> String {
    date.map { "\($0.year), \(months[$0.month - 1]), \($0.day)" } ?? ""
  }

  /// `2 Apr 2024`
  static func inText(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }
}
