import Guides
import Sources
import Templates
import TestSupport
import Testing
import Values

@testable import Workflows

/// What an editor refuses by a schema, the program refuses, and the other way round.
@Suite struct SchemaTests {
    private static let head = "title: T\nlanguages: [fr, en]\n"

    /// Files, and whether they are right.
    static let cases: [(schema: String, text: String, isRight: Bool)] = [
        ("vademecum", head, true), ("vademecum", "title: {fr: T, en: U}\nlanguages: fr\n", true),
        ("vademecum", "title: T\n", false), ("vademecum", "languages: [fr]\n", false),
        ("vademecum", "title: [T]\nlanguages: [fr]\n", false), ("vademecum", "title: T\nlanguages: []\n", false),
        ("vademecum", "title: T\nlanguages: [fr, fr]\n", false), ("vademecum", "title: T\nlanguages: [f]\n", false),
        ("vademecum", "title: T\nlanguages: [pt-BR, zh-Hant]\n", true), ("vademecum", head + "titel: T\n", false),
        ("vademecum", head + "audience: team\n", true), ("vademecum", head + "audience: nobody\n", false),
        ("vademecum", head + "url: https://example.org\n", true), ("vademecum", head + "url: example.org\n", false),
        ("vademecum", head + "issues: mailto:a@example.org\n", false), ("vademecum", head + "kind: page\n", true),
        ("vademecum", head + "kind: [page]\n", false), ("vademecum", head + "placeholders: declared\n", true),
        ("vademecum", head + "placeholders: some\n", false),
        ("vademecum", head + "wiki: {flavour: gitea, layout: bilingual, home: theirs, remote: x}\n", true),
        ("vademecum", head + "wiki: {flavour: trac}\n", false), ("vademecum", head + "wiki: {home: mine}\n", false),
        ("vademecum", head + "wiki: {flavor: gitea}\n", false), ("vademecum", head + "wiki:\n", true),
        ("vademecum", head + "check: {ignore: [{check: a, path: b, reason: c}]}\n", true),
        ("vademecum", head + "check: {ignore: [{check: a, path: b}]}\n", false),
        ("vademecum", head + "check: {ignored: []}\n", false),
        ("vademecum", head + "terms: {keep: A, translate: [{fr: a, en: [b, c]}], avoid: {en: {utilize: use}}}\n", true),
        ("vademecum", head + "terms: {translate: [{french: a b}], keeps: A}\n", false),
        ("vademecum", head + "groups: [{title: {fr: A}, guides: [a, b/]}]\n", true),
        ("vademecum", head + "groups: [{title: A}]\n", false),
        ("vademecum", head + "tags: {a: {fr: A, en: B}}\n", true),
        ("vademecum", head + "tags: [a]\n", false), ("vademecum", head + "redirects: {a: b, /c: d#e}\n", true),
        ("vademecum", head + "redirects: [a]\n", false), ("vademecum", head + "redirects: {a: [b]}\n", false),
        ("vademecum", head + "values: {a.b: {type: integer, value: 3, label: {fr: A}}}\n", true),
        ("vademecum", head + "values: {A: {type: integer}}\n", false), ("vademecum", head + "values: {a: 3}\n", false),
        ("vademecum", head + "values: {a: {type: number}}\n", false),
        ("vademecum", head + "values: {a: {value: 3}}\n", false),
        ("vademecum", head + "values: {a: {type: integer, values: 3}}\n", false),
        ("vademecum", head + "values: {a: {type: text, private: true}}\n", false),
        ("vademecum", head + "values: {a: {type: text, private: true, example: x}}\n", true),
        ("vademecum", head + "values: {a: {type: text, private: perhaps, example: x}}\n", false),
        ("vademecum", head + "values: {a: {type: decimal, decimals: 2}}\n", true),
        ("vademecum", head + "values: {a: {type: decimal, decimals: 16}}\n", false),
        ("vademecum", head + "values: {a: {type: choice}}\n", false),
        (
            "vademecum",
            head + "values: {a: {type: choice, choices: {x: X, y: {fr: Y, match: [why], period: 60 s}}}}\n", true
        ),
        ("vademecum", head + "values: {a: {type: table}}\n", false),
        ("vademecum", head + "values: {a: {type: table, columns: {m: {type: text, label: M}}}}\n", true),
        ("vademecum", head + "values: {a: {type: table, columns: {m: {type: table}}}}\n", false),
        ("vademecum", head + "values: {a: {type: table, columns: {m: {kind: text}}}}\n", false),
        ("vademecum", head + "values: {a: {type: integer}, b: {type: chart, parts: [a], limit: a}}\n", true),
        ("vademecum", head + "values: {b: {type: chart, parts: [b]}}\n", false),
        ("vademecum", head + "values: {a: {type: integer, unit: {en: {one: token, other: tokens}}}}\n", true),
        ("vademecum", head + "values: {a: {type: integer, unit: {en: {one: token}}}}\n", false),
        ("vademecum", "- a\n", false),

        ("guide", "", true), ("guide", "kind: page\ntags: [a, b]\n", true), ("guide", "kinds: page\n", false),
        ("guide", "tags: {a: b}\n", false), ("guide", "order: 1.5\n", true), ("guide", "order: first\n", false),
        ("guide", "reviewed: 2026-11-23\nreview-every: 180 days\n", true), ("guide", "reviewed: yesterday\n", false),
        ("guide", "review-every: often\n", false), ("guide", "errors: [a, b]\n", true),
        ("guide", "errors: {en: [a], fr: b}\n", true), ("guide", "errors: {english error: [a]}\n", false),
        ("guide", "errors: [[a]]\n", false), ("guide", "error-id: a-1\n", true), ("guide", "error-id: A_1\n", false),
        ("guide", "samples: [a, {file: x.txt}, {text: b, values: {}}]\n", true),
        ("guide", "samples: [{file: x.txt, text: b}]\n", false), ("guide", "samples: [{values: {}}]\n", false),
        ("guide", "samples: [{text: b, value: 3}]\n", false), ("guide", "examples: [a]\n", false),
        ("guide", "placeholders: all\n", true), ("guide", "placeholders: none\n", false),
        ("guide", "path: {fr: a/b, en: c}\n", true), ("guide", "path: a/\n", true), ("guide", "path: /a\n", false),
        ("guide", "path: a//b\n", false), ("guide", "path: [a]\n", false), ("guide", "extra: {a: [1, {b: c}]}\n", true),
        ("guide", "extra: [a]\n", false), ("guide", "extra: a\n", false), ("guide", "[a]\n", false),

        ("language", "name: X\ndirection: rtl\nsections: {problem: [A, B], steps: C}\nterms: {home: D}\n", true),
        ("language", "direction: up\n", false), ("language", "names: X\n", false), ("language", "name: [X]\n", false),
        ("language", "sections: [a]\n", false), ("language", "sections: {a: {b: c}}\n", false),
        ("language", "terms: {a: [b]}\n", false), ("language", "writing: {ellipsis: …}\n", true),
        ("language", "writing: {elipsis: …}\n", false), ("language", "vocabulary: {wordz: a}\n", false),
        ("language", "import: {title: a}\n", false), ("language", "", true),

        ("kind", "sections: [{id: a}, {id: b, required: false, steps: true}]\n", true), ("kind", "free: true\n", true),
        ("kind", "free: true\nsections: [{id: a}]\n", false), ("kind", "", false), ("kind", "free: false\n", false),
        ("kind", "sections: [{required: true}]\n", false), ("kind", "sections: [{id: a, step: true}]\n", false),
        ("kind", "sections: [{id: a, steps: perhaps}]\n", false), ("kind", "section: []\n", false),
        ("kind", "sections: [a]\n", false),
    ]

