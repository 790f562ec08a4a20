import ReadingsCatalog
import TestSupport

/// Two sessions with seven readings, and one session that has none.
enum SampleCatalog {
  static let catalog = Catalog(sessions: [structure, serving, planned])

  static var structure: Session {
    var session = session("2017-structure", "Structure and Memory", 2017, 3, 2, term: "2017-spring")
    session.tags = [Tag("Memory")]
    session.categories = [Tag("Architecture")]
    session.readings = [
      reading("1410.5401", "Neural Turing Machines", line: 12) {
        $0.authors = ["Alex Graves", "Greg Wayne", "Ivo Danihelka"]
        $0.year = 2014
        $0.identifiers = [Identifier(.arxiv, "1410.5401")]
        $0.urls = ["https://arxiv.org/abs/1410.5401"]
        $0.role = .required
        $0.section = "Core"
        $0.abstract = "A network with a memory beside it learns to copy and to sort."
      },
      reading("sonnet", "Sonnet", line: 20) {
        $0.kind = .software
        $0.urls = ["https://github.com/google-deepmind/sonnet"]
        $0.section = "Tools"
        $0.tags = [Tag("serving")]
      },
    ]
    return session
  }

  static var serving: Session {
    var session = session("2025-serving", "Model Serving", 2025, 2, 18, term: "2025-fall")
    session.tags = [Tag("Serving"), Tag("Efficiency")]
    session.label = "W6"
    session.readings = [
      reading(
        "2205.14135", "FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness", line: 8
      ) {
        $0.authors = ["Tri Dao", "Daniel Y. Fu", "Stefano Ermon", "Atri Rudra", "Christopher Ré"]
        $0.submitted = CalendarDate(year: 2022, month: 5, day: 27)
        $0.identifiers = [Identifier(.arxiv, "2205.14135")]
        $0.urls = ["https://arxiv.org/abs/2205.14135"]
        $0.role = .required
      },
      reading("2309.06180", "Efficient Memory Management for Large Language Model Serving", line: 14) {
        $0.authors = ["Woosuk Kwon", "Zhuohan Li"]
        $0.year = 2023
        $0.identifiers = [Identifier(.arxiv, "2309.06180")]
        $0.role = .optional
      },
      reading("1410.5401", "Neural Turing Machines", line: 20) {
        $0.identifiers = [Identifier(.arxiv, "1410.5401")]
        $0.role = .background
        $0.presenter = "team-2"
      },
    ]
    return session
  }

  static var planned: Session {
    session("2025-planned", "Planning Ahead", 2025, 9, 1, term: "2025-fall")
  }

  private static func session(
    _ key: String, _ title: String, _ year: Int, _ month: Int, _ day: Int, term: String
  ) -> Session {
    var session = Session(key: key, title: title, file: "posts/\(key).md")
    session.date = CalendarDate(year: year, month: month, day: day)
    session.term = term
    return session
  }

  private static func reading(
    _ key: String, _ title: String, line: Int, _ fill: (inout Reading) -> Void
  ) -> Reading {
    var reading = Reading(key: key, title: title, span: anySpan, position: position(line, 5))
    fill(&reading)
    return reading
  }
}
