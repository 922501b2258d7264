import Sources

/// The addresses that the pages of a documentation have had on its site, from the root of it.
package struct OldAddresses {
    private let dialect: PageDialect
    private let known: Set<String>
    private let main: String

    /// - Parameters:
    ///   - known: the languages that names of files may stand for.
    ///   - main: the language of what names none.
    package init(_ dialect: PageDialect, known: Set<String>, main: String) {
        self.dialect = dialect
        self.known = known
        self.main = main
    }

    /// The addresses of a page: those that its head gives it, or the one that its program made of the file's path. None where
    /// the texts were read on a code host.
    ///
    /// - Parameters:
    ///   - path: the file, from the folder of the documentation.
    ///   - language: that of the text.
    package func addresses(of path: String, in language: String, head: [(key: String, node: YAMLNode)]) -> [String] {
        if dialect == .github { return [] }
        let given = head.first { ["permalink", "url"].contains($0.key) }?.node.text.flatMap(Self.address)
        var others: [String] = []
        for (key, node) in head where ["aliases", "redirect_from", "redirects"].contains(key) {
            switch node.content {
            case .scalar(let text): others.append(text)
            case .sequence(let items): others += items.compactMap(\.text)
            case .mapping: break
            }
        }
        let slug = head.first { $0.key == "slug" }?.node.text.flatMap(Self.address)
        let made = given.map { [$0] } ?? slug.flatMap { slugged($0, head, path, language) } ?? made(of: path, language)
        return made + others.compactMap(Self.address)
    }

    /// What a head gives as an address, from the root; nil where it is a pattern, or an address on another host.
    private static func address(_ text: String) -> String? {
        guard !text.isEmpty, !text.contains(":"), !text.contains("?"), !text.contains("#"), !text.contains("..") else {
            return nil
        }
        return text.hasPrefix("/") ? text : "/\(text)"
    }

    /// The address by a head's `slug`: from the root in Starlight, from the root of the texts or in place of the file's name in
    /// Docusaurus; nil where a program has another use for it.
    private func slugged(
        _ slug: String, _ head: [(key: String, node: YAMLNode)], _ path: String, _ language: String
    ) -> [String]? {
        switch dialect {
        case .starlight: return [slug]
        case .docusaurus:
            let start = (language == main ? "" : "/\(language)") + "/docs"
            let isFromRoot = head.contains { $0.key == "slug" && $0.node.text?.hasPrefix("/") == true }
            let folder = isFromRoot ? [] : PageIndex.parts(of: path, known, dialect).key.dropLast()
            return [start + folder.map { "/\($0)" }.joined() + slug]
        default: return nil
        }
    }

    /// Where Jekyll puts a post, `_posts/2024-02-29-name.md`: by its categories and its date; nil for other pages.
    private static func post(_ parts: [String]) -> String? {
        guard let folder = parts.firstIndex(of: "_posts"), let name = parts.last else { return nil }
        let words = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard words.count == 4, words[..<3].map(\.count) == [4, 2, 2],
            words[..<3].joined().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return (parts[..<folder] + words.map(String.init)).joined(separator: "/")
    }

    private func made(of path: String, _ language: String) -> [String] {
        let (_, named, key) = PageIndex.parts(of: path, known, dialect)
        var parts = key
        let isIndex = parts.last.map { ["index", "readme", "_index"].contains($0.lowercased()) } ?? true
        if isIndex, !parts.isEmpty { parts.removeLast() }
        if dialect == .hugo { parts = parts.map { $0.lowercased() } }
        let isFolder = path.split(separator: "/").dropLast().contains { PageIndex.language(String($0), known) != nil }
        let folder = isFolder ? path.split(separator: "/").first { PageIndex.language(String($0), known) != nil } : nil
        var starts: [String] = []
        switch dialect {
        // The language of the originals stands at the root, or does not: a site says so elsewhere.
        case .hugo, .mkdocs:
            starts = language == main ? (named == nil ? [""] : ["", "\(language)/"]) : ["\(language)/"]
        case .docusaurus: starts = [(language == main ? "" : "\(language)/") + "docs/"]
        default: starts = [folder.map { "\($0)/" } ?? (named == nil || language == main ? "" : "\(language)/")]
        }
        if dialect == .jekyll, let post = Self.post(parts) {
            return starts.flatMap { ["/\($0)\(post)/", "/\($0)\(post).html"] }
        }
        let hasEnding = dialect == .vitepress || dialect == .jekyll
        return starts.map { start in
            let name = parts.joined(separator: "/")
            return "/\(start)\(name)" + (parts.isEmpty ? "" : hasEnding && !isIndex ? ".html" : "/")
        }
    }
}
