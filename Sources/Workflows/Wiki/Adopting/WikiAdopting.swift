import Guides
import Rendering
import Sources

/// Brings home what people edited on a wiki, as patches of the guides' files.
public struct WikiAdopting: Sendable {
    /// What became of one page's edit.
    public struct Adoption: Sendable {
        /// The page.
        public let path: String
        /// The patch of the guide's files, as `git apply` takes it in the project's folder; empty where there is none.
        public internal(set) var patch: [UInt8] = []
        /// The part of the edit that has no place in the guides, as a difference of the page; empty where there is none.
        public internal(set) var unplaced: [UInt8] = []
        /// Why parts of it have none, and what to do.
        public internal(set) var reasons: [String] = []
        /// What both sides made of the same lines, between marks; empty where they did not.
        public internal(set) var conflicts: [UInt8] = []
        /// What was done besides, for a person to know.
        public internal(set) var notes: [String] = []
        /// Why the edit cannot be read at all; nil where it can.
        public internal(set) var fault: String?
        /// The files that the patch makes, by path.
        var files: [String: [UInt8]] = [:]
        /// Those who edited the page by hand, the latest first.
        public let people: [WikiHandEdit]
    }

    /// The wiki's repository.
    public let remote: GitRemote
    /// The pages to look at, by path or title; all where none is named.
    public var pages: [String] = []

    /// Looks at a wiki's repository.
    public init(from remote: GitRemote) { self.remote = remote }

    /// What people edited, page by page. Nothing is changed, here or there.
    public func adopt(_ wiki: Wiki) -> Outcome<[Adoption]> {
        remote.outcome { () throws(WikiFailure) in
            let state = try WikiState(of: remote)
            let wanted = try state.paths(named: pages, in: wiki)
            do throws(GitError) { return try adopt(wiki, state, wanted) } catch { throw WikiFailure(error) }
        }
    }

    private func adopt(_ wiki: Wiki, _ state: WikiState, _ wanted: Set<String>) throws(GitError) -> [Adoption] {
        let edits = try edits(wiki, state, wanted)
        let texts = try state.clone.contents(of: edits.flatMap { [$0.entry.text, $0.blob] })
        let paths = Set(edits.map(\.entry.path))
        let editors = try WikiEditors(of: paths.union(paths.flatMap(state.manifest.earlierPaths)), in: state.clone)
        var adoptions: [Adoption] = []
        for edit in edits {
            guard let text = texts[edit.blob] else { continue }
            guard let base = edit.entry.built ?? texts[edit.entry.text] ?? edit.page?.bytes else { continue }
            let lines = WikiText.newLines(in: WikiText.difference(base, text, path: edit.entry.path))
            let people = try editors.people(
                at: [edit.entry.path] + state.manifest.earlierPaths(of: edit.entry.path), lines: lines)
            if let adoption = try adopt(edit, text, base: base, wiki, state, people) { adoptions.append(adoption) }
        }
        try adoptNames(wiki, state, wanted, &adoptions)
        return adoptions
    }

    /// A page that is not what was published.
    private struct Edit {
        /// What the guides make in its place; nil where that is nothing, as after a change of layout.
        let page: WikiPage?
        let entry: WikiManifest.Entry
        let blob: String
    }

    private func edits(_ wiki: Wiki, _ state: WikiState, _ wanted: Set<String>) throws(GitError) -> [Edit] {
        let pages = try state.pages(of: wiki)
        let blobs = try state.clone.store(pages.map(\.bytes))
        let built = zip(pages, blobs).map { BuiltPage(page: $0, blob: $1) }
        var matching = WikiMatching(state.manifest, built, redirects: wiki.redirects)
        matching.matchRenamed(try state.clone.contents(of: matching.wantedTexts))
        let renamed = try state.renamedPages()
        var edits: [Edit] = []
        func add(_ entry: WikiManifest.Entry, _ page: BuiltPage?) {
            guard let head = state.tree[entry.path] ?? renamed[entry.path], head.isFile, head.blob != entry.text,
                head.blob != page?.blob,
                wanted.isEmpty || wanted.contains(entry.path) || page.map({ wanted.contains($0.page.path) }) == true
            else { return }
            var entry = entry
            entry.path = head.path
            edits.append(Edit(page: page?.page, entry: entry, blob: head.blob))
        }
        for page in built { matching.entries[page.page.path].map { add($0, page) } }
        for entry in matching.gone where entry.origin.guide.map({ wiki.source?.files(of: $0) != nil }) == true {
            add(entry, nil)
        }
        return edits
    }

