import Guides
import Rendering

/// Turns decisions into a plan: fetches the texts, merges, and words what is shown.
struct WikiPlanMaker {
    let clone: GitClone
    let wiki: Wiki
    let state: WikiState
    private let prunes: Bool
    private let overwritten: Set<String>
    var texts: [String: [UInt8]] = [:]
    private var entries: [WikiManifest.Entry] = []
    private var plan: WikiPlan
    /// The paths whose last author is asked for.
    private var questions: Set<String> = []

    var tree: GitTree { state.tree }
    private var manifest: WikiManifest { state.manifest }

    /// - Parameters:
    ///   - prunes: whether pages that no guide makes any more are removed.
    ///   - overwritten: the paths of pages whose edits are discarded.
    init(_ state: WikiState, _ wiki: Wiki, prunes: Bool, overwritten: Set<String>) {
        self.state = state
        self.wiki = wiki
        self.prunes = prunes
        self.overwritten = overwritten
        clone = state.clone
        plan = WikiPlan(remote: clone.remote.shown, branch: clone.branch)
    }

    /// The whole plan.
    mutating func make() throws(GitError) -> WikiPlan {
        let made = try state.pages(of: wiki)
        let blobs = try clone.store(made.map(\.bytes))
        let pages = zip(made, blobs).map { BuiltPage(page: $0, blob: $1) }
        var matching = WikiMatching(manifest, pages, redirects: wiki.redirects)
        matching.matchRenamed(try clone.contents(of: matching.wantedTexts))
        let planner = WikiPlanner(
            manifest, tree, matching, pages, settings: wiki.settings, prunes: prunes, overwritten: overwritten,
            shared: try state.sharedPaths(), renamed: try state.renamedPages())
        try decide(pages, planner)
        try nameAuthors()
        finish()
        return plan
    }

    // MARK: Deciding

    private mutating func decide(_ pages: [BuiltPage], _ planner: WikiPlanner) throws(GitError) {
        var blocked: Set<String> = []
        var results: [Result] = []
        // A page that has to stay where it is may be in the way of another.
        while true {
            let decisions = planner.decide(pages, blocked: blocked)
            try fetchTexts(for: decisions)
            results = []
            for decision in decisions { results.append(try result(of: decision)) }
            let staying = results.filter { $0.bytes == nil }.compactMap(\.decision.entry?.path)
            let moving = Set(results.filter { $0.bytes == nil && $0.decision.from != nil }.compactMap(\.decision.from))
            let added = moving.union(staying.filter { tree[$0] != nil }).subtracting(blocked)
            if added.isEmpty { break }
            blocked.formUnion(added)
        }
        for result in results { try add(result, planner) }
        let held = Set(results.filter { $0.bytes == nil }.map(\.decision.path))
        let stubs = planner.stubs(for: results.map(\.decision), held: held)
        let stubbed = try addStubs(stubs, planner, blocked)
        let gone = planner.decideGone(except: stubbed)
        try fetchTexts(for: gone)
        gone.forEach { addGone($0) }
    }

    // MARK: Adding to the plan

    private mutating func add(_ result: Result, _ planner: WikiPlanner) throws(GitError) {
        let decision = result.decision
        guard let built = decision.built else { return }
        if let reason = result.finding { addFinding(reason, decision, isPublished: reason == .merged) }
        guard let bytes = result.bytes else {
            if let entry = decision.entry { entries.append(entry) }
            return
        }
        if decision.action == .edited || result.isSame, decision.from == nil, var entry = decision.entry {
            // Nothing is published, so what was published stays what it was.
            entry.origin = built.page.origin
            entry.made = entry.made ?? (entry.text == built.blob ? built.page.trace?.record : nil)
            entries.append(entry)
            if result.isSame { plan.unchanged += 1 }
            return
        }
        entries.append(try entry(of: result, built, writing: bytes))
        if let from = decision.from, planner.vacates(from) { plan.writes.append((from, nil)) }
        let there = tree[decision.path]
        guard decision.from != nil || there?.blob != built.blob || bytes != built.page.bytes else {
            plan.unchanged += 1
            return
        }
        // A merge can come to what stands there already.
        if decision.from == nil, let there, texts[there.blob] == bytes { return }
        plan.writes.append((decision.path, bytes))
        var change = WikiPlan.Change(
            kind: kind(of: result), path: decision.path, from: decision.from, origin: built.page.origin,
            old: text(of: decision.head ?? there) ?? [], new: bytes)
        change.discardsEdit = result.discardsEdit
        plan.changes.append(change)
    }

