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
        let html = edition.sections.map { edition.text($0.titleHTML) + edition.text($0.html) }.joined()
        var rest = html.unicodeScalars[...]
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
