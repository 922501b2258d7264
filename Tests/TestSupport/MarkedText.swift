/// A text with `⟦` and `⟧` around the spans that a test is about, so that nobody counts columns.
///
///     let marked = MarkedText("a ⟦**bold**⟧ word")
///     marked.text      // "a **bold** word"
///     marked.ranges    // [2..<10], in bytes
public struct MarkedText: Sendable {
    /// The text without the markers.
    public let text: String
    /// The marked spans in bytes, in the order in which they begin.
    public let ranges: [Range<Int>]

    /// Reads the markers; those that do not close are as good as none.
    public init(_ marked: String) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        var found: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": open.append(bytes.count)
            case "⟧": if let start = open.popLast() { found.append(start..<bytes.count) }
            default: bytes += Array(String(scalar).utf8)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
        ranges = found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// The texts of the marked spans.
    public var marked: [String] { ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }

    /// Puts markers around spans of a text, to compare with what was expected.
    public static func marking(_ ranges: [Range<Int>], in text: String) -> String {
        let bytes = Array(text.utf8)
        var marked: [UInt8] = []
        for index in 0...bytes.count {
            // An empty span opens and closes at the same place, after those that end there.
            for range in ranges where range.upperBound == index && !range.isEmpty { marked += Array("⟧".utf8) }
            for range in ranges where range.lowerBound == index {
                marked += Array((range.isEmpty ? "⟦⟧" : "⟦").utf8)
            }
            if index < bytes.count { marked.append(bytes[index]) }
        }
        return String(decoding: marked, as: UTF8.self)
    }
}
