import Foundation
import Guides
import Rendering

/// A guide as one file of HTML that holds all it needs, to be mailed, printed, or opened from a disk.
///
/// Its policy lets through the one style sheet that is in it, by its hash (Content Security Policy Level 3, section
/// 2.3.1), and images that are in it; nothing is ever fetched, and no script runs.
struct PersonalPage {
    let project: Project
    let templates: TemplateFolder
    let language: Language

    func html(
        _ edition: RenderedEdition, of guide: String, tags: [String], _ diagnostics: inout [Diagnostic]
    ) -> [UInt8] {
        guard let file = templates.read("personal.mustache", &diagnostics),
            let style = templates.read("site.css", &diagnostics)
        else { return [] }
        let configuration = project.configuration
        let siteTitle = configuration.title[language.tag]
        var constants = PageFrame.constants(language, siteTitle: siteTitle, version: vademecumVersion)
        constants["style"] = String(decoding: style.bytes, as: UTF8.self)
        constants["style-hash"] = Data(SHA256.hash(style.bytes)).base64EncodedString()
        let (template, problems) = CompiledTemplate.compile(
            file, schema: GuidePage.schema().adding(constants: constants))
        diagnostics += problems
        guard let template, !problems.hasErrors else { return [] }
        let frame = PageFrame(
            address: PageAddress(guide: guide, language: language.tag), language: language, languages: [language],
            available: [edition.language.tag], pageTitle: "\(edition.title) – \(siteTitle)",
            description: edition.summary, site: configuration.url ?? "")
        let page = GuidePage(edition, frame: frame, tags: tags, editHref: "")
        var output: [UInt8] = []
        edition.html.withUnsafeBufferPointer { template.render(page, html: $0, into: &output) }
        return output
    }
}
