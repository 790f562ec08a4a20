/// The page that searches the whole library as one types.
enum SearchPage {
  static func write(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Search", part: .search, isInFolder: false), library, &output)
    output.markup(
      """
      <header class="head">
      <h1>Search</h1>
      <form class="find large" role="search" method="get" action="search.html">
      <label class="hidden" for="find">Search the library</label>
      <input id="find" name="q" type="search" placeholder="Titles, authors, words of abstracts" autocomplete="off" \
      spellcheck="false">
      </form>
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
