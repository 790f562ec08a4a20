extension HelpTopic {
  static let status = HelpTopic(
    name: "status", meaning: "how a run ends, for scripts",
    examples: [
      .init("readings check || echo 'look at the posts'", "act on findings"),
      .init("readings list tag:serving --count", "a number, also when it is 0"),
      .init(
        "readings list --quiet --format paths -0 | xargs -0 wc", "nothing on the error stream but errors"),
    ],
    sections: [
      Section(
        title: "Exit status",
        rows: [
          .init("0", "done, also when nothing matched, and when nobody reads the output any more"),
          .init("1", "done, and there are findings to look at"),
          .init("2", "the call is wrong, or a file cannot be read or written"),
          .init("130", "interrupted by Ctrl-C"),
        ]),
      Section(
        title: "Streams",
        paragraphs: [
          "What was asked for goes to the standard output; counts, hints, problems of posts and errors go to the error "
            + "stream. --quiet leaves the errors, --verbose prints every problem instead of the first few. JSON is "
            + "[] when nothing matches."
        ]),
    ])
}
