/// Tells headings that hold entries (`Required Readings:`) from headings that are entries.
enum SectionHeading {
  /// The heading as readers would cite it: without trailing colon, dash and markup. White space in the text is collapsed.
  static func name(_ text: ByteText) -> ByteText {
    text.trimming("*_#").trimmingEnd(":：-–—*")
  }

  /// Whether the words alone say that entries follow.
  static func isContainer(_ text: ByteText) -> Bool {
    let endsWithColon = text.trimming("*_").hasSuffix(":") || text.trimmingEnd("").hasSuffix(" -")
    var count = 0
    var hasPluralWord = false
    var hasListWord = false
    var hasOthers = false
    for word in FormWords(name(text)) {
      count += 1
      if count > (endsWithColon ? 14 : 8) { return false }
      hasPluralWord = hasPluralWord || pluralWords.contains(word)
      hasListWord = hasListWord || listWords.contains(word)
      // Of three words or more it does not matter.
      hasOthers = hasOthers || count <= 2 && !loneWords.contains(word)
    }
    if count == 0 { return false }
    if hasPluralWord { return true }
    if hasListWord { return count <= 5 || endsWithColon }
    return endsWithColon || (count <= 2 && !hasOthers)
  }

  /// Whether the heading is nothing but a word or two for a list: `References`, `Further Reading`.
  static func isListName(_ text: ByteText) -> Bool {
    var count = 0
    var namesList = false
    for word in FormWords(name(text)) {
      count += 1
      let isList = listWords.contains(word) || pluralWords.contains(word)
      guard count <= 2, isList || loneWords.contains(word) else { return false }
      namesList = namesList || isList
    }
    return namesList
  }

  /// What the words of a heading say of the works below it.
  struct Announcement {
    var role: ReadingRole?
    var isAboutSoftware = false
    /// Whether the words say that entries follow.
    var announcesReadings = false
  }

  static func announcement(_ text: ByteText) -> Announcement {
    var result = Announcement()
    var count = 0
    var hasListWord = false
    for word in FormWords(text) {
      count += 1
      hasListWord = hasListWord || listWords.contains(word)
      result.isAboutSoftware = result.isAboutSoftware || softwareWords.contains(word)
      // `Required and Optional Readings` are required.
      guard let role = roleWords[word] else { continue }
      let places = [.required, .optional, .background] as [ReadingRole]
      result.role = places.first { $0 == role || $0 == result.role }
    }
    result.isAboutSoftware = result.isAboutSoftware && !text.hasWords(10)
    // A sentence only mentions them.
    result.announcesReadings = result.role != nil || result.isAboutSoftware || (count <= 14 && hasListWord)
    return result
  }

  /// Whether the heading starts the write-up that follows the readings.
  static func startsWriteUp(_ text: ByteText) -> Bool {
    var words = FormWords(text)
    guard let first = words.next() else { return false }
    let second = words.next() ?? ByteText()
    if first.isEqual(toLowercase: "blog") { return !second.hasPrefix(lowercase: "post") }
    let isSession = first.isEqual(toLowercase: "session")
    if isSession || first.isEqual(toLowercase: "our"), second.hasPrefix(lowercase: "blog") { return true }
    return (isSession || first.isEqual(toLowercase: "class")) && second.isEqual(toLowercase: "summary")
      && words.next() == nil
  }

  /// Whether a section is about things to use rather than to read; a whole sentence only mentions them.
  static func isAboutSoftware(_ text: ByteText) -> Bool { announcement(text).isAboutSoftware }

  /// Whether a section holds books and nothing else: `Books`, `Recommended books`.
  static func isAboutBooks(_ text: ByteText) -> Bool {
    !text.hasWords(4) && FormWords(text).contains(where: bookWords.contains)
  }

  private static let bookWords: WordSet = ["books", "textbooks", "ebooks"]

  private static let roleWords = WordTable<ReadingRole>(
    [
      ("required", .required), ("require", .required), ("requires", .required), ("mandatory", .required),
      ("compulsory", .required),
      ("more", .optional), ("extra", .optional), ("optional", .optional), ("additional", .optional),
      ("further", .optional), ("supplementary", .optional), ("supplemental", .optional),
      ("background", .background), ("basics", .background), ("basic", .background),
      ("prerequisite", .background), ("prerequisites", .background),
    ])
  private static let softwareWords: WordSet = [
    "tool", "tools", "library", "libraries", "software", "framework", "frameworks", "toolkits", "packages",
  ]

  /// Words for several works, which titles of single works hardly use.
  private static let pluralWords: WordSet = [
    "papers", "readings", "references", "resources", "相关文章", "相关阅读", "相关资料", "参考", "参考文章",
    "参考资料", "参考文献", "参考链接", "延伸阅读", "扩展阅读", "推荐阅读",
  ]
  /// Words of lists that stand in titles too.
  private static let listWords: WordSet = [
    "reading", "readings", "reads", "papers", "articles", "references", "bibliography", "resources",
    "literature",
    "publications", "ref", "refs", "相关文章", "相关阅读", "相关资料", "参考", "参考文章", "参考资料", "参考文献",
    "参考链接", "延伸阅读", "扩展阅读", "推荐阅读",
  ]
  private static let loneWords: WordSet = [
    "ref", "refs", "sources",
    "required", "require", "optional", "more", "extra", "background", "basics", "even", "additional",
    "further", "links",
    "tools", "books", "videos", "software", "surveys", "tutorials", "survey", "blogs", "projects", "courses",
    "talks",
    "and", "leaderboard", "tutorial", "datasets", "code", "github",
  ]
}
