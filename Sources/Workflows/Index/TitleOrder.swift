import Foundation
import Sources
import Values

/// The order in which a home lists guides: by the numbers that they give themselves, and the others by title, as readers of the
/// language look for one.
enum TitleOrder {
    /// The indices of guides by their titles in a language: capitals and accents make a difference only where nothing else does.
    static func indices(of entries: GuideIndex, in language: LanguageTag) -> [Int] {
        indices(of: entries.map { $0.edition(for: language)?.title ?? "" }, numbers: entries.map(\.order))
    }

    /// The indices of titles in that order.
    static func indices(of titles: [String], numbers: [Double?]) -> [Int] {
        let keys = titles.map(key)
        return titles.indices.sorted { left, right in
            let (one, two) = (numbers[left] ?? .infinity, numbers[right] ?? .infinity)
            if one != two { return one < two }
            if keys[left] != keys[right] { return keys[left].precedesByBytes(keys[right]) }
            if titles[left] != titles[right] { return titles[left].precedesByBytes(titles[right]) }
            return left < right
        }
    }

    private static func key(_ title: String) -> String {
        let folded =
            title.utf8.allSatisfy { $0 < 0x80 }
            ? title.lowercased() : title.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        // What a title begins with besides letters and digits is not what it is looked for by.
        return String(folded.unicodeScalars.drop { !$0.properties.isAlphabetic && $0.properties.numericType == nil })
    }
}
