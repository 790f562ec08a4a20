internal import Publishing
internal import ReadingsCatalog

/// Brings a folder to hold a site: writes what has changed, removes what the site has no more, and leaves alone whatever is
/// not its own.
///
/// Everything is looked at before anything is written. While files are written, the manifest names those that are on their
/// way, so that after an interruption the next run knows them for its own.
struct SiteFolder {
  struct Outcome {
    var writtenCount = 0
    var unchangedCount = 0
    var removedCount = 0
    /// Files the site has no more, which somebody has changed since they were written.
    var kept: [String] = []
  }

  /// What a file needs.
  private enum Need: Sendable {
    case nothing(hash: String)
    case creation
    case replacement
    /// Something is in the way that the program did not write.
    case conflict
    case failure(String)

    var isChange: Bool {
      switch self {
      case .creation, .replacement: true
      default: false
      }
    }
  }

  private let site: Site
  /// Where each file of the site stands.
  private let places: [(folder: String?, name: String)]
  private let path: String
  private let root: OpenFolder
  private var folders: [String: OpenFolder] = [:]
  private var manifest: SiteManifest
  private let progress: (_ done: Int, _ count: Int) -> Void
  /// Files handled between two reports of progress.
  private static let batchSize = 1_024

  static func write(
    _ site: Site, to path: String, progress: @escaping (_ done: Int, _ count: Int) -> Void
  ) throws(CommandFailure) -> Outcome {
    var folder = try SiteFolder(site, path, progress)
    return try folder.write()
  }

  private init(_ site: Site, _ path: String, _ progress: @escaping (Int, Int) -> Void) throws(CommandFailure)
  {
    self.site = site
    places = site.paths.map { SiteFolder.split($0) }
    self.path = path
    self.progress = progress
    do throws(OpenFolder.Failure) {
      root = try OpenFolder(making: path)
    } catch {
      throw CommandFailure("cannot use the folder '\(path)': \(error.reason)")
    }
    manifest = SiteManifest()
    let name = SiteManifest.fileName
    do throws(OpenFolder.Failure) {
      switch try root.contents(of: name) {
      case .nothing: break
      case .file(let bytes):
        guard let old = SiteManifest(bytes) else {
          throw OpenFolder.Failure("it is not a manifest of a site")
        }
        manifest = old
      case .other: throw OpenFolder.Failure("it is not a file")
      }
    } catch {
      throw CommandFailure("cannot use '\(path)/\(name)': \(error.reason)")
    }
  }

  private mutating func write() throws(CommandFailure) -> Outcome {
    let current = manifest.hashes.isEmpty ? [] : Set(site.paths)
    let stale = manifest.hashes.keys.filter { !current.contains($0) }.sorted()
    try openFolders(of: stale)
    let needs = inspect()
    try refuse(needs)
    let changed = site.paths.indices.filter { needs[$0].isChange }
    var outcome = Outcome()
    outcome.unchangedCount = site.paths.count - changed.count
    outcome.writtenCount = changed.count
    var files: [(path: String, hash: String?)] = zip(site.paths, needs).map { path, need in
      if case .nothing(let hash) = need { return (path, hash) }
      return (path, nil)
    }
    if !changed.isEmpty { try writeManifest(stale.isEmpty ? files : announced(files, stale)) }
    for (index, hash) in zip(changed, try writeFiles(changed, needs)) { files[index].hash = hash }
    try remove(stale, &outcome)
    try writeManifest(files)
    return outcome
  }

  /// What the manifest names while files are written: those of the site, and those that are still to be removed.
  private func announced(_ files: [(path: String, hash: String?)], _ stale: [String])
    -> [(path: String, hash: String?)]
  {
    (files + stale.map { (path: $0, hash: manifest.hashes[$0] ?? nil) }).sorted { $0.path < $1.path }
  }

  // MARK: Looking

  /// Opens the folders of the site that are there; one that is something else is in the way.
  private mutating func openFolders(of stale: [String]) throws(CommandFailure) {
    let old = stale.compactMap { SiteFolder.split($0).folder }
    for name in Set(site.folders + old).sorted() {
      do throws(OpenFolder.Failure) {
        folders[name] = try root.folder(name)
      } catch {
        throw CommandFailure("'\(path)/\(name)' is in the way: \(error.reason)")
      }
    }
  }

  private func inspect() -> [Need] {
    let (site, places, root, folders, manifest) = (site, places, root, folders, manifest)
    return inParallel(site.paths.indices, phase: 0) { index in
      let file = places[index]
      guard let folder = file.folder.map({ folders[$0] }) ?? root else { return .creation }
      do throws(OpenFolder.Failure) {
        switch try folder.contents(of: file.name) {
        case .nothing: return .creation
        case .other: return .conflict
        case .file(let old):
          if site.render(index) == old { return .nothing(hash: ContentHash(old).description) }
          let isOwn = manifest.owns(site.paths[index], hash: ContentHash(old).description)
          return isOwn ? .replacement : .conflict
        }
      } catch {
        return .failure(error.reason)
      }
    }
  }

