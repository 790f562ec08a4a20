import Duplicates
import ReadingsCatalog
import Testing

/// Files of records in the formats that reference managers and registries write.
@Suite struct RecordFormatTests {
  private func records(_ text: String) throws -> [PaperRecord] { try RecordFile(Array(text.utf8)).records }

  private static let ris = """
    TY  - JOUR
    TI  - Memory
          Networks
    AU  - Weston, Jason
    AU  - Chopra, Sumit
    PY  - 2015/05/01
    DO  - 10.1000/XYZ
    UR  - https://example.org/a.pdf
    T2  - ICLR
    AB  - A memory.
    ER  -

    TY  - CONF
    T1  - Second
    ER  -
    """

  private static let csl = """
    [{"id": "weston", "title": "Memory Networks",
      "author": [{"family": "Weston", "given": "Jason"}, {"literal": "A Group"}],
      "issued": {"date-parts": [[2015, 5, 1]]}, "URL": "https://example.org/a.pdf", "DOI": "10.1000/XYZ",
      "container-title": ["ICLR"], "abstract": "<jats:p>A memory &amp; more.</jats:p>"}]
    """

  private static let atom = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <title>ArXiv Query</title><id>http://arxiv.org/api/x</id>
      <entry>
        <id>http://arxiv.org/abs/2205.14135v2</id>
        <published>2022-05-27T17:53:09Z</published>
        <title>FlashAttention: Fast &amp;
          Exact</title>
        <summary>  Tiles that fit.
        </summary>
        <author><name>Tri Dao</name></author><author><name>Christopher R&#233;</name></author>
        <link href="http://arxiv.org/abs/2205.14135v2" rel="alternate"/>
      </entry>
    </feed>
    """

  @Test func risIsRead() throws {
    let records = try records(Self.ris)
    #expect(records.count == 2)
    let first = try #require(records.first)
    #expect(first.titles.first == "Memory Networks" && first.authors == ["Weston, Jason", "Chopra, Sumit"])
    #expect(first.year == 2015 && first.venue == "ICLR" && first.abstract == "A memory.")
    #expect(
      first.identifiers == [Identifier(.doi, "10.1000/xyz")] && first.urls == ["https://example.org/a.pdf"])
  }

  @Test func cslJSONIsRead() throws {
    let record = try #require(try records(Self.csl).first)
    #expect(record.id == "weston" && record.titles.first == "Memory Networks")
    #expect(record.authors == ["Jason Weston", "A Group"] && record.year == 2015 && record.venue == "ICLR")
    #expect(record.identifiers == [Identifier(.doi, "10.1000/xyz")] && record.abstract == "A memory & more.")
  }

  @Test func anAtomFeedIsRead() throws {
    let record = try #require(try records(Self.atom).first)
    #expect(record.titles.first == "FlashAttention: Fast & Exact" && record.abstract == "Tiles that fit.")
    #expect(record.authors == ["Tri Dao", "Christopher Ré"])
    #expect(record.identifiers.first == Identifier(.arxiv, "2205.14135"))
    #expect(record.submitted == CalendarDate(year: 2022, month: 5, day: 27) && record.year == 2022)
  }

  @Test func theAnswerToAWrongQuestionIsAnError() {
    let text = """
      <feed><entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>
      <summary>incorrect id format for x</summary></entry></feed>
      """
    #expect(throws: RecordFailure.self) { try records(text) }
  }

  @Test(arguments: [
    "<feed><entry>", "<feed></entry>", "<!DOCTYPE x><feed/>", "<feed", "TY  - JOUR\nTI  - x\n",
  ])
  func brokenFilesAreErrors(_ text: String) {
    #expect(throws: RecordFailure.self) { try records(text) }
  }

  @Test(arguments: [
    ("{BERT}: Pre-training", "BERT: Pre-training"), ("Christopher R{\\'e}", "Christopher Ré"),
    ("Christopher R\\'{e}", "Christopher Ré"), ("\\\"Ozg\\\"ur", "Özgür"), ("Erd{\\H{o}}s", "Erdős"),
    ("{\\v{C}}ech", "Čech"), ("\\L ukasz", "Łukasz"), ("na{\\\"\\i}ve", "naïve"), ("A \\& B", "A & B"),
    ("1--2", "1–2"), ("``x''", "“x”"), ("cost $O(n^2)$", "cost $O(n^2)$"), ("a~b", "a b"),
    ("\\emph{very} fast", "very fast"),
  ])
  func texBecomesPlainText(_ tex: String, _ plain: String) throws {
    let record = try #require(try records("@article{k, title = {\(tex)}}").first)
    #expect(record.titles.first == plain)
  }
}
