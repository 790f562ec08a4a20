import ReadingsCatalog
import SourceText
import Testing

@Suite struct HostilePostTests {
  @Test(arguments: [
    "### [9223372036854775807] Mixed Maps\n### [5] Other Maps\n", "### \n#### \n", "- \n- \n",
    "| Papers |\n|---|\n| |\n",
    "## Readings\n### " + String(repeating: "+", count: 5000) + "\n",
    "## Readings\n+ (((\n+ []()\n+ \"\"\n+ [^1]\n",
    "## Readings\n" + String(repeating: "> - ", count: 300) + "x\n",
  ])
  func anyBodyIsRead(_ body: String) {
    for reading in readings(body) { #expect(!reading.title.isEmpty) }
  }

  @Test func theListedReadingsOutweighASpeaker() {
    let body =
      "## Required Readings\n### Maps One Two\n+ Ann Lee, Bo Chen\n### Maps Three Four\n+ Cara Diaz, Dan Egg\n"
    #expect(readings(body, frontMatter: "title: Week 3\nspeaker: Ann Lee\nvenue: Room 204").count == 2)
  }

  @Test func namesAboveAnAddressKeepIt() {
    let found = readings(
      "## Readings\n### Fast Maps\n+ Ann Lee, Bo Chen, Cara Diaz\n  https://arxiv.org/abs/2205.14135\n")
    #expect(found.first?.authors.count == 3)
    #expect(found.first?.key == "2205.14135")
  }

  @Test func aSectionOfBlogPostsEndsNothing() {
    let found = readings(
      "## Readings\n### Fast Maps\n+ Ann Lee, Bo Chen\n### Blog posts:\n+ [Maps and Us All](https://maps.example/blog/us)\n"
    )
    #expect(found.map(\.title) == ["Fast Maps", "Maps and Us All"])
  }

  @Test func mailAddressesAndPlacesOnThePageAreNoLinks() {
    let found = readings(
      "## Readings\n### Fast Maps\n+ Ann Lee, Bo Chen\n+ ask [Ann](mailto:ann@maps.example) or [below](#more)\n"
    )
    #expect(found.first?.urls.isEmpty == true)
    #expect(found.first?.slides.isEmpty == true)
  }

  @Test(arguments: [
    ("(Almost) No Label No Cry", "(Almost) No Label No Cry"),
    ("Best Papers of ICML 2023", "Best Papers of ICML 2023"),
    ("Learning to Learn (Meta Learning)", "Learning to Learn (Meta Learning)"),
  ])
  func titlesKeepWhatIsTheirs(_ text: String, _ title: String) {
    #expect(TitleLine(ByteText(text)).title.string == title)
  }
}
