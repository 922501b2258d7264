import Checks
import Guides
import Rendering
import Sources
import Values

/// A guide's error that has an address which stays.
struct ErrorAddress: Sendable {
    let id: ErrorID
    let guide: String
    /// The patterns, as their author wrote them.
    let patterns: [String]
    /// The languages that the guide is written in, with its title in each.
    let editions: [(language: LanguageTag, title: String)]
}

/// Writes the pages at the addresses of errors, `e/<id>` and `<language>/e/<id>`, and the list of them.
struct ErrorAddressWriter {
    let loaded: LoadedProject
    let sink: any OutputSink

    /// The list for programs.
    static let catalogueName = "\(ErrorAddressPage.folder)/index.json"

    /// Two errors of one address, and a guide that stands where one would.
    static func diagnose(_ addresses: [ErrorAddress], in inventory: Inventory) -> [Diagnostic] {
        var first: [String: String] = [:]
        return addresses.compactMap { address -> Diagnostic? in
            let id = address.id.text
            if inventory["\(ErrorAddressPage.folder)/\(id)"] != nil {
                return Diagnostic(TakenName(), at: address.id.place)
            }
            guard let other = first[id] else {
                first[id] = address.guide
                return nil
            }
            return Diagnostic(RepeatedErrorID(id: id, other: other), at: address.id.place)
        }
    }

    func write(_ addresses: [ErrorAddress]) throws(OutputError) {
        guard let template = loaded.site?.error, !addresses.isEmpty else { return }
        let languages = loaded.project.languages
        var buffer: [UInt8] = []
        for address in addresses {
            let items = languages.map { language in
                let edition = address.editions.first { $0.language == language.tag } ?? address.editions.first
                return (language: language, title: edition?.title ?? address.guide)
            }
            func put(_ page: ErrorAddressPage, at path: String, _ language: Language) throws(OutputError) {
                guard let template = template[language.tag] else { return }
                buffer.removeAll(keepingCapacity: true)
                template.render(page, html: UnsafeBufferPointer(start: nil, count: 0), into: &buffer)
                try self.put(buffer, at: path)
            }
            let path = ErrorAddressPage.path(of: address.id.text)
            for (language, title) in items {
                let href = "../../" + GuideItem.href(to: loaded.paths.path(of: address.guide, in: language.tag))
                try put(
                    ErrorAddressPage(title: title, root: "../../../", languages: [(language, title, href)]),
                    at: "\(language.tag)/\(path)", language)
            }
            guard let source = items.first else { continue }
            let all = items.map {
                let page = loaded.paths.path(of: address.guide, in: $0.language.tag)
                return ($0.language, $0.title, "../../\($0.language.tag)/\(GuideItem.href(to: page))")
            }
            try put(ErrorAddressPage(title: source.title, root: "../../", languages: all), at: path, source.language)
        }
        try put(catalogue(addresses), at: Self.catalogueName)
    }

    /// A list of objects with `id`, `address`, `guide`, `patterns`, and for each language its `title` and `address`.
    private func catalogue(_ addresses: [ErrorAddress]) -> [UInt8] {
        let site = loaded.project.configuration.url ?? "/"
        let languages = loaded.project.languages.map(\.tag)
        let items = addresses.sorted { $0.id.text < $1.id.text }.map { address -> JSONValue in
            let end = "\(ErrorAddressPage.folder)/\(address.id.text)/"
            let editions = address.editions.filter { languages.contains($0.language) }.map { edition -> JSONValue in
                [
                    "language": .string(edition.language.rawValue), "title": .string(edition.title),
                    "address": .string("\(site)\(edition.language)/\(end)"),
                ]
            }
            return [
                "id": .string(address.id.text), "address": .string(site + end), "guide": .string(address.guide),
                "patterns": JSONValue(address.patterns), "editions": .array(editions),
            ]
        }
        return Array(JSONValue.array(items).text(isIndented: true).utf8) + [0x0A]
    }

    private func put(_ bytes: [UInt8], at path: String) throws(OutputError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(OutputError) in try sink.put(buffer, at: path) }
    }
}
