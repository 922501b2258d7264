import Guides
import Rendering
import Sources
import Values

/// Writes the pages at addresses that are no more.
struct RedirectWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    func write(_ index: GuideIndex) throws(OutputError) {
        let redirects = loaded.project.redirects
        guard let templates = loaded.site?.redirect, !redirects.all.isEmpty else { return }
        var entries: [ExactText: Int] = [:]
        for (number, entry) in index.enumerated() { entries[ExactText(entry.id)] = number }
        let places = MovedPlaces(loaded)
        let languages = loaded.project.languages
        for redirect in redirects.all where redirect.from.anchor == nil {
            let target = page(redirect.to)
            func way(_ language: Language, root: String, moved: String) -> RedirectWay {
                let title = target.flatMap { entries[ExactText($0.guide)] }.map {
                    index[$0].edition(for: language.tag)?.title
                }
                let href = places.href(to: redirect.to, root: root, language: language.tag)
                return RedirectWay(language, title: (title ?? nil) ?? redirect.to.written, href: href, moved: moved)
            }
            func put(_ ways: [RedirectWay], at file: String, _ language: Language) throws(OutputError) {
                guard let template = templates[language.tag], let first = ways.first else { return }
                let root = Self.root(of: file)
                let page = RedirectPage(
                    title: first.title, root: root, canonical: canonical(redirect.to, root: root, language.tag),
                    ways: ways)
                var buffer: [UInt8] = []
                template.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
                try buffer.withUnsafeBufferPointer { (bytes) throws(OutputError) in try sink.put(bytes, at: file) }
            }
            switch redirect.from.page {
            case .elsewhere: break
            case .guide(let id):
                for language in languages {
                    let address = PageAddress(guide: id, language: language.tag)
                    let moved = places.anchors(of: id, from: address)
                    try put(
                        [way(language, root: address.root, moved: moved)], at: "\(address.folder)/index.html", language)
                }
            case .path(let path):
                let file = Redirect.End.Page.file(of: path)
                // An address of one language leads to that language.
                let named = languages.filter { path.hasPrefix("\($0.tag)/") }
                let shown =
                    target.map { target in
                        target.language.map { [$0] } ?? (named.isEmpty ? languages : named)
                    } ?? Array(languages.prefix(1))
                let root = Self.root(of: file)
                let ways = shown.map { language in
                    let moved = places.anchors(ofPath: path, root: root, language: language.tag)
                    return way(language, root: root, moved: moved)
                }
                if let first = shown.first { try put(ways, at: file, first) }
            }
        }
    }

    /// The address that search engines should know; from the page where the site has none.
    private func canonical(_ end: Redirect.End, root: String, _ language: LanguageTag) -> String {
        let site = loaded.project.configuration.url
        return switch end.page {
        case .elsewhere(let address): address
        case .guide(let id):
            if let site {
                PageAddress(guide: id, language: language, paths: loaded.paths).absolute(on: site)
            } else {
                root
                    + PercentEncoding.encode(
                        path: PageAddress(guide: id, language: language, paths: loaded.paths).folder) + "/index.html"
            }
        case .path(let path): (site ?? root) + PercentEncoding.encode(path: path)
        }
    }

    /// The way from a file of the output to its root.
    private static func root(of file: String) -> String {
        String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The guide that a redirect leads to; with a language where it is the page of one.
    private func page(_ end: Redirect.End) -> (guide: String, language: Language?)? {
        switch end.page {
        case .elsewhere: return nil
        case .guide(let id): return (id, nil)
        case .path(let path):
            let parts = Redirect.End.Page.file(of: path).split(separator: "/")
            guard let language = loaded.project.languages.first(where: { $0.tag.rawValue == parts.first ?? "" }) else {
                return nil
            }
            let page = parts.dropFirst().dropLast().joined(separator: "/")
            return (loaded.paths.guide(at: page, in: language.tag) ?? page, language)
        }
    }
}
