#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A generated library, and the sites that hugo makes of it.
struct BenchmarkLibrary {
  let postCount: Int
  let folder: String
  let scratch: String

  /// Calls the generator, unless it was called for the same folder before.
  init(postCount: Int, _ options: CommandOptions) throws(BenchmarkFailure) {
    self.postCount = postCount
    scratch = options.scratch
    folder = "\(scratch)/posts-\(postCount)"
    if access(folder, R_OK) == 0 { return }
    _ = try ChildProcess.run(["mkdir", "-p", folder])
    _ = try ChildProcess.run(["python3", options.generator, String(postCount), folder])
  }

  /// A site for hugo whose content is the library.
  ///
  /// - Parameter showsPosts: whether there is a page of every post; else there are only the tables of tags.
  func hugoSite(showsPosts: Bool) throws(BenchmarkFailure) -> [String] {
    let site = "\(scratch)/hugo-\(postCount)-\(showsPosts ? "pages" : "tables")"
    _ = try ChildProcess.run(["mkdir", "-p", "\(site)/layouts/_default"])
    let others = ["RSS", "sitemap", "robotsTXT", "404"] + (showsPosts ? [] : ["home", "section"])
    var configuration = """
      title = "Readings"
      baseURL = "https://seminar.example/"
      contentDir = "\(folder)"
      disableKinds = [\(others.map { "\"\($0)\"" }.joined(separator: ", "))]
      [taxonomies]
      tag = "tags"

      """
    if !showsPosts {
      configuration += "[[cascade]]\n[cascade.build]\nrender = \"never\"\nlist = \"always\"\n"
    }
    let table =
      "<table>{{ range .Pages }}<tr><td>{{ .Title }}</td><td>{{ .Params.term }}</td></tr>{{ end }}</table>\n"
    let files = [
      ("hugo.toml", configuration), ("layouts/_default/list.html", table),
      ("layouts/_default/single.html", "<h1>{{ .Title }}</h1>\n{{ .Content }}\n"),
    ]
    for (name, text) in files { try BenchmarkLibrary.write(text, to: "\(site)/\(name)") }
    return ["hugo", "--quiet", "--source", site, "--destination", "\(site)/public"]
  }

  private static func write(_ text: String, to path: String) throws(BenchmarkFailure) {
    guard let file = fopen(path, "wb") else { throw BenchmarkFailure(message: "cannot write '\(path)'") }
    let count = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == text.utf8.count else {
      throw BenchmarkFailure(message: "cannot write '\(path)'")
    }
  }

  /// The bytes of all posts.
  func byteCount() throws(BenchmarkFailure) -> Int { try Corpus(path: folder).byteCount }
}
