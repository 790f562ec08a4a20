import Duplicates
import ReadingsCatalog
import Testing

@Suite struct RecordFileTests {
  @Test func jsonIsReadInTheShapeOfTheExport() throws {
    let line = #"""
      {"key":"2205.14135","title":"Fl\u00e4sh \"A\" \ud83d\ude00","authors":["Tri Dao"],"year":null,"submitted":"2022-05-27","urls":["https://arxiv.org/abs/2205.14135v2","https://doi.org/10.1000/X"],"tags":[],"session":{"key":"s","tags":["a"]},"file":"a.md","line":3}
      """#
    let record = try #require(try RecordFile(Array(line.utf8)).records.first)
    #expect(record.id == "a.md:3")
    #expect(record.titles == ["Fläsh \"A\" 😀"])
    #expect(record.year == 2022)
    #expect(record.identifiers.map(\.description) == ["arxiv:2205.14135", "doi:10.1000/x"])
  }

  @Test func anArrayOfObjectsAndAuthorsAsATextAreReadToo() throws {
    let text = #"[{"id": 7, "title": "A", "authors": "Smith, A. and Jones, B."}, {"id": "b", "title": "B"}]"#
    let records = try RecordFile(Array(text.utf8)).records
    #expect(records.map(\.id) == ["7", "b"])
    #expect(records[0].authors == ["Smith, A.", "Jones, B."])
  }

  @Test(arguments: [
    ("{\"title\": \"a\"}\n{\"title\" \"b\"}", 2), ("{\"title\": ", 1), ("{\"x\": [1, 2", 1),
    ("{\"title\": \"a", 1),
  ])
  func aMistakeInJSONIsReportedWithItsLine(_ text: String, _ line: Int) {
    #expect {
      _ = try RecordFile(Array(text.utf8))
    } throws: { error in
      (error as? RecordFailure)?.line == line
    }
  }

  @Test func bibTeXIsRead() throws {
    let text = """
      % a comment
      @string{x = "y"}
      @article{dao22,
        title = {{FlashAttention}: Fast {\\'e}xact},
        author = "Dao, Tri and Fu, Daniel Y.",
        year = 2022, doi = {10.1000/ABC}, journal = {J} # { K}
      }
      @misc(b, title = {B}, eprint={2205.14135}, url = {https://x.org/a})
      """
    let records = try RecordFile(Array(text.utf8)).records
    #expect(records.map(\.id) == ["dao22", "b"])
    #expect(records[0].authors == ["Dao, Tri", "Fu, Daniel Y."])
    #expect(records[0].year == 2022)
    #expect(records[0].venue == "J K")
    #expect(records[0].identifiers.map(\.description) == ["doi:10.1000/abc"])
    #expect(records[1].identifiers.map(\.description) == ["arxiv:2205.14135"])
  }

  @Test func risIsRead() throws {
    let text = """
      TY  - JOUR
      ID  - dao22
      TI  - FlashAttention: Fast
        Exact Attention
      AU  - Dao, Tri
      AU  - Fu, Daniel Y.
      PY  - 2022/05/27
      T2  - NeurIPS
      DO  - https://doi.org/10.1000/ABC
      KW  - attention
      ER  -

      TY  - UNPB
      T1  - B
      M1  - arXiv:2205.14135
      ER  -
      """
    for ending in ["\n", "\r\n"] {
      let records = try RecordFile(Array(text.replacing("\n", with: ending).utf8)).records
      #expect(records.map(\.id) == ["dao22", "record 2"])
      #expect(records[0].titles == ["FlashAttention: Fast Exact Attention"])
      #expect(records[0].authors == ["Dao, Tri", "Fu, Daniel Y."])
      #expect(records[0].year == 2022)
      #expect(records[0].venue == "NeurIPS")
      #expect(records[0].identifiers.map(\.description) == ["doi:10.1000/abc"])
      #expect(records[1].identifiers.map(\.description) == ["arxiv:2205.14135"])
    }
  }

  @Test(arguments: [
    ("TY  - JOUR\nTI  - A\n", 3), ("TY  - JOUR\nTY  - JOUR\nER  - \n", 2),
    ("TY  - JOUR\nER  - \nER  - \n", 3),
  ])
  func aMistakeInRISIsReportedWithItsLine(_ text: String, _ line: Int) {
    #expect {
      _ = try RecordFile(Array(text.utf8))
    } throws: { error in
      (error as? RecordFailure)?.line == line
    }
  }

  @Test func aListOfTitlesAndLinksIsRead() throws {
    let text = """
      # Candidates

      - [Neural Turing Machines](https://arxiv.org/abs/1410.5401)
      * Paged attention https://arxiv.org/pdf/2309.06180.pdf
      https://example.org/a
      Only a title
      """
    let records = try RecordFile(Array(text.utf8)).records
    #expect(
      records.map(\.titles) == [
        ["Neural Turing Machines"], ["Paged attention"], ["https://example.org/a"], ["Only a title"],
      ])
    #expect(records.map { $0.identifiers.first?.value } == ["1410.5401", "2309.06180", nil, nil])
  }
}
