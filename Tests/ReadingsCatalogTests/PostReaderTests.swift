import ReadingsCatalog
import SourceText
import Testing

@Suite struct HeadingPostTests {
  private let body = """

    In this session, our readings cover:

    ## Required Readings:

    #### Fast Maps: Reading Less
    + Ann Lee, Bo Chen
    + [Submitted on 27 May 2022 (v1), last revised 23 Jun 2022 (this version, v2)]
    + Paper: https://arxiv.org/abs/2205.14135v2
    + Maps that are read in parts answer sooner than maps that are read whole, as we show on nine data sets.
    + https://github.com/lee/fast-maps

    ## More Readings:

    ### related: Slow Maps (September 2021) /
    + Cara Diaz
    The abstract goes on below the names without a blank line, and it is long enough for prose.

    ### Tools for maps:
    1. Mapper - Draws maps from tables with a short configuration and no code at all.
    2. Plotter- https://plotter.example/docs/start

    <!--excerpt.start-->

    # Blog: what we thought
    ## Section 1
    + Not A Reading, Nor This
    """

  @Test func factsComeInAnyOrder() throws {
    let first = try #require(readings(body).first)
    #expect(first.title == "Fast Maps: Reading Less")
    #expect(first.section == "Required Readings")
    #expect(first.role == .required)
    #expect(first.kind == .paper)
    #expect(first.authors == ["Ann Lee", "Bo Chen"])
    #expect(first.submitted?.description == "2022-05-27")
    #expect(first.year == 2022)
    #expect(first.identifiers == [Identifier(.arxiv, "2205.14135")])
    #expect(first.key == "2205.14135")
    #expect(first.urls == ["https://arxiv.org/abs/2205.14135v2", "https://github.com/lee/fast-maps"])
    #expect(first.abstract?.hasPrefix("Maps that are read in parts") == true)
    #expect(first.position == SourcePosition(line: 9, column: 6))
  }

  @Test func theSectionsWordsGiveTheRole() {
    let found = readings(body)
    #expect(found.map(\.title) == ["Fast Maps: Reading Less", "Slow Maps", "Mapper", "Plotter"])
    #expect(found.map(\.role) == [.required, .optional, .optional, .optional])
    #expect(found.map(\.kind) == [.paper, .paper, .software, .software])
    #expect(
      found.map(\.section) == ["Required Readings", "More Readings", "Tools for maps", "Tools for maps"])
  }

  @Test func anAbstractMayFollowTheNamesWithoutABlankLine() {
    let slow = readings(body)[1]
    #expect(slow.authors == ["Cara Diaz"])
    #expect(slow.year == 2021)
    #expect(slow.abstract?.hasPrefix("The abstract goes on") == true)
  }

  @Test func aShortNameAboveTheFullTitleIsAnotherTitle() throws {
    let found = readings(
      """
      ## Readings:
      #### Splitter: https://arxiv.org/pdf/2311.18677
      +[Submitted on 30 Nov 2023]
      + Splitter: Cutting Work in Two
      + Ann Lee, Bo Chen
      """)
    let entry = try #require(found.first)
    #expect(found.count == 1)
    #expect(entry.title == "Splitter: Cutting Work in Two")
    #expect(entry.alternativeTitles == ["Splitter"])
    #expect(entry.submitted?.description == "2023-11-30")
    #expect(entry.identifier(.arxiv) == "2311.18677")
  }

  @Test func anIdentifierAndABulletMakeAHeadingAWorkInAnyPost() {
    let found = readings(
      "## Stable pictures\n+ [ URL](https://arxiv.org/abs/2112.10752)\n+ \"Drawing Pictures in Small Spaces\"\n\n## Other pictures\n+ https://arxiv.org/abs/2208.12242\n"
    )
    #expect(found.map(\.title) == ["Drawing Pictures in Small Spaces", "Other pictures"])
  }

  @Test func headingsOfNotesAreNoReadings() {
    #expect(
      readings("## Introduction\n\nWe all know maps.\n\n## Method\n- Key Findings\n- more text here\n")
        .isEmpty)
  }

  @Test func tagsOfAnEntryAreReadBack() {
    let found = readings(
      "## Required Readings:\n### A Title Here\n+ Ann Lee, Bo Chen\n+ Tags: Serving, fine tuning\n")
    #expect(found.first?.tags == [Tag("Serving"), Tag("fine-tuning")])
  }
}

