/// Columns over labels, values of several series on top of each other, drawn as SVG with its data in a table below.
struct BarChart: Sendable {
  struct Series: Sendable {
    let name: String
    /// One for each label, 0 or more.
    let values: [Int]
  }

  let title: String
  let summary: String
  let labels: [String]
  /// What the labels are, for the table.
  let labelTitle: String
  /// At least one, from the bottom up.
  let series: [Series]

  private static let plot = (left: 44, top: 12, right: 708, bottom: 218)

  func write(_ output: inout MarkupBuffer) {
    let figure = ChartFigure(
      title: title, summary: summary, description: summary + " " + highlights, height: height,
      table: ChartFigure.Table(
        labelTitle: labelTitle, columns: series.map(\.name),
        rows: labels.indices.map { index in (labels[index], series.map { $0.values[index] }) }, isWide: false)
    )
    figure.write(&output) { output in
      if series.count > 1 { writeLegend(&output) }
    } drawing: { output in
      writeAxis(&output)
      writeColumns(&output)
    }
  }

  /// Long labels stand at an angle.
  private var isSlanted: Bool { labels.contains { $0.utf8.count > 6 } }
  private var height: Int { BarChart.plot.bottom + (isSlanted ? 104 : 30) }
  private var totals: [Int] {
    labels.indices.map { index in series.reduce(0) { $0 + $1.values[index] } }
  }

  private var highlights: String {
    guard let most = totals.indices.max(by: { totals[$0] < totals[$1] }), totals[most] > 0 else { return "" }
    return "Most, \(totals[most]), at \(labels[most])."
  }

  /// A round number that is at most five steps below the largest value.
  private var step: Int {
    let largest = max(1, totals.max() ?? 1)
    var unit = 1
    while true {
      for factor in [1, 2, 5] where unit * factor * 5 >= largest { return unit * factor }
      unit *= 10
    }
  }

  private var top: Int { (max(1, totals.max() ?? 1) + step - 1) / step * step }

  private func y(of value: Int) -> Int {
    let plot = BarChart.plot
    return plot.bottom - (plot.bottom - plot.top) * value / top
  }

  private func writeAxis(_ output: inout MarkupBuffer) {
    let plot = BarChart.plot
    for value in stride(from: 0, through: top, by: step) {
      let y = y(of: value)
      output.markup("<line class=\"grid\"")
      output.attributes([("x1", plot.left), ("x2", plot.right), ("y1", y), ("y2", y)])
      output.markup("/><text class=\"tick\" text-anchor=\"end\"")
      output.attributes([("x", plot.left - 8), ("y", y + 4)])
      output.markup(">")
      output.number(value)
      output.markup("</text>\n")
    }
  }

  private func writeColumns(_ output: inout MarkupBuffer) {
    let plot = BarChart.plot
    let count = max(1, labels.count)
    for (index, label) in labels.enumerated() {
      let left = plot.left + (plot.right - plot.left) * index / count
      let right = plot.left + (plot.right - plot.left) * (index + 1) / count
      let gap = max(2, (right - left) / 6)
      let barWidth = min(64, right - left - 2 * gap)
      let middle = (left + right) / 2
      var base = 0
      for (number, series) in series.enumerated() where series.values[index] > 0 {
        let (low, high) = (y(of: base), y(of: base + series.values[index]))
        output.markup("<rect")
        output.attribute("class", "bar s\(number + 1)")
        output.attributes([
          ("x", middle - barWidth / 2), ("y", high), ("width", barWidth), ("height", max(1, low - high)),
        ])
        output.markup("><title>")
        output.text("\(label): \(series.values[index])" + (self.series.count > 1 ? " \(series.name)" : ""))
        output.markup("</title></rect>")
        base += series.values[index]
      }
      output.markup("<text class=\"tick\"")
      if isSlanted {
        output.attribute("text-anchor", "end")
        output.attribute("transform", "translate(\(middle + 4) \(plot.bottom + 16)) rotate(-40)")
      } else {
        output.attribute("text-anchor", "middle")
        output.attributes([("x", middle), ("y", plot.bottom + 18)])
      }
      output.markup(">")
      output.text(BarChart.shortened(label))
      output.markup("</text>\n")
    }
  }

  static func shortened(_ label: String) -> String {
    label.count > 18 ? String(label.prefix(17)) + "…" : label
  }

  private func writeLegend(_ output: inout MarkupBuffer) {
    output.markup("<ul class=\"legend\">")
    for (number, series) in series.enumerated() {
      output.markup(
        "<li><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" rx=\"2\"")
      output.attribute("class", "bar s\(number + 1)")
      output.markup("/></svg>")
      output.text(series.name)
      output.markup("</li>")
    }
    output.markup("</ul>\n")
  }
}

extension MarkupBuffer {
  /// Adds attributes that are whole numbers.
  mutating func attributes(_ values: [(StaticString, Int)]) {
    for (name, value) in values {
      markup(" ")
      markup(name)
      markup("=\"")
      number(value)
      markup("\"")
    }
  }
}
