import ReadingsCatalog
import ReadingsQuery
import SourceText
import TestSupport
import Testing

/// Two sessions that differ in every field a query knows, and one without readings.
private let catalog = Catalog(sessions: [memory, serving, planned])

private func session(_ key: String, _ title: String, _ readings: [Reading]) -> Session {
  var session = Session(key: key, title: title, file: "posts/\(key).md")
  session.readings = readings
  return session
}

private func reading(_ key: String, _ title: String, _ fill: (inout Reading) -> Void) -> Reading {
  var reading = Reading(key: key, title: title, span: anySpan, position: position(1))
  fill(&reading)
  return reading
}

private var memory: Session {
  var memory = session(
    "memory", "Memory of Machines",
    [
      reading("turing", "Neural Turing Machines") {
        $0.alternativeTitles = ["NTM"]
        $0.authors = ["Alex Graves", "Greg Wayne"]
        $0.year = 2014
        $0.identifiers = [Identifier(.arxiv, "1410.5401")]
        $0.urls = ["https://arxiv.org/abs/1410.5401"]
        $0.role = .required
        $0.section = "Core Readings"
        $0.abstract = "A network with a memory beside it learns to copy, and to sort."
        $0.citations = 3000
        $0.venue = "arXiv preprint"
      },
      reading("sonnet", "Sonnet (C++ & Python)") {
        $0.kind = .software
        $0.tags = [Tag("long context")]
        $0.affiliation = "DeepMind"
      },
    ])
  memory.tags = [Tag("Memory")]
  memory.categories = [Tag("Architecture")]
  memory.term = "2017-spring"
  memory.date = CalendarDate(year: 2017, month: 3, day: 2)
  memory.lectureVersion = "current"
  memory.metadata = [MetadataField(key: "Speaker", values: ["Ada Lovelace", "Bob"])]
  return memory
}

private var serving: Session {
  var serving = session(
    "2025-serving", "Model Serving",
    [
      reading("flash", "FlashAttention: Fast and Memory-Efficient Exact Attention") {
        $0.authors = ["Tri Dao", "Christopher Ré"]
        $0.submitted = CalendarDate(year: 2022, month: 5, day: 27)
        $0.identifiers = [Identifier(.doi, "10.1000/flash")]
        $0.citations = 100
        $0.role = .optional
        $0.presenter = "Team 2"
      },
      reading("zhuyi", "注意力机制综述") { $0.year = 2023 },
    ])
  serving.tags = [Tag("Serving")]
  serving.label = "W6"
  serving.date = CalendarDate(year: 2025, month: 2, day: 18)
  serving.leadTeam = "team-6"
  serving.lectureVersion = "next"
  return serving
}

private var planned: Session {
  var planned = session("planned", "Planning Ahead", [])
  planned.blogTeam = "team-6"
  return planned
}

/// The keys of the readings that match, and of the sessions without readings.
private func matches(_ query: Query) -> [String] {
  Selection(catalog, matching: query.filter).groups.flatMap { group in
    group.readings.isEmpty ? [group.session.key] : group.readings.map(\.key)
  }
}

@Suite struct QueryFieldTests {
  @Test(arguments: [
    ("tag:memory", ["turing", "sonnet"]), ("tag:Long-Context", ["sonnet"]),
    ("tag:\"long context\"", ["sonnet"]), ("tag:lon*", ["sonnet"]), ("tag:lon", []),
    ("tag:\"long con\"*", ["sonnet"]), ("tag:*", ["turing", "sonnet", "flash", "zhuyi"]),
    ("category:architecture", ["turing", "sonnet"]), ("term:\"2017 Spring\"", ["turing", "sonnet"]),
    ("term:2017*", ["turing", "sonnet"]), ("label:w6", ["flash", "zhuyi"]),
    ("session:memory", ["turing", "sonnet"]), ("session:model-serving", ["flash", "zhuyi"]),
    ("session:2025-*", ["flash", "zhuyi"]), ("session:serving", ["flash", "zhuyi"]),
    ("session:serv", []), ("session:serv*", ["flash", "zhuyi"]),
    ("team:team-6", ["flash", "zhuyi", "planned"]),
    ("file:memory", ["turing", "sonnet"]), ("file:memory.md", ["turing", "sonnet"]),
    ("file:posts/memory.md", ["turing", "sonnet"]), ("file:posts/2025*", ["flash", "zhuyi"]),
    ("key:turing", ["turing"]), ("key:planned", ["planned"]), ("arxiv:1410.5401", ["turing"]),
    ("arxiv:1410.5401v2", ["turing"]), ("arxiv:arXiv:1410.5401", ["turing"]),
    ("arxiv:https://arxiv.org/pdf/1410.5401v1.pdf", ["turing"]), ("arxiv:1410.*", ["turing"]),
    ("doi:10.1000/FLASH", ["flash"]), ("doi:https://doi.org/10.1000/flash", ["flash"]),
  ])
  func namesMatchAsAWhole(_ text: String, _ keys: [String]) throws {
    #expect(matches(try Query(parsing: text)) == keys)
  }

