internal import Duplicates
internal import Publishing

/// A step of the way from records to groups.
enum DuplicateStage: String, CaseIterable {
  case words, keys, decide, group
}

/// `readings duplicates --records - --stage STAGE`
enum DuplicateStageRun {
  static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let stage = invocation.arguments.choice(.stage, or: DuplicateStage.words)
    guard invocation.arguments.has(.records) else {
      throw CommandFailure("'--stage' needs '--records'")
    }
    let counts = try wordCounts(invocation, stage)
    let (path, bytes) = try DuplicateRecordRun.input(invocation, .records)
    let output = invocation.console.output
    do throws(RecordFailure) {
      switch stage {
      case .words: StageJSON.write(try RecordStages.countWords(bytes)) { output.write($0) }
      case .keys: try counts?.keys(bytes) { id, key in output.write(StageJSON.key(id, key)) }
      case .decide: try counts?.decide(bytes) { edge, reasons in output.write(StageJSON.edge(edge, reasons)) }
      case .group: try counts?.group(bytes) { ids in output.write(StageJSON.group(ids)) }
      }
    } catch {
      throw DuplicateRecordRun.failure(error, path)
    }
    return .done
  }

  /// Nil for the stage that counts.
  private static func wordCounts(_ invocation: Invocation, _ stage: DuplicateStage) throws(CommandFailure)
    -> RecordStages?
  {
    if stage == .words { return nil }
    guard invocation.arguments.has(.wordCounts) else {
      throw CommandFailure(
        "'--stage \(stage.rawValue)' needs '--word-counts', the sums of what '--stage words' gave")
    }
    let (path, bytes) = try DuplicateRecordRun.input(invocation, .wordCounts)
    do throws(RecordFailure) {
      return RecordStages(counts: try WordCounts(reading: bytes))
    } catch {
      throw DuplicateRecordRun.failure(error, path)
    }
  }
}
