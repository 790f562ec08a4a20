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

  /// A reading of the library by its indices.
  private struct Place {
    let post: Int
    let session: Int
    let reading: Int
  }

  private struct Entry {
    let file: SourceFile
    let reading: Reading
    let form: TitleForm
    let others: [TitleForm]

    init(_ file: SourceFile, _ reading: Reading) {
      self.file = file
      self.reading = reading
      form = TitleForm(reading.title)
      others = reading.alternativeTitles.map { TitleForm($0) }
    }

    func agrees(with entry: Entry) -> Bool {
      form.isForm(of: entry.form) || others.contains { $0.isForm(of: entry.form) }
        || entry.others.contains { $0.isForm(of: form) }
    }
  }

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    var byIdentifier: [Identifier: [Place]] = [:]
    var byLink: [String: [Place]] = [:]
    for (postIndex, post) in library.posts.enumerated() {
      for (sessionIndex, session) in post.sessions.enumerated() {
        for (index, reading) in session.readings.enumerated() where isTitled(reading) {
          let place = Place(post: postIndex, session: sessionIndex, reading: index)
          if let strong = reading.identifiers.first {
            byIdentifier[strong, default: []].append(place)
          } else if let url = reading.urls.first {
            byLink[linkKey(url), default: []].append(place)
          }
        }
      }
    }
    func entries(_ places: [Place]) -> [Entry] {
      places.map { place in
        let post = library.posts[place.post]
        return Entry(post.file, post.sessions[place.session].readings[place.reading])
      }
    }
    for (key, places) in byIdentifier where places.count > 1 {
      compare(entries(places), identifier, "\(key)", &report)
    }
    for (key, places) in byLink where places.count > 1 && !isShared(key) {
      compare(entries(places), link, "the link", &report)
    }
  }

  /// Whether the title of an entry is that of one work.
  private static func isTitled(_ reading: Reading) -> Bool {
    !scheme.isPart(of: reading.title) && !reading.title.hasPrefix("www.") && !isCollection(reading)
  }

  private static let scheme = ByteSearch("http")

  /// Whether an entry links several works, so that its title need be no one's.
  private static func isCollection(_ reading: Reading) -> Bool {
    reading.urls.count > 1
      && Set(reading.urls.compactMap { IdentifierScanner.identifier(inURL: $0) }).count > 1
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
    let bytes = Array(url.utf8)
    var rest = bytes[...]
    if let mark = schemeEnd.first(in: bytes, bytes.indices) { rest = bytes[(mark + schemeEnd.count)...] }
    if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private static let schemeEnd = ByteSearch("://")

  /// Whether many works stand at one address: a site's front page, a search, a shared folder.
  private static func isShared(_ key: String) -> Bool {
    !key.contains("/") || key.contains("/search") || key.contains("{{")
  }
}
