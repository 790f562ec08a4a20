import Editing
import ReadingsCatalog
import SourceText
import Testing

/// Posts made after the habits of a library.
@Suite struct NewPostTests {
  private static let model = """
    ---
    layout: post
    title: Serving
    lecture: W1
    lectureVersion: current
    notes: team-2
    tags:
    - Serving
    desc: 2025-S4
    term: 2025-fall
    categories:
    - Agent
    ---

    ### Required Readings:

    #### Neural Turing Machines
    + https://arxiv.org/abs/1410.5401

    """

  private func make(_ request: NewPostRequest, after posts: [String: String]) throws -> NewPost {
    let files = posts.map { SourceFile(path: $0.key, text: $0.value) }.sorted { $0.path < $1.path }
    let sessions = files.flatMap { PostReader().read($0).sessions }
    let habits = PostHabits(Catalog(sessions: sessions)) { path in files.first { $0.path == path } }
    return try NewPostWriter(habits).post(request)
  }

  @Test func itIsLikeTheLatestPost() throws {
    var request = NewPostRequest(title: "Routing: Experts, and More")
    request.tags = ["Mixture of Experts", "yes"]
    let post = try make(request, after: ["posts/serving.md": Self.model])
    #expect(post.path == "posts/routing-experts-and-more.md")
    #expect(
      String(decoding: post.bytes, as: UTF8.self) == """
        ---
        layout: post
        title: 'Routing: Experts, and More'
        lecture:
        lectureVersion: next
        notes:
        tags:
        - Mixture of Experts
        - 'yes'
        desc: 2025-S5
        term: 2025-fall
        categories:
        ---

        ### Required Readings:

        ### More Readings:

        """)
  }

  @Test func datesGoOnAsTheyCame() throws {
    let posts = [
      "2025-02-04-a.md": "---\ntitle: A\ndate: 2025-02-04\n---\n",
      "2025-02-25-b.md": "---\ntitle: B\ndate: 2025-02-25\n---\n",
      "2025-02-18-c.md": "---\ntitle: C\ndate: 2025-02-18\n---\n",
    ]
    let post = try make(NewPostRequest(title: "Next"), after: posts)
    #expect(post.path == "2025-03-04-next.md")
    #expect(String(decoding: post.bytes, as: UTF8.self).contains("date: 2025-03-04\n"))
  }

  @Test func aLibraryWithoutPostsGetsAPlainOne() throws {
    var request = NewPostRequest(title: "First")
    request.date = CalendarDate(year: 2024, month: 2, day: 29)
    request.label = "S1"
    request.sections = ["Core"]
    let post = try make(request, after: [:])
    #expect(post.path == "first.md")
    #expect(
      String(decoding: post.bytes, as: UTF8.self)
        == "---\ntitle: First\ndate: 2024-02-29\ndesc: S1\nterm:\ntags:\ncategories:\n---\n\n## Core\n")
  }

  @Test(arguments: [("W09", "W10"), ("S9", "S10"), ("2025-S04", "2025-S05")])
  func labelsCountOn(_ label: String, _ next: String) throws {
    let text = "---\ntitle: A\ndesc: \(label)\nterm: t\n---\n"
    #expect(try make(NewPostRequest(title: "B"), after: ["a.md": text]).label == next)
  }

  @Test func anotherTermCountsAnew() throws {
    var request = NewPostRequest(title: "B")
    request.term = "2026-spring"
    #expect(try make(request, after: ["a.md": Self.model]).label == nil)
  }

  @Test func aTitleWithoutLettersNeedsAFileName() throws {
    #expect(throws: NewPostRefusal.noName) { try make(NewPostRequest(title: "???"), after: [:]) }
    var request = NewPostRequest(title: "???")
    request.path = "marks.md"
    #expect(try make(request, after: [:]).path == "marks.md")
  }
}
