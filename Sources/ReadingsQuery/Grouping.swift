internal import ReadingsCatalog

/// The readings of a selection gathered by a value that they or their sessions have.
package struct Grouping: Sendable {
  /// What can be grouped by; the raw value is the name on the command line.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case session, tag, category, term, year, author, section, role, none
  }

  /// Readings with a value in common.
  package struct Group: Sendable {
    /// The value as it is spelled first; nil for the readings that have none.
    package let name: String?
    /// At least one, in the order of the selection.
    package fileprivate(set) var readings: [SelectedReading]
  }

  /// What is grouped by.
  package let field: Field
  /// Ordered by value, roles by weight, years from the earliest; the group without a value comes last.
  ///
  /// A reading stands in the group of each of its tags (those of its session among them), categories and authors.
  package let groups: [Group]

  /// Gathers the readings of `selection`; by `session` or `none`, see ``Selection/groupedBySession()``.
  package init(_ selection: Selection, by field: Field) {
    self.field = field
    var places: [GroupKey: Int] = [:]
    var groups: [(key: GroupKey, group: Group)] = []
    for selected in selection.readings {
      var values = Grouping.values(of: selected, field)
      if values.isEmpty { values = [(GroupKey.absent, nil)] }
      var seen: Set<GroupKey> = []
      for (key, name) in values where seen.insert(key).inserted {
        if let place = places[key] {
          groups[place].group.readings.append(selected)
        } else {
          places[key] = groups.count
          groups.append((key, Group(name: name, readings: [selected])))
        }
      }
    }
    self.groups = groups.sorted { $0.key < $1.key }.map(\.group)
  }

  /// The readings of all groups in order, each with the name of its group.
  package var readings: [SelectedReading] {
    groups.flatMap { group in
      group.readings.map { selected in
        var selected = selected
        selected.group = group.name
        return selected
      }
    }
  }

  /// What two readings of one group share, in the order of the groups.
  private enum GroupKey: Hashable, Comparable {
    case number(Int)
    case text(String)
    case absent
  }

  private static func values(of selected: SelectedReading, _ field: Field) -> [(GroupKey, String?)] {
    let (session, reading) = (selected.session, selected.reading)
    func names(_ tags: [Tag]) -> [(GroupKey, String?)] { tags.map { (.text($0.key), $0.spelling) } }
    switch field {
    case .tag: return names(session.tags + reading.tags)
    case .category: return names(session.categories)
    case .term: return names(session.term.map { [Tag($0)] } ?? [])
    case .section: return names(reading.section.map { [Tag($0)] } ?? [])
    case .session: return [(.text(session.key), session.key)]
    case .author: return reading.authors.map { (.text(AuthorName.groupForm(of: $0)), $0) }
    case .year: return reading.yearOfPublication.map { [(.number($0), String($0))] } ?? []
    case .role:
      guard reading.role != .unspecified else { return [] }
      return ReadingRole.allCases.firstIndex(of: reading.role).map { [(.number($0), reading.role.rawValue)] }
        ?? []
    case .none: return []
    }
  }
}

extension AuthorName {
  /// What is the same for one author however the name is written (`Dao, Tri`): the family name, then all words of the
  /// name in alphabetical order, folded.
  package static func groupForm(of name: String) -> String {
    let family = FoldedText.words(of: familyName(of: name))
    return (family + FoldedText.words(of: name).sorted()).joined(separator: " ")
  }
}

extension Selection {
  /// The same readings gathered by session again, sessions in the order of their first reading.
  package func groupedBySession() -> Selection {
    guard !isGroupedBySession else { return self }
    var places: [String: Int] = [:]
    var gathered: [Group] = []
    for group in groups {
      if let place = places[group.session.key] {
        gathered[place].readings += group.readings
      } else {
        places[group.session.key] = gathered.count
        gathered.append(group)
      }
    }
    return with(gathered, isGroupedBySession: true)
  }

  /// The same readings one by one; sessions without readings drop out.
  package func ungrouped() -> Selection {
    let single = groups.flatMap { group in
      group.readings.map { Group(session: group.session, readings: [$0]) }
    }
    return with(single, isGroupedBySession: false)
  }
}
