/// A site that hugo makes of a library, with a theme that is as plain as pages comparable to the program's own allow.
struct HugoSite {
  /// What hugo writes.
  enum Extent: String {
    /// The tables of tags alone; posts are read, but have no pages.
    case tables
    /// A page of every post with its neighbours and terms, lists by tag, category and term, a feed, and the texts for a
    /// search.
    case pages
  }

  /// Writes the site, without what it becomes.
  let command: [String]
  /// The folder that the command writes.
  let output: String

  init(of library: BenchmarkLibrary, _ extent: Extent) throws(BenchmarkFailure) {
    let folder = "\(library.scratch)/hugo-\(library.postCount)-\(extent.rawValue)"
    output = folder + "/public"
    command = ["hugo", "--quiet", "--source", folder, "--destination", output]
    _ = try ChildProcess.run(["rm", "-rf", folder])
    _ = try ChildProcess.run(["mkdir", "-p", "\(folder)/layouts/_default"])
    var files = [
      ("hugo.toml", HugoSite.configuration(extent, posts: library.folder)),
      ("layouts/_default/baseof.html", HugoSite.frame), ("layouts/_default/list.html", HugoSite.list),
      ("layouts/_default/terms.html", HugoSite.terms),
    ]
    if extent == .pages {
      files += [
        ("layouts/_default/single.html", HugoSite.single), ("layouts/index.json", HugoSite.searchData),
      ]
    }
    for (name, text) in files { try ScratchFile.write(text.utf8, to: "\(folder)/\(name)") }
  }

  private static func configuration(_ extent: Extent, posts: String) -> String {
    let start = """
      title = "Readings"
      baseURL = "https://seminar.example/"
      contentDir = "\(posts)"
      [frontmatter]
      date = [":filename", ":default"]
      [taxonomies]
      tag = "tags"

      """
    switch extent {
    case .tables:
      // A kind that is disabled is not listed either, so pages of posts are kept from being rendered.
      return "disableKinds = [\"RSS\", \"sitemap\", \"robotsTXT\", \"404\", \"home\", \"section\"]\n" + start
        + """
        [[cascade]]
        [cascade._build]
        render = "never"
        list = "always"
        [cascade._target]
        kind = "page"

        """
    case .pages:
      return "disableKinds = [\"sitemap\", \"robotsTXT\", \"404\"]\n" + start + """
        category = "categories"
        term = "term"
        [outputs]
        home = ["HTML", "RSS", "JSON"]
        section = ["HTML"]
        taxonomy = ["HTML"]
        term = ["HTML"]
        [services.rss]
        limit = 30

        """
    }
  }

  /// Around every page.
  private static let frame = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>{{ .Title }} – {{ site.Title }}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/site.css">
    </head>
    <body>
    <header><a href="/">{{ site.Title }}</a>
    <nav><ul>
    <li><a href="/tags/">Tags</a></li>
    <li><a href="/categories/">Categories</a></li>
    <li><a href="/term/">Terms</a></li>
    </ul></nav>
    <form action="/search/"><input name="q" type="search" placeholder="Search"></form>
    </header>
    <main>{{ block "main" . }}{{ end }}</main>
    <footer><p>{{ site.Title }}</p></footer>
    </body>
    </html>

    """#

  /// A page of a post.
  private static let single = #"""
    {{ define "main" }}<article>
    <header>
    <p>{{ range .GetTerms "term" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}{{ .Params.desc }}</p>
    <h1>{{ .Title }}</h1>
    <dl>
    <dt>Date</dt><dd>{{ .Date.Format "2 Jan 2006" }}</dd>
    <dt>Notes</dt><dd>{{ .Params.notes }}</dd>
    <dt>Slides</dt><dd>{{ .Params.lecture }}</dd></dl>
    <ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></header>
    {{ .Content }}
    </article>
    <nav>
    {{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
    {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}

    """#

  /// A table of posts.
  private static let list = #"""
    {{ define "main" }}<h1>{{ .Title }}</h1>
    <table><thead><tr><th>Date</th><th>Session</th><th>Read at</th></tr></thead><tbody>
    {{ range .RegularPages }}<tr>
    <td>{{ .Date.Format "2 Jan 2006" }}</td>
    <td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td>
    <td>{{ .Params.desc }}</td></tr>
    {{ end }}</tbody></table>{{ end }}

    """#

  /// The terms of a taxonomy.
  private static let terms = #"""
    {{ define "main" }}<h1>{{ .Title }}</h1>
    <ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>
    {{ end }}</ul>{{ end }}

    """#

  /// What a search would load.
  private static let searchData = #"""
    [{{ range $index, $page := site.RegularPages }}{{ if $index }},
    {{ end }}{{ dict "url" .RelPermalink "title" .Title "label" .Params.desc "tags" .Params.tags "text" .Plain
    | jsonify }}{{ end }}]

    """#
}
