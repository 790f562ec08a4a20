internal import SourceText

/// The comparison form of a title: lower case, only letters and digits, words joined by one space.
func comparisonForm(_ title: ByteText) -> ByteText {
  if title.isASCII { return comparisonForm(ascii: title) }
  var result: [UInt8] = []
  result.reserveCapacity(title.count)
  var pendingSpace = false
  func separate() {
    if pendingSpace, !result.isEmpty { result.append(0x20) }
    pendingSpace = false
  }
  var index = title.startIndex
  while index < title.endIndex {
    let byte = title[index]
    if byte < 0x80 {
      index += 1
      if byte.isAlphanumeric {
        separate()
        result.append(byte.lowercased)
      } else {
        pendingSpace = true
      }
      continue
    }
    let (scalar, length) = title.scalar(at: index)
    index += length
    if scalar.isCommonIdeograph {
      separate()
      let start = index - length
      while index < title.endIndex, title.scalar(at: index).scalar.isCommonIdeograph { index += 3 }
      result.append(title[start..<index])
      continue
    }
    if scalar.isCommonPunctuation {
      pendingSpace = true
      continue
    }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil {
      separate()
      result += properties.lowercaseMapping.utf8
    } else if properties.generalCategory != .nonspacingMark, properties.generalCategory != .spacingMark {
      // A mark belongs to the letter before it.
      pendingSpace = true
    }
  }
  return ByteText(result)
}

private func comparisonForm(ascii title: ByteText) -> ByteText {
  let form = [UInt8](unsafeUninitializedCapacity: title.count) { buffer, count in
    title.withBytes { bytes in
      var pendingSpace = false
      for byte in bytes {
        guard byte.isAlphanumeric else {
          pendingSpace = count > 0
          continue
        }
        if pendingSpace {
          buffer[count] = 0x20
          count += 1
          pendingSpace = false
        }
        buffer[count] = byte.lowercased
        count += 1
      }
    }
  }
  return ByteText(form)
}

/// The words of a text's ``comparisonForm(_:)``. ASCII words come as they are written, in any case: look them up
/// in a ``WordTable``, which does not mind, or compare them with ``ByteText/isEqual(toLowercase:)``.
struct FormWords: Sequence, IteratorProtocol {
  private let text: ByteText
  private var offset: Int

  init(_ text: ByteText) {
    self.text = text.isASCII ? text : comparisonForm(text)
    offset = self.text.startIndex
  }

  mutating func next() -> ByteText? {
    let word = text.withBytes { FormWords.word(in: $0, from: offset - text.startIndex) }
    offset = text.startIndex + word.upperBound
    return word.isEmpty ? nil : text[text.startIndex + word.lowerBound..<offset]
  }

  /// Hands on the bytes of the words that are left, for a look at many words: none is made a text of its own.
  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes { bytes in
      var word = FormWords.word(in: bytes, from: offset - text.startIndex)
      while !word.isEmpty {
        body(UnsafeBufferPointer(rebasing: bytes[word]))
        word = FormWords.word(in: bytes, from: word.upperBound)
      }
    }
  }

  /// The offsets of the next word; none are left where there are none.
  private static func word(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Range<Int> {
    // Bytes beyond ASCII are letters of the comparison form.
    var start = offset
    while start < bytes.count, !(bytes[start].isAlphanumeric || bytes[start] >= 0x80) { start += 1 }
    var end = start
    while end < bytes.count, bytes[end].isAlphanumeric || bytes[end] >= 0x80 { end += 1 }
    return start..<end
  }
}

extension ByteText {
  fileprivate func prefix(scalars count: Int) -> ByteText {
    var rest = scalars
    for _ in 0..<count { _ = rest.next() }
    return self[startIndex..<rest.offset]
  }
}

/// A file-name-safe name for a title: lower case ASCII letters, digits and hyphens (other scripts keep their
/// letters), at most 60 scalars, cut between words.
package func slug(of title: String) -> String {
  slug(of: ByteText(title))
}

/// The same for a title that is no string yet.
func slug(of title: ByteText) -> String {
  let longest = 60
  var result: [UInt8] = []
  result.reserveCapacity(4 * longest)
  // The scalars in `result`.
  var count = 0
  for word in FormWords(title) {
    let length = word.count { $0 & 0xC0 != 0x80 }
    if count > 0 {
      if count + 1 + length > longest { break }
      result.append(UInt8(ascii: "-"))
      count += 1
    }
    // Only the first word can be too long.
    result.append(length <= longest ? word : word.prefix(scalars: longest))
    count += length
  }
  // Words of ASCII come as they are written.
  for index in result.indices { result[index] = result[index].lowercased }
  return result.isEmpty ? "untitled" : String(decoding: result, as: UTF8.self)
}
