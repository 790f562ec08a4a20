import ReadingsCatalog
import Testing

@Suite struct IdentifierScannerTests {
  @Test(arguments: [
    ("https://arxiv.org/abs/2205.14135", "arxiv:2205.14135"),
    ("http://arxiv.org/pdf/2205.14135v2.pdf", "arxiv:2205.14135"),
    ("https://arxiv.org/html/2401.00010v1", "arxiv:2401.00010"),
    ("https://arxiv.org/abs/2408.03314?utm_source=substack", "arxiv:2408.03314"),
    ("https://arxiv.org/abs/cs/0112017", "arxiv:cs/0112017"),
    ("https://arxiv.org/abs/math.GT/0309136v1", "arxiv:math/0309136"),
    ("https://doi.org/10.48550/arXiv.2309.06180", "arxiv:2309.06180"),
    ("https://doi.org/10.3390/app14198868", "doi:10.3390/app14198868"),
    ("https://pubs.acs.org/doi/abs/10.1021/ACS.jcim.7b00650", "doi:10.1021/acs.jcim.7b00650"),
    ("https://dl.acm.org/doi/pdf/10.1145/3292500.3330701.pdf", "doi:10.1145/3292500.3330701"),
    ("https://openreview.net/forum?id=GisHNaleWiA&noteId=x", "openreview:GisHNaleWiA"),
    ("https://openreview.net/pdf?id=uNrFpDPMyo", "openreview:uNrFpDPMyo"),
    ("https://aclanthology.org/2020.acl-main.463.pdf", "acl:2020.acl-main.463"),
    ("https://www.aclweb.org/anthology/P19-1001/", "acl:P19-1001"),
    ("http://proceedings.mlr.press/v70/sun17d.html", "pmlr:v70/sun17d"),
  ])
  func linksNameTheirIdentifier(_ url: String, _ expected: String) {
    #expect(IdentifierScanner.identifier(inURL: url)?.description == expected)
  }

  @Test(arguments: [
    "https://arxiv.org/list/cs.CL/recent", "https://github.com/10.1/x", "https://openreview.net/group?id=",
    "https://openreview.net/profile?id=~Ann_Lee1",
    "ftp://arxiv.org/abs/2205.14135", "https://example.org/2205.14135", "{{site.baseurl}}/2205.14135.pdf", "",
  ])
  func otherLinksNameNone(_ url: String) {
    #expect(IdentifierScanner.identifier(inURL: url) == nil)
  }

  @Test(arguments: [
    ("see arXiv:2205.14135v3 for more", ["arxiv:2205.14135"]),
    ("arXiv preprint arXiv: 1705.07115", ["arxiv:1705.07115"]),
    ("doi:10.1000/182).", ["doi:10.1000/182"]),
    ("version 10.2/3 of the 2205.14135 tool", []),
  ])
  func textNamesIdentifiersThatAreLabelled(_ text: String, _ expected: [String]) {
    #expect(IdentifierScanner.identifiers(inText: text).map(\.description) == expected)
  }
}

@Suite struct DateScannerTests {
  @Test(arguments: [
    ("27 May 2022", "2022-05-27"), ("May 27, 2022", "2022-05-27"), ("FEBRUARY 10, 2025", "2025-02-10"),
    ("2024, Apr, 30", "2024-04-30"), ("2022-05-27 10:00", "2022-05-27"),
    ("3rd of nothing, 1 Sept 2020", "2020-09-01"),
  ])
  func datesAreRead(_ text: String, _ expected: String) {
    #expect(DateScanner.firstDate(in: ByteText(text))?.date?.description == expected)
  }

  @Test func aMonthAndYearHaveNoDay() {
    let found = DateScanner.firstDate(in: ByteText("January 2025"))
    #expect(found?.year == 2025)
    #expect(found?.month == 1)
    #expect(found?.date == nil)
  }

  @Test(arguments: ["30 February 2022", "in 2022 we may", "v1.2.3", ""])
  func otherNumbersAreNoDates(_ text: String) {
    #expect(DateScanner.firstDate(in: ByteText(text))?.date == nil)
  }

  @Test func theFirstSubmissionCounts() {
    let line = "[Submitted on 14 Sep 2020 (v1), last revised 14 Mar 2022 (this version, v3)]"
    #expect(DateScanner.submittedDate(in: ByteText(line))?.description == "2020-09-14")
    #expect(DateScanner.submittedDate(in: ByteText("last revised 14 Mar 2022")) == nil)
  }
}

