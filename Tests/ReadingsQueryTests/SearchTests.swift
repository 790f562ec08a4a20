import ReadingsCatalog
import ReadingsQuery
import SourceText
import TestSupport
import Testing

@Suite struct SearchTests {
  /// Readings named by number, each with a title, an author and an abstract.
  private static let texts = [
    ("Memory for Serving", "Ann Lee", "We serve large models."),
    ("A Survey", "Bo Serving", "Nothing of note."),
    ("Caching Keys", "Ángel Ré", "The cache of keys makes serving fast, and serving is what counts."),
    ("注意力机制综述", "Li Wei", "A survey of attention. Quantization too."),
    ("Other Work", "Cy Dee", "Something else entirely, by ﬁne‑tuning the naïve ＧＰＴ."),
  ]

  private func results(
    _ query: String, in texts: [(String, String, String)] = SearchTests.texts,
    fields: Set<Search.Field> = Set(Search.Field.allCases)
  ) throws -> SearchResults {
    var session = Session(key: "s", title: "Week", file: "s.md")
    session.readings = texts.enumerated().map { index, text in
      var reading = Reading(key: String(index), title: text.0, span: anySpan, position: position(1))
      reading.authors = [text.1]
      reading.abstract = text.2
      reading.role = index == 1 ? .optional : .required
      return reading
    }
    let search = try #require(Search(try Query(parsing: query), in: fields))
    let results = search.results(in: Catalog(sessions: [session]))
    #expect(results.hits.allSatisfy { $0.score > 0 })
    #expect(zip(results.hits, results.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
    return results
  }

  private func found(
    _ query: String, in texts: [(String, String, String)] = SearchTests.texts,
    fields: Set<Search.Field> = Set(Search.Field.allCases)
  ) throws -> [String] {
    try results(query, in: texts, fields: fields).hits.map { $0.reading?.key ?? $0.session.key }
  }

  @Test(arguments: [
    ("nothing", ["1"]), ("serving", ["0", "1", "2"]), ("RE", ["2"]), ("angel", ["2"]),
    ("entire", ["4"]), ("en", []), ("absent", []), ("survey", ["1", "3"]), ("week", ["s"]),
  ])
  func wordsRankByFieldAndRarity(_ words: String, _ keys: [String]) throws {
    #expect(try found(words) == keys)
  }

  @Test(arguments: [
    ("quantiz", ["3"]), ("quantis", []), ("quantisation", ["3"]), ("quantizatoin", ["3"]),
    ("qantization", ["3"]),
    ("kuantization", []), ("quontisatoin", []), ("servng", ["0", "1", "2"]), ("keya", []),
    ("surveys", ["1", "3"]),
    ("surbeyed", []),
  ])
  func fewMistakesAreForgivenInLongWords(_ word: String, _ keys: [String]) throws {
    #expect(try found(word) == keys)
  }

  @Test(arguments: [
    ("naive", ["4"]), ("fine tuning", ["4"]), ("gpt", ["4"]), ("RÉ", ["2"]), ("NAÏVE", ["4"]), ("e", []),
  ])
  func accentsWidthAndLigaturesDoNotCount(_ words: String, _ keys: [String]) throws {
    #expect(try found(words) == keys)
  }

  @Test(arguments: [
    ("注意力", ["3"]), ("意力", ["3"]), ("机", ["3"]), ("力意", []), ("综机", []), ("注意力机制", ["3"]),
    ("注意力很强", ["3"]),
  ])
  func neighbouringIdeographsAreFound(_ words: String, _ keys: [String]) throws {
    #expect(try found(words) == keys)
  }

