internal import SourceText

/// Recognises the names of institutions, by the words that only they have.
package enum Institution {
  /// Whether a phrase names one or several institutions and nothing else: `Adobe Research & NEC Labs`,
  /// `Oki Electric Industry Co., Ltd`. Every part must be a name, and half of them must say what they are.
  package static func isList(_ phrase: ByteText) -> Bool {
    guard phrase.hasWords(1), !phrase.hasWords(41), isMentioned(in: phrase) else { return false }
    let parts = parts(of: phrase)
    var certainCount = 0
    // Beside an institution, a name may hold words of topics: `Example University & Preferred Networks`.
    for part in parts {
      let pieces = part.split(separator: UInt8(ascii: ",")).map(\.trimmed).filter { !$0.isEmpty }
      let lists = words.lists(withAnyOf: FormWords(part)).lists
      let isCertain = !lists.isDisjoint(with: [.name, .kind])
      let trustsTopics =
        parts.count > 1 || lists.contains(.kind) || (pieces.count > 1 && pieces.contains(where: isKnown))
      guard pieces.allSatisfy({ isName($0, trustsTopics: trustsTopics) }) else { return false }
      if isCertain { certainCount += 1 }
    }
    return certainCount > 0 && certainCount * 2 >= parts.count
  }

  /// Whether the words are the name of a company or university known for publishing: `Google`, `Microsoft Research`.
  static func isKnown(_ text: ByteText) -> Bool {
    var hasName = false
    for word in FormWords(text) {
      let lists = words.lists(with: word)
      guard !lists.isDisjoint(with: .ofNames) else { return false }
      hasName = hasName || lists.contains(.name)
    }
    return hasName
  }

  /// Whether a word says that what it stands in is an institution: `University`, `Ltd`.
  static func isKind(_ word: ByteText) -> Bool { words.lists(with: word.trimmingEnd(".")).contains(.kind) }

  /// Whether a text has a word of an institution.
  static func isMentioned(in text: ByteText) -> Bool {
    !words.lists(withAnyOf: FormWords(text)).lists.isDisjoint(with: [.name, .kind])
  }

  /// The pieces between `&`, `;`, `/`, `+` and `and`; a mark inside a word, as in `R&D`, parts nothing.
  private static func parts(of phrase: ByteText) -> [ByteText] {
    var parts: [ByteText] = []
    var start = phrase.startIndex
    var index = phrase.startIndex
    while let word = phrase.nextWord(from: &index) {
      let isSeparator =
        word == "&" || word == "&&" || word == "and" || word == "/" || word == "+" || word == "|"
      guard isSeparator || word.hasSuffix(";") || word.hasSuffix("&") else { continue }
      parts.append(phrase[start..<(isSeparator ? word.startIndex : word.endIndex - 1)])
      start = index
    }
    parts.append(phrase[start...])
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Whether all words are such as names are made of: with capitals, or the small words between those. Words of
  /// topics are part of a name only where it says that it is one.
  private static func isName(_ part: ByteText, trustsTopics: Bool) -> Bool {
    guard part.hasWords(1), !part.hasWords(14) else { return false }
    var hasCapital = false
    let areParts = part.allWords { word in
      let core = word.trimming("()[].,'’‘\"´`:&–—-")
      if core.isEmpty || !words.lists(with: core).isDisjoint(with: [.small, .ofNames]) {
        hasCapital = hasCapital || core.startsUppercase
        return true
      }
      // A sentence ends within the part.
      if word.hasSuffix("."), word.endIndex < part.endIndex, core.count > 3 { return false }
      guard core.drop(while: \.isDigit).startsUppercase, !core.hasSuffix("%") else { return false }
      hasCapital = true
      return FormWords(core).allSatisfy { form in
        let lists = words.lists(with: form)
        return !lists.contains(.other)
          && (trustsTopics || !lists.contains(.topic) || !lists.isDisjoint(with: .ofNames))
      }
    }
    return areParts && hasCapital
  }

  private struct WordLists: OptionSet {
    let rawValue: UInt8
    static let kind = WordLists(rawValue: 1)
    static let name = WordLists(rawValue: 2)
    static let filler = WordLists(rawValue: 4)
    static let small = WordLists(rawValue: 8)
    static let other = WordLists(rawValue: 16)
    static let topic = WordLists(rawValue: 32)
    /// The lists of words that are parts of names.
    static let ofNames: WordLists = [.kind, .name, .filler]
  }

  private static let words = WordTable<WordLists>(merging: [
    (kindList, .kind), (names, .name), (fillers, .filler), (smallWords, .small), (otherWords, .other),
    (TitleWords.list, .topic),
  ])

  /// Words that turn the name of an institution into that of a course, an event or a thing.
  private static let otherWords: [StaticString] = [
    "book", "by", "caffe", "challenge", "challenges", "code", "course", "courses", "dataset", "datasets",
    "lecture",
    "keras", "lectures", "library", "msc", "notes", "paper", "phd", "project", "projects", "pytorch",
    "report",
    "student", "tensorflow", "theano", "thesis", "toolbox", "torch", "tutorial", "video", "videos", "website",
    "winner", "workshop",
  ]

  private static let smallWords: [StaticString] = [
    "of", "the", "for", "at", "in", "and", "on", "de", "la", "du", "des", "et", "di", "e", "y", "der", "für",
    "fur", "zu", "d", "und", "do", "da", "del", "bin", "al", "van", "von",
  ]

  private static let fillers: [StaticString] = [
    "research", "ai", "brain", "asia", "lab", "group", "team", "technology", "technologies", "cloud",
    "systems",
    "electronics", "robotics", "reality", "artificial", "intelligence", "web", "services", "mind", "hill",
    "mellon",
    "china", "europe", "japan", "korea", "india", "israel", "france", "germany", "usa", "us", "uk",
    "beijing", "shanghai", "shenzhen", "seoul", "tokyo", "cambridge", "paris", "london", "zurich", "zürich",
    "toronto", "montreal", "montréal", "amsterdam", "berlin", "redmond", "san", "diego", "francisco", "fair",
  ]

  /// Words that hardly stand in anything but the name of an institution.
  static let kindList: [StaticString] = [
    "university", "univ", "universite", "université", "universitat", "universität", "universitaet",
    "universidad", "universita", "università", "universiteit", "universities", "institute", "institut",
    "instituto", "institutes", "institution", "college", "academy", "labs", "laboratory", "laboratories",
    "laboratoire", "inc", "ltd", "llc", "gmbh", "corp", "corporation", "polytechnic", "polytechnique",
    "politecnico", "ecole", "école", "ecoles", "technion", "hospital", "planck", "inria", "epfl", "kaist",
    "csail", "csiro", "cnrs", "hochschule", "paristech", "lab", "department", "dept", "faculty", "co",
    "ag", "tech",
  ]

  private static let names: [StaticString] = [
    "adobe", "alibaba", "allenai", "amazon", "amd", "anthropic", "apple", "baidu", "berkeley", "bosch",
    "buaa", "bupt", "bytedance", "caltech", "carnegie", "cas", "casia", "cmu", "cohere", "cornell", "cuhk",
    "databricks", "deepmind", "deepseek", "didi", "dji", "ebay", "eth", "ethz", "facebook", "fair", "fudan",
    "google", "ens", "harvard", "hkust", "hku", "horizon", "huawei", "huggingface", "hust", "ibm", "icsi",
    "imec", "intel", "jd",
    "kuaishou", "linkedin", "mapillary", "megvii", "meituan", "meta", "microsoft", "mit", "mistral",
    "mobileye", "momo", "movidius", "mpi", "msr", "msra", "naver", "nec", "netease", "nlpr", "nokia", "ntu",
    "nudt",
    "nus", "nvidia", "nyu", "openai", "oppo", "oxford", "pku", "postech", "princeton", "qualcomm",
    "salesforce", "samsung", "sensetime", "sjtu", "snap", "snapchat", "sony", "spotify", "stanford", "suny",
    "tencent", "toyota", "tsinghua", "ttic", "tum", "twitter", "uber", "ubc", "ucas", "ucb", "ucf", "uc",
    "uci",
    "ucl", "ucla", "ucsb", "ucsd", "uestc", "uiuc", "umd", "unc", "unist", "usc", "ut", "ustc", "uts", "uva",
    "uw",
    "vmware", "waymo", "xai", "xilinx", "yahoo", "yandex", "yitu", "youtu", "zju",
  ]
}
