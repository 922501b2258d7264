import Foundation
import Sources
import TestSupport
import Values

@testable import Rendering

extension SampleProject {
    /// A guide in one language, rendered.
    func rendered(
        _ id: String = "guide", in language: String = "en", settings: [String] = [], audience: Audience = .team
    ) throws -> RenderedEdition {
        let filled = try filled(id, settings: settings, audience: audience)
        guard let edition = filled.editions.first(where: { $0.language.tag.rawValue == language }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return RenderedEdition(edition, tags: ValueTags(edition.texts))
    }

    /// The page of a guide, as the program's own template makes it.
    func page(_ id: String = "guide", in language: String = "en", site: String = "") throws -> String {
        let edition = try rendered(id, in: language)
        let languages = project.languages
        guard let own = languages.first(where: { $0.tag.rawValue == language }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        let frame = PageFrame(
            address: PageAddress(guide: id, language: own.tag), language: own, languages: languages,
            available: languages.map(\.tag), pageTitle: edition.title, description: edition.summary, site: site)
        return try TemplateSample(named: "guide", GuidePage.schema(), own)
            .render(GuidePage(edition, frame: frame, tags: ["a tag"], editHref: ""), html: edition.html)
    }
}

extension RenderedEdition {
    /// A part of the HTML.
    func text(_ range: Range<Int>) -> String { String(decoding: html[range], as: UTF8.self) }

    /// The Markdown as text.
    var markdownText: String { String(decoding: markdown, as: UTF8.self) }
}

/// A template that compiles.
struct TemplateSample {
    let compiled: CompiledTemplate

    /// One of the program's own, for a language.
    init(named name: String, _ schema: TemplateSchema, _ language: Language) throws {
        let text = try String(
            contentsOf: Package.folder.appending(path: "templates/\(name).mustache"), encoding: .utf8)
        let constants = PageFrame.constants(language, siteTitle: "Site & Co", version: "1.2.3")
        try self.init(text, schema.adding(constants: constants))
    }

    /// One of a test's.
    init(_ text: String, _ schema: TemplateSchema) throws {
        let (template, diagnostics) = CompiledTemplate.compile(
            SourceFile(path: "templates/x.mustache", text: text), schema: schema)
        guard let template else { throw TemplateFault(description: diagnostics.lines.joined(separator: "\n")) }
        compiled = template
    }

    func render(_ page: AnyObject, html: [UInt8] = []) -> String {
        var output: [UInt8] = []
        html.withUnsafeBufferPointer { compiled.render(page, html: $0, into: &output) }
        return String(decoding: output, as: UTF8.self)
    }
}

struct TemplateFault: Error, CustomStringConvertible {
    let description: String
}
