import Foundation
import Guides
import Rendering
import Sources
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// A project in memory with a guide that has every construct, its page on a wiki, and what comes of an edit there.
struct EditedWiki {
    /// The files of the project, by path.
    var files: [String: String]
    let layout: WikiLayout
    let flavor: WikiFlavor

    /// What the value of the limit becomes between publishing and the next look.
    static let limits = (was: "40000", now: "50000")

    init(_ layout: WikiLayout, flavor: WikiFlavor = .github, files: [String: String] = EditedWiki.project) {
        self.layout = layout
        self.flavor = flavor
        self.files = files
    }

    /// The same project with another text in a file.
    func with(_ path: String, _ old: String, _ new: String) -> EditedWiki {
        var copy = self
        copy.files[path] = files[path]?.replacing(old, with: new)
        return copy
    }

    /// The same project after the limit was raised.
    var raised: EditedWiki { with("vademecum.yaml", Self.limits.was, Self.limits.now) }

    func wiki() throws -> Wiki {
        var options = WikiOptions()
        (options.flavor, options.layout) = (flavor, layout)
        let folder = ProjectFolder(MemoryFiles(texts: files))
        let values = ValueOptions(environment: ["VADEMECUM_ORG": "org-TEAM"])
        let outcome = WikiBuilder(folder, values, options).build()
        return try #require(outcome.value, "\(outcome.diagnostics.lines)")
    }

    /// The page of a guide that has an English text.
    func page(_ wiki: Wiki, of guide: String = "a") throws -> WikiPage {
        try #require(
            wiki.pages.first { page in
                if case .guide(guide, let languages) = page.origin {
                    languages.contains { $0.rawValue == "en" }
                } else {
                    false
                }
            })
    }

    /// What somebody made of the page, brought together with the project as it is now.
    func merge(_ edited: String, published: WikiPage, into wiki: Wiki) throws -> PageMerge {
        // What was published is known by what the wiki's own list says of it.
        let record = try #require(published.trace).record
        let trace = try #require(WikiTrace(record: record, of: published.bytes))
        let origin = PageOrigin(page: published.bytes, trace: trace)
        let today = try page(wiki)
        let source = try #require(wiki.source)
        return try #require(
            PageMerge(source, guide: "a", origin, edited: Array(edited.utf8), today: today))
    }

    /// The wiki as it was published, and as it is after the limit was raised: made once, for many edits.
    private static let wikis = Mutex<[WikiLayout: (published: Wiki, raised: Wiki)]>([:])

    /// Both wikis of the project as it stands here.
    func wikis() throws -> (published: Wiki, raised: Wiki) {
        if let known = Self.wikis.withLock({ $0[layout] }) { return known }
        let made = (published: try wiki(), raised: try raised.wiki())
        Self.wikis.withLock { $0[layout] = made }
        return made
    }

    /// Why an edit did not come home as it should; empty where it did.
    func faults(of edited: String, published: WikiPage) throws -> [String] {
        let later = raised
        let wiki = try wikis().raised
        let outcome = try merge(edited, published: published, into: wiki).outcome()
        var faults = outcome.held.map { "held: \($0.hold.map { "\($0)" } ?? "")" }
        guard faults.isEmpty, outcome.isEdit else { return faults + (outcome.isEdit ? [] : ["no edit"]) }
        var adopted = later
        for (path, bytes) in outcome.files { adopted.files[path] = String(decoding: bytes, as: UTF8.self) }
        let adoptedWiki = try adopted.wiki()
        let made = try adopted.page(adoptedWiki)
        // When the patch is applied, publishing has nothing to say.
        if outcome.page != made.bytes { faults.append("publishing again would say something") }
        let labels = HeadingLabels(wiki.languages)
        let meant = edited.replacing("40,000", with: "50,000").replacing("40000", with: "50000")
            .replacing("40\u{202F}000", with: "50\u{202F}000")
        if !PageReading(labels: labels).isSame(made.bytes, Array(meant.utf8)) {
            faults.append("reads otherwise:\n\(String(decoding: made.bytes, as: UTF8.self))")
        }
        let again = try adopted.merge(String(decoding: made.bytes, as: UTF8.self), published: made, into: adoptedWiki)
        if again.outcome().isEdit { faults.append("an edit again") }
        if outcome.files.values.contains(where: { String(decoding: $0, as: UTF8.self).contains("org-TEAM") }) {
            faults.append("a private value came home")
        }
        return faults
    }
}
