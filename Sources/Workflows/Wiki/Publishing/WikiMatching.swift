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
        let pairs = LineCounts.pairs(
            pages.map(\.page.bytes), candidates.map { $0.built ?? texts[$0.text] ?? [] }
        ) { pages[$0].page.origin.languages == candidates[$1].origin.languages }
        for pair in pairs { entries[pages[pair.mine].page.path] = candidates[pair.theirs] }
        let taken = Set(pairs.map { candidates[$0.theirs].path })
        gone.removeAll { taken.contains($0.path) }
        new.removeAll { entries[$0.page.path] != nil }
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
