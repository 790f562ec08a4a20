import Editing
import SourceText
import Testing

/// Each case: the lines between the fences, what is done, and the lines that come out.
@Suite struct FrontMatterTagTests {
  struct Case: Sendable {
    let given: String
    let change: TagChange
    let expected: String

    init(_ given: String, _ change: TagChange, _ expected: String) {
      self.given = given
      self.change = change
      self.expected = expected
    }
  }

  private static func post(_ lines: String, fence: String = "---") -> String {
    let title = fence == "---" ? "title: A Post" : "title = \"A Post\""
    return "\(fence)\n\(title)\n\(lines)\(fence)\n\nText.\n"
  }

  private func check(_ item: Case, fence: String = "---") throws {
    let given = Self.post(item.given, fence: fence)
    let result = try TagEditing.edit(given, item.change)
    #expect(result == Self.post(item.expected, fence: fence))
  }

  private static let additions: [Case] = [
    // No field, no value, no items.
    Case("", .add(["new"]), "tags:\n- new\n"),
    Case("layout: post\n\n", .add(["new"]), "layout: post\n\ntags:\n- new\n"),
    Case("", .add(["a", "b"]), "tags:\n- a\n- b\n"),
    Case("notes:\n", .add(["new"]), "notes:\ntags:\n- new\n"),
    Case("tags:\n", .add(["new"]), "tags:\n  - new\n"),
    Case("tags: # none yet\ndesc: x\n", .add(["new"]), "tags: # none yet\n  - new\ndesc: x\n"),
    Case("tags: []\n", .add(["new"]), "tags: [new]\n"), Case("tags: [ ]\n", .add(["new"]), "tags: [new ]\n"),
    Case("tags: [\n]\n", .add(["new"]), "tags: [new\n]\n"),
    // One value, and texts with commas.
    Case("tags: one\n", .add(["new"]), "tags: [one,  new]\n"),
    Case("tag: one # why\n", .add(["new"]), "tag: [one,  new] # why\n"),
    Case("tags: \"one two\"\n", .add(["new"]), "tags: [\"one two\",  new]\n"),
    Case("tags: one, two\n", .add(["new"]), "tags: one, two, new\n"),
    Case("tags: 'one, two'\n", .add(["new"]), "tags: 'one, two, new'\n"),
    // Lists between brackets.
    Case("tags: [one]\n", .add(["new"]), "tags: [one, new]\n"),
    Case("tags: [ one, two ] \n", .add(["new"]), "tags: [ one, two, new ] \n"),
    Case("tags: [one,two]\n", .add(["new"]), "tags: [one,two,new]\n"),
    Case("tags: [  one , two  ]\n", .add(["new"]), "tags: [  one , two, new  ]\n"),
    Case("tags: [one, two,]\n", .add(["new"]), "tags: [one, two, new,]\n"),
    Case("tags: ['2020', 'one']\n", .add(["new"]), "tags: ['2020', 'one', new]\n"),
    Case("tags: [one] # few\n", .add(["new"]), "tags: [one, new] # few\n"),
    Case("tags: [one,\n  two]\n", .add(["new"]), "tags: [one,\n  two, new]\n"),
    Case("tags: [\n  one,\n  two\n]\n", .add(["new"]), "tags: [\n  one,\n  two,\n  new\n]\n"),
    Case("tags: [\n  one,\n  two,\n]\n", .add(["new"]), "tags: [\n  one,\n  two,\n  new,\n]\n"),
    Case(
      "tags: [\n  one, # first\n  two  # last\n  ]\n", .add(["new"]),
      "tags: [\n  one, # first\n  two,  # last\n  new\n  ]\n"),
    // Lists of lines.
    Case("tags:\n- one\n", .add(["new"]), "tags:\n- one\n- new\n"),
    Case("tags:\n- one \n- two\ndesc: x\n", .add(["new"]), "tags:\n- one \n- two\n- new\ndesc: x\n"),
    Case("tags:\n  - one # why\ndesc: x\n", .add(["new"]), "tags:\n  - one # why\n  - new\ndesc: x\n"),
    Case("tags: \n -   one\n", .add(["new"]), "tags: \n -   one\n -   new\n"),
    Case("tags:\n  - \n", .add(["new"]), "tags:\n  - \n  - new\n"),
    Case("tags:\n- one\n\n# end\ndesc: x\n", .add(["new"]), "tags:\n- one\n- new\n\n# end\ndesc: x\n"),
    Case(
      "tags:\n- >-\n  one\n  two\ndesc: x\n", .add(["new"]), "tags:\n- >-\n  one\n  two\n- new\ndesc: x\n"),
    // Quotes only where YAML needs them.
    Case("tags: [one]\n", .add(["2020"]), "tags: [one, '2020']\n"),
    Case("tags: [one]\n", .add(["a, b"]), "tags: [one, 'a, b']\n"),
    Case("tags:\n- one\n", .add(["a, b"]), "tags:\n- one\n- a, b\n"),
    Case("tags:\n- one\n", .add(["yes"]), "tags:\n- one\n- 'yes'\n"),
    Case("tags:\n- one\n", .add(["C#: an it's"]), "tags:\n- one\n- 'C#: an it''s'\n"),
    Case("tags: [one]\n", .add(["C++", "RAG"]), "tags: [one, C++, RAG]\n"),
    // Nothing to add.
    Case("tags: [ One-Two ]\n", .add(["one two"]), "tags: [ One-Two ]\n"),
  ]

