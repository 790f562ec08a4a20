/// Tells headings that hold entries (`Required Readings:`) from headings that are entries.
enum SectionHeading {
  /// The heading as readers would cite it: without trailing colon, dash and markup.
  static func name(_ text: String) -> String {
    text.collapsingWhitespace.trimming(["*", "_", "#"]).trimmingEnd([":", "-", "–", "—", "*"])
  }

  /// Whether the words alone say that entries follow.
  static func isContainer(_ text: String) -> Bool {
    let name = name(text)
    let words = comparisonForm(name).split(separator: " ").map(String.init)
    let endsWithColon = text.trimming(["*", "_"]).hasSuffix(":") || text.trimmingEnd([]).hasSuffix(" -")
    guard !words.isEmpty, words.count <= (endsWithColon ? 14 : 8) else { return false }
    if words.contains(where: pluralWords.contains) { return true }
    if words.contains(where: listWords.contains) { return words.count <= 5 || endsWithColon }
    if words.count <= 2, words.allSatisfy({ loneWords.contains($0) }) { return true }
    return endsWithColon
  }

  /// Whether the heading names a list of works: `Further Reading`, `References`.
  static func announcesReadings(_ text: String) -> Bool {
    let words = comparisonForm(text).split(separator: " ").map(String.init)
    return words.count <= 14 && words.contains(where: listWords.contains)
  }

  static func role(_ text: String) -> ReadingRole? {
    let words = Set(comparisonForm(text).split(separator: " ").map(String.init))
    if !words.isDisjoint(with: ["required", "require", "requires", "mandatory", "compulsory"]) {
      return .required
    }
    if !words.isDisjoint(with: [
      "more", "extra", "optional", "additional", "further", "supplementary", "supplemental",
    ]) {
      return .optional
    }
    if !words.isDisjoint(with: ["background", "basics", "basic", "prerequisite", "prerequisites"]) {
      return .background
    }
    return nil
  }

  /// Whether the heading starts the write-up that follows the readings.
  static func startsWriteUp(_ text: String) -> Bool {
    let form = comparisonForm(text)
    let first = form.split(separator: " ").first.map(String.init) ?? ""
    return (first == "blog" && !form.hasPrefix("blog post")) || form.hasPrefix("session blog")
      || form.hasPrefix("our blog")

      || form == "session summary" || form == "class summary"
  }

  /// Whether a section is about things to use rather than to read.
  static func isAboutSoftware(_ text: String) -> Bool {
    let words = Set(comparisonForm(text).split(separator: " ").map(String.init))
    return !words.isDisjoint(with: [
      "tool", "tools", "library", "libraries", "software", "framework", "frameworks", "toolkits", "packages",
    ])
  }

  /// Words for several works, which titles of single works hardly use.
  private static let pluralWords: Set<String> = ["papers", "readings", "references", "resources"]
  /// Words of lists that stand in titles too.
  private static let listWords: Set<String> = [
    "reading", "readings", "reads", "papers", "articles", "references", "bibliography", "resources",
    "literature",
    "publications",
  ]
  private static let loneWords: Set<String> = [
    "required", "require", "optional", "more", "extra", "background", "basics", "even", "additional",
    "further", "links",
    "tools", "books", "videos", "software", "surveys", "tutorials", "survey", "blogs", "projects", "courses",
    "talks",
    "and", "leaderboard", "tutorial", "datasets", "code", "github",
  ]
}
