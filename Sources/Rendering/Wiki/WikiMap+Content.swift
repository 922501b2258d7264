import Foundation
import Guides
import Values

/// The way back from a page's links to those of the guides' files.
extension WikiMap {
    /// The address that a guide's file has for what a link of its page leads to; nil where that is neither a guide nor
    /// a file of this one.
    ///
    /// - Parameters:
    ///   - address: as it stands on the page.
    ///   - guide: the guide of the page.
    ///   - language: the language of the text around the link.
    public func contentAddress(of address: String, in guide: String, _ language: LanguageTag) -> String? {
        let flavor = settings.flavor
        for name in assets(of: guide) {
            let link = flavor.link(toAsset: flavor.assetPath(guide: guide, name: name))
            if Self.isSame(link, address) { return PercentEncoding.encode(path: name) }
        }
        for path in guides.first(where: { $0.id == guide })?.shared ?? [] {
            let (folder, name) = Self.parts(of: path)
            guard Self.isSame(flavor.link(toAsset: flavor.assetPath(guide: folder, name: name)), address) else {
                continue
            }
            let way = Self.relative(from: guide, to: folder)
            return PercentEncoding.encode(path: "\(way)/\(name)")
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = parts.count > 1 ? parts[1] : nil
        if parts[0].isEmpty {
            guard let fragment, let page = self.address(of: guide, in: language) else { return nil }
            return anchor(fragment, language, on: page).map { "#" + $0 }
        }
        for target in guides {
            guard let page = self.address(of: target.id, in: language),
                Self.isSame(flavor.link(toPage: page.name, title: page.title), parts[0])
            else { continue }
            let path = Self.relative(from: guide, to: target.id) + "/\(language).md"
            guard let fragment else { return path }
            let shown = shownLanguage(of: target.id, for: language)
            // On a page of several languages, the place without an anchor is the language's title.
            if fragment == pageAnchor(nil, shown), settings.layout == .bilingual { return path }
            return anchor(fragment, shown, on: page).map { "\(path)#\($0)" }
        }
        return nil
    }

    /// The same for a page that was published on another kind of wiki, or in the other layout, before the settings were changed.
    ///
    /// The names of all pages are decided anew for each: to be asked where `contentAddress` knows nothing.
    public func earlierContentAddress(of address: String, in guide: String, _ language: LanguageTag) -> String? {
        let isElsewhere = address.split(separator: "/", maxSplits: 1).first?.contains(":") == true
        if isElsewhere { return nil }
        for layout in WikiLayout.allCases.sorted(by: { one, _ in one == settings.layout }) {
            for flavor in WikiFlavor.allCases where flavor != settings.flavor || layout != settings.layout {
                let other = WikiSettings(flavor: flavor, layout: layout, lists: settings.lists)
                let map = Self.make(other, languages: languages, guides: guides).map
                if let found = map?.contentAddress(of: address, in: guide, language) { return found }
            }
        }
        return nil
    }

    /// Our anchor for a fragment: ours, or what the wiki itself gives the heading.
    private func anchor(_ fragment: String, _ language: LanguageTag, on page: WikiAddress) -> String? {
        let decoded = fragment.removingPercentEncoding ?? fragment
        let slugs = headingAnchors(on: page)
        let ids = settings.layout == .bilingual ? slugs.filter { $0.key.hasPrefix("\(language)-") } : slugs
        let id = ids.keys.first { $0 == decoded } ?? ids.filter { $0.value == decoded }.keys.min()
        guard settings.layout == .bilingual else { return id }
        return id.map { String($0.dropFirst(language.rawValue.utf8.count + 1)) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || left.removingPercentEncoding == right.removingPercentEncoding
    }

    /// The way from a guide's folder to another's.
    private static func relative(from guide: String, to other: String) -> String {
        var (from, to) = (guide.split(separator: "/")[...], other.split(separator: "/")[...])
        while let first = from.first, first == to.first, from.count > 1 || to.count > 1, to.count > 1 {
            from = from.dropFirst()
            to = to.dropFirst()
        }
        return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
    }
}
