/// A link reference definition (CommonMark 0.31.2, 4.7), as offsets into the source.
///
/// A title can run over several lines; `titleLine` is the index of the line slice on which it starts.
struct LinkDefinition: Sendable {
  var label: Range<Int> = 0..<0
  var target = LinkTarget()
}

/// Where a link or image leads, as offsets into the source; markup characters around the parts are left out.
struct LinkTarget: Sendable {
  @Compact var destinationStart: Int = 0
  @Compact var destinationEnd: Int = 0
  @Compact var titleStart: Int = 0
  @Compact var titleEnd: Int = 0
  /// The index of the line slice on which the title starts, or -1 without a title.
  @Compact var titleLine: Int = -1
  /// Whether the target is written in a table cell.
  var isInTable = false

  /// The bytes that rendering the target adds to a page, about.
  var byteCount: Int { Int(destinationEnd - destinationStart) + Int(titleEnd - titleStart) }
}
