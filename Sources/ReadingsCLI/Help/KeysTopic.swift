extension HelpTopic {
  static let keys = HelpTopic(
    name: "keys", meaning: "how to name a session or a paper",
    examples: [
      .init("readings show 2205.14135", "a paper by its identifier"),
      .init("readings show model-serving-and-ppo", "a session by the name of its post"),
      .init("readings show 'flash attention'", "either by words of its title"),
      .init("readings list key:2205.14135 --sessions", "the sessions that read a paper"),
      .init("readings list --columns key,title", "every key with its title"),
    ],
    sections: [
      Section(
        title: "Keys",
        rows: [
          .init("session", "the file name of its post without the ending"),
          .init(
            "paper", "its arXiv identifier, DOI, OpenReview, ACL or PMLR identifier, the first that it has"),
          .init("paper without one", "its title in lower case, with hyphens for spaces"),
        ]),
      Section(
        title: "What else names the same",
        rows: [
          .init("identifier", "with its scheme, such as arxiv:2205.14135"),
          .init("title", "the whole title"),
          .init("beginning", "any beginning of a key or title, where only one starts so"),
          .init("phrase", "words that stand side by side in one title alone"),
        ],
        paragraphs: [
          "They are tried in this order, and the first that finds anything decides. When several are found, they "
            + "are listed with their keys and nothing is done. Case and accents do not count."
        ]),
      Section(
        title: "When keys change",
        paragraphs: [
          "A session's key changes when its post is renamed, a paper's when a post gives it an identifier. Where two "
            + "posts in different folders share a name, their keys are their paths."
        ]),
    ])
}
