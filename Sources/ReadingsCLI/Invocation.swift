internal import Duplicates
package import ReadingsCatalog
internal import ReadingsQuery

/// One call of one command: its arguments, and the world it runs in.
struct Invocation {
  let arguments: ParsedArguments
  let console: Console
  let load: CatalogLoading

  /// The folder as it is named on the command line or in the environment.
  var library: String {
    if let folder = arguments.value(.library) { return folder }
    if let folder = console.environment("READINGS_LIBRARY"), !folder.isEmpty { return folder }
    return "."
  }

  /// Where the folder was named.
  private var origin: String {
    if arguments.has(.library) { return "; --library takes the folder of posts" }
    return library == "." ? "" : ", which READINGS_LIBRARY names"
  }

  /// What reads the library.
  var loader: LibraryLoader {
    var loader = LibraryLoader(folder: library)
    loader.readsPlainMarkdown = arguments.has(.plainMarkdown)
    return loader
  }

  /// Reads the library, and finds out which readings are the same paper.
  func loadCatalogWithPapers() throws(CommandFailure) -> Catalog {
    let catalog = try loadCatalog()
    return PaperClustering(catalog, verdicts: DuplicateVerdicts(catalog.configuration)).marking(catalog)
  }

  /// Reads the library; readings know their papers when the options or a query ask for that.
  func loadCatalog(for query: Query) throws(CommandFailure) -> Catalog {
    query.filter.asksForPapers || arguments.has(.unique) ? try loadCatalogWithPapers() : try loadCatalog()
  }

  /// Reads the library.
  func loadCatalog() throws(CommandFailure) -> Catalog {
    do throws(LibraryLoader.Failure) {
      return try load(loader)
    } catch {
      throw failure(error)
    }
  }

  /// The files of the library as they lie on disk.
  func files() throws(CommandFailure) -> LibraryListing {
    do throws(LibraryLoader.Failure) {
      return try LibraryListing(folder: library)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ failure: LibraryLoader.Failure) -> CommandFailure {
    switch failure {
    case .noSuchFolder(let folder): CommandFailure("there is no folder '\(folder)'" + origin)
    case .notAFolder(let folder): CommandFailure("'\(folder)' is not a folder" + origin)
    case .unreadable(let path, let reason): CommandFailure("cannot read '\(path)': \(reason)")
    }
  }
}

/// Makes a catalog of a library.
package typealias CatalogLoading = (LibraryLoader) throws(LibraryLoader.Failure) -> Catalog
