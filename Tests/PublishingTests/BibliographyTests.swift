import Publishing
import ReadingsCatalog
import ReadingsQuery
import SourceText
import Testing

@Suite struct BibliographyTests {
  private func work(_ title: String, _ change: (inout Reading) -> Void = { _ in }) -> CitedWork {
    var reading = Reading(
      key: "k", title: title, span: SourceSpan(0, 0), position: SourcePosition(line: 1, column: 1))
    change(&reading)
    return CitedWork(
      SelectedReading(session: Session(key: "s", title: "S", file: "s.md"), reading: reading))
  }

  private func bibtex(_ work: CitedWork, _ dialect: BibTeXDialect = .bibtex) -> [String] {
    let text = Bibliography([work]).bibtex(dialect, at: 0)
    return text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("Tri Dao", "Dao, Tri"), ("Dao, Tri", "Dao, Tri"), ("Laurens van der Maaten", "van der Maaten, Laurens"),
    ("Martin Luther King Jr.", "King, Jr., Martin Luther"), ("King, Jr., Martin", "King, Jr., Martin"),
    ("DeepSeek-AI", "{DeepSeek-AI}"), ("Gemma Team", "{Gemma Team}"),
    ("AT&T Labs Research", "{AT\\&T Labs Research}"),
    ("et al.", "others"), ("Christopher Ré", "R{\\'{e}}, Christopher"),
    ("Łukasz Kaiser", "Kaiser, {\\L}ukasz"),
    ("Johnson and Johnson", "{Johnson, Johnson and}"), ("Nguyễn Văn An", "An, Nguy{\\~{\\^{e}}}n V{\\u{a}}n"),
    ("Rene\u{301} Vidal", "Vidal, Ren{\\'{e}}"),
  ])
  func namesAreTakenApart(name: String, written: String) {
    let lines = bibtex(work("T") { $0.authors = [name] })
    #expect(lines.contains("  author = {\(written)},"))
  }

  @Test(arguments: [
    ("Attention Is All You Need", "Attention Is All You Need"),
    ("FlashAttention: Fast and Memory-Efficient", "{FlashAttention}: Fast and {Memory-Efficient}"),
    ("Training BERT (again)", "Training {BERT} (again)"),
    ("An adaptive method named after Adam", "An adaptive method named after {Adam}"),
    ("A survey: The case of plants on Hawaii island", "A survey: The case of plants on {Hawaii} island"),
    ("Plan B and a Vitamin C", "Plan {B} and a Vitamin {C}"),
    (
      "100% of $5 & C#_x ^~ {a} \\b",
      "100\\% of \\$5 \\& C\\#\\_x \\textasciicircum{}\\textasciitilde{} \\textbraceleft{}a\\textbraceright{} "
        + "\\textbackslash{}b"
    ),
    ("$\\pi_0$: A Model", "{$\\pi_0$}: A Model"),
    ("Costs $5 and $10", "Costs \\$5 and \\$10"),
    ("Broken $a{b$ math", "Broken \\$a\\textbraceleft{}b\\$ math"),
    ("A – B’s “C”…", "A -- B's ``{C}''\\ldots{}"),
    ("太極 graphics", "太極 graphics"),
  ])
  func titlesKeepTheirCapitalsAndNothingIsACommand(title: String, written: String) {
    #expect(bibtex(work(title)).contains("  title = {\(written)},"))
  }

  @Test(arguments: [
    ("of $O(n)$ steps", "of $O(n)$ steps"), ("$x$, $y$ and 3$\\times$", "$x$, $y$ and 3$\\times$"),
    ("$ x$", "\\$ x\\$"), ("$x $", "\\$x \\$"), ("$$", "\\$\\$"), ("$x$1", "\\$x\\$1"), ("$x$½", "\\$x\\$½"),
    ("$x$é", "$x${\\'{e}}"), ("$50% of$", "\\$50\\% of\\$"),
    ("$}{$", "\\$\\textbraceright{}\\textbraceleft{}\\$"),
    ("$a\\$", "\\$a\\textbackslash{}\\$"), ("$\\text{é}$", "$\\text{é}$"),
    ("$\(String(repeating: "é", count: 198))$", "$\(String(repeating: "é", count: 198))$"),
    (
      "$\(String(repeating: "é", count: 199))$",
      "\\$\(String(repeating: "{\\'{e}}", count: 199))\\$"
    ),
    ("o\u{308}ne и\u{306}x", "{\\\"{o}}ne {\\u{и}}x"),
    ("a  b\u{A0}c\u{2003}d\u{200E}", "a b c d"),
  ])
  func mathStaysMath(abstract: String, written: String) {
    #expect(bibtex(work("T") { $0.abstract = abstract }).contains("  abstract = {\(written)},"))
  }

  @Test func lettersStayInTheDialectThatReadsUnicode() {
    let lines = bibtex(work("Über Ångström") { $0.authors = ["Christopher Ré"] }, .biblatex)
    #expect(lines.contains("  author = {Ré, Christopher},"))
    #expect(lines.contains("  title = {Über Ångström},"))
  }

  @Test func aPreprintSaysItsArXivNumberAndItsDay() {
    let preprint = work("Tea") {
      $0.identifiers = [Identifier(.arxiv, "2205.14135")]
      $0.submitted = CalendarDate(year: 2022, month: 5, day: 27)
      $0.year = 2022
      $0.urls = ["https://arxiv.org/abs/2205.14135"]
    }
    #expect(
      bibtex(preprint) == [
        "@misc{2022tea,", "  title = {Tea},", "  year = {2022},", "  month = may,",
        "  eprint = {2205.14135},",
        "  archiveprefix = {arXiv},", "  url = {https://arxiv.org/abs/2205.14135},", "}",
      ])
    #expect(
      bibtex(preprint, .biblatex) == [
        "@online{2022tea,", "  title = {Tea},", "  date = {2022-05-27},", "  eprint = {2205.14135},",
        "  eprinttype = {arXiv},", "  url = {https://arxiv.org/abs/2205.14135},", "}",
      ])
  }

  @Test func anArXivNumberSaysTheYearThatNothingElseSays() {
    func year(_ number: String) -> [String] {
      bibtex(work("Tea") { $0.identifiers = [Identifier(.arxiv, number)] }).filter { $0.contains("year") }
    }
    #expect(year("2311.12351") == ["  year = {2023},"])
    #expect(year("0704.0001") == ["  year = {2007},"])
    #expect(year("cs/0112017") == [])
  }

  @Test(arguments: [
    ("ICML 2017", ReadingKind.paper, "@inproceedings{", "booktitle"),
    ("Journal of Machine Learning Research", .paper, "@article{", "journal"),
    ("MIT Press", .book, "@book{", "publisher"), ("GitHub", .software, "@misc{", "howpublished"),
  ])
  func theVenueSaysTheType(venue: String, kind: ReadingKind, type: String, field: String) throws {
    let lines = bibtex(
      work("T") {
        $0.venue = venue
        $0.kind = kind
      })
    #expect(try #require(lines.first).hasPrefix(type))
    #expect(
      lines.contains { $0.hasPrefix("  \(field) = {\(venue.prefix(1))") || $0.hasPrefix("  \(field) = {{") })
  }

  @Test func keysAreUniqueAndMadeOfAuthorYearAndWord() {
    func flash(_ year: Int) -> CitedWork {
      work("The FlashAttention") {
        $0.authors = ["Tri Dao"]
        $0.year = year
      }
    }
    let taken = work("FlashAttentiona") {
      $0.authors = ["Tri Dao"]
      $0.year = 2022
    }
    let keys = Bibliography([
      flash(2022), flash(2023), flash(2022), flash(2022), taken, work("!"), work("太極"),
    ]).keys
    #expect(
      keys == [
        "dao2022flashattention", "dao2023flashattention", "dao2022flashattentionb", "dao2022flashattentionc",
        "dao2022flashattentiona", "work", "worka",
      ])
  }

  @Test func linksCannotEndTheirField() {
    let lines = bibtex(work("T") { $0.urls = ["https://e.org/a}b{c\\d%20e_f#g"] })
    #expect(lines.contains("  url = {https://e.org/a%7Db%7Bc%5Cd%20e_f#g},"))
  }

  @Test func risNamesEveryFieldOnALineOfItsOwn() {
    let ris = Bibliography([
      work("A  title\nof two lines") {
        $0.authors = ["Tri Dao", "DeepSeek-AI", "et al."]
        $0.year = 2022
        $0.submitted = CalendarDate(year: 2022, month: 5, day: 27)
        $0.identifiers = [Identifier(.arxiv, "2205.14135"), Identifier(.doi, "10.1/x")]
        $0.tags = [Tag("Serving")]
      }
    ]).ris()
    #expect(
      String(decoding: ris, as: UTF8.self).split(separator: "\r\n").map(String.init) == [
        "TY  - UNPB", "ID  - dao2022title", "TI  - A title of two lines", "AU  - Dao, Tri",
        "AU  - DeepSeek-AI",
        "PY  - 2022", "DA  - 2022/05/27", "DO  - 10.1/x", "M1  - arXiv:2205.14135", "KW  - Serving", "ER  - ",
      ])
  }

  @Test func cslTakesNamesAndDatesApart() {
    let csl = Bibliography([
      work("T") {
        $0.authors = ["Laurens van der Maaten", "Gemma Team", "et al."]
        $0.year = 2008
        $0.venue = "JMLR"
      }
    ]).csl()
    #expect(
      String(decoding: csl, as: UTF8.self) == """
        [
        {"id":"vandermaaten2008t","type":"article-journal","title":"T","author":[{"family":"van der Maaten",\
        "given":"Laurens"},{"literal":"Gemma Team"}],"issued":{"date-parts":[[2008]]},"container-title":"JMLR"}
        ]

        """)
    #expect(String(decoding: Bibliography([]).csl(), as: UTF8.self) == "[]\n")
  }
}
