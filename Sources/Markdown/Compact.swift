/// An offset, index or count that is stored in 32 bits: arenas hold millions of them, and files of 2 GiB and more are
/// never parsed.
@propertyWrapper
struct Compact: Sendable {
  private var stored: Int32

  init(wrappedValue: Int) {
    stored = Int32(truncatingIfNeeded: wrappedValue)
  }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(truncatingIfNeeded: newValue) }
  }
}
