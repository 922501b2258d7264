import Foundation
import Guides
import Sources
import Values

/// Links and images that lead nowhere. Anchors of other guides are checked when all guides are known.
struct LinkCheck: GuideCheck {
    static let problems: [any Problem.Type] = [BrokenLink.self]

    func diagnose(_ guide: borrowing Guide, in context: CheckContext) -> [Diagnostic] {
        let id = guide.id
        return guide.editions.flatMap { edition in
            let anchors = edition.links.isEmpty ? [] : edition.anchors
            let known = Set(anchors)
            // What other tools read as a footnote is told as one.
            return edition.links.filter { !$0.isFootnote }.compactMap { link -> Diagnostic? in
                if case .anchor(let anchor) = link.target {
                    if anchor.isEmpty || known.contains(anchor) { return nil }
                    return Diagnostic(BrokenLink(.anchor(anchor, known: anchors)), at: edition.place(of: link.node))
                }
                return problem(with: link, in: edition, of: id, context.project).map {
                    Diagnostic($0, at: edition.place(of: link.node))
                }
            }
        }
    }

    /// The addresses of a text that belongs to no guide: only those that no page may hold.
    func diagnoseAddresses(_ edition: Edition, _ context: CheckContext) -> [Diagnostic] {
        edition.links.compactMap { link in
            switch link.target {
            case .value, .invalid(.scheme):
                problem(with: link, in: edition, of: "", context.project).map {
                    Diagnostic($0, at: edition.place(of: link.node))
                }
            default: nil
            }
        }
    }

    private func problem(with link: Link, in edition: Edition, of guide: String, _ project: Project) -> BrokenLink? {
        switch link.target {
        // Anchors are looked up in a table of all.
        case .external, .anchor: return nil
        case .value(let name):
            // An undefined name is another check's business.
            guard let declaration = project.configuration.values.declaration(named: name), declaration.type != .url
            else {
                return nil
            }
            return BrokenLink(.notAnAddress(name, declaration.type.name))
        case .invalid(let fault): return BrokenLink(.invalid(fault))
        case .file(let path):
            guard let entry = project.inventory[guide], !entry.assets.contains(ExactText(path)) else { return nil }
            let known = entry.assets.sorted().map(\.text)
            if let other = known.first(where: { $0 == path }) { return BrokenLink(.otherForm(path, other)) }
            return BrokenLink(link.isImage ? .image(path, known: known) : .file(path, known: known))
        case .shared(let path):
            if project.inventory.holds(path) { return nil }
            let known = project.inventory.files.sorted().map(\.text)
            if let other = known.first(where: { $0 == path }) { return BrokenLink(.otherForm(path, other)) }
            return BrokenLink(link.isImage ? .image(path, known: known) : .file(path, known: known))
        case .guide(let id, let file, _):
            return problem(withGuide: id, file, in: edition, project)
        }
    }

    private func problem(withGuide id: String, _ file: String, in edition: Edition, _ project: Project) -> BrokenLink? {
        guard project.inventory[id] != nil else {
            let known = project.inventory.ids
            if let other = known.first(where: { $0 == id }) { return BrokenLink(.otherForm(id, other)) }
            if let other = project.redirects.guide(insteadOf: id) { return BrokenLink(.moved(id, to: other)) }
            return BrokenLink(.guide(id, known: known))
        }
        let expected = "\(edition.language.tag).md"
        if file == expected { return nil }
        let isLanguage = project.languages.contains { "\($0.tag).md" == file }
        return BrokenLink(
            isLanguage ? .language(file, expected: expected) : .file("\(id)/\(file)", known: ["\(id)/\(expected)"]))
    }
}

/// An address behind which there is nothing.
public struct BrokenLink: Problem {
    enum Fault: Sendable {
        case guide(String, known: [String])
        /// A guide that has another path now.
        case moved(String, to: String)
        case anchor(String, known: [String])
        case otherAnchor(String, guide: String, known: [String])
        case file(String, known: [String])
        case image(String, known: [String])
        case language(String, expected: String)
        /// A name that looks the same, and is written with other characters.
        case otherForm(String, String)
        case invalid(Link.Fault)
        case notAnAddress(String, String)
    }

