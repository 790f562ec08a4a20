import Foundation
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

@Suite struct LibraryLoaderTests {
  private func catalog(_ files: [String: String], in folder: TemporaryFolder) throws -> Catalog {
    for (path, text) in files { try folder.write(text, to: path) }
    return try LibraryLoader(folder: folder.path).load()
  }

  @Test func orderIsThatOfPathsWhateverWasWrittenFirst() throws {
    let folder = try TemporaryFolder()
    let files = ["b/2.md": "Two", "a/9.md": "Nine", "a/10.md": "Ten", "Z.md": "Zed"].mapValues {
      "---\ntitle: \($0)\n---\n"
    }
    #expect(try catalog(files, in: folder).sessions.map(\.file) == ["Z.md", "a/10.md", "a/9.md", "b/2.md"])
  }

  /// Long names that begin alike, names in other scripts, and a name that another one begins with.
  @Test func orderIsThatOfBytesHoweverMuchPathsShare() throws {
    let folder = try TemporaryFolder()
    let long = "posts/2025-01-07-reading-group-on-serving-"
    let paths = [
      long + "2.md", long + "10.md", long + "é.md", long + "z.md", long + "李.md", long + ".md",
      long + "10.markdown",
      "posts/a.md", "posts/ab.md", "posts/a/b.md", "posts/Z.md",
    ]
    let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "---\ntitle: T\n---\n") })
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try catalog(files, in: folder).sessions.map(\.file) == sorted)
  }

  @Test func filesThatWereListedAreReadAndNoOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: A\n---\n", to: "a.md")
    var loader = LibraryLoader(folder: folder.path)
    loader.listing = try LibraryListing(folder: folder.path)
    try folder.write("---\ntitle: B\n---\n", to: "b.md")
    #expect(try loader.load().sessions.map(\.file) == ["a.md"])
    #expect(try LibraryLoader(folder: folder.path).load().sessions.map(\.file) == ["a.md", "b.md"])
  }

  @Test func filesThatAreKeptAreNotReadAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: A\n---\n", to: "a.md")
    try folder.write("no post", to: "b.txt")
    var loader = LibraryLoader(folder: folder.path)
    #expect(try loader.load().files.isEmpty)
    loader.keepsFiles = true
    let files = try loader.load().files
    #expect(files.map(\.path) == ["a.md", "b.txt"])
    try folder.write("later", to: "a.md")
    var listing = try LibraryListing(folder: folder.path)
    #expect(listing.bytes(of: "a.md") == Array("later".utf8))
    listing.hold(files)
    #expect(listing.bytes(of: "a.md") == Array("---\ntitle: A\n---\n".utf8))
    #expect(listing.bytes(of: "c.md") == nil)
  }

  @Test func toolsFoldersAndHiddenFilesAreSkipped() throws {
    let folder = try TemporaryFolder()
    let post = "---\ntitle: T\n---\n"
    let files = [
      "_site/a.md": post, "node_modules/x/a.md": post, ".hidden/a.md": post, ".a.md": post, "a.html": post,
      "posts/a.MD": post,
    ]
    #expect(try catalog(files, in: folder).sessions.map(\.file) == ["posts/a.MD"])
  }

  @Test func sessionsThatAreNotSelectedHaveTheirFrontMatterAlone() throws {
    let folder = try TemporaryFolder()
    let entry = "\n# Required Readings:\n\n### Maps\n+ https://arxiv.org/abs/2205.14135\n"
    try folder.write("---\ntitle: A\ntags: [x]\n---\n" + entry, to: "a.md")
    try folder.write("---\ntitle: B\ntags: [y]\ntitle: C\n---\n" + entry, to: "b.md")
    var loader = LibraryLoader(folder: folder.path)
    let all = try loader.load()
    #expect(all.sessions.map(\.readings.count) == [1, 1])
    loader.selection = SessionSelection { session, _ in session.tags.contains(Tag("x")) }
    let catalog = try loader.load()
    #expect(catalog.sessions.map(\.readings.count) == [1, 0])
    #expect(catalog.sessions.map(\.tags) == all.sessions.map(\.tags))
    #expect(catalog.problems.map(\.diagnostic.id) == all.problems.map(\.diagnostic.id))
  }

  @Test func postsThatAreRuledOutGiveNeitherSessionsNorProblems() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: A\ntags: [maps]\ntags: [x]\n---\n\nA flash in the pan.\n", to: "a.md")
    try folder.write("---\ntitle: B\ntags: [flash]\ntags: [x]\n---\n", to: "b.md")
    try folder.write("No front matter\n===============\n", to: "c.md")
    var loader = LibraryLoader(folder: folder.path)
    loader.readsPlainMarkdown = true
    let all = try loader.load()
    #expect(all.problems.map(\.file.path) == ["a.md", "b.md"])
    let flash = try #require(WordSieve("flash".utf8))
    loader.selection = SessionSelection(mayWant: { $0.frontMatterMaySay(flash) }) { _, _ in true }
    let catalog = try loader.load()
    #expect(catalog.sessions == all.sessions.filter { $0.file != "a.md" })
    #expect(catalog.problems.map(\.file.path) == ["b.md"])
  }

  /// A key is the same whatever is asked for, so posts that share one are all read.
  @Test func postsThatAreRuledOutTakeTheirKeys() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: A\ntags: [x]\n---\n", to: "x/a.md")
    try folder.write("---\ntitle: A\ntags: [y]\n---\n", to: "y/a.md")
    try folder.write("---\ntags: [y]\n---\n", to: "y/b.md")
    try folder.write("---\ntitle: B\ntags: [x]\n---\n", to: "x/b.md")
    var loader = LibraryLoader(folder: folder.path)
    let all = try loader.load()
    let word = try #require(WordSieve("x".utf8))
    loader.selection = SessionSelection(mayWant: { $0.frontMatterMaySay(word) }) { _, _ in true }
    #expect(try loader.load().sessions == all.sessions)
    #expect(all.sessions.map(\.key) == ["x/a", "b", "y/a"])
  }

  @Test func readingsAreWithoutThePartsThatAreOmitted() throws {
    let folder = try TemporaryFolder()
    let entry = """
      ### Maps
      + https://arxiv.org/abs/2205.14135
      + Prose of eight words or more is an abstract.

      """
    try folder.write("---\ntitle: A\n---\n# Required Readings:\n\n" + entry, to: "a.md")
    var loader = LibraryLoader(folder: folder.path)
    let whole = try #require(try loader.load().sessions.first?.readings.first)
    #expect(whole.abstract != nil && !whole.evidence.isEmpty)
    for parts in [ReadingParts.abstract, .evidence, [.abstract, .evidence]] as [ReadingParts] {
      loader.omitted = parts
      var expected = whole
      if parts.contains(.abstract) { expected.abstract = nil }
      if parts.contains(.evidence) { expected.evidence = [] }
      #expect(try loader.load().sessions.first?.readings == [expected])
    }
  }

  @Test(arguments: [
    ("+ Tags: maps", true), ("+ **tag**: maps", true), ("+ TAGS : maps", true), ("tags", true),
    ("(Tag)", true),
    ("a stage, an advantage", false), ("hashtag", false), ("tagged", false), ("tags1", false), ("", false),
    ("+ T*ag*s: maps", false), ("Gag tagg ta g", false),
  ])
  func readingsCanHaveTagsWhereTheTextHasTheWord(_ text: String, _ isFound: Bool) throws {
    let folder = try TemporaryFolder()
    let entry = "\n# Required Readings:\n\n### Maps\n+ https://arxiv.org/abs/2205.14135\n"
    try folder.write("---\ntitle: A\ntags: [x]\n---\n" + entry + text, to: "a.md")
    var loader = LibraryLoader(folder: folder.path)
    loader.selection = SessionSelection { _, mayTagReadings in mayTagReadings() }
    #expect(try loader.load().sessions.map(\.readings.count) == [isFound ? 1 : 0])
    loader.selection = nil
    let tags = try loader.load().sessions.flatMap { $0.readings.flatMap(\.tags) }
    #expect(tags.isEmpty || isFound)
  }

  @Test func symbolicLinksToFilesAreReadAndToFoldersAreNot() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: T\n---\n", to: "real/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/b.md", withDestinationPath: "real/a.md")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/loop", withDestinationPath: ".")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/gone.md", withDestinationPath: "nowhere")
    let catalog = try LibraryLoader(folder: folder.path).load()
    #expect(catalog.sessions.map(\.file) == ["b.md", "real/a.md"])
    #expect(catalog.problems.map(\.diagnostic.id) == ["unreadable-file"])
    #expect(catalog.problems.map(\.file.path) == ["gone.md"])
  }

  @Test func sessionsThatShareAFileNameAreCalledByTheirPath() throws {
    let folder = try TemporaryFolder()
    let post = "---\ntitle: T\n---\n"
    let keys = try catalog(["x/a.md": post, "y/a.md": post, "z/b.md": post], in: folder).sessions.map(\.key)
    #expect(keys == ["x/a", "y/a", "b"])
  }

  @Test func aBrokenPostNeverCostsAnother() throws {
    let folder = try TemporaryFolder()
    let files = [
      "bad.md": "---\ntitle: [1900] Maps\n---\n", "good.md": "---\ntitle: Good\n---\n",
      "junk.md": "\u{0}\u{1}---\n", "empty.md": "", "open.md": "---\ntitle: Open\n",
    ]
    let catalog = try catalog(files, in: folder)
    #expect(catalog.sessions.map(\.title) == ["[1900] Maps", "Good"])
    #expect(Set(catalog.problems.map(\.file.path)) == ["bad.md", "open.md"])
    #expect(catalog.fileCount == 5)
  }

  @Test func aFolderThatIsNoneIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file.md")
    #expect(throws: LibraryLoader.Failure.noSuchFolder("/nowhere/at/all")) {
      try LibraryLoader(folder: "/nowhere/at/all").load()
    }
    #expect(throws: LibraryLoader.Failure.notAFolder("\(folder.path)/file.md")) {
      try LibraryLoader(folder: "\(folder.path)/file.md").load()
    }
  }

  @Test func manyPostsAreAllRead() throws {
    let folder = try TemporaryFolder()
    for number in 0..<300 {
      try folder.write(
        "---\ntitle: Post \(number)\n---\n## Readings\n### A Title Here\n+ Ann Lee, Bo Chen\n",
        to: "p\(1000 + number).md")
    }
    let catalog = try LibraryLoader(folder: folder.path).load()
    #expect(catalog.sessions.map(\.title) == (0..<300).map { "Post \($0)" })
    #expect(catalog.sessions.allSatisfy { $0.readings.count == 1 })
  }
}

