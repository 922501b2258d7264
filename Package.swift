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
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .target(name: "CPool", dependencies: ["CCmark"]),
        .target(name: "Sources", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "Values", dependencies: ["Sources"]),
        .target(name: "Messages", dependencies: ["Sources", "Values"]),
        .target(name: "CommonMark", dependencies: ["CCmark", "CPool", "Sources"]),
        .target(name: "Guides", dependencies: ["Sources", "Values", "Messages", "CommonMark"]),
        .target(name: "Checks", dependencies: ["Sources", "Values", "Messages", "CommonMark", "Guides"]),
        .target(
            name: "Import", dependencies: ["Sources", "Values", "Messages", "CommonMark", "Guides", "Checks"]),
        .target(name: "Rendering", dependencies: ["Sources", "Values", "Messages", "CommonMark", "Guides"]),
        .target(
            name: "Templates",
            path: "templates",
            resources: [
                .embedInCode("guide.mustache"),
                .embedInCode("home.mustache"),
                .embedInCode("languages.mustache"),
                .embedInCode("error.mustache"),
                .embedInCode("redirect.mustache"),
                .embedInCode("personal.mustache"),
                .embedInCode("translations.mustache"),
                .embedInCode("site.css"),
                .embedInCode("values.js"),
                .embedInCode("cleaning.js"),
                .embedInCode("cutting.js"),
                .embedInCode("mending.js"),
                .embedInCode("reading.js"),
                .embedInCode("matching.js"),
                .embedInCode("finding.js"),
                .embedInCode("page.js"),
                .embedInCode("open.js"),
                .embedInCode("missing.mustache"),
                .embedInCode("missing.js"),
                .embedInCode("options.js"),
                .embedInCode("markdown.js"),
                .embedInCode("site.js"),
                .embedInCode("place.js"),
                .embedInCode("address.js"),
                .embedInCode("moved.js"),
                .embedInCode("reach.js"),
                .embedInCode("start.yaml"),
                .embedInCode("live.js"),
                .embedInCode("live.css"),
                .embedInCode("frame.js"),
                .embedInCode("aids.js"),
                .embedInCode("filter.js"),
                .embedInCode("theme.js"),
                .embedInCode("words.js"),
                .embedInCode("search.js"),
                .embedInCode("favicon.svg"),
                .embedInCode("languages/en.yaml"),
                .embedInCode("languages/fr.yaml"),
                .embedInCode("languages/fr-CA.yaml"),
                .embedInCode("languages/fr-CH.yaml"),
                .embedInCode("languages/ar.yaml"),
                .embedInCode("languages/de.yaml"),
                .embedInCode("languages/de-CH.yaml"),
                .embedInCode("languages/es.yaml"),
                .embedInCode("languages/it.yaml"),
                .embedInCode("languages/ja.yaml"),
                .embedInCode("languages/nl.yaml"),
                .embedInCode("languages/pl.yaml"),
                .embedInCode("languages/pt.yaml"),
                .embedInCode("languages/pt-PT.yaml"),
                .embedInCode("languages/zh.yaml"),
                .embedInCode("kinds/how-to.yaml"),
                .embedInCode("kinds/page.yaml"),
                .embedInCode("schemas/vademecum.json"),
                .embedInCode("schemas/guide.json"),
                .embedInCode("schemas/language.json"),
                .embedInCode("schemas/kind.json"),
            ]
        ),
        .systemLibrary(name: "CSystem"),
        .target(
            name: "Workflows",
            dependencies: [
                "CSystem", "Sources", "Values", "Messages", "CommonMark", "Guides", "Checks", "Import", "Rendering",
                "Templates",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),
        .executableTarget(
            name: "vademecum",
            dependencies: [
                "Sources", "Values", "Guides", "Checks", "Import", "Workflows",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CCmark", "CPool", "Sources", "Values", "Messages", "CommonMark", "Guides", "Workflows"],
            path: "Tests/TestSupport"),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Sources", "Values", "Messages", "CommonMark", "Guides", "Rendering", "Import", "Workflows",
            ],
            path: "Tests/Fuzz/Targets"),
        .testTarget(name: "SourcesTests", dependencies: ["Sources", "Guides", "TestSupport"]),
        .testTarget(name: "ValuesTests", dependencies: ["Sources", "Values", "Guides", "TestSupport"]),
        .testTarget(name: "MessagesTests", dependencies: ["Sources", "Values", "Messages", "Guides", "TestSupport"]),
        .testTarget(name: "CommonMarkTests", dependencies: ["Sources", "CommonMark", "TestSupport"]),
        .testTarget(
            name: "GuidesTests",
            dependencies: ["Sources", "Values", "CommonMark", "Guides", "TestSupport"]
        ),
        .testTarget(
            name: "ChecksTests", dependencies: ["Sources", "Values", "Guides", "Checks", "Workflows", "TestSupport"]),
        .testTarget(
            name: "ImportTests",
            dependencies: ["Sources", "Values", "Guides", "Checks", "Import", "Workflows", "TestSupport", "vademecum"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Sources", "Values", "CommonMark", "Guides", "Rendering", "TestSupport",
            ]
        ),
        .testTarget(
            name: "WorkflowsTests",
            dependencies: [
                "Sources", "Values", "CommonMark", "Guides", "Rendering", "Templates", "Workflows", "FuzzTargets",
                "TestSupport",
            ]),
        .testTarget(
            name: "BrowserTests",
            dependencies: ["Sources", "Values", "Messages", "Guides", "Rendering", "TestSupport", "vademecum"]),
        .testTarget(name: "VademecumTests", dependencies: ["Sources", "Workflows", "TestSupport", "vademecum"]),
    ],
    swiftLanguageModes: [.v6]
)

// libFuzzer's driver is linked only with a sanitizer that nothing else is built with: see Tests/Fuzz/run.
if Context.environment["VADEMECUM_FUZZ"] != nil {
    package.products.append(.executable(name: "Fuzz", targets: ["Fuzz"]))
    package.targets.append(.executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver"))
}
