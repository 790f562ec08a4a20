import ReadingsCatalog
import SourceText
import Testing

/// One bold entry with the given bullets.
private func entry(_ bullets: String...) -> Reading? {
  readings("# Papers\n\n**Pictures of Many Maps**\n\n" + bullets.map { "- \($0)\n" }.joined()).first
}

@Suite struct IntroductionBulletTests {
  @Test func anInstitutionIsNoAbstract() {
    let found = entry("intro: Example University & Map Labs", "arxiv: <https://arxiv.org/abs/1412.1897>")
    #expect(found?.affiliation == "Example University & Map Labs")
    #expect(found?.abstract == nil)
    #expect(found?.authors == [])
  }

  @Test func aVenueThatIsWrittenOutIsNoAbstract() {
    let found = entry(
      "intro: 25th International Symposium on Readable Maps, 2017", "paper: <https://maps.example/a.pdf>")
    #expect(found?.venue == "25th International Symposium on Readable Maps")
    #expect(found?.year == 2017)
    #expect(found?.abstract == nil)
  }

  @Test func laterIntroductionsAreReadToo() {
    let found = entry(
      "intro: MapNet. ICML 2015", "intro: reads every map in parts and joins what it saw",
      "arxiv: <https://arxiv.org/abs/1412.1897>")
    #expect(found?.venue == "ICML 2015")
    #expect(found?.abstract == "reads every map in parts and joins what it saw")
  }

  @Test func aVenuePeopleAndTheirPlaceMayShareALine() {
    let found = entry("intro: NIPS 2016, Ann Lee, OpenAI", "slides: <https://maps.example/a.pdf>")
    #expect(found?.venue == "NIPS 2016")
    #expect(found?.authors == ["Ann Lee"])
    #expect(found?.affiliation == "OpenAI")
    #expect(found?.kind == .slides)
  }

  @Test func aLabelledLineOfNamesMayGoOnWithTheirPlace() {
    let found = entry("author: Ann Lee, Bo Chen. Google Brain & OpenAI", "homepage: <https://maps.example>")
    #expect(found?.authors == ["Ann Lee", "Bo Chen"])
    #expect(found?.affiliation == "Google Brain & OpenAI")
  }

  @Test func anIdentifierOfItsOwnOutweighsAMentionedOne() {
    let found = entry(
      "intro: goes on where <https://arxiv.org/abs/1608.00859> ended",
      "arxiv: <https://arxiv.org/abs/1705.02953>")
    #expect(found?.identifiers == [Identifier(.arxiv, "1705.02953")])
    #expect(found?.key == "1705.02953")
    #expect(found?.evidence.filter { $0.field == "arxiv" }.count == 1)
    let alone = entry("intro: see <https://arxiv.org/abs/1608.00859>")
    #expect(alone?.identifiers == [Identifier(.arxiv, "1608.00859")])
  }

  @Test func instructorsAreAuthors() {
    #expect(entry("instructor: Ann Lee", "homepage: <https://maps.example>")?.authors == ["Ann Lee"])
  }
}

@Suite struct LinkRoleTests {
  @Test(arguments: [
    (
      "intro: a reader of maps that needs no training", "github: <https://github.com/a/b>",
      ReadingKind.software
    ),
    ("intro: by Ann Lee [Example Labs]", "slides: <https://maps.example/a.pdf>", .slides),
    ("intro: NIPS 2016", "book: <https://maps.example/maps>", .book),
    ("intro: by Ann Lee", "blog: <https://maps.example/a>", .web),
    ("intro: CVPR 2016", "github: <https://github.com/a/b>", .paper),
    ("homepage: <https://maps.example>", "paper: <https://docs.google.com/presentation/d/1>", .paper),
    ("intro: the best of all map tools", "arxiv: <https://github.com/a/b>", .software),
    ("instructor: Ann Lee", "homepage: <https://maps.example>", .web),
  ])
  func labelsOfLinksOutweighAnIntroduction(_ first: String, _ second: String, _ kind: ReadingKind) {
    #expect(entry(first, second)?.kind == kind)
  }

  @Test(arguments: [
    "- part 1: <https://maps.example/1>\n- part 2: <https://maps.example/2>\n- github: <https://github.com/a/b>\n",
    "- review(\"How Maps Are Read, a Story\"): <https://maps.example/1>\n- arxiv: <https://arxiv.org/abs/1412.1897>\n- doc: <https://maps.example/2>\n",
    "- arxiv: <https://arxiv.org/abs/1412.1897>\n- slides: <https://maps.example/1>\n- world map: <https://maps.example/2>\n",
  ])
  func bulletsOfLinkRolesAreOneEntry(_ bullets: String) {
    let found = readings(
      "# Maps\n\n**All Map Reading Papers**\n\n\(bullets)\n**Another Picture**\n\n- arxiv: <https://arxiv.org/abs/1412.1898>\n"
    )
    #expect(found.map(\.title) == ["All Map Reading Papers", "Another Picture"])
    #expect(found.first?.section == "Maps")
    #expect((found.first?.urls.count ?? 0) >= 2)
  }

