import Foundation
import Publishing
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("plain", #""plain""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\0\u{1}\u{1B}", #""\u0000\u0001\u001B""#),
    ("\u{7F}\u{85}", #""\u007F\u0085""#), ("\u{2028}\u{202E}", #""\u2028\u202E""#),
    ("Ré 日本 👩‍🔬", "\"Ré 日本 👩‍🔬\""),
    ("\u{E0041}", #""\uDB40\uDC41""#), ("", "\"\""), ("é\u{200E}x“y”\u{FEFF}", #""é\u200Ex“y”\uFEFF""#),
    ("\u{80}\u{61C}ﬁ", #""\u0080\u061Cﬁ""#),
  ])
  func stringsAreEscaped(_ text: String, _ json: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
    let parsed = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
    #expect((parsed as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  /// Plain text is stepped over eight bytes at a time.
  @Test(arguments: 0...17)
  func aMarkIsEscapedWhereverItStands(_ length: Int) {
    for first in 0...length {
      for second in first...length {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        // The byte before a mark differs from it in the lowest bit alone.
        text.insert(contentsOf: [UInt8(ascii: "#")], at: second)
        text.insert(contentsOf: [UInt8(ascii: "\"")], at: first)
        var writer = JSONWriter()
        writer.string(String(decoding: text, as: UTF8.self))
        text.insert(UInt8(ascii: "\\"), at: first)
        #expect(writer.bytes == Array("\"".utf8) + text + Array("\"".utf8))
      }
    }
  }

  @Test func commasStandBetweenValues() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.beginObject()
    writer.member("a", 1)
    writer.member("b", nil as String?)
    writer.member("c", ["x", "y"])
    writer.member("d", [])
    writer.name("e")
    writer.beginObject()
    writer.endObject()
    writer.endObject()
    writer.number(-2)
    writer.null()
    writer.endArray()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"[{"a":1,"b":null,"c":["x","y"],"d":[],"e":{}},-2,null]"#)
  }
}