@Suite struct ListPostTests {
  @Test func bulletsUnderAnAnnouncingHeadingAreEntries() {
    let found = readings(
      """
      ### Caching in maps:
      + grouped maps: https://arxiv.org/pdf/2305.13245.pdf
      + Paged maps https://arxiv.org/pdf/2309.06180.pdf
      https://openreview.net/pdf?id=uNrFpDPMyo
      + [Folded maps](https://arxiv.org/abs/2401.00010), Ann Lee, 2024.
      ## More readings
      - [Scheduling] Chunked Maps (OSDI’24): This one cuts maps in pieces and reads them one after the other.
      - Split (ISCA’24) / Spread (OSDI’24): Two ways to read a map on two machines at the same time.
      """)
    #expect(
      found.map(\.title) == [
        "grouped maps", "Paged maps", "https://openreview.net/pdf?id=uNrFpDPMyo", "Folded maps",
        "Chunked Maps", "Split",
        "Spread",
      ])
    #expect(found.map(\.section).prefix(4).allSatisfy { $0 == "Caching in maps" })
    #expect(found[3].authors == ["Ann Lee"])
    #expect(found[3].year == 2024)
    #expect(found[4].venue == "OSDI’24")
    #expect(found[4].year == 2024)
  }

  @Test func bulletsBehindANumberedItemBelongToIt() {
    let found = readings(
      "## Tools readings:\n1. haystack.example\n+ https://github.com/h/haystack\n+ A framework that joins parts of a search program into one.\n2. Index\n  + https://docs.index.example/en/\n"
    )
    #expect(found.map(\.title) == ["haystack.example", "Index"])
    #expect(found.first?.urls == ["https://github.com/h/haystack"])
    #expect(found.first?.abstract?.hasPrefix("A framework") == true)
  }

  @Test func outlinesWithLabelledBulletsAreEntriesUnderTheirTopic() {
    let found = readings(
      """
      + 1. Maps in medicine
          + a. Reading Maps of Cells (January 2025)
              - Link: https://arxiv.org/abs/2501.00001
              - Venue: ICML 2025
              - Authors: Ann Lee, Bo Chen
          + b. Maps of Bones
              - Link: https://example.org/bones.pdf
      """)
    #expect(found.map(\.title) == ["Reading Maps of Cells", "Maps of Bones"])
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen"])
    #expect(found.first?.venue == "ICML 2025")
    #expect(found.first?.year == 2025)
  }

  @Test func anOutlineUnderAHeadingMakesItASection() {
    let found = readings(
      """
      ## Required Readings:
      ### Overview of maps
      + a. Maps That Plan (January 2025)
         - Link: https://arxiv.org/abs/2501.00001
         - Authors: Ann Lee, Bo Chen, et al.
      ## 2025 HIGH-IMPACT PAPERS on this topic
      - b. **Memory for Maps** (September 2025)
        - **Link:** https://arxiv.org/abs/2509.12345
      """)
    #expect(found.map(\.title) == ["Maps That Plan", "Memory for Maps"])
    #expect(found.map(\.section) == ["Overview of maps", "2025 HIGH-IMPACT PAPERS on this topic"])
    #expect(found.map(\.role) == [.required, .unspecified])
    #expect(found.map(\.year) == [2025, 2025])
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen"])
  }

  @Test func citationsBeginWithTheirAuthors() {
    let found = readings(
      """
      # References
      1. D. P. Lee and J. Chen. "Coding Maps by Hand". ICLR 2014. [pdf](https://arxiv.org/abs/1312.6114)
      2. Diaz, A., et al. (2017). Maps are all you need. NeurIPS. https://arxiv.org/abs/1706.03762
      3. Maps Once More (Egg et al., ICML 2020) ([link](https://arxiv.org/abs/1810.04805))
      """)
    #expect(found.map(\.title) == ["Coding Maps by Hand", "Maps are all you need", "Maps Once More"])
    #expect(found.map(\.authors) == [["D. P. Lee", "J. Chen"], ["Diaz, A."], []])
    #expect(found.map(\.venue) == ["ICLR 2014", "NeurIPS", "ICML 2020"])
    #expect(found.map(\.year) == [2014, 2017, 2020])
  }

  @Test func aSentenceCanAnnounceItsList() {
    let found = readings(
      "Please read before class:\n\n- Chapter 8 of [Map Learning](https://maps-book.example/)\n- Maps Today, [link](https://example.org/a.pdf)\n"
    )
    #expect(found.map(\.title) == ["Chapter 8 of Map Learning", "Maps Today"])
  }

  @Test func factsMayStandInLinesBelowALinkedTitle() {
    let found = readings(
      "### Additional reading\n\n**Paper**: [Sharp Maps](https://arxiv.org/abs/2010.01412)  \n**Authors**: Ann Lee, Bo Chen\n"
    )
    #expect(found.map(\.title) == ["Sharp Maps"])
    #expect(found.first?.authors == ["Ann Lee", "Bo Chen"])
  }

  @Test func bulletsBeforeNumberedItemsStandForThemselves() {
    let found = readings(
      """
      ### Even More Readings:
      + [Maps 101](https://www.youtube.com/watch?v=1) talk by Ann Lee
      + Maps book: https://www.maps-book.example/
      * Paper: "Maps for All" - https://arxiv.org/abs/2401.00002
      1. Act: Joining Maps, https://arxiv.org/abs/2210.03629
      """)
    #expect(found.map(\.title) == ["Maps 101", "Maps book", "Maps for All", "Act: Joining Maps"])
    #expect(found.map(\.kind) == [.video, .book, .paper, .paper])
  }

  @Test func boldTitlesWithLabelledBulletsAreEntries() {
    let found = readings(
      "# Papers\n\n**Pictures of Maps**\n\n- intro: CVPR 2015\n- arxiv: [http://arxiv.org/abs/1412.1897](http://arxiv.org/abs/1412.1897)\n- github: <https://github.com/a/b>\n\n**More Pictures of Maps**\n\n[http://example.org/x.pdf](http://example.org/x.pdf)\n"
    )
    #expect(found.map(\.title) == ["Pictures of Maps", "More Pictures of Maps"])
    #expect(found.first?.venue == "CVPR 2015")
    #expect(found.first?.section == "Papers")
    #expect(found.first?.urls.count == 2)
  }

  @Test func linksOfRunningProseAreNoReadings() {
    #expect(
      readings(
        "## News\n\nWe met [the team](https://example.org/team) and it was fun.\n\n- see [here](https://example.org)\n- and there\n"
      ).isEmpty)
  }
}

