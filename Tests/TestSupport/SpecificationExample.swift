import Foundation

/// An example of a specification: a text, and the HTML that it has to become.
///
/// `scripts/setup --tests` puts the specifications into a cache of its own. That they are missing is an error, never a test
/// that is passed over.
public struct SpecificationExample: Sendable {
    /// The number in its specification, from 1.
    public let number: Int
    /// The text.
    public let markdown: String
    /// The HTML.
    public let html: String

    /// The 652 examples of CommonMark 0.30.
    public static func commonMark() throws -> [SpecificationExample] {
        struct Entry: Decodable {
            let example: Int
            let markdown: String
            let html: String
        }
        return try JSONDecoder().decode([Entry].self, from: data("commonmark.json")).map { entry in
            SpecificationExample(number: entry.example, markdown: entry.markdown, html: entry.html)
        }
    }

    /// The examples of what GFM 0.29 adds to CommonMark, by the words behind their fences.
    public static func gfm() throws -> [(extension: String, example: SpecificationExample)] {
        let text = String(decoding: try data("gfm.txt"), as: UTF8.self)
        let fence = String(repeating: "`", count: 32)
        var examples: [(extension: String, example: SpecificationExample)] = []
        var number = 0
        for piece in text.split(separator: "\n\(fence) example").dropFirst() {
            number += 1
            guard let end = piece.firstIndex(of: "\n"), let close = piece.range(of: "\n\(fence)") else { continue }
            let name = piece[..<end].drop { $0 == " " }
            // A line of one dot parts the text from its HTML, and an arrow stands for a tab.
            let body = (piece[end..<close.lowerBound] + "\n").replacing("→", with: "\t")
            guard !name.isEmpty, let dot = body.range(of: "\n.\n") else { continue }
            examples.append(
                (
                    String(name),
                    SpecificationExample(
                        number: number, markdown: body[..<dot.lowerBound].dropFirst() + "\n",
                        html: String(body[dot.upperBound...]))
                ))
        }
        return examples
    }

    private static func data(_ name: String) throws -> Data { try Cache.data(of: "specifications/\(name)") }
}