  @Test(arguments: [
    ("title:machines", ["turing"]), ("title:machine", []), ("title:machine*", ["turing"]),
    ("title:\"turing machines\"", ["turing"]), ("title:\"machines turing\"", []), ("title:ntm", ["turing"]),
    ("title:planning", ["planned"]), ("title:memory-efficient", ["flash"]), ("title:c++", ["sonnet"]),
    ("title:意力", ["zhuyi"]), ("title:力意", []), ("author:dao", ["flash"]), ("author:\"Dao, Tri\"", ["flash"]),
    ("author:RE", ["flash"]), ("author:da", []), ("author:\"ri dao\"", []), ("author:\"dao tri\"", ["flash"]),
    ("author:gra*", ["turing"]), ("author:\"tri ré\"", []),
    ("abstract:\"copy and to\"", ["turing"]), ("abstract:sor", []), ("abstract:sort", ["turing"]),
    ("section:core", ["turing"]), ("venue:arxiv", ["turing"]), ("presenter:\"team 2\"", ["flash"]),
    ("presenter:team-2", ["flash"]), ("meta.speaker:lovelace", ["turing", "sonnet"]),
    ("META.Speaker:\"bob\"", ["turing", "sonnet"]), ("meta.speaker:ada-bob", []), ("meta.other:x", []),
    ("memory", ["turing", "flash"]), ("graves", ["turing"]), ("DeepMind", ["sonnet"]),
    ("context", ["sonnet"]),
    ("\"exact attention\"", ["flash"]), ("attention exact", ["flash"]), ("Ahead", ["planned"]),
    ("attent*", ["flash"]), ("venue:*", ["turing"]),
  ])
  func textsMatchByWords(_ text: String, _ keys: [String]) throws {
    #expect(matches(try Query(parsing: text)) == keys)
  }

  @Test(arguments: [
    ("role:required", ["turing"]), ("role:Optional", ["flash"]), ("kind:software", ["sonnet"]),
    ("year:2022..2023", ["flash", "zhuyi"]), ("year:>=2023", ["zhuyi"]), ("year:<2022", ["turing"]),
    ("citations:>100", ["turing"]), ("citations:100", ["flash"]), ("citations:..100", ["flash"]),
    ("date:2025", ["flash", "zhuyi"]), ("date:2017-03", ["turing", "sonnet"]),
    ("date:2017-03-03..", ["flash", "zhuyi"]), ("date:<2025-02-18", ["turing", "sonnet"]),
    ("submitted:2022-05-27", ["flash"]), ("has:link", ["turing"]), ("has:abstract", ["turing"]),
    ("has:authors", ["turing", "flash"]), ("has:id", ["turing", "flash"]),
    ("-has:date", ["planned"]), ("has:tags", ["turing", "sonnet", "flash", "zhuyi"]),
    ("has:venue", ["turing"]), ("has:year", ["turing", "flash", "zhuyi"]),
    ("is:next", ["flash", "zhuyi"]), ("is:current", ["turing", "sonnet"]),
  ])
  func numbersDatesAndStatesAreCompared(_ text: String, _ keys: [String]) throws {
    #expect(matches(try Query(parsing: text)) == keys)
  }
}

@Suite struct QueryGrammarTests {
  private static let everything = ["turing", "sonnet", "flash", "zhuyi", "planned"]

