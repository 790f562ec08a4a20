import ReadingsCatalog
import SourceText
import Testing

@Suite struct SessionFieldTests {
  @Test func frontMatterFillsTheSession() throws {
    let text =
      "---\ntitle: Model  Serving \nlecture: W11.2\nlectureVersion: next\nextraContent: \nnotes: team-6\nvideo: team-5\ntags:\n- RAG\n- Long Context \ndesc: 2025-S4\nterm: 2025\ncategories: Agent\n---\n"
    let session = try #require(
      PostReader().read(SourceFile(path: "a/2017-09-12-.md", text: text)).sessions.first)
    #expect(session.key == "2017-09-12")
    #expect(session.title == "Model Serving")
    #expect(session.date?.description == "2017-09-12")
    #expect(session.lecture == "W11.2")
    #expect(session.lectureVersion == "next")
    #expect(session.leadTeam == "team-5")
    #expect(session.blogTeam == "team-6")
    #expect(session.tags.map(\.spelling) == ["RAG", "Long Context"])
    #expect(session.categories.map(\.spelling) == ["Agent"])
    #expect(session.label == "2025-S4")
    #expect(session.metadata == [MetadataField(key: "extraContent", values: [])])
  }

  @Test func aBrokenValueCostsADiagnosticAndNotThePost() throws {
    let post = PostReader().read(
      SourceFile(path: "x.md", text: "---\ntitle: [1900] Mixed Maps\ntags: [ RL ]\n---\n"))
    #expect(post.sessions.first?.title == "[1900] Mixed Maps")
    #expect(post.sessions.first?.tags == [Tag("RL")])
    #expect(post.diagnostics.contains { $0.severity == .error && $0.fix != nil })
  }

  @Test(arguments: [
    "", "\u{0}\u{1}\u{2}---", "no front matter", "# Heading\n", "---\nlayout: page\n---\ntext",
  ])
  func otherFilesAreNoPosts(_ text: String) {
    #expect(PostReader().read(SourceFile(path: "x.md", text: text)).sessions.isEmpty)
  }

  @Test func anEmptyTitleIsReported() {
    let post = PostReader().read(SourceFile(path: "my-post.md", text: "---\ntitle:\n---\n"))
    #expect(post.sessions.map(\.title) == ["my-post"])
    #expect(post.diagnostics.map(\.id) == ["missing-title"])
  }

  @Test func utf16IsReported() {
    let file = SourceFile(path: "x.md", bytes: [0xFF, 0xFE, 0x2D, 0x00])
    #expect(PostReader().read(file).diagnostics.map(\.id) == ["unsupported-encoding"])
  }

  @Test(arguments: [("\r\n", ""), ("\n", "\u{FEFF}"), ("\r\n", "\u{FEFF}")])
  func lineEndingsAndByteOrderMarksChangeNothing(_ ending: String, _ mark: String) {
    let text =
      "---\ntitle: Maps\ntags:\n- RL\n---\n## Required Readings:\n### A Title Here\n+ Ann Lee, Bo Chen"
    let plain = PostReader().read(SourceFile(path: "x.md", text: text)).sessions
    let other = PostReader().read(SourceFile(path: "x.md", text: mark + text.replacing("\n", with: ending)))
      .sessions
    #expect(other.map(\.title) == plain.map(\.title))
    #expect(other.map(\.tags) == plain.map(\.tags))
    #expect(other.flatMap(\.readings).map(\.authors) == [["Ann Lee", "Bo Chen"]])
  }

  @Test(arguments: [
    ("### Ann Lee, Bo Chen - ISCA 2021 oral", ["Ann Lee", "Bo Chen"], "ISCA 2021", nil),
    ("## Ann Lee et al. (Example Labs) - ICML 2017", ["Ann Lee"], "ICML 2017", "Example Labs"),
    ("## Ann Lee et al. Example University  - ICML 2017", ["Ann Lee"], "ICML 2017", "Example University"),
    (
      "### Ann Lee and Bo Chen, Example University, Neurips 2020", ["Ann Lee", "Bo Chen"], "Neurips 2020",
      "Example University"
    ),
  ])
  func aSummaryBeginsWithTheWorkItIsAbout(
    _ heading: String, _ authors: [String], _ venue: String, _ affiliation: String?
  ) throws {
    let text = "# Maps of Many Towns\n\(heading)\n#### Summarized by Cara Diaz\n---\n\n**Task** : maps\n"
    let post = PostReader(readsPlainMarkdown: true).read(SourceFile(path: "cara_6.md", text: text))
    let reading = try #require(post.sessions.first?.readings.first)
    #expect(post.sessions.first?.readings.count == 1)
    #expect(reading.title == "Maps of Many Towns")
    #expect(reading.authors == authors)
    #expect(reading.venue == venue)
    #expect(reading.affiliation == affiliation)
  }

  @Test(arguments: ["### Author Information", "### Draw the roads - then the towns", "### In May 2021"])
  func otherHeadingsBelowTheFirstMakeItNoWork(_ heading: String) {
    let file = SourceFile(path: "a.md", text: "# Maps of Many Towns\n\(heading)\n\nText.\n")
    #expect(PostReader(readsPlainMarkdown: true).read(file).sessions.map(\.readings.count) == [0])
  }

  @Test func plainMarkdownIsReadWhenAskedFor() {
    let file = SourceFile(
      path: "notes.md",
      text:
        "# My list\n## Readings\n- [A Map of Maps](https://arxiv.org/abs/2101.00001)\n- [B Map of Maps](https://arxiv.org/abs/2101.00002)\n"
    )
    #expect(PostReader().read(file).sessions.isEmpty)
    let session = PostReader(readsPlainMarkdown: true).read(file).sessions.first
    #expect(session?.title == "My list")
    #expect(session?.readings.count == 2)
  }
}
