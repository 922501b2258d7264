import Guides
import Rendering
import Sources
import Templates
import Values

/// The templates of a project: its own, and the program's for what it does not override.
struct TemplateFolder {
    /// The folder of a project's own templates.
    static let name = "templates"

    let project: ProjectFolder

    /// Whether the project has a template of its own.
    func overrides(_ name: String) -> Bool { project.has("\(Self.name)/\(name)") }

    /// A template, the project's own where it has one.
    func read(_ name: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        let path = "\(Self.name)/\(name)"
        if overrides(name) { return project.read(path, &diagnostics) }
        return DefaultTemplates.files[name].map { SourceFile(path: path, bytes: $0) }
    }

    /// The languages of a configuration, in its order.
    func languages(_ tags: [LanguageTag], _ diagnostics: inout [Diagnostic]) -> [Language] {
        tags.compactMap { tag in
            let base = base(of: tag)
            let path = "languages/\(tag).yaml"
            guard overrides(path) else {
                // A language of a region is that of all regions, with its own numbers and dates.
                if let base { return base.completed(by: BuiltInLanguages.english) }
                let place = Place(path: "\(Self.name)/\(path)")
                let meant = LanguageTag.meant(by: tag.rawValue)?.rawValue
                diagnostics.append(Diagnostic(NoLanguage(tag: tag.rawValue, meant: meant), at: place))
                return nil
            }
            guard let file = read(path, &diagnostics) else { return nil }
            let (language, problems) = Language.read(file, tag: tag, over: base)
            diagnostics += problems
            return language?.completed(by: BuiltInLanguages.english)
        }
    }

    /// What stands for what a language's file leaves out: the program's own file of it, and below that what is known of the
    /// language without its region, `fr` for `fr-CA`.
    private func base(of tag: LanguageTag) -> Language? {
        guard let parent = tag.withoutRegion else { return BuiltInLanguages[tag] }
        var general = BuiltInLanguages[parent]
        let path = "languages/\(parent).yaml"
        if overrides(path) {
            var found: [Diagnostic] = []
            general = read(path, &found).flatMap { Language.read($0, tag: parent, over: general).language }
        }
        return BuiltInLanguages.language(tag, over: general)
    }

    /// The kinds that the program brings and the project adds.
    func kinds(_ diagnostics: inout [Diagnostic]) -> [String: Kind] {
        var names = Set(DefaultTemplates.files.keys.filter { $0.hasPrefix("kinds/") }.map { String($0.dropFirst(6)) })
        names.formUnion(((try? project.files.listing(of: "\(Self.name)/kinds")) ?? []).map(\.name))
        var kinds: [String: Kind] = [:]
        for name in names.sorted() where name.hasSuffix(".yaml") {
            guard let file = read("kinds/\(name)", &diagnostics) else { continue }
            let id = String(name.dropLast(5))
            let (kind, problems) = Kind.read(file, id: id)
            diagnostics += problems
            kinds[id] = kind
        }
        return kinds
    }
}
