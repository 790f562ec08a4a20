internal import FrontMatter
internal import Markdown
internal import SourceText

/// Reads posts that are about one work whose facts stand in the front matter: proceedings and publication pages
/// (`booktitle`, `publication`, `arxiv_id`, `paper_url`) and announcements of talks (`speaker`).
enum FrontMatterShape {
  /// The work; nil when the front matter does not describe one.
  static func read(_ matter: FrontMatter, body: Outline, post: PostFrame) -> Reading? {
    let isPaper = describesPaper(matter) || first(matter, ["pdf", "paper", "venue", "conference"]) != nil
    let speaker = first(matter, ["speaker", "speakers"])
    guard isPaper || speaker != nil, let title = first(matter, ["title"]), let written = title.byteText,
      !written.isEmpty
    else { return nil }
    let titleText = ByteText(TextDecoder.decodingReferences(Array(written)))
    let line = TextLine(plain: titleText, span: title.span)
    let span = matter.block.map { SourceSpan($0.content.lowerBound, matter.body.upperBound) } ?? title.span
    var reader = EntryReader(
      title: line, span: span, context: EntryContext(), post: post,
      kindHint: isPaper ? nil : talkKind(matter))
    readPeople(matter, speaker, into: &reader)
    readLinks(matter, into: &reader)
    readPlace(matter, into: &reader)
    if let abstract = matter["abstract"], !abstract.isNull, let text = abstract.byteText, !text.isEmpty {
      let labelled = ByteText(joining: [ByteText("Abstract: "), text.collapsingWhitespace])
      reader.read([TextLine(labelled, span: abstract.span)])
    } else if let prose = body.nodes.first(where: { $0.depth == nil && $0.joined.residue.hasWords(20) }) {
      reader.read([prose.joined])
    }
    return reader.draft.finish()
  }

  /// Whether the front matter describes a publication beyond doubt. A speaker, a venue or a file can also belong to a
  /// session that lists works of its own.
  static func describesPaper(_ matter: FrontMatter) -> Bool {
    first(matter, strongKeys) != nil || isPublicationLayout(matter)
  }

  private static let strongKeys = [
    "paper_url", "paperurl", "paper_link", "url_pdf", "booktitle", "publication", "journal",
    "container-title", "arxiv",
    "arxiv_id", "doi",
  ]
  private static let linkKeys = [
    "paper_url", "paperurl", "url_pdf", "pdf", "paper", "paper_link", "openreview",
  ]
  private static let venueKeys = [
    "booktitle", "publication", "journal", "venue", "conference", "container-title",
  ]

  private static func first(_ matter: FrontMatter, _ keys: [String]) -> FrontMatterValue? {
    for key in keys {
      if let value = matter[key], !value.isNull, value.text?.isEmpty != true { return value }
    }
    return nil
  }

  private static func isPublicationLayout(_ matter: FrontMatter) -> Bool {
    ["inproceedings", "article", "publication", "paper"].contains(matter["layout"]?.text ?? "")
      && (matter["author"] != nil || matter["authors"] != nil)
  }

  private static func talkKind(_ matter: FrontMatter) -> ReadingKind {
    if first(matter, ["video", "youtube", "recording"]) != nil { return .video }
    return first(matter, ["speakerdeck", "slides", "slideshare"]) != nil ? .slides : .other
  }

  private static func readPeople(
    _ matter: FrontMatter, _ speaker: FrontMatterValue?, into reader: inout EntryReader
  ) {
    if let value = first(matter, ["authors", "author"]) ?? speaker {
      let names =
        value.kind == .sequence
        ? value.items.compactMap(personName).filter { !isNobody($0) }
        : AuthorLine.parse(value.byteText ?? ByteText(), evidence: .labelled) ?? []
      if !names.isEmpty { reader.draft.set(authors: names, value.span, "front matter") }
    }
    if speaker != nil, let affiliation = first(matter, ["affiliation"]), let text = affiliation.byteText {
      let labelled = ByteText(joining: [ByteText("Affiliation: "), text])
      reader.read([TextLine(plain: labelled, span: affiliation.span)])
    }
  }

  /// `et al.`, `author 6 of 13`, and the account name under which themes keep the owner of a site.
  private static func isNobody(_ name: ByteText) -> Bool {
    name.hasPrefix(lowercase: "et al") || name.isEqual(toLowercase: "admin")
      || name.words.contains { $0.allSatisfy(\.isDigit) }
  }

  /// `Ann Lee`, or a mapping with `name`, or with `given` and `family`.
  private static func personName(_ value: FrontMatterValue) -> ByteText? {
    if let text = value.byteText ?? value["name"]?.byteText { return text.collapsingWhitespace }
    let parts = ["given", "prefix", "family"].compactMap { value[$0]?.byteText }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : ByteText(joining: parts, separator: " ").collapsingWhitespace
  }

  private static func readLinks(_ matter: FrontMatter, into reader: inout EntryReader) {
    let keys =
      linkKeys + [
        "url", "code", "url_code", "code_url", "link", "website", "video", "url_video", "slides",
        "url_slides", "youtube", "recording", "speakerdeck", "slideshare", "supplementary", "external_url",
      ]
    for key in keys {
      if let value = matter[key] { addLink(value, into: &reader) }
    }
    for field in matter.fields where field.key.hasPrefix("url_") || field.key.hasSuffix("_url") {
      addLink(field.value, into: &reader)
    }
    // `links: [{name: Preprint, url: ...}]`
    for item in matter["links"]?.items ?? [] {
      addLink(item["url"] ?? item["link"] ?? item, into: &reader)
    }
    if let value = first(matter, ["arxiv", "arxiv_id"]), let text = value.byteText {
      let labelled = ByteText(joining: [ByteText("arXiv:"), text])
      for identifier in IdentifierScanner.identifiers(inText: labelled) {
        reader.draft.add(identifier, value.span, "front matter")
      }
      reader.draft.addLinks(of: TextLine(plain: text, span: value.span))
    }
    if let value = matter["doi"], let text = value.byteText {
      for identifier in IdentifierScanner.identifiers(inText: text) {
        reader.draft.add(identifier, value.span, "front matter")
      }
    }
  }

  private static func addLink(_ value: FrontMatterValue, into reader: inout EntryReader) {
    guard let text = value.byteText, text.hasPrefix("http") else { return }
    reader.draft.addLinks(of: TextLine(plain: text, span: value.span))
  }

  private static func readPlace(_ matter: FrontMatter, into reader: inout EntryReader) {
    if let value = first(matter, venueKeys), let text = value.byteText {
      reader.draft.set(venue: text.collapsingWhitespace.trimming("*_"), value.span, "front matter")
    }
    if first(matter, venueKeys) != nil || isPublicationLayout(matter),
      let value = first(matter, ["year", "date", "published"]),
      let text = value.byteText, let year = DateScanner.plausibleYear(text.prefix(4))
    {
      reader.draft.set(writtenYear: year, value.span, "front matter")
    }
  }
}

extension FrontMatterValue {
  /// The text of a scalar, as the rules read it.
  var byteText: ByteText? { text.map { ByteText($0) } }
}