  @Test(arguments: [
    (#""cache of keys""#, ["2"]), (#""keys cache""#, []), (#""caching key""#, []),
    (#""caching key"*"#, ["2"]),
    (#""serving fast" survey"#, ["2"]), (#"("a survey" or "other work")"#, ["4", "1", "3"]),
  ])
  func phrasesMustBeThere(_ query: String, _ keys: [String]) throws {
    #expect(try found(query).sorted() == keys.sorted())
  }

  @Test(arguments: [
    ("serving role:required", ["0", "2"]), ("serving -memory", ["1", "2"]), ("author:lee serving", ["0"]),
    ("(survey or memory)", ["0", "1", "3"]), ("serving and memory", ["0", "1", "2"]),
    ("serv* title:caching", ["2"]),
    ("serving (role:optional or author:lee)", ["0", "1"]),
  ])
  func termsWithFieldsNarrow(_ query: String, _ keys: [String]) throws {
    #expect(try found(query).sorted() == keys)
  }

  @Test(arguments: ["role:required", "(tag:a or cache)", "-cache", "title:cache author:lee", ""])
  func withoutAWordThereIsNothingToRank(_ query: String) throws {
    #expect(Search(try Query(parsing: query)) == nil)
  }

  @Test(arguments: [
    ([Search.Field.title], ["0"]), ([.authors], ["1"]), ([.abstract], ["2"]), ([.notes], []),
    ([.authors, .abstract], ["1", "2"]),
  ])
  func onlyTheFieldsAskedForAreSearched(_ fields: [Search.Field], _ keys: [String]) throws {
    #expect(try found("serving", fields: Set(fields)) == keys)
  }

  @Test func wholeWordsCountMoreThanStarts() throws {
    #expect(
      try found("cache", in: [("Caches", "A", ""), ("Cache", "B", ""), ("cached", "C", "")]) == [
        "1", "0", "2",
      ])
    #expect(try found("cach", in: [("Caches", "A", ""), ("Cach", "B", "")]) == ["1", "0"])
    #expect(try found("cach*", in: [("Caches", "A", ""), ("x", "Cach", "")]) == ["0", "1"])
  }

  @Test func misspeltWordsRankBelowEverythingSpeltRight() throws {
    let long = String(repeating: "filler ", count: 500)
    #expect(
      try found(
        "attention", in: [("Attenton attenton", "attenton", "attenton"), ("x", "B", long + "attention")])
        == ["1", "0"])
  }

  @Test func mistakesAreNotForgivenInAWordThatManyHave() throws {
    let right = Array(repeating: ("Attention", "A", ""), count: 3)
    #expect(try found("attention", in: right + [("Attenton", "A", "")]) == ["0", "1", "2"])
  }

  @Test func wordsGrownTogetherAreFound() throws {
    #expect(
      try found(
        "flash attention",
        in: [("Flash", "A", "attention"), ("FlashAttention-2: Attention", "B", ""), ("Flashback", "C", "")])
        == ["1", "0", "2"])
  }

  @Test func whatNearlyEverythingHasMakesNoHitBesideRarerWords() throws {
    let many = (0..<30).map { ("A Survey of \($0)", "A", "") }
    #expect(try found("chain of thought", in: many + [("Chains of Thought", "A", "")]) == ["30"])
    #expect(try found("of", in: many).count == 30)
  }

  @Test func wordsSideBySideCountMore() throws {
    #expect(
      try found("value cache", in: [("Cache of a value", "A", ""), ("A value cache", "B", "")]) == ["1", "0"])
  }

  @Test func allWordsCountMoreThanOneOften() throws {
    #expect(
      try found(
        "paged cache", in: [("Cache cache cache", "cache", "cache"), ("x", "A", "a cache that is paged")])
        == ["1", "0"])
  }

  @Test func shortTextsCountMoreThanLong() throws {
    let long = String(repeating: "filler ", count: 50)
    #expect(try found("cache", in: [("x", "A", long + "cache"), ("x", "B", "cache it")]) == ["1", "0"])
  }

  @Test func equalsKeepTheirOrder() throws {
    #expect(try found("x", in: Array(repeating: ("x", "A", ""), count: 4)) == ["0", "1", "2", "3"])
  }

  @Test(arguments: [
    ("quantisaton", "quantization", nil), ("kaching", nil, "caching"), ("serving", nil, nil),
    ("xylophone", nil, nil),
  ])
  func wordsThatNothingHasAreNamed(_ word: String, _ taken: String?, _ suggestion: String?) throws {
    let notices = try results(word).notices
    #expect(notices.map(\.taken) == (word == "serving" ? [] : [taken]))
    #expect(notices.map(\.suggestion) == (word == "serving" ? [] : [suggestion]))
    #expect(notices.allSatisfy { $0.text == word })
  }

  @Test func matchesGiveTheirPlaces() throws {
    let text = "The Cache of naïve caches"
    let matches = try results("cache naive").matches(in: Array(text.utf8))
    let words = matches.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(words == ["Cache", "naïve", "caches"])
  }
}

@Suite struct SearchedPostTests {
  private static let post = """
    ---
    title: Serving week
    ---
    Welcome to the week of schedulers.

    ## Required Readings:

    #### Paged Memory
    + Ann Lee, Bo Chen
    + https://arxiv.org/abs/2309.06180
    + Paging keeps memory free of gaps and helps many to be served at once by a machine.

    ## More Readings:

    #### Sparse Kernels
    + Cy Dee, Di Eff
    + https://arxiv.org/abs/2205.14135
    + Kernels that skip zeros are fast, and this abstract says how they are made from tiles.
    + A remark on wavefronts.

    # Blog: what we learned

    The key value cache is the largest part of it.

    ![figure](/images/pipeline.png) and [a link](https://example.org/throughput)
    """

