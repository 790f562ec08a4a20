/// What every chart has around its drawing: a caption, an SVG that says what it shows, and the data as a table.
struct ChartFigure: Sendable {
  /// Names over numbers, a row for each label.
  struct Table: Sendable {
    /// What the labels of the rows are.
    let labelTitle: String
    let columns: [String]
    /// As many values as there are columns.
    let rows: [(label: String, values: [Int])]
    /// Whether it may be wider than a page.
    let isWide: Bool
  }

  /// Of the drawing's own measure.
  static let width = 720

  let title: String
  let summary: String
  /// What the drawing shows, for those who do not see it.
  let description: String
  /// In the drawing's own measure.
  let height: Int
  let table: Table

  /// - Parameters:
  ///   - legend: written above the drawing.
  ///   - drawing: written inside the SVG.
  func write(
    _ output: inout MarkupBuffer, legend: (inout MarkupBuffer) -> Void = { _ in },
    drawing: (inout MarkupBuffer) -> Void
  ) {
    let id = FileSlugs.slug(of: title).name
    output.markup("<figure class=\"chart\">\n<figcaption><h2>")
    output.text(title)
    output.markup("</h2>\n<p>")
    output.text(summary)
    output.markup("</p></figcaption>\n")
    legend(&output)
    openScrolled(label: title, &output)
    output.markup("<svg")
    output.attribute("viewBox", "0 0 \(ChartFigure.width) \(height)")
    output.attribute("role", "img")
    output.attribute("aria-labelledby", "\(id)-title \(id)-desc")
    output.markup("><title")
    output.attribute("id", id + "-title")
    output.markup(">")
    output.text(title)
    output.markup("</title><desc")
    output.attribute("id", id + "-desc")
    output.markup(">")
    output.text(description)
    output.markup("</desc>\n")
    drawing(&output)
    output.markup("</svg></div>\n")
    writeTable(&output)
    output.markup("</figure>\n")
  }

  /// A part that scrolls by itself, by keys as well.
  private func openScrolled(label: String, _ output: inout MarkupBuffer) {
    output.markup("<div class=\"wide\" tabindex=\"0\" role=\"group\"")
    output.attribute("aria-label", label)
    output.markup(">")
  }

  private func writeTable(_ output: inout MarkupBuffer) {
    output.markup("<details><summary>The same as a table</summary>\n")
    if table.isWide { openScrolled(label: title + ", as a table", &output) }
    output.markup("<table>\n<thead><tr><th scope=\"col\">")
    output.text(table.labelTitle)
    output.markup("</th>")
    for column in table.columns {
      output.markup("<th scope=\"col\" class=\"number\">")
      output.text(column)
      output.markup("</th>")
    }
    output.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      output.markup("<tr><th scope=\"row\">")
      output.text(row.label)
      output.markup("</th>")
      for value in row.values {
        output.markup("<td class=\"number\">")
        output.number(value)
        output.markup("</td>")
      }
      output.markup("</tr>\n")
    }
    output.markup("</tbody>\n</table>")
    if table.isWide { output.markup("</div>") }
    output.markup("\n</details>\n")
  }
}
