import Guides
import Rendering

/// Decides page by page: pure, from what was published, what stands on the wiki, and what the guides make.
struct WikiPlanner: Sendable {
    private let manifest: WikiManifest
    private let tree: GitTree
    private let names: WikiNamesInUse
    private let matching: WikiMatching
    private let settings: WikiSettings
    private let prunes: Bool
    private let overwritten: Set<String>
    private let shared: Set<String>
    private let renamed: [String: GitTree.Entry]
    /// The new path of each page that moves, by its old one.
    private let moves: [String: String]
    private let targets: Set<String>
    private let targetPaths: Set<String>

    /// - Parameters:
    ///   - prunes: whether pages that no guide makes any more are removed.
    ///   - overwritten: the paths of pages whose edits are discarded.
    ///   - shared: the paths of pages with the team's own words around our part.
    ///   - renamed: the pages that people gave other names, by the paths that they were published at.
    init(
        _ manifest: WikiManifest, _ tree: GitTree, _ matching: WikiMatching, _ pages: [BuiltPage],
        settings: WikiSettings, prunes: Bool, overwritten: Set<String>, shared: Set<String> = [],
        renamed: [String: GitTree.Entry] = [:]
    ) {
        self.renamed = renamed
        self.shared = shared
        self.settings = settings
        self.manifest = manifest
        self.tree = tree
        self.matching = matching
        self.prunes = prunes
        self.overwritten = overwritten
        let names = WikiNamesInUse(tree, manifest, flavor: settings.flavor)
        self.names = names
        moves = Dictionary(
            matching.entries.filter { $0.key != $0.value.path }.map { ($0.value.path, $0.key) },
            uniquingKeysWith: { first, _ in first })
        targets = Set(pages.map { names.key($0.page.path) })
        targetPaths = Set(pages.map(\.page.path))
    }

    /// What to do about the pages that the guides make.
    ///
    /// - Parameter blocked: pages that would move, but have to stay where they are.
    func decide(_ pages: [BuiltPage], blocked: Set<String>) -> [WikiDecision] {
        pages.map { decide($0, matching.entries[$0.page.path], blocked: blocked) }
    }

    /// What to do about the pages that they do not make any more.
    func decideGone(except others: Set<String>) -> [WikiDecision] {
        let stubs = manifest.entries.filter(\.isStub)
        return (matching.gone + stubs).filter { entry in
            !others.contains(entry.path) && !targets.contains(names.key(entry.path))
        }.map { entry in
            let head = tree[entry.path]
            var decision = WikiDecision(action: .leftover, path: entry.path, entry: entry, head: head, built: nil)
            decision.isStub = entry.isStub
            if head == nil {
                decision.action = .forget
            } else if prunes, shared.contains(entry.path) {
                decision.action = .takeOut
            } else if prunes {
                let isOurs = head?.blob == entry.text || overwritten.contains(entry.path)
                decision.action = isOurs ? .remove : .editedLeftover
            }
            return decision
        }
    }

    /// An earlier place of a page that is somewhere else now.
    struct Stub {
        let path: String
        let page: WikiPage
        /// What was published at that place; nil where the page is only about to leave it.
        let entry: WikiManifest.Entry?
        /// Whether the page is written at its new place.
        let isReady: Bool
    }

    /// The earlier places of pages.
    ///
    /// - Parameter held: the paths of pages that stay as they are.
    func stubs(for decisions: [WikiDecision], held: Set<String>) -> [Stub] {
        var stubs: [Stub] = []
        for decision in decisions where !held.contains(decision.path) {
            guard let page = decision.built?.page, let from = decision.from, leavesStub(from, for: page) else {
                continue
            }
            stubs.append(Stub(path: from, page: page, entry: nil, isReady: true))
        }
        for entry in manifest.entries where !targets.contains(names.key(entry.path)) {
            let isGone = matching.gone.contains { $0.path == entry.path }
            guard entry.isStub || isGone, case .guide(let id, let languages) = entry.origin else { continue }
            let page = decisions.lazy.compactMap(\.built?.page).first { page in
                guard case .guide(id, let others) = page.origin else { return false }
                return languages.contains(where: others.contains)
            }
            guard let page = page ?? renamedTarget(of: entry, decisions) else { continue }
            stubs.append(Stub(path: entry.path, page: page, entry: entry, isReady: !held.contains(page.path)))
        }
        return stubs
    }