  @Test(arguments: additions)
  func anAdditionIsTheTagAndNothingElse(_ item: Case) throws { try check(item) }

  @Test(arguments: additions.dropLast())
  func removingWhatWasAddedGivesTheOldBytes(_ item: Case) throws {
    guard case .add(let tags) = item.change else { return }
    try check(Case(item.expected, .remove(tags), item.given))
  }

  @Test(arguments: [
    Case("tags: [one, two, three]\n", .remove(["one"]), "tags: [two, three]\n"),
    Case("tags: [one, two, three]\n", .remove(["two"]), "tags: [one, three]\n"),
    Case("tags: [one, two, three]\n", .remove(["three", "one"]), "tags: [two]\n"),
    Case("tags: [one, two]\n", .remove(["two"]), "tags: [one]\n"),
    Case("tags: [ Sparsity, x, sparsity ]\n", .remove(["SPARSITY"]), "tags: [ x ]\n"),
    Case("tags: [ one ]\n", .remove(["one"]), "tags: []\n"),
    Case("tags: [one,]\n", .remove(["one"]), "tags: []\n"),
    Case("tags: [one,\n  two,\n  three]\n", .remove(["two"]), "tags: [one,\n  three]\n"),
    Case("tags: [one, two,\n  three]\n", .remove(["two"]), "tags: [one,\n  three]\n"),
    Case(
      "tags: [\n  one, # first\n  two # second\n]\n", .remove(["one"]), "tags: [\n  two # second\n]\n"),
    Case("tags: [\n  one, # first\n  two # second\n]\n", .remove(["two"]), "tags: [\n  one # first\n]\n"),
    Case("tags:\n- one\n- two # x\n- three\n", .remove(["two"]), "tags:\n- one\n- three\n"),
    Case("tags:\n- one\ndesc: x\n", .remove(["one"]), "tags:\ndesc: x\n"),
    Case("tags:\n  - one\n", .remove(["one"]), "tags:\n"),
    Case("tags: one\n", .remove(["one"]), "tags:\n"),
    Case("tags: one, two\n", .remove(["one"]), "tags: two\n"),
    Case("tag: one\ntags: [two, one]\n", .remove(["one"]), "tag:\ntags: [two]\n"),
    Case("tags: [one]\n", .remove(["two"]), "tags: [one]\n"),
    Case("tags: [one, two]\n", .rename(from: "one", to: "new"), "tags: [new, two]\n"),
    Case("tags: [one, 'two']\n", .rename(from: "two", to: "new"), "tags: [one, 'new']\n"),
    Case("tags: [one, '2020']\n", .rename(from: "2020", to: "new"), "tags: [one, new]\n"),
    Case("tags: [one, \"2020\"]\n", .rename(from: "2020", to: "new"), "tags: [one, \"new\"]\n"),
    Case("tags:\n- one\n", .rename(from: "one", to: "no"), "tags:\n- 'no'\n"),
    Case("tags: one\n", .rename(from: "one", to: "new"), "tags: new\n"),
    Case("tags: one, two\n", .rename(from: "two", to: "new"), "tags: one, new\n"),
    Case("tags: [one, two, three]\n", .rename(from: "two", to: "one"), "tags: [one, three]\n"),
    Case("tags: [two, one]\n", .rename(from: "two", to: "one"), "tags: [one]\n"),
    Case(
      "tags: [Sparsity, x, sparsity]\n", .rename(from: "sparsity", to: "Sparsity"), "tags: [Sparsity, x]\n"),
    Case("tags: [sparsity, x]\n", .rename(from: "sparsity", to: "Sparsity"), "tags: [Sparsity, x]\n"),
    Case(
      "tags: [long-context]\n", .rename(from: "long context", to: "Long Context"), "tags: [Long Context]\n"),
  ])
  func removingAndRenamingTouchOnlyTheTag(_ item: Case) throws { try check(item) }