    private func adopt(
        _ edit: Edit, _ text: [UInt8], base: [UInt8], _ wiki: Wiki, _ state: WikiState, _ people: [WikiHandEdit]
    ) throws(GitError) -> Adoption? {
        var adoption = Adoption(path: edit.entry.path, people: people)
        if case .asset(let guide, let name) = edit.page?.origin ?? edit.entry.origin {
            let path = LoadedProject.path(guide, name)
            if let today = edit.page?.bytes, today != base {
                adoption.reasons = ["\(path) has been replaced in the guide too; put the one there that is to stay"]
                adoption.unplaced = Array("Binary files a/\(path) and b/\(edit.entry.path) differ\n".utf8)
            } else {
                adoption.patch = try state.clone.binaryPatch(of: path, from: base, to: text)
            }
            return adoption
        }
        // A patch of what is no text would be another one than the edit.
        adoption.fault = WikiText.fault(in: text)
        if adoption.fault != nil { return adoption }
        let published = PublishedPage(wiki, edit.entry, base, state.clone)
        guard let merge = try published.merge(text, edit.page, guide: edit.page?.origin.guide) else {
            return try adoptList(edit, text, base: base, state.clone, &adoption) ? adoption : nil
        }
        let outcome = merge.outcome(files: state.foreignFiles)
        if !outcome.isEdit || outcome.isHome || outcome.isWikisOwn { return nil }
        for (path, old, new) in merge.patches(with: outcome.changes.filter { $0.hold == nil }) {
            adoption.patch += UnifiedDiff(from: old, to: new).bytes(path: path)
            adoption.files[path] = new
        }
        adoption.patch += try uploads(outcome, to: merge.guide, state)
        for change in outcome.held {
            guard let hold = change.hold else { continue }
            let sentence = hold.sentence(merge.source)
            if !adoption.reasons.contains(sentence) { adoption.reasons.append(sentence) }
        }
        if outcome.changes.contains(where: { $0.writesOutError && $0.hold == nil && !$0.edits.isEmpty }) {
            adoption.notes.append(
                "what `{{error}}` printed is written out, with placeholders, for it was changed there")
        }
        let values = ValuePatch(source: merge.source).patch(of: outcome.held)
        if !values.isEmpty, !adoption.patch.starts(with: values) {
            adoption.patch += values
            adoption.notes.append("the patch of vademecum.yaml gives the value that was typed, wherever it is shown")
        }
        let rest = merge.origin.page.applying(outcome.held.map { ($0.page, $0.text) })
        adoption.unplaced = WikiText.difference(merge.origin.page, rest, path: edit.entry.path)
        adoption.conflicts = outcome.conflicts.flatMap(\.marked)
        return adoption
    }

    /// The files on the wiki that the page shows by now, as files of the guide's folder.
    private func uploads(
        _ outcome: PageMerge.Outcome, to guide: String, _ state: WikiState
    ) throws(GitError) -> [UInt8] {
        let placed = outcome.changes.filter { $0.hold == nil && !$0.edits.isEmpty }.flatMap(\.uploads)
        var paths: [String: String] = [:]
        for upload in placed { paths[upload.name] = upload.path }
        var patch: [UInt8] = []
        for (name, path) in paths.sorted(by: { $0.key.precedesByBytes($1.key) }) {
            guard let blob = state.tree[path]?.blob, let bytes = try state.clone.contents(of: [blob])[blob] else {
                continue
            }
            patch += try state.clone.binaryPatch(of: LoadedProject.path(guide, name), from: nil, to: bytes)
        }
        return patch
    }

    /// A list of guides has no file of its own; false where nobody has edited it.
    private func adoptList(
        _ edit: Edit, _ text: [UInt8], base: [UInt8], _ clone: GitClone, _ adoption: inout Adoption
    ) throws(GitError) -> Bool {
        let reading = PageReading(labels: HeadingLabels([]))
        if reading.isSame(text.asPage, base) || edit.page.map({ reading.isSame(text.asPage, $0.bytes) }) == true {
            return false
        }
        if let page = edit.page {
            let merge = try clone.merge(text.asPage, base: base, page.bytes)
            if merge.isClean, merge.text == page.bytes { return false }
        }
        adoption.unplaced = WikiText.difference(base, text, path: edit.entry.path)
        return true
    }
}
