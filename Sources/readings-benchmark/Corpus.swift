#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import FrontMatter
internal import SourceText

/// One file, with what is known of it before anything is measured.
struct CorpusFile: Sendable {
  let source: SourceFile
  /// Behind the front matter, which starts the file.
  let body: Range<Int>

  init(_ source: SourceFile) {
    self.source = source
    body = FrontMatter(parsing: source.bytes).body.range
  }
}

/// The files that are measured, all in memory.
struct Corpus {
  /// In order of their paths.
  let files: [CorpusFile]

  var byteCount: Int { files.reduce(0) { $0 + $1.source.bytes.count } }

  init(files: [SourceFile]) {
    self.files = files.map { CorpusFile($0) }
  }

  /// Reads a file, or the Markdown files below a folder.
  init(path: String) throws(BenchmarkFailure) {
    var paths: [String] = []
    try Corpus.collect(path, isGiven: true, into: &paths)
    if paths.isEmpty { throw BenchmarkFailure(message: "no Markdown file in '\(path)'") }
    var files: [SourceFile] = []
    for path in paths.sorted() { files.append(SourceFile(path: path, bytes: try Corpus.read(path))) }
    self.init(files: files)
  }

  /// Adds the file, or the Markdown files below the folder; links to folders are not followed.
  private static func collect(_ path: String, isGiven: Bool, into paths: inout [String])
    throws(BenchmarkFailure)
  {
    var info = stat()
    guard (isGiven ? stat(path, &info) : lstat(path, &info)) == 0 else { throw failure(path) }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      let isMarkdown = path.hasSuffix(".md") || path.hasSuffix(".markdown")
      if isGiven || (isMarkdown && info.st_mode & S_IFMT == S_IFREG) { paths.append(path) }
      return
    }
    guard let stream = opendir(path) else { throw failure(path) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { try collect("\(path)/\(name)", isGiven: false, into: &paths) }
    }
  }

  private static func read(_ path: String) throws(BenchmarkFailure) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw failure(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      if count < chunk.count {
        if ferror(file) != 0 { throw failure(path) }
        return bytes
      }
    }
  }

  private static func failure(_ path: String) -> BenchmarkFailure {
    BenchmarkFailure(message: "cannot read '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