    /// What is said of it.
    public static let description = CheckDescription(
        "broken-link", .links, guardsBuild: true,
        summary: "A link or an image that leads nowhere.",
        why: "Readers get an error where they were promised help.",
        mending: "Write the address that the message offers. Link to guides by their files, relative to this one.",
        faulty: [
            CheckExample("See ⟦[that](#step-9)⟧.", "this page has no anchor `#step-9`"),
            CheckExample("See ⟦[that](../none/en.md)⟧.", "there is no guide `none`"),
            CheckExample("⟦![A form](form.png)⟧", "there is no image `form.png`"),
            CheckExample("See ⟦[that](javascript:x)⟧.", "`javascript` is not a scheme that pages may link to"),
            CheckExample("See ⟦[that](java&Tab;script:x)⟧.", "`javascript` is not a scheme that pages may link to"),
            CheckExample("See ⟦[that](../other/fr.md)⟧.", "this link leads into another language, `fr.md`"),
            CheckExample("See ⟦[that](..%2fother/en.md)⟧.", "browsers read this path otherwise than it looks"),
        ],
        clean: [CheckExample("See [that](../other/en.md), [this](#steps) and ![a form](form-example.png).")])

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    /// Which of Unicode's normal forms a name is in.
    private static func form(of name: String) -> String {
        if name.hasSameBytes(as: name.decomposedStringWithCanonicalMapping) { return "it is in NFD" }
        return name.hasSameBytes(as: name.precomposedStringWithCanonicalMapping)
            ? "it is in NFC" : "it is in neither form"
    }

    /// An anchor that another guide does not have.
    public init(anchor: String, of guide: String, known: [String]) {
        fault = .otherAnchor(anchor, guide: guide, known: known)
    }

    /// The fault in words.
    public var message: String {
        switch fault {
        case .guide(let id, _): "there is no guide `\(id)`"
        case .moved(let id, let other): "the guide `\(id)` is `\(other)` now"
        case .anchor(let anchor, _): "this page has no anchor `#\(anchor)`"
        case .otherAnchor(let anchor, let guide, _): "the guide `\(guide)` has no anchor `#\(anchor)`"
        case .file(let path, _): "there is no file `\(path)`"
        case .image(let path, _): "there is no image `\(path)`"
        case .otherForm(let name, _):
            "there is `\(name)`, but its name is written in another Unicode form, which web servers do not take for this one"
        case .language(let file, _): "this link leads into another language, `\(file)`"
        case .invalid(.scheme(let scheme)): "`\(scheme)` is not a scheme that pages may link to"
        case .invalid(.absolutePath): "an address that begins with `/` depends on where the site is put"
        case .invalid(.outside): "this address leads out of `content/`"
        case .invalid(.folder): "this path names a folder, and not the page in it"
        case .invalid(.path): "browsers read this path otherwise than it looks"
        case .invalid(.empty): "this link leads nowhere"
        case .notAnAddress(let name, let type): "`\(name)` is of type \(type), which is not an address by itself"
        }
    }

    /// The way out.
    public var help: String? {
        switch fault {
        case .guide(let name, let known), .file(let name, let known), .image(let name, let known):
            NearestName.suggestion(for: name, in: known)
        case .moved(_, let other): "link to its file in `content/\(other)/`"
        case .anchor(let anchor, let known), .otherAnchor(let anchor, _, let known):
            NearestName.nearest(to: anchor, in: known).map { "did you mean `#\($0)`?" }
                ?? Self.list(known.filter { !$0.isEmpty })
        case .language(_, let expected): "link to `\(expected)`; readers switch the language themselves"
        case .otherForm(_, let other):
            "rename it (\(Self.form(of: other))), or write `\(PercentEncoding.encode(path: other))`"
        case .invalid(.scheme): "use https, http or mailto, or a relative link"
        case .invalid(.absolutePath): "write a relative link to the file, `../guide/en.md` or `../shared/picture.png`"
        case .invalid(.outside):
            "keep files beside the guide or in a folder of `content/`, and link to guides by their Markdown files"
        case .invalid(.folder): "link to the file, as in `../guide/en.md`"
        case .invalid(.path):
            "write one plain `/` between two names and none at the end, as in `../guide/en.md`"
        case .invalid(.empty): "write where it should lead"
        case .notAnAddress: "declare it as `type: url`, or write the address around it"
        }
    }

    /// As many anchors as somebody would look through.
    private static let longestList = 40

    private static func list(_ anchors: [String]) -> String {
        let shown = anchors.prefix(longestList).map { "`#\($0)`" }.joined(separator: ", ")
        let rest = anchors.count - longestList
        return "the anchors are \(shown)\(rest > 0 ? ", and \(rest) more" : "")"
    }
}
