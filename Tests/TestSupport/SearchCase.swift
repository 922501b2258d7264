import Foundation

/// A text, and the words that the search finds it by.
public struct SearchCase: Decodable, Sendable {
    /// The text.
    public let text: String
    /// Its words, folded, in their order.
    public let words: [String]

    /// The table that the program and the page's script both follow.
    public static func all() throws -> [SearchCase] {
        try JSONDecoder().decode([SearchCase].self, from: Data(contentsOf: Package.fixture("search/words.json")))
    }
}
