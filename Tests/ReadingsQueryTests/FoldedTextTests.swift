import ReadingsQuery
import Testing

@Suite struct FoldedWordTests {
  /// What Unicode calls `LATIN SMALL LETTER E WITH ...` is an e.
  @Test func latinLettersLoseWhatTheirUnicodeNamesSayTheyHave() {
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic,
        let lowercase = scalar.properties.lowercaseMapping.unicodeScalars.first,
        let name = lowercase.properties.name
      else { continue }
      let parts = name.split(separator: " ")
      let isAccented =
        parts.count > 4 && parts[1] == "SMALL" && parts[3].utf8.count == 1 && parts[4] == "WITH"
      guard isAccented else { continue }
      #expect(FoldedText.words(of: "x\(scalar)") == ["x" + parts[3].lowercased()], "\(name)")
    }
  }

  @Test(arguments: [
    ("Æther œuvre Þor STRAẞE", ["aether", "oeuvre", "thor", "strasse"]),
    ("ﬁne eﬃcient", ["fine", "efficient"]),
    ("ＧＰＴ－４！", ["gpt", "4"]), ("ca\u{AD}che", ["cache"]), ("注意力。机制", ["注", "意", "力", "机", "制"]),
    ("GPU上の推論ー", ["gpu", "上", "の", "推", "論", "ー"]), ("한국어 논문", ["한국어", "논문"]),
    ("Быстрое ВНИМАНИЕ", ["быстрое", "внимание"]), ("Ταχύς", ["ταχύς"]),
    ("don’t—stop…", ["don", "t", "stop"]),
    ("x²", ["x²"]), ("\u{301}a", ["a"]), ("", []), ("—", []),
  ])
  func wordsOfEveryScript(_ text: String, _ words: [String]) {
    #expect(FoldedText.words(of: text) == words)
  }
}
