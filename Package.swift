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

/// The kernels are compiled with optimisation in debug builds too: at -O0 they are up to 170 times
/// slower, and debug tests train small models. Packages may depend on this one by version all the
/// same: SwiftPM accepts a dependency's flags from tools version 6.2 on.
let kernelSettings: [CSetting] =
  [.unsafeFlags(["-O3"])] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// Tests spend their time in the modules that they test. Optimising their own code doubled the time
/// of building them: 6 min 10 s against 3 min 1 s, on two cores of an Intel Xeon.
let testSettings = swiftSettings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], resources: resources,
    swiftSettings: testSettings)
}

/// What another program may import: together they do all that `soar` does. Each is a product of its
/// own too, and `SoarLab` is all of them.
let libraries = [
  "Diagnostics", "Randomness", "HTTP", "Embeddings", "Tokenization", "LanguageModel", "Tasks",
  "Worlds", "TextTasks", "ReinforcementLearning", "TinkerEngine", "SelfPlay", "Conformance",
  "Statistics", "QuestionAnalysis", "RunStore", "Configuration", "Experiments", "Grids",
  "Reporting",
  "Exchange", "Notebooks", "Serving",
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
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .target(name: "CKernels", cSettings: kernelSettings),
    target("Diagnostics"),
    target("Randomness"),
    target("Numerics", ["COpenBLAS", "CKernels"]),
    target("NaiveKernels"),
    target(
      "Subprocesses",
      [
        "Diagnostics", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    target("HTTP", ["Diagnostics"]),
    target("Embeddings", ["HTTP", "Diagnostics"]),
    target("Tokenization", ["Diagnostics"]),
    target("LanguageModel", ["Numerics", "Randomness", "Tokenization", "Diagnostics"]),
    target("Tasks", ["Randomness", "Tokenization", "Diagnostics"]),
    target("Worlds", ["Tasks", "Randomness", "Tokenization", "Diagnostics"]),
    target("TextTasks", ["Tasks", "Randomness", "Tokenization", "Subprocesses", "Diagnostics"]),
    target(
      "ReinforcementLearning",
      ["LanguageModel", "Numerics", "Tasks", "Tokenization", "Randomness", "Diagnostics"]),
    .target(
      name: "TinkerEngine",
      dependencies: [
        "ReinforcementLearning", "LanguageModel", "Tokenization", "HTTP", "Randomness",
        "Diagnostics", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Generated/tinker.proto"], swiftSettings: swiftSettings),
    target(
      "SelfPlay",
      [
        "ReinforcementLearning", "LanguageModel", "Tasks", "Worlds", "TextTasks", "Tokenization",
        "Randomness", "Diagnostics",
      ]),
    target(
      "Conformance",
      [
        "Tasks", "ReinforcementLearning", "LanguageModel", "Tokenization", "Randomness",
        "Diagnostics",
      ]),
    target("Statistics", ["Numerics", "Randomness"]),
    target("Coverage", ["Statistics", "Randomness"]),
    target(
      "QuestionAnalysis",
      [
        "Tasks", "Worlds", "Statistics", "HTTP", "Tokenization", "Randomness", "Diagnostics",
      ]),
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
        "TinkerEngine", "HTTP", "LanguageModel", "Tasks", "Worlds", "TextTasks", "Statistics",
        "Tokenization", "Randomness", "Numerics", "Subprocesses", "Diagnostics",
      ]),
    target(
      "Grids",
      [
        "Experiments", "SelfPlay", "RunStore", "Configuration", "Tasks", "Worlds", "Statistics",
        "Numerics", "Subprocesses", "Diagnostics",
      ]),
    target(
      "Reporting",
      [
        "Grids", "Experiments", "SelfPlay", "QuestionAnalysis", "RunStore", "Configuration",
        "LanguageModel", "Tasks", "Worlds", "TextTasks", "Statistics", "Tokenization",
        "Embeddings", "HTTP", "Randomness", "Subprocesses", "Diagnostics",
      ]),
    target(
      "Exchange",
      [
        "Experiments", "QuestionAnalysis", "RunStore", "LanguageModel", "Worlds", "Statistics",
        "Diagnostics",
      ]),
    target("Notebooks", ["Reporting", "RunStore", "Configuration", "Subprocesses", "Diagnostics"]),
    target(
      "Serving",
      [
        "Experiments", "SelfPlay", "RunStore", "Configuration", "Statistics", "Diagnostics",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    target(
      "Benchmarks",
      [
        "Experiments", "SelfPlay", "ReinforcementLearning", "LanguageModel", "Tasks", "Worlds",
        "Tokenization", "Randomness", "Numerics", "CKernels", "NaiveKernels", "Subprocesses",
        "Diagnostics",
      ]),
    .executableTarget(
      name: "soar",
      dependencies: [
        "Experiments", "Grids", "Reporting", "Exchange", "Notebooks", "Serving", "Benchmarks",
        "SelfPlay", "ReinforcementLearning", "LanguageModel", "Tasks", "Worlds", "TextTasks",
        "QuestionAnalysis", "RunStore", "Configuration", "HTTP", "Tokenization", "Subprocesses",
        "Diagnostics", "Randomness", "Numerics", "Coverage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .target(
      name: "TestServer",
      dependencies: [
        "HTTP", "Randomness", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      path: "Tests/TestServer", swiftSettings: swiftSettings),
    tests(
      "NumericsTests", ["Numerics", "CKernels", "COpenBLAS", "NaiveKernels", "Randomness"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("RandomnessTests", ["Randomness"]),
    tests("SubprocessesTests", ["Subprocesses", "Diagnostics"]),
    tests(
      "HTTPTests",
      ["HTTP", "TestServer", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox")]),
    tests(
      "EmbeddingsTests",
      [
        "Embeddings", "HTTP", "TestServer", "Diagnostics",
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    tests(
      "TokenizationTests", ["Tokenization", "Diagnostics"], resources: [.copy("Fixtures")]),
    tests(
      "LanguageModelTests",
      ["LanguageModel", "Numerics", "Randomness", "Tokenization", "Diagnostics"],
      resources: [.copy("Fixtures")]),
    tests(
      "TextTasksTests",
      ["TextTasks", "Conformance", "Tasks", "Tokenization", "Randomness", "Diagnostics"],
      resources: [.copy("Fixtures")]),
    tests("WorldsTests", ["Worlds", "Tasks", "Randomness", "Tokenization", "Diagnostics"]),
    tests(
      "ReinforcementLearningTests",
      [
        "ReinforcementLearning", "LanguageModel", "Numerics", "Tasks", "Tokenization",
        "Randomness", "Diagnostics",
      ]),
    tests(
      "TinkerEngineTests",
      [
        "TinkerEngine", "ReinforcementLearning", "LanguageModel", "Conformance", "Tasks",
        "TextTasks", "SelfPlay", "Experiments", "Reporting", "RunStore", "Tokenization", "HTTP",
        "TestServer", "Numerics", "Randomness", "Diagnostics",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      resources: [.copy("Fixtures")]),
    tests(
      "SelfPlayTests",
      [
        "SelfPlay", "ReinforcementLearning", "LanguageModel", "Numerics", "Tasks", "Worlds",
        "TextTasks", "Tokenization", "Randomness", "Diagnostics", "Configuration",
        "QuestionAnalysis",
      ]),
    tests(
      "StatisticsTests", ["Statistics", "Coverage", "Randomness", "Diagnostics"],
      resources: [.copy("Fixtures")]
    ),
    tests(
      "QuestionAnalysisTests",
      [
        "QuestionAnalysis", "Tasks", "Worlds", "Statistics", "HTTP", "TestServer", "Tokenization",
        "Randomness", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      resources: [.copy("Fixtures")]),
    tests(
      "RunStoreTests", ["RunStore", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "ConformanceTests",
      [
        "Conformance", "ReinforcementLearning", "LanguageModel", "Numerics", "Tasks", "Worlds",
        "Tokenization", "Randomness", "Diagnostics",
      ]),
    tests("ConfigurationTests", ["Configuration", "Diagnostics"]),
    tests(
      "ExperimentsTests",
      [
        "Experiments", "SelfPlay", "LanguageModel", "Worlds", "QuestionAnalysis", "RunStore",
        "HTTP", "Tasks", "Randomness", "Tokenization",
        "TestServer", "Diagnostics",
      ]),
    tests(
      "GridsTests",
      ["Grids", "Experiments", "SelfPlay", "Worlds", "Configuration", "Diagnostics"]),
    tests(
      "ReportingTests",
      [
        "Reporting", "Experiments", "SelfPlay", "QuestionAnalysis", "Tasks", "Worlds", "RunStore",
        "Statistics", "Subprocesses", "Diagnostics",
      ],
      resources: [.copy("Goldens")]),
    tests("ExchangeTests", ["Exchange", "Diagnostics"], resources: [.copy("Fixtures")]),
    tests("NotebooksTests", ["Notebooks", "Reporting", "RunStore", "Diagnostics"]),
    tests(
      "ServingTests",
      ["Serving", "Experiments", "SelfPlay", "RunStore", "Subprocesses", "Diagnostics"]),
    // As another package would: no access to what is declared `package`.
    .testTarget(
      name: "DownstreamTests",
      dependencies: [
        "Conformance", "Experiments", "Reporting", "RunStore", "SelfPlay", "ReinforcementLearning",
        "LanguageModel", "Tasks", "Tokenization", "Randomness", "Diagnostics",
      ],
      packageAccess: false, swiftSettings: swiftSettings),
    tests(
      "CommandLineTests",
      [
        "soar", "Diagnostics", "LanguageModel", "Notebooks", "RunStore", "Tokenization",
        "HTTP", "TestServer", .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      resources: [.copy("Fixtures")]),
  ],
  swiftLanguageModes: [.v6]
)

/// `make test` sets this for its debug run, which is of the suites where overflow traps and assertions
/// on numbers matter: building everything twice would take half of its time.
if Context.environment["SOAR_LAB_NUMERICS_ONLY"] == "1" {
  let kept: Set = [
    "COpenBLAS", "CKernels", "Diagnostics", "Randomness", "Numerics", "NaiveKernels",
    "Tokenization", "LanguageModel", "Statistics", "Coverage", "TestSupport", "NumericsTests",
    "RandomnessTests", "TokenizationTests", "LanguageModelTests", "StatisticsTests",
  ]
  package.targets.removeAll { !kept.contains($0.name) }
  package.products = []
  package.dependencies = []
}
