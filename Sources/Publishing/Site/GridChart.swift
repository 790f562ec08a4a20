/// Values of rows by columns as circles of their size, drawn as SVG with its data in a table below.
struct GridChart: Sendable {
  struct Row: Sendable {
    let name: String
    /// One for each column, 0 or more.
    let values: [Int]
  }

  let title: String
  let summary: String
  let columns: [String]
  let rows: [Row]

  private static let nameWidth = 150
  private static let rowHeight = 30
  private static let top = 12

  func write(_ output: inout MarkupBuffer) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let figure = ChartFigure(
      title: title, summary: summary, description: summary,
      height: GridChart.top + rows.count * GridChart.rowHeight + 104,
      table: ChartFigure.Table(
        labelTitle: "Tag", columns: columns, rows: rows.map { ($0.name, $0.values) }, isWide: true))
    figure.write(
      &output,
      drawing: { output in
        writeRows(&output)
        writeColumnNames(&output)
      })
  }

  private func x(of column: Int) -> Int {
    let left = GridChart.nameWidth + 10
    let space = 712 - left
    return left + space * column / columns.count + min(space / columns.count, 120) / 2
  }

  private func writeRows(_ output: inout MarkupBuffer) {
    let largest = max(1, rows.flatMap(\.values).max() ?? 1)
    let room = min(13, (712 - GridChart.nameWidth) / columns.count / 2 - 1)
    for (index, row) in rows.enumerated() {
      let y = GridChart.top + index * GridChart.rowHeight + GridChart.rowHeight / 2
      output.markup("<line class=\"grid\"")
      output.attributes([("x1", GridChart.nameWidth), ("x2", 712), ("y1", y), ("y2", y)])
      output.markup("/><text class=\"name\" text-anchor=\"end\"")
      output.attributes([("x", GridChart.nameWidth - 10), ("y", y + 4)])
      output.markup(">")
      output.text(BarChart.shortened(row.name))
      output.markup("</text>")
      for (column, value) in row.values.enumerated() where value > 0 {
        // Areas, not radii, are in proportion.
        let share = Double(value) / Double(largest)
        let radius = max(3, Int((Double(max(4, room)) * share.squareRoot()).rounded()))
        output.markup("<circle class=\"bar s1\"")
        output.attributes([("cx", x(of: column)), ("cy", y), ("r", radius)])
        output.markup("><title>")
        output.text("\(row.name), \(columns[column]): \(value)")
        output.markup("</title></circle>")
      }
      output.markup("\n")
    }
  }

  private func writeColumnNames(_ output: inout MarkupBuffer) {
    let y = GridChart.top + rows.count * GridChart.rowHeight + 16
    for (column, name) in columns.enumerated() {
      output.markup("<text class=\"tick\" text-anchor=\"end\"")
      output.attribute("transform", "translate(\(x(of: column) + 4) \(y)) rotate(-40)")
      output.markup(">")
      output.text(BarChart.shortened(name))
      output.markup("</text>\n")
    }
  }
}