    /// A stub's page, where the guide's folder has another name now.
    private func renamedTarget(of entry: WikiManifest.Entry, _ decisions: [WikiDecision]) -> WikiPage? {
        guard entry.isStub else { return nil }
        return decisions.first { $0.entry?.origin == entry.origin }?.built?.page
    }

    /// Whether the way from a page's earlier place is worth a page: only readers' links lead to guides.
    private func leavesStub(_ path: String, for page: WikiPage) -> Bool {
        guard case .guide = page.origin else { return false }
        return !targets.contains(names.key(path))
    }

    /// Whether no published page takes the place that a page has moved away from.
    func vacates(_ path: String) -> Bool { !targetPaths.contains(path) }

    /// What to do about one page.
    func decide(
        _ built: BuiltPage, _ entry: WikiManifest.Entry?, blocked: Set<String>, isStub: Bool = false
    ) -> WikiDecision {
        let path = built.page.path
        var head = entry.flatMap { tree[$0.path] }
        var action: WikiDecision.Action?
        if entry?.path != path {
            if entry != nil, head == nil, let there = tree[path], manifest[path] == nil {
                // Somebody gave the page the name on the wiki that its guide gives it now.
                head = there
            } else if entry == nil, tree[path]?.isFile == true, settings.owner(of: built.page) == .between {
                // What is the team's own stays around our part.
            } else if let other = occupant(of: path, built, blocked: blocked) {
                action = overwritten.contains(path) && other == path ? .overwrite : .taken(by: other)
            }
        }
        if entry?.path == path, shared.contains(path), settings.owner(of: built.page) == .ours {
            // The team's own words were there first, or stand there by leave of the settings before.
            action = overwritten.contains(path) ? .overwrite : .shared
        }
        var decision = WikiDecision(
            action: action ?? self.action(built, entry, head, isStub: isStub), path: path, entry: entry, head: head,
            built: built)
        decision.isStub = isStub
        return decision
    }

    private func action(
        _ built: BuiltPage, _ entry: WikiManifest.Entry?, _ head: GitTree.Entry?, isStub: Bool
    ) -> WikiDecision.Action {
        guard let entry else {
            // What stands there and is in nobody's way is the very text, or the way to a page that was elsewhere.
            guard let there = tree[built.page.path] else { return .create }
            return there.blob == built.blob ? .keep : .change
        }
        let isOverwritten = overwritten.contains(built.page.path) || overwritten.contains(entry.path)
        guard let head else {
            if isOverwritten { return .overwrite }
            // Who deletes the way to a page has no more use for it.
            if isStub { return .forget }
            return renamed[entry.path].map { .renamed(to: $0.path) } ?? .deleted
        }
        if head.blob == built.blob { return .keep }
        if head.blob == entry.text { return .change }
        if isOverwritten { return .overwrite }
        return entry.text == built.blob ? .edited : .merge
    }

    /// The page that is in the way at a path where ours has not been yet.
    private func occupant(of path: String, _ built: BuiltPage, blocked: Set<String>) -> String? {
        if let there = tree[path], there.blob != built.blob {
            guard let owner = manifest[path] else { return path }
            let isLeaving = moves[path] != nil && !blocked.contains(path)
            if !isLeaving, there.blob != owner.text { return path }
            if moves[path] != nil, blocked.contains(path) { return path }
        }
        return names.foreign(inTheWayOf: path)
    }
}
