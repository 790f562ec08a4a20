/// A link reference definition (CommonMark 0.31.2, 4.7), as offsets into the source.
///
/// A title can run over several lines; `titleLine` is the index of the line slice on which it starts.
struct LinkDefinition: Sendable {
  var label: Range<Int32> = 0..<0
  var target = LinkTarget()
}

/// Where a link or image leads, as offsets into the source; markup characters around the parts are left out.
struct LinkTarget: Sendable {
  var destinationStart: Int32 = 0
  var destinationEnd: Int32 = 0
  var titleStart: Int32 = 0
  var titleEnd: Int32 = 0
  /// The index of the line slice on which the title starts, or -1 without a title.
  var titleLine: Int32 = -1
  /// Whether the target is written in a table cell.
  var isInTable = false

  /// The bytes that rendering the target adds to a page, about.
  var byteCount: Int { Int(destinationEnd - destinationStart) + Int(titleEnd - titleStart) }
}
