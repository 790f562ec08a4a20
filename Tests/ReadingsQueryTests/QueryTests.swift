import ReadingsCatalog
import ReadingsQuery
import TestSupport
import Testing

private func reading(_ key: String, _ fill: (inout Reading) -> Void = { _ in }) -> Reading {
  var reading = Reading(key: key, title: key, span: anySpan, position: position(1))
  fill(&reading)
  return reading
}

private func session(_ key: String, _ readings: [Reading], _ fill: (inout Session) -> Void = { _ in })
  -> Session
{
  var session = Session(key: key, title: key, file: key + ".md")
  session.readings = readings
  fill(&session)
  return session
}

private func keys(_ selection: Selection) -> [String] {
  selection.groups.map { group in "\(group.session.key):" + group.readings.map(\.key).joined(separator: ",") }
}

@Suite struct FilterTests {
  private let catalog = Catalog(sessions: [
    session(
      "s",
      [
        reading("a") { $0.role = .required },
        reading("b") {
          $0.tags = [Tag("model serving")]
          $0.year = 2020
        },
      ]
    ) { $0.tags = [Tag("Basics")] },
    session("empty", []) { $0.tags = [Tag("Model-Serving")] },
  ])

  @Test(arguments: [
    (Filter.everything, ["s:a,b", "empty:"]), (.matching(.tag(Tag("basics"))), ["s:a,b"]),
    (.matching(.tag(Tag("Model Serving"))), ["s:b", "empty:"]), (.matching(.role(.required)), ["s:a"]),
    (.not(.matching(.role(.required))), ["s:b", "empty:"]),
    (.all([.matching(.tag(Tag("basics"))), .matching(.role(.required))]), ["s:a"]),
    (.any([.matching(.role(.required)), .matching(.tag(Tag("model-serving")))]), ["s:a,b", "empty:"]),
    (.all([]), ["s:a,b", "empty:"]), (.any([]), []),
    (.not(.any([.matching(.role(.required)), .all([])])), []),
    (.all([.any([]), .everything]), []),
    (.any([.any([]), .not(.all([.everything, .any([])]))]), ["s:a,b", "empty:"]),
  ])
  func sessionsComeWithTheReadingsThatMatch(_ filter: Filter, _ expected: [String]) {
    #expect(keys(Selection(catalog, matching: filter)) == expected)
  }

  /// A session may only be left unread when it cannot match whatever its readings are.
  @Test(arguments: [
    ("tag:basics", true, true), ("tag:serving", false, true), ("-tag:basics", false, false),
    ("-tag:serving", true, true), ("role:required", true, true), ("category:x", false, false),
    ("category:x or year:2020", true, true), ("category:x year:2020", false, false),
    ("-(category:x year:2020)", true, true), ("-(category:x or -tag:basics)", true, true),
    ("term:fall", true, true), ("-term:fall", false, false), ("key:s", true, true), ("file:s", true, true),
    ("file:t", false, false), ("date:2024", true, true), ("date:2023", false, false),
    ("has:date", true, true),
    ("has:tags", true, true), ("-has:tags", false, false), ("is:next", true, true),
    ("is:current", false, false),
    ("serving", true, true), ("session:s", true, true), ("meta.x:y", false, false), ("", true, true),
  ])
  func whatFrontMatterSaysDecidesWhetherReadingsCanMatch(
    _ query: String, _ withoutTags: Bool, _ withTags: Bool
  ) throws {
    let session = session("s", []) {
      $0.tags = [Tag("Basics")]
      $0.term = "Fall"
      $0.date = CalendarDate(year: 2024, month: 2, day: 1)
      $0.lectureVersion = "next"
    }
    let filter = try Query(parsing: query).filter
    #expect(filter.mayMatch(session) { false } == withoutTags)
    #expect(filter.mayMatch(session) { true } == withTags)
  }

