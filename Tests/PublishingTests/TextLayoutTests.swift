import Publishing
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abc def", 5, "abc…"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 0, ""),
  ])
  func longTextIsCut(_ text: String, _ width: Int, _ cut: String) {
    #expect(TextLayout.truncated(text, to: width) == cut)
  }

  @Test(arguments: [
    ("Ärger im Büro", 20), ("Ärger im Büro", 8), ("日本語", 5), ("a\u{1B}b and more", 6), ("a · b · c", 5),
    ("", 3),
    ("e\u{301}e\u{301}e\u{301}", 2), ("of words", 4), ("x", 0),
  ])
  func aLineTakesTextCutToAWidth(_ text: String, _ width: Int) {
    var line = StyledLine("> ")
    let columnCount = line.add(text, cutTo: width, .key)
    let cut = TextLayout.truncated(VisibleText.make(text), to: width)
    #expect(line.text == "> " + cut)
    #expect(columnCount == DisplayWidth.of(cut))
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one  two\nthree", 20, ["one two three"]), ("", 5, [""]),
    ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
    ("日本語 テスト", 6, ["日本語", "テスト"]), ("日本語", 3, ["日", "本", "語"]), ("日", 1, ["日"]),
  ])
  func textIsWrappedAtWords(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TextLayout.wrapped(text, to: width) == lines)
  }

  @Test(
    arguments: [
      "one two three four", " a\tb  c ", "abcdefghijk lm", "\u{B}x\u{C}y", "", " ", "a · b\u{A0}c\u{85}d é",
    ], 1...9)
  func textOfOneColumnCharactersIsWrappedAsAnyOther(_ text: String, _ width: Int) {
    // A letter of one column and more bytes in place of each letter changes nothing but the letters.
    func replaced(_ text: String, by letter: Character) -> String {
      String(text.map { $0.isLetter ? letter : $0 })
    }
    for letter: Character in ["x", "é"] {
      let lines = TextLayout.wrapped(replaced(text, by: letter), to: width)
      #expect(
        lines.map { replaced($0, by: "ж") } == TextLayout.wrapped(replaced(text, by: "ж"), to: width))
    }
  }

  @Test func theLastAllowedLineIsCut() {
    #expect(TextLayout.wrapped("one two three four", to: 5, maximumLineCount: 2) == ["one", "two…"])
  }

  @Test func paddingCountsColumns() {
    #expect(TextLayout.padded("日本", to: 6) == "日本  ")
    #expect(TextLayout.padded("abc", to: 2) == "abc")
  }
}

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\tb", "a b"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\r\nb", "a␍␊b"), ("\u{7F}\0", "␡␀"),
    ("\u{9B}2J", "\\u{9B}2J"), ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"), ("\u{FEFF}x", "\\u{FEFF}x"),
    ("Ré 日本 👩‍🔬", "Ré 日本 👩‍🔬"), ("\u{2028}", "\\u{2028}"), ("“é”\u{61C}", "“é”\\u{61C}"),
    ("\u{E0041}", "\\u{E0041}"),
  ])
  func controlsAreMadeVisible(_ text: String, _ visible: String) {
    #expect(Array(VisibleText.make(text).unicodeScalars) == Array(visible.unicodeScalars))
    var line = StyledLine()
    line.add(text, .strong)
    #expect(line.text == VisibleText.make(text))
  }
}
