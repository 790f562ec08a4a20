import Editing
import SourceText
import Testing

/// `Tags:` bullets; each case is the body of a post before and after a tag is added to all its readings.
@Suite struct EntryTagTests {
  private static let head = "---\ntitle: A Session\n---\n\n"

  private static let cases: [(given: String, expected: String)] = [
    (
      """
      ## Required Readings:

      ### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
      + Tri Dao, Daniel Y. Fu
      + [Submitted on 27 May 2022 (v1)]
      + https://arxiv.org/abs/2205.14135
      + Transformers are slow and memory-hungry on long sequences, since the time and
      memory complexity of self-attention are quadratic in sequence length.

      ### Efficient Memory Management for Large Language Model Serving
      * Woosuk Kwon, Zhuohan Li
      * https://arxiv.org/abs/2309.06180

      """,
      """
      ## Required Readings:

      ### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
      + Tri Dao, Daniel Y. Fu
      + [Submitted on 27 May 2022 (v1)]
      + https://arxiv.org/abs/2205.14135
      + Transformers are slow and memory-hungry on long sequences, since the time and
      memory complexity of self-attention are quadratic in sequence length.
      + Tags: new

      ### Efficient Memory Management for Large Language Model Serving
      * Woosuk Kwon, Zhuohan Li
      * https://arxiv.org/abs/2309.06180
      * Tags: new

      """
    ),
    (
      """
      # Readings
      + a. Gated Attention for Large Language Models (May 2025)
          - Link: https://arxiv.org/abs/2505.06708
          - Venue: NeurIPS 2025
          - Authors: Zihan Qiu, Zekun Wang
      + b. Kimi Linear: An Expressive, Efficient Attention Architecture (October 2025)
          - Link: https://arxiv.org/abs/2510.26692
      """,
      """
      # Readings
      + a. Gated Attention for Large Language Models (May 2025)
          - Link: https://arxiv.org/abs/2505.06708
          - Venue: NeurIPS 2025
          - Authors: Zihan Qiu, Zekun Wang
          - Tags: new
      + b. Kimi Linear: An Expressive, Efficient Attention Architecture (October 2025)
          - Link: https://arxiv.org/abs/2510.26692
          - Tags: new
      """
    ),
    (
      """
      ## Readings
      * Attention Is All You Need: https://arxiv.org/abs/1706.03762
      * [Neural Turing Machines](https://arxiv.org/abs/1410.5401), Alex Graves, 2014

      More text.

      """,
      """
      ## Readings
      * Attention Is All You Need: https://arxiv.org/abs/1706.03762
        * Tags: new
      * [Neural Turing Machines](https://arxiv.org/abs/1410.5401), Alex Graves, 2014
        * Tags: new

      More text.

      """
    ),
  ]

  @Test(arguments: 0..<3, ["\n", "\r\n"])
  func aBulletIsWrittenWithTheEntrysOwnMark(_ index: Int, _ ending: String) throws {
    let item = Self.cases[index]
    let given = (Self.head + item.given).replacing("\n", with: ending)
    let expected = (Self.head + item.expected).replacing("\n", with: ending)
    let added = try TagEditing.editReadings(given, .add(["new"]))
    #expect(added.text == expected)
    #expect(added.reasons == [])
    #expect(try TagEditing.editReadings(expected, .remove(["New"])).text == given)
  }

  private static func entry(_ tags: String) -> String {
    """
    \(head)## Readings

    ### Attention Is All You Need
    + Ashish Vaswani, Noam Shazeer
    + https://arxiv.org/abs/1706.03762
    \(tags)
    """
  }

  @Test(arguments: [
    ("+ Tags: one", TagChange.add(["new"]), "+ Tags: one, new"),
    ("+ tags: one, two", .add(["new", "Two"]), "+ tags: one, two, new"),
    ("+ **Tags:** `one`, `two`", .add(["new"]), "+ **Tags:** `one`, `two`, `new`"),
    ("+ Tags: #one, #two", .remove(["one"]), "+ Tags: #two"),
    ("+ Tags: [one; two]", .remove(["two"]), "+ Tags: [one]"),
    ("+ Tags: one, two, three", .remove(["two"]), "+ Tags: one, three"),
    ("+ Tags: C#, e.g., `F#`.", .add(["A#"]), "+ Tags: C#, e.g., `F#`, `A#`."),
    ("+ Tags: one", .add(["No. 1", "no", "2401.00010", "🦙"]), "+ Tags: one, No. 1, no, 2401.00010, 🦙"),
    ("+ Tags: #C#, C", .remove(["c#"]), "+ Tags: C"),
    ("+ Tags:", .add(["new"]), "+ Tags: new"),
    ("+ Tags: one, two", .rename(from: "ONE", to: "new"), "+ Tags: new, two"),
    ("+ Tags: one, two", .rename(from: "one", to: "two"), "+ Tags: two"),
    ("+ Tags: one, two", .rename(from: "other", to: "two"), "+ Tags: one, two"),
  ])
  func aBulletThatIsThereIsEdited(_ tags: String, _ change: TagChange, _ expected: String) throws {
    let result = try TagEditing.editReadings(Self.entry(tags), change)
    #expect(result.text == Self.entry(expected))
    #expect(result.reasons == [])
  }

