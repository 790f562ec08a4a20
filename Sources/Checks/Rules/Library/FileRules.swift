internal import ReadingsCatalog

/// Files that cannot be read, as the catalog's reader reports them.
enum FileRules {
  static let rules = [
    Rule(
      "unreadable-file", .error, .library, meaning: "a file or folder cannot be read",
      explanation: "The message gives the system's reason. The posts in it are missing from every listing.",
      examples: []),
    Rule(
      "unsupported-encoding", .error, .library, meaning: "a file is UTF-16",
      explanation: "Posts must be UTF-8; Jekyll cannot read the file either.", examples: []),
  ]
}