  @Test(arguments: [
    ("", everything), ("  \t\n", everything), ("tag:memory role:required", ["turing"]),
    ("tag:memory and role:required", ["turing"]), ("tag:memory AND -role:required", ["sonnet"]),
    ("role:required or kind:software", ["turing", "sonnet"]), ("not has:date", ["planned"]),
    ("tag:memory role:required or key:zhuyi", ["turing", "zhuyi"]),
    ("tag:memory (role:required or key:zhuyi)", ["turing"]), ("-(tag:memory or tag:serving)", ["planned"]),
    ("not not has:link", ["turing"]), ("-(-(has:link))", ["turing"]), ("-not has:link", ["turing"]),
    ("-(tag:memory role:required) -key:planned", ["sonnet", "flash", "zhuyi"]),
    ("((key:turing))or(key:flash)", ["turing", "flash"]), ("\"not\"", []),
    ("key:turing or key:flash or key:zhuyi", ["turing", "flash", "zhuyi"]),
    ("(key:turing or key:flash) (key:flash or key:zhuyi)", ["flash"]),
    ("-key:turing -key:sonnet -key:flash (key:zhuyi or -has:date)", ["zhuyi", "planned"]),
  ])
  func termsCombine(_ text: String, _ keys: [String]) throws {
    #expect(matches(try Query(parsing: text)) == keys)
  }

  @Test(arguments: [
    ("a   b", "a b"), ("a and b OR c", "a b or c"), ("(a b) or c", "a b or c"), ("a (b c)", "a (b c)"),
    ("not (a or b)", "-(a or b)"), ("not -a", "a"), ("-(-(a b))", "a b"), ("((a))", "a"), ("\"a\"", "a"),
    ("\"a b\"*", "\"a b\"*"), ("\"or\"", "\"or\""), ("tag:or", "tag:or"), ("\"x*\"", "\"x*\""),
    ("x**", "\"x*\"*"),
    ("\"-a\"", "\"-a\""), ("tag:-a", "tag:-a"), ("\"a:b\"", "\"a:b\""), ("tag:a:b", "tag:a:b"),
    ("TAG:a", "tag:a"),
    (#""say \"hi\" \\""#, #""say \"hi\" \\""#), (#"a\b"#, #"a\b"#), ("or*", "\"or\"*"), ("*", "*"),
    ("Meta.KEY:x", "meta.KEY:x"), ("", ""), ("year:\"2022\"", "year:2022"),
  ])
  func queriesArePrintedPlainly(_ text: String, _ printed: String) throws {
    let query = try Query(parsing: text)
    #expect(query.description == printed)
    #expect(try Query(parsing: printed) == query)
  }

  /// The mark under the query shows the span; `^` alone stands for one byte or none.
  @Test(arguments: [
    ("kind:papr", "     ^~~~", "unknown value 'papr' for 'kind:'; did you mean 'paper'?"),
    ("a tga:x", "  ^~~", "unknown field 'tga'; did you mean 'tag'?"),
    ("https://x.org", "^~~~~", "an address is no field; papers are found by 'arxiv:' and 'doi:'"),
    (":x", "^", "a field must stand before the colon"),
    (
      "role:x", "     ^",
      "unknown value 'x' for 'role:'; it is one of required, optional, background, unspecified"
    ),
    ("has:lnk", "    ^~~", "unknown value 'lnk' for 'has:'; did you mean 'link'?"),
    ("is:nxt", "   ^~~", "unknown value 'nxt' for 'is:'; did you mean 'next'?"),
    (
      "year:soon", "     ^~~~",
      "'soon' is not a year or a range of years; write 2022, 2022..2024, 2022.., ..2024 or >=2022"
    ),
    ("year:2024..2022", "     ^~~~~~~~~~", "the range '2024..2022' ends before it starts"),
    ("citations:many", "          ^~~~", "'many' is not a number; write 100, 10..100 or >100"),
    (
      "date:2024-13", "     ^~~~~~~",
      "'2024-13' is not a date; write 2024, 2024-01, 2024-01-31, 2024-01..2024-06 or >=2024"
    ),
    ("year:20*", "     ^~~", "'year:' takes whole values, not the start of one"),
    ("tag: x", "^~~~", "'tag:' needs a value right after the colon"),
    ("tag:", "^~~~", "'tag:' needs a value right after the colon"),
    ("(tag:)", " ^~~~", "'tag:' needs a value right after the colon"),
    ("tag:\"\"", "    ^~", "'tag:' needs a value"),
    ("tag:(a)", "^~~~~", "'tag:' takes one value; write (tag:a or tag:b) for several"),
    ("a \"b c", "  ^", "this quotation mark is never closed"),
    ("a (b c", "  ^", "this parenthesis is never closed"),
    ("a) b", " ^", "this parenthesis was never opened"),
    ("a ( ) b", "  ^~~", "there is nothing between the parentheses"),
    ("\"\"", "^~", "there is nothing between the quotation marks"),
    ("!!", "^~", "the text '!!' has no letters to look for"),
    ("a or", "  ^~", "'or' has nothing on its right; the word itself goes in quotation marks"),
    ("or a", "^~", "'or' has nothing on its left; the word itself goes in quotation marks"),
    ("a and or b", "  ^~~", "'and' has nothing on its right; the word itself goes in quotation marks"),
    ("not", "^~~", "'not' has nothing on its right; the word itself goes in quotation marks"),
    ("(a -)", "   ^", "'-' has nothing on its right"), ("(not) a", " ^~~", nothingRight("not")),
  ])
  func errorsPointAtTheirPlace(_ text: String, _ mark: String, _ message: String) throws {
    let failure = try #require(throws: QueryFailure.self) { try Query(parsing: text) }
    let span = failure.diagnostic.span
    let shown =
      String(repeating: " ", count: span.lowerBound) + "^"
      + String(repeating: "~", count: max(0, span.count - 1))
    #expect(failure.diagnostic.message == message)
    #expect(shown == mark)
  }

  private static func nothingRight(_ word: String) -> String {
    "'\(word)' has nothing on its right; the word itself goes in quotation marks"
  }

  @Test func onlyTermsThatAreNotNegatedAreWanted() throws {
    let query = try Query(parsing: "a -(b -c) (d or not not e)")
    #expect(query.wantedTerms.map(\.value) == ["a", "c", "d", "e"])
  }

  @Test(arguments: [
    ("(", ")", 100_000), ("-(", ")", 100_000), ("not ", "", 100_000), ("(a or (b ", "))", 10_000),
    ("a (b or ", ")", 20_000), ("-(a ", ")", 100_000), ("", " or b c", 20_000),
  ])
  func nestingIsBoundByMemoryAlone(_ opening: String, _ closing: String, _ depth: Int) throws {
    let text =
      String(repeating: opening, count: depth) + "flash" + String(repeating: closing, count: depth)
    let query = try Query(parsing: text)
    #expect(try Query(parsing: query.description) == query)
    _ = matches(query)
    #expect(throws: QueryFailure.self) { try Query(parsing: "(" + text) }
  }
}

/// Random queries from a fixed seed, so that a failure comes again.
@Suite struct RandomQueryTests {
  /// A linear congruential generator (Knuth's MMIX constants).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "a", "or", "and", "not", "-", "(", ")", "\"a b\"", "\"or\"", "tag:x", "tag:\"x y\"*", "tag:x*", "title:é",
    "year:2020..2022", "year:>=3", "-has:link", "is:next", "meta.k:v", "\"\\\"\\\\\"", "\"x*\"", "\"(\"", "*",
    "b:c",
    "\"\"", "\"", ":", "role:required", "注意", "-(", "not (", "( a", "b )", "date:2024-01..", "\"\u{301}-a\"",
    "\"a*\u{301}\"", "\"-\u{301}b\"",
  ]

