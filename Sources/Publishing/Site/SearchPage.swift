/// The page that searches the whole library as one types.
enum SearchPage {
  static func write(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Search", part: .search, isInFolder: false), library, &output)
    output.markup(
      """
      <header class="head">
      <h1>Search</h1>

      """)
    PageShell.writeSearch(&output)
    output.markup(
      """
      </header>
      <noscript>
      <p>The search needs JavaScript. Without it, the indexes lead to everything: \
      <a href="papers/index.html">papers</a>, <a href="sessions/index.html">sessions</a>.</p>
      </noscript>
      <p id="status" class="lead" role="status"></p>
      <ol id="results" class="results"></ol>

      """)
    PageShell.end(library, &output)
  }
}
