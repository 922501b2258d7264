import Guides
import Rendering
import Sources

/// A page that people gave another name on the wiki, which is a line of its guide’s front matter.
struct RenamedPage {
    let source: WikiSource
    /// The page as the guides make it.
    let page: WikiPage
    /// Where it is by now.
    let path: String

    /// The guide’s file with the page’s new name in it; nil where no name of a guide’s page comes to that path.
    ///
    /// - Parameter changed: the file as a patch has it already, by its path.
    func file(_ changed: [String: [UInt8]]) -> (path: String, old: [UInt8], new: [UInt8])? {
        guard let guide = page.origin.guide, let language = page.origin.languages.first,
            let edition = source.files(of: guide)?.editions.first(where: { $0.language.tag == language })
        else { return nil }
        let file = edition.file
        let (old, own) = (file.bytes, changed[file.path] ?? file.own.bytes)
        for name in names {
            let made = source.page(
                in: page.origin.languages, of: guide, with: [file.path: Self.named(name, old)], hasNotices: false)
            if made?.path == path { return (file.path, own, Self.named(name, own)) }
        }
        return nil
    }

    /// What the file’s name may stand for.
    private var names: [String] {
        let file = String((path.split(separator: "/").last ?? "").dropLast(3))
        let plain = file.removingPercentEncoding ?? file
        let spaced = file.replacing("-", with: " ")
        return [spaced, plain, spaced.removingPercentEncoding ?? spaced, plain.replacing("-", with: " ")]
    }

    /// A file with a name for its page, below the title where it had none.
    private static func named(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var (line, behindTitle): (Int, Int?) = (0, nil)
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            if line > 0, bytes[line..<end].starts(with: "---".utf8) { break }
            if bytes[line..<end].starts(with: "wiki-name:".utf8) {
                FrontMatterLine.replace("wiki-name", with: Array(name.utf8), in: &bytes)
                return bytes
            }
            if behindTitle.map({ $0 == line && bytes[line..<end].first?.isSpaceOrTab == true }) ?? false
                || bytes[line..<end].starts(with: "title:".utf8)
            {
                behindTitle = min(end + 1, bytes.count)
            }
            line = end + 1
        }
        guard let place = behindTitle else { return bytes }
        let isReturned = place >= 2 && bytes[place - 2] == 0x0D
        bytes.insert(
            contentsOf: "wiki-name: \(YAMLLine.written(name, quotedBy: 0))\(isReturned ? "\r\n" : "\n")".utf8, at: place
        )
        return bytes
    }
}

extension WikiAdopting {
    /// Brings home what people did to the names of pages: those that have others by now, and those that are gone.
    func adoptNames(
        _ wiki: Wiki, _ state: WikiState, _ wanted: Set<String>, _ adoptions: inout [Adoption]
    ) throws(GitError) {
        guard let source = wiki.source else { return }
        let entries = Dictionary(
            state.manifest.entries.filter { !$0.isStub }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let gone = wiki.pages.filter { page in
            entries[page.path]?.origin == page.origin && state.tree[page.path] == nil
                && (wanted.isEmpty || wanted.contains(page.path))
        }
        if gone.isEmpty { return }
        let renamed = try state.renamedPages()
        let editors = try WikiEditors(
            of: Set(gone.flatMap { [$0.path, renamed[$0.path]?.path].compactMap(\.self) }), in: state.clone)
        for page in gone {
            let now = renamed[page.path]?.path
            let index: Int
            if let known = adoptions.firstIndex(where: { $0.path == now }) {
                index = known
            } else {
                index = adoptions.count
                adoptions.append(
                    Adoption(path: page.path, people: try editors.people(at: [page.path], lines: [])))
            }
            guard let now else {
                let isGuide = if case .guide = page.origin { true } else { false }
                adoptions[index].reasons.append(
                    "it was deleted on the wiki; `wiki --publish --overwrite` publishes it again"
                        + (isGuide ? ", or delete the guide’s file" : ""))
                continue
            }
            let name = RenamedPage(source: source, page: page, path: now)
            if let (path, old, new) = name.file(adoptions[index].files) {
                adoptions[index].patch += UnifiedDiff(from: old, to: new).bytes(path: path)
                adoptions[index].notes.append("it is \(now) on the wiki, and the patch gives it that name in \(path)")
            } else {
                adoptions[index].reasons.append(
                    "it was renamed to \(now), which no guide’s page can be called; give it another name on the wiki, or "
                        + "`wiki --publish --overwrite` it")
            }
        }
    }
}
