import Sources

/// An address in the parts by which two languages' editions of one resource are told from two resources.
///
/// It is made only for addresses that differ, so that its parts may be texts.
struct LocalisedAddress {
    /// How an address stands to another one.
    enum Likeness: Int, Comparable {
        /// Nothing tells that they have anything to do with each other, or something tells that they have not.
        case other
        /// They may be one resource in two languages, or two resources.
        case unsure
        /// All that differs is what languages differ by.
        case same

        static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
    }

    /// The labels of the host and the words in them, in the order of the alphabet, without those that name a language.
    private var host: [String] = []
    /// The last two labels of the host, which the hosts of one organization share.
    private var domain: [Substring] = []
    /// The parts of the path, without those that name a language.
    private var path: [[String]] = []
    /// Keys and values, in the order of the alphabet, without those that name a language.
    private var query: [String] = []
    private var fragment = ""
    /// The ending of the last part: `pdf`.
    private var ending = ""
    /// The first word that named a language; nil where none did.
    private var language: String?
    private var namesLanguage: Bool { language != nil }
    /// Whether the last word did, and a country may come: `fr-CA`.
    private var followsLanguage = false
    /// What the address was, without its fragment.
    private let resource: Substring
    private let languages: LanguageNames

    init(_ text: String, _ languages: LanguageNames) {
        self.languages = languages
        let hash = text.firstIndex(of: "#") ?? text.endIndex
        resource = text[..<hash]
        fragment = hash == text.endIndex ? "" : String(text[text.index(after: hash)...])
        if fragment.hasPrefix(":~:") { fragment = "" }
        var rest = resource
        if let scheme = rest.firstRange(of: "://") {
            rest = rest[scheme.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            readHost(rest[..<end].lowercased())
            rest = rest[end...]
        }
        let mark = rest.firstIndex(of: "?") ?? rest.endIndex
        readPath(rest[..<mark])
        if mark < rest.endIndex { readQuery(rest[rest.index(after: mark)...]) }
    }

    private mutating func readHost(_ text: String) {
        let labels = text.split(separator: ".")
        domain = Array(labels.suffix(2))
        var words: [String] = []
        for word in labels.flatMap({ $0.split(separator: "-") }) where word != "www" { keep(word, in: &words) }
        host = words.sorted()
    }

    private mutating func readPath(_ text: Substring) {
        var parts = text.split(separator: "/")
        if let last = parts.last, let point = last.lastIndex(of: "."), point > last.startIndex {
            ending = last[last.index(after: point)...].lowercased()
            parts[parts.count - 1] = last[..<point]
            if parts.last == "index" { parts.removeLast() }
        }
        for part in parts {
            var words: [String] = []
            for word in part.split(whereSeparator: { "-_.~ ".contains($0) }) { keep(word, in: &words) }
            if !words.isEmpty { path.append(words) }
        }
    }

    private mutating func readQuery(_ text: Substring) {
        for pair in text.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // `lang=fr`, `hl=fr-CA`: the key has no other use.
            if sides.count == 2, languages.contain(sides[1].prefix { $0 != "-" && $0 != "_" }) {
                language = language ?? sides[1].prefix { $0 != "-" && $0 != "_" }.lowercased()
            } else {
                query.append(String(pair))
            }
        }
        query.sort()
    }

    /// Keeps a word, unless it is a language's, or the country behind one.
    private mutating func keep(_ word: Substring, in words: inout [String]) {
        if languages.contain(word) {
            language = language ?? word.lowercased()
            followsLanguage = true
        } else if followsLanguage, word.utf8.count == 2, word.utf8.allSatisfy(\.isASCIILetter) {
            followsLanguage = false
        } else {
            followsLanguage = false
            words.append(String(word))
        }
    }

    // MARK: Comparison

