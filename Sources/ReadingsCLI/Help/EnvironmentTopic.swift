extension HelpTopic {
  static let environment = HelpTopic(
    name: "environment", meaning: "variables that change what the program does",
    examples: [
      .init("export READINGS_LIBRARY=~/seminar/_posts", "read these posts from any folder"),
      .init("READINGS_PAGER=cat readings list", "no pager for one call"),
      .init("NO_COLOR=1 readings list", "no colours for one call"),
    ],
    sections: [
      Section(
        title: "Variables",
        rows: [
          .init("READINGS_LIBRARY", "the folder of posts, unless --library names one"),
          .init(
            "READINGS_PAGER", "a command that shows output longer than the screen; 'cat' or empty for none"),
          .init(
            "READINGS_ARXIV_URL", "where 'add --fetch' asks in place of https://export.arxiv.org/api/query"),
          .init("READINGS_CROSSREF_URL", "the same in place of https://api.crossref.org/works"),
          .init("PAGER", "the same for every program; without either it is 'less -FRX'"),
          .init("NO_COLOR", "anything but empty turns colours off"),
          .init(
            "CLICOLOR_FORCE",
            "anything but empty and 0 turns colours on, where NO_COLOR does not turn them off"),
          .init("CLICOLOR", "0 turns colours off, where CLICOLOR_FORCE does not turn them on"),
          .init("COLUMNS", "the columns to fill; without it those of the terminal, or else 80"),
          .init("LINES", "the lines of the screen, for the pager; without it those of the terminal"),
          .init("XDG_STATE_HOME", "where 'undo' keeps what it needs; without it ~/.local/state"),
          .init("TERM", "'dumb' stands for a terminal without colours"),
        ],
        paragraphs: [
          "--color comes before the variables on colours, and these before the question whether the output is a "
            + "terminal. A pager is started only on a terminal, and --no-pager turns it off."
        ])
    ])
}
