internal import Duplicates
internal import ReadingsCatalog

/// Asks arXiv or Crossref for the record of one paper, through the system's curl.
///
/// Nothing of this is linked into the program: TLS and HTTP would make every start of it slower.
struct PaperFetch {
  private let environment: (String) -> String?
  private static let timeout = 20
  private static let byteLimit = 4_000_000

  init(environment: @escaping (String) -> String?) {
    self.environment = environment
  }

  /// The record of a paper; a failure that says what can be done instead.
  func record(of identifier: Identifier) throws(CommandFailure) -> PaperRecord {
    let url = try address(of: identifier)
    let bytes = try download(url)
    let records: [PaperRecord]
    do throws(RecordFailure) {
      records = try RecordFile(bytes).records
    } catch {
      throw CommandFailure("\(identifier) cannot be fetched: the answer cannot be read: \(error.message)")
    }
    guard let record = records.first, record.titles.contains(where: { !$0.isEmpty }) else {
      throw CommandFailure("\(identifier) is not known there; --title and --author describe the paper")
    }
    return record
  }

  /// Where to ask.
  private func address(of identifier: Identifier) throws(CommandFailure) -> String {
    switch identifier.scheme {
    case .arxiv:
      let base = environment("READINGS_ARXIV_URL") ?? "https://export.arxiv.org/api/query"
      return base + "?id_list=" + PaperFetch.encoded(identifier.value)
    case .doi:
      let base = environment("READINGS_CROSSREF_URL") ?? "https://api.crossref.org/works"
      return base + "/" + PaperFetch.encoded(identifier.value)
        + "/transform/application/vnd.citationstyles.csl+json"
    case .openReview, .acl, .pmlr:
      throw CommandFailure(
        "--fetch knows arXiv and DOI, not '\(identifier)'; --from reads a record from a file")
    }
  }

  private func download(_ url: String) throws(CommandFailure) -> [UInt8] {
    // Plain HTTP is for a server on this machine.
    let isLocal = url.hasPrefix("http://127.0.0.1:")
    let arguments = [
      "--silent", "--show-error", "--fail", "--location", "--max-redirs", "5",
      "--proto", isLocal ? "=http" : "=https", "--max-time", "\(PaperFetch.timeout)",
      "--max-filesize", "\(PaperFetch.byteLimit)",
      "--user-agent", "readings/\(ReadingsCommandLine.version)", "--", url,
    ]
    guard let run = ChildOutput("curl", arguments) else {
      throw CommandFailure(
        "--fetch needs the program 'curl', which is not there",
        details: ["install it, or save the record to a file and name that with --from"])
    }
    if run.status == 0 { return run.output }
    let reason =
      run.errors.split(separator: "\n").first.map(String.init) ?? "curl ended with status \(run.status)"
    throw CommandFailure("cannot fetch '\(url)': \(PaperFetch.explained(run.status, reason))")
  }

  private static func explained(_ status: Int32, _ reason: String) -> String {
    switch status {
    case 6, 7: "the server cannot be reached"
    case 28: "no answer within \(timeout) seconds"
    default: reason.hasPrefix("curl: ") ? String(reason.dropFirst(6)) : reason
    }
  }

  /// Percent-encoded, slashes kept (RFC 3986, 2.3).
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      result += isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }
    return result
  }
}
