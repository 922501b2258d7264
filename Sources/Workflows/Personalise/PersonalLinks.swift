import CommonMark
import Foundation
import Guides
import Rendering
import Values

/// Settles where the links of a guide lead that leaves its site: to the site, if it has an address, else nowhere.
struct PersonalLinks {
    let edition: FilledEdition
    let guide: String
    let folder: ProjectFolder
    let site: String

    init(_ edition: FilledEdition, guide: String, folder: ProjectFolder, site: String) {
        self.edition = edition
        self.guide = guide
        self.folder = folder
        self.site = site
    }

    /// Larger images stay where they are.
    private static let largestImage = 8 << 20

    /// The images that browsers show, by the endings of their names (the media types of RFC 2046, 6838 and 9649).
    private static let imageTypes = [
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "svg": "image/svg+xml",
    ]

    /// - Parameter inlinesImages: whether images of the guide's folder become part of the page.
    func settle(inlinesImages: Bool) {
        for link in edition.links {
            switch link.target {
            case .external, .anchor, .value, .invalid: break
            case .guide(let id, _, let fragment):
                if id == guide, let fragment, !fragment.isEmpty {
                    link.node.setURL("#\(fragment)")
                } else {
                    point(link.node, to: address(id) + (fragment.map { "#\($0)" } ?? ""))
                }
            case .file(let path):
                if inlinesImages, link.isImage, let data = data(path) {
                    link.node.setURL(data)
                } else {
                    point(link.node, to: address(guide) + PercentEncoding.encode(path: path))
                }
            }
        }
    }

    private func address(_ guide: String) -> String {
        PageAddress(guide: guide, language: edition.language.tag).absolute(on: site)
    }

    /// Without a site there is nowhere to lead: the words stay, and of an image its description.
    private func point(_ node: Node, to url: String) {
        guard site.isEmpty else { return node.setURL(url) }
        for child in node.children { node.insertBefore(child) }
        node.remove()
    }

    private func data(_ path: String) -> String? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let type = Self.imageTypes[ending],
            let bytes = try? folder.files.read(LoadedProject.path(guide, path)), bytes.count <= Self.largestImage
        else { return nil }
        return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }
}

extension FilledEdition {
    /// Says at the end which values are examples: plain text has no other way to show it.
    func addExamples(_ values: PersonalValues) {
        let labels = values.items.filter { $0.resolved?.isExample == true && !$0.declaration.type.isPicture }
            .map { $0.declaration.label[language.tag] }
        guard showsExamples, !labels.isEmpty else { return }
        let text = language.term("example-list").replacing("{values}", with: labels.joined(separator: ", "))
        let paragraph = document.makeParagraph()
        paragraph.append(document.makeText(text))
        document.root.append(paragraph)
    }
}
