import Sources
import Values

/// The pages of a folder: which files are one page in several languages, and what each page is called here.
package struct PageIndex: Sendable {
    /// One page.
    package struct Page: Sendable {
        /// Its ID here.
        package fileprivate(set) var id: String
        /// Where it is, without language and ending.
        package let key: String
        /// The file of each language.
        package var files: [String: String] = [:]
    }

    /// In the order of their keys.
    package private(set) var pages: [Page] = []
    /// Two files for one page in one language.
    package private(set) var collisions: [(path: String, other: String, id: String)] = []
    /// The languages that pages are in.
    package private(set) var languages: [String] = []
    /// First pages that name no language where each language has one of its own: mostly a choice of languages.
    package private(set) var leftOut: [String] = []
    private var byKey: [String: Int] = [:]
    private let dialect: PageDialect

    private static let endings = [".md", ".mdx", ".markdown"]
    /// Folders that hold no pages.
    private static let skipped: Set = [
        "node_modules", "_site", "dist", "build", "public", "static", "themes", "vendor", "_includes", "_layouts",
        "layouts", "archetypes",
    ]
    /// Pages of a repository, and of no documentation, below its root.
    private static let hostFiles: Set = ["changelog", "contributing", "license", "code_of_conduct", "security"]

    /// Whether a file is a text, of a page or of a part of some.
    static func isText(_ path: String) -> Bool { endings.contains(where: path.lowercased().hasSuffix) }

    /// Whether a file is a page.
    package static func isPage(_ path: String) -> Bool {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last?.lowercased(), endings.contains(where: name.hasSuffix) else { return false }
        if parts.dropLast().contains(where: { $0.hasPrefix(".") || skipped.contains($0) }) { return false }
        // What begins with an underscore is a part of pages, but for the indexes of Hugo.
        return !name.hasPrefix("_") || name.hasPrefix("_index.")
    }

    /// The folder that a program takes its pages from, beside its settings, with a slash; empty where all of it counts.
    private static func textFolder(_ paths: [String], _ dialect: PageDialect) -> String {
        let (names, folder): ([String], String)
        switch dialect {
        case .mkdocs: (names, folder) = (["mkdocs.yml", "mkdocs.yaml"], "docs/")
        case .hugo:
            (names, folder) = (["hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml"], "content/")
        case .starlight:
            (names, folder) = (["astro.config.mjs", "astro.config.ts", "astro.config.js"], "src/content/docs/")
        default: return ""
        }
        // Settings lie beside that folder, and others of the same name in folders of their own.
        let files = paths.filter { names.contains($0.split(separator: "/").last.map(String.init) ?? "") }
        guard let file = files.min(by: { $0.split(separator: "/").count < $1.split(separator: "/").count }) else {
            return ""
        }
        let start = file.split(separator: "/").dropLast().map { $0 + "/" }.joined() + folder
        return paths.contains { $0.hasPrefix(start) && isPage($0) } ? start : ""
    }

    /// Sorts files into pages.
    ///
    /// - Parameters:
    ///   - known: the languages that names may stand for.
    ///   - main: the language of what names none.
    ///   - table: which files are one page where their names do not tell.
    package init(
        _ paths: [String], _ dialect: PageDialect, known: Set<String>, main: String, table: PageTable = PageTable()
    ) {
        self.dialect = dialect
        var read: [(path: String, language: String?, key: [String])] = []
        let start = Self.textFolder(paths, dialect)
        for path in paths where Self.isPage(path) && path.hasPrefix(start) {
            read.append(Self.parts(of: path, known, dialect))
        }
        Self.keepWords(&read, dialect)
        let names = Dictionary(read.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = table.entries(main: main)
        for (index, entry) in read.enumerated() {
            guard let row = rows[entry.path] else { continue }
            read[index].key = names[row.first]?.key ?? entry.key
            read[index].language = row.language ?? entry.language
        }
        let named = Set(read.compactMap(\.language))
        // Folders that all pages lie in name nothing.
        var common = read.first?.key.dropLast().map { $0 } ?? []
        for entry in read { common = Array(zip(common, entry.key.dropLast()).prefix { $0 == $1 }.map(\.0)) }
        func name(_ key: [String]) -> (name: String, parts: Int) {
            var key = key.dropFirst(zip(common, key).prefix { $0 == $1 }.count)
            if let last = key.last, ["index", "readme", "_index"].contains(last.lowercased()) { key.removeLast() }
            return (key.joined(separator: "/").lowercased(), key.count)
        }
        let firsts = Set(read.filter { name($0.key).name.isEmpty }.compactMap(\.language))
        let translated = Set(read.filter { $0.language != nil }.map { name($0.key).name })
        for entry in read {
            let (name, parts) = name(entry.key)
            let language = entry.language ?? main
            if entry.language == nil, name.isEmpty, firsts.contains(main) {
                leftOut.append(entry.path)
                continue
            }
            if entry.language == nil, named.isEmpty == false, parts == 1, Self.hostFiles.contains(name),
                !translated.contains(name)
            {
                continue
            }
            add(name, language, entry.path)
        }
        pages.sort { $0.key.precedesByBytes($1.key) }
        byKey = Dictionary(pages.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        // Links lead by the names that files have in their language.
        for (number, page) in pages.enumerated() {
            for path in page.files.values where rows[path] != nil {
                guard let own = names[path].map({ name($0.key).name }), byKey[own] == nil else { continue }
                byKey[own] = number
            }
        }
        languages = Set(pages.flatMap(\.files.keys)).sorted { $0 == main ? $1 != main : $1 == main ? false : $0 < $1 }
    }

    /// What a name ends with behind a dash is a language where there is that page in another: `user-id` is about an ID.
    private static func keepWords(
        _ read: inout [(path: String, language: String?, key: [String])], _ dialect: PageDialect
    ) {
        var counts: [[String]: Int] = [:]
        for entry in read { counts[entry.key.map { $0.lowercased() }, default: 0] += 1 }
        for (index, entry) in read.enumerated() where entry.language != nil {
            let whole = parts(of: entry.path, [], dialect)
            guard whole.key.count == entry.key.count, let own = entry.key.last, let name = whole.key.last,
                name.count > own.count, "-_".contains(name.dropFirst(own.count).first ?? " "),
                counts[entry.key.map { $0.lowercased() }] == 1
            else { continue }
            read[index].key = whole.key
            read[index].language = nil
        }
    }

    /// Gives pages other IDs.
    ///
    /// - Parameter id: the ID that a page has now; nil where it has the one that it had.
    package mutating func rename(_ id: (String) -> String?) {
        for number in pages.indices { pages[number].id = id(pages[number].id) ?? pages[number].id }
    }

    private mutating func add(_ key: String, _ language: String, _ path: String) {
        let index = byKey[key] ?? pages.count
        if index == pages.count {
            pages.append(Page(id: Self.id(key), key: key))
            byKey[key] = index
        }
        if let other = pages[index].files[language] {
            collisions.append((path, other, pages[index].id))
        } else {
            pages[index].files[language] = path
        }
    }

    private static func id(_ key: String) -> String {
        let parts = key.split(separator: "/").compactMap {
            ValueNaming.slug(String($0), most: 12, separator: "-", keepsAll: true)
        }
        return parts.isEmpty ? "home" : parts.joined(separator: "/")
    }

    /// The language that a path names, and the path without it and without what its program sorts by.
    static func parts(
        of path: String, _ known: Set<String>, _ dialect: PageDialect
    ) -> (path: String, language: String?, key: [String]) {
        let (language, key) = parts(of: path, known)
        return (path, language, dialect == .docusaurus ? key.map(unnumbered) : key)
    }

    /// A name without the number that Docusaurus sorts it by, `20.rooms` or `01-intro`; dates and versions are names.
    private static func unnumbered(_ name: String) -> String {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        let signs = name.dropFirst(digits.count).prefix { "-_. ".contains($0) }
        let rest = name.dropFirst(digits.count + signs.count)
        guard !digits.isEmpty, signs.contains(where: { $0 != " " }), let first = rest.first, !first.isNumber else {
            return name
        }
        return String(rest)
    }

    private static func parts(of path: String, _ known: Set<String>) -> (language: String?, key: [String]) {
        var parts = path.split(separator: "/").map(String.init)
        var name = parts.removeLast()
        for ending in endings where name.lowercased().hasSuffix(ending) {
            name = String(name.dropLast(ending.count))
            break
        }
        if let index = parts.firstIndex(where: { language($0, known) != nil }) {
            let tag = language(parts[index], known)
            parts.remove(at: index)
            parts.removeAll {
                [
                    "i18n", "docusaurus-plugin-content-docs", "current", "locales", "docs", "content", "src",
                    "translations",
                ].contains($0)
            }
            return (tag, parts + [name])
        }
        parts.removeAll { ["docs", "content", "src"].contains($0) }
        for sign in [".", "_", "-"] {
            let words = name.split(separator: Character(sign), omittingEmptySubsequences: false)
            if sign == "-", words.count > 2, let tag = language(words.suffix(2).joined(separator: sign), known) {
                return (tag, parts + [words.dropLast(2).joined(separator: sign)])
            }
            guard words.count > 1, let last = words.last, let tag = language(String(last), known) else { continue }
            return (tag, parts + [words.dropLast().joined(separator: sign)])
        }
        if parts.isEmpty, let tag = language(name, known) { return (tag, ["index"]) }
        return (nil, parts + [name])
    }

    static func language(_ name: String, _ known: Set<String>) -> String? {
        let tag = name.lowercased().replacing("_", with: "-")
        if known.contains(tag) { return tag }
        // A region that the site has no languages of its own for: `en-US`, `fr-FR`, `zh-hans`.
        let parts = tag.split(separator: "-")
        guard parts.count == 2, let first = parts.first, [2, 4].contains(parts[1].utf8.count),
            known.contains(String(first))
        else { return nil }
        return String(first)
    }

    /// The page that a file is.
    func page(ofFile path: String) -> Page? { pages.first { $0.files.values.contains(path) } }

    /// The page that a path leads to, from another page.
    func page(_ path: String, from origin: Page, known: Set<String>) -> Page? {
        let key = origin.key.split(separator: "/").map { $0 }
        var bases = path.hasPrefix("/") ? [[]] : [Array(key.dropLast()), key]
        // From the file, then from the root of the texts.
        if dialect == .docusaurus || dialect == .hugo, !path.hasPrefix("/"), !path.hasPrefix(".") { bases.append([]) }
        for base in bases {
            var parts = base.map(String.init)
            for part in path.split(separator: "/").map(String.init) {
                switch part {
                case ".": break
                case "..": if !parts.isEmpty { parts.removeLast() }
                default: parts.append(part)
                }
            }
            if let found = self.page(parts, known) { return found }
            if origin.files.values.contains(where: {
                $0.lowercased().contains("/index.") || $0.lowercased().contains("readme")
                    || $0.lowercased().contains("_index.")
            }) {
                // A page that is a folder's index stands in that folder.
                var parts = origin.key.split(separator: "/").map(String.init)
                for part in path.split(separator: "/").map(String.init) {
                    if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
                }
                if let found = self.page(parts, known) { return found }
            }
        }
        return nil
    }

    private func page(_ parts: [String], _ known: Set<String>) -> Page? {
        var parts = parts.filter { Self.language($0, known) == nil }
        if let last = parts.last {
            var name = last
            for ending in Self.endings + [".html"] where name.lowercased().hasSuffix(ending) {
                name = String(name.dropLast(ending.count))
            }
            for sign in [".", "_", "-"] {
                let words = name.split(separator: Character(sign))
                if words.count > 1, let tail = words.last, Self.language(String(tail), known) != nil {
                    name = words.dropLast().joined(separator: sign)
                }
            }
            parts[parts.count - 1] = name
            if ["index", "readme", "_index", ""].contains(name.lowercased()) { parts.removeLast() }
        }
        if dialect == .docusaurus { parts = parts.map(Self.unnumbered) }
        var rest = parts[...]
        while true {
            if let index = byKey[rest.joined(separator: "/").lowercased()] { return pages[index] }
            // What a site is based on, and folders that name nothing.
            guard let first = rest.first,
                ["docs", "content", "src", "guides"].contains(first) || rest.count == parts.count, rest.count > 1
            else { return nil }
            rest = rest.dropFirst()
        }
    }
}
