import Editing
import ReadingsCatalog
import SourceText
import Testing

/// Entries added to a post: given text, entry, exact expected text.
@Suite struct EntryTests {
  private static let bullets = """
    ---
    title: Serving
    ---

    ## Required Readings:

    #### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
    + Tri Dao, Daniel Y. Fu
    + [Submitted on 27 May 2022 (v1)]
    + Paper: https://arxiv.org/abs/2205.14135
    + By cutting the attention matrix into tiles that fit in fast on-chip memory, this kernel returns the same output.


    ## More Readings:

    <!--excerpt.start-->
    # Blog: what we read

    """

  private static let paged = NewEntry(
    title: "Efficient Memory Management for Large Language Model Serving with PagedAttention",
    authors: ["Woosuk Kwon", "Zhuohan Li"], links: ["https://arxiv.org/abs/2309.06180"],
    submitted: CalendarDate(year: 2023, month: 9, day: 12),
    abstract:
      "Borrowing the page table from operating systems, the authors keep the cache of every request in blocks."
  )

  private func add(_ entry: NewEntry?, to text: String, section: String? = nil, like model: String? = nil)
    throws
    -> String
  {
    let file = SourceFile(path: "post.md", text: text)
    let other = model.map { SourceFile(path: "other.md", text: $0) }
    let added = try PostEntryEditor().edits(
      adding: try #require(entry), to: file, section: section, like: other)
    return String(decoding: added.edits.applied(to: file.bytes), as: UTF8.self)
  }

  @Test func itIsWrittenAsTheEntryBesideIt() throws {
    let lines = """
      this kernel returns the same output.

      #### Efficient Memory Management for Large Language Model Serving with PagedAttention
      + Woosuk Kwon, Zhuohan Li
      + [Submitted on 12 Sep 2023]
      + Paper: https://arxiv.org/abs/2309.06180
      + Borrowing the page table from operating systems, the authors keep the cache of every request in blocks.
      """
    #expect(
      try add(Self.paged, to: Self.bullets)
        == Self.bullets.replacing("this kernel returns the same output.", with: lines))
  }

