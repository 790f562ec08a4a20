internal import FrontMatter
internal import SourceText

/// A library of papis: a document for each post, with what its front matter says, and a cache that papis makes when it is
/// first called.
struct PapisLibrary {
  private let folder: String

  /// Writes the documents, unless they were written before.
  init(of library: BenchmarkLibrary) throws(BenchmarkFailure) {
    folder = "\(library.scratch)/papis-\(library.postCount)"
    if ScratchFile.exists(folder) { return }
    _ = try ChildProcess.run(["mkdir", "-p", "\(folder)/documents"])
    for (number, file) in try Corpus(path: library.folder).files.enumerated() {
      guard let block = FrontMatter(parsing: file.source.bytes).block else { continue }
      let document = "\(folder)/documents/\(number)"
      try ScratchFile.makeFolder(document)
      // Without a name of its own, papis would write each document anew before it lists the first.
      let name = Array("papis_id: post-\(number)\n".utf8)
      try ScratchFile.write(name + file.source.bytes[block.content.range], to: "\(document)/info.yaml")
    }
  }

  /// Lists the documents that a query matches; all of them without one.
  func list(_ query: String...) -> [String] {
    ["env", "XDG_CONFIG_HOME=\(folder)/config", "XDG_CACHE_HOME=\(folder)/cache"]
      + ["papis", "--lib", "\(folder)/documents", "list", "--all"] + query
  }
}
