import Guides
import Rendering

/// What becomes of a page.
extension WikiPlanMaker {
    /// A decision, and the text that it comes to; nil where the page stays as it is.
    struct Result {
        let decision: WikiDecision
        var bytes: [UInt8]?
        var finding: WikiPlan.Finding.Reason?
        var discardsEdit = false
        /// The page that counts as published, where that is not what the guides make.
        var base: WikiPage?
        /// Whether the page reads as it was published, however it is written.
        var isSame = false
    }

    func result(of decision: WikiDecision) throws(GitError) -> Result {
        let built = decision.built?.page.bytes
        switch decision.action {
        case .create, .change, .keep: return Result(decision: decision, bytes: built)
        case .overwrite: return Result(decision: decision, bytes: built, discardsEdit: true)
        case .edited:
            // A link on the wiki can stay where it is, but it has no text that could move.
            if decision.from != nil, decision.head?.isFile == false {
                return Result(decision: decision, finding: .conflict([]))
            }
            return try merged(decision)
        case .merge: return try merged(decision)
        case .deleted: return Result(decision: decision, finding: .deleted)
        case .renamed(let path): return Result(decision: decision, finding: .renamed(to: path))
        case .taken(let path): return Result(decision: decision, finding: .taken(by: path))
        case .shared: return Result(decision: decision, finding: .shared)
        case .editedLeftover: return Result(decision: decision, finding: .editedLeftover)
        case .remove, .takeOut, .leftover, .forget: return Result(decision: decision)
        }
    }

    /// What becomes of a page that somebody edited.
    func merged(_ decision: WikiDecision) throws(GitError) -> Result {
        guard let built = decision.built?.page, let edited = text(of: decision.head), decision.head?.isFile == true,
            WikiText.fault(in: edited) == nil, let base = base(of: decision), let entry = decision.entry
        else { return Result(decision: decision, finding: unread(decision)) }
        let today = decision.isStub ? nil : built
        guard
            let merge = try PublishedPage(wiki, entry, base, clone).merge(edited, today, guide: built.origin.guide)
        else { return try mergedByLines(decision, edited, base: base, built) }
        let outcome = merge.outcome(files: state.foreignFiles)
        if !outcome.isEdit {
            let isCurrent = entry.text == decision.built?.blob && decision.from == nil
            return Result(decision: decision, bytes: isCurrent ? edited : built.bytes, isSame: isCurrent)
        }
        // What somebody wrote has come back by way of the guides, if with other spaces or signs for a list.
        if outcome.isHome { return Result(decision: decision, bytes: built.bytes, discardsEdit: edited != built.bytes) }
        if outcome.isWikisOwn, !decision.isStub { return kept(outcome, decision, edited) }
        let conflicts = outcome.conflicts.flatMap(\.marked)
        if decision.isStub { return Result(decision: decision, finding: .edited) }
        if decision.action == .edited {
            return Result(
                decision: decision, bytes: edited, finding: conflicts.isEmpty ? .edited : .conflict(conflicts))
        }
        guard let page = outcome.page else { return Result(decision: decision, finding: .conflict(conflicts)) }
        let isWritten = !PageReading(labels: HeadingLabels(wiki.languages)).isSame(page, edited.asPage)
        return Result(
            decision: decision, bytes: isWritten ? page : edited,
            finding: conflicts.isEmpty ? .merged : .conflict(conflicts), base: outcome.base)
    }

    /// What becomes of a page with something on it that is the wiki’s own: it is there in the new text too, and nothing is said.
    private func kept(_ outcome: PageMerge.Outcome, _ decision: WikiDecision, _ edited: [UInt8]) -> Result {
        guard decision.action != .edited, let page = outcome.page else {
            return Result(decision: decision, bytes: edited, isSame: decision.from == nil)
        }
        return Result(decision: decision, bytes: page, base: outcome.base)
    }

    /// What is said of a page that is no text, or whose text as published nobody has.
    func unread(_ decision: WikiDecision) -> WikiPlan.Finding.Reason {
        decision.action == .edited && decision.head?.isFile == true ? .edited : .conflict([])
    }

    /// A list of guides has no source: it is merged as it is.
    func mergedByLines(
        _ decision: WikiDecision, _ edited: [UInt8], base: [UInt8], _ built: WikiPage
    ) throws(GitError) -> Result {
        let reading = PageReading(labels: HeadingLabels(wiki.languages))
        if decision.action == .edited {
            let isSame = decision.from == nil && reading.isSame(edited.asPage, built.bytes)
            return Result(decision: decision, bytes: edited, finding: isSame ? nil : .edited, isSame: isSame)
        }
        if reading.isSame(edited.asPage, built.bytes) {
            return Result(decision: decision, bytes: built.bytes, discardsEdit: edited != built.bytes)
        }
        // What somebody wrote above and below a list that was ours alone stands around it now.
        if wiki.settings.owner(of: built) == .between, SharedList.isAround(edited, base) {
            return Result(decision: decision, bytes: built.bytes)
        }
        let merge = try clone.merge(edited.asPage, base: base, built.bytes)
        guard merge.isClean else { return Result(decision: decision, finding: .conflict(merge.text)) }
        return Result(decision: decision, bytes: merge.text, finding: merge.text == built.bytes ? nil : .merged)
    }

    // MARK: Texts

    mutating func fetchTexts(for decisions: [WikiDecision]) throws(GitError) {
        let wanted = decisions.flatMap { decision -> [String?] in
            switch decision.action {
            case .keep, .create, .deleted, .renamed, .leftover, .forget:
                decision.from == nil ? [] : [decision.head?.blob]
            default: [decision.head?.blob, decision.entry?.text, tree[decision.path]?.blob]
            }
        }
        let missing = wanted.compactMap(\.self).filter { texts[$0] == nil }
        texts.merge(try clone.contents(of: missing)) { $1 }
    }

    func text(of entry: GitTree.Entry?) -> [UInt8]? { entry.flatMap { texts[$0.blob] } }

    /// What was published: from the wiki’s history, or where it never was there, from the manifest.
    func base(of decision: WikiDecision) -> [UInt8]? {
        guard let entry = decision.entry else { return nil }
        if let built = entry.built { return built }
        return texts[entry.text] ?? (decision.built?.blob == entry.text ? decision.built?.page.bytes : nil)
    }
}
