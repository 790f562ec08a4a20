internal import Duplicates
internal import Publishing
internal import SourceText

/// `readings duplicates --records FILE`
enum DuplicateRecordRun {
  static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let (path, bytes) = try input(invocation, .records)
    let file: RecordFile
    do throws(RecordFailure) { file = try RecordFile(bytes) } catch { throw failure(error, path) }
    let report = file.report()
    let asked = Set(arguments.values(.grade).compactMap { DuplicateGrade(rawValue: $0) })
    let listing = RecordListing(
      report, grades: asked.isEmpty ? [.certain, .likely] : asked, ids: file.ids,
      record: { file.record($0) })
    let output = invocation.console.output
    let format = arguments.choice(.duplicateFormat, or: DuplicateFormat.text)
    let isText = format == .text
    switch format {
    case .text: output.write(listing.text(width: invocation.console.width))
    case .json: output.write(listing.json())
    case .jsonl: listing.writeLines { output.write($0) }
    case .csv: output.write(listing.csv())
    }
    output.flush()
    if output.state != .closed {
      var groups = listing.groupCount == 1 ? "1 group" : "\(listing.groupCount) groups"
      if listing.possibleCount > 0 { groups += " and \(listing.possibleCount) possible pairs" }
      var line = "\(groups) among \(file.count) records"
      if listing.conflictCount > 0, !isText {
        line += listing.conflictCount == 1 ? "; 1 contradiction" : "; \(listing.conflictCount) contradictions"
        line += ", which only the text shows"
      }
      invocation.console.errors.write(repetitions(file) + [StyledLine(line, .quiet)])
    }
    let count = listing.groupCount + listing.possibleCount + listing.conflictCount
    return arguments.has(.failOnFindings) && count > 0 ? .findings : .done
  }

  /// A warning where records cannot be told apart by the names that the output calls them by.
  private static func repetitions(_ file: RecordFile) -> [StyledLine] {
    let ids = file.repeatedIDs
    guard !ids.isEmpty else { return [] }
    let shownCount = 5
    let list = ids.prefix(shownCount).map { "'\(VisibleText.make($0))'" }.joined(separator: ", ")
    let more = ids.count > shownCount ? " and \(ids.count - shownCount) more" : ""
    let names = ids.count == 1 ? "the id \(list) names" : "the ids \(list)\(more) name"
    return [StyledLine("warning: \(names) more than one record", .warning)]
  }

  /// The name and bytes of the file that an option names.
  static func input(_ invocation: Invocation, _ option: OptionSpecification) throws(CommandFailure) -> (
    path: String, bytes: [UInt8]
  ) {
    let path = invocation.arguments.value(option) ?? "-"
    do throws(ReadFailure) {
      if path == "-" { return ("<stdin>", try invocation.console.input()) }
      return (path, try FileBytes.contents(of: path))
    } catch {
      if error.isMissing { throw CommandFailure("there is no file '\(path)'") }
      throw CommandFailure("cannot read '\(path)': \(error.reason)")
    }
  }

  static func failure(_ failure: RecordFailure, _ path: String) -> CommandFailure {
    CommandFailure(
      "cannot read the records of '\(path)': line \(failure.line): \(failure.message)",
      details: ["'readings help duplicates' says which forms can be read"])
  }
}
