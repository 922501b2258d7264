import Checks
import Guides
import Rendering
import Sources
import Values

/// Takes one guide through the line, for one reader. Of the other guides only the patterns are read, and those only
/// where a message has to be looked up.
public struct Personaliser: Sendable {
    private var line: Line
    private let entry: Inventory.Entry
    private let language: Language
    /// The values that stand in the message and cannot be read.
    private let hidden: [String]
    /// The message's own words, which the guide shows.
    private let pasted: String?

    /// Finds the guide, and reads the values that there are.
    ///
    /// - Parameter values: what is given; its environment says in which language, too, unless the options do.
    public static func find(
        _ folder: ProjectFolder, _ values: ValueOptions, _ options: PersonalOptions
    ) -> Outcome<Personaliser> {
        // It is for the reader alone, so private values are filled in.
        ProjectLoader(folder, values.read(by: .team)).load(.guide).then { (loaded, found) throws(Refusal) in
            let language = try language(options, values.environment, loaded.project)
            let guide = try GuideFinder(loaded).find(options)
            // The message was somewhere before it came here: in a log, in a chat, in the shell's history.
            if let message = options.message, KeyFormat.mayStand(in: message) {
                found.append(Diagnostic(KeyInMessage(), at: GuideFinder.place))
            }
            return Personaliser(
                line: Line(loaded.giving(guide.values)), entry: guide.entry, language: language, hidden: guide.hidden,
                pasted: guide.line)
        }
    }

    private static func language(
        _ options: PersonalOptions, _ environment: [String: String], _ project: Project
    ) throws(Refusal) -> Language {
        let known = project.configuration.languages
        var tag = EnvironmentLanguage.tag(environment).flatMap { known.best(for: $0) }
        if let asked = options.language {
            tag = known.best(for: asked)
            if tag == nil {
                throw .usage(UnknownLanguage(name: asked.rawValue, known: known.map(\.rawValue)), at: "--language")
            }
        }
        guard let language = project.languages.first(where: { $0.tag == tag }) ?? project.languages.first else {
            throw Refusal(isUsage: true)
        }
        return language
    }

    // MARK: Questions

    /// What the reader could still say: the values that the guide depends on and that are examples, or nothing yet.
    public func questions() -> Outcome<[PersonalQuestion]> {
        guide { (guide, _) throws(Refusal) in
            let values = values(of: guide)
            return values.missing.map { PersonalQuestion($0, language: language, resolved: values[$0.name]) }
        }
    }

    /// Takes the reader's answer to a question; what is wrong with it, where it is no value of the type.
    public mutating func answer(_ question: PersonalQuestion, with text: String) -> Diagnostic? {
        let configuration = line.loaded.project.configuration
        let (value, problems) = configuration.values.given(setting: "\(question.name)=\(key(of: text, for: question))")
        if let value { line = Line(line.loaded.giving([value])) }
        return problems.first.map { line.loaded.gate.masked([$0])[0] }
    }

    /// The key of the choice whose label was answered; any other answer as it is.
    private func key(of answer: String, for question: PersonalQuestion) -> String {
        let choices = line.loaded.project.configuration.values.declaration(named: question.name)?.type.choices ?? []
        let wanted = answer.trimmingSpace.lowercased()
        return choices.first { $0.label[language.tag].lowercased() == wanted }?.key ?? answer
    }

    /// What comes before the questions, in the guide's language.
    public var introduction: String { language.term("question-introduction") }

    // MARK: Results

    /// Fills the guide in and writes it.
    ///
    /// - Parameter width: how many columns a text may have.
    public func write(_ format: PersonalFormat, width: Int) -> Outcome<PersonalGuide> {
        guide { (guide, found) throws(Refusal) in
            let values = values(of: guide)
            // What is private may be typed there by its author; this page is for the one who has it.
            found += line.check(guide).filter { !($0.problem is PrivateValue) }
            guard !found.hasErrors else { throw Refusal() }
            let filled = line.fill(guide, pasted: pasted)
            guard let written = filled.editions.first?.language else { throw Refusal() }
            let text = try text(of: filled, values, as: format, width: width, &found)
            let isTranslated = written.tag == language.tag
            return PersonalGuide(
                text: text, id: entry.id, values: values, hidden: hidden, language: written,
                notice: isTranslated ? nil : language.term("untranslated-notice"))
        }
    }

    private func text(
        of guide: consuming FilledGuide, _ values: PersonalValues, as format: PersonalFormat, width: Int,
        _ found: inout [Diagnostic]
    ) throws(Refusal) -> [UInt8] {
        guard let edition = guide.editions.first else { throw Refusal() }
        let project = line.loaded.project
        let (id, folder) = (guide.id, line.loaded.folder)
        let links = PersonalLinks(edition, guide: id, line)
        let examples = edition.exampleList(values)
        let edits = links.edits + (examples.map { [edition.appending(paragraph: $0)] } ?? [])
        switch format {
        case .text:
            links.settle(inlinesImages: false)
            if let examples { edition.append(paragraph: examples) }
            return Array(TextRenderer(edition, width: width).render().utf8)
        case .markdown: return line.markdown(edition, edits)
        case .json:
            let report = PersonalReport(guide: id, title: edition.title, values: values, texts: edition.texts)
            return report.json(markdown: line.markdown(edition, edits))
        case .html:
            links.settle(inlinesImages: true)
            let page = PersonalPage(project: project, templates: TemplateFolder(project: folder), language: language)
            let tags = guide.metadata.tags
            guard let rendered = line.render(guide, isPage: false).first else { throw Refusal() }
            let text = page.html(rendered, of: id, tags: tags, &found)
            guard !found.hasErrors else { throw Refusal(isUsage: true) }
            return text
        }
    }

    private func values(of guide: borrowing Guide) -> PersonalValues {
        PersonalValues(
            guide, configuration: line.loaded.project.configuration,
            resolved: line.loaded.resolve(examples: guide.metadata.examples), hasMessage: pasted != nil)
    }

    /// Goes on with the guide in the reader's language alone, else in the first that it is written in.
    private func guide<Result>(
        _ work: (consuming Guide, inout [Diagnostic]) throws(Refusal) -> Result
    ) -> Outcome<Result> {
        let tag = entry.languages.contains(language.tag) ? language.tag : entry.languages.first
        let one = Inventory.Entry(
            id: entry.id, languages: tag.map { [$0] } ?? [], assets: entry.assets, hasMetadata: entry.hasMetadata)
        return Outcome((), [], gate: line.loaded.gate).then { (_, found) throws(Refusal) in
            guard let guide = line.read(one, &found), !found.hasErrors else { throw Refusal() }
            found = []
            return try work(guide, &found)
        }
    }
}
