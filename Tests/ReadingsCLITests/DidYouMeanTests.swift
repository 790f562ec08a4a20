import ReadingsCatalog
import TestSupport
import Testing

/// Whatever is misspelt by a letter or two, the error or hint names what was meant.
@Suite struct DidYouMeanTests {
  @Test(arguments: [
    ("lst", "list"), ("tag ad x", "tag add"), ("help qery", "query"), ("help lst", "list"),
    ("list --tga Serving", "--tag"), ("list --format jsn", "json"), ("list --role requird", "required"),
    ("list --group-by autor", "author"), ("index --by categry", "category"), ("parse --to htlm x", "html"),
    ("list --color alwys", "always"), ("completions bassh", "bash"),
    ("list --columns titel", "title"), ("list --json titel", "title"), ("list --template {titel}", "title"),
    ("list --sort yaer", "year"), ("list tga:Serving", "tag"), ("list kind:papr", "paper"),
    ("list --tag Servng", "Serving"), ("list tag:servng", "Serving"), ("list --category Agnt", "Agent"),
    ("list --term 2025-seminarRaed", "2025-seminarRead"), ("index --by tag --only Servng", "Serving"),
    ("show 2205.14136", "2205.14135"), ("show model-servng-and-ppo", "model-serving-and-ppo"),
    ("add x --to model-servng-and-ppo", "model-serving-and-ppo"),
    ("add x --to model-serving-and-ppo --section PPO-Redings", "PPO Readings"),
    ("tag rename Servng x --dry-run", "Serving"),
    ("tag remove Servng --to model-serving-and-ppo --dry-run", "Serving"),
    ("tag remove Servng --where tag:serving --sessions --dry-run", "Serving"),
    ("sessions", "list --sessions"), ("find x", "search WORD..."), ("rename a b", "tag rename OLD NEW"),
    ("publish", "site --output DIR"), ("fix", "check --fix"), ("version", "--version"),
  ])
  func whatWasMeantIsNamed(_ line: String, _ meant: String) {
    let words = line.split(separator: " ").map(String.init) + ["--library", PackageFolder.path("seeds")]
    let run = CommandRun(words, environment: ["XDG_STATE_HOME": "/nonexistent"]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(run.errors.contains("did you mean '\(meant)'?"), "\(run.errors)")
  }

  @Test func aWordThatNoCommandIsCalledBySaysWhereToLook() {
    #expect(
      CommandRun("tag", "Serving").errors
        == "readings: error: unknown command 'tag Serving'; 'readings help tag' lists the commands\n"
        + "  to see what is tagged, write 'readings list --tag TAG'\n")
    #expect(CommandRun("delete", "x").errors.contains("to look for words, write 'readings search WORD...'"))
  }

  @Test func aKeyThatATableCutShortIsTaken() throws {
    let folder = try TemporaryFolder()
    for name in ["a-long-name-of-a-session", "another"] {
      try folder.write("---\ntitle: \(name)\n---\n", to: name + ".md")
    }
    let whole = CommandRun(["show", "a-long-name-of-a-session", "-L", folder.path]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    let cut = CommandRun(["show", "a-long-n…", "-L", folder.path]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(whole.status == 0 && cut.output == whole.output)
    let unclear = CommandRun(["show", "a…", "-L", folder.path]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(unclear.errors.hasPrefix("readings: error: 'a…' fits 2 sessions and papers\n"))
  }

  @Test func aWordThatNothingHasPointsToTheSearch() {
    #expect(
      CommandRun("list", "atention").errors
        == "readings: nothing has 'atention'; 'readings search' forgives typing mistakes\n0 readings in 0 sessions\n"
    )
    #expect(CommandRun("list", "-atention").status == 0)
  }
}
