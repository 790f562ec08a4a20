package import ReadingsCatalog

/// What is asked of a new post; what is nil is taken from the habits of the library.
package struct NewPostRequest: Sendable {
  package var title: String
  package var date: CalendarDate?
  package var label: String?
  package var term: String?
  package var tags: [String] = []
  package var categories: [String] = []
  /// The headings for readings, in order; empty for the usual ones.
  package var sections: [String] = []
  /// The path in the library; nil for one after the library's habit.
  package var path: String?

  package init(title: String) {
    self.title = title
  }
}

/// A post that is to be made, with what it says.
package struct NewPost: Sendable {
  /// Relative to the library.
  package let path: String
  package let bytes: [UInt8]
  package let date: CalendarDate?
  package let label: String?
  package let term: String?
  package let sections: [String]
}

/// Why a post is not made.
package enum NewPostRefusal: Error, Hashable {
  /// The title has no letters or digits that a file could be named by.
  case noName
  /// The text would not be read as the post that was asked for.
  case notReadBack(field: String)

  /// One lowercase phrase without a full stop.
  package var message: String {
    switch self {
    case .noName: "the title has no letters or digits to name the file by; --file gives it a name"
    case .notReadBack(let field): "the post would not be read back with this \(field)"
    }
  }
}
