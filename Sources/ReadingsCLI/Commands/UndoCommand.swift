/// `readings undo`
enum UndoCommand {
  static let specification = CommandSpecification(
    "undo", meaning: "take back the last command that edited posts",
    discussion: [
      "The posts get back the bytes they had, if they still are as the command left them; when one was edited since, "
        + "nothing is written. One command of each library can be taken back, also when it was interrupted. What "
        + "that needs is kept in $XDG_STATE_HOME/readings, else in ~/.local/state/readings."
    ],
    options: OptionSpecification.edits,
    examples: [
      .init("readings undo --dry-run", "what would be taken back"),
      .init("readings undo", "the last edit, taken back"),
    ],
    run: { (invocation) throws(CommandFailure) in
      try EditRun(invocation).undo()
      return .done
    })
}
