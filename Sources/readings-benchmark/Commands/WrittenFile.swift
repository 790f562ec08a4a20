#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Files that programs beside ours are given.
enum WrittenFile {
  static func write(_ text: some Collection<UInt8>, to path: String) throws(BenchmarkFailure) {
    guard let file = fopen(path, "wb") else { throw BenchmarkFailure(message: "cannot write '\(path)'") }
    let count = Array(text).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == text.count else {
      throw BenchmarkFailure(message: "cannot write '\(path)'")
    }
  }
}