    @Test(arguments: cases) func theSchemaAndTheReaderAgree(_ schema: String, _ text: String, isRight: Bool) throws {
        let bytes = try #require(DefaultTemplates.files["schemas/\(schema).json"])
        #expect(try SchemaValidator(bytes).accepts(yaml: text) == isRight, "the schema")
        let found = try Self.found(schema, text)
        #expect(!found.hasErrors == isRight, "the reader: \(found.lines)")
    }

    private static func found(_ schema: String, _ text: String) throws -> [Diagnostic] {
        let file = SourceFile(path: "file.yaml", text: text)
        switch schema {
        case "vademecum": return Configuration.read(file).diagnostics
        case "guide":
            let configuration = try #require(
                Configuration.read(SourceFile(path: "vademecum.yaml", text: head)).configuration)
            return GuideMetadata.read(file, configuration: configuration).diagnostics
        case "language":
            let tag = try #require(LanguageTag(rawValue: "fr"))
            return Language.read(file, tag: tag, over: BuiltInLanguages.whole(tag)).diagnostics
        default: return Kind.read(file, id: "kind").diagnostics
        }
    }

    /// The program's own files, and this repository's, are as the schemas have them.
    @Test func whatThereIsIsRight() throws {
        func validator(_ name: String) throws -> SchemaValidator {
            try SchemaValidator(try #require(DefaultTemplates.files["schemas/\(name).json"]))
        }
        for (name, bytes) in DefaultTemplates.files where name.hasSuffix(".yaml") && name.contains("/") {
            let schema = name.hasPrefix("kinds/") ? "kind" : "language"
            #expect(try validator(schema).accepts(yaml: String(decoding: bytes, as: UTF8.self)), "\(name)")
        }
        let own = try String(contentsOf: Package.folder.appending(path: "vademecum.yaml"), encoding: .utf8)
        #expect(try validator("vademecum").accepts(yaml: own))
        for path in try TemporaryFolder.files(in: Package.folder.appending(path: "content"))
        where path.hasSuffix("guide.yaml") {
            let text = try String(contentsOf: Package.folder.appending(path: "content/\(path)"), encoding: .utf8)
            #expect(try validator("guide").accepts(yaml: text), "\(path)")
        }
    }
}