/// The sample library, and the documents it was made from where they lie beside the package.
@Suite struct SeedTests {
  static let samples = PackageFolder.path("seeds")
  static let originals = SharedFolder.url.appending(path: "seeds").path

  private func counts(_ folder: String) throws -> [String] {
    let catalog = try LibraryLoader(folder: folder).load()
    #expect(catalog.problems.isEmpty)
    return catalog.sessions.map { session in
      let readings = session.readings
      let authors = readings.reduce(0) { $0 + $1.authors.count }
      let links = readings.reduce(0) { $0 + $1.urls.count }
      return
        "\(readings.count) readings, \(authors) authors, \(links) links, \(readings.filter { $0.abstract != nil }.count) abstracts"
    }.sorted()
  }

  static let expected = [
    "10 readings, 0 authors, 0 links, 0 abstracts", "14 readings, 8 authors, 9 links, 9 abstracts",
    "2 readings, 14 authors, 1 links, 2 abstracts", "4 readings, 11 authors, 3 links, 4 abstracts",
    "5 readings, 21 authors, 4 links, 5 abstracts", "5 readings, 34 authors, 1 links, 5 abstracts",
    "6 readings, 26 authors, 5 links, 6 abstracts", "6 readings, 40 authors, 0 links, 6 abstracts",
  ]

  @Test func theSampleLibraryIsReadInFull() throws {
    #expect(try counts(Self.samples) == Self.expected)
  }

  // Skipped where the package stands alone: the originals are not part of it.
  @Test(.enabled(if: SharedFolder.has("seeds"), "../shared/seeds is not here"))
  func theOriginalsAreReadAlike() throws {
    #expect(try counts(Self.originals) == Self.expected)
  }

  @Test func theIndexPageHoldsFourSessions() throws {
    let sessions = try LibraryLoader(folder: Self.samples).load().sessions.filter {
      $0.file == "fm-efficient-index.txt"
    }
    #expect(sessions.map(\.label) == ["2024-S27", "2024-S26", "2024-S24", "2024-S19"])
    #expect(
      sessions.map { $0.date?.description } == ["2024-04-30", "2024-04-25", "2024-04-18", "2024-04-02"])
    #expect(
      sessions.map { $0.tags.map(\.spelling) } == [
        ["Efficiency"], ["Efficiency"], ["Efficiency", "BasicLLM"], ["Efficiency"],
      ])
    #expect(sessions.map(\.key) == ["2024-S27", "2024-S26", "2024-S24", "2024-S19"])
  }
}
