/// A tag of Hugo's shortcodes, `{{< name "value" key=value >}}`.
struct Shortcode {
    let name: String
    /// What it is given, in its order; the name is empty where it is given by its place.
    private(set) var arguments: [(name: String, value: String)] = []
    private(set) var isClosing = false
    /// Whether it ends itself.
    private(set) var isEmpty = false
    /// Whether what it holds is Markdown.
    let isMarkdown: Bool
    /// Its bytes.
    let range: Range<Int>

    /// Reads the tag that begins at a byte; nil where there is none, or where it does not end.
    init?(_ bytes: [UInt8], at start: Int) {
        guard let end = Self.end(bytes, start) else { return nil }
        isMarkdown = bytes[start + 2] == UInt8(ascii: "%")
        range = start..<end
        var words = Self.words(bytes[(start + 3)..<(end - 3)])[...]
        if words.first?.value == "/", words.first?.name.isEmpty == true {
            isClosing = true
            words = words.dropFirst()
        }
        if words.last?.value == "/", words.count > 1 {
            isEmpty = true
            words = words.dropLast()
        }
        guard var first = words.first?.value, words.first?.name.isEmpty == true, !first.isEmpty else { return nil }
        if first.hasPrefix("/") {
            isClosing = true
            first = String(first.dropFirst())
        }
        name = first
        arguments = Array(words.dropFirst())
    }

    /// The offset behind the tag that begins at a byte.
    static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard isStart(bytes, start) else { return nil }
        let sign = bytes[start + 2] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "%")
        var index = start + 3
        while index + 2 < bytes.count {
            if bytes[index] == sign, bytes[index + 1] == UInt8(ascii: "}"), bytes[index + 2] == UInt8(ascii: "}") {
                return index + 3
            }
            // Another one begins: this one was none.
            if isStart(bytes, index) { return nil }
            index += 1
        }
        return nil
    }

    static func isStart(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == UInt8(ascii: "{") && bytes[index + 1] == UInt8(ascii: "{")
            && (bytes[index + 2] == UInt8(ascii: "<") || bytes[index + 2] == UInt8(ascii: "%"))
    }

    /// Whether a tag is shown and not meant: `{{</* name */>}}`.
    static func isShown(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.count > 9 && bytes[range.lowerBound + 3] == UInt8(ascii: "/")
            && bytes[range.lowerBound + 4] == UInt8(ascii: "*")
    }

    /// The tags of a text, each with whether it stands in code.
    static func all(in bytes: [UInt8]) -> [(tag: Shortcode?, range: Range<Int>, isCode: Bool)] {
        var found: [(Shortcode?, Range<Int>, Bool)] = []
        var index = 0
        var code = 0
        while index < bytes.count {
            if index >= code, bytes[index] == UInt8(ascii: "`") {
                let end = ContainerRewriting.codeEnd(bytes, index) ?? index + 1
                // Backticks that nothing closes are none of code.
                let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
                if end > index + run { code = end }
                index += run
                continue
            }
            if bytes[index] == UInt8(ascii: "{"), let end = end(bytes, index) {
                let tag = isShown(bytes, index..<end) ? nil : Shortcode(bytes, at: index)
                found.append((tag, index..<end, index < code))
                index = end
                continue
            }
            index += 1
        }
        return found
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [(name: String, value: String)] {
        var words: [(name: String, value: String)] = []
        var index = bytes.startIndex
        func value() -> String? {
            guard index < bytes.endIndex else { return nil }
            let sign = bytes[index]
            if "\"`'".utf8.contains(sign) {
                var end = index + 1
                var text: [UInt8] = []
                while end < bytes.endIndex, bytes[end] != sign {
                    if bytes[end] == UInt8(ascii: "\\"), sign != UInt8(ascii: "`"), end + 1 < bytes.endIndex {
                        end += 1
                    }
                    text.append(bytes[end])
                    end += 1
                }
                index = min(end + 1, bytes.endIndex)
                return String(decoding: text, as: UTF8.self)
            }
            let text = bytes[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
            index = text.endIndex
            return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
        }
        while index < bytes.endIndex {
            if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "=") {
                index += 1
                continue
            }
            let isQuoted = "\"`'".utf8.contains(bytes[index])
            guard let first = value() else { break }
            if !isQuoted, index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") {
                index += 1
                while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
                words.append((first, value() ?? ""))
            } else {
                words.append(("", first))
            }
        }
        return words
    }

    // MARK: What it says

    /// The first value by one of some names that is not empty.
    func text(_ names: String...) -> String? {
        names.lazy.compactMap { name in arguments.first { $0.name == name && !$0.value.isEmpty }?.value }.first
    }

    /// The value at a place among those that have no name.
    func value(at place: Int) -> String? {
        let values = arguments.filter(\.name.isEmpty)
        return place < values.count && !values[place].value.isEmpty ? values[place].value : nil
    }

    /// The last part of its name: `cover` of `blocks/cover`.
    var base: String { String(name.split(separator: "/").last ?? "").lowercased() }
    /// The page that it refers to, where its name says so: `relref`, `page-ref`.
    var reference: String? { base.hasSuffix("ref") ? value(at: 0) ?? text("path", "ref", "page", "href") : nil }
    /// Where it leads.
    var target: String? { text("href", "url", "link", "to", "relref") }

    /// What is about its looks and its place alone.
    private static let looks: Set = [
        "class", "style", "color", "icon", "height", "width", "id", "lang", "align", "size", "target", "rel", "wrap",
        "persist", "ordinal", "right", "disabled", "text", "type", "level", "open", "closed", "expand", "emoji",
    ]

    /// What a reader would have seen of it, and does not see any more.
    func lost(but used: [String?]) -> [String] {
        arguments.filter { !Self.looks.contains($0.name) && !$0.value.isEmpty && !used.contains($0.value) }
            .map { $0.name.isEmpty ? $0.value : "\($0.name)=\($0.value)" }
    }
}