  @Test(arguments: ["More Readings", "more readings:", "More"])
  func aSectionWithoutEntriesTakesItsShapeFromTheOthers(_ section: String) throws {
    let lines = """
      ## More Readings:

      #### Efficient Memory Management for Large Language Model Serving with PagedAttention
      + Woosuk Kwon, Zhuohan Li
      + [Submitted on 12 Sep 2023]
      + Paper: https://arxiv.org/abs/2309.06180
      + Borrowing the page table from operating systems, the authors keep the cache of every request in blocks.
      """
    #expect(
      try add(Self.paged, to: Self.bullets, section: section)
        == Self.bullets.replacing("## More Readings:", with: lines))
  }

  @Test func aPostWithoutEntriesTakesTheShapeOfAnother() throws {
    let text = "---\ntitle: New\n---\n\n## Required Readings\n\n## More Readings\n"
    let entry = NewEntry(title: "A Long Enough Title", authors: ["Ann Lee", "Bo Chen"])
    #expect(
      try add(entry, to: text, section: "Required Readings", like: Self.bullets)
        == """
        ---
        title: New
        ---

        ## Required Readings

        #### A Long Enough Title
        + Ann Lee, Bo Chen

        ## More Readings

        """)
  }

  @Test(arguments: [("[pdf](x)", "[pdf](URL)"), ("[https://arxiv.org/abs/1410.5401](x)", "URL")])
  func theWordsOfALinkAreKeptWhereTheyFitAnyLink(_ old: String, _ new: String) throws {
    let url = "https://arxiv.org/abs/1410.5401"
    let text =
      "---\ntitle: T\n---\n\n## Readings\n\n### Neural Turing Machines\n- \(old.replacing("(x)", with: "(\(url))"))\n"
    let link = "https://arxiv.org/abs/2309.06180"
    let entry = NewEntry(title: "A Paper With a New Link", links: [link])
    #expect(
      try add(entry, to: text) == text
        + "\n### A Paper With a New Link\n- \(new.replacing("URL", with: link))\n")
  }

  @Test func aListGetsAnItem() throws {
    let text = """
      ---
      title: Tools
      ---

      ## Readings

      - [Neural Turing Machines](https://arxiv.org/abs/1410.5401), Alex Graves, Greg Wayne, 2014
      - [Memory Networks](https://arxiv.org/abs/1410.3916), Jason Weston, Sumit Chopra, 2014

      """
    let entry = NewEntry(
      title: "Adaptive Computation Time", authors: ["Alex Graves", "Ann Lee"],
      links: ["https://arxiv.org/abs/1603.08983"], year: 2016)
    #expect(
      try add(entry, to: text)
        == text
        + "- [Adaptive Computation Time](https://arxiv.org/abs/1603.08983), Alex Graves, Ann Lee, 2016\n")
  }

  private static let table = """
    ---
    title: Structure
    ---

    | Presenter | Papers | Paper URL | Our Slides |
    | --- | --- | --- | --- |
    | Ann | Neural Turing Machines [^1] | [PDF](https://arxiv.org/pdf/1410.5401.pdf) | [PDF]({{site.baseurl}}/a.pdf) |

    [^1]: <sub> Neural Turing Machines / Alex Graves, Greg Wayne / We extend networks with a memory beside them. </sub>

    """

  @Test func aTableGetsARow() throws {
    let entry = NewEntry(title: "Memory Networks", links: ["https://arxiv.org/abs/1410.3916"])
    #expect(
      try add(entry, to: Self.table)
        == Self.table.replacing(
          "a.pdf) |\n",
          with: "a.pdf) |\n|  | Memory Networks | https://arxiv.org/abs/1410.3916 |  |\n"
            .replacing("|  |", with: "| |")))
  }

  @Test func whatATableHasNoColumnForGoesToAFootnote() throws {
    let entry = NewEntry(
      title: "Memory Networks", authors: ["Jason Weston", "Sumit Chopra"],
      links: ["https://arxiv.org/abs/1410.3916"],
      abstract: "A class of models reasons with a long-term memory that can be read and written to.")
    let text = try add(entry, to: Self.table)
    #expect(text.contains("| | Memory Networks [^2] | https://arxiv.org/abs/1410.3916 | |\n"))
    #expect(
      text.hasSuffix(
        "\n\n[^2]: Memory Networks / Jason Weston, Sumit Chopra / A class of models reasons with a long-term memory "
          + "that can be read and written to.\n"))
  }

  @Test(arguments: [
    ("A *Starred* Title of [x] in Brackets", "A \\*Starred\\* Title of \\[x\\] in Brackets"),
    ("Templates {{ site.title }} in Titles", "Templates \\{\\{ site.title \\}\\} in Titles"),
    ("Raw <script>alert(1)</script> Titles", "Raw \\<script\\>alert(1)\\</script\\> Titles"),
  ])
  func signsOfMarkdownAndLiquidAreEscaped(_ title: String, _ written: String) throws {
    let entry = NewEntry(title: title, links: ["https://example.org/a.pdf"])
    #expect(
      try add(entry, to: Self.bullets).contains("\n#### \(written)\n+ Paper: https://example.org/a.pdf\n"))
  }

  @Test func lineEndingsStay() throws {
    let text = Self.bullets.replacing("\n", with: "\r\n")
    let added = try add(Self.paged, to: text)
    #expect(added.replacing("\r\n", with: "\n") == (try add(Self.paged, to: Self.bullets)))
    #expect(!added.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func controlCharactersAndLineBreaksAreNotWritten() throws {
    let entry = try #require(
      NewEntry(title: "A\nTitle\u{1B}[2J of\u{202E} Words", abstract: "one\n\ntwo"))
    #expect(entry.title == "A Title [2J of Words" && entry.abstract == "one two")
    #expect(NewEntry(title: " \n ") == nil)
  }

  @Test func anUnknownSectionIsRefused() throws {
    #expect(throws: EntryRefusal.unknownSection("Core", sections: ["Required Readings", "More Readings"])) {
      try add(Self.paged, to: Self.bullets, section: "Core")
    }
  }

  @Test(arguments: [
    ("---\ntitle: [1900] Mixed\n---\n\n## Readings\n", "its front matter has errors; mend them first"),
    ("# No front matter\n", "it is no post"),
  ])
  func aPostThatCannotBeEditedIsRefused(_ text: String, _ reason: String) throws {
    #expect(throws: EntryRefusal.notEditable(reason: reason)) { try add(Self.paged, to: text) }
  }

  /// What cannot be read back is not written: these words would be taken for a section.
  @Test func whatWouldNotBeFoundIsRefused() throws {
    let entry = NewEntry(title: "More Readings:")
    do {
      let text = try add(entry, to: Self.bullets)
      Issue.record("it was written: \(text)")
    } catch let refusal as EntryRefusal {
      guard case .notReadBack = refusal else { throw refusal }
    }
  }
}
