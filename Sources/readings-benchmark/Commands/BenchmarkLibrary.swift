/// A generated library.
struct BenchmarkLibrary {
  let postCount: Int
  let folder: String
  let scratch: String

  /// Calls the generator, unless it was called for the same folder before.
  init(postCount: Int, _ options: CommandOptions) throws(BenchmarkFailure) {
    self.postCount = postCount
    scratch = options.scratch
    folder = "\(scratch)/posts-\(postCount)"
    if ScratchFile.exists(folder) { return }
    _ = try ChildProcess.run(["mkdir", "-p", folder])
    _ = try ChildProcess.run(["python3", options.generator, String(postCount), folder])
  }

  /// The bytes of all posts.
  func byteCount() throws(BenchmarkFailure) -> Int { try Corpus(path: folder).byteCount }
}
