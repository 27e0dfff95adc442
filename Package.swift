// swift-tools-version: 6.2
import PackageDescription

/// Set by the lint and by CI. Users' builds go on: a newer compiler may warn of more.
let warningsAreErrors = Context.environment["SOAR_LAB_STRICT"] == "1"

let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// The kernels are compiled with optimisation in debug builds too: at -O0 they are about forty
/// times slower, and debug tests train small models. The flag rules out depending on this package
/// by version from another one, which a research tool run from its clone does not need.
let kernelSettings: [CSetting] =
  [
    .unsafeFlags(["-O3", "-ffp-contract=fast", "-fno-math-errno"])
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings)
}

/// What another program may import: together they do all that `soar` does. Each is a product of its
/// own too, and `SoarLab` is all of them.
let libraries = [
  "Diagnostics", "Randomness", "LanguageModel", "Worlds", "ReinforcementLearning", "SelfPlay",
  "Statistics", "QuestionAnalysis", "RunStore", "Configuration", "Experiments", "Grids",
  "Reporting", "Exchange", "Notebooks",
]

let package = Package(
  name: "soar-lab",
  products: [
    .executable(name: "soar", targets: ["soar"]),
    .library(name: "SoarLab", targets: libraries),
  ] + libraries.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CKernels", cSettings: kernelSettings),
    target("Diagnostics"),
    target("Randomness"),
    target("Numerics", ["COpenBLAS", "CKernels"]),
    target("NaiveKernels"),
    target("LanguageModel", ["Numerics", "Randomness", "Diagnostics"]),
    target("Worlds", ["Randomness", "Diagnostics"]),
    target("ReinforcementLearning", ["LanguageModel", "Worlds", "Randomness", "Diagnostics"]),
    target(
      "SelfPlay", ["ReinforcementLearning", "LanguageModel", "Worlds", "Randomness", "Diagnostics"]),
    target("Statistics", ["Numerics", "Randomness"]),
    target("QuestionAnalysis", ["Worlds", "Statistics", "Randomness"]),
    target(
      "RunStore",
      [
        "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    target("Configuration", ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    target(
      "Experiments",
      [
        "SelfPlay", "QuestionAnalysis", "RunStore", "Configuration", "ReinforcementLearning",
        "LanguageModel", "Worlds", "Statistics", "Randomness", "Numerics", "Diagnostics",
      ]),
    target(
      "Grids",
      [
        "Experiments", "SelfPlay", "RunStore", "Configuration", "Worlds", "Statistics", "Numerics",
        "Diagnostics",
      ]),
    target(
      "Reporting",
      [
        "Grids", "Experiments", "SelfPlay", "QuestionAnalysis", "RunStore", "Configuration",
        "LanguageModel", "Worlds", "Statistics", "Randomness", "Diagnostics",
      ]),
    target(
      "Exchange",
      [
        "Experiments", "QuestionAnalysis", "RunStore", "LanguageModel", "Worlds", "Diagnostics",
      ]),
    target("Notebooks", ["Reporting", "RunStore", "Configuration", "Diagnostics"]),
    target(
      "Benchmarks",
      [
        "Experiments", "SelfPlay", "ReinforcementLearning", "LanguageModel", "Worlds", "Randomness",
        "Numerics", "CKernels", "NaiveKernels", "Diagnostics",
      ]),
    .executableTarget(
      name: "soar",
      dependencies: [
        "Experiments", "Grids", "Reporting", "Exchange", "Notebooks", "Benchmarks", "SelfPlay",
        "ReinforcementLearning", "LanguageModel", "Worlds", "QuestionAnalysis", "RunStore",
        "Configuration", "Diagnostics", "Randomness", "Numerics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    tests("NumericsTests", ["Numerics", "CKernels", "NaiveKernels", "Randomness"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("RandomnessTests", ["Randomness"]),
    tests(
      "LanguageModelTests", ["LanguageModel", "Numerics", "Randomness", "Diagnostics"],
      resources: [.copy("Fixtures")]),
    tests("WorldsTests", ["Worlds", "Randomness", "Diagnostics"]),
    tests(
      "ReinforcementLearningTests",
      ["ReinforcementLearning", "LanguageModel", "Numerics", "Worlds", "Randomness"]),
    tests(
      "SelfPlayTests",
      [
        "SelfPlay", "ReinforcementLearning", "LanguageModel", "Numerics", "Worlds", "Randomness",
        "Diagnostics", "Configuration", "QuestionAnalysis",
      ]),
    tests(
      "StatisticsTests", ["Statistics", "Randomness", "Diagnostics"], resources: [.copy("Fixtures")]
    ),
    tests("QuestionAnalysisTests", ["QuestionAnalysis", "Worlds", "Statistics", "Randomness"]),
    tests(
      "RunStoreTests", ["RunStore", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("ConfigurationTests", ["Configuration", "Diagnostics"]),
    tests("GridsTests", ["Grids", "SelfPlay", "Worlds", "Configuration", "Diagnostics"]),
    tests(
      "ReportingTests",
      [
        "Reporting", "SelfPlay", "QuestionAnalysis", "Worlds", "RunStore", "Statistics",
        "Diagnostics",
      ],
      resources: [.copy("Goldens")]),
    tests("ExchangeTests", ["Exchange", "Diagnostics"]),
    tests("NotebooksTests", ["Notebooks", "Reporting", "RunStore", "Diagnostics"]),
    tests(
      "CommandLineTests", ["soar", "LanguageModel", "RunStore"], resources: [.copy("Fixtures")]),
  ],
  swiftLanguageModes: [.v6]
)
