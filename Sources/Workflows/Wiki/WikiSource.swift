import Checks
import Guides
import Rendering
import Sources
import Values

/// What a wiki's pages were made with: one of them can be made again, from files that are not on the disk.
struct WikiSource: Sendable {
    let line: Line
    let map: WikiMap
    let stamp: String?

    /// The files of a guide's texts, in the order of the languages.
    func files(of guide: String) -> GuideFiles? {
        var ignored: [Diagnostic] = []
        return line.loaded.project.inventory[guide].flatMap { GuideFilesReader(line.loaded).read($0, &ignored) }
    }

    /// The names of the files in a guide's folder beside its texts.
    func assets(of guide: String) -> Set<ExactText> { line.loaded.project.inventory[guide]?.assets ?? [] }

    /// The same with files in a guide's folder that are not there yet.
    func adding(_ names: Set<String>, to guide: String) -> WikiSource {
        if names.isEmpty { return self }
        let inventory = line.loaded.project.inventory
        let guides = inventory.guides.map { entry in
            entry.id != guide
                ? entry
                : Inventory.Entry(
                    id: entry.id, languages: entry.languages, assets: entry.assets.union(names.map { ExactText($0) }),
                    hasMetadata: entry.hasMetadata, hasTranslationRecords: entry.hasTranslationRecords)
        }
        return WikiSource(
            line: Line(
                line.loaded.with(Inventory(guides: guides, files: inventory.files, snippets: inventory.snippets))),
            map: map, stamp: stamp)
    }

    /// The texts that a guide's pages are made from today.
    func fields(of guide: String) -> [WikiTrace.Field] {
        pages(of: guide, with: [:]).value?.compactMap(\.trace).flatMap(\.fields) ?? []
    }

    /// A page of a guide; nil where the files have errors.
    ///
    /// - Parameters:
    ///   - texts: what stands in a file instead of what it has on the disk, by path.
    ///   - languages: those of the page.
    ///   - hasNotices: whether the page says which sections of a translation are behind.
    func page(
        in languages: [LanguageTag], of guide: String, with texts: [String: [UInt8]], hasNotices: Bool = true
    ) -> WikiPage? {
        pages(of: guide, with: texts, hasNotices: hasNotices).value?.first { $0.origin.languages == languages }
    }

    /// What is wrong with a guide that has other texts in its files; nil where nothing is.
    func fault(of guide: String, with texts: [String: [UInt8]]) -> String? {
        let outcome = pages(of: guide, with: texts)
        guard outcome.value == nil else { return nil }
        return outcome.diagnostics.first { $0.severity == .error }?.problem.message ?? "the guide cannot be read"
    }

    private func pages(
        of guide: String, with texts: [String: [UInt8]], hasNotices: Bool = true
    ) -> Outcome<[WikiPage]> {
        guard let files = files(of: guide)?.with(texts) else { return Outcome(nil, []) }
        var found: [Diagnostic] = []
        let changed = GuideFiles(
            id: files.id, metadata: files.metadata, translations: hasNotices ? files.translations : nil,
            editions: files.editions, snippets: files.snippets)
        guard let guide = line.read(changed, &found) else { return Outcome(nil, found) }
        found += line.check(guide)
        guard !found.hasErrors else { return Outcome(nil, found) }
        let places = guide.editions.map(\.wikiNamePlace)
        let filled = line.fill(guide, keepsProse: true)
        let map = map.with(WikiGuide(filled, titlePlaces: places))
        return Outcome(line.render(filled, on: map, stamp: stamp), [])
    }
}
