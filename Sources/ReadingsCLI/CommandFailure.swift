internal import ReadingsQuery
internal import SourceText

/// Why a command cannot do what it was asked: the arguments are wrong, or a file cannot be used.
struct CommandFailure: Error, Equatable {
  /// One lowercase phrase without a full stop; may hold untrusted text.
  let message: String
  /// Lines that help to ask better, such as candidates.
  let details: [String]
  /// The text of a query and what is wrong with it, which is then printed with its place instead of the message.
  private(set) var query: Query?

  /// A query that cannot be read.
  struct Query: Equatable {
    let text: String
    let failure: QueryFailure
  }

  init(_ message: String, details: [String] = []) {
    self.message = message
    self.details = details
  }

  init(_ failure: QueryFailure, in text: String) {
    self.init(failure.diagnostic.message)
    query = Query(text: text, failure: failure)
  }

  /// A name that is not known, with what may have been meant.
  static func unknown(_ thing: String, suggestion: String?, details: [String] = []) -> CommandFailure {
    CommandFailure(
      "unknown \(thing)" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""), details: details)
  }

  /// The same failure with lines added that help to ask better.
  func adding(details more: [String]) -> CommandFailure {
    var failure = CommandFailure(message, details: details + more)
    failure.query = query
    return failure
  }
}
