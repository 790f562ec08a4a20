internal import Publishing
internal import ReadingsCatalog

/// `readings site --output DIR`
enum SiteCommand {
  static let specification = CommandSpecification(
    "site", meaning: "write the library as a web site",
    discussion: [
      "A page for each session and paper, indexes by tag, category, term, year, author and title, a schedule, charts, a "
        + "search as one types, a feed and the papers in BibTeX. The pages need no server and nothing from elsewhere: "
        + "they can be opened from the folder or published under any address.",
      "Only files that change are written, and files of pages that there are no more are removed. The file "
        + "'\(SiteManifest.fileName)' in the folder lists what the program wrote; anything else is never touched, and an "
        + "error when it is in the way.",
      "Title, address, description and author come from the options, else from 'site' in the library's readings.yml. "
        + "Without an address there is no sitemap.xml, and the links of the feed are relative.",
    ],
    options: [.siteOutput, .siteTitle, .baseURL, .slidesURL],
    examples: [
      .init("readings site --output public", "the whole library as pages in 'public'"),
      .init("readings site --output public --base-url https://example.org/seminar", "with a sitemap"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    guard let output = arguments.value(.siteOutput) else {
      throw CommandFailure("'site' needs a folder: --output DIR")
    }
    if let url = arguments.value(.baseURL), !isWebAddress(url) {
      throw CommandFailure("'\(url)' for '--base-url' does not begin with 'https://' or 'http://'")
    }
    let catalog = try invocation.loadCatalog(without: .evidence)
    let options = options(arguments, catalog.configuration)
    var progress = SiteProgress(invocation.console.errors)
    progress.report(0, of: 1)
    let site = Site(catalog, options)
    let outcome = try SiteFolder.write(site, to: output) { progress.report($0, of: $1) }
    progress.clear()
    let report = LibraryReport(invocation, catalog)
    report.writeProblems()
    report.writeSite(pages: site.pageCount, outcome, hasAddress: options.baseURL != nil)
    return report.status
  }

  private static func options(_ arguments: ParsedArguments, _ configuration: LibraryConfiguration)
    -> SiteOptions
  {
    var options = SiteOptions()
    if let title = arguments.value(.siteTitle) ?? configuration.siteTitle { options.title = title }
    options.description = configuration.siteDescription
    options.author = configuration.siteAuthor
    options.baseURL = (arguments.value(.baseURL) ?? configuration.siteURL).map { url in
      var url = url
      while url.hasSuffix("/") { url.removeLast() }
      return url
    }
    options.slidesURL = arguments.value(.slidesURL)
    return options
  }

  private static func isWebAddress(_ url: String) -> Bool {
    url.hasPrefix("https://") || url.hasPrefix("http://")
  }
}

/// How far a site is, on a terminal, once it takes longer than a second.
private struct SiteProgress {
  private let stream: ConsoleStream
  private let start = ContinuousClock.now
  private var isShown = false

  init(_ stream: ConsoleStream) { self.stream = stream }

  mutating func report(_ done: Int, of count: Int) {
    guard stream.isTerminal, ContinuousClock.now - start > .seconds(1) else { return }
    isShown = true
    stream.write(Array("\r\u{1B}[K\(done * 100 / max(1, count)) %".utf8))
    stream.flush()
  }

  mutating func clear() {
    if isShown { stream.write(Array("\r\u{1B}[K".utf8)) }
  }
}

extension OptionSpecification {
  static let siteOutput = OptionSpecification(
    "output", "o", Value(name: "DIR", kind: .folder),
    meaning: "the folder to write to, made when it is missing",
    topic: .presentation)
  static let siteTitle = OptionSpecification(
    "title", nil, Value(name: "TEXT", kind: .text), meaning: "what the site is called", topic: .presentation)
  static let baseURL = OptionSpecification(
    "base-url", nil, Value(name: "URL", kind: .text),
    meaning: "where the site is published, for sitemap.xml and the feed", topic: .presentation)
  static let slidesURL = OptionSpecification(
    "slides-url", nil, Value(name: "URL", kind: .text),
    meaning: "where slide decks lie: links to URL/DECK.pdf for each", topic: .presentation)
}
