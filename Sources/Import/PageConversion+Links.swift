import CommonMark
import Foundation
import Sources
import Values

/// Where links and images of a page lead from its new place.
extension PageConversion {
    /// An address as it is from the page's new place; nil where it stays.
    ///
    /// - Parameter words: what a reader sees of a link.
    func rewritten(
        _ url: String, _ isImage: Bool, _ draft: inout Draft, _ page: PageIndex.Page, _ language: String,
        _ targets: Targets, _ assets: inout [String: String], words: String = ""
    ) -> String? {
        if url.isEmpty || url.hasPrefix("//") || url.prefix(12).contains(":") || url.hasPrefix("{{") { return nil }
        let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var path = String(parts[0].prefix { $0 != "?" })
        if path.hasPrefix("@site/") { path = String(path.dropFirst(5)) }
        let fragment = parts.count > 1 ? parts[1] : ""
        if path.isEmpty { return anchor(fragment, &draft, page, language, targets) }
        let plain = path.removingPercentEncoding ?? path
        let given = path.hasPrefix("/") ? targets.page(path, known) : nil
        if !isImage, let target = given ?? index.page(plain, from: page, known: known) {
            return link(to: target, url, plain, fragment, words, &draft, page, language, targets)
        }
        guard let source = targets.asset(plain, draft.path) else {
            tell(isImage ? .image : .link, "`\(url)` leads to nothing in the folder", &draft)
            return nil
        }
        // Another page's text is no file to be shown.
        if !isImage, PageIndex.isText(source) {
            guard let target = index.page(ofFile: source) else {
                tell(.link, "`\(url)` leads to a text that is no page here", &draft)
                return nil
            }
            return link(to: target, url, plain, fragment, words, &draft, page, language, targets)
        }
        if let name = targets.shared[source] {
            let up = String(repeating: "../", count: page.id.split(separator: "/").count)
            return up + PageConversion.sharedFolder + "/" + Self.address(ofFile: name)
        }
        return Self.address(ofFile: name(of: source, targets, &assets))
    }

    /// Where files lie that several pages show.
    package static let sharedFolder = "shared"

    /// Whether a link leads by what no page may link by, an address of an application: that is told, once for each.
    func isUnlinkable(_ node: Node, _ draft: inout Draft) -> Bool {
        guard case .inline? = node.linkTail, case .scheme(let scheme) = LinkScheme.start(of: node.url),
            !LinkScheme.allowed.contains(scheme)
        else { return false }
        let message = "no page links by `\(scheme):`, as to `\(node.url)`: the words stay, without a link"
        let start = "no page links by `\(scheme):`"
        if !draft.decisions.contains(where: { $0.message.hasPrefix(start) }) { tell(.link, message, &draft) }
        return true
    }

    /// Leaves the words of a link, and no more.
    static func unlink(_ node: Node, _ edits: inout SourceEdits) {
        guard let range = node.sourceRange, let start = node.firstChild?.sourceRange?.lowerBound,
            let end = node.lastChild?.sourceRange?.upperBound
        else { return }
        edits.replace(range.lowerBound..<start, with: "")
        edits.replace(end..<range.upperBound, with: "")
    }

    private func tell(_ kind: ImportDecision.Kind, _ message: String, _ draft: inout Draft) {
        draft.decisions.append(
            ImportDecision(kind: kind, place: Place(path: draft.path), message: message, isOpen: true))
    }

    /// The name that a file has beside the page: its own, unless another file has it.
    private func name(of source: String, _ targets: Targets, _ assets: inout [String: String]) -> String {
        let folders = source.split(separator: "/").map(String.init)
        let own = folders.last ?? source
        for count in 1...max(1, folders.count) {
            let name = folders.suffix(count).joined(separator: "-")
            guard let other = assets[name], other != source, !targets.isSame(source, other) else {
                if assets[name] == nil { assets[name] = source }
                return name
            }
        }
        return own
    }

    /// An anchor of the page itself.
    private func anchor(
        _ fragment: String, _ draft: inout Draft, _ page: PageIndex.Page, _ language: String, _ targets: Targets
    ) -> String? {
        let anchor = Self.key(fragment)
        guard !anchor.isEmpty else { return nil }
        if let id = targets.id(of: anchor, on: page, in: language, original: index.languages.first) { return "#\(id)" }
        tell(.link, "no heading of the page is `#\(fragment)`", &draft)
        return nil
    }