  @Test func aLoneLinkBelongsToTheBoldLineAboveIt() {
    let found = readings("# Resources\n\n**Deep Map Papers**\n\n<https://github.com/a/map-papers>\n")
    #expect(found.map(\.title) == ["Deep Map Papers"])
    #expect(found.first?.section == "Resources")
  }

  @Test func aLinkCalledByItsRoleBelongsToTheHeadingAboveIt() {
    let found = readings(
      "## Readings:\n\n#### Basics of Maps and Roads:\n- [URL](https://maps.example/basics)\n")
    #expect(found.map(\.title) == ["Basics of Maps and Roads"])
    #expect(found.first?.section == "Readings")
    #expect(found.first?.role == .unspecified)
  }

  @Test func linksInNotesStay() {
    #expect(entry("note: <https://maps.example/notes>")?.urls == ["https://maps.example/notes"])
  }

  @Test(arguments: [
    ("[www.maps.example/a.pdf](www.maps.example/a.pdf)", "www.maps.example/a.pdf"),
    ("[https://maps.example/a.pdf](hmttps://maps.example/a.pdf)", "https://maps.example/a.pdf"),
    ("[https://arxiv.org/abs/1904.02363]", "https://arxiv.org/abs/1904.02363"),
  ])
  func damagedLinksAreMended(_ link: String, _ url: String) {
    #expect(readings("# Papers\n\n**Pictures of Many Maps**\n\n\(link)\n").map(\.urls) == [[url]])
  }
}

@Suite struct SinglePaperPostTests {
  @Test func anyHostOfThePaperCountsAndSoDoesAOneWordTitle() {
    let found = readings(
      "## Introduction\n\n* Maps are old.\n* [Link to the paper](https://research.maps.example/pubs/1)\n",
      frontMatter: "title: MapNetworks")
    #expect(found.map(\.title) == ["MapNetworks"])
    #expect(found.first?.urls == ["https://research.maps.example/pubs/1"])
    #expect(found.first?.kind == .paper)
  }

  @Test func allLinksOfTheFrontMatterAreKept() {
    let found = readings(
      "Text.\n",
      frontMatter:
        "title: Maps &amp; Roads\nauthors: [admin, Ann Lee]\npublication: Maps\nurl_pdf: https://maps.example/a.pdf\nurl_dataset: https://maps.example/data\nlinks:\n- name: Preprint\n  url: https://maps.example/pre\n"
    )
    #expect(found.map(\.title) == ["Maps & Roads"])
    #expect(
      found.first?.urls == [
        "https://maps.example/a.pdf", "https://maps.example/data", "https://maps.example/pre",
      ])
    #expect(found.first?.authors == ["Ann Lee"])
  }
}

@Suite struct NoReadingTests {
  @Test(arguments: [
    "# Showing pictures\n\n| Name | Title |\n|--|--|\n| `a/b.jpg` | `sunset.jpg` |\n",
    "## Settings\n\n{{< code-toggle file=site >}}\n- title: Maps and more maps\n- link: <https://maps.example/long/one>\n{{< /code-toggle >}}\n",
    "## Building a great platform\n\n[![Screen of the map](a.png)](https://maps.example)\n\nThe map was built by Ann and others in a summer of fun.\n",
  ])
  func filesCodeAndPicturesAreNotRead(_ body: String) {
    #expect(readings(body).isEmpty)
  }
}

@Suite struct BoundaryTests {
  @Test(arguments: [
    ("MapNetworks, David Ha, Andrew Dai, Quoc V. Le ICLR 2017", "MapNetworks", 3),
    ("Attacks on Map Policies (Ann Lee, Bo Chen, Cara Diaz)", "Attacks on Map Policies", 3),
    ("Maps, Roads", "Maps, Roads", 0),
  ])
  func titlesEndWhereTheirAuthorsBegin(_ text: String, _ title: String, _ count: Int) {
    let line = TitleLine(ByteText(text), mayHoldAuthors: true)
    #expect(line.title.string == title)
    #expect(line.authors.count == count)
  }

  @Test func aYearMayStandBeforeTheNames() {
    let found = readings(
      "## Readings\n### Fast Maps of Towns\n+ arXiv 2016, Ann Lee, Bo Chen\n+ <https://arxiv.org/abs/1604.00001>\n"
    )
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen"])
    #expect(found.first?.year == 2016)
  }

