package import ReadingsCatalog
package import SourceText

/// How the latest posts of a library are named and written, so that a new one is like them.
package struct PostHabits: Sendable {
  /// The latest posts, the latest first.
  package let latest: [Session]
  /// The latest post's text; nil when the library has none.
  package let model: SourceFile?
  private let sessions: [Session]
  private static let latestCount = 5

  /// - Parameter read: the text of a post by its path; nil when it cannot be read.
  package init(_ catalog: Catalog, read: (String) -> SourceFile?) {
    // Of a text export no post can be made like it.
    let posts = catalog.sessions.filter { !$0.file.hasSuffix(".txt") }
    let ordered = posts.map { (session: $0, age: PostAge($0)) }.sorted { $1.age < $0.age }.map(\.session)
    sessions = ordered
    latest = Array(ordered.prefix(PostHabits.latestCount))
    model = latest.first.flatMap { read($0.file) }
  }

  // MARK: Values

  /// The term of the latest post.
  package var term: String? { latest.first?.term }

  /// The label after the highest one of the latest post's kind: `2025-S5` after `2025-S4`.
  func label(in term: String?) -> String? {
    guard term == self.term, let label = latest.first?.label, let parts = NumberedLabel(label) else {
      return nil
    }
    let numbers = sessions.filter { $0.term == term }.compactMap { session in
      session.label.flatMap { NumberedLabel($0) }.flatMap { $0.hasSameWords(as: parts) ? $0.number : nil }
    }
    return parts.with(number: (numbers.max() ?? parts.number) + 1)
  }

  /// As long after the latest post as that came after the one before, a week when that says nothing.
  var date: CalendarDate? {
    let dates = sessions.compactMap(\.date)
    guard let last = latest.first?.date, let newest = dates.max() else { return nil }
    let before = dates.filter { $0 < last }.max()
    let gap = before.map { DayNumber.of(last) - DayNumber.of($0) } ?? 7
    return DayNumber.date(DayNumber.of(newest) + ((1...14).contains(gap) ? gap : 7))
  }

  /// The headings for readings that at least half of the latest posts have, in the order of the latest that has them.
  var sections: [String] {
    let lists = latest.map { session in
      session.readings.compactMap(\.section).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
    }.filter { !$0.isEmpty }
    let order = lists.flatMap { $0 }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let common = order.filter { name in lists.count { $0.contains(name) } * 2 > lists.count }
    let isUsual = common.filter { $0.lowercased().contains("reading") }
    return lists.count < 2 || isUsual.isEmpty ? ["Required Readings", "More Readings"] : isUsual
  }

  // MARK: Names

  /// The path for a post: in the folder of the latest one, its date in front where that is the habit.
  func path(title: String, date: CalendarDate?) throws(NewPostRefusal) -> String {
    let slug = PostHabits.slug(title)
    if slug.isEmpty { throw .noName }
    let files = latest.map(\.file)
    let isDated = files.count { CalendarDate(prefixOf: PostHabits.name(of: $0)) != nil } * 2 > files.count
    var folder = files.first.map { $0.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
    if files.first.map({ PostHabits.name(of: $0).hasPrefix("index.") }) == true {
      folder = folder.split(separator: "/").dropLast().joined(separator: "/")
    }
    let name = (isDated ? date.map { "\($0)-" } ?? "" : "") + slug + ".md"
    return folder.isEmpty ? name : "\(folder)/\(name)"
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The first words of a title in lower case, joined by hyphens.
  private static func slug(_ title: String) -> String {
    var slug = ""
    for word in title.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if slug.isEmpty {
        slug = String(word.prefix(60))
      } else if slug.count + word.count < 60 {
        slug += "-" + word
      } else {
        break
      }
    }
    return slug
  }
}

/// What says which of two posts is later: the year, the day, then the number of the label.
private struct PostAge: Comparable {
  private let year: Int
  private let day: Int
  private let number: Int
  private let key: String

  init(_ session: Session) {
    let texts = [session.term, session.label].compactMap { $0 }
    year = session.date?.year ?? texts.lazy.compactMap(PostAge.year).first ?? 0
    day = session.date.map { DayNumber.of($0) } ?? 0
    number = session.label.flatMap { NumberedLabel($0) }?.number ?? 0
    key = session.key
  }

  static func < (left: PostAge, right: PostAge) -> Bool {
    (left.year, left.day, left.number, left.key) < (right.year, right.day, right.number, right.key)
  }

  private static func year(in text: String) -> Int? {
    text.split { !$0.isNumber }.compactMap { Int($0) }.first { (1900...2999).contains($0) }
  }
}

/// A label with a number at its end: `2025-S4`, `W6`.
struct NumberedLabel {
  private let words: String
  private let digits: String
  let number: Int

  init?(_ label: String) {
    digits = String(label.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    words = String(label.dropLast(digits.count))
    guard let number = Int(digits), digits.count <= 6, !words.isEmpty else { return nil }
    self.number = number
  }

  func hasSameWords(as other: NumberedLabel) -> Bool { words == other.words }

  /// The same label with another number, as wide as the old one.
  func with(number: Int) -> String {
    let text = String(number)
    let isPadded = digits.hasPrefix("0")
    return words + String(repeating: "0", count: isPadded ? max(0, digits.count - text.count) : 0) + text
  }
}

/// Days counted from 1 March of the year 0, by the rules of the Gregorian calendar.
enum DayNumber {
  static func of(_ date: CalendarDate) -> Int {
    let year = date.month > 2 ? date.year : date.year - 1
    let month = date.month > 2 ? date.month - 3 : date.month + 9
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day - 1
  }

  static func date(_ number: Int) -> CalendarDate? {
    // The year is found by trying: a day belongs to the last year whose 1 March is not after it.
    var year = number / 366
    while firstOfMarch(year + 1) <= number { year += 1 }
    let rest = number - firstOfMarch(year)
    let month = (rest * 5 + 2) / 153
    let day = rest - (month * 153 + 2) / 5 + 1
    return CalendarDate(
      year: month < 10 ? year : year + 1, month: month < 10 ? month + 3 : month - 9, day: day)
  }

  private static func firstOfMarch(_ year: Int) -> Int { year * 365 + year / 4 - year / 100 + year / 400 }
}