@Suite struct TablePostTests {
  private let body = """
    | Presenter | Papers | Paper URL | Our Slides |
    | -----: | ---: | :--- | :--- |\u{20}
    | Ann | A Closer Look at Maps, ICML17 [^1] | [PDF](https://arxiv.org/pdf/1706.05394.pdf) + [video](https://youtu.be/x) | [PDF]({{site.baseurl}}/talks 2017/a.pdf) |
    | | Why Maps? Ian Osband, Benjamin Van Roy [^2] | [PDF](https://arxiv.org/abs/1607.00215) |
    | Youtube | Map Basics | [v](https://www.youtube.com/watch?v=1) | NA |
    | | | | |

    <!--excerpt.start-->
    [^1]: <sub>A Closer Look at Maps, ICML17/ from etc Aaron Courville, Yoshua Bengio / We look at maps more closely than anybody has looked at them before. </sub>

    [^2]: Some Other Paper Of Another Day / Nobody Here, Noone There / Text about something else that is long enough to be an abstract.
    """

  @Test func aRowIsAnEntry() {
    let found = readings(body)
    #expect(found.map(\.title) == ["A Closer Look at Maps", "Why Maps?", "Map Basics"])
    #expect(found.map(\.kind) == [.paper, .paper, .video])
    #expect(found[0].urls == ["https://arxiv.org/pdf/1706.05394.pdf", "https://youtu.be/x"])
    #expect(found[0].slides == ["{{site.baseurl}}/talks 2017/a.pdf"])
    #expect(found[0].presenter == "Ann")
    #expect(found[0].venue == "ICML17")
    #expect(found[0].year == 2017)
    #expect(found[1].authors == ["Ian Osband", "Benjamin Van Roy"])
  }

  @Test func footnotesGiveAuthorsAndAbstract() {
    let first = readings(body)[0]
    #expect(first.authors == ["Aaron Courville", "Yoshua Bengio"])
    #expect(first.abstract?.hasPrefix("We look at maps") == true)
  }

