import Sources

/// Takes apart what somebody typed: code, links, addresses, and signs that only wikis know.
struct TypedScanner {
    enum Piece {
        /// Text, or code.
        case plain([UInt8])
        /// Where a link leads.
        case address([UInt8])
        /// An address without any signs around it.
        case bareAddress([UInt8])
        /// `[[words|page]]`.
        case wikiLink(words: String, page: String)
        /// `[^name]`.
        case note(name: String)
        /// `<sup>1</sup>`.
        case raised(Int)
        /// `:name:`.
        case emoji(String)
    }

    private let text: [UInt8]
    private let isCode: Bool
    private var index = 0
    private var pending: Piece?
    /// Where a sign stands next, the text's end where it does not: looked for once, however many others wait for it.
    private var places: [UInt8: Int] = [:]

    init(_ text: [UInt8], isCode: Bool) {
        self.text = text
        self.isCode = isCode
    }

    mutating func next() -> Piece? {
        if let piece = pending {
            pending = nil
            return piece
        }
        let start = index
        if isCode { index = text.count }
        while index < text.count {
            let begin = index
            guard let piece = special() else { continue }
            if begin == start { return piece }
            pending = piece
            return .plain(Array(text[start..<begin]))
        }
        return index > start ? .plain(Array(text[start..<index])) : nil
    }

    /// What is more than text at the index; nil, and one step on, where nothing is.
    private mutating func special() -> Piece? {
        if index >= 2, text[index - 1] == UInt8(ascii: "("), text[index - 2] == UInt8(ascii: "]"), let piece = address()
        {
            return piece
        }
        switch text[index] {
        case UInt8(ascii: "\\"): index = min(index + 2, text.count)
        case UInt8(ascii: "`"): skipCode()
        case UInt8(ascii: "<"):
            if let (number, end) = NoteNames.raised(text[index...]) {
                index = end
                return .raised(number)
            }
            // What stands in signs of its own is an address already, or markup.
            index = (place(of: UInt8(ascii: ">")) ?? index) + 1
        case UInt8(ascii: "["): return bracket()
        case UInt8(ascii: "h"): return bareAddress()
        case UInt8(ascii: ":"): return emoji()
        default: index += 1
        }
        return nil
    }

    /// The next place of a sign from the index on; nil where there is none.
    private mutating func place(of sign: UInt8) -> Int? {
        if places[sign] ?? -1 < index { places[sign] = text[index...].firstIndex(of: sign) ?? text.count }
        return places[sign].flatMap { $0 < text.count ? $0 : nil }
    }

    private mutating func skipCode() {
        var width = 0
        while index + width < text.count, text[index + width] == UInt8(ascii: "`") { width += 1 }
        var end = index + width
        while end < text.count {
            guard text[end] == UInt8(ascii: "`") else {
                end += 1
                continue
            }
            var run = 0
            while end + run < text.count, text[end + run] == UInt8(ascii: "`") { run += 1 }
            end += run
            if run == width {
                index = end
                return
            }
        }
        index += width
    }

    /// Where a link leads, behind `](`.
    private mutating func address() -> Piece? {
        if text[index] == UInt8(ascii: "<") { return nil }
        let end = text[index...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ")") } ?? text.count
        guard end > index else { return nil }
        defer { index = end }
        return .address(Array(text[index..<end]))
    }

    private mutating func bracket() -> Piece? {
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "^") {
            let (start, close) = (index + 2, place(of: UInt8(ascii: "]")))
            index = (close ?? index) + 1
            return close.flatMap { $0 > start ? .note(name: String(decoding: text[start..<$0], as: UTF8.self)) : nil }
        }
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "["),
            let close = place(of: UInt8(ascii: "]")), close + 1 < text.count,
            text[close + 1] == UInt8(ascii: "]")
        else {
            index += 1
            return nil
        }
        let inner = String(decoding: text[(index + 2)..<close], as: UTF8.self)
        index = close + 2
        let parts = inner.split(separator: "|", maxSplits: 1).map(String.init)
        return .wikiLink(words: parts.first ?? inner, page: parts.last ?? inner)
    }

    private mutating func bareAddress() -> Piece? {
        let isStart = index == 0 || !text[index - 1].isWordPart && text[index - 1] != UInt8(ascii: "(")
        let rest = text[index...]
        guard isStart, rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
            index += 1
            return nil
        }
        var end = index
        while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: "]"),
            text[end] != UInt8(ascii: "*"), text[end] != UInt8(ascii: "|")
        { end += 1 }
        // A sentence's sign behind an address is none of it (GFM 0.29, section 6.9).
        while end > index, "?!.,:;\"')_~".utf8.contains(text[end - 1]) { end -= 1 }
        defer { index = end }
        return .bareAddress(Array(text[index..<end]))
    }

    private mutating func emoji() -> Piece? {
        var end = index + 1
        while end < text.count,
            text[end].isASCIIAlphanumeric || text[end] == UInt8(ascii: "_") || text[end] == UInt8(ascii: "+")
                || text[end] == UInt8(ascii: "-")
        {
            end += 1
        }
        let name = text[(index + 1)..<end]
        guard end < text.count, text[end] == UInt8(ascii: ":"),
            name.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) || name.elementsEqual("+1".utf8)
                || name.elementsEqual("-1".utf8),
            index == 0 || !text[index - 1].isWordPart
        else {
            index += 1
            return nil
        }
        index = end + 1
        return .emoji(String(decoding: name, as: UTF8.self))
    }
}
