import Foundation
import Guides
import Rendering
import Sources
import Values

/// Checks where redirects lead, and from where, which takes the anchors of all guides.
struct RedirectCheck {
    private let loaded: LoadedProject
    private let errors: Set<String>
    private let redirects: Redirects
    /// The redirects by what they lead away from.
    private var sources: [ExactText: Redirect] = [:]
    /// The guides as other systems compare their names.
    private let folded: [String: String]

    /// - Parameter errors: the names of the errors that have an address.
    init(_ loaded: LoadedProject, errors: [String] = []) {
        self.loaded = loaded
        self.errors = Set(errors)
        redirects = loaded.project.redirects
        let ids = redirects.all.isEmpty ? [] : loaded.project.inventory.ids
        folded = Dictionary(ids.map { (Self.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
        for redirect in redirects.all {
            let key = key(redirect.from)
            sources[key] = sources[key] ?? redirect
        }
    }

    func diagnose(_ index: GuideIndex) -> [Diagnostic] {
        guard !redirects.all.isEmpty else { return [] }
        var entries: [ExactText: Int] = [:]
        for (number, entry) in index.enumerated() where entry.isWhole { entries[ExactText(entry.id)] = number }
        func anchors(_ id: String) -> [String]? { entries[ExactText(id)].map { index[$0].anchors } }
        var known: Set<ExactText> = []
        return redirects.all.flatMap { redirect -> [Diagnostic] in
            guard files(of: redirect.from).allSatisfy({ known.insert(ExactText($0)).inserted }) else {
                return [Diagnostic(BadRedirect(.repeated(redirect.from.written)), at: redirect.from.node.place)]
            }
            return [
                source(redirect.from, anchors).map { Diagnostic(BadRedirect($0), at: redirect.from.node.place) },
                target(redirect, anchors).map { Diagnostic(BadRedirect($0), at: redirect.to.node.place) },
            ].compactMap(\.self)
        }
    }

    // MARK: From where

    private func source(_ from: Redirect.End, _ anchors: (String) -> [String]?) -> BadRedirect.Fault? {
        switch from.page {
        case .elsewhere: return nil
        case .guide(let id):
            let living = folded[Self.folded(id)]
            guard let anchor = from.anchor else {
                if let living { return .living(living) }
                return files(of: from).contains(where: isOurs) ? .livingPath(guide: "") : nil
            }
            if let living, living.hasSameBytes(as: id) {
                return anchors(id)?.contains(anchor) == true ? .livingAnchor(anchor, page: id) : nil
            }
            return redirects[guide: id] == nil ? .noPage(anchor: anchor, page: id) : nil
        case .path(let path):
            let file = Redirect.End.Page.file(of: path)
            if isOurs(file) { return .livingPath(guide: from.anchor == nil ? "" : guide(at: file) ?? "") }
            guard let anchor = from.anchor else { return nil }
            return sources[ExactText("/" + file)] == nil ? .noPage(anchor: anchor, page: "/" + path) : nil
        }
    }

    /// The files that would be written, with the anchor that they would lead on.
    private func files(of end: Redirect.End) -> [String] {
        let anchor = end.anchor.map { "#" + $0 } ?? ""
        return switch end.page {
        case .elsewhere: []
        case .path(let path): [Redirect.End.Page.file(of: path) + anchor]
        case .guide(let id):
            loaded.project.languages.map { PageAddress(guide: id, language: $0.tag).folder + "/index.html" + anchor }
        }
    }

    /// What tells one address from another.
    private func key(_ end: Redirect.End) -> ExactText {
        let anchor = end.anchor.map { "#" + $0 } ?? ""
        return switch end.page {
        case .guide(let id): ExactText(id + anchor)
        case .path(let path): ExactText("/" + Redirect.End.Page.file(of: path) + anchor)
        case .elsewhere(let address): ExactText(address)
        }
    }

    /// The guide whose page a file of the output is.
    private func guide(at file: String) -> String? {
        let parts = file.split(separator: "/")
        guard let first = parts.first, loaded.project.languages.contains(where: { $0.tag.rawValue == first }),
            parts.last == "index.html"
        else { return nil }
        let page = parts.dropFirst().dropLast().joined(separator: "/")
        guard let language = LanguageTag(rawValue: String(first)) else { return nil }
        if let guide = loaded.paths.guide(at: page, in: language) { return guide }
        // A guide whose page stands elsewhere is not there.
        return folded[Self.folded(page)].flatMap {
            loaded.paths.path(of: $0, in: language).hasSameBytes(as: $0) ? $0 : nil
        }
    }

    /// Whether a build writes a page of its own there.
    private func isOurs(_ file: String) -> Bool {
        if file == "index.html" || file == MissingPage.name || guide(at: file) != nil { return true }
        let languages = loaded.project.languages.map(\.tag.rawValue)
        if languages.contains(where: { file == "\($0)/index.html" }) { return true }
        if loaded.hasTranslationsPage, languages.contains(where: { file == "\($0)/\(TranslationsPage.id)/index.html" })
        {
            return true
        }
        return errors.contains { error in
            let path = ErrorAddressPage.path(of: error)
            return file == path || languages.contains { file == "\($0)/\(path)" }
        }
    }

    // MARK: Where to

    private func target(_ redirect: Redirect, _ anchors: (String) -> [String]?) -> BadRedirect.Fault? {
        switch redirect.to.page {
        case .elsewhere: return nil
        case .guide(let id):
            guard loaded.project.inventory[id] != nil else {
                return sources[ExactText(id)] == nil
                    ? .noGuide(id, known: loaded.project.inventory.ids) : chain(from: redirect)
            }
            guard let anchor = redirect.to.anchor, let known = anchors(id), !known.contains(anchor) else { return nil }
            return sources[key(redirect.to)] == nil
                ? .noAnchor(anchor, guide: id, known: known.filter { !$0.isEmpty }) : chain(from: redirect)
        case .path(let path):
            let file = Redirect.End.Page.file(of: path)
            if isOurs(file) || loaded.folder.files.kind("\(StaticFiles.folder)/\(path)") == .file
                || loaded.folder.files.kind("\(StaticFiles.folder)/\(file)") == .file
            {
                return nil
            }
            return sources[ExactText("/" + file)] == nil ? .nothing("/" + path) : chain(from: redirect)
        }
    }

    /// Where a redirect that leads to others ends.
    private func chain(from redirect: Redirect) -> BadRedirect.Fault {
        var names = [redirect.from.written, redirect.to.written]
        var end = redirect.to
        var known: Set<ExactText> = [key(redirect.from)]
        while let next = sources[key(end)] ?? end.anchor.flatMap({ _ in page(of: end) }) {
            guard known.insert(key(end)).inserted else { return .circle(names) }
            end = next.to
            names.append(end.written)
        }
        return .chain(redirect.to.written, end: end.written)
    }

    /// Where the page goes whose anchor nothing is said of.
    private func page(of end: Redirect.End) -> Redirect? {
        guard case .guide(let id) = end.page else { return nil }
        return redirects[guide: id]
    }

    /// A name as macOS and Windows compare it.
    private static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }
}
