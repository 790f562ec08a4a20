internal import SourceText

/// What every entry of a post needs to become a reading.
struct PostFrame: Sendable {
  let lines: LineTable
  /// What readings are to be without.
  let omitted: ReadingParts
}
