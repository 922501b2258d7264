import Rendering
import Sources
import Values

/// What notes are called in a guide's files, from what they are called on a page: a wiki that knows no notes has raised numbers
/// and items that begin with theirs, and on a page of several languages the names end with the language.
struct NoteNames {
    /// How a line begins that a note begins on.
    enum Prefix: Equatable {
        /// `[^name]:`
        case name(String)
        /// `+   <sup>1</sup>`
        case number(Int)
    }

    /// The names by the numbers that the edited page has, in each language.
    private var names: [LanguageTag: [Int: String]] = [:]
    private var taken: [LanguageTag: Set<String>] = [:]
    /// What a file is to call the notes that somebody typed as `[^name]: …` under a name that another one has there.
    private var typed: [LanguageTag: [String: String]] = [:]
    /// The numbers of the notes that came.
    private var new: Set<Int> = []

    /// - Parameter edited: the page as somebody left it, who may have given the notes other numbers.
    init(_ origin: PageOrigin, edited: [UInt8]) {
        let here = Self.notes(in: edited)
        var known: Set<[UInt8]> = []
        var changed: [(number: Int, name: String, language: LanguageTag)] = []
        for stretch in origin.trace.stretches where stretch.role == .footnote && !stretch.source.isEmpty {
            guard let field = stretch.field else { continue }
            let (text, language) = (origin.trace.fields[field].source, origin.trace.fields[field].language)
            guard case .name(let name)? = Self.prefix(of: Self.definition(text[stretch.source]))?.prefix else {
                continue
            }
            taken[language, default: []].insert(name)
            let line =
                stretch.page
                .lowerBound..<(origin.page[stretch.page.lowerBound...].firstIndex(of: 0x0A) ?? origin.page.count)
            guard case .number(let number)? = Self.prefix(of: origin.page[line])?.prefix else { continue }
            let words = Self.words(of: origin.page[line])
            known.insert(words)
            let numbers = here.filter { $0.words == words }.map(\.number)
            if numbers.isEmpty { changed.append((number, name, language)) }
            for found in numbers where names[language]?[found] == nil { names[language, default: [:]][found] = name }
        }
        // What a note says may be another by now, but its number may be another’s as well.
        for (number, name, language) in changed where names[language]?[number] == nil {
            names[language, default: [:]][number] = name
        }
        new = Set(here.filter { !known.contains($0.words) }.map(\.number))
        readTyped(origin, edited: edited)
    }

    /// The name of the note that a raised number stands for; nil where it stands for none.
    func name(of number: Int, in language: LanguageTag) -> String? {
        if let name = names[language]?[number] { return name }
        return new.contains(number) ? Self.free("\(number)", taken[language] ?? []) : nil
    }

    /// The first of some names that no other note has.
    private static func free(_ name: String, _ taken: Set<String>) -> String {
        var (free, number) = (name, 2)
        while taken.contains(free) { (free, number) = ("\(name)-\(number)", number + 1) }
        return free
    }

    /// Notes under names that the page had not before, though the file, or the page with a number, may have them for others.
    private mutating func readTyped(_ origin: PageOrigin, edited: [UInt8]) {
        guard edited.firstRange(of: "[^".utf8) != nil else { return }
        let names = { (page: [UInt8]) in
            page.split(separator: 0x0A).compactMap { line -> String? in
                if case .name(let name)? = Self.prefix(of: line)?.prefix { name } else { nil }
            }
        }
        let new = Set(names(edited)).subtracting(names(origin.page))
        for (language, taken) in taken {
            for name in new where Int(name) != nil || taken.contains(name) {
                typed[language, default: [:]][name] = Self.free(name, taken)
            }
        }
    }

    /// The name in a file for one on a page.
    func name(_ typed: String, in language: LanguageTag) -> String {
        if let name = self.typed[language]?[typed] { return name }
        // On a page that has numbers, a number is one of those.
        if let number = Int(typed), let name = names[language]?[number] { return name }
        let suffix = "-\(language.rawValue.lowercased())"
        guard typed.hasSuffix(suffix) else { return typed }
        let name = String(typed.dropLast(suffix.count))
        return taken[language]?.contains(typed) == true || name.isEmpty ? typed : name
    }

    // MARK: Lines

    /// How a note's line begins, and how long that is; nil for other lines.
    static func prefix(of line: ArraySlice<UInt8>) -> (prefix: Prefix, end: Int)? {
        var index = line.startIndex
        if line.starts(with: "[^".utf8) {
            guard let close = line.firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex,
                line[close + 1] == UInt8(ascii: ":"), close > index + 2
            else { return nil }
            return (.name(String(decoding: line[(index + 2)..<close], as: UTF8.self)), close + 2)
        }
        guard let first = line.first, "-*+".utf8.contains(first) else { return nil }
        index += 1
        while index < line.endIndex, line[index].isSpaceOrTab { index += 1 }
        guard index > line.startIndex + 1, let (number, end) = raised(line[index...]) else { return nil }
        return (.number(number), end)
    }

    /// The number in `<sup>1</sup>`, which some bytes begin with, and where it ends.
    static func raised(_ text: ArraySlice<UInt8>) -> (number: Int, end: Int)? {
        let (open, close) = (Array("<sup>".utf8), Array("</sup>".utf8))
        guard text.starts(with: open) else { return nil }
        let digits = text.dropFirst(open.count).prefix { $0.isASCIIDigit }
        guard digits.count < 6, let number = Int(String(decoding: digits, as: UTF8.self)),
            text[digits.endIndex...].starts(with: close)
        else { return nil }
        return (number, digits.endIndex + close.count)
    }

    /// The notes of a page that has numbers for them, with what they say.
    private static func notes(in page: [UInt8]) -> [(number: Int, words: [UInt8])] {
        guard page.firstRange(of: "<sup>".utf8) != nil else { return [] }
        return page.split(separator: 0x0A).compactMap { line in
            guard case .number(let number)? = prefix(of: line)?.prefix else { return nil }
            return (number, words(of: line))
        }
    }

    private static func words(of line: ArraySlice<UInt8>) -> [UInt8] {
        PageWordReader.plain(line[(prefix(of: line)?.end ?? line.startIndex)...].drop { $0 <= 0x20 })
    }

    /// `[^name]:`, with or without a colon.
    private static func definition(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = source.drop { $0 <= 0x20 }
        return text.last == UInt8(ascii: ":") ? text : text + [UInt8(ascii: ":")]
    }
}
