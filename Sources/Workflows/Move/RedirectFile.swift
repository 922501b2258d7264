import Foundation
import Guides
import Sources

/// Changes a list of redirects, in its own file or in the configuration.
struct RedirectFile {
    private(set) var edits: YAMLEdits
    private let pairs: [YAMLNode.Pair]

    /// What a new file begins with.
    private static let head = """
        # Addresses that are no more, and where they lead: a guide’s path below content/, `#` and an anchor of it, or an address
        # from the site’s root that begins with a slash. `vademecum move` and `vademecum import` add to it.

        """

    /// The file of redirects; one that is not there yet begins with what it is for.
    init?(_ file: SourceFile?) {
        let file = file ?? SourceFile(path: Redirects.fileName, text: Self.head)
        var ignored: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &ignored) else { return nil }
        self.init(node)
    }

    /// A mapping of redirects in any file; nil where it is none.
    init?(_ node: YAMLNode) {
        edits = YAMLEdits(node.file)
        switch node.content {
        case .mapping(let pairs): self.pairs = pairs
        case .scalar(""): pairs = []
        default: return nil
        }
    }

    /// Adds redirects, each in its place where the lines are sorted, so that branches seldom meet on a line.
    ///
    /// - Returns: false where the file has them in braces, to which no line can be added.
    mutating func add(_ redirects: [(from: String, to: String)]) -> Bool {
        guard pairs.allSatisfy({ $0.key.column == 1 }) else { return redirects.isEmpty }
        let known = Set(pairs.compactMap { $0.key.text.map { ExactText($0) } })
        for (from, to) in redirects.sorted(by: { $0.from.precedesByBytes($1.from) })
        where !known.contains(ExactText(from)) {
            let next = pairs.first { from.precedesByBytes($0.key.text ?? "") }
            edits.insert("\(YAMLEdits.scalar(from)): \(YAMLEdits.scalar(to))", beforeLine: next?.key.line)
        }
        return true
    }

    /// Lets redirects follow guides that have moved: what led to them leads to their new places, and an address at which a guide
    /// stands now leads nowhere else.
    mutating func follow(_ move: GuideMove, _ moved: [String], languages: [String]) {
        let new = Set(moved.map { ExactText(move.id(of: $0)) })
        for (index, pair) in pairs.enumerated() {
            guard let from = pair.key.text, let to = pair.value.text else { continue }
            let isAnchor = from.utf8.contains(UInt8(ascii: "#"))
            if !isAnchor, new.contains(ExactText(from.hasSuffix("/") ? String(from.dropLast()) : from)) {
                edits.remove(pair, before: index + 1 < pairs.count ? pairs[index + 1] : nil)
                continue
            }
            // An anchor of a page goes with the page.
            if isAnchor { edits.replace(pair.key, with: Self.moved(from, move, moved, languages)) }
            edits.replace(pair.value, with: Self.moved(to, move, moved, languages))
        }
    }

    private static func moved(_ end: String, _ move: GuideMove, _ moved: [String], _ languages: [String]) -> String {
        let cut = end.firstIndex(of: "#") ?? end.endIndex
        let (page, anchor) = (String(end[..<cut]), end[cut...])
        if page.hasPrefix("/") {
            // The address of a page in one language.
            for language in languages where page.hasPrefix("/\(language)/") {
                let path = page.dropFirst(language.utf8.count + 2)
                var id = path.hasSuffix("/index.html") ? String(path.dropLast(11)) : String(path)
                if id.hasSuffix("/") { id.removeLast() }
                let decoded = id.removingPercentEncoding ?? id
                if moved.contains(where: { $0.hasSameBytes(as: decoded) }) {
                    return "/\(language)/\(move.id(of: decoded))\(path.dropFirst(id.count))\(anchor)"
                }
            }
            return end
        }
        let hasSlash = page.hasSuffix("/")
        let id = hasSlash ? String(page.dropLast()) : page
        guard moved.contains(where: { $0.hasSameBytes(as: id) }) else { return end }
        return move.id(of: id) + (hasSlash ? "/" : "") + anchor
    }
}
