// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "vademecum",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "vademecum", targets: ["vademecum"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .target(name: "CPool", dependencies: ["CCmark"]),
        .target(name: "CommonMark", dependencies: ["CCmark", "CPool"]),
        .target(name: "Guides", dependencies: ["CommonMark", .product(name: "Yams", package: "Yams")]),
        .target(name: "Checks", dependencies: ["CommonMark", "Guides"]),
        .target(
            name: "Rendering",
            dependencies: ["CommonMark", "Guides", .product(name: "Mustache", package: "swift-mustache")]
        ),
        .target(
            name: "Templates",
            path: "templates",
            resources: [
                .embedInCode("guide.mustache"),
                .embedInCode("home.mustache"),
                .embedInCode("languages.mustache"),
                .embedInCode("personal.mustache"),
                .embedInCode("translations.mustache"),
                .embedInCode("site.css"),
                .embedInCode("values.js"),
                .embedInCode("errors.js"),
                .embedInCode("page.js"),
                .embedInCode("site.js"),
                .embedInCode("languages/en.yaml"),
                .embedInCode("languages/fr.yaml"),
                .embedInCode("kinds/how-to.yaml"),
            ]
        ),
        .systemLibrary(name: "CSystem"),
        .target(
            name: "Workflows",
            dependencies: ["CSystem", "CommonMark", "Guides", "Checks", "Rendering", "Templates"]
        ),
        .executableTarget(
            name: "vademecum",
            dependencies: [
                "Guides", "Checks", "Workflows", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "TestSupport", dependencies: ["CCmark", "CPool", "CommonMark", "Guides", "Workflows"],
            path: "Tests/TestSupport"),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "TestSupport"]),
        .testTarget(name: "GuidesTests", dependencies: ["Guides", "TestSupport"]),
        .testTarget(name: "ChecksTests", dependencies: ["Checks", "Workflows", "TestSupport"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "TestSupport", .product(name: "Mustache", package: "swift-mustache")]
        ),
        .testTarget(name: "WorkflowsTests", dependencies: ["Rendering", "Workflows", "TestSupport"]),
        .testTarget(name: "BrowserTests", dependencies: ["Guides", "TestSupport", "vademecum"]),
        .testTarget(name: "VademecumTests", dependencies: ["TestSupport", "vademecum"]),
    ],
    swiftLanguageModes: [.v6]
)
