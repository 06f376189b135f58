// swift-tools-version: 6.2
import PackageDescription

// The floor plan. Rooms are pure unless they say otherwise; docs/architecture.md is the map.

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room: one target under `Sources`, and the only rooms and packages it may look into.
func room(_ name: String, sees: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: sees, swiftSettings: house)
}

/// A door: a small C target between a room and a system library.
func door(_ name: String, links libraries: [String] = []) -> Target {
    .target(
        name: name, path: "Sources/System/\(name)",
        cSettings: [.unsafeFlags(["-Wno-c23-extensions"])],
        linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// A door that is nothing but a header over a library that pkg-config knows.
func door(_ name: String, over library: String, apt package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/System/\(name)", pkgConfig: library,
        providers: [.apt([package])])
}

/// The tests of one room.
func tests(
    _ name: String, see: [Target.Dependency], besides folders: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + see,
        exclude: folders, swiftSettings: house)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")

let package = Package(
    name: "parley",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "parley", targets: ["parley"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-algorithms", exact: "1.2.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        door("CNcurses", links: ["ncursesw", "tinfo"]),
        door("CBundle"),
        door("CMemory", links: ["sqlite3"]),
        door("CIconv"),
        door("CCurl", links: ["dl"]),
        door("CUchardet", links: ["uchardet"]),
        door("CXML2", over: "libxml-2.0", apt: "libxml2-dev"),
        door("CZlib", over: "zlib", apt: "zlib1g-dev"),
        room("Intake", sees: ["CIconv", "CUchardet", "CXML2", "CZlib"]),
        room("Analysis", sees: ["Intake", "TOMLKit", algorithms]),
        room("Queries", sees: ["Intake", "Analysis"]),
        room(
            "Archive",
            sees: ["Intake", "Analysis", "Queries", "CMemory", grdb, grdbSQLite, algorithms]),
        room("Screens", sees: ["Intake", "Analysis", "Queries", "TOMLKit", algorithms]),
        room("Terminal", sees: ["Screens", "CNcurses"]),
        .executableTarget(
            name: "parley",
            dependencies: [
                "Intake", "Analysis", "Queries", "Archive", "Screens", "Terminal", "CBundle",
                "CCurl", "CMemory", arguments,
            ],
            swiftSettings: house),
        .target(
            name: "TestSupport",
            dependencies: ["Intake", "Analysis", "Queries", "Archive", "Screens"],
            path: "Tests/Support", swiftSettings: house),
        .executableTarget(
            name: "benchmarks",
            dependencies: ["Intake", "Analysis", "Queries", "Archive", "Screens", "TestSupport"],
            path: "Tests/Benchmarks", swiftSettings: house),
        .target(name: "CCoverage", path: "Tests/CCoverage"),
        .target(
            name: "Fuzzing", dependencies: ["Intake", "Analysis", "Queries", "CCoverage"],
            path: "Tests/Fuzzing", swiftSettings: house),
        .executableTarget(
            name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz", swiftSettings: house),
        tests("Fuzzing", see: []),
        tests("Intake", see: []),
        tests("Analysis", see: ["Intake"], besides: ["Gold"]),
        tests("Queries", see: ["Intake", "Analysis"]),
        tests("Archive", see: ["Intake", "Analysis", "Queries"]),
        tests("Screens", see: ["Intake", "Analysis", "Queries"], besides: ["Goldens"]),
        tests("Terminal", see: ["Screens", "CNcurses"]),
        tests(
            "parley",
            see: ["Intake", "Analysis", "Queries", "Archive", "Screens", "Terminal", "CCurl"]),
    ],
    swiftLanguageModes: [.v6]
)
