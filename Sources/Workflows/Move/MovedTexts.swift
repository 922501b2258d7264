import Guides
import Sources

/// A guide whose links follow guides that have moved: its files as they become, and the records of its translations, in which
/// what was current stays current and what was behind stays behind.
struct MovedTexts: Sendable {
    /// The files that change, by their paths before the move, and how many links in each.
    private(set) var files: [(path: String, bytes: [UInt8], links: Int)] = []
    /// The records; nil where they stay.
    private(set) var records: [UInt8]?
    /// What keeps the guide from being mended.
    private(set) var faults: [Diagnostic] = []

    init(_ entry: Inventory.Entry, _ move: GuideMove, _ line: Line) {
        var found: [Diagnostic] = []
        guard let guide = line.read(entry, &found) else {
            faults = found.filter { $0.severity == .error }
            return
        }
        let links = MovedLinks(in: entry.id, move)
        var renewed: [Fingerprint: Fingerprint] = [:]
        for edition in guide.editions {
            let edits = links.edits(in: edition)
            guard !edits.isEmpty else {
                faults += Self.unmended(edition, edition, links, move, in: entry.id)
                continue
            }
            let file = edition.file.applying(edits)
            guard let changed = line.read(file, as: edition, of: move.id(of: entry.id), guide.kind) else {
                faults.append(Diagnostic(BadMove(.link), at: Place(path: edition.file.path)))
                continue
            }
            faults += Self.unmended(edition, changed, links, move, in: entry.id)
            add(edits, of: edition.file)
            if entry.hasTranslationRecords { Self.renew(edition, changed, &renewed) }
        }
        guard !renewed.isEmpty else { return }
        let path = LoadedProject.path(entry.id, TranslationRecords.fileName)
        guard let old = line.loaded.folder.read(path, &faults)?.bytes else { return }
        let new = Self.replacing(renewed, in: old)
        if new != old { records = new }
    }

    /// What edits of a text make of the files that it was written in.
    private mutating func add(_ edits: [(range: Range<Int>, text: [UInt8])], of text: SourceFile) {
        let origins = edits.map { (origin: text.origin(of: $0.range), text: $0.text) }
        for path in [text.path] + text.otherPaths {
            let own = origins.filter { $0.origin.file.path == path }
            guard let file = own.first?.origin.file.own else { continue }
            // A snippet that is taken in twice is mended once.
            var seen: Set<Range<Int>> = []
            let edits = own.map { (range: $0.origin.range, text: $0.text) }.filter { seen.insert($0.range).inserted }
            let sorted = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
            files.append((path, file.bytes.applying(sorted), sorted.count))
        }
    }

    /// The links that would lead elsewhere.
    private static func unmended(
        _ edition: Edition, _ changed: Edition, _ links: MovedLinks, _ move: GuideMove, in guide: String
    ) -> [Diagnostic] {
        let isMoved = edition === changed && move.moves(guide)
        guard edition.links.count == changed.links.count else {
            return [Diagnostic(BadMove(.link), at: Place(path: edition.file.path))]
        }
        return zip(edition.links, changed.links).compactMap { old, new in
            switch old.target {
            case .guide, .shared: break
            default: return nil
            }
            let after = isMoved ? MovedLinks.target(of: old, of: edition, in: move.id(of: guide)) : new.target
            guard after != links.target(after: old.target) else { return nil }
            return Diagnostic(BadMove(.link), at: edition.place(of: old.node))
        }
    }

    // MARK: Records

    private static func renew(_ old: Edition, _ new: Edition, _ renewed: inout [Fingerprint: Fingerprint]) {
        for (old, new) in zip(old.translationUnits(), new.translationUnits()) {
            func renew(_ before: Fingerprint?, _ after: Fingerprint?) {
                if let before, let after, before != after { renewed[before] = after }
            }
            renew(old.fingerprint, new.fingerprint)
            for (old, new) in zip(old.blocks, new.blocks) {
                renew(old.fingerprints.exact, new.fingerprints.exact)
                renew(old.fingerprints.fair?.digest, new.fingerprints.fair?.digest)
            }
        }
    }

    /// A file of records with other fingerprints in it: sixteen digits that stand by themselves.
    private static func replacing(_ renewed: [Fingerprint: Fingerprint], in records: [UInt8]) -> [UInt8] {
        var records = records
        var start = 0
        while start < records.count {
            guard records[start].isTokenPart else {
                start += 1
                continue
            }
            let end = records[start...].firstIndex { !$0.isTokenPart } ?? records.count
            if end - start == 16, let old = Fingerprint(records[start..<end]), let new = renewed[old] {
                records.replaceSubrange(start..<end, with: new.text.utf8)
            }
            start = end
        }
        return records
    }
}