  @Test func aFootnoteMayBeginWithTheYear() {
    let found = readings(
      "| Papers | Paper URL |\n|--|--|\n| Maps in One Shot [^1] | [PDF](https://maps.example/a.pdf) |\n\n[^1]: Maps in One Shot / Arxiv 2016, Ann Lee, João F. Chen, Cara Diaz, Philip H. S. Fox, Dan Fox / We read maps once, as long as it takes to know them.\n"
    )
    #expect(found.first?.authors == ["Ann Lee", "João F. Chen", "Cara Diaz", "Philip H. S. Fox", "Dan Fox"])
    #expect(found.first?.year == 2016)
  }

  @Test func aLinkedVenueEndsTheNames() {
    let found = readings(
      "[_The Reach of Paper Maps_](https://maps.example/a.pdf). Ann Lee, J. Bo Chen, Cara Diaz. [Symposium on Maps](https://maps.example) (SOM) 2017.\n"
    )
    #expect(found.first?.authors == ["Ann Lee", "J. Bo Chen", "Cara Diaz"])
    #expect(found.first?.venue == "Symposium on Maps")
    #expect(found.first?.year == 2017)
  }

  @Test func aVenueMayFollowTheNamesBehindAComma() {
    let found = readings(
      "**[_Trust in Maps and Roads_](https://maps.example/a.pdf), Ann Lee and Bo Chen, IEEE Symposium on Maps, 2013.**\n\nText.\n\n[Keys for Map Readers](https://maps.example/b.pdf), Ann Lee, Bo Chen, USENIX Security '15\n"
    )
    #expect(found.map(\.authors) == [["Ann Lee", "Bo Chen"], ["Ann Lee", "Bo Chen"]])
    #expect(found.map(\.venue) == ["IEEE Symposium on Maps", "USENIX Security '15"])
    #expect(found.map(\.year) == [2013, 2015])
  }

  @Test(arguments: ["Ref", "References", "Sources", "参考", "相关文章："])
  func containerWordsAreNoTitles(_ word: String) {
    let found = readings("## Maps\n\nText.\n\n### \(word)\n\n[Old Maps and Roads](https://maps.example/a)\n")
    #expect(found.allSatisfy { !$0.title.contains(word.prefix(2)) })
  }
}

@Suite struct SectionTests {
  @Test func aHeadingAboveMoreBoldEntriesIsTheirNextSection() {
    let found = readings(
      "**Old Maps of Towns**\n\n- arxiv: <https://arxiv.org/abs/1412.1897>\n\n# Roads\n\n**New Maps of Roads**\n\n- arxiv: <https://arxiv.org/abs/1412.1898>\n"
    )
    #expect(found.map(\.title) == ["Old Maps of Towns", "New Maps of Roads"])
    #expect(found.map(\.section) == [nil, "Roads"])
  }

  @Test func aFirstSectionOfBlogPostsIsNoWriteUp() {
    let found = readings(
      "# Blog\n\n**Ten Tips for Maps**\n\n- Part 1: <https://maps.example/1>\n- Part 2: <https://maps.example/2>\n\n# Books\n\n**How to Draw a Map**\n\n- homepage: <https://maps.example/book>\n"
    )
    #expect(found.map(\.title) == ["Ten Tips for Maps", "How to Draw a Map"])
    #expect(found.map(\.kind) == [.web, .book])
  }

  @Test func namesWithoutALinkMakeNoHeadingAWork() {
    #expect(
      readings("## The Map Office\n\n**Ann Lee, Engineering**\n\n### About\n\nIt was built in a summer.\n")
        .isEmpty)
  }

  @Test func linksWithinSentencesAreNoReadings() {
    #expect(
      readings(
        "### Fact: The town sees open software as a priority for [open maps](https://maps.example/o)\n\n- The [map policy](https://maps.example/p) says how maps can be used again.\n- The [road policy](https://maps.example/r) explains what else is open to all.\n"
      ).isEmpty)
  }

  @Test func linesOfAParagraphMayBeAReadingEach() {
    let found = readings(
      "# Verification\n\n> [*Verifying Maps with Care*](https://maps.example/a) by Ann Lee (2016)<br>\n> [*Foundations of Maps*](https://maps.example/b) by Bo Chen, Cara Diaz, et al. (2017)\n\nText.\n"
    )
    #expect(found.map(\.title) == ["Verifying Maps with Care", "Foundations of Maps"])
    #expect(found.map(\.year) == [2016, 2017])
  }

  @Test func placesBetweenSemicolonsAreNoAuthors() {
    let found = readings(
      "## Readings\n#### Fast Maps of Towns\n+ Ann Lee and Bo Chen, Example University; Cara Diaz, MapsAI and Example University; Dan Fox, MapsAI\n"
    )
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen", "Cara Diaz", "Dan Fox"])
  }

  @Test func aFootnoteMayNameTheInstitution() {
    let found = readings(
      "| Papers | Paper URL |\n|--|--|\n| Attributing Many Maps, ICML17 [^1] | [PDF](https://maps.example/a.pdf) |\n| Slow Maps / Nature 2017 | [slides](https://drive.google.com/file/d/1/view) + [video](https://videolectures.net/x) |\n\n[^1]: Attributing Many Maps, ICML17 / Google DeepMind / We attribute what a reader of maps sees to what is in them, again and again.\n"
    )
    #expect(found.first?.affiliation == "Google DeepMind")
    #expect(found.map(\.title) == ["Attributing Many Maps", "Slow Maps"])
    #expect(found.last?.venue == "Nature 2017")
  }
}

