internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// One link or identifier under titles that are not the same.
enum DifferingTitles: LibraryRule {
  static let link = Rule(
    "link-two-titles", .warning, .entries, meaning: "one link stands under two different titles",
    explanation:
      "A link was copied with an entry and not changed. Titles that are each other's short form are the same; "
      + "links that carry an identifier are judged by it.",
    examples: [
      RuleExample(files: [
        .init("a.md", post("### Fast Maps: Drawing Less\n+ https://maps.example/fast.pdf\n")),
        .init("b.md", post("### ⟦Slow Charts of Rivers⟧\n+ https://maps.example/fast.pdf\n")),
        .init("c.md", post("### Fast Maps\n+ https://maps.example/fast.pdf\n")),
      ])
    ])

  static let identifier = Rule(
    "identifier-two-titles", .warning, .entries,
    meaning: "one identifier has differing titles in two entries",
    explanation:
      "The entries name the same paper by its arXiv identifier, DOI or the like, but not by the same title: one title is "
      + "misspelt or was changed in a later version, or one identifier is wrong. Titles that are each other's short form "
      + "are the same.",
    examples: [
      RuleExample(files: [
        .init("a.md", post("### Fast Maps: Drawing Less\n+ https://arxiv.org/abs/2205.14135\n")),
        .init("b.md", post("### ⟦Fast Maps for Drawing More⟧\n+ https://arxiv.org/abs/2205.14135\n")),
        .init("c.md", post("### Fast Maps\n+ https://arxiv.org/abs/2205.14135\n")),
      ])
    ])

  static let rules = [link, identifier]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n## Readings\n\n" + body }

  private struct Entry {
    let file: SourceFile
    let reading: Reading
    let form: TitleForm
    let others: [TitleForm]

    func agrees(with entry: Entry) -> Bool {
      form.isForm(of: entry.form) || others.contains { $0.isForm(of: entry.form) }
        || entry.others.contains { $0.isForm(of: form) }
    }
  }

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    var byIdentifier: [Identifier: [Entry]] = [:]
    var byLink: [String: [Entry]] = [:]
    for post in library.posts {
      for reading in post.sessions.lazy.flatMap(\.readings) {
        guard !reading.title.contains("http"), !reading.title.hasPrefix("www."), !isCollection(reading) else {
          continue
        }
        let entry = Entry(
          file: post.file, reading: reading, form: TitleForm(reading.title),
          others: reading.alternativeTitles.map { TitleForm($0) })
        if let strong = reading.identifiers.first {
          byIdentifier[strong, default: []].append(entry)
        } else if let url = reading.urls.first {
          byLink[linkKey(url), default: []].append(entry)
        }
      }
    }
    for (key, entries) in byIdentifier where entries.count > 1 {
      compare(entries, identifier, "\(key)", &report)
    }
    for (key, entries) in byLink where entries.count > 1 && !isShared(key) {
      compare(entries, link, "the link", &report)
    }
  }

  /// Whether an entry links several works, so that its title need be no one's.
  private static func isCollection(_ reading: Reading) -> Bool {
    Set(reading.urls.compactMap { IdentifierScanner.identifier(inURL: $0) }).count > 1
  }

  private static func compare(
    _ entries: [Entry], _ rule: Rule, _ what: String, _ report: inout LibraryFindings
  ) {
    for (index, entry) in entries.enumerated().dropFirst() {
      let earlier = entries[..<index]
      guard !earlier.contains(where: { $0.agrees(with: entry) }), let other = earlier.first else { continue }
      let near = !entry.form.isUnlike(other.form)
      report.add(
        rule,
        near
          ? "\(what) is titled '\(other.reading.shownTitle)' elsewhere"
          : "\(what) belongs to another work elsewhere: '\(other.reading.shownTitle)'",
        in: entry.file, at: entry.reading.titleSpan,
        related: [Finding.Related("the other title", in: other.file, at: other.reading.titleSpan)])
    }
  }

  /// Without scheme, `www.`, a slash at the end, and what follows `#`.
  private static func linkKey(_ url: String) -> String {
    var text = url[...]
    if let scheme = text.range(ofScheme: "://") { text = text[scheme...] }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    text = text.prefix { $0 != "#" }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }

  /// Whether many works stand at one address: a site's front page, a search, a shared folder.
  private static func isShared(_ key: String) -> Bool {
    !key.contains("/") || key.contains("/search") || key.contains("{{")
  }
}

extension Substring {
  /// Where what follows the first `mark` starts.
  fileprivate func range(ofScheme mark: String) -> Index? {
    firstRange(of: mark)?.upperBound
  }
}
