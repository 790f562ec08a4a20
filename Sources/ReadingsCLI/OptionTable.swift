internal import ReadingsCatalog
internal import ReadingsQuery

/// How a listing is written.
enum ListFormat: String, CaseIterable {
  case table, plain, json, jsonl, csv, tsv, markdown
  case markdownTable = "markdown-table"
  case paths, bibtex, biblatex
  case cslJSON = "csl-json"
  case ris

  /// Whether it describes works alone, for programs that manage references.
  var isBibliography: Bool {
    switch self {
    case .bibtex, .biblatex, .cslJSON, .ris: true
    default: false
    }
  }
}

/// How a page or a count is written.
enum PageFormat: String, CaseIterable {
  case table, plain, json
}

/// What `parse` writes.
enum ParseTarget: String, CaseIterable {
  case html, tree
  case yamlJSON = "yaml-json"
  case frontMatter = "front-matter"

  /// Whether the target is made of Markdown.
  var isMarkdown: Bool { self == .html || self == .tree }
}

/// How `parse` reads Markdown.
enum ParseSyntax: String, CaseIterable {
  case post, gfm, commonmark
}

/// Every option of every command, once.
extension OptionSpecification {
  static let tag = OptionSpecification(
    "tag", "t", Value(name: "TAG", kind: .tag),
    meaning: "tagged TAG: the session, or the reading itself", topic: .filter, isRepeatable: true)
  static let category = OptionSpecification(
    "category", "c", Value(name: "CATEGORY", kind: .category),
    meaning: "in a session of CATEGORY", topic: .filter, isRepeatable: true)
  static let term = OptionSpecification(
    "term", nil, Value(name: "TERM", kind: .term), meaning: "in a session of TERM", topic: .filter,
    isRepeatable: true)
  static let author = OptionSpecification(
    "author", "a", Value(name: "NAME", kind: .author),
    meaning: "by NAME; whole words, case and accents do not count", topic: .filter, isRepeatable: true)
  static let role = OptionSpecification(
    "role", nil, .choice("ROLE", of: ReadingRole.self), meaning: "with this ROLE in its session",
    topic: .filter, isRepeatable: true)
  static let kind = OptionSpecification(
    "kind", nil, .choice("KIND", of: ReadingKind.self), meaning: "of this KIND", topic: .filter,
    isRepeatable: true)
  static let year = OptionSpecification(
    "year", "y", Value(name: "A..B", kind: .yearRange),
    meaning: "that appeared in these years: 2022..2024, 2022.., ..2024 or 2024", topic: .filter,
    isRepeatable: true)
  static let filters: [OptionSpecification] = [.tag, .category, .term, .author, .role, .kind, .year]

  static let sessions = OptionSpecification(
    "sessions", nil, meaning: "list the sessions without their readings", topic: .presentation)
  static let sort = OptionSpecification(
    "sort", "s", Value(name: "FIELD[-],...", kind: .sorting),
    meaning: "order by fields, a '-' after one turns it round: date-,title", topic: .presentation)
  static let groupBy = OptionSpecification(
    "group-by", "g", .choice("FIELD", of: Grouping.Field.self), meaning: "gather readings under each value",
    topic: .presentation)
  static let limit = OptionSpecification(
    "limit", "n", Value(name: "COUNT", kind: .number), meaning: "show at most COUNT", topic: .presentation)
  static let listFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: ListFormat.self), meaning: "how to write it (default: table)",
    topic: .presentation)
  static let pageFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: PageFormat.self), meaning: "how to write it (default: table)",
    topic: .presentation)
  static let exportFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: ListFormat.self), meaning: "how to write it (default: jsonl)",
    topic: .presentation)
  static let columns = OptionSpecification(
    "columns", nil, Value(name: "FIELD,...", kind: .fields),
    meaning: "show these fields, see 'readings help formats'", topic: .presentation)
  static let json = OptionSpecification(
    "json", nil, Value(name: "FIELD,...", kind: .fields), meaning: "write JSON of these fields alone",
    topic: .presentation)
  static let template = OptionSpecification(
    "template", nil, Value(name: "TEXT", kind: .text),
    meaning: "write TEXT for each, with fields in braces: '{title} ({year})'", topic: .presentation)
  static let unique = OptionSpecification(
    "unique", "u", meaning: "show each paper once, with all the sessions that read it", topic: .presentation)
  static let count = OptionSpecification(
    "count", nil, meaning: "write only how many there are", topic: .presentation)
  static let null = OptionSpecification(
    "null", "0", meaning: "end each path with a null character, for 'xargs -0'", topic: .presentation)
  static let results: [OptionSpecification] = [.columns, .json, .template, .count, .null]
  static let explain = OptionSpecification(
    "explain", nil, meaning: "show for each field where its value stands and by which rule it was read",
    topic: .presentation)
  static let field = OptionSpecification(
    "field", nil, .choice("FIELD", of: TagCount.Field.self), meaning: "what to count (default: tags)",
    topic: .presentation)
  static let extraction = OptionSpecification(
    "extraction", nil, meaning: "also list the entries that the reader was unsure of", topic: .presentation)

  static let to = OptionSpecification(
    "to", nil, .choice("FORM", of: ParseTarget.self), meaning: "what to write", topic: .presentation)
  static let syntax = OptionSpecification(
    "syntax", nil, .choice("SYNTAX", of: ParseSyntax.self), meaning: "how to read Markdown (default: post)",
    topic: .presentation)
  static let unsafeHTML = OptionSpecification(
    "unsafe-html", nil, meaning: "pass raw HTML and every link through as written", topic: .presentation)

  static let dryRun = OptionSpecification(
    "dry-run", nil, meaning: "write nothing; print what would change as a diff for 'patch' and 'git apply'",
    topic: .writing)
  static let diff = OptionSpecification("diff", nil, meaning: "also print the diff", topic: .writing)
  /// Options that every command takes that writes to a library.
  static let edits: [OptionSpecification] = [.dryRun, .diff]

  static let library = OptionSpecification(
    "library", "L", Value(name: "DIR", kind: .folder),
    meaning: "the folder of posts (default: $READINGS_LIBRARY, else the current folder)", topic: .library)
  static let plainMarkdown = OptionSpecification(
    "plain-markdown", nil, meaning: "also read Markdown files without front matter", topic: .library)
  static let color = OptionSpecification(
    "color", nil, .choice("WHEN", of: ColorChoice.self),
    meaning: "colour the output (default: auto, which heeds NO_COLOR)", topic: .general)
  static let verbose = OptionSpecification(
    "verbose", "v", meaning: "print every problem found in the posts", topic: .general)
  static let quiet = OptionSpecification(
    "quiet", "q", meaning: "print no counts, hints and warnings, only errors", topic: .general)
  static let noPager = OptionSpecification(
    "no-pager", nil, meaning: "do not show long output through $READINGS_PAGER or $PAGER", topic: .general)
  static let help = OptionSpecification("help", "h", meaning: "explain the command", topic: .general)
  static let version = OptionSpecification("version", "V", meaning: "print the version", topic: .general)

  /// Options that every command takes.
  static let common: [OptionSpecification] = [
    .library, .plainMarkdown, .color, .noPager, .quiet, .verbose, .help, .version,
  ]
}
