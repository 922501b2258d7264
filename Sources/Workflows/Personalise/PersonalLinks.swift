import CommonMark
import Foundation
import Guides
import Rendering
import Sources
import Values

/// Settles where the links of a guide lead that leaves its site: to the site, if it has an address, else nowhere.
struct PersonalLinks {
    let edition: FilledEdition
    let guide: String
    let folder: ProjectFolder
    let site: String
    private var paths = PagePaths()

    init(_ edition: FilledEdition, guide: String, _ line: Line) {
        let folder = line.loaded.folder
        let site = line.loaded.project.configuration.url ?? ""
        self.edition = edition
        self.guide = guide
        self.folder = folder
        self.site = site
        guard !site.isEmpty else { return }
        var seen: Set<ExactText> = []
        for link in edition.links {
            let target =
                switch link.target {
                case .guide(let id, _, _): id
                case .shared(let path): line.loaded.project.inventory.guide(holding: path)?.id ?? guide
                default: guide
                }
            guard seen.insert(ExactText(target)).inserted, let entry = line.loaded.project.inventory[target] else {
                continue
            }
            for (language, path) in OutlineReader(line: line).paths(of: entry) {
                paths.set(path, of: target, in: language)
            }
        }
    }

    /// Larger images stay where they are.
    private static let largestImage = 8 << 20

    /// The images that browsers show, by the endings of their names (the media types of RFC 2046, 6838 and 9649).
    private static let imageTypes = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "svg": "image/svg+xml",
    ]

    /// Makes the links of the tree lead there.
    ///
    /// - Parameter inlinesImages: whether images of the guide's folder become part of the page.
    func settle(inlinesImages: Bool) {
        for link in edition.links {
            switch destination(of: link, inlinesImages: inlinesImages) {
            case nil: break
            case .address(let url)?: link.node.setURL(url)
            case .nowhere(let guide)?:
                for child in link.node.children { link.node.insertBefore(child) }
                // The name by which `personalise` prints it.
                if let guide { link.node.insertBefore(edition.document.makeText(" (\(guide))")) }
                link.node.remove()
            }
        }
    }

    /// The edits that make the Markdown page's links lead there.
    var edits: [MarkdownEdit] {
        zip(edition.links, edition.linkPlaces).flatMap { link, place -> [MarkdownEdit] in
            guard let place, let destination = destination(of: link, inlinesImages: false) else { return [] }
            switch destination {
            case .address(let url): return place.edit(to: url, title: link.title).map { [$0] } ?? []
            case .nowhere(let guide):
                var edits = place.editsKeepingWords(in: edition.source)
                if let guide, let end = edits.last?.range.upperBound {
                    edits += [.markdown(Array(" (".utf8)), .text(Array(guide.utf8)), .markdown(Array(")".utf8))]
                        .map { MarkdownEdit(at: end, $0) }
                }
                return edits
            }
        }
    }

    private enum Destination {
        case address(String)
        /// The words stay, and of an image its description; behind those of a link to a guide stands its name.
        case nowhere(guide: String?)
    }

    /// Where a link leads; nil where it leads there already.
    private func destination(of link: Link, inlinesImages: Bool) -> Destination? {
        switch link.target {
        case .external, .anchor, .value, .invalid: return nil
        case .guide(let id, _, let fragment):
            if id == guide, let fragment, !fragment.isEmpty { return .address("#\(fragment)") }
            return onSite(address(id) + (fragment.map { "#\($0)" } ?? ""), guide: id)
        case .file(let path):
            if inlinesImages, link.isImage, let data = data(LoadedProject.path(guide, path)) { return .address(data) }
            return onSite(address(guide) + PercentEncoding.encode(path: path))
        case .shared(let path):
            let file = "\(InventoryReader.contentFolder)/\(path)"
            if inlinesImages, link.isImage, let data = data(file) { return .address(data) }
            let own = PageAddress(guide: guide, language: edition.language.tag, paths: paths)
            return onSite(own.absolute(toFile: path, on: site))
        }
    }

    private func address(_ guide: String) -> String {
        PageAddress(guide: guide, language: edition.language.tag, paths: paths).absolute(on: site)
    }

    private func onSite(_ url: String, guide: String? = nil) -> Destination {
        site.isEmpty ? .nowhere(guide: guide) : .address(url)
    }

    private func data(_ path: String) -> String? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let type = Self.imageTypes[ending],
            let bytes = try? folder.files.read(path), bytes.count <= Self.largestImage
        else { return nil }
        return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }
}

extension FilledEdition {
    /// What says at the end which values are examples, where plain text has no other way to show it.
    func exampleList(_ values: PersonalValues) -> String? {
        let labels = values.items.filter { $0.resolved?.isExample == true && !$0.declaration.type.isPicture }
            .map { $0.declaration.label[language.tag] }
        guard showsExamples, !labels.isEmpty else { return nil }
        return language.term("example-list", ["values": labels.joined(separator: ", ")])
    }

    /// Puts a paragraph at the end of the tree.
    func append(paragraph text: String) {
        let paragraph = document.makeParagraph()
        paragraph.append(document.makeText(text))
        document.root.append(paragraph)
    }

    /// The edit that puts a paragraph at the end of the Markdown.
    func appending(paragraph text: String) -> MarkdownEdit {
        var paragraph: [UInt8] = source.last == 0x0A ? [0x0A] : [0x0A, 0x0A]
        MarkdownText.append(text, to: &paragraph)
        return MarkdownEdit(at: source.count, .markdown(paragraph + [0x0A]))
    }
}
