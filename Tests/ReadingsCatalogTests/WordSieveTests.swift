import ReadingsCatalog
import SourceText
import Testing

@Suite struct WordSieveTests {
  private func maySay(_ word: String, _ text: String, at path: String = "post.md") throws -> Bool {
    let sieve = try #require(WordSieve(word.utf8))
    // A post that is not ruled out gives its session.
    let selection = SessionSelection(mayWant: { $0.maySay(sieve) }) { _, _ in false }
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    return !PostReader(selection: selection).read(file).sessions.isEmpty
  }

  private func maySay(_ word: String, body: String) throws -> Bool {
    try maySay(word, "---\ntitle: T\n---\n" + body)
  }

  @Test(arguments: [
    "Tri Dao", "tri DAO, others", "daos", "(Dao)", "x **Dao**", "**D**ao", "D*a*o", "d<b>ao</b>",
    "<i>d</i>ao",
    "[D](https://example.org)ao", "D`ao`", "d\\_ao", "D&#97;o", "&#68;ao", "&#68;&#97;&#111;", "da&#x6F;",
    "Đao", "dáo", "daö", "Đ**ao**", "Ðäö", "Đ&#97;ö", "da\u{AD}o", "d\u{200D}ao", "da\u{301}o", "ＤＡＯ", "1Dao",
    "Dao1", "“Dao”", "—Dao", "Dao’s", "&ldquo;Dao", "&dao;", "{{ x }}Dao", "d[^1]ao",
  ])
  func aWordIsFoundHoweverItIsWritten(_ text: String) throws {
    #expect(try maySay("dao", body: text))
  }

  @Test(arguments: [
    "", "Tri Da", "Da o", "D-ao", "d.ao", "trdao", "a do", "Dx**ao", "Łukasz", "“a” – o", "R&D",
    "Renée “Da o”", "AT&T; Da", "\u{65E5}\u{672C} Da",
  ])
  func aTextWithoutTheWordIsRuledOut(_ text: String) throws {
    #expect(try !maySay("dao", body: text))
  }

  @Test func wordsOfDigitsStandBehindLetters() throws {
    #expect(try maySay("4", body: "GPT4"))
    #expect(try maySay("gpt4", body: "GPT4"))
    #expect(try !maySay("gpt4", body: "GPT5"))
  }

  /// One character can stand for several letters.
  @Test(arguments: [("ss", "ß"), ("ae", "Æ"), ("ffi", "ﬃ"), ("office", "oﬃce"), ("strasse", "Straße")])
  func lettersThatFoldToSeveralHideThem(_ word: String, _ text: String) throws {
    #expect(try maySay(word, body: text))
  }

  @Test func theFileNameIsATextToo() throws {
    let text = "---\ntitle: T\n---\n"
    #expect(try maySay("maps", text, at: "notes/01-maps.md"))
    #expect(try !maySay("maps", text, at: "notes/01.md"))
  }

  @Test func nothingIsRuledOutWhereFrontMatterHasEscapes() throws {
    #expect(try maySay("dao", "---\ntitle: \"\\u0064ao\"\n---\n"))
    #expect(try maySay("dao", "---\ntitle: 'C:\\'\n---\n"))
  }

  @Test(arguments: ["", "Dao", "dáo", "d-o", "http", "mailto", "道"])
  func otherWordsHaveNoSieve(_ word: String) {
    #expect(WordSieve(word.utf8) == nil)
  }
}