    private func link(
        to target: PageIndex.Page, _ url: String, _ path: String, _ fragment: String, _ words: String,
        _ draft: inout Draft, _ page: PageIndex.Page, _ language: String, _ targets: Targets
    ) -> String {
        let shown = target.files[language] == nil ? target.files.keys.sorted().first ?? language : language
        let anchor = Self.key(fragment)
        let id =
            anchor.isEmpty
            ? "" : targets.id(of: anchor, on: target, in: shown, original: index.languages.first).map { "#\($0)" } ?? ""
        // The title's own anchor is the page.
        if !anchor.isEmpty, id.isEmpty, targets.titles["\(target.id) \(shown)"] != anchor {
            tell(.link, "`\(url)`: that page has no such heading; the link leads to the page", &draft)
        }
        if let other = foreign(path, of: target, words, page, language) {
            tell(
                .link,
                target.id == page.id
                    ? "`\(url)` is this page in another language, which the switch of every page offers: its words stay, without a link"
                    : "`\(url)` leads to a page in `\(other)`, and links stay in their language here: it leads to the page in `\(language)`",
                &draft)
        }
        if target.id == page.id { return id.isEmpty ? "\(language).md" : id }
        let up = String(repeating: "../", count: page.id.split(separator: "/").count)
        // What is not translated yet is shown in the original, at the address of the reader's language.
        return "\(up)\(target.id)/\(language).md\(id)"
    }

    /// Whether a link is to this page in another language, which every page's switch offers.
    func isSwitch(_ url: String, _ page: PageIndex.Page, _ language: String, _ targets: Targets) -> Bool {
        let path = String(url.prefix { $0 != "?" && $0 != "#" })
        guard !path.isEmpty, !url.contains("#"), !path.hasPrefix("//"), !path.prefix(12).contains(":") else {
            return false
        }
        let plain = path.removingPercentEncoding ?? path
        let given = path.hasPrefix("/") ? targets.page(path, known) : nil
        guard let target = given ?? index.page(plain, from: page, known: known), target.id == page.id else {
            return false
        }
        let file = target.files[language]?.split(separator: "/").last.map(String.init)
        return foreign(plain, of: target, "", page, language) != nil
            || plain.split(separator: "/").last.map(String.init) == file
    }

    /// Whether a paragraph is a row of links to its page in other languages, with nothing but signs between them.
    func isRowOfLanguages(
        _ paragraph: Node, _ page: PageIndex.Page, _ language: String, _ targets: Targets
    ) -> Bool {
        var count = 0
        var isInLink = false
        for node in paragraph.children {
            switch node.kind {
            case .link:
                guard isSwitch(node.url, page, language, targets) else { return false }
                count += 1
            case .htmlInline:
                let tag = node.literal
                isInLink = tag.hasPrefix("<a ")
                if isInLink {
                    guard let url = Self.attribute("href", tag), isSwitch(url, page, language, targets) else {
                        return false
                    }
                    count += 1
                } else if !["</a>", "<br>", "<b>", "</b>"].contains(tag) {
                    return false
                }
            case .softBreak, .lineBreak: break
            case .text, .strong:
                // The language of the page itself is often no link.
                let words = ImportWords.folded(node.plainText).split { !$0.isLetter }
                let own = [language, "en"].compactMap {
                    Locale(identifier: $0).localizedString(forLanguageCode: language).map(ImportWords.folded)
                }
                guard isInLink || words.allSatisfy({ own.contains(String($0)) }) else { return false }
            default: return false
            }
        }
        return count > 0 && page.files.count > 1
    }

    /// The other language that a link means to lead to: its address names the language, and its words say so, or the page
    /// would lead to itself. Nil where it leads to the page's own, as it does where a translator left the address as it was.
    private func foreign(
        _ path: String, of target: PageIndex.Page, _ words: String, _ page: PageIndex.Page, _ language: String
    ) -> String? {
        let file = path.split(separator: "/").last.map(String.init) ?? ""
        let named =
            PageIndex.parts(of: path.hasSuffix("/") ? path + "index.md" : path, known, dialect).language
            ?? (target.id == page.id
                ? target.files.first {
                    $0.key != language && $0.value.split(separator: "/").last.map(String.init) == file
                }?
                .key : nil)
        guard let named, named != language, target.files[named] != nil else { return nil }
        if target.id == page.id { return named }
        let text = ImportWords.folded(words)
        let names = [language, named, "en"].compactMap {
            Locale(identifier: $0).localizedString(forLanguageCode: named).map(ImportWords.folded)
        }
        return names.contains(where: text.contains) ? named : nil
    }
}
