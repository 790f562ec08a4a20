import ReadingsCatalog
import SourceText
import Testing

/// The readings of a post with a body, and by default a title and nothing else as its front matter. Each has a title
/// and lies inside the post.
func readings(_ body: String, frontMatter: String = "title: Session") -> [Reading] {
  let file = SourceFile(path: "2024-01-02-post.md", text: "---\n\(frontMatter)\n---\n\(body)")
  let post = PostReader().read(file)
  for reading in post.sessions.flatMap(\.readings) {
    #expect(!reading.title.isEmpty)
    #expect(reading.span.upperBound <= file.bytes.count)
    #expect(LineTable(file.bytes).line(at: reading.span.lowerBound) <= reading.position.line)
  }
  return post.sessions.flatMap(\.readings)
}