  /// Abstracts may only be left out where no condition looks at them.
  @Test(arguments: [
    ("attention", true), ("abstract:cache", true), ("has:abstract", true), ("-has:abstract", true),
    ("tag:x or (year:2020 cache)", true), ("tag:x year:2020", false), ("title:cache -author:dao", false),
    ("has:link", false), ("", false),
  ])
  func wordsAnywhereAndConditionsOnAbstractsAskForAbstracts(_ query: String, _ asks: Bool) throws {
    #expect(try Query(parsing: query).filter.asksForAbstracts == asks)
  }

  @Test func theYearOfSubmissionStandsInForTheYear() throws {
    let range = try ValueRange(parsing: "2022", of: .year)
    let submitted = reading("x") { $0.submitted = CalendarDate(year: 2022, month: 5, day: 1) }
    let published = reading("y") {
      $0.submitted = CalendarDate(year: 2022, month: 5, day: 1)
      $0.year = 2023
    }
    let catalog = Catalog(sessions: [session("s", [submitted, published, reading("z")])])
    #expect(keys(Selection(catalog, matching: .matching(.number(.year, range)))) == ["s:x"])
  }
}

@Suite struct SortingTests {
  private let catalog = Catalog(sessions: [
    session("one", [reading("b") { $0.year = 2020 }, reading("a")]) {
      $0.date = CalendarDate(year: 2024, month: 1, day: 1)
    },
    session("two", [reading("d") { $0.year = 2021 }, reading("C") { $0.year = 2020 }]) {
      $0.date = CalendarDate(year: 2025, month: 1, day: 1)
    },
    session("undated", [reading("e")]),
  ])

  @Test(arguments: [
    ("date", ["one:b,a", "two:d,C", "undated:e"]), ("date-", ["two:d,C", "one:b,a", "undated:e"]),
    ("date-,title", ["two:C,d", "one:a,b", "undated:e"]),
    ("title", ["one:a", "one:b", "two:C", "two:d", "undated:e"]),
    ("title-", ["undated:e", "two:d", "two:C", "one:b", "one:a"]),
    ("year,title-", ["two:C", "one:b", "two:d", "undated:e", "one:a"]),
    ("year-", ["two:d", "one:b", "two:C", "one:a", "undated:e"]),
    ("year,date-", ["two:C", "one:b", "two:d", "undated:e", "one:a"].swapped()),
  ])
  func keysApplyInTurnAndAbsentValuesComeLast(_ text: String, _ expected: [String]) throws {
    let selection = Selection(catalog).sorted(by: try Sorting(parsing: text))
    #expect(keys(selection) == expected)
    #expect(selection.sessionCount == 3)
  }

  @Test func limitsCountReadingsOrSessions() {
    let selection = Selection(catalog)
    #expect(keys(selection.limited(toReadings: 3)) == ["one:b,a", "two:d"])
    #expect(keys(selection.limited(toReadings: 0)) == [])
    #expect(keys(selection.limited(toSessions: 1)) == ["one:b,a"])
  }

  @Test(arguments: [
    ("Tri Dao", "Dao"), ("Dao, Tri", "Dao"), ("OpenAI", "OpenAI"), ("李飞飞", "李飞飞"), ("", ""),
    ("Ann Lee \t", "Lee"), ("Ann\u{A0}Lee", "Lee"), ("  ", "  "), ("Zoë Çelik", "Çelik"), (", Ann", ""),
  ])
  func familyNamesAreLastOrBeforeAComma(_ name: String, _ family: String) {
    #expect(AuthorName.familyName(of: name) == family)
  }
}

