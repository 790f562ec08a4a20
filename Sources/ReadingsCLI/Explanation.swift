internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// Why the fields of readings have their values: where each stands in its post, and the rule that read it.
struct Explanation {
  let files: PostFiles

  func lines(for readings: [SelectedReading], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var table: (file: String, lines: LineTable?)?
    for selected in readings {
      let file = selected.session.file
      if table?.file != file {
        table = (file, files.bytes(of: file).map { LineTable($0) })
      }
      var page = FieldPage(title: "", width: width)
      page.addHeading("How '\(selected.reading.title)' was read in \(file):\(selected.line)")
      for evidence in selected.reading.evidence {
        let position = table?.lines.map { "\($0.position(at: evidence.span.lowerBound))" }
        let place = position ?? "byte \(evidence.span.lowerBound)"
        let value = Explanation.value(of: evidence.field, selected.reading)
        page.add(evidence.field, value ?? "-")
        page.add("", "at \(place), by the rule '\(evidence.rule)'", .quiet)
      }
      lines += page.lines.dropFirst()
    }
    return lines
  }

  /// The value of a field that evidence names.
  private static func value(of field: String, _ reading: Reading) -> String? {
    func joined(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ", ") }
    switch field {
    case "key": return reading.key
    case "title": return reading.title
    case "alternativeTitles": return joined(reading.alternativeTitles)
    case "section": return reading.section
    case "role": return reading.role.rawValue
    case "kind": return reading.kind.rawValue
    case "url", "urls": return joined(reading.urls)
    case "identifiers": return joined(reading.identifiers.map(\.description))
    case "authors": return joined(reading.authors)
    case "submitted": return reading.submitted?.description
    case "year": return reading.year.map { String($0) }
    case "venue": return reading.venue
    case "citations": return reading.citations.map { String($0) }
    case "affiliation": return reading.affiliation
    case "abstract": return reading.abstract
    case "tags": return joined(reading.tags.map(\.spelling))
    case "presenter": return reading.presenter
    case "slides": return joined(reading.slides)
    default: return Identifier.Scheme(rawValue: field).flatMap { reading.identifier($0) }
    }
  }
}
