/// Finds the footnote of each row of a table: the one that repeats the row's title, whatever its number; else the one
/// the row refers to, unless that repeats the title of another row.
struct TableFootnotes {
  private let definitions: [Outline.Footnote]
  /// The comparison forms of the definitions' beginnings, sorted, with their indices.
  private let forms: [(form: ByteText, index: Int)]
  private let indexOfLabel: [ByteText: Int]
  /// Definitions that repeat the title of some row.
  private let claimed: Set<Int>

  init(_ definitions: [Outline.Footnote], titles: [ByteText]) {
    self.definitions = definitions
    let longest = titles.map(\.count).max() ?? 0
    let forms = definitions.indices.map { index in
      (
        form: comparisonForm(definitions[index].lines.first?.text.prefix(longest + 40) ?? ByteText()),
        index: index
      )
    }.sorted { $0.form == $1.form ? $0.index < $1.index : $0.form.lexicographicallyPrecedes($1.form) }
    self.forms = forms
    indexOfLabel = Dictionary(definitions.enumerated().map { ($1.label, $0) }) { first, _ in first }
    claimed = Set(titles.compactMap { TableFootnotes.index(in: forms, beginningWith: $0) })
  }

  /// The lines of the footnote that belongs to a row.
  func lines(for cell: TextLine, title: ByteText) -> [TextLine]? {
    if let own = TableFootnotes.index(in: forms, beginningWith: title) { return definitions[own].lines }
    guard let label = cell.footnote?.lowercased, let referred = indexOfLabel[label],
      !claimed.contains(referred)
    else { return nil }
    return definitions[referred].lines
  }

  /// The first definition, in order of their text, that begins with a title of some length; found by bisection.
  private static func index(in forms: [(form: ByteText, index: Int)], beginningWith title: ByteText) -> Int? {
    let wanted = comparisonForm(title)
    guard wanted.count >= 6 else { return nil }
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle].form.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < forms.count && forms[low].form.hasPrefix(wanted) ? forms[low].index : nil
  }
}
