import Guides
import Rendering
import Values

/// Writes what machines find the pages by: `robots.txt` and `sitemap.xml` for search engines, `llms.txt` for language models.
struct DiscoveryWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// Bytes that are written at once.
    private static let pieceSize = 1 << 16
    /// A file may name so many addresses (sitemaps.org, “Sitemap file limits”).
    private static let mostAddresses = 50_000

    private var site: String { loaded.project.configuration.url ?? "" }
    private var languages: [LanguageTag] { loaded.project.languages.map(\.tag) }

    func write(_ entries: GuideIndex) throws(OutputError) {
        for language in languages {
            try sink.put(at: "\(language)/llms.txt") { (put) throws(OutputError) in
                try list(entries, in: language, put)
            }
        }
        // The team's pages are nobody else's affair, and an address that nobody knows leads nowhere.
        guard loaded.book.audience == .public else {
            return try put("User-agent: *\nDisallow: /\n", at: "robots.txt")
        }
        guard !site.isEmpty else { return }
        try put("User-agent: *\nAllow: /\n\nSitemap: \(site)sitemap.xml\n", at: "robots.txt")
        try writeSitemaps(entries)
    }

    // MARK: Search engines

    private func writeSitemaps(_ entries: GuideIndex) throws(OutputError) {
        // A guide has an address in each language.
        let size = max(1, Self.mostAddresses / max(1, languages.count))
        let starts = Array(stride(from: 0, to: max(1, entries.count), by: size))
        guard starts.count > 1 else {
            return try writeSitemap(entries[entries.startIndex...], hasHomes: true, at: "sitemap.xml")
        }
        var index = Self.head + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for (number, start) in starts.enumerated() {
            let name = "sitemap-\(number + 1).xml"
            try writeSitemap(
                entries[start..<min(start + size, entries.count)], hasHomes: number == 0, at: name)
            index += "<sitemap><loc>\(site)\(name)</loc></sitemap>\n"
        }
        try put(index + "</sitemapindex>\n", at: "sitemap.xml")
    }

    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private func writeSitemap(_ entries: Slice<GuideIndex>, hasHomes: Bool, at path: String) throws(OutputError) {
        try sink.put(at: path) { (put) throws(OutputError) in
            var text =
                Self.head + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                + "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            if hasHomes { append("", in: languages, to: &text) }
            for entry in entries {
                // A page that repeats the source is no address of its own.
                append(entry.id, in: languages.filter { entry.edition(for: $0)?.language == $0 }, to: &text)
                guard text.utf8.count > Self.pieceSize else { continue }
                try put(Array(text.utf8))
                text = ""
            }
            try put(Array((text + "</urlset>\n").utf8))
        }
    }

    /// A page in each of its languages, every one with the ways to the others.
    private func append(_ guide: String, in languages: [LanguageTag], to text: inout String) {
        let addresses = languages.map {
            ($0, PageAddress(guide: guide, language: $0, paths: loaded.paths).absolute(on: site))
        }
        let links =
            addresses.count < 2
            ? ""
            : addresses.map { tag, address in
                "<xhtml:link rel=\"alternate\" hreflang=\"\(tag)\" href=\"\(Self.escaped(address))\"/>"
            }.joined()
        for (_, address) in addresses { text += "<url><loc>\(Self.escaped(address))</loc>\(links)</url>\n" }
    }

    /// An address is percent-encoded; what XML reads in it besides is the ampersand and the apostrophe.
    private static func escaped(_ address: String) -> String {
        address.replacing("&", with: "&amp;").replacing("'", with: "&apos;")
    }

    // MARK: Language models

    /// The guides of a language with the addresses of their Markdown, as llmstxt.org proposes it.
    private func list(
        _ entries: GuideIndex, in language: LanguageTag, _ put: ([UInt8]) throws(OutputError) -> Void
    ) throws(OutputError) {
        var text = "# \(loaded.project.configuration.title[language])\n\n"
        let order = loaded.project.configuration.order
        let numbers = entries.map(\.order)
        let sorted = TitleOrder.indices(of: [String](repeating: "", count: numbers.count), numbers: numbers)
        for entry in order.grouped(sorted.lazy.map { entries[$0] }, id: \.id).flatMap(\.items) {
            guard let edition = entry.edition(for: language) else { continue }
            let page = PageAddress(guide: entry.id, language: language, paths: loaded.paths)
            let folder = site.isEmpty ? PercentEncoding.encode(path: page.path) + "/" : page.absolute(on: site)
            let name = edition.language == language ? "" : " (\(edition.language))"
            text +=
                "- [\(Self.escapedMarkdown(edition.title))](\(folder)index.md)\(name)\(edition.summary.isEmpty ? "" : ": ")\(edition.summary)\n"
            guard text.utf8.count > Self.pieceSize else { continue }
            try put(Array(text.utf8))
            text = ""
        }
        try put(Array(text.utf8))
    }

    /// A title as the text of a link.
    private static func escapedMarkdown(_ title: String) -> String {
        title.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }

    private func put(_ text: String, at path: String) throws(OutputError) {
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(OutputError) in try sink.put(bytes, at: path) }
    }
}
