import ReadingsCatalog
import SourceText
import Testing

/// Headings that are titles.
@Suite struct AddressedHeadingTests {
  @Test func aColonMakesNoContainerOfATitle() {
    let found = readings(
      "## More Readings:\n\n### The painted map event:\n+ https://maps.example/news\n\n### Map tools:\n+ https://maps.example/tool\n"
    )
    #expect(found.map(\.title) == ["The painted map event", "https://maps.example/tool"])
    #expect(found.map(\.section) == ["More Readings", "Map tools"])
  }

  @Test func headingsWithAddressesBelowAreAList() {
    let found = readings(
      "## 地图教程\n<https://maps.example/a>\n\n## Maps on a Grid\n<https://maps.example/b>\n* a note\n  > more of it\n"
    )
    #expect(found.map(\.title) == ["地图教程", "Maps on a Grid"])
    #expect(found.map(\.urls) == [["https://maps.example/a"], ["https://maps.example/b"]])
  }

  @Test func headingsOfWhichFewHaveAddressesAreNone() {
    let body = "## One map\n<https://maps.example/a>\n\n## Two maps\n<https://maps.example/b>\n\n"
    #expect(readings(body + "## How\n\nText.\n\n## Why\n\nText.\n\n## When\n\nText.\n").isEmpty)
  }
}