    /// What is noted as published.
    private func entry(
        of result: Result, _ built: BuiltPage, writing bytes: [UInt8]
    ) throws(GitError) -> WikiManifest.Entry {
        let base = result.base ?? built.page
        let text = base.bytes == built.page.bytes ? built.blob : try clone.store([base.bytes]).first ?? built.blob
        var entry = WikiManifest.Entry(
            path: result.decision.path, origin: built.page.origin, isStub: result.decision.isStub, text: text)
        if bytes != base.bytes { entry.built = base.bytes }
        // The same page can be made from another source: what was noted with it is as good.
        let known = result.decision.entry.flatMap { $0.text == text ? $0.made : nil }
        entry.made = result.decision.isStub ? nil : known ?? base.trace?.record
        return entry
    }

    private func kind(of result: Result) -> WikiPlan.Change.Kind {
        if result.decision.isStub { return .stub }
        if result.decision.from != nil { return .move }
        switch result.decision.action {
        case .create: return .create
        case .overwrite: return .overwrite
        case .merge: return result.finding == nil ? .change : .merge
        default: return .change
        }
    }

    private mutating func addFinding(
        _ reason: WikiPlan.Finding.Reason, _ decision: WikiDecision, isPublished: Bool = false
    ) {
        guard let origin = decision.built?.page.origin ?? decision.entry?.origin else { return }
        var difference: [UInt8] = []
        var path = decision.head?.path ?? decision.entry?.path ?? decision.path
        switch reason {
        case .deleted, .renamed, .shared: break
        case .taken(let other):
            path = decision.path
            questions.insert(other)
        default:
            if let edited = text(of: decision.head) {
                difference = WikiText.difference(base(of: decision) ?? [], edited, path: path)
            }
        }
        questions.insert(path)
        plan.findings.append(
            WikiPlan.Finding(
                reason: reason, path: path, origin: origin, difference: difference, isPublished: isPublished,
                lines: WikiText.newLines(in: difference)))
    }

    /// Puts the way to the new place where pages have moved away from.
    private mutating func addStubs(
        _ stubs: [WikiPlanner.Stub], _ planner: WikiPlanner, _ blocked: Set<String>
    ) throws(GitError) -> Set<String> {
        // As long as the page cannot get there, what leads to it or stands for it stays.
        entries += stubs.filter { !$0.isReady }.compactMap(\.entry)
        let flavor = wiki.settings.flavor
        let pages = stubs.filter(\.isReady).map { stub in
            (page: stub.page.stub(at: stub.path, flavor: flavor, languages: wiki.languages), entry: stub.entry)
        }
        let blobs = try clone.store(pages.map(\.page.bytes))
        let decisions = zip(pages, blobs).map { stub, blob in
            let built = BuiltPage(page: stub.page, blob: blob)
            guard let entry = stub.entry else {
                // What stood there has moved, edits and all.
                var decision = WikiDecision(
                    action: .change, path: stub.page.path, entry: nil, head: tree[stub.page.path], built: built)
                decision.isStub = true
                return decision
            }
            return planner.decide(built, entry, blocked: blocked, isStub: true)
        }
        try fetchTexts(for: decisions)
        plan.writes.removeAll { write in write.bytes == nil && decisions.contains { $0.path == write.path } }
        for decision in decisions where decision.action != .forget { try add(result(of: decision), planner) }
        return Set(stubs.map(\.path))
    }

    private mutating func addGone(_ decision: WikiDecision) {
        guard let entry = decision.entry else { return }
        switch decision.action {
        case .remove:
            plan.writes.append((decision.path, nil))
            var change = WikiPlan.Change(
                kind: .remove, path: decision.path, from: nil, origin: entry.origin,
                old: text(of: decision.head) ?? [], new: nil)
            change.discardsEdit = decision.head?.blob != entry.text
            plan.changes.append(change)
        case .takeOut:
            guard let text = text(of: decision.head), let rest = SharedList.without(text) else { return }
            plan.writes.append((decision.path, rest))
            plan.changes.append(
                WikiPlan.Change(
                    kind: .change, path: decision.path, from: nil, origin: entry.origin, old: text, new: rest))
        case .leftover:
            plan.leftovers.append(decision.path)
            entries.append(entry)
        case .editedLeftover:
            addFinding(.editedLeftover, decision)
            entries.append(entry)
        default: break
        }
    }

    // MARK: The end

    private mutating func nameAuthors() throws(GitError) {
        let editors = try WikiEditors(of: questions.union(questions.flatMap(manifest.earlierPaths)), in: clone)
        for index in plan.findings.indices {
            let finding = plan.findings[index]
            // Who edited a page at its earlier place has edited the page.
            let path = if case .taken(let other) = finding.reason { other } else { finding.path }
            plan.findings[index].people = try editors.people(
                at: [path] + manifest.earlierPaths(of: path), lines: finding.lines)
        }
    }

    private mutating func finish() {
        plan.changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        plan.findings.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let bytes = WikiManifest(entries: entries).bytes
        if bytes != state.manifestBytes, !entries.isEmpty || state.manifestBytes != nil {
            plan.writes.append((WikiManifest.path, bytes))
        }
    }
}
