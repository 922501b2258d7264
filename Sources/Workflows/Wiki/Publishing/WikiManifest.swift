import Foundation
import Rendering
import Sources
import Values

/// Which pages of a wiki are ours, and what they were published as: a file of the wiki's repository that no wiki
/// shows. What it does not name is never touched.
package struct WikiManifest: Sendable {
    /// Its path; no flavour shows files that begin with a dot.
    static let path = ".vademecum.json"
    /// The form of the file.
    static let version = 1

    /// A page that was published from the guides.
    struct Entry: Sendable, Equatable {
        /// The page's path.
        var path: String
        /// What it was made from.
        var origin: WikiPage.Origin
        /// Whether it only says where the page of this origin has gone.
        var isStub = false
        /// The ID of the text that the guides made: what somebody edited where the page is another one.
        var text: String
        /// The published text, where the wiki's history does not have it because an edit was merged into it.
        var built: [UInt8]?
        /// What the bytes of the published text stand for (`WikiTrace.record`); nil where it is no guide's page, and in lists
        /// of earlier versions.
        var made: String?
    }

    /// The pages, by path.
    private(set) var entries: [Entry]
    private let indices: [[UInt8]: Int]

    /// Sorts the pages; of several with one path the first counts.
    init(entries: [Entry] = []) {
        var seen: Set<[UInt8]> = []
        self.entries = entries.filter { seen.insert(Array($0.path.utf8)).inserted }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        indices = Dictionary(
            self.entries.enumerated().map { (Array($1.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a page was before, as what leads from there to it says.
    func earlierPaths(of path: String) -> [String] {
        guard let entry = self[path], let guide = entry.origin.guide else { return [] }
        return entries.filter { $0.isStub && $0.origin.guide == guide && $0.origin.languages == entry.origin.languages }
            .map(\.path)
    }

    /// The page at a path.
    subscript(path: String) -> Entry? { indices[Array(path.utf8)].map { entries[$0] } }
}

extension WikiManifest {
    /// The file: a page's lines do not depend on other pages, so that what changed can be seen in the history.
    package var bytes: [UInt8] {
        let pages = entries.map { entry in
            var object: JSONValue = ["path": .string(entry.path)]
            for (key, value) in entry.origin.fields { object.append(key, value) }
            if entry.isStub { object.append("moved", true) }
            object.append("text", .string(entry.text))
            if let built = entry.built {
                let lines = String(decoding: built, as: UTF8.self)
                    .split(separator: "\n", omittingEmptySubsequences: false)
                object.append("built", JSONValue(lines.map(String.init)))
            }
            if let made = entry.made { object.append("made", .string(made)) }
            return object
        }
        let file: JSONValue = [
            "about": "Which pages vademecum publishes here, and from what. Other pages are left alone.",
            "version": .integer(Self.version), "pages": .array(pages),
        ]
        return Array((file.text(isIndented: true) + "\n").utf8)
    }

    /// Reads the file.
    package init(reading bytes: [UInt8]) throws(WikiManifestError) {
        let file: File
        do {
            let version = try JSONDecoder().decode(Version.self, from: Data(bytes)).version
            guard version == Self.version else { throw WikiManifestError(.version(version)) }
            file = try JSONDecoder().decode(File.self, from: Data(bytes))
        } catch let error as WikiManifestError {
            throw error
        } catch {
            throw WikiManifestError(.unreadable)
        }
        var entries: [Entry] = []
        for page in file.pages {
            guard let origin = page.origin else { throw WikiManifestError(.unreadable) }
            entries.append(
                Entry(
                    path: page.path, origin: origin, isStub: page.moved ?? false, text: page.text,
                    built: page.built.map { Array($0.joined(separator: "\n").utf8) }, made: page.made))
        }
        self.init(entries: entries)
    }

    private struct Version: Decodable { let version: Int }
    private struct File: Decodable { let pages: [Page] }

    private struct Page: Decodable {
        let path: String
        let guide: String?
        let languages: [String]?
        let file: String?
        let list: String?
        let folder: String?
        let moved: Bool?
        let text: String
        let built: [String]?
        let made: String?

        var origin: WikiPage.Origin? {
            let tags = (languages ?? []).compactMap(LanguageTag.init(rawValue:))
            if let guide { return file.map { .asset(guide: guide, name: $0) } ?? .guide(id: guide, languages: tags) }
            switch list {
            case "home": return tags.first.map { .languageHome($0) } ?? .home
            case "sidebar": return .sidebar
            case "footer": return .footer
            case "order": return .order(folder: folder ?? "")
            default: return nil
            }
        }
    }
}

extension WikiPage.Origin {
    /// As reports and the manifest have it.
    var fields: [(key: String, value: JSONValue)] {
        switch self {
        case .guide(let id, let languages):
            [("guide", .string(id)), ("languages", JSONValue(languages.map(\.rawValue)))]
        case .home: [("list", "home")]
        case .languageHome(let language): [("list", "home"), ("languages", [.string(language.rawValue)])]
        case .sidebar: [("list", "sidebar")]
        case .footer: [("list", "footer")]
        case .order(let folder): [("list", "order"), ("folder", .string(folder))]
        case .asset(let guide, let name): [("guide", .string(guide)), ("file", .string(name))]
        }
    }
}