  @Test func whatIsPrintedReadsTheSame() throws {
    var generator = Generator(state: 20_240_817)
    var readCount = 0
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...9, using: &generator)
      let parts = (0..<count).compactMap { _ in RandomQueryTests.pieces.randomElement(using: &generator) }
      let text = parts.joined(separator: Bool.random(using: &generator) ? " " : "  ")
      guard let query = try? Query(parsing: text) else { continue }
      readCount += 1
      let again = try Query(parsing: query.description)
      #expect(again == query, "\(text) -> \(query)")
      #expect(again.description == query.description)
      #expect(matches(again) == matches(query))
    }
    #expect(readCount > 500)
  }

  @Test func filtersAgreeWithTheirParts() throws {
    var generator = Generator(state: 7)
    let terms = ["has:link", "has:year", "tag:memory", "role:optional", "kind:software", "is:next"]
    for _ in 0..<200 {
      let texts = (0..<3).compactMap { _ in terms.randomElement(using: &generator) }
      let sets = try texts.map { Set(matches(try Query(parsing: $0))) }
      let all = Set(matches(.everything))
      let query = try Query(
        parsing: "-(\(texts[0]) \(texts[1])) or -\(texts[2]) (\(texts[0]) or \(texts[2]))")
      let expected = all.subtracting(sets[0].intersection(sets[1]))
        .union(all.subtracting(sets[2]).intersection(sets[0].union(sets[2])))
      #expect(Set(matches(query)) == expected, "\(query)")
    }
  }
}
