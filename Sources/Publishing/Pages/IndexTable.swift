/// A table of an index page, the same for all formats.
struct IndexTable: Sendable {
  /// What a cell holds, one line of text that can lead somewhere.
  struct Cell: Sendable {
    /// Where the text leads.
    enum Target: Sendable {
      /// The number of an entry among the details of the same group.
      case entry(Int)
      /// An address that ``WebLink`` has let through.
      case web(String)
    }

    let text: String
    let target: Target?

    init(_ text: String, _ target: Target? = nil) {
      self.text = text
      self.target = target
    }
  }

  /// A line of the table.
  enum Row: Sendable {
    /// As many cells as there are columns.
    case cells([Cell])
    /// The place between what was held and what is to come.
    case weAreHere
  }

  /// The names of the columns.
  let columns: [String]
  private(set) var rows: [Row] = []

  /// What stands in the row between what was held and what is to come.
  static let weAreHere = "WE ARE HERE"

  init(columns: [String]) {
    self.columns = columns
  }

  mutating func add(_ cells: [Cell]) { rows.append(.cells(cells)) }
  mutating func addWeAreHere() { rows.append(.weAreHere) }
}
