/// Why a command cannot do what it was asked: the arguments are wrong, or a file cannot be used.
struct CommandFailure: Error, Equatable {
  /// One lowercase phrase without a full stop; may hold untrusted text.
  let message: String
  /// Lines that help to ask better, such as candidates.
  let details: [String]

  init(_ message: String, details: [String] = []) {
    self.message = message
    self.details = details
  }

  /// A name that is not known, with what may have been meant.
  static func unknown(_ thing: String, suggestion: String?) -> CommandFailure {
    CommandFailure("unknown \(thing)" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
