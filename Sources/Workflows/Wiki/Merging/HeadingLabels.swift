import Sources
import Values

/// What the generator writes before and behind the title of a step or an option, in any of a page's languages.
struct HeadingLabels: Sendable {
    /// `Option {letter}` taken apart, and what follows it.
    private let options: [(before: String, after: String)]
    /// `(recommended)`.
    private let advice: [String]

    init(_ languages: [Language]) {
        options = languages.map { language in
            let parts = language.term("option").split(separator: "{", maxSplits: 1).map(String.init)
            let after = parts.count > 1 ? parts[1].split(separator: "}", maxSplits: 1).dropFirst().joined() : ""
            let colon = PageReading.spaced(language.term("colon"))
            return (PageReading.spaced(parts.first ?? ""), PageReading.spaced(after) + colon)
        }
        advice = languages.map { "(\(PageReading.spaced($0.term("recommended"))))" }
    }

    /// A heading's text without labels before it; that an option is advised stays.
    func title(of text: String) -> String {
        let text = PageReading.spaced(text)
        return String(text.unicodeScalars.dropFirst(lengthBefore(text)))
    }

    /// A heading's text without labels.
    func bareTitle(of text: String) -> String {
        let title = title(of: text)
        guard let advice = advice.first(where: { title.hasSuffix($0) }) else { return title }
        return String(String(title.dropLast(advice.count)).reversed().drop { $0 == " " }.reversed())
    }

    /// How many scalars of a text with plain spaces are a label before the title.
    private func lengthBefore(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count, scalars[index].value >= 0x30, scalars[index].value <= 0x39 { index += 1 }
        if index > 0, index < scalars.count {
            let dot = scalars[index] == "\\" ? index + 1 : index
            if dot + 1 < scalars.count, scalars[dot] == ".", scalars[dot + 1] == " " { return dot + 2 }
        }
        for option in options where !option.before.isEmpty && text.hasPrefix(option.before) {
            var index = option.before.unicodeScalars.count
            let start = index
            while index < scalars.count,
                scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil,
                index - start < 3
            { index += 1 }
            // With or without the space that a language has before its colon.
            for after in [option.after, option.after.replacing(" ", with: "")] where index > start {
                let rest = String(String.UnicodeScalarView(scalars[index...]))
                guard rest.hasPrefix(after) else { continue }
                var end = index + after.unicodeScalars.count
                while end < scalars.count, scalars[end] == " " { end += 1 }
                return end
            }
        }
        return 0
    }

    /// The part of a heading's bytes that its author may have written, and whether an option is called advised.
    ///
    /// - Parameter range: behind the signs that make it a heading, to the end of the line.
    func content(of text: [UInt8], _ range: Range<Int>) -> (range: Range<Int>, isRecommended: Bool) {
        let line = String(decoding: text[range], as: UTF8.self)
        let skipped = lengthBefore(PageReading.spaced(line))
        var start = range.lowerBound
        var left = skipped
        var wasSpace = false
        for scalar in line.unicodeScalars {
            let isSpace = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\t"].contains(scalar)
            if !(isSpace && wasSpace) {
                if left == 0 { break }
                left -= 1
            }
            wasSpace = isSpace
            start += String(scalar).utf8.count
        }
        while start < range.upperBound, text[start] == 0x20 { start += 1 }
        var end = range.upperBound
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        for word in advice {
            let spaced = PageReading.spaced(String(decoding: text[start..<end], as: UTF8.self))
            guard spaced.hasSuffix(word), let open = text[start..<end].lastIndex(of: UInt8(ascii: "(")) else {
                continue
            }
            end = open
            while end > start, text[end - 1] <= 0x20 { end -= 1 }
            return (start..<end, true)
        }
        return (start..<end, false)
    }
}