  private func hits(_ query: String, _ text: String = SearchedPostTests.post) throws -> [String] {
    let file = SourceFile(path: "p.md", text: text)
    let catalog = Catalog(sessions: PostReader().read(file).sessions)
    let results = try #require(Search(try Query(parsing: query))).results(in: catalog) { path in
      path == file.path ? file.bytes : nil
    }
    return results.hits.map { hit in
      let name = hit.reading?.title ?? "session"
      guard case .post(let bytes, let range, let line)? = results.passage(of: hit) else { return name }
      return "\(name):\(line): " + String(decoding: bytes[range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("key value cache", ["session:23: The key value cache is the largest part of it."]),
    ("schedulers", ["session:4: Welcome to the week of schedulers."]),
    ("wavefronts", ["Sparse Kernels:19: + A remark on wavefronts."]),
    ("paged", ["Paged Memory"]), ("zeros", ["Sparse Kernels"]), ("serving", ["session"]),
    ("pipeline", []), ("throughput", []), ("https", []),
    ("figure", ["session:25: ![figure](/images/pipeline.png) and [a link](https://example.org/throughput)"]),
    ("required", ["session:6: ## Required Readings:"]), ("required author:lee", []),
  ])
  func whatAPostSaysBelongsToAReadingOrToTheSession(_ query: String, _ found: [String]) throws {
    #expect(try hits(query) == found)
  }

  @Test func aWriteUpAfterTheMarkerBelongsToTheSession() throws {
    let text = SearchedPostTests.post.replacing("# Blog: what we learned", with: "<!--excerpt.start-->")
    #expect(
      try hits("key value cache", text) == ["session:23: The key value cache is the largest part of it."])
  }

  @Test func aPostWithoutReadingsIsAllItsSessions() throws {
    let text = "---\ntitle: Notes\n---\n\nOn *caches*\nand more.\n\nElse.\n"
    #expect(try hits("cache", text) == ["session:5: On *caches*\nand more."])
  }

  @Test func aFileThatBecameShorterIsReadToItsEnd() throws {
    let file = SourceFile(path: "p.md", text: SearchedPostTests.post)
    let catalog = Catalog(sessions: PostReader().read(file).sessions)
    for count in [0, 3, 40, 200, file.bytes.count / 2] {
      let search = try #require(Search(try Query(parsing: "cache schedulers memory wavefronts")))
      let results = search.results(in: catalog) { _ in Array(file.bytes.prefix(count)) }
      for hit in results.hits { _ = results.passage(of: hit) }
      #expect(results.hits.contains { $0.reading == nil } == (count >= 200))
    }
  }

  /// Texts at which a search could crash, hang or read beyond an end.
  @Test(arguments: [
    "\u{0}\u{1B}[2J", "\u{FFFD}", String(repeating: "a", count: 20_000),
    String(repeating: "cache", count: 5_000),
    String(repeating: "cache/", count: 5_000), String(repeating: "cache \n", count: 5_000),
    String(repeating: "注", count: 5_000), String(repeating: "e\u{301}", count: 5_000), "cache", "-cache-",
    "《cache》", "\u{AD}cache\u{AD}", "ca\u{AD}che",
  ])
  func anyTextIsSearched(_ text: String) throws {
    let found = try hits("cache 注意 \"cache cache\"", "---\ntitle: x\n---\n" + text)
    #expect(found.isEmpty == !(text.contains("cache \n") || text.contains("cache/")))
    let loose = try hits("cache 注", "---\ntitle: x\n---\n" + text)
    #expect(loose.isEmpty == !(text.contains("cache") || text.contains("注") || text.contains("ca\u{AD}che")))
  }

  /// Twice the text takes about twice as long, whatever it is made of; a square would take four times.
  @Test(arguments: [
    "cache ", "cache/", "cachee ", "attenton ", "cach ", "注意 ", "a", "注", "\n\ncache", "[x](cache",
  ])
  func timeGrowsWithTheText(_ piece: String) throws {
    let query = "cache attention \"cache cache cache\" 注意力"
    func time(_ count: Int) throws -> Duration {
      let text = "---\ntitle: x\n---\n" + String(repeating: piece, count: count)
      return try (0..<3).map { _ in
        try ContinuousClock().measure { _ = try hits(query, text) }
      }.min() ?? .zero
    }
    #expect(try time(8_000) < time(1_000) * 24 + .milliseconds(20))
  }

  @Test func bytesThatAreNoTextAreSeparators() throws {
    var bytes = Array("---\ntitle: x\n---\ncache".utf8)
    bytes += [0xFF, 0xC3] + Array("tiles".utf8) + [0xE6, 0xB3]
    let session = PostReader().read(SourceFile(path: "p.md", bytes: bytes)).sessions
    let search = try #require(Search(try Query(parsing: "tiles cache")))
    let contents = bytes
    let results = search.results(in: Catalog(sessions: session)) { _ in contents }
    #expect(results.hits.count == 1)
    #expect(results.matches(in: bytes).count == 2)
  }
}