  @Test(arguments: [
    (
      "## Readings\n\n| Presenter | Papers | Paper URL |\n| --- | --- | --- |\n"
        + "| Ann | Attention Is All You Need | [pdf](https://arxiv.org/abs/1706.03762) |\n",
      "it stands in a table, whose rows have no place for tags"
    )
  ])
  func entriesWithoutAPlaceForTagsAreRefused(_ body: String, _ reason: String) throws {
    let result = try TagEditing.editReadings(Self.head + body, .add(["new"]))
    #expect(result.text == Self.head + body)
    #expect(result.reasons == [reason])
  }

  @Test(
    arguments: [
      (
        "### Attention Is All You Need\n\nhttps://arxiv.org/abs/1706.03762\n",
        "### Attention Is All You Need\n- Tags: new\n\nhttps://arxiv.org/abs/1706.03762\n"
      ),
      (
        "### Attention Is All You Need\nhttps://arxiv.org/abs/1706.03762\n",
        "### Attention Is All You Need\n\n- Tags: new\n\nhttps://arxiv.org/abs/1706.03762\n"
      ),
      (
        "### [Attention Is All You Need](https://arxiv.org/abs/1706.03762)",
        "### [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n- Tags: new"
      ),
      (
        "### [1900] Mixed Precision Training\n\n![image](x.png)\n\n* a note\n### [100] Scaling Laws\n* one\n* two\n",
        "### [1900] Mixed Precision Training\n* Tags: new\n\n![image](x.png)\n\n* a note\n"
          + "### [100] Scaling Laws\n* Tags: new\n* one\n* two\n"
      ),
      (
        "**Attention Is All You Need**\n\nhttps://arxiv.org/abs/1706.03762\n\nText.\n",
        "**Attention Is All You Need**\n\n- Tags: new\n\nhttps://arxiv.org/abs/1706.03762\n\nText.\n"
      ),
    ], ["\n", "\r\n"])
  func anEntryWithoutBulletsGetsOne(_ texts: (String, String), _ ending: String) throws {
    let given = (Self.head + "## Required Readings\n\n" + texts.0).replacing("\n", with: ending)
    let expected = (Self.head + "## Required Readings\n\n" + texts.1).replacing("\n", with: ending)
    let added = try TagEditing.editReadings(given, .add(["new"]))
    #expect(added.reasons == [])
    #expect(added.text == expected)
    #expect(try TagEditing.editReadings(expected, .remove(["new"])).text == given)
  }

  @Test func aTagWithACommaHasNoPlaceInALine() throws {
    let result = try TagEditing.editReadings(Self.entry("+ Tags: one"), .add(["a, b"]))
    #expect(result.reasons == ["'a, b' has a comma or semicolon, which ends a tag in a 'Tags:' line"])
  }

  @Test(arguments: [
    ("#new", "its tags would be read back as 'one', 'new'"),
    ("new.", "its tags would be read back as 'one', 'new'"),
    ("*new*", "its tags would be read back as 'one', 'new'"),
  ])
  func aTagThatWouldReadOtherwiseIsRefused(_ tag: String, _ reason: String) throws {
    let result = try TagEditing.editReadings(Self.entry("+ Tags: one"), .add([tag]))
    #expect(result.reasons == [reason])
  }

  @Test func onePaperInThePostItself() throws {
    let text =
      "---\ntitle: Attention Is All You Need\npaper_url: https://arxiv.org/abs/1706.03762\n---\nProse.\n"
    let result = try TagEditing.editReadings(text, .add(["new"]))
    #expect(result.reasons == ["its post is about nothing else: tag the session 'post'"])
  }
}