  @Test func aFootnoteBelongsToTheRowWhoseTitleItRepeats() {
    let found = readings(
      """
      | Papers | URL |
      | --- | --- |
      | Maps of Cities [^2] | |
      | Maps of Rivers [^1] | |

      [^1]: Maps of Cities / Ann Lee, Bo Chen / Cities grow and their maps grow with them, as we show for nine cities.
      [^2]: Maps of Rivers / Cara Diaz, Dan Egg / Rivers move and their maps should move with them, as we show for nine rivers.
      """)
    #expect(found.map(\.authors) == [["Ann Lee", "Bo Chen"], ["Cara Diaz", "Dan Egg"]])
  }

  @Test func tablesWithoutPapersAreNoReadings() {
    #expect(
      readings(
        "| Topic | Slide Deck | Previous Semester |\n|---|---|---|\n| Maps | W1 | [x](https://example.org) |\n"
      ).isEmpty)
  }

  @Test func daysWithoutAMeetingAreNoReadings() {
    let found = readings(
      "| Date | Paper |\n|---|---|\n| May 1 | [Maps](https://example.org/m.pdf) |\n| May 8 | *No meeting* |\n| May 15 | TBD |\n"
    )
    #expect(found.map(\.title) == ["Maps"])
  }

  @Test func rowsPartedByBlankLinesAreOneTable() {
    let found = readings(
      "| Papers | Paper URL |\n\n\n| Maps for All | [URL](https://arxiv.org/abs/2205.06175) |\n\n| More Maps | |\n"
    )
    #expect(found.map(\.title) == ["Maps for All", "More Maps"])
  }
}

@Suite struct OtherPostTests {
  @Test func notesRankedByCitationsKeepTheirNumbers() {
    let found = readings(
      """
      1. [1900] Mixed Maps
      2. [31] Maps Unveiled
      3. [7] Only Listed Maps

      ---
      ### [31] Maps Unveiled
      #### A part of it
      ### [1900] Mixed Maps [Google]
      ### [0] Pro Maps (AMD)
      """)
    #expect(found.map(\.title) == ["Only Listed Maps", "Maps Unveiled", "Mixed Maps", "Pro Maps"])
    #expect(found.map(\.citations) == [7, 31, 1900, 0])
    #expect(found.map(\.affiliation) == [nil, nil, "Google", "AMD"])
  }

  @Test func headingsThatCountFromOneAreNumberedNotCited() {
    let found = readings("### [1] Maps One\n### [2] Maps Two\n### [3] Maps Three\n")
    #expect(found.map(\.citations) == [nil, nil, nil])
    #expect(found.map(\.title) == ["Maps One", "Maps Two", "Maps Three"])
  }

  @Test func frontMatterCanDescribeThePaper() throws {
    let found = readings(
      "## Notes\n- text\n",
      frontMatter:
        "title: Maps for All\nauthors:\n- given: Ann\n  family: Lee\n- Bo Chen\nbooktitle: ICML\nyear: 2016\narxiv_id: 2205.06175\npdf: https://example.org/a.pdf\nabstract: We read maps."
    )
    let paper = try #require(found.first)
    #expect(found.count == 1)
    #expect(paper.authors == ["Ann Lee", "Bo Chen"])
    #expect(paper.venue == "ICML")
    #expect(paper.year == 2016)
    #expect(paper.identifier(.arxiv) == "2205.06175")
    #expect(paper.abstract == "We read maps.")
  }

  @Test func aLinkToThePaperMakesThePostAboutIt() {
    let found = readings(
      "## Introduction\n\n* Maps are old.\n* [Link to the paper](https://arxiv.org/abs/1511.05641)\n* [Link to the code](https://github.com/a/b)\n",
      frontMatter: "title: Net to Net Maps")
    #expect(found.map(\.title) == ["Net to Net Maps"])
    #expect(found.first?.urls == ["https://arxiv.org/abs/1511.05641", "https://github.com/a/b"])
  }

  @Test func titleQuotesNameThePaper() {
    #expect(
      readings("今天的论文是 S&P 2021 的《CrossMaps: Leaks across Maps Are Real》。\n").first?.title
        == "CrossMaps: Leaks across Maps Are Real")
  }

  @Test func linkedTitlesBeforeNamesAreClassReadings() {
    let found = readings(
      "# Trust\n\n**[_SoK: Maps and Trust_](https://example.org/sok.pdf), Jeremy Clark and Paul Oorschot, 2013**\n\nText of the class.\n"
    )
    #expect(found.map(\.title) == ["SoK: Maps and Trust"])
    #expect(found.first?.authors == ["Jeremy Clark", "Paul Oorschot"])
    #expect(found.first?.year == 2013)
  }
}
