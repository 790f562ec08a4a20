package import ReadingsQuery

/// What a search found as JSON: readings and sessions as elsewhere, each followed by how it was found.
package enum SearchJSON {
  /// One array, one hit a line.
  package static func array(_ hits: [Search.Hit], of results: SearchResults) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for hit in hits {
      writer.elementOnNewLine()
      writer.write(hit, of: results)
    }
    if !hits.isEmpty { writer.newLine() }
    writer.endArray()
    writer.endDocument()
    return writer.bytes
  }

  /// One hit a line, each a document of its own (JSON Lines).
  package static func lines(_ hits: [Search.Hit], of results: SearchResults) -> [UInt8] {
    var writer = JSONWriter()
    for hit in hits {
      writer.write(hit, of: results)
      writer.endDocument()
    }
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ hit: Search.Hit, of results: SearchResults) {
    beginObject()
    if let selected = hit.selected { writeMembers(of: selected) } else { writeListedMembers(of: hit.session) }
    name("hit")
    beginObject()
    let passage = SearchPassage(of: hit, results)
    member("of", hit.reading == nil ? "session" : "reading")
    // Whole thousandths, since a score is only to be compared.
    member("score", Int((hit.score * 1000).rounded()))
    member("passage", passage?.whole.plainText)
    member("passageLine", passage?.line)
    endObject()
    endObject()
  }
}
