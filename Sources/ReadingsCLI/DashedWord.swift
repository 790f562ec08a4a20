/// An argument such as `-flash`, which is options to the program and may be a word of a query to its user.
enum DashedWord {
  /// Whether an argument reads like a word with a dash in front: three small letters or more and nothing else.
  ///
  /// Clusters of flags are shorter, and values behind a letter mostly have a capital or a digit.
  static func matches(_ argument: String) -> Bool {
    argument.utf8.count >= 4 && argument.hasPrefix("-")
      && argument.utf8.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// How to ask for what was perhaps meant.
  static func advice(_ argument: String) -> String {
    "'\(argument)' was taken for options; to leave out a word, write 'not \(argument.dropFirst())', or '--' before the query"
  }
}
