/// What the words of a heading say of what stands below it. They are looked at once and asked about often: whether the
/// heading holds entries (`Required Readings:`) or is an entry depends on what follows too.
struct SectionHeading: Sendable {
  private let text: ByteText
  /// What a session expects of readers of the works below; nil when no word says it.
  let role: ReadingRole?
  /// Whether the words alone say that entries follow.
  let isContainer: Bool
  /// Whether the heading is nothing but a word or two for a list: `References`, `Further Reading`.
  let isListName: Bool
  /// Whether the words, as those of a section, say that what stands below is to be read.
  let announcesReadings: Bool
  /// Whether a word is a form of `to read`.
  let mentionsReading: Bool
  /// Whether a section is about things to use rather than to read; a whole sentence only mentions them.
  let isAboutSoftware: Bool
  /// Whether a section holds books and nothing else: `Books`, `Recommended books`.
  let isAboutBooks: Bool
  /// Whether the heading starts the write-up that follows the readings.
  let startsWriteUp: Bool

  init(_ text: ByteText) {
    self.text = text
    let words = FormWords(text)
    let (found, count) = SectionHeading.words.lists(withAnyOf: words)
    func isOneOrTwoWords(of lists: WordLists) -> Bool {
      (count == 1 || count == 2)
        && words.allSatisfy { !SectionHeading.words.lists(with: $0).isDisjoint(with: lists) }
    }
    // `Required and Optional Readings` are required.
    role =
      if found.contains(.required) {
        .required
      } else if found.contains(.optional) {
        .optional
      } else {
        found.contains(.background) ? .background : nil
      }
    isListName =
      !found.isDisjoint(with: [.list, .plural]) && isOneOrTwoWords(of: [.list, .plural, .lone])
    mentionsReading = found.contains(.reading)
    isAboutSoftware = found.contains(.software) && !text.hasWords(10)
    isAboutBooks = found.contains(.book) && !SectionHeading.name(text).hasWords(4)
    // A sentence only mentions them.
    announcesReadings = role != nil || isAboutSoftware || (count <= 14 && found.contains(.list))
    startsWriteUp = found.contains(.writeUp) && SectionHeading.startWriteUp(words, count)
    let endsWithColon = text.trimmingEnd("*_").hasSuffix(":") || text.trimmingEnd("").hasSuffix(" -")
    isContainer =
      if count == 0 || count > (endsWithColon ? 14 : 8) {
        false
      } else if found.contains(.plural) {
        true
      } else if found.contains(.list) {
        count <= 5 || endsWithColon
      } else {
        endsWithColon || isOneOrTwoWords(of: .lone)
      }
  }

  /// The heading as readers would cite it: without trailing colon, dash and markup. White space in the text is collapsed.
  var name: ByteText { SectionHeading.name(text) }

  private static func name(_ text: ByteText) -> ByteText {
    text.trimming("*_#").trimmingEnd(":：-–—*")
  }

  private static func startWriteUp(_ words: FormWords, _ count: Int) -> Bool {
    var words = words
    let (first, second) = (words.next() ?? ByteText(), words.next() ?? ByteText())
    if first.isEqual(toLowercase: "blog") { return !second.hasPrefix(lowercase: "post") }
    let isSession = first.isEqual(toLowercase: "session")
    if isSession || first.isEqual(toLowercase: "our"), second.hasPrefix(lowercase: "blog") { return true }
    return (isSession || first.isEqual(toLowercase: "class")) && second.isEqual(toLowercase: "summary")
      && count == 2
  }

  private struct WordLists: OptionSet {
    let rawValue: UInt16
    static let plural = WordLists(rawValue: 1 << 0)
    static let list = WordLists(rawValue: 1 << 1)
    static let lone = WordLists(rawValue: 1 << 2)
    static let reading = WordLists(rawValue: 1 << 3)
    static let software = WordLists(rawValue: 1 << 4)
    static let book = WordLists(rawValue: 1 << 5)
    static let required = WordLists(rawValue: 1 << 6)
    static let optional = WordLists(rawValue: 1 << 7)
    static let background = WordLists(rawValue: 1 << 8)
    static let writeUp = WordLists(rawValue: 1 << 9)
  }

  private static let words = WordTable<WordLists>(merging: [
    (pluralWords, .plural), (listWords, .list), (loneWords, .lone),
    (["read", "reads", "reading", "readings"], .reading),
    (
      [
        "tool", "tools", "library", "libraries", "software", "framework", "frameworks", "toolkits",
        "packages",
      ], .software
    ),
    (["books", "textbooks", "ebooks"], .book),
    (["required", "require", "requires", "mandatory", "compulsory"], .required),
    (["more", "extra", "optional", "additional", "further", "supplementary", "supplemental"], .optional),
    (["background", "basics", "basic", "prerequisite", "prerequisites"], .background),
    (["blog", "session", "our", "class"], .writeUp),
  ])

  /// Words for several works, which titles of single works hardly use.
  private static let pluralWords: [StaticString] = [
    "papers", "readings", "references", "resources", "相关文章", "相关阅读", "相关资料", "参考", "参考文章",
    "参考资料", "参考文献", "参考链接", "延伸阅读", "扩展阅读", "推荐阅读",
  ]
  /// Words of lists that stand in titles too.
  private static let listWords: [StaticString] = [
    "reading", "readings", "reads", "papers", "articles", "references", "bibliography", "resources",
    "literature",
    "publications", "ref", "refs", "相关文章", "相关阅读", "相关资料", "参考", "参考文章", "参考资料", "参考文献",
    "参考链接", "延伸阅读", "扩展阅读", "推荐阅读",
  ]
  private static let loneWords: [StaticString] = [
    "ref", "refs", "sources",
    "required", "require", "optional", "more", "extra", "background", "basics", "even", "additional",
    "further", "links",
    "tools", "books", "videos", "software", "surveys", "tutorials", "survey", "blogs", "projects", "courses",
    "talks",
    "and", "leaderboard", "tutorial", "datasets", "code", "github",
  ]
}
