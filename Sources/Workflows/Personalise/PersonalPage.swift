import Foundation
import Guides
import Rendering
import Sources
import Values

/// A guide as one file of HTML that holds all it needs, to be mailed, printed, or opened from a disk.
///
/// Its policy lets through the style sheet and the images that are in it, as `data:` addresses (RFC 2397), and no
/// style that stands in the markup; nothing is ever fetched, and no script runs.
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
        constants["style-href"] = "data:text/css;charset=utf-8;base64,\(Data(style.bytes).base64EncodedString())"
        let (template, problems) = CompiledTemplate.compile(
            file, schema: GuidePage.schema().adding(constants: constants))
        diagnostics += problems
        guard let template, !problems.hasErrors else { return [] }
        let frame = PageFrame(
            address: PageAddress(guide: guide, language: language.tag), language: language, languages: [language],
            available: [edition.language.tag], pageTitle: "\(edition.title) – \(siteTitle)",
            description: edition.summary.isEmpty ? edition.title : edition.summary, site: configuration.url ?? "")
        let page = GuidePage(edition, frame: frame, tags: tags, editHref: "")
        var output: [UInt8] = []
        edition.html.withUnsafeBufferPointer { template.render(page, html: $0, into: &output) }
        return output
    }
}
