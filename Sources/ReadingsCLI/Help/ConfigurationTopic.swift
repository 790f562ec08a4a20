internal import ReadingsCatalog

extension HelpTopic {
  static let configuration = HelpTopic(
    name: "configuration", meaning: "what a \(LibraryConfiguration.fileName) can set",
    examples: [
      .init("readings config", "what the library's file sets, with lines"),
      .init("readings check", "also says what in the file is not understood"),
      .init("readings list role:required", "takes the words of 'roles' into account"),
    ],
    sections: [
      Section(
        title: "The file",
        paragraphs: [
          "A YAML file named \(LibraryConfiguration.fileName) at the top of the library. All of it can be left out, "
            + "and so can the file. What is not understood is pointed out and passed over."
        ]),
      Section(
        title: "Settings",
        rows: [
          .init("site.title", "the name of the site and of index pages"),
          .init("site.url", "where the site is published, with https://"),
          .init("site.description", "a sentence about the seminar"),
          .init("site.author", "who publishes the site"),
          .init("roles.required", "words of headings below which readings are required"),
          .init("roles.optional", "the same for optional ones"),
          .init("roles.background", "the same for background; all three come before the built-in words"),
          .init(
            "check.rules.RULE",
            "the level of a rule: "
              + LibraryConfiguration.RuleLevel.allCases.map(\.rawValue).joined(separator: ", ")),
          .init("check.known-keys", "front-matter keys that are no mistakes"),
          .init("papers.same", "lists of keys that name one paper"),
          .init("papers.distinct", "lists of keys that name different papers"),
        ]),
      Section(title: "For example", literal: exampleFile),
    ])

  /// A file with every section, as help shows it.
  static let exampleFile = [
    "site:", "  title: Machine Learning Seminar", "  url: https://example.org/ml",
    "roles:", "  required: [core, must read]", "  background: [warm-up]",
    "check:", "  known-keys: [recording]", "  rules:", "    no-link: off",
    "papers:", "  same:", "    - [2205.14135, flash-attention]",
  ]
}
