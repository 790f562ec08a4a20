#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Files and folders that the benchmark makes for the programs that it runs.
enum ScratchFile {
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func makeFolder(_ path: String) throws(BenchmarkFailure) {
    guard mkdir(path, 0o755) == 0 else { throw BenchmarkFailure(message: "cannot make the folder '\(path)'") }
  }

  static func write(_ text: some Collection<UInt8>, to path: String) throws(BenchmarkFailure) {
    guard let file = fopen(path, "wb") else { throw BenchmarkFailure(message: "cannot write '\(path)'") }
    let count = Array(text).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == text.count else {
      throw BenchmarkFailure(message: "cannot write '\(path)'")
    }
  }
}
