import Publishing
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Ré", 2), ("Re\u{301}", 2), ("深度学习", 8), ("ｶﾅ", 2), ("カナ", 4), ("한국", 4),
    ("각", 2), ("👩‍🔬", 2), ("❤️", 2), ("🇩🇪", 2), ("a\u{200D}b", 2), ("…", 1), ("（）", 4), ("नि", 1), ("Łukasz é", 8),
  ])
  func columnsAreCounted(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
