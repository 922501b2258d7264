import Values

/// How far a guide's translation into one language is.
public final class TranslationCell: Sendable {
    let state: String
    let stateName: String
    let language: Language
    let sections: [StaleSectionItem]

    /// - Parameters:
    ///   - state: `current`, `behind`, `unrecorded` or `missing`, by which the page's style tells them apart.
    ///   - stateName: the same in the page's language.
    ///   - path: the path of the page in that language.
    ///   - language: the language of the translation.
    ///   - sections: the sections that are behind: their anchors, empty for title and summary, and their titles.
    public init(
        state: String, stateName: String, path: String, language: Language, sections: [(id: String, title: String)]
    ) {
        self.state = state
        self.stateName = stateName
        self.language = language
        let page = "../../\(PercentEncoding.encode(path: "\(language.tag)/\(path)"))/index.html"
        self.sections = sections.map {
            StaleSectionItem(title: $0.title, href: $0.id.isEmpty ? page : "\(page)#\($0.id)")
        }
    }

    static func schema() -> TemplateSchema {
        var builder = SchemaBuilder<TranslationCell>()
        builder.text("state") { $0.state }
        builder.text("state-name") { $0.stateName }
        builder.text("content-language") { $0.language.tag.rawValue }
        builder.text("content-dir") { $0.language.direction.rawValue }
        builder.flag("has-sections") { !$0.sections.isEmpty }
        builder.list("sections", of: StaleSectionItem.schema()) { $0.sections }
        return builder.schema
    }
}
