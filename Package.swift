// swift-tools-version: 6.2
import PackageDescription

// CI turns warnings into errors; a contributor's half-finished build is not stopped by them.
let warningsAreErrors = Context.environment["CONCORD_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
    [
        // `any` is written out, so that a dynamic call in a hot loop is seen (SE-0335).
        .enableUpcomingFeature("ExistentialAny"),
        // A file names the modules whose members it uses (SE-0444).
        .enableUpcomingFeature("MemberImportVisibility"),
        // Imports do not leak into a module's interface unless it says so (SE-0409).
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])
    + (Context.environment["CONCORD_FUZZ"] == "1" ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

// Fuzzing needs every module built for it: `scripts/fuzz` sets this, and builds into a folder of its own.
let isFuzzing = Context.environment["CONCORD_FUZZ"] == "1"
let fuzzing: [Target] =
    isFuzzing
    ? [
        .target(name: "CFuzzer", path: "Tests/CFuzzer"),
        .executableTarget(
            name: "Fuzzing", dependencies: ["CFuzzer", "Retrieval", "InvertedIndex", "Legislation"],
            path: "Tests/Fuzzing", swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
    ] : []

let package = Package(
    name: "concord",
    products: [
        .executable(name: "concord", targets: ["concord"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    ],
    targets: [
        // System libraries, each behind the one target that includes its headers.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        // ICU behind a header that includes no ICU header: a Swift module that saw both ICU's and
        // Foundation's own copy of it would not compile.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
        .target(name: "CMemory"),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

        .target(
            name: "Legislation",
            dependencies: ["CICU", "CLibXML2", "CLibZip", "CCLD2", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "Publishers",
            dependencies: [
                "Legislation", "CLibXML2", "CZlib", "CNettle", .product(name: "Yams", package: "Yams"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "TextAnalysis",
            dependencies: ["CICU", "CMemory", "CSnowball", "CCLD2"],
            swiftSettings: settings),
        .target(
            name: "Translation",
            dependencies: ["TextAnalysis"],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "Obligations",
            dependencies: ["Legislation", "TextAnalysis", "Translation", "CSerd", "CZlib"],
            resources: [.copy("Resources")],
            swiftSettings: settings),
        .target(
            name: "InvertedIndex",
            dependencies: ["CZlib", "CMemory"],
            swiftSettings: settings),
        .target(
            name: "Catalog",
            dependencies: [
                "Legislation", "CNettle", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "ProvisionIndex",
            dependencies: ["InvertedIndex", "TextAnalysis", "Obligations", "Legislation"],
            swiftSettings: settings),
        .target(
            name: "Retrieval",
            dependencies: [
                "ProvisionIndex", "Catalog", "InvertedIndex", "TextAnalysis", "Translation", "Obligations",
                "Legislation",
            ],
            swiftSettings: settings),
        .target(
            name: "Ingestion",
            dependencies: [
                "ProvisionIndex", "Catalog", "InvertedIndex", "TextAnalysis", "Obligations", "Legislation", "CZlib",
            ],
            swiftSettings: settings),
        .target(
            name: "Review",
            dependencies: [
                "Retrieval", "ProvisionIndex", "Catalog", "InvertedIndex", "TextAnalysis", "Obligations", "Legislation",
                "CXlsxWriter",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "concord",
            dependencies: [
                "Review", "Ingestion", "Retrieval", "ProvisionIndex", "Catalog", "InvertedIndex", "TextAnalysis",
                "Obligations",
                "Translation", "Publishers", "Legislation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        .executableTarget(
            name: "ClassifierQuality",
            dependencies: [
                "Obligations", "TextAnalysis", "BenchmarkCorpus",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/ClassifierQuality",
            exclude: ["README.md"],
            swiftSettings: settings),
        // What the two measuring programs share: corpora, the terms they become, the form of results.
        .target(
            name: "BenchmarkCorpus", dependencies: ["InvertedIndex"], path: "benchmarks/BenchmarkCorpus",
            swiftSettings: settings),
        .executableTarget(
            name: "Indexing",
            dependencies: [
                "BenchmarkCorpus", "InvertedIndex", "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/Indexing",
            exclude: ["README.md"],
            swiftSettings: settings),
        .executableTarget(
            name: "QueryLatency",
            dependencies: [
                "BenchmarkCorpus", "InvertedIndex",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/QueryLatency",
            exclude: ["README.md"],
            swiftSettings: settings),
        .executableTarget(
            name: "RetrievalQuality",
            dependencies: [
                "BenchmarkCorpus", "Ingestion", "Retrieval", "ProvisionIndex", "Catalog", "InvertedIndex",
                "Legislation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/RetrievalQuality",
            exclude: ["README.md"],
            swiftSettings: settings),

        .executableTarget(
            name: "FormatCoverage",
            dependencies: [
                "Legislation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/FormatCoverage",
            swiftSettings: settings),
        .executableTarget(
            name: "MatrixQuality",
            dependencies: [
                "Review", "Obligations", "Legislation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/MatrixQuality",
            exclude: ["README.md"],
            swiftSettings: settings),
        .executableTarget(
            name: "SuggestionQuality",
            dependencies: [
                "BenchmarkCorpus", "Retrieval", "ProvisionIndex", "InvertedIndex",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/SuggestionQuality",
            exclude: ["README.md"],
            swiftSettings: settings),
        .executableTarget(
            name: "LexiconLearning",
            dependencies: [
                "Translation", "Obligations", "TextAnalysis", "Legislation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "benchmarks/LexiconLearning",
            exclude: ["README.md"],
            swiftSettings: settings),

        // What several test targets share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "LegislationTests", dependencies: ["Legislation", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PublishersTests",
            dependencies: [
                "Publishers", "Legislation", "CZlib", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TextAnalysisTests", dependencies: ["TextAnalysis", "CICU", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "TranslationTests", dependencies: ["Translation", "TextAnalysis", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "ObligationsTests", dependencies: ["Obligations", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "InvertedIndexTests", dependencies: ["InvertedIndex", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "BenchmarkCorpusTests", dependencies: ["BenchmarkCorpus", "InvertedIndex"], swiftSettings: settings),
        .testTarget(
            name: "CatalogTests",
            dependencies: ["Catalog", "Legislation", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "ProvisionIndexTests",
            dependencies: ["ProvisionIndex", "InvertedIndex", "Obligations", "Legislation", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "IngestionTests",
            dependencies: [
                "Ingestion", "Retrieval", "ProvisionIndex", "Catalog", "InvertedIndex", "Legislation", "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReviewTests",
            dependencies: ["Review", "Retrieval", "Ingestion", "Catalog", "Obligations", "Legislation", "TestSupport"],
            swiftSettings: settings),
        // Runs the program as a process: depending on it has it built.
        .testTarget(
            name: "ConcordTests", dependencies: ["concord", "Ingestion", "Catalog", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "RetrievalTests",
            dependencies: [
                "Retrieval", "Translation", "Ingestion", "Catalog", "Legislation", "TextAnalysis", "InvertedIndex",
                "Obligations",
                "ProvisionIndex", "TestSupport",
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings),
    ] + fuzzing,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
