import Foundation

/// A text that may hold an API key, in parts: put together they would set off every scanner of repositories.
public struct KeyCase: Decodable, Sendable {
    /// The text's parts.
    public let parts: [String]
    /// Whether it holds a key.
    public let isKey: Bool

    /// The whole text.
    public var text: String { parts.joined() }

    /// The table that the program and the page's script both follow.
    public static func all() throws -> [KeyCase] {
        try JSONDecoder().decode([KeyCase].self, from: Data(contentsOf: Package.fixture("errors/keys.json")))
    }
}
