internal import ReadingsQuery

/// All authors with their papers, cut into pages by the first letter of the family name.
struct AuthorIndex: Sendable {
  struct Author: Sendable {
    /// As it is spelled first.
    let name: String
    /// Unique among the authors.
    let slug: String
    /// In the order in which they were first read.
    fileprivate(set) var papers: [Int]
    fileprivate let form: String
  }

  struct Page: Sendable {
    /// `A` to `Z`, or `Other`.
    let letter: String
    /// The name of the file without extension.
    let slug: String
    /// By family name.
    let authors: [Author]
  }

  /// In the order of the alphabet, `Other` last; only letters that there are.
  let pages: [Page]
  let count: Int
  /// For each spelling of a name, the page and the anchor in it.
  private let anchors: [String: String]

  init(_ papers: [SiteLibrary.Paper]) {
    var authors: [Author] = []
    var places: [String: Int] = [:]
    var spellings: [String: Int] = [:]
    for (index, paper) in papers.enumerated() {
      for name in paper.authors {
        if let place = spellings[name] {
          if authors[place].papers.last != index { authors[place].papers.append(index) }
          continue
        }
        let form = AuthorName.groupForm(of: name)
        guard !form.isEmpty else { continue }
        let place = places[form] ?? authors.count
        if place == authors.count {
          places[form] = place
          authors.append(Author(name: name, slug: "", papers: [index], form: form))
        } else if authors[place].papers.last != index {
          authors[place].papers.append(index)
        }
        spellings[name] = place
      }
    }
    count = authors.count
    let slugs = FileSlugs.names(for: authors.map(\.form))
    for index in authors.indices {
      authors[index] = Author(
        name: authors[index].name, slug: slugs[index], papers: authors[index].papers,
        form: authors[index].form)
    }
    var byLetter: [String: [Author]] = [:]
    for author in authors { byLetter[FirstLetter.of(author.form), default: []].append(author) }
    pages = byLetter.keys.sorted(by: FirstLetter.precedes).map { letter in
      Page(
        letter: letter, slug: letter.lowercased(),
        authors: (byLetter[letter] ?? []).sorted { $0.form < $1.form })
    }
    anchors = spellings.mapValues { place in
      FirstLetter.of(authors[place].form).lowercased() + ".html#" + authors[place].slug
    }
  }

  /// The page and anchor of an author, in the folder of authors.
  func anchor(of name: String) -> String? { anchors[name] }
}

/// The letters that long indexes are cut by.
enum FirstLetter {
  static let other = "Other"

  /// The letter that a folded text begins with, in upper case.
  static func of(_ folded: String) -> String {
    guard let first = folded.utf8.first(where: { $0 > 0x20 }),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return other }
    return String(Unicode.Scalar(first - 0x20))
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    (left == other) != (right == other) ? right == other : left < right
  }
}
