internal import ReadingsCatalog

/// The figures of a library, counted once for all pages.
struct SiteCharts: Sendable {
  /// New papers and papers read before, by term.
  let newAndKnown: BarChart
  /// All readings, by term.
  let readings: BarChart
  /// The tags used most, by term.
  let tags: GridChart
  /// How many years before the session a paper appeared.
  let ages: BarChart

  /// The terms a chart shows, the latest.
  private static let termLimit = 24
  private static let tagLimit = 14
  private static let ageLimit = 15

  init(_ library: SiteLibrary) {
    let terms = Array(library.terms.indices.suffix(SiteCharts.termLimit))
    let names = terms.map { library.terms[$0].name }
    let note = terms.count < library.terms.count ? " The latest \(terms.count) terms." : ""
    let (new, known) = SiteCharts.newAndKnown(library)
    readings = BarChart(
      title: "Readings per term",
      summary: "How many readings the sessions of each term list." + note, labels: names, labelTitle: "Term",
      series: [.init(name: "Readings", values: terms.map { library.terms[$0].readingCount })])
    newAndKnown = BarChart(
      title: "New and read before",
      summary: "Readings per term, papers read for the first time apart from those read before." + note,
      labels: names, labelTitle: "Term",
      series: [
        .init(name: "New", values: terms.map { new[$0] }),
        .init(name: "Read before", values: terms.map { known[$0] }),
      ])
    tags = SiteCharts.tags(library, terms)
    ages = SiteCharts.ages(library)
  }

  private static func newAndKnown(_ library: SiteLibrary) -> (new: [Int], known: [Int]) {
    var new = library.terms.map { _ in 0 }
    var known = new
    for paper in library.papers {
      for (number, place) in paper.places.enumerated() {
        if number == 0 {
          new[library.termOfSession[place.session]] += 1
        } else {
          known[library.termOfSession[place.session]] += 1
        }
      }
    }
    return (new, known)
  }

  private static func tags(_ library: SiteLibrary, _ terms: [Int]) -> GridChart {
    let top = library.tags.indices.sorted { left, right in
      (library.tags[right].sessions.count, left) < (library.tags[left].sessions.count, right)
    }.prefix(tagLimit)
    let first = terms.first ?? 0
    let rows = top.map { tag -> GridChart.Row in
      var values = terms.map { _ in 0 }
      for session in library.tags[tag].sessions {
        let column = library.termOfSession[session] - first
        if values.indices.contains(column) { values[column] += 1 }
      }
      return GridChart.Row(name: library.tags[tag].name, values: values)
    }
    return GridChart(
      title: "Tags by term", summary: "In how many sessions of each term the tags used most occur.",
      columns: terms.map { library.terms[$0].name }, rows: rows)
  }

  private static func ages(_ library: SiteLibrary) -> BarChart {
    var counts = Array(repeating: 0, count: ageLimit + 1)
    for paper in library.papers {
      guard let published = paper.year else { continue }
      for place in paper.places {
        guard let read = Chronology.year(of: library.sessions[place.session]), read >= published else {
          continue
        }
        counts[min(ageLimit, read - published)] += 1
      }
    }
    let last = max(5, (counts.lastIndex { $0 > 0 } ?? 0))
    return BarChart(
      title: "Age of papers when read",
      summary: "How many years before the session the papers appeared, where both years are known.",
      labels: (0...last).map { $0 == ageLimit ? "\($0)+" : String($0) }, labelTitle: "Years",
      series: [.init(name: "Readings", values: Array(counts[0...last]))])
  }
}

/// The page of all charts.
enum ChartsPage {
  static func write(_ library: SiteLibrary, _ charts: SiteCharts, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Charts", part: .charts, isInFolder: false), library, &output)
    output.markup("<header class=\"head\">\n<h1>Charts</h1>\n</header>\n")
    charts.readings.write(&output)
    charts.newAndKnown.write(&output)
    charts.tags.write(&output)
    charts.ages.write(&output)
    PageShell.end(library, &output)
  }
}
