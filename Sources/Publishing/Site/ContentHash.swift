/// 128 bits that tell contents apart; not safe against an adversary, and needs not be: it decides only whether a file of
/// ours is still as we wrote it.
package struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// Costs one pass, eight bytes a step: two multiplicative hashes with their own odd constants (Knuth, The Art of
  /// Computer Programming 3, 6.4), each step and the end mixed by shifts.
  package init(_ bytes: [UInt8]) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var second: UInt64 = 0xD1B5_4A32_D192_ED03 &+ UInt64(bytes.count)
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset + 8 <= raw.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        ContentHash.mix(word, &first, &second)
        offset += 8
      }
      var word: UInt64 = 0
      while offset < raw.count {
        word = word << 8 | UInt64(raw[offset])
        offset += 1
      }
      ContentHash.mix(word, &first, &second)
    }
    ContentHash.mix(first &+ second, &first, &second)
    high = first
    low = second
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  private static func mix(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first >> 32
    second = (second &+ word) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second >> 29
  }

  /// 32 hexadecimal digits.
  package var description: String {
    String(unsafeUninitializedCapacity: 32) { buffer in
      for place in 0..<32 {
        let word = place < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - place % 16 * 4) & 15)
        buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 32
    }
  }

  /// The first eight of the digits.
  var short: String { String(description.prefix(8)) }

  /// A name for something that the bytes identify (RFC 9562, 5.8: version 8, bits of one's own making).
  var uuid: String {
    let digits = Array(
      ContentHash.hexadecimal(high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000)
        + ContentHash.hexadecimal(low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000))
    let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return cuts.map { String(digits[$0]) }.joined(separator: "-")
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
