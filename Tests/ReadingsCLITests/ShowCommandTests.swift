import ReadingsCatalog
import SourceText
import Testing

@Suite struct ShowCommandTests {
  @Test func aPaperIsShownWithEverySessionThatReadIt() {
    let run = CommandRun("show", "1410.5401")
    #expect(
      run.output == """
        Neural Turing Machines
        key          1410.5401
        authors      Alex Graves, Greg Wayne, Ivo Danihelka
        kind         paper
        links        https://arxiv.org/abs/1410.5401
        identifiers  arxiv:1410.5401
        year         2014
        abstract     A network with a memory beside it learns to copy and to sort.

        Read in
          2017-03-02  Structure and Memory
                      required · Core · posts/2017-structure.md:12
          2025-02-18  Model Serving
                      background · presented by team-2 · posts/2025-serving.md:20

        """)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func aSessionIsShownWithItsReadingsBySection() {
    let run = CommandRun("show", "2017-structure")
    #expect(
      run.output == """
        Structure and Memory
        key          2017-structure
        date         2017-03-02
        term         2017-spring
        tags         Memory
        categories   Architecture
        file         posts/2017-structure.md:1

        Core
          req  Neural Turing Machines  2014  Graves et al.  1410.5401

        Tools
               Sonnet                                       github.com
                 tags: serving

        """)
  }

  @Test func abstractsAreWrappedToTheWidth() {
    let run = CommandRun("show", "neural turing", environment: ["COLUMNS": "50"])
    #expect(
      run.output.contains(
        """
        abstract     A network with a memory beside it
                     learns to copy and to sort.

        """))
  }

  @Test(arguments: [
    ("2205.14135", "2205.14135"), ("arXiv:2205.14135", "2205.14135"), ("2205", "2205.14135"),
    ("flashattention", "2205.14135"), ("MEMORY efficient exact", "2205.14135"), ("2017", "2017-structure"),
    ("2025-S", "2025-serving"), ("model serving", "2025-serving"), ("planning", "2025-planned"),
  ])
  func keysPrefixesAndPhrasesAreFound(_ name: String, _ key: String) {
    let run = CommandRun("show", name, "--format", "json")
    #expect(run.output.hasPrefix("{\"key\":\"\(key)\","))
    #expect(run.status == 0)
  }

  @Test func anAmbiguousNameListsTheCandidates() {
    let run = CommandRun("show", "2025-")
    #expect(run.output == "")
    #expect(
      run.errors == """
        readings: error: '2025-' fits 2 sessions and papers
          2025-serving  Model Serving
          2025-planned  Planning Ahead

        """)
    #expect(run.status == 2)
  }

  /// A paper that is known by its identifier counts by the beginning of its title as well.
  @Test func theBeginningOfAnotherTitleMakesABeginningAmbiguous() {
    func reading(_ key: String, _ title: String) -> Reading {
      Reading(key: key, title: title, span: SourceSpan(0, 0), position: SourcePosition(line: 1, column: 1))
    }
    var session = Session(key: "2025-maps", title: "Maps", file: "2025-maps.md")
    session.readings = [reading("2001.00001", "MapNet: Reading Maps"), reading("mapnet-2", "MapNet-2")]
    let catalog = Catalog(sessions: [session])
    let run = CommandRun("show", "mapn", catalog: catalog)
    #expect(run.status == 2)
    #expect(run.errors.contains("'mapn' fits 2 sessions and papers"))
    #expect(CommandRun("show", "mapnet-", catalog: catalog).output.hasPrefix("MapNet-2\n"))
  }

  @Test(arguments: [
    ("sonet", "unknown key 'sonet'; did you mean 'sonnet'?"),
    ("quantum", "unknown key 'quantum'; 'readings search' finds papers by words"),
    ("attenton with io", "unknown key 'attenton with io'; did you mean 'attention with io'?"),
    ("", "unknown key ''; 'readings search' finds papers by words"),
    ("...", "unknown key '...'; 'readings search' finds papers by words"),
  ])
  func anUnknownNameIsAnError(_ name: String, _ message: String) {
    let run = CommandRun("show", name)
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }
}
