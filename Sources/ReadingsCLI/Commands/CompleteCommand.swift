internal import ReadingsCatalog

/// `readings complete -- WORDS`, which the scripts of `completions` call.
enum CompleteCommand {
  static let specification = CommandSpecification(
    "complete", meaning: "print what the last word of a command line can be",
    discussion: [
      "The words are those behind the program's name, the last of them being typed. A line has a candidate for it, "
        + "without the option it is attached to, then a tab and what it means. Nothing is printed, and the status "
        + "is 0, when there are none or the library cannot be read."
    ],
    positionals: [.init(name: "WORD", kind: .words, isRequired: false, isRepeatable: true)],
    examples: [.init("readings complete -- list --tag Ser", "tags that start with 'Ser'")],
    isHidden: true,
    run: { (invocation) throws(CommandFailure) in run(invocation) })

  private static func run(_ invocation: Invocation) -> ExitStatus {
    let request = CompletionRequest(invocation.arguments.positionals)
    let candidates = CompletionCandidates(request) { catalog(request, invocation, selecting: $0) }
    for line in candidates.find().compactMap(\.line) {
      invocation.console.output.write(Array((line + "\n").utf8))
    }
    return .done
  }

  private static func catalog(
    _ request: CompletionRequest, _ invocation: Invocation, selecting selection: SessionSelection?
  ) -> Catalog {
    var loader = LibraryLoader(folder: request.library ?? invocation.library)
    loader.readsPlainMarkdown = request.readsPlainMarkdown
    loader.selection = selection
    do throws(LibraryLoader.Failure) {
      return try invocation.load(loader)
    } catch {
      // A shell that asks while a line is typed has no use for an error.
      return Catalog(sessions: [])
    }
  }
}
