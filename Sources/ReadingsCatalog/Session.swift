package import SourceText

/// One session of the seminar: what a post's front matter says, and its readings in file order.
package struct Session: Sendable, Hashable {
  /// Unique in its catalog: the file's stem, or the label of a session in a text export; where several share it, the
  /// path without extension.
  package var key: String
  /// White space collapsed; never empty.
  package var title: String
  /// The front matter's, else the one the file name starts with.
  package var date: CalendarDate?
  /// The part of the year or the series it belongs to, as written.
  package var term: String?
  /// The front matter's `desc`.
  package var label: String?
  /// The stem of the slide deck.
  package var lecture: String?
  /// `lectureVersion`: `current` was held, `next` is to come.
  package var lectureVersion: String?
  /// `video`: the team that leads.
  package var leadTeam: String?
  /// `notes`: the team that writes the blog.
  package var blogTeam: String?
  /// As written, in order.
  package var tags: [Tag] = []
  /// As written, in order.
  package var categories: [Tag] = []
  /// Every other front-matter key with its scalar values, in file order.
  package var metadata: [MetadataField] = []
  /// In file order.
  package var readings: [Reading] = []
  /// Path of the post, relative to the library, `/` between components.
  package var file: String
  /// The bytes of its text in the file, below the front matter: readings, write-up and all else. Nil for a session made
  /// by hand.
  package var body: SourceSpan?
  /// The 1-based line on which the session starts in its file.
  package var line = 1

  /// A session without readings, to be filled in.
  package init(key: String, title: String, file: String) {
    self.key = key
    self.title = title
    self.file = file
  }
}

/// A front-matter key that has no field of its own.
package struct MetadataField: Sendable, Hashable {
  /// As written.
  package let key: String
  /// One text for a scalar, one each for the scalars of a sequence; empty for null.
  package let values: [String]

  package init(key: String, values: [String]) {
    self.key = key
    self.values = values
  }
}
