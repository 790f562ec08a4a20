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
  ])
  func whatWasMeantIsNamed(_ line: String, _ meant: String) {
    let words = line.split(separator: " ").map(String.init) + ["--library", PackageFolder.path("seeds")]
    let run = CommandRun(words, environment: ["XDG_STATE_HOME": "/nonexistent"]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(run.errors.contains("did you mean '\(meant)'?"), "\(run.errors)")
  }
}