extension [String] {
  /// Sorted by year and then by falling date, `a` of the dated session comes before `e` of the undated one.
  fileprivate func swapped() -> [String] { dropLast(2) + [self[4], self[3]] }
}

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Łukasz Ångström", "lukasz angstrom"), ("Re\u{301}", "re"), ("STRASSE ß", "strasse ss"),
    ("Ý ế Ø", "y e o"),
    ("ŒUVRE", "oeuvre"), ("深度 Learning", "深度 learning"), ("İ", "i"),
  ])
  func caseAndAccentsAreDropped(_ text: String, _ folded: String) {
    #expect(FoldedText.fold(text) == folded)
  }

  @Test(arguments: [
    ("GPT-4: A (Technical) Report", ["gpt", "4", "a", "technical", "report"]), ("  ", []),
    ("O’Neil", ["o", "neil"]),
    ("हिन्दी पाठ", ["हिन्दी", "पाठ"]),
  ])
  func wordsAreRunsOfLettersAndDigits(_ text: String, _ words: [String]) {
    #expect(FoldedText.words(of: text) == words)
  }

  @Test(arguments: [
    ("flash att", true), ("Attention: fast", true), ("lash", false), ("fast attention", false), ("", false),
    ("and fast", false), ("fast", true),
  ])
  func phrasesAreWordsSideBySide(_ phrase: String, _ isFound: Bool) {
    #expect(FoldedText.text("Flash Attention, Fast", holds: phrase) == isFound)
  }
}

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("tga", "tag"), ("TAG", "tag"), ("categroy", "category"), ("cat", "category"), ("x", nil), ("", nil),
      ("yeat", "year"), ("zzzzzz", nil),
    ] as [(String, String?)])
  func theOneClosestCandidateIsSuggested(word: String, suggestion: String?) {
    #expect(Suggestion.closest(to: word, among: ["tag", "term", "category", "year", "role"]) == suggestion)
  }

  @Test func twoEquallyCloseCandidatesAreNone() {
    #expect(Suggestion.closest(to: "bat", among: ["cat", "hat"]) == nil)
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0), ("ca", "abc", 3),
  ])
  func theEditDistanceCountsChangesAndSwaps(_ left: String, _ right: String, _ distance: Int) {
    #expect(Suggestion.editDistance(left, right, limit: 3) == distance)
    #expect(Suggestion.editDistance(right, left, limit: 3) == distance)
    if distance > 0 { #expect(Suggestion.editDistance(left, right, limit: distance - 1) == nil) }
  }
}

@Suite struct TagCountTests {
  @Test func sessionsAndReadingsAreCountedOnce() {
    let tagged = reading("a") { $0.tags = [Tag("QA"), Tag("Serving")] }
    let catalog = Catalog(sessions: [
      session("one", [tagged, reading("b")]) { $0.tags = [Tag("qa"), Tag("QA")] },
      session("two", [tagged, reading("c")]),
    ])
    let counts = TagCount.count(.tags, in: catalog)
    #expect(counts.map(\.spelling) == ["QA", "Serving"])
    #expect(counts.map(\.sessionCount) == [2, 2])
    #expect(counts.map(\.readingCount) == [3, 2])
    #expect(counts[0].spellings.map(\.text) == ["QA", "qa"])
    #expect(counts[0].spellings.map(\.count) == [3, 1])
  }

  @Test func papersAreCountedByTheKeysThatAreGiven() {
    let catalog = Catalog(sessions: [
      session("one", [reading("a"), reading("b")]) { $0.tags = [Tag("QA")] },
      session("two", [reading("a"), reading("c")]) { $0.tags = [Tag("QA")] },
    ])
    #expect(TagCount.count(.tags, in: catalog).map(\.paperCount) == [3])
    let counts = TagCount.count(.tags, in: catalog) { session, reading in
      session == 0 || reading == 0 ? "x" : "y"
    }
    #expect(counts.map(\.paperCount) == [2])
    #expect(counts.map(\.readingCount) == [4])
  }

  @Test(arguments: [
    (["Sparsity", "Sparsty"], true), (["Sparsity", "Sparsitty"], true), (["Sparsity", "Sparsiyt"], true),
    (["Model Serving", "ModelServing"], true), (["RNN", "CNN"], false), (["Lecture1", "Lecture2"], false),
    (["Sparsity", "Sparse"], false), (["Sparsity", "sparsity"], false),
  ])
  func longSpellingsOneLetterApartAreNear(_ spellings: [String], _ areNear: Bool) {
    let catalog = Catalog(
      sessions: spellings.map { spelling in session(spelling, []) { $0.tags = [Tag(spelling)] } })
    let neighbours = TagCount.count(.tags, in: catalog).map(\.neighbours)
    #expect(neighbours.contains([spellings[1]]) == areNear)
    #expect(neighbours.contains([spellings[0]]) == areNear)
  }
}
