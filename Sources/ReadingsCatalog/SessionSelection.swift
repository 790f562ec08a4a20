internal import FrontMatter
internal import SourceText

/// Decides what is read of a post, by as little of it as will do; asked from several threads.
package struct SessionSelection: Sendable {
  /// Whether anything of a post can be wanted. One that is not gives neither sessions nor problems.
  let mayWant: (@Sendable (PostText) -> Bool)?
  /// Whether the readings of a session can be wanted. The session has none yet, and its key may still change; the
  /// function tells whether one of its readings can have tags of its own, which takes a look at every byte of the post.
  let wants: @Sendable (_ session: Session, _ mayTagReadings: () -> Bool) -> Bool

  /// - Parameters:
  ///   - mayWant: what rules out posts before they are read; nothing does when it is nil.
  ///   - wants: what rules out the text below the front matter, so that sessions stay without readings.
  package init(
    mayWant: (@Sendable (PostText) -> Bool)? = nil,
    wants: @escaping @Sendable (_ session: Session, _ mayTagReadings: () -> Bool) -> Bool
  ) {
    self.mayWant = mayWant
    self.wants = wants
  }
}

/// A post with front matter that nobody has read yet.
package struct PostText: Sendable {
  private let frontMatter: ByteText
  private let tagMention: TagMention

  /// Nil unless front matter means the bytes it is written in, so that what is not among them is not said.
  init?(_ bytes: [UInt8]) {
    guard let fences = FrontMatter.fencesAroundPlainText(bytes) else { return nil }
    frontMatter = ByteText(bytes, in: fences.content.range)
    tagMention = TagMention(bytes, in: fences.body)
  }

  /// Whether the front matter has a word, letters and digits in lower case, in any case and as part of any other.
  package func frontMatterHas(_ word: ByteText) -> Bool { frontMatter.contains(lowercase: word) }

  /// Whether a reading of the post can have tags of its own.
  package var mayTagReadings: Bool { tagMention.isFound }
}

/// Whether the text of a post has the word by which readings are tagged, without which there is no `Tags:` bullet.
struct TagMention {
  private let body: ByteText

  init(_ bytes: [UInt8], in body: SourceSpan) {
    self.body = ByteText(bytes, in: body.range)
  }

  /// Whether `tag` or `tags` stands anywhere as a word, in any case.
  var isFound: Bool {
    // The rarest of the three letters leads to the places to look at.
    [UInt8(ascii: "g"), UInt8(ascii: "G")].contains { letter in
      var offset = body.startIndex + 2
      while let place = body.offset(of: letter, from: offset) {
        if isWord(endingAt: place) { return true }
        offset = place + 1
      }
      return false
    }
  }

  private func isWord(endingAt place: Int) -> Bool {
    let start = place - 2
    guard body[start] | 0x20 == UInt8(ascii: "t"), body[start + 1] | 0x20 == UInt8(ascii: "a") else {
      return false
    }
    if start > body.startIndex, body[start - 1].isAlphanumeric { return false }
    var end = place + 1
    if end < body.endIndex, body[end] | 0x20 == UInt8(ascii: "s") { end += 1 }
    return end == body.endIndex || !body[end].isAlphanumeric
  }
}