@Suite struct AuthorLineTests {
  @Test(arguments: [
    ("Tri Dao, Daniel Y. Fu, Christopher Ré", ["Tri Dao", "Daniel Y. Fu", "Christopher Ré"]),
    (
      "Trieu H. Trinh, Quoc V. Le, He He & Thang Luong",
      ["Trieu H. Trinh", "Quoc V. Le", "He He", "Thang Luong"]
    ),
    ("Charles Sutton and Andrew McCallum", ["Charles Sutton", "Andrew McCallum"]),
    ("Tri Dao", ["Tri Dao"]), ("Cara Diaz (MIT), Zixu (James)Zhu", ["Cara Diaz", "Zixu (James)Zhu"]),
    ("DeepSeek-AI,  (100 additional authors not shown)", ["DeepSeek-AI"]),
    ("Jian Hu, Xianyu, Weixun Wang", ["Jian Hu", "Xianyu", "Weixun Wang"]),
    ("Harm de Vries, Leandro von Werra", ["Harm de Vries", "Leandro von Werra"]),
    ("Ann Lee1, Bo Chen2*, et al.", ["Ann Lee", "Bo Chen"]),
    ("Wang, T., Zhang, Y., Qi, S.", ["Wang, T.", "Zhang, Y.", "Qi, S."]),
    ("from etc Aaron Courville, Yoshua Bengio", ["Aaron Courville", "Yoshua Bengio"]),
    ("Pengming Wang, Quoc V. Le", ["Pengming Wang", "Quoc V. Le"]),
    // Small differences from a plain list of names.
    ("Ann Lee, Bo Chen", ["Ann Lee", "Bo Chen"]), ("Ann Lee,Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann  Lee,  Bo\tChen", ["Ann Lee", "Bo Chen"]), ("Ann\u{A0}Lee, Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee, Bo Chen,", ["Ann Lee", "Bo Chen"]), ("Ann Lee, Bo Chen.", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee², Bo Chen", ["Ann Lee", "Bo Chen"]), ("O'Neil Ng, Jean-Luc Hé", ["O'Neil Ng", "Jean-Luc Hé"]),
    ("Ann Lee, Bo C. D.", ["Ann Lee", "Bo C. D."]), ("Ann Lee (MIT), Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee, Bo Chen Jr.", ["Ann Lee", "Bo Chen Jr"]),
    // Marks of other scripts, and what may stand before the first name.
    ("Ann Lee、Bo Chen，Cara Diaz", ["Ann Lee", "Bo Chen", "Cara Diaz"]),
    ("Ann Lee · Bo Chen", ["Ann Lee", "Bo Chen"]),
    ("Ann Lee • Bo Chen • Cara Diaz", ["Ann Lee", "Bo Chen", "Cara Diaz"]),
    ("by van Dam, J., de Wit, K.", ["van Dam, J.", "de Wit, K."]),
    ("2017, Ann Lee and Bo Chen", ["Ann Lee", "Bo Chen"]),
  ])
  func namesAreRead(_ text: String, _ expected: [String]) {
    #expect(AuthorLine.parse(ByteText(text))?.map(\.string) == expected)
  }

  @Test(arguments: [
    "Efficient Transformers: A Survey", "Large Language Models",
    "continuous batching, chunked prefill, scheduling",
    "We propose a method, and show results.", "Key Findings", "https://arxiv.org/abs/1", "ICLR 2018", "",
    "Elements:",
    "Deep Learning, Reinforcement Learning, Computer Vision", "地图教程从零开始，第二部分", "数据、算法，模型",
    "In 2014, a team moved", "Maps are drawn, Roads are built",
  ])
  func otherLinesAreNotAuthors(_ text: String) {
    #expect(AuthorLine.parse(ByteText(text)) == nil)
  }

  @Test func aLabelMakesOrganisationsAuthors() {
    let names = AuthorLine.parse(ByteText("OpenAI, Google Brain Team"), evidence: .labelled)
    #expect(names?.map(\.string) == ["OpenAI", "Google Brain Team"])
  }
}

@Suite struct VenueScannerTests {
  @Test(arguments: [
    ("A Closer Look, ICML17", "A Closer Look", "ICML17", 2017),
    ("Chunked Prefill (OSDI’24)", "Chunked Prefill", "OSDI’24", 2024),
    ("Why prefer offline RL? ICLR 2022", "Why prefer offline RL?", "ICLR 2022", 2022),
    ("A tutorial (NIPS 2016)", "A tutorial", "NIPS 2016", 2016),
    ("Reading maps from text, Bioinformatics13", "Reading maps from text", "Bioinformatics13", 2013),
  ])
  func venuesAfterATitleAreCutOff(_ text: String, _ rest: String, _ name: String, _ year: Int) {
    let found = VenueScanner.trailingVenue(of: ByteText(text))
    #expect(found?.rest.string == rest)
    #expect(found?.venue.name.string == name)
    #expect(found?.venue.year == year)
  }

  @Test(arguments: ["Learning at SC", "A talk about ACL", "Something in Nature", "Maps of, Mapper13"])
  func wordsThatOnlyLookLikeVenuesStay(_ text: String) {
    #expect(VenueScanner.trailingVenue(of: ByteText(text)) == nil)
  }

  @Test func aJournalLineNeedsVolumeOrYear() {
    #expect(
      VenueScanner.venueLine(ByteText("Nature volume 625, pages476–482 (2024)Cite this article"))?.name.string
        == "Nature")
    #expect(VenueScanner.venueLine(ByteText("Nature volume 625, pages476–482 (2024)"))?.year == 2024)
    #expect(VenueScanner.venueLine(ByteText("Nature has many laws")) == nil)
    #expect(VenueScanner.venueLine(ByteText("Maps Volume 4, Issue 7, May 2025"))?.name.string == "Maps")
    #expect(VenueScanner.venueLine(ByteText("The volume 4 map has an issue")) == nil)
  }
}