@Suite struct HTMLTableTests {
  private let body = """
    <table border="1">
    <tr><td colspan="4"><h3><b>Topic I: Map Basics</b></h3></td></tr>
    <tr><th>Tag</th><th>Title and Information</th><th>URLs (Paper/Video)</th><th>Year</th></tr>

    <tr>
      <td>&check;Basic</td>
      <td>Maps &amp; Roads for All </td>
      <td><a href="https://maps.example/a.pdf">(Paper)</a><br><a href="https://youtu.be/x">(Video)</a></td>
      <td>2018</td>
    </tr>
    </table>

    ## More Readings

    ### Slow Maps of Towns
    + Ann Lee, Bo Chen
    """

  @Test func rowsOfAnHTMLTableAreReadings() {
    let found = readings(body)
    #expect(found.map(\.title) == ["Maps & Roads for All", "Slow Maps of Towns"])
    #expect(found.first?.urls == ["https://maps.example/a.pdf", "https://youtu.be/x"])
    #expect(found.first?.year == 2018)
    #expect(found.first?.section == "Topic I: Map Basics")
    #expect(found.first?.position.line == 10)
  }

  @Test(arguments: [
    "<table><tr><th>No.</th><th>Title</th></tr><tr><td>1</td><td><a href=\"/a\">A Session</a></td></tr></table>\n",
    "<table><tr><th>Title</th><th>URL</th></tr>{% for a in b %}<tr><td>A</td><td>B</td></tr>{% endfor %}</table>\n",
    "<table><tr><th>Title</th><th>URL</th></tr><tr><td>A Map Without End",
  ])
  func otherTablesAreNot(_ body: String) {
    #expect(readings(body).isEmpty)
  }
}

@Suite struct ReferenceListTests {
  /// The names and identifiers of several numbered works are not those of the heading above them.
  @Test func numberedWorksBelowAHeadingAreWorksOfTheirOwn() {
    let found = readings(
      """
      # Potential Readings

      ## Maps
      1. Reading Maps Slowly https://arxiv.org/abs/1412.1897
      2. Ann Lee, Bo Chen, Cara Diaz, Dan Ek
      3. Folding Large Maps, ICLR17
      4. Maps Without Borders https://maps.example/borders
      Ann Lee, Bo Chen, Cara Diaz, Dan Ek
      """)
    #expect(found.map(\.title).contains("Reading Maps Slowly"))
    #expect(found.map(\.title).contains("Maps Without Borders"))
    #expect(found.allSatisfy { $0.section == "Maps" })
    #expect(found.first { $0.title == "Folding Large Maps" }?.identifiers == [])
  }

  @Test func aCitationMayTakeSeveralLines() {
    let found = readings(
      """
      ## References

      A. Lee, B. Chen, and C. Diaz, “Reading Rates for
      Large Maps,” arXiv:2004.07175 [cs], Apr. 2020. [Online].
      Available: http://arxiv.org/abs/2004.07175.
      """)
    #expect(found.map(\.title) == ["Reading Rates for Large Maps"])
    #expect(found.first?.authors == ["A. Lee", "B. Chen", "C. Diaz"])
    #expect(found.first?.urls == ["http://arxiv.org/abs/2004.07175"])
  }

  @Test func aTitleMayStandAboveItsAddress() {
    let found = readings(
      """
      ## References

      Learning to read maps
      https://arxiv.org/pdf/2110.12403.pdf

      MapNet: reading maps with a constant error rate
      https://arxiv.org/pdf/2208.02474.pdf
      """)
    #expect(
      found.map(\.title) == ["Learning to read maps", "MapNet: reading maps with a constant error rate"])
    #expect(found.map(\.key) == ["2110.12403", "2208.02474"])
  }
}
