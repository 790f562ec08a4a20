import Publishing
import ReadingsCatalog
import TestSupport

/// A site on disk, for programs that read it there.
struct WrittenSite {
  let folder: TemporaryFolder
  let paths: [String]

  init(_ catalog: Catalog) throws {
    var options = SiteOptions()
    (options.title, options.baseURL) = ("Our seminar", "https://a.example")
    options.description = "What was read, when and where."
    let site = Site(catalog, options)
    folder = try TemporaryFolder()
    paths = site.paths
    for (index, path) in site.paths.enumerated() {
      try folder.write(String(decoding: site.render(index), as: UTF8.self), to: path)
    }
  }

  /// The pages as files.
  var pages: [String] { paths.filter { $0.hasSuffix(".html") }.map { "\(folder.path)/\($0)" } }

  static func ofSeeds() throws -> WrittenSite {
    try WrittenSite(LibraryLoader(folder: PackageFolder.path("seeds")).load())
  }
}