    /// How an address of a translation stands to one of its source.
    func likeness(to other: LocalisedAddress) -> Likeness {
        guard hosts(like: other) else { return .other }
        let isHostSame = host == other.host
        guard ending == other.ending || !isDocument && !other.isDocument else { return .other }
        guard path.isEmpty == other.path.isEmpty else { return .other }
        let isMarked = namesLanguage || other.namesLanguage
        let (isPathSame, differsByNumber) = compare(path, other.path)
        if isHostSame, isPathSame, query == other.query {
            // A page has its anchors in its own language; an address that is the very same has them once.
            if fragment == other.fragment || resource != other.resource { return .same }
            return min(fragment.utf8.count, other.fragment.utf8.count) > Self.longestAnchor ? .same : .unsure
        }
        // Each language has its own words for a page, and its own sections; numbers are the same for all.
        if isMarked { return hasShape(of: other) || isHostSame && hasEdition(of: other) ? .same : .unsure }
        if isHostSame, areLettered(other) { return .unsure }
        return isHostSame && differsByNumber && query == other.query ? .other : .unsure
    }

    /// Whether each names a language, and not the same: `/en/…` and `/fr/…`, no number in it is another, and none is a page
    /// below the other.
    private func hasEdition(of other: LocalisedAddress) -> Bool {
        guard let language, let otherLanguage = other.language else { return false }
        let (own, theirs) = (path.flatMap { $0 }, other.path.flatMap { $0 })
        return language != otherLanguage && numbers == other.numbers && query == other.query
            && !own.starts(with: theirs)
            && !theirs.starts(with: own)
    }

    /// Whether the files' names end in letters that stand for the two languages: `guide_33_f.pdf`.
    private func areLettered(_ other: LocalisedAddress) -> Bool {
        guard let last = path.last?.last, let otherLast = other.path.last?.last else { return false }
        return last != otherLast && languages.areCounterparts(last, otherLast)
    }

    /// How much two addresses have in common, for those of which more than one may be meant.
    func affinity(to other: LocalisedAddress) -> Int {
        let (words, others) = (path.flatMap { $0 }, other.path.flatMap { $0 })
        let end = zip(words.reversed(), others.reversed()).prefix { $0 == $1 }.count
        return end * 2 + Set(words).intersection(others).count + (fragment == other.fragment ? 1 : 0)
    }

    /// Whether the hosts may be one organization's.
    private func hosts(like other: LocalisedAddress) -> Bool {
        if host == other.host || domain == other.domain { return true }
        // `example.fr` and `example.com`, for countries have languages; `example.org` and `example.net` are two sites.
        return domain.count == 2 && other.domain.count == 2 && domain[0] == other.domain[0] && domain[0].count > 3
            && (domain[1].count == 2 || other.domain[1].count == 2)
    }

    /// Whether paths are the same but for letters that stand for a language, and whether only numbers differ.
    private func compare(_ path: [[String]], _ other: [[String]]) -> (isSame: Bool, differsByNumber: Bool) {
        let words = path.flatMap { $0 }
        let others = other.flatMap { $0 }
        guard words.count == others.count else { return (false, false) }
        let different = zip(words, others).filter { $0 != $1 && !languages.areCounterparts($0, $1) }
        let areNumbers = different.allSatisfy { word, other in
            word.contains(where: \.isNumber) && word.filter { !$0.isNumber } == other.filter { !$0.isNumber }
        }
        return (different.isEmpty, !different.isEmpty && areNumbers)
    }

    /// Whether two paths have as many parts, of which those with numbers have the same ones.
    private func hasShape(of other: LocalisedAddress) -> Bool {
        guard path.count == other.path.count else { return false }
        return numbers == other.numbers
    }

    /// The words of the path that are numbers.
    private var numbers: [String] { path.flatMap { $0 }.filter { $0.allSatisfy(\.isNumber) } }

    /// What stands behind `#` and is longer than this is no anchor; playgrounds keep the text of a program there.
    private static let longestAnchor = 120

    private var isDocument: Bool { Self.documents.contains(ending) }

    /// Endings of files that are saved and not read in the browser.
    private static let documents: Set<String> = [
        "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "zip", "gz", "tar",
        "epub",
        "json", "xml", "yaml", "yml", "txt", "png", "jpg", "jpeg", "gif", "svg", "webp", "mp4", "mp3",
    ]
}
