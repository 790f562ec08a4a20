// This module owns what a seminar's posts say: sessions, readings, identifiers and tags, the way from a post to its
// readings, and the way from a folder to a catalog. It is the only reader of posts, writes nothing, and judges nothing:
// what deserves a look is found by Checks, what is the same paper by Duplicates.

package import SourceText

/// A problem found in one file while the library was read.
package struct CatalogProblem: Sendable {
  /// Its bytes are empty when it could not be read.
  package let file: SourceFile
  /// Spans are offsets into `file`.
  package let diagnostic: Diagnostic

  package init(file: SourceFile, diagnostic: Diagnostic) {
    self.file = file
    self.diagnostic = diagnostic
  }
}

/// All sessions of a library with their readings.
///
/// Invariant: sessions are ordered by path and place in the file, whatever order the folder listed them in, and
/// their keys are unique; problems are ordered by path and offset.
package struct Catalog: Sendable {
  /// By path, then by place in the file.
  package let sessions: [Session]
  /// By path, then by offset.
  package let problems: [CatalogProblem]
  /// The number of files that were read, posts or not.
  package let fileCount: Int
  /// These files by path, where they were to be kept; else none.
  package let files: [SourceFile]

  /// What the library's `readings.yml` sets.
  package let configuration: LibraryConfiguration

  /// Takes sessions that are in order and have keys of their own.
  package init(
    sessions: [Session], problems: [CatalogProblem] = [], fileCount: Int = 0, files: [SourceFile] = [],
    configuration: LibraryConfiguration = LibraryConfiguration()
  ) {
    self.sessions = sessions
    self.problems = problems
    self.fileCount = fileCount
    self.files = files
    self.configuration = configuration
  }
}
