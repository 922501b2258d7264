/// The data that a page carries for its script, as JSON.
public enum PageData {
    /// A guide's: its values, how the errors that it is about are worded, and its Markdown with marks.
    ///
    /// Nothing for a guide that has no values: there the page is what it is for everybody.
    public static func guide(
        _ edition: RenderedEdition, errors: ScriptPatterns, language: ScriptLanguage, values: ScriptValues
    ) -> [UInt8] {
        let captured = values.indices(of: errors.names)
        let indices = edition.uses + captured
        guard !indices.isEmpty else { return [] }
        var writer = JSONWriter(reserving: edition.markdown.count + 8192)
        writer.object { writer in
            writer.raw(language.members)
            if values.hasDate(indices) { writer.field("dates") { $0.raw(language.dates) } }
            writer.field("values") { values.write(indices, to: &$0) }
            writer.field("used") { values.writeNames(needed: edition.uses, to: &$0) }
            writer.field("fields") { values.writeFields(needed: edition.uses, captured: captured, to: &$0) }
            writer.field("errors") { $0.raw(errors.json) }
            writer.field("markdown") { $0.string(edition.markedMarkdown) }
        }
        return writer.bytes
    }

    /// A home's: where a message leads.
    ///
    /// - Parameter guides: the addresses and titles of the guides, and how their errors are worded.
    public static func home(
        _ guides: [(href: String, title: String, errors: ScriptPatterns)], language: ScriptLanguage,
        values: ScriptValues
    ) -> [UInt8] {
        let guides = guides.filter { !$0.errors.isEmpty }
        guard !guides.isEmpty else { return [] }
        // There may be many guides: a list that doubled its room would take twice as much.
        let size = guides.reduce(0) { $0 + $1.href.utf8.count + $1.title.utf8.count + $1.errors.json.count + 64 }
        var writer = JSONWriter(reserving: language.members.count + size + 8192)
        writer.object { writer in
            writer.raw(language.members)
            writer.field("values") { writer in
                values.write(values.indices(of: Set(guides.lazy.flatMap(\.errors.names)).sorted()), to: &writer)
            }
            writer.field("guides") { writer in
                writer.array { writer in
                    for guide in guides {
                        writer.object { writer in
                            writer.field("href", guide.href)
                            writer.field("title", guide.title)
                            writer.field("errors") { $0.raw(guide.errors.json) }
                        }
                    }
                }
            }
        }
        return writer.bytes
    }
}
