import Sources
import TestSupport
import Testing
import Values

@testable import Guides
@testable import Rendering

/// Whatever a value is, it is text in the HTML that a page has.
@Suite struct HostileHTMLTests {
    @Test(arguments: HostileValues.places)
    func staysText(place: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}\nlimit: {type: integer, value: 1}", body: "## Notes\n\nx\n\n\(place)\n")
        let plain = try Elements(project.rendered(settings: ["v=PLAIN"]))
        #expect(([plain.text] + plain.attributes + plain.addresses).contains { $0.contains("PLAIN") })
        for value in HostileValues.values {
            let html = try Elements(project.rendered(settings: ["v=\(value)"]))
            // No value opens or closes an element, or gives one an attribute.
            #expect(html.tags == plain.tags, "\(value.prefix(40))")
            let shown = try ValueParser.parse(value, as: .text).code(type: .text)
            #expect(html.text == plain.text.replacing("PLAIN", with: shown), "\(value.prefix(40))")
            #expect(
                html.attributes == plain.attributes.map { $0.replacing("PLAIN", with: shown) }, "\(value.prefix(40))")
            let encoded = Value.text(shown).addressComponent(type: .text)
            #expect(html.addresses == plain.addresses.map { $0.replacing("PLAIN", with: encoded) })
        }
    }

    /// A hundred thousand at random, of which none is more than text.
    @Test func manyValues() throws {
        let names = (0..<DensePage.size).map { "v\($0)" }
        let sample = try SampleProject(
            values: names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "")
        func elements(_ page: DensePage, _ values: [String]) throws -> Elements {
            var diagnostics: [Diagnostic] = []
            let file = SourceFile(path: "page.md", text: page.source)
            guard let text = sample.read(file, &diagnostics) else { throw SampleError(diagnostics) }
            let given = zip(names, values).map { GivenValue(name: $0, value: .text($1), source: .set) }
            let book = ValueBook(sample.project.configuration, given: given, audience: .team)
            let edition = text.filled(from: book).editions[0]
            return try Elements(
                bytes: RenderedEdition(edition, tags: ValueTags(edition.texts), pointsLinks: false).html)
        }
        for seed in 0..<DensePage.usual {
            let page = DensePage(seed: seed)
            let html = try elements(page, page.values)
            let plain = try elements(page, page.values.indices.map { "word\($0)" })
            // A title or a fence's words of nothing are left out, attribute and all.
            func names(_ tags: [String]) -> [Substring] { tags.map { $0.prefix { $0 != " " } } }
            #expect(names(html.tags) == names(plain.tags), "seed \(seed)")
            let others = Set(html.tags).subtracting(plain.tags)
            #expect(others.allSatisfy { tag in plain.tags.contains { $0.hasPrefix(tag) } }, "seed \(seed): \(others)")
        }
    }

    /// Error messages are printed in code, and their values with them.
    @Test(arguments: HostileValues.values)
    func inAnError(value: String) throws {
        let project = try SampleProject(
            values: "v: {type: text}", metadata: "errors: [\"Limit of {{v}}.\"]",
            body: "## Notes {#n}\n\n    {{error}}\n\nx {{error}}\n")
        let plain = try Elements(project.rendered(settings: ["v=PLAIN"]))
        let html = try Elements(project.rendered(settings: ["v=\(value)"]))
        let shown = try ValueParser.parse(value, as: .text).code(type: .text)
        #expect(html.tags == plain.tags)
        #expect(html.text == plain.text.replacing("PLAIN", with: shown))
    }
}

/// HTML taken apart: its tags with the names of their attributes, its text, and what the attributes say.
private struct Elements {
    private(set) var tags: [String] = []
    private(set) var text = ""
    private(set) var attributes: [String] = []
    private(set) var addresses: [String] = []

    init(_ edition: RenderedEdition) throws {
        try self.init(
            bytes: Array(edition.sections.map { edition.text($0.titleHTML) + edition.text($0.html) }.joined().utf8))
    }

    init(bytes: [UInt8]) throws {
        var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
        while let start = rest.firstIndex(of: "<") {
            text += String(rest[..<start]).unescaped
            rest = rest[start...].dropFirst()
            var tag = String(rest.prefix { $0 != " " && $0 != ">" })
            rest = rest.dropFirst(tag.unicodeScalars.count)
            while rest.first == " " {
                rest = rest.dropFirst()
                let name = String(rest.prefix { $0 != "=" && $0 != " " && $0 != ">" })
                rest = rest.dropFirst(name.unicodeScalars.count)
                // A text from right to left is told to be one.
                if name != "dir" { tag += " \(name)" }
                guard rest.first == "=" else { continue }
                rest = rest.dropFirst(2)
                let value = String(rest.prefix { $0 != "\"" })
                rest = rest.dropFirst(value.unicodeScalars.count + 1)
                if name == "href" {
                    addresses.append(value.unescaped)
                } else if name != "dir" {
                    attributes.append(value.unescaped)
                }
            }
            tags.append(tag)
            #expect(rest.first == ">")
            rest = rest.dropFirst()
        }
        text += String(rest).unescaped
    }
}

extension String {
    fileprivate var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
    }
}