  @Test(arguments: [
    Case("", .add(["new"]), "tags = [ \"new\" ]\n"),
    Case(
      "date = 2020-01-01\n\n[params]\nx = 1\n", .add(["new"]),
      "date = 2020-01-01\ntags = [ \"new\" ]\n\n[params]\nx = 1\n"),
    Case("tags = []\n", .add(["new"]), "tags = [\"new\"]\n"),
    Case("tags = [\"one\", \"two\"]\n", .add(["it's"]), "tags = [\"one\", \"two\", \"it's\"]\n"),
    Case("tags = [\n  \"one\",\n]\n", .add(["new"]), "tags = [\n  \"one\",\n  \"new\",\n]\n"),
    Case("tags = [\n  \"one\"\n]\n", .add(["new"]), "tags = [\n  \"one\",\n  \"new\"\n]\n"),
    Case("tags = \"one\"\n", .add(["new"]), "tags = [\"one\",  \"new\"]\n"),
  ])
  func tomlIsEditedLikewise(_ item: Case) throws {
    try check(item, fence: "+++")
    guard case .add(let tags) = item.change else { return }
    try check(Case(item.expected, .remove(tags), item.given), fence: "+++")
  }

  @Test(arguments: ["\r\n", "\n"], [true, false])
  func lineEndingsMarkAndMissingFinalNewlineAreKept(_ ending: String, _ isBlock: Bool) throws {
    let list = isBlock ? "tags:\n- one\n" : "date: 2020-01-01\n"
    let added = isBlock ? "tags:\n- one\n- new\n" : "date: 2020-01-01\ntags:\n- new\n"
    let texts = [list, added].map {
      "\u{FEFF}" + "---\ntitle: T\n\($0)---\nText without end".replacing("\n", with: ending)
    }
    #expect(try TagEditing.edit(texts[0], .add(["new"])) == texts[1])
    #expect(try TagEditing.edit(texts[1], .remove(["new"])) == texts[0])
  }

  @Test func categoriesAreAFieldOfTheirOwn() throws {
    let text = "---\ntitle: T\ncategories: X\ntags: [X]\n---\n"
    #expect(
      try TagEditing.edit(text, .rename(from: "X", to: "Z"), field: .categories)
        == "---\ntitle: T\ncategories: Z\ntags: [X]\n---\n")
    #expect(
      try TagEditing.edit("---\ntitle: T\ncategory: X\n---\n", .add(["Z"]), field: .categories)
        == "---\ntitle: T\ncategory: [X,  Z]\n---\n")
  }

  @Test(arguments: [
    ("title: [1900] Mixed\n", "its front matter has errors; mend them first"),
    ("title: T\ntags: [a]\ntags: [b]\n", "its front matter has errors; mend them first"),
    ("title: T\nbase: &x [a]\ntags: *x\n", "'tags' repeats another value by an alias"),
    ("title: T\ntags: {a: b}\n", "'tags' is a mapping, not a list"),
    ("title: T\ntags: &x [a]\nother: *x\n", "the post would be read differently in more than its tags"),
    ("{title: T}\n", "the front matter is written in braces"),
  ])
  func whatCannotBeEditedIsRefused(_ lines: String, _ reason: String) throws {
    let failure = #expect(throws: TagRefusal.self) {
      try TagEditing.edit("---\n\(lines)---\n", .add(["new"]))
    }
    #expect(failure?.reason == reason)
  }

  @Test(arguments: ["", " ", "-", " a", "a\n", "a\tb", "\u{1B}[2J", String(repeating: "a", count: 201)])
  func someTextsAreNoTags(_ text: String) {
    #expect(TagChange.problem(with: text) != nil)
  }
}
