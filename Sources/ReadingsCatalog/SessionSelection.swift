internal import SourceText

/// Decides by what front matter says whether the readings of a session can be wanted; asked from several threads.
///
/// The session has no readings yet, and its key may still change. The function tells whether one of its readings can
/// have tags of its own, which takes a look at every byte of the post. A session that is not wanted stays without
/// readings, which saves reading the text below the front matter.
package typealias SessionSelection = @Sendable (_ session: Session, _ mayTagReadings: () -> Bool) -> Bool

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
