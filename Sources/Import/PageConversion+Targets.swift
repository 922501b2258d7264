import Foundation

extension PageConversion {
    /// Where links of a page lead.
    package struct Targets {
        /// The anchors of every page, by page and language: what they were called, and what they are now.
        package var anchors: [String: [String: String]] = [:]
        /// The anchors that titles have had, by page and language.
        package var titles: [String: String] = [:]
        /// The files that several pages show, and the name that each has among those.
        package private(set) var shared: [String: String] = [:]
        private var pages: [String: PageIndex.Page] = [:]
        /// The path, from the folder, of a file that a page shows; nil where there is none.
        package var asset: (_ path: String, _ page: String) -> String?

        /// Whether two files hold the same.
        let isSame: (_ path: String, _ other: String) -> Bool

        package init(
            asset: @escaping (_ path: String, _ page: String) -> String?,
            isSame: @escaping (_ path: String, _ other: String) -> Bool
        ) {
            self.asset = asset
            self.isSame = isSame
        }

        /// Puts files that several pages show in one place.
        package mutating func share(_ sources: [String]) {
            for source in sources {
                let folders = source.split(separator: "/").map(String.init)
                let names = (1...max(1, folders.count)).map { folders.suffix($0).joined(separator: "-") }
                shared[source] = names.first { !shared.values.contains($0) } ?? source.replacing("/", with: "-")
            }
        }

        /// Notes the page that an address from the root of the site has led to.
        package mutating func add(_ address: String, of page: PageIndex.Page) {
            let name = Self.name(address)
            if !name.isEmpty, pages[name] == nil { pages[name] = page }
        }

        /// The page that an address from the root of the site leads to.
        func page(_ address: String, _ known: Set<String>) -> PageIndex.Page? {
            let name = Self.name(address)
            if let page = pages[name] { return page }
            let parts = name.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, PageIndex.language(String(parts[0]), known) != nil else { return nil }
            return pages[String(parts[1])]
        }

        /// What the heading is called now that an anchor led to. A translator may have left the anchor of the original,
        /// which sites give the headings of translations too.
        func id(of anchor: String, on page: PageIndex.Page, in language: String, original: String?) -> String? {
            let own = anchors["\(page.id) \(language)"]
            if let id = own?[anchor] { return id }
            guard let id = original.flatMap({ anchors["\(page.id) \($0)"]?[anchor] }), let own,
                own.values.contains(id)
            else { return nil }
            return id
        }

        /// An address without what sites may leave out.
        private static func name(_ address: String) -> String {
            var parts = (address.removingPercentEncoding ?? address).split(separator: "/").map { $0.lowercased() }
            if parts.last == "index.html" { parts.removeLast() }
            if let last = parts.last, last.hasSuffix(".html") { parts[parts.count - 1] = String(last.dropLast(5)) }
            return parts.joined(separator: "/")
        }
    }
}
