/// Walks over the words of a text, each folded as it is read; linear, and without a `String` for any word.
///
/// A scanner that is told with which bytes the sought words start steps over all other words without folding them.
struct WordScanner {
  /// What a byte is to the scanner.
  private enum ByteClass {
    static let separator: UInt8 = 0
    /// A letter or digit that no sought word starts with.
    static let other: UInt8 = 1
    /// A letter or digit that a sought word starts with.
    static let wanted: UInt8 = 2
    static let beyondASCII: UInt8 = 3
    /// The same as ``wanted``, whatever the second letter is.
    static let wantedAlways: UInt8 = 4
  }

  /// The first bytes of folded words that a scanner stops at.
  struct Starts {
    fileprivate var classes: [UInt8]
    fileprivate var isWanted: [Bool]
    /// Whether a byte can be the second one of a wanted word.
    fileprivate var isSecond: [Bool]

    /// Every word.
    static let all = Starts(Array(0...255))

    /// The words that begin with one of `bytes`; those that begin with a byte of `pairs` as well only if they go on as
    /// one of them does.
    init(_ bytes: [UInt8], pairs: [(first: UInt8, second: UInt8)] = []) {
      isSecond = Array(repeating: false, count: 256)
      for byte in pairs.map(\.second) {
        isSecond[Int(byte)] = true
        if (0x61...0x7A).contains(byte) { isSecond[Int(byte & ~0x20)] = true }
      }
      // What lies beyond ASCII may fold to anything.
      for byte in 0x80..<256 { isSecond[byte] = true }
      isWanted = Array(repeating: false, count: 256)
      for byte in bytes + pairs.map(\.first) { isWanted[Int(byte)] = true }
      classes = []
      for byte in UInt8.min...UInt8.max {
        if byte >= 0x80 {
          classes.append(ByteClass.beyondASCII)
        } else if !LetterFolding.isASCIIWordPart(byte) {
          classes.append(ByteClass.separator)
        } else {
          let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
          let isAlwaysWanted = bytes.contains(folded)
          classes.append(
            isAlwaysWanted
              ? ByteClass.wantedAlways : isWanted[Int(folded)] ? ByteClass.wanted : ByteClass.other)
        }
      }
    }
  }

  private let starts: Starts
  private var bytes: [UInt8] = []
  private var end = 0
  /// Where the search for the next word goes on.
  private(set) var offset = 0
  /// The word found last, folded.
  private(set) var word: [UInt8] = []
  /// Where the word found last stands.
  private(set) var startOffset = 0

  init(_ starts: Starts = .all) {
    self.starts = starts
  }

  /// Goes to the start of a part of `bytes`.
  mutating func open(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Lets go of the text, which else would be copied when it changes.
  mutating func close() {
    bytes = []
    (offset, end) = (0, 0)
  }

  /// Finds the next word; false at the end.
  mutating func next() -> Bool {
    while true {
      let stop: Stop
      (offset, stop) = nextStop()
      switch stop {
      case .end: return false
      case .wanted:
        startOffset = offset
        word.removeAll(keepingCapacity: true)
        parseRest()
        return true
      case .inside: skipRest()
      case .beyondASCII:
        if parseBeyondASCII() { return true }
      }
    }
  }

  /// Why a look at bytes ends.
  private enum Stop {
    case end
    /// A word may begin that is wanted.
    case wanted
    /// A byte beyond ASCII, which may begin a word.
    case beyondASCII
    /// The same in a word that is not wanted, which it may go on with.
    case inside
  }

  /// Steps from `offset` over words of ASCII that are not wanted, and what parts them.
  // Without pointers the loop takes four times as many instructions.
  private func nextStop() -> (offset: Int, Stop) {
    bytes.withUnsafeBufferPointer { bytes in
      starts.classes.withUnsafeBufferPointer { classes in
        let end = end
        var offset = offset
        while offset < end {
          let byteClass = classes[Int(bytes[offset])]
          if byteClass == ByteClass.separator {
            offset += 1
            continue
          }
          if byteClass == ByteClass.beyondASCII { return (offset, .beyondASCII) }
          let isWanted =
            byteClass == ByteClass.wantedAlways
            || byteClass == ByteClass.wanted
              && (offset + 1 == end || starts.isSecond[Int(bytes[offset + 1])])
          if isWanted { return (offset, .wanted) }
          repeat { offset += 1 } while offset < end && WordScanner.isLetter(classes[Int(bytes[offset])])
          if offset < end, classes[Int(bytes[offset])] == ByteClass.beyondASCII { return (offset, .inside) }
        }
        return (end, .end)
      }
    }
  }

  /// Whether a class is one of letters and digits of ASCII.
  private static func isLetter(_ byteClass: UInt8) -> Bool {
    byteClass != ByteClass.separator && byteClass != ByteClass.beyondASCII
  }

  private mutating func skipRest() {
    word.removeAll(keepingCapacity: true)
    parseRest()
  }

  /// Folds what is left of the word at `offset`.
  private mutating func parseRest() {
    while offset < end {
      let byte = bytes[offset]
      if byte < 0x80 {
        guard LetterFolding.isASCIIWordPart(byte) else { return }
        word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        offset += 1
      } else {
        let (value, count) = scalar()
        let length = word.count
        switch LetterFolding.fold(value, into: &word) {
        case .separator: return
        case .word:
          word.removeLast(word.count - length)
          return
        case .letter, .silent: offset += count
        }
      }
    }
  }

  /// Reads from a scalar that is not ASCII: a word that starts with it, if it does and is wanted.
  private mutating func parseBeyondASCII() -> Bool {
    startOffset = offset
    word.removeAll(keepingCapacity: true)
    let (value, count) = scalar()
    let role = LetterFolding.fold(value, into: &word)
    offset += count
    switch role {
    case .separator, .silent: return false
    case .word: break
    case .letter: parseRest()
    }
    return word.first.map { starts.isWanted[Int($0)] } ?? false
  }

  /// The scalar at `offset` and its length; a byte that is not UTF-8 is a separator by itself.
  private func scalar() -> (value: UInt32, count: Int) {
    let first = bytes[offset]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + count <= end else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    for place in 1..<count {
      let byte = bytes[offset + place]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, count)
  }
}
