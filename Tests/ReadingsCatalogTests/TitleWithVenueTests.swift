import ReadingsCatalog
import SourceText
import Testing

/// Titles that only their venue shows to be works.
@Suite struct TitleWithVenueTests {
  @Test func notesOfOnesOwnAreAboutTheWorksOfTheirTitles() {
    let found = readings(
      """
      - 2020-12-31: [Old maps: a first look](./1231.md) @ S&P 2020
      - 2020-12-30: [New maps of all roads](./1230.md) @ Security and Roads 2017
      - 2020-12-29: [Maps that draw themselves](./1229.md) (ISCA 2024)
      """)
    #expect(
      found.map(\.title) == ["Old maps: a first look", "New maps of all roads", "Maps that draw themselves"])
    #expect(found.map(\.venue) == ["S&P 2020", "Security and Roads 2017", "ISCA 2024"])
    #expect(found.map(\.year) == [2020, 2017, 2024])
    #expect(found.allSatisfy { $0.urls.isEmpty && $0.slides.isEmpty && $0.authors.isEmpty })
  }

  @Test func otherListsOfOnesOwnPagesAreNone() {
    #expect(readings("- [How to draw a map](./draw.md)\n- [How to read a map](./read.md) in short\n").isEmpty)
  }

  @Test func aBoldTitleWithItsVenueNeedsNothingBelow() {
    let found = readings(
      """
      **Old Maps of Towns**

      - arxiv: <https://arxiv.org/abs/1412.1897>

      **Maps at a Hundred Towns per Second (CVPR 2012)**

      **How to fold them**

      **New Maps of Roads**

      - github: <https://github.com/maps/roads>

      **Newer Maps of Roads**

      - github: <https://github.com/maps/newer>
      """)
    #expect(
      found.map(\.title) == [
        "Old Maps of Towns", "Maps at a Hundred Towns per Second", "New Maps of Roads", "Newer Maps of Roads",
      ])
    #expect(found[1].venue == "CVPR 2012")
  }

  @Test func amongBoldEntriesAHeadingMayBeOne() {
    let found = readings(
      """
      # Maps

      **Old Maps of Towns**

      - paper: <https://maps.example/old.pdf>

      # TMF: Town Map Features

      - github: <https://github.com/maps/town>
      """)
    #expect(found.map(\.title) == ["Old Maps of Towns", "TMF: Town Map Features"])
    #expect(found.last?.kind == .software)
  }
}
