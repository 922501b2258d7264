import CommonMark
import Guides
import Rendering
import Sources
import Values

/// Brings what somebody changed on a page together with what the guide is today, in the guide's own terms.
///
/// The page as published and its trace give the source as it was. What the colleague changed is put into terms of that
/// source, and merged with what the guide's author changed since. So a value, a link or a notice that is another by now is
/// no conflict: it is no part of the source.
struct PageMerge {
    /// What came of it.
    struct Outcome {
        /// What was changed, and what has become of each change.
        var changes: [PageChange] = []
        /// The files with all that has a place in them, by path; those that stay as they are left out.
        var files: [String: [UInt8]] = [:]
        /// The page to publish, with everything that the colleague changed; nil where it cannot be made.
        var page: [UInt8]?
        /// The page as the guides alone make it, but for the places that both changed.
        var base: WikiPage?

        /// Whether anything that readers see was changed.
        var isEdit: Bool { !changes.isEmpty }
        /// Whether all of it is in the guides by now.
        var isHome: Bool { changes.allSatisfy { $0.hold == nil } && files.isEmpty }
        /// What has no place in the guides, and what a person has to see to.
        var held: [PageChange] { changes.filter { $0.hold != nil && !$0.isWikiSign } }
        /// Whether nothing is left of what was changed but what is the wiki’s own, and stays on the page.
        var isWikisOwn: Bool { held.isEmpty && files.isEmpty && changes.contains(where: \.isWikiSign) }
        /// The places that both changed.
        var conflicts: [WikiConflict] {
            changes.compactMap(\.hold?.conflict).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    private(set) var source: WikiSource
    let guide: String
    let origin: PageOrigin
    let edited: [UInt8]
    /// The page as it is made today; nil where there is none, as after a change of layout.
    let today: WikiPage?
    let sources: GuideSources
    let languages: [Language]
    private let reading: PageReading
    let merges: [TextMerge?]

    /// - Parameter origin: the page as published.
    init?(_ source: WikiSource, guide: String, _ origin: PageOrigin, edited: [UInt8], today: WikiPage?) {
        guard let files = source.files(of: guide) else { return nil }
        self.source = source
        self.guide = guide
        self.edited = edited.asPage
        self.today = today
        languages = files.editions.map(\.language)
        reading = PageReading(labels: HeadingLabels(languages))
        let sources = GuideSources(files, fields: source.fields(of: guide))
        (self.origin, self.sources) = (origin, sources)
        merges = origin.trace.fields.map { field in
            sources[field.language, field.kind].map { TextMerge(from: field.source, to: $0) }
        }
    }

    /// What stands for the signs of alerts where the wiki has none.
    var alertTitles: [String: String] {
        if source.map.settings.flavor.hasAlerts { return [:] }
        return Dictionary(
            languages.flatMap { language in
                AlertKind.allCases.map { (language.term("alert-\($0.marker.lowercased())"), $0.marker) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether readers see what was published.
    var isSameReading: Bool { reading.isSame(origin.page, edited) }

    /// - Parameter wikiFiles: the files on the wiki that are not ours.
    func outcome(files wikiFiles: ForeignFiles = .none) -> Outcome {
        if isSameReading { return Outcome() }
        let terms = SourceTerms(source, guide: guide, origin, edited: edited, files: wikiFiles)
        let tags = Dictionary(languages.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
        let changes = PageChanges.all(origin, edited: edited, terms, reading.labels, languages: tags)
        var merge = self
        // What the page shows of the wiki's own files comes with it.
        merge.source = source.adding(Set(changes.flatMap(\.uploads).map(\.name)), to: guide)
        return merge.outcome(of: changes)
    }

    private func outcome(of changes: [PageChange]) -> Outcome {
        var outcome = Outcome(changes: changes)
        dropCurrentValues(&outcome.changes)
        KeptAnchors.keep(in: &outcome.changes, of: self)
        settle(&outcome.changes)
        let placed = outcome.changes.filter { $0.hold == nil }
        outcome.files = files(with: placed)
        makePage(&outcome)
        return outcome
    }

    // MARK: Merging

    /// A value that somebody corrected to what it is today is none of an edit.
    private func dropCurrentValues(_ changes: inout [PageChange]) {
        let texts = Dictionary(
            languages.map { ($0.tag, source.line.loaded.book.texts(in: $0.tag)) },
            uniquingKeysWith: { first, _ in first })
        changes.removeAll { change in
            guard case .value(let name, _, let typed)? = change.hold,
                let field = origin.stretch(at: change.page.lowerBound)?.field,
                let texts = texts[origin.trace.fields[field].language], let index = texts.index(of: name),
                let entry = texts.entries[index]
            else { return false }
            let plain = PageReading.spaced(typed)
            return [entry.prose, entry.code].contains { PageReading.spaced($0) == plain }
        }
    }

    // MARK: Files

    typealias TextEdit = (language: LanguageTag, kind: WikiTrace.Field.Kind, range: Range<Int>, text: [UInt8])

    /// The files of today with some changes.
    func files(with changes: [PageChange]) -> [String: [UInt8]] {
        sources.files(with: edits(of: changes, merges))
    }

    func edits(of changes: [PageChange], _ merges: [TextMerge?]) -> [TextEdit] {
        changes.flatMap(\.edits).flatMap { edit -> [TextEdit] in
            guard let merge = merges[edit.field], let range = place(of: edit, merge) else { return [] }
            let field = origin.trace.fields[edit.field]
            return [(field.language, field.kind, range, edit.today ?? edit.text)]
                + merge.outside(edit).map { (field.language, field.kind, $0, []) }
        }
    }

    /// The files as they were, with some changes.
    func filesAsTheyWere(with changes: [PageChange]) -> [String: [UInt8]] {
        var edits: [TextEdit] = []
        for (index, field) in origin.trace.fields.enumerated() {
            guard let today = sources[field.language, field.kind] else { continue }
            let mine = changes.flatMap(\.edits).filter { $0.field == index }.map { ($0.range, $0.text) }
            let text = field.source.applying(mine)
            if text != today { edits.append((field.language, field.kind, 0..<today.count, text)) }
        }
        return sources.files(with: edits)
    }

    // MARK: Pages

    /// The page with the colleague's text at the places that both changed, and with what has no place in the guides.
    private func makePage(_ outcome: inout Outcome) {
        guard let today else { return }
        let conflicting = outcome.changes.filter { $0.hold?.conflict != nil }
        var left: [Int: Set<Int>] = [:]
        for edit in conflicting.flatMap(\.edits) {
            merges[edit.field].map { left[edit.field, default: []].formUnion($0.met(by: edit)) }
        }
        let partly = merges.indices.map { merges[$0]?.without(left[$0] ?? []) }
        outcome.base =
            left.isEmpty ? today : source.page(in: today.origin.languages, of: guide, with: files(partly, with: []))
        // What has no place in the files, or shows nowhere as long as it is not there, is carried over as it is.
        let isCarried = { (change: PageChange) in
            change.hold?.conflict == nil && (change.hold != nil || change.bringsComment)
        }
        let placed = outcome.changes.filter { !isCarried($0) }
        let files = files(partly, with: placed)
        guard let page = files.isEmpty ? today : source.page(in: today.origin.languages, of: guide, with: files),
            let trace = page.trace
        else { return }
        let target = PageOrigin(page: page.bytes, trace: trace)
        let way = PageTranslation(from: origin, to: target) { field, range in
            guard let merge = partly[field], merge.meeting(range).isEmpty else { return nil }
            let moved = merge.moved(range)
            return Self.moved(moved, past: self.edits(of: placed, partly), origin.trace.fields[field])
        }
        // A file comes to its new place when it is in the guide's folder.
        let uploads = Dictionary(
            placed.flatMap(\.uploads).map { (PercentEncoding.encode(path: $0.name), $0.address) },
            uniquingKeysWith: { first, _ in first })
        var edits: [(range: Range<Int>, text: [UInt8])] = trace.stretches.compactMap { stretch in
            guard stretch.role == .address, !uploads.isEmpty, let field = stretch.field,
                let address = uploads[String(decoding: trace.fields[field].source[stretch.source], as: UTF8.self)]
            else { return nil }
            return (stretch.page, Array(address.utf8))
        }
        for change in outcome.changes where isCarried(change) {
            guard let range = way.range(change.page) else { return }
            edits.append((range, change.text))
        }
        outcome.page = page.bytes.applying(edits)
    }

    private func files(_ merges: [TextMerge?], with changes: [PageChange]) -> [String: [UInt8]] {
        var edits: [TextEdit] = []
        for (index, field) in origin.trace.fields.enumerated() {
            guard let merge = merges[index], let today = sources[field.language, field.kind] else { continue }
            let mine = self.edits(of: changes, merges).filter { $0.language == field.language && $0.kind == field.kind }
            let text = merge.other.applying(mine.map { ($0.range, $0.text) })
            guard text != today else { continue }
            if merge.other == today {
                edits += mine
            } else {
                edits.append((field.language, field.kind, 0..<today.count, text))
            }
        }
        return sources.files(with: edits)
    }

    /// Where a range of a text is once edits are in it; nil where one meets it.
    private static func moved(_ range: Range<Int>, past edits: [TextEdit], _ field: WikiTrace.Field) -> Range<Int>? {
        var distance = 0
        for edit in edits where edit.language == field.language && edit.kind == field.kind {
            if edit.range.upperBound <= range.lowerBound {
                distance += edit.text.count - edit.range.count
            } else if edit.range.lowerBound < range.upperBound {
                return nil
            }
        }
        return (range.lowerBound + distance)..<(range.upperBound + distance)
    }
}