@Suite struct TitleLineTests {
  @Test(arguments: [
    ("1. Torchtune", "Torchtune"), ("a. Some Title", "Some Title"), ("[3] Some Title", "Some Title"),
    ("LIMA: Less Is More for Alignment / ", "LIMA: Less Is More for Alignment"),
    ("Some Title:", "Some Title"),
    ("related:  LoRA: Low-Rank Adaptation", "LoRA: Low-Rank Adaptation"), ("(new) Some Title", "Some Title"),
    ("[Scheduling] Chunked Prefill", "Chunked Prefill"), ("\"Some Title Here\"", "Some Title Here"),
    ("a simple blogpost: Preference Tuning LLMs", "Preference Tuning LLMs"),
    (
      "Protein Science with Large Language Models (LLMs)", "Protein Science with Large Language Models (LLMs)"
    ),
    ("Uni[MASK]: Unified Inference", "Uni[MASK]: Unified Inference"), ("A* Search", "A* Search"),
  ])
  func onlyTheTitleRemains(_ text: String, _ expected: String) {
    #expect(TitleLine(ByteText(text)).title.string == expected)
  }

  @Test func suffixesBecomeFields() {
    let dated = TitleLine(ByteText("Some Title (September 2025)"))
    #expect(dated.title.string == "Some Title")
    #expect(dated.year == 2025)
    let held = TitleLine(ByteText("A Closer Look, ICML17 /"))
    #expect(held.title.string == "A Closer Look")
    #expect(held.venue?.string == "ICML17")
    #expect(held.year == 2017)
    let made = TitleLine(ByteText("[440] Measuring Data Parallelism [Google]"), leadingNumber: .citations)
    #expect(made.title.string == "Measuring Data Parallelism")
    #expect(made.citations == 440)
    #expect(made.affiliation?.string == "Google")
  }

  @Test(arguments: [
    ("NIPS09: Maps and Codes", "Maps and Codes", "NIPS09", [] as [String]),
    ("KDD14: Ann Lee and Bo Chen, Scaling Up Maps", "Scaling Up Maps", "KDD14", ["Ann Lee", "Bo Chen"]),
    ("NIPS12: Ann Lee", "NIPS12: Ann Lee", nil, []),
    ("YOLO9000: Better, Faster, Stronger", "YOLO9000: Better, Faster, Stronger", nil, []),
    ("HMDB51: A Large Map Database", "HMDB51: A Large Map Database", nil, []),
  ])
  func aVenueMayStandBeforeTheTitle(_ text: String, _ title: String, _ venue: String?, _ authors: [String]) {
    let line = TitleLine(ByteText(text))
    #expect(line.title.string == title)
    #expect(line.venue?.string == venue)
    #expect(line.authors.map(\.string) == authors)
  }

  @Test(arguments: [
    (
      "Adversarial Examples, Ekin D. Cubuk, Barret Zoph", "Adversarial Examples",
      ["Ekin D. Cubuk", "Barret Zoph"]
    ),
    (
      "Why is Sampling Better than Optimism? Ian Osband, Benjamin Van Roy",
      "Why is Sampling Better than Optimism?", ["Ian Osband", "Benjamin Van Roy"]
    ),
    (
      "Evaluating Robustness of Networks by Carlini and Wagner", "Evaluating Robustness of Networks",
      ["Carlini", "Wagner"]
    ),
    ("Attention, Memory, and Control", "Attention, Memory, and Control", []),
    ("Can Maps Replace Roads? ; Samy Lee, NIPS16", "Can Maps Replace Roads?", ["Samy Lee"]),
    ("Maps; Old Roads", "Maps; Old Roads", []),
    ("The map kit for towns and beyond, Mazhar Lee", "The map kit for towns and beyond", ["Mazhar Lee"]),
    ("Maps with less work, Causal VAE", "Maps with less work, Causal VAE", []),
    (
      "Counting maps with a filter. Lee P, Chen JK. BMC Maps. 2011", "Counting maps with a filter",
      ["Lee P", "Chen JK"]
    ),
  ])
  func namesAfterATitleAreItsAuthors(_ text: String, _ title: String, _ authors: [String]) {
    let line = TitleLine(ByteText(text), mayHoldAuthors: true)
    #expect(line.title.string == title)
    #expect(line.authors.map(\.string) == authors)
  }
}

@Suite struct TagTests {
  @Test(arguments: [
    ("Fine Tuning", "fine-tuning"), ("fine-Tuning ", "fine-tuning"), ("1Basic", "1basic"), ("RL", "rl"),
  ])
  func caseAndHyphensDoNotCount(_ spelling: String, _ key: String) {
    #expect(Tag(spelling).key == key)
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("2024-1-5", true),
    ("2017-09-12-.md", true), ("2017-091-12", false),
  ])
  func onlyDaysThatExistAreRead(_ text: String, _ exists: Bool) {
    #expect((CalendarDate(prefixOf: text) != nil) == exists)
  }
}
