internal import FrontMatter
internal import Markdown
package import SourceText

/// What one file gave: its sessions in file order, and what is wrong with it.
package struct Post: Sendable {
  package internal(set) var sessions: [Session] = []
  /// In no order; ids are the front-matter parser's, and `missing-title`, `unsupported-encoding`.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Whether nothing of the file was read because nothing of it can be wanted.
  var isRuledOut = false
}

/// Turns a file into sessions with their readings.
package struct PostReader: Sendable {
  /// Read files without front matter too, titled by their first heading.
  package var readsPlainMarkdown: Bool

  private let configuration: LibraryConfiguration
  private let selection: SessionSelection?
  private let omitted: ReadingParts

  package init(
    readsPlainMarkdown: Bool = false, configuration: LibraryConfiguration = LibraryConfiguration(),
    selection: SessionSelection? = nil, without omitted: ReadingParts = []
  ) {
    self.selection = selection
    self.omitted = omitted
    self.readsPlainMarkdown = readsPlainMarkdown
    self.configuration = configuration
  }

  /// A reader of the front matter alone, for posts of which nothing can be wanted but the keys of their sessions.
  var readingFrontMatter: PostReader {
    PostReader(
      readsPlainMarkdown: readsPlainMarkdown, configuration: configuration,
      selection: SessionSelection { _, _ in false }, without: omitted)
  }

  /// Reads one file; a file that is no post gives no sessions. Total: any bytes will do.
  package func read(_ file: SourceFile) -> Post {
    var post = readAsWritten(file)
    guard !configuration.roleWords.isEmpty else { return post }
    for session in post.sessions.indices {
      for index in post.sessions[session].readings.indices {
        let section = post.sessions[session].readings[index].section
        if let role = section.flatMap({ configuration.role(ofSection: $0) }) {
          post.sessions[session].readings[index].role = role
        }
      }
    }
    return post
  }

  /// The post, with roles by the built-in words.
  private func readAsWritten(_ file: SourceFile) -> Post {
    if let problem = encodingProblem(file) { return Post(diagnostics: [problem]) }
    if let mayWant = selection?.mayWant, let text = PostText(file), !mayWant(text) {
      return Post(isRuledOut: true)
    }
    let matter = FrontMatter(parsing: file.bytes)
    if matter.block != nil { return readPost(file, matter) }
    let lines = LineTable(file.bytes)
    if let export = TextExport(file, lines: lines) {
      return Post(sessions: sessions(of: export, file, lines))
    }
    guard readsPlainMarkdown, !file.path.lowercased().hasSuffix(".txt") else {
      return Post(diagnostics: matter.diagnostics)
    }
    let outline = MarkdownOutline.read(file, body: matter.body)
    guard let heading = outline.nodes.first(where: \.isHeading) else { return Post() }
    let title = heading.joined.text
    var session = Session(key: PostReader.stem(of: file.path), title: title.string, file: file.path)
    session.date = CalendarDate(prefixOf: PostReader.fileName(of: file.path))
    session.body = matter.body
    session.readings = readings(
      matter, outline, title: title, titleSpan: heading.span, PostFrame(lines: lines, omitted: omitted))
    return Post(sessions: [session], diagnostics: matter.diagnostics)
  }

  /// The readings of a post, by the first shape that fits it.
  private func readings(
    _ matter: FrontMatter, _ outline: Outline, title: ByteText, titleSpan: SourceSpan, _ post: PostFrame
  ) -> [Reading] {
    let described = FrontMatterShape.read(matter, body: outline, post: post)
    if let described, FrontMatterShape.describesPaper(matter) { return [described] }
    let groups = outline.groups()
    if let readings = NotesShape.read(groups, post: post) { return readings }
    let listed = HeadingShape.read(outline, groups: groups, post: post)
    if listed.count < 2, let reading = SinglePaperShape.quotedTitle(outline, post: post) {
      return [reading]
    }
    let linked = LinkedTitleShape.read(outline, post: post).filter { candidate in
      !listed.contains { $0.span.contains(candidate.span) || candidate.span.contains($0.span) }
    }
    if !listed.isEmpty || !linked.isEmpty { return (listed + linked).inFileOrder }
    if let described { return [described] }
    if let credited = SinglePaperShape.creditedTitle(outline, post: post) { return [credited] }
    return SinglePaperShape.linkedPaper(title: title, titleSpan: titleSpan, body: outline, post: post).map {
      [$0]
    }
      ?? []
  }

  // MARK: Posts with front matter

  private func readPost(_ file: SourceFile, _ matter: FrontMatter) -> Post {
    var post = Post(diagnostics: matter.diagnostics)
    guard let value = matter["title"] else { return matter.hasErrors ? post : Post() }
    var title = value.isNull ? ByteText() : (value.byteText ?? ByteText()).collapsingWhitespace
    // Written for a template that puts the title into a page as it is.
    if title.contains(UInt8(ascii: "&")) {
      title = ByteText(TextDecoder.decodingReferences(Array(title))).collapsingWhitespace
    }
    if title.isEmpty {
      post.diagnostics.append(
        Diagnostic(
          .warning, "missing-title", "the post has an empty title; it is listed by its file name",
          at: value.span))
      title = ByteText(PostReader.stem(of: file.path))
    }
    var session = Session(key: PostReader.stem(of: file.path), title: title.string, file: file.path)
    session.body = matter.body
    readFields(matter, into: &session)
    session.date = session.date ?? CalendarDate(prefixOf: PostReader.fileName(of: file.path))
    let tagMention = TagMention(file.bytes, in: matter.body)
    if let selection, !selection.wants(session, { tagMention.isFound }) {
      post.sessions = [session]
      return post
    }
    let outline = MarkdownOutline.read(file, body: matter.body)
    let frame = PostFrame(lines: LineTable(file.bytes), omitted: omitted)
    session.readings = readings(matter, outline, title: title, titleSpan: value.span, frame)
    if session.readings.contains(where: { !$0.tags.isEmpty }), !tagMention.isFound {
      for index in session.readings.indices { session.readings[index].tags = [] }
    }
    post.sessions = [session]
    return post
  }

  private func readFields(_ matter: FrontMatter, into session: inout Session) {
    for field in matter.fields {
      let value = field.value
      switch field.key {
      case "title": break
      case "date":
        session.date = PostReader.text(value).flatMap {
          CalendarDate(prefixOf: $0) ?? DateScanner.firstDate(in: ByteText($0))?.date
        }
      case "term": session.term = PostReader.text(value)
      case "desc": session.label = PostReader.text(value)
      case "lecture": session.lecture = PostReader.text(value)
      case "lectureVersion": session.lectureVersion = PostReader.text(value)
      case "video": session.leadTeam = PostReader.text(value)
      case "notes": session.blogTeam = PostReader.text(value)
      case "tags", "tag": session.tags += PostReader.tags(value)
      case "categories", "category": session.categories += PostReader.tags(value)
      default: session.metadata.append(MetadataField(key: field.key, values: PostReader.scalars(value)))
      }
    }
  }

  /// The text of a scalar; nil when it is empty or null.
  private static func text(_ value: FrontMatterValue) -> String? {
    guard let text = value.collapsedText, !text.isEmpty, !value.isNull else { return nil }
    return text
  }

  /// The entries of a list, or a scalar as a list of one (of several where commas part it).
  private static func tags(_ value: FrontMatterValue) -> [Tag] {
    var spellings = scalars(value)
    if value.kind == .scalar, let text = spellings.first, text.utf8.contains(where: PostReader.partsTags) {
      spellings = ByteText(text).split(separator: UInt8(ascii: ",")).map { $0.trimming("[]").string }
    }
    return spellings.filter { !$0.isEmpty }.map(Tag.init)
  }

  /// Whether a byte means that a scalar is several tags, or that brackets stand around it.
  private static func partsTags(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static func scalars(_ value: FrontMatterValue) -> [String] {
    if value.isNull { return [] }
    if let text = value.collapsedText { return [text] }
    return value.items.compactMap { $0.isNull ? nil : $0.collapsedText }
  }

  // MARK: Text exports

  private func sessions(of export: TextExport, _ file: SourceFile, _ lines: LineTable) -> [Session] {
    let stem = PostReader.stem(of: file.path)
    return export.parts.map { part in
      var session = Session(
        key: part.label?.string ?? "\(stem)-\(part.number)", title: part.title.string, file: file.path)
      session.line = part.line
      session.body = part.span
      session.date = part.date
      session.label = part.label?.string
      session.tags = part.tags.map { Tag($0.string) }
      session.categories = [Tag(export.pageTitle.string)]
      session.readings = HeadingShape.read(
        part.outline, groups: part.outline.groups(), post: PostFrame(lines: lines, omitted: omitted))
      return session
    }
  }

  // MARK: Files

  private func encodingProblem(_ file: SourceFile) -> Diagnostic? {
    let isWide = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
    guard isWide else { return nil }
    return Diagnostic(
      .error, "unsupported-encoding", "the file is UTF-16; save it as UTF-8", at: SourceSpan(0, 2))
  }

  static func fileName(of path: String) -> String { lastComponent(of: path).string }

  private static func lastComponent(of path: String) -> ByteText {
    let text = ByteText(path)
    return text.lastIndex(of: UInt8(ascii: "/")).map { text[($0 + 1)...] } ?? text
  }

  /// The file name without extension and trailing hyphens; `index` and `_index` take their folder's name.
  static func stem(of path: String) -> String {
    var stem = lastComponent(of: path)
    if let dot = stem.lastIndex(of: UInt8(ascii: ".")), dot > stem.startIndex { stem = stem[..<dot] }
    if stem == "index" || stem == "_index", let folder = path.split(separator: "/").dropLast().last {
      stem = ByteText(folder)
    }
    while stem.last == UInt8(ascii: "-") { stem = stem.dropLast() }
    return stem.isEmpty ? path : stem.string
  }
}

extension FrontMatterValue {
  /// The text of a scalar with its white space collapsed; nil for anything else.
  fileprivate var collapsedText: String? {
    guard let text else { return nil }
    var previous: UInt8 = 0x20
    let isCollapsed = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte > 0x20 && byte < 0x80 || byte == 0x20 && previous != 0x20
    }
    return isCollapsed && (previous != 0x20 || text.isEmpty)
      ? text : ByteText(text).collapsingWhitespace.string
  }
}

extension [Reading] {
  /// Sorted by position; readings are large, and mostly found in this order.
  var inFileOrder: [Reading] {
    let isSorted = indices.dropFirst().allSatisfy { self[$0 - 1].position <= self[$0].position }
    return isSorted ? self : sorted { $0.position < $1.position }
  }
}
