import Guides
import Rendering

/// Finds for each page what was published of it, though its title or its guide's folder may have another name now.
struct WikiMatching: Sendable {
    /// What was published of each page, by the page's path.
    private(set) var entries: [String: WikiManifest.Entry] = [:]
    /// What was published and is made no more.
    private(set) var gone: [WikiManifest.Entry] = []
    /// Pages of which nothing was published.
    private(set) var new: [BuiltPage] = []

    /// Of two texts, this part of the lines has to be the same for one to be the other under a new name; git's own
    /// measure for renames is the same (`git diff -M`, 50 %).
    private static let leastShare = 0.5
    /// The most pairs of texts that are compared.
    private static let mostPairs = 10_000

    /// Matches what is beyond doubt: the same guide and languages, though its address may have moved, or else the same path.
    ///
    /// - Parameter redirects: the addresses of guides that have moved.
    init(_ manifest: WikiManifest, _ pages: [BuiltPage], redirects: Redirects = Redirects()) {
        let live = manifest.entries.filter { !$0.isStub }
        var byOrigin = Dictionary(live.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
        let origins = Set(pages.map(\.page.origin))
        for entry in live where !origins.contains(entry.origin) {
            guard let moved = entry.origin.moved(by: redirects), byOrigin[moved] == nil else { continue }
            byOrigin[moved] = entry
        }
        for page in pages {
            if let entry = byOrigin[page.page.origin] {
                entries[page.page.path] = entry
            } else if let entry = manifest[page.page.path], !entry.isStub, !origins.contains(entry.origin) {
                entries[page.page.path] = entry
            } else {
                new.append(page)
            }
        }
        let matched = Set(entries.values.map(\.path))
        gone = live.filter { !matched.contains($0.path) }
    }

    /// The texts by which guides under new names may be recognised; none where there is nothing to recognise.
    var wantedTexts: [String] { renamable.isEmpty || newGuides.isEmpty ? [] : renamable.map(\.text) }

    private var newGuides: [BuiltPage] {
        new.filter { page in
            if case .guide = page.page.origin { true } else { false }
        }
    }

    private var renamable: [WikiManifest.Entry] {
        gone.filter { entry in
            if case .guide = entry.origin { true } else { false }
        }
    }

    /// Matches new pages with gone ones whose text is much the same, the most alike first.
    mutating func matchRenamed(_ texts: [String: [UInt8]]) {
        let (pages, candidates) = (newGuides, renamable)
        guard pages.count * candidates.count <= Self.mostPairs else { return }
        let newLines = pages.map { LineCounts($0.page.bytes) }
        let oldLines = candidates.map { LineCounts($0.built ?? texts[$0.text] ?? []) }
        var pairs: [(share: Double, page: Int, entry: Int)] = []
        for (page, new) in newLines.enumerated() {
            for (entry, old) in oldLines.enumerated()
            where candidates[entry].origin.languages == pages[page].page.origin.languages {
                let share = new.share(with: old)
                if share >= Self.leastShare { pairs.append((share, page, entry)) }
            }
        }
        pairs.sort { ($1.share, $0.page, $0.entry) < ($0.share, $1.page, $1.entry) }
        var taken: Set<String> = []
        for pair in pairs {
            let (page, entry) = (pages[pair.page], candidates[pair.entry])
            guard entries[page.page.path] == nil, taken.insert(entry.path).inserted else { continue }
            entries[page.page.path] = entry
        }
        gone.removeAll { taken.contains($0.path) }
        new.removeAll { entries[$0.page.path] != nil }
    }
}

/// How often each line stands in a text.
private struct LineCounts {
    private var counts: [ArraySlice<UInt8>: Int] = [:]
    private var total = 0

    init(_ text: [UInt8]) {
        for line in text.split(separator: 0x0A) {
            counts[line, default: 0] += 1
            total += 1
        }
    }

    /// The part of the lines that both have, from 0 to 1.
    func share(with other: LineCounts) -> Double {
        guard total > 0, other.total > 0 else { return 0 }
        let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
        return Double(common) / Double(max(total, other.total))
    }
}

extension WikiPage.Origin {
    /// What a page is made from whose guide has another path now; nil where none leads there.
    func moved(by redirects: Redirects) -> WikiPage.Origin? {
        guard let id = guide.flatMap(redirects.guide(insteadOf:)) else { return nil }
        return switch self {
        case .guide(_, let languages): .guide(id: id, languages: languages)
        case .asset(_, let name): .asset(guide: id, name: name)
        default: nil
        }
    }
}
