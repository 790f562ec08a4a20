import ReadingsCatalog
import SourceText
import Testing

/// Facts that stand where they are not looked for first.
@Suite struct StrayFactTests {
  private func work(_ bullets: String) -> Reading? {
    readings("## Required Readings:\n\n#### Fast Maps of Towns and Roads\n\(bullets)").first
  }

  @Test func namesMayFollowTheSubmissionDate() {
    let found = work(
      "+ [Submitted on 9 Jun 2024 (v1), last revised 30 Nov 2024 (this version, v6)] Ann Lee\n")
    #expect(found?.authors == ["Ann Lee"])
    #expect(found?.submitted?.description == "2024-06-09")
  }

  @Test func aJournalsVolumeIsNoAbstract() {
    let found = work(
      "+ Letters on Maps Volume 405, Issue 10477 vp457 February 08, 2025\n+ Ann Lee, Bo Chen\n+ Maps are at the dawn of a great change from paper to glass, as we say here.\n"
    )
    #expect(found?.venue == "Letters on Maps")
    #expect(found?.year == 2025)
    #expect(found?.abstract?.hasPrefix("Maps are at the dawn") == true)
  }

  @Test func aFolderOfSlidesHoldsSlides() {
    #expect(work("+ https://maps.example/slides/lee24.pdf\n")?.kind == .slides)
  }

  @Test func aRowsOnlyPDFIsItsPaper() {
    let table = "| Presenter | Papers | Paper URL |\n|--|--|--|\n"
    #expect(
      readings(table + "| Ann | Maps of Towns | [PDF](https://maps.example/show/3017) |\n").first?.kind
        == .paper)
    let talk = "[PDF](https://maps.example/show/3017) + [video](https://youtu.be/a)"
    #expect(readings(table + "| Ann | Maps of Towns | \(talk) |\n").first?.kind != .paper)
  }

  @Test func theFirstAuthorMayStandBeforeAFootnotesAbstract() {
    let found = readings(
      "| Presenter | Papers | Paper URL |\n|--|--|--|\n| Ann | Maps of Many Towns, NIPS16 [^1] | [PDF](https://maps.example/a.pdf) |\n\n[^1]: Maps of Many Towns, NIPS16 / Cara Diaz et al.  Many problems of real maps involve towns that nobody has yet drawn on paper.\n"
    )
    #expect(found.first?.authors == ["Cara Diaz"])
    #expect(found.first?.abstract?.hasPrefix("Many problems of real maps") == true)
  }

  @Test func anElectronicBookIsABook() {
    #expect(
      readings("## Required Readings:\n\n#### eBook: Drawing Maps\n+ [URL](https://maps.example/drawing)\n")
        .first?.kind == .book)
  }

  @Test func aPlaceAmongAuthorsIsNoName() {
    let found = readings(
      "Text.\n",
      frontMatter: "title: Maps\nauthors: [Ann Lee, author 6 of 13]\npublication: Letters on Maps\n")
    #expect(found.first?.authors == ["Ann Lee"])
  }

  @Test func linksOfANotesProseAreNotTheWorks() {
    let found = readings(
      "今天的论文来自 *IEEE Transactions on Maps 2018* 的《Drawing Maps of Many Towns》。\n\n该指令追踪器是基于[draw](https://github.com/a/draw)实现。地图传播逻辑如下表，作者们还讨论了一些缓解措施。\n\n- 原文: <https://maps.example/a>\n"
    )
    #expect(found.map(\.urls) == [["https://maps.example/a"]])
    #expect(found.first?.venue == "IEEE Transactions on Maps 2018")
  }
}
