/// Reads names of venues as what they have in common however they are written: `Proc. VLDB`, `Very Large Data Bases`
/// and `25th VLDB Conf.` are one, `The VLDB Journal` and `VLDB J.` another.
struct VenueReader {
  private var scanner = TextScanner()
  private var words: [String] = []
  /// Few venues print many papers.
  private var known: [String: UInt64] = [:]
  private static let maximumKnownCount = 1 << 16

  init() {}

  /// A number that two names of one venue share; 0 where nothing in the text names one.
  mutating func read(_ text: String) -> UInt64 {
    if let number = known[text] { return number }
    let number = find(text)
    if known.count < VenueReader.maximumKnownCount { known[text] = number }
    return number
  }

  private mutating func find(_ text: String) -> UInt64 {
    scanner.read(text)
    words.removeAll(keepingCapacity: true)
    var isPeriodical = false
    for word in scanner.words.prefix(24) {
      let text = String(decoding: scanner.letters[word.range], as: UTF8.self)
      if VenueReader.periodicals.contains(text) {
        isPeriodical = true
      } else if !VenueReader.common.contains(text), text.utf8.first?.isDigit != true {
        words.append(text)
      }
    }
    guard !words.isEmpty else { return 0 }
    var hash = StableHash()
    hash.add(name)
    hash.add(UInt8(isPeriodical ? 1 : 0))
    return hash.value
  }

  /// An acronym that is known or that the words make; else the beginnings of the words.
  private var name: String {
    if let acronym = words.first(where: { VenueReader.acronyms.contains($0) }) {
      return VenueReader.aliases[acronym] ?? acronym
    }
    let full = words.map { String($0.prefix(4)) }.joined()
    if let alias = VenueReader.aliases[full] { return alias }
    return words.count > 2 ? String(words.compactMap(\.first)) : full
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static let periodicals = set(
    "journal journals j jnl jour transactions trans record rec letters lett magazine mag bulletin bull quarterly"
  )

  private static let common = set(
    "proceedings proc procs of the on in and for to a an at international int intl conference conf conferences annual "
      + "symposium symp workshop workshops ws acm ieee usenix springer aaas european national advances adv meeting "
      + "first second third fourth fifth vol volume no pp pages accepted appeared appear as poster oral spotlight "
      + "main track findings")

  private static let acronyms: Set<String> = {
    let names = WordLists.traits.filter { $0.value.contains(.venue) && !common.contains($0.key) }
    return Set(names.keys).subtracting(periodicals)
  }()

  /// Names in full, by the first four letters of their words, and older names.
  private static let aliases = [
    "manadata": "sigmod", "neurinfoprocsyst": "nips", "neurips": "nips", "machlear": "icml",
    "learrepr": "iclr", "compvisipattreco": "cvpr", "compvisi": "iccv", "compling": "acl",
    "asscompling": "acl", "assocompling": "acl", "empimethnatulangproc": "emnlp", "knowdiscdatamini": "kdd",
    "inforetr": "sigir", "reseinforetr": "sigir", "reseanddeveinforetr": "sigir", "worlwideweb": "www",
    "dataengi": "icde", "prindatasyst": "pods", "artiinte": "aaai", "jointartiinte": "ijcai",
    "operprinsyst": "sosp", "operprin": "sosp", "operdesiimpl": "osdi",
  ]
}
