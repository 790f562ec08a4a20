// swift-tools-version: 6.2

import PackageDescription

// One stage of the way from bytes to pages a target; a target imports only what its row names.
let stages: [(name: String, imports: [String])] = [
  ("SourceText", []),
  ("FrontMatter", ["SourceText"]),
  ("Markdown", ["SourceText"]),
  ("ReadingsCatalog", ["SourceText", "FrontMatter", "Markdown"]),
  ("ReadingsQuery", ["SourceText", "ReadingsCatalog"]),
  ("Duplicates", ["ReadingsCatalog"]),
  ("Checks", ["SourceText", "FrontMatter", "Markdown", "ReadingsCatalog", "Duplicates"]),
  ("Editing", ["SourceText", "FrontMatter", "ReadingsCatalog"]),
  ("Publishing", ["Markdown", "ReadingsCatalog", "ReadingsQuery", "Duplicates"]),
  (
    "ReadingsCLI",
    [
      "SourceText", "FrontMatter", "Markdown", "ReadingsCatalog", "ReadingsQuery", "Duplicates",
      "Checks", "Editing", "Publishing",
    ]
  ),
]

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func dependencies(_ names: [String]) -> [Target.Dependency] {
  names.map { .target(name: $0) }
}

let package = Package(
  name: "readings",
  // Mutex is there from macOS 15 on.
  platforms: [.macOS(.v15)],
  products: [.executable(name: "readings", targets: ["readings"])],
  targets: stages.map {
    .target(name: $0.name, dependencies: dependencies($0.imports), swiftSettings: settings)
  } + [
    .executableTarget(
      name: "readings", dependencies: dependencies(["ReadingsCLI"]), swiftSettings: settings),
    .executableTarget(
      name: "readings-benchmark",
      dependencies: dependencies(["SourceText", "FrontMatter", "Markdown", "ReadingsCatalog"]),
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: dependencies(["SourceText"]), path: "Tests/TestSupport",
      swiftSettings: settings),
  ]
    + stages.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: dependencies([$0.name, "TestSupport"] + $0.imports),
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)
