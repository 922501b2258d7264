import Foundation
import Guides
import Rendering
import Sources
import Values

/// Finds pages that would stand at one place, which takes the paths of all guides.
struct PathCheck {
    let loaded: LoadedProject
    /// The names of the errors that have an address.
    var errors: [String] = []

    /// A guide whose page has a path of its own.
    struct Claim: Sendable {
        let guide: String
        let path: GuidePath
    }

    /// The paths, of claims in any order.
    static func paths(_ claims: [Claim]) -> PagePaths {
        var paths = PagePaths()
        for claim in claims { paths.set(claim.path.path, of: claim.guide, in: claim.path.language) }
        return paths
    }

    func diagnose(_ claims: [Claim]) -> [Diagnostic] {
        guard !claims.isEmpty else { return [] }
        let paths = Self.paths(claims)
        return loaded.project.languages.map(\.tag).flatMap { language -> [Diagnostic] in
            var taken: [String: String] = [:]
            for name in ownNames { taken[name] = "" }
            // Guides that stay where they are were there first.
            for id in loaded.project.inventory.ids where paths.path(of: id, in: language).hasSameBytes(as: id) {
                taken[Self.folded(id)] = id
            }
            let own = claims.filter { $0.path.language == language }.sorted { $0.guide.precedesByBytes($1.guide) }
            return own.compactMap { claim in
                let key = Self.folded(claim.path.path)
                if let other = taken[key], other.isEmpty || !other.hasSameBytes(as: claim.guide) {
                    return Diagnostic(BadPath(.taken(claim.path.path, by: other)), at: claim.path.node.place)
                }
                taken[key] = claim.guide
                return nil
            }
        }
    }

    /// Whether two guides have pages at one place, so that not both can be written.
    func hasClash(_ paths: PagePaths) -> Bool {
        guard !paths.isEmpty else { return false }
        return loaded.project.languages.contains { language in
            var taken: Set<String> = []
            return !loaded.project.inventory.ids.allSatisfy {
                taken.insert(Self.folded(paths.path(of: $0, in: language.tag))).inserted
            }
        }
    }

    /// What stands in the folder of a language besides guides.
    private var ownNames: [String] {
        [LanguageScript.name, SearchIndex.name, Feed.name, "llms.txt"]
            + (loaded.hasTranslationsPage ? [TranslationsPage.id] : [])
            + errors.map { "\(ErrorAddressPage.folder)/\($0)" }
    }

    /// A name as macOS and Windows compare it.
    private static func folded(_ name: String) -> String { name.precomposedStringWithCanonicalMapping.lowercased() }
}
