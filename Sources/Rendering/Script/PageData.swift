import Guides
import Sources
import Values

/// What pages have of their own for their scripts. What is the same for a language is in its file (`LanguageScript`).
public enum PageData {
    /// The file beside a guide's page that has its Markdown with marks: few readers ask for it.
    public static let markdownName = "index.js"
    /// The file of the site that has the errors of all guides, for its homes.
    public static let guidesName = "guides.js"

    /// A guide's, as JSON: the names of its values, how the errors that it is about are worded, its own examples.
    ///
    /// Nothing for a guide that has no values: there the page is what it is for everybody.
    ///
    /// - Parameter examples: those of the guide's metadata.
    public static func guide(
        _ edition: RenderedEdition, errors: ScriptPatterns, examples: [String: Value]
    ) -> [UInt8] {
        guard !edition.uses.isEmpty || !errors.names.isEmpty else { return [] }
        var writer = JSONWriter(.script, reserving: errors.json.count + 512)
        writer.object { writer in
            writer.field("used") { $0.strings(edition.uses.map { edition.texts.names[$0] }) }
            writer.field("errors") { $0.raw(errors.json) }
            let own = examples.filter { edition.texts.entry(named: $0.key)?.resolved.source == .example }
            guard !own.isEmpty else { return }
            writer.field("examples") { writer in
                writer.object { writer in
                    for (name, value) in own.sorted(by: { $0.key < $1.key }) { writer.value(value, as: name) }
                }
            }
        }
        return writer.bytes
    }

    /// The file with a guide's Markdown as the script fills it in (`MarkdownTemplate`).
    public static func markdown(_ edition: RenderedEdition) -> [UInt8] {
        var writer = JSONWriter(assigningTo: "vademecum.markdown", reserving: edition.markdown.count + 1024)
        if edition.markdownTemplate.isEmpty {
            writer.array { $0.string(edition.markdown) }
        } else {
            writer.raw(edition.markdownTemplate)
        }
        return writer.bytes
    }

    /// The file of the errors of all guides: where a message leads.
    ///
    /// - Parameters:
    ///   - guides: the guides' IDs, what they are called in each language, and how their errors are worded.
    ///   - paths: the pages that stand elsewhere than their guides.
    ///   - put: takes the file piece by piece, for there may be many guides.
    public static func guides<Failure: Error>(
        _ guides: some Sequence<(id: String, titles: [(LanguageTag, String)], errors: [UInt8])>,
        paths: PagePaths = PagePaths(),
        _ put: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes = Array("globalThis.vademecumGuides=[".utf8)
        var isFirst = true
        for guide in guides {
            var writer = JSONWriter(.script, reserving: guide.errors.count + 128)
            writer.object { writer in
                writer.field("href", GuideItem.href(to: guide.id))
                let own = paths.paths(of: guide.id)
                if !own.isEmpty {
                    writer.field("hrefs") { writer in
                        writer.object { writer in
                            for (language, path) in own { writer.field(language.rawValue, GuideItem.href(to: path)) }
                        }
                    }
                }
                writer.field("titles") { writer in
                    writer.object { writer in
                        for (language, title) in guide.titles { writer.field(language.rawValue, title) }
                    }
                }
                writer.field("errors") { $0.raw(guide.errors) }
            }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes += writer.bytes
            guard bytes.count > pieceSize else { continue }
            try put(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        bytes.append(UInt8(ascii: "]"))
        try put(bytes)
    }

    private static let pieceSize = 1 << 16
}
