internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// What help explains besides commands.
struct HelpTopic: Sendable {
  /// Rows under a heading, with text below them.
  struct Section: Sendable {
    let title: String
    var rows: [CommandSpecification.Example] = []
    var paragraphs: [String] = []
    /// Lines that stand as they are.
    var literal: [String] = []
  }

  let name: String
  /// One line, a lowercase phrase.
  let meaning: String
  let examples: [CommandSpecification.Example]
  let sections: [Section]

  static let all = [query, formats, keys, configuration, environment, status]
}

extension HelpTopic {
  static let query = HelpTopic(
    name: "query", meaning: "how to ask for readings",
    examples: [
      .init("readings list tag:serving author:dao year:2022..2024", "all three must hold"),
      .init("readings list role:required -has:link", "required readings without a link"),
      .init("readings list 'flash* -role:optional'", "a word that starts so, but nothing optional"),
      .init(
        "readings list '(tag:serving or tag:efficiency) \"memory management\"'", "either tag, and the phrase"),
      .init("readings list 'tag:\"long context\" year:>=2023'", "a value of two words, a comparison"),
      .init("readings list team:team-6 --sessions", "the sessions that a team led or wrote up"),
    ],
    sections: [
      Section(
        title: "Terms",
        rows: [
          .init("field:value", "the field has the value; see below"),
          .init("word", "the word stands in a title, author, abstract, venue, affiliation or own tag"),
          .init("\"some words\"", "the words stand side by side; also field:\"some words\""),
          .init("start*", "a word or value starts so; field:* asks for any value"),
          .init("2022..2024", "from one to the other; 2022.. and ..2024 are open"),
          .init(">2022 >=2022 <2022 <=2022", "more, at least, less, at most"),
          .init("2024-01", "of a date, the whole month; 2024 is the whole year"),
        ]),
      Section(
        title: "Putting terms together",
        rows: [
          .init("a b, a and b", "both"), .init("a or b", "either; 'and' binds closer"),
          .init("-a, not a", "what does not match"), .init("(a or b) c", "parentheses group"),
        ]),
      Section(
        title: "Fields",
        rows: QueryField.Name.allCases.map { .init($0.rawValue + ":", meaning(of: $0)) }
          + [.init("meta.KEY:", "words in any other front-matter key")]),
      Section(
        title: "On the command line",
        paragraphs: [
          "Words of a query are joined by spaces. The shell takes quotation marks, parentheses, '*', '<' and '>' for "
            + "itself: put a query that has them in single quotes. A word that starts with a dash and has no "
            + "field is taken for options; write 'not word', or '--' before the whole query.",
          "Case and accents do not count. In names, such as tags, a hyphen is as good as a space.",
        ]),
    ])

  /// What a field of a query looks at.
  static func meaning(of field: QueryField.Name) -> String {
    func choices<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> String {
      type.allCases.map(\.rawValue).joined(separator: ", ")
    }
    return switch field {
    case .tag: "a tag of the session or of the reading"
    case .category: "a category of the session"
    case .term: "the session's term"
    case .label: "the session's label"
    case .session: "the session's key, or words of its title"
    case .title: "words of a title"
    case .author: "names of one author, in any order"
    case .abstract: "words of the abstract"
    case .section: "words of the heading that the reading stands under"
    case .role: choices(ReadingRole.self)
    case .kind: choices(ReadingKind.self)
    case .year: "when it appeared, or else was submitted"
    case .citations: "how often it is cited"
    case .date: "the day of the session; without one, its whole year, which its label or term begins with"
    case .submitted: "the day it was submitted"
    case .arxiv: "an arXiv identifier or link, with or without version"
    case .doi: "a DOI or a link to one"
    case .venue: "words of the venue"
    case .presenter: "words of the presenter's name"
    case .team: "the team that leads the session or writes its notes"
    case .lead: "the team that leads the session"
    case .file: "the post's path or file name"
    case .key: "the key of the reading or of its session"
    case .has: choices(Predicate.Presence.self)
    case .is: choices(Predicate.State.self)
    }
  }
}

extension HelpTopic {
  static let formats = HelpTopic(
    name: "formats", meaning: "how results are written, and the fields they have",
    examples: [
      .init("readings list --format csv --columns title,year,url", "three columns for a spreadsheet"),
      .init("readings list --json title,url", "the same for a program, as JSON"),
      .init("readings list --template '{title} ({year}) <{url}>'", "a line of your own for each"),
      .init("readings list tag:serving --format paths -0", "the posts, for 'xargs -0'"),
      .init("readings list --format markdown --group-by author", "a page of Markdown"),
      .init("readings list kind:software --count", "how many there are"),
    ],
    sections: [
      Section(title: "Formats", rows: ListFormat.allCases.map { .init($0.rawValue, meaning(of: $0)) }),
      Section(
        title: "Choosing fields",
        rows: [
          .init("--columns FIELD,...", "for table, plain, json, jsonl, csv, tsv and markdown-table"),
          .init("--json FIELD,...", "short for --columns with JSON"),
          .init("--template TEXT", "'{title}' is a field, '{{' a brace, '\\n' a new line, '\\t' a tab"),
        ]),
      Section(title: "Fields of readings", paragraphs: [names(of: FieldCatalog.readings)]),
      Section(title: "Fields of sessions (--sessions)", paragraphs: [names(of: FieldCatalog.sessions)]),
      Section(
        title: "Absent and odd values",
        paragraphs: [
          "An absent value is null in JSON and empty elsewhere; lists are arrays in JSON and joined by '; ' elsewhere. "
            + "Among chosen fields 'year' is that of the work or else of its submission; JSON without chosen "
            + "fields keeps the two apart. In csv and tsv a value that a spreadsheet would run as a formula gets an "
            + "apostrophe in front."
        ]),
    ])

  private static func names<Element>(of catalog: FieldCatalog<Element>) -> String {
    catalog.names.joined(separator: ", ")
  }

  private static func meaning(of format: ListFormat) -> String {
    switch format {
    case .table: "aligned columns that fit the terminal"
    case .plain: "the same without cutting anything"
    case .json: "one array with every field"
    case .jsonl: "one JSON object a line"
    case .csv: "comma-separated values (RFC 4180), names first"
    case .tsv: "tab-separated values, names first"
    case .markdown: "a list with links below a heading for each session or group"
    case .markdownTable: "a table for GitHub and others"
    case .paths: "the path of each post once"
    case .bibtex: "entries for LaTeX with the program bibtex"
    case .biblatex: "entries for LaTeX with biblatex and biber"
    case .cslJSON: "entries for pandoc, Zotero and other citeproc programs"
    case .ris: "entries for reference managers"
    }
  }
}