  private func refuse(_ needs: [Need]) throws(CommandFailure) {
    var conflicts: [String] = []
    for (index, need) in needs.enumerated() {
      switch need {
      case .failure(let reason): throw CommandFailure("cannot read '\(path)/\(site.paths[index])': \(reason)")
      case .conflict: conflicts.append("\(path)/\(site.paths[index])")
      default: break
      }
    }
    guard let first = conflicts.first else { return }
    let details = conflicts.count == 1 ? [] : conflicts.prefix(10) + (conflicts.count > 10 ? ["…"] : [])
    throw CommandFailure(
      "'\(first)' is in the way: it was not written by this program, or was changed since; nothing was written",
      details: Array(details))
  }

  // MARK: Writing

  /// The hashes of the files in their order.
  private mutating func writeFiles(_ changed: [Int], _ needs: [Need]) throws(CommandFailure) -> [String] {
    for name in Set(changed.compactMap { self.places[$0].folder }).sorted()
    where folders[name] == nil {
      do throws(OpenFolder.Failure) {
        folders[name] = try root.makeFolder(name)
      } catch {
        throw CommandFailure("cannot make the folder '\(path)/\(name)': \(error.reason)")
      }
    }
    let (site, places, root, folders) = (site, places, root, folders)
    let results: [Need] = inParallel(changed.indices, phase: 1) { place in
      let index = changed[place]
      let file = places[index]
      guard let folder = file.folder.map({ folders[$0] }) ?? root else { return .conflict }
      let bytes = site.render(index)
      do throws(OpenFolder.Failure) {
        if case .replacement = needs[index] {
          try folder.replace(file.name, bytes)
        } else {
          try folder.create(file.name, bytes)
        }
        return .nothing(hash: ContentHash(bytes).description)
      } catch {
        return .failure(error.reason)
      }
    }
    var hashes: [String] = []
    for (place, result) in results.enumerated() {
      guard case .nothing(let hash) = result else {
        let reason = if case .failure(let reason) = result { reason } else { "its folder has gone away" }
        throw CommandFailure("cannot write '\(path)/\(site.paths[changed[place]])': \(reason)")
      }
      hashes.append(hash)
    }
    return hashes
  }

  private func remove(_ stale: [String], _ outcome: inout Outcome) throws(CommandFailure) {
    for path in stale {
      let file = SiteFolder.split(path)
      guard let folder = file.folder.map({ folders[$0] }) ?? root else { continue }
      do throws(OpenFolder.Failure) {
        switch try folder.contents(of: file.name) {
        case .nothing: break
        case .file(let bytes)
        where (manifest.hashes[path] ?? nil) == ContentHash(bytes).description:
          try folder.remove(file.name)
          outcome.removedCount += 1
        default: outcome.kept.append(path)
        }
      } catch {
        throw CommandFailure("cannot remove '\(self.path)/\(path)': \(error.reason)")
      }
    }
    for name in Set(stale.compactMap { SiteFolder.split($0).folder }).subtracting(site.folders).sorted() {
      root.removeFolderIfEmpty(name)
    }
  }

  /// Writes the manifest of files that are sorted by path.
  private func writeManifest(_ files: [(path: String, hash: String?)]) throws(CommandFailure) {
    let name = SiteManifest.fileName
    let bytes = SiteManifest.bytes(of: files)
    do throws(OpenFolder.Failure) {
      if case .file(let old) = try root.contents(of: name) {
        if old != bytes { try root.replace(name, bytes) }
      } else {
        try root.create(name, bytes)
      }
    } catch {
      throw CommandFailure("cannot write '\(path)/\(name)': \(error.reason)")
    }
  }

  // MARK: Helpers

  /// The results in order; progress is reported between batches, from this thread.
  private func inParallel(
    _ range: Range<Int>, phase: Int, _ work: @escaping @Sendable (Int) -> Need
  ) -> [Need] {
    var results: [Need] = []
    results.reserveCapacity(range.count)
    var start = 0
    while start < range.count {
      let batch = Array(start..<min(range.count, start + SiteFolder.batchSize))
      results += InParallel.map(batch, pieceSize: 16) { $0.map(work) }.joined()
      start += batch.count
      progress(phase * range.count + start, 2 * range.count)
    }
    return results
  }

  private static func split(_ path: String) -> (folder: String?, name: String) {
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (nil, path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}
