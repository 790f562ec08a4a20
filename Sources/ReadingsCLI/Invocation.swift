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

  /// Reads the library, and finds out which readings are the same paper; abstracts are among what tells.
  func loadCatalogWithPapers(without omitted: ReadingParts = []) throws(CommandFailure) -> Catalog {
    let catalog = try loadCatalog(without: omitted.subtracting([.abstract, .sharedKey]))
    return PaperClustering(catalog, verdicts: DuplicateVerdicts(catalog.configuration)).marking(catalog)
  }

  /// Reads the library; readings know their papers when the options or a query ask for that, and lack but evidence then.
  func loadCatalog(for query: Query, without omitted: ReadingParts = []) throws(CommandFailure) -> Catalog {
    query.filter.asksForPapers || arguments.has(.unique)
      ? try loadCatalogWithPapers(without: omitted) : try loadCatalog(without: omitted)
  }

  /// Reads of the library what a query needs that is answered without the keys of readings: of sessions that cannot
  /// match only the front matter.
  ///
  /// Everything when nothing is found, or the query names a tag, category or term that nobody uses, because hints look
  /// at all sessions; and when it asks for what depends on other sessions, as keys and repeated papers do.
  func loadCatalog(
    sufficientFor query: Query, without omitted: ReadingParts = []
  ) throws(CommandFailure) -> Catalog {
    let filter = query.filter
    guard filter != .everything, !filter.asksForPapers, !filter.asksForKeys, !arguments.has(.unique) else {
      return try loadCatalog(for: query, without: omitted)
    }
    let selection = SessionSelection(mayWant: { filter.mayMatch($0) }) {
      filter.mayMatch($0, mayTagReadings: $1)
    }
    let catalog = try loadCatalog(selecting: selection, without: omitted)
    let needsHints =
      Selection.isEmpty(catalog, matching: filter)
      || !QueryHints(query, catalog).lines(isEmpty: false).isEmpty
    return needsHints ? try loadCatalog(without: omitted) : catalog
  }

  /// Reads the library, with the readings of the sessions that are selected.
  func loadCatalog(
    selecting selection: SessionSelection? = nil, without omitted: ReadingParts = []
  ) throws(CommandFailure) -> Catalog {
    var loader = self.loader
    loader.selection = selection
    loader.omitted = omitted
    return try loadCatalog(loader)
  }

  /// Reads the files of the library that were listed, which are held from then on.
  func loadCatalog(of files: inout LibraryListing) throws(CommandFailure) -> Catalog {
    var loader = self.loader
    loader.listing = files
    loader.keepsFiles = true
    let catalog = try loadCatalog(loader)
    files.hold(catalog.files)
    return catalog
  }

  private func loadCatalog(_ loader: LibraryLoader) throws(CommandFailure) -> Catalog {
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
