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
        /// Why the edit cannot be read at all; nil where it can.
        public internal(set) var fault: String?
        /// Whoever touched the page last by hand.
        public let person: WikiHandEdit?
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
        let blobs = try state.clone.store(wiki.pages.map(\.bytes))
        let built = zip(wiki.pages, blobs).map { BuiltPage(page: $0, blob: $1) }
        let matching = WikiMatching(state.manifest, built)
        var edits: [Edit] = []
        for page in built {
            guard let entry = matching.entries[page.page.path],
                wanted.isEmpty || wanted.contains(page.page.path) || wanted.contains(entry.path),
                let head = state.tree[entry.path], head.isFile, head.blob != entry.text, head.blob != page.blob
            else { continue }
            edits.append(Edit(page: page.page, entry: entry, blob: head.blob))
        }
        let texts = try state.clone.contents(of: edits.flatMap { [$0.entry.text, $0.blob] })
        let people = try state.clone.handEdits(of: Set(edits.map(\.entry.path)))
        var adoptions: [Adoption] = []
        for edit in edits {
            guard let text = texts[edit.blob] else { continue }
            let base = edit.entry.built ?? texts[edit.entry.text] ?? edit.page.bytes
            let person = people[edit.entry.path]
            if let adoption = try adopt(edit, text, base: base, wiki, state.clone, person) {
                adoptions.append(adoption)
            }
        }
        return adoptions
    }

    /// A page that is not what was published.
    private struct Edit {
        let page: WikiPage
        let entry: WikiManifest.Entry
        let blob: String
    }

    private func adopt(
        _ edit: Edit, _ text: [UInt8], base: [UInt8], _ wiki: Wiki, _ clone: GitClone, _ person: WikiHandEdit?
    ) throws(GitError) -> Adoption? {
        var adoption = Adoption(path: edit.entry.path, person: person)
        let page = edit.page
        // A patch of what is no text would be another one than the edit.
        adoption.fault = WikiText.fault(in: text)
        if adoption.fault != nil { return adoption }
        if WikiText.readsTheSame(text, page.bytes) { return nil }
        // What the guides say by now may be another thing than what was edited.
        let merge = try clone.merge(text, base: base, page.bytes)
        if merge.isClean, merge.text == page.bytes { return nil }
        guard merge.isClean, case .guide(let guide, _) = page.origin, let source = wiki.source,
            let files = source.files(of: guide),
            let bounded = source.page(page.path, of: guide, with: [:], isBounded: true)
        else {
            adoption.unplaced = WikiText.difference(base, text, path: edit.entry.path)
            return adoption
        }
        let editor = SourceEditor(
            source, files, built: SourceFile.lines(of: page.bytes), bounded: SourceFile.lines(of: bounded),
            edited: SourceFile.lines(of: merge.text))
        let placing = PagePlacing(editor, source, page, guide: guide, edited: merge.text, clone)
        let (placed, texts) = try placing.place()
        for edition in files.editions {
            guard let new = texts[edition.file.path] else { continue }
            let difference = UnifiedDiff(from: edition.file.bytes, to: new).bytes(path: edition.file.path)
            // The guides are for everybody to read: what is private does not come home, and a person has to see to it.
            if wiki.gate.holdsSecret(new), !wiki.gate.holdsSecret(edition.file.bytes) {
                adoption.unplaced += difference
            } else {
                adoption.patch += difference
            }
        }
        if placed.count < editor.hunks.count {
            let rest = placing.page(with: placed)
            adoption.unplaced += WikiText.difference(rest, merge.text, path: edit.entry.path)
        }
        return adoption
    }
}

/// Tries out which edits of a page come out of the guides again when they are put into its files.
struct PagePlacing {
    private let editor: SourceEditor
    private let source: WikiSource
    private let page: WikiPage
    private let guide: String
    private let edited: [UInt8]
    private let clone: GitClone

    init(
        _ editor: SourceEditor, _ source: WikiSource, _ page: WikiPage, guide: String, edited: [UInt8],
        _ clone: GitClone
    ) {
        self.editor = editor
        self.source = source
        self.page = page
        self.guide = guide
        self.edited = edited
        self.clone = clone
    }

    /// The bytes of pages that are made to find out which edits have a place: a small page is tried often, a large one a few
    /// times.
    private static let mostBytes = 16 << 20
    private static let leastTries = 16

    /// The hunks that have a place, and the files with them. All at once is tried first, for one may need another; then
    /// each half of what has none together.
    func place() throws(GitError) -> (placed: [PageHunk], texts: [String: [UInt8]]) {
        let candidates = editor.hunks.compactMap { hunk in editor.changes(for: hunk).map { (hunk, $0) } }
        let all = editor.texts(with: candidates.map(\.1))
        if try isMade(candidates.map(\.0), by: all) { return (candidates.map(\.0), all) }
        var placed: [(PageHunk, [Int: SourceChange])] = []
        var open = Self.halves(of: candidates[...])
        var tries = max(Self.leastTries, Self.mostBytes / max(1, edited.count))
        while tries > 0, let group = open.popLast() {
            tries -= 1
            let tried = placed + group
            if try isMade(tried.map(\.0), by: editor.texts(with: tried.map(\.1))) {
                placed = tried
            } else {
                open += Self.halves(of: group)
            }
        }
        return (placed.map(\.0), editor.texts(with: placed.map(\.1)))
    }

    /// The two halves, the first of them last; nothing where there is only one edit.
    private static func halves<Candidate>(of group: ArraySlice<Candidate>) -> [ArraySlice<Candidate>] {
        guard group.count > 1 else { return [] }
        let middle = group.startIndex + group.count / 2
        return [group[middle...], group[..<middle]]
    }

    /// The page with some of the edits.
    func page(with hunks: [PageHunk]) -> [UInt8] {
        PageHunk.apply(hunks, to: SourceFile.lines(of: page.bytes), from: SourceFile.lines(of: edited))
    }

    /// Whether publishing the files would find the edits in what they make, and be done with them.
    private func isMade(_ hunks: [PageHunk], by texts: [String: [UInt8]]) throws(GitError) -> Bool {
        if hunks.isEmpty { return true }
        guard let made = source.page(page.path, of: guide, with: texts) else { return false }
        let meant = page(with: hunks)
        if WikiText.readsTheSame(made, meant) { return true }
        let merge = try clone.merge(meant, base: page.bytes, made)
        return merge.isClean && WikiText.readsTheSame(merge.text, made)
    }
}
