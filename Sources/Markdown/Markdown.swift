// Markdown: from the bytes of a post to a tree of blocks and inlines with exact source spans, and from the
// tree to HTML and plain text. CommonMark 0.31.2, the GitHub extensions, footnotes as on GitHub, and Liquid
// atoms.
//
// Owns: block structure, inline structure, entities, output safety of rendered HTML.
// Leaves out: front matter (a body is a sub-range of the file), files, and what a post means.
