import ReadingsCatalog
import SourceText
import Testing

/// Works cited people first, in posts that are mostly prose.
@Suite struct CitedWorkTests {
  @Test func peopleMayStandBeforeALinkedTitle() {
    let found = readings(
      """
      # Maps

      Text of the class.

      ## Watching Traffic

      > Ann Lee, B. D. Chen, and Cara Diaz. [
      _Why You Went to Town: Risks of Maps_](https://maps.example/a.pdf), Symposium on Maps, 2014.

      What the class thought of it.
      """)
    #expect(found.map(\.title) == ["Why You Went to Town: Risks of Maps"])
    #expect(found.first?.authors == ["Ann Lee", "B. D. Chen", "Cara Diaz"])
    #expect(found.first?.venue == "Symposium on Maps")
    #expect(found.first?.year == 2014)
    #expect(found.first?.section == "Watching Traffic")
  }

  @Test func aCitationMayEndAParagraph() {
    let found = readings(
      "All details are in the paper:\nAnn Lee, Bo Chen. [_The first map for all towns_](https://maps.example/a.pdf). (Released 23 May, 2017)\n"
    )
    #expect(found.map(\.title) == ["The first map for all towns"])
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen"])
  }

  @Test(arguments: [
    "[Ann Lee and Bo Chen. \"The reading ladder.\" International Workshop on Maps. Press, 2002.](https://maps.example/a)",
    "[Lee, A., Chen, B. (2002). The reading ladder. International Workshop on Maps.](https://maps.example/a)",
  ])
  func aWholeCitationMayBeALink(_ citation: String) {
    let found = readings("### Sources\n\n\(citation)\n\nText that says nothing more.\n")
    #expect(found.map(\.title) == ["The reading ladder"])
    #expect(found.map(\.urls) == [["https://maps.example/a"]])
    #expect(found.first?.authors.count == 2)
    #expect(found.first?.venue == "International Workshop on Maps")
    #expect(found.first?.year == 2002)
  }

  @Test func theVenueMayStandInAPhrase() {
    let found = readings(
      "[Strong maps in key exchange](https://maps.example/a.pdf) by Ann Lee, Bo Chen and Cara Diaz in IEEE Symposium on Maps, 2016.\n"
    )
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen", "Cara Diaz"])
    #expect(found.first?.venue == "IEEE Symposium on Maps")
    #expect(found.first?.year == 2016)
  }

  @Test func bulletsWithPeopleBeforeTheirTitlesAreAList() {
    let found = readings(
      """
      Four other works look at more of this:

      - Ann Lee, Bo Chen. [_Knowing Maps by Their Size_](https://maps.example/a). SIGCOMM 2017.
      - Cara Diaz, Dan Fox. [_Leaks in Maps on the Web_](https://maps.example/b). KDD 2010.
      - The Map Blog. [_I can still see your town_](https://maps.example/c). May 2012.
      """)
    #expect(found.map(\.authors).prefix(2) == [["Ann Lee", "Bo Chen"], ["Cara Diaz", "Dan Fox"]])
    #expect(found.map(\.venue).prefix(2) == ["SIGCOMM 2017", "KDD 2010"])
    #expect(found.count == 3)
  }

  @Test func linkedTitlesStandInTheSectionAboveThem() {
    let found = readings(
      "# Trust\n\n## Keys\n\n[_Keys for Map Readers_](https://maps.example/b.pdf), Ann Lee, Bo Chen, 2013\n\n# Roads\n\n[_Trust on Long Roads_](https://maps.example/c.pdf), Ann Lee, Bo Chen, 2014\n"
    )
    #expect(found.map(\.section) == ["Keys", "Roads"])
  }

  @Test(arguments: [
    "It was made by Ann. [The map policy of the town](https://maps.example/p) says how.\n",
    "Ann Lee and others. See [the map policy](https://maps.example/p) for more of it.\n",
    "- Ann Lee: [speaks of her maps](https://maps.example/a)\n- Bo Chen: [speaks of his maps](https://maps.example/b)\n",
  ])
  func peopleInProseCiteNothing(_ body: String) {
    #expect(readings(body).isEmpty)
  }
}
