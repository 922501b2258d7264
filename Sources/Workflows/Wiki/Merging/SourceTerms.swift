import Foundation
import Guides
import Rendering
import Sources
import Values

/// Puts what somebody typed on a page into the terms of guides' files: values as placeholders, links as links between
/// files, addresses as links.
struct SourceTerms {
    private let map: WikiMap
    private let guide: String
    /// The names of values by their texts with plain spaces, the longest text first.
    private let names: [(text: [UInt8], name: String)]
    private let addresses: [String: String]
    private let files: UploadedFiles
    private let notes: NoteNames

    /// A text of fewer characters says too little for a value to be recognised by it.
    private static let shortest = 4

    /// - Parameters:
    ///   - origin: the page, whose values are known by their texts.
    ///   - edited: the page as somebody left it.
    ///   - files: the files on the wiki that somebody put there.
    init(_ source: WikiSource, guide: String, _ origin: PageOrigin, edited: [UInt8], files: ForeignFiles = .none) {
        notes = NoteNames(origin, edited: edited)
        map = source.map
        self.guide = guide
        let folder = source.line.loaded.folder
        self.files = UploadedFiles(files, taken: source.assets(of: guide)) {
            try? folder.files.read(LoadedProject.path(guide, $0))
        }
        var found: [[UInt8]: Set<String>] = [:]
        for (text, name) in Self.values(origin, origin.trace.stretches[...]) { found[text, default: []].insert(name) }
        var names = found.compactMap { text, names -> (text: [UInt8], name: String)? in
            guard let name = names.first, names.count == 1, text.count >= Self.shortest else { return nil }
            return (text, name)
        }
        let book = source.line.loaded.book
        // What is private must not get into a file of everybody's, however short it is.
        names += book.privateTexts.filter { !$0.text.isEmpty }.map {
            (PageWordReader.plain(Array($0.text.utf8)[...]), $0.name)
        }
        self.names = Self.sorted(names)
        let configuration = source.line.loaded.project.configuration
        addresses = Dictionary(
            zip(configuration.values, book.resolved().values).compactMap { declaration, value in
                guard case .url = declaration.type, let value else { return nil }
                return (value.value.key(type: declaration.type), "{{\(declaration.name)}}")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The values that some stretches of a page show, by their texts.
    static func values(_ origin: PageOrigin, _ stretches: ArraySlice<WikiTrace.Stretch>) -> [(
        text: [UInt8], name: String
    )] {
        stretches.compactMap { stretch in
            guard stretch.role == .value, !stretch.page.isEmpty, let field = stretch.field,
                let name = name(in: origin.trace.fields[field].source[stretch.source])
            else { return nil }
            return (PageWordReader.plain(origin.page[stretch.page]), name)
        }
    }

    /// The name in a placeholder that is all of some bytes.
    static func name(in source: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: source, as: UTF8.self)
        guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.utf8.count > 4 else { return nil }
        let name = text.dropFirst(2).dropLast(2).filter { $0 != " " }
        return name.contains("{") ? nil : name
    }

    private static func sorted(_ names: [(text: [UInt8], name: String)]) -> [(text: [UInt8], name: String)] {
        names.sorted { left, right in
            if left.text.count != right.text.count { return left.text.count > right.text.count }
            return (left.name, left.text.lexicographicallyPrecedes(right.text) ? 0 : 1) < (right.name, 1)
        }
    }

    /// What was typed, as the page will read and in the terms of a file.
    struct Typed {
        /// With the names of values in the place of their texts, which may be others today (`ValueWord`).
        var page: [UInt8] = []
        var source: [UInt8] = []
        var hold: WikiHold?
        /// The files on the wiki that it shows or links to.
        var uploads: [Upload] = []

        static func + (one: Typed, other: Typed) -> Typed {
            Typed(
                page: one.page + other.page, source: one.source + other.source, hold: one.hold ?? other.hold,
                uploads: one.uploads + other.uploads)
        }
    }

    /// A file on the wiki that a page shows, and that is not in the guide's folder.
    struct Upload: Sendable, Equatable {
        /// Its path on the wiki.
        let path: String
        /// Its name in the guide's folder.
        let name: String
        /// The address that the page has for it.
        var address: String
    }

    /// What somebody typed.
    ///
    /// - Parameters:
    ///   - local: values that went from the same place, by their texts, however short.
    ///   - language: that of the text around.
    ///   - isCode: whether it stands in code, where there are neither links nor signs.
    func typed(
        _ text: ArraySlice<UInt8>, _ language: LanguageTag, local: [(text: [UInt8], name: String)] = [],
        isCode: Bool = false
    ) -> Typed {
        var typed = Typed()
        // What keeps a wiki from taking words for its own signs is ours.
        let text = isCode ? text : text.replacing("<!-- -->".utf8, with: [])
        var scanner = TypedScanner(Array(text), isCode: isCode)
        let names = local.isEmpty ? self.names : Self.sorted(self.names + local)
        while let piece = scanner.next() {
            switch piece {
            case .plain(let bytes):
                restore(bytes, names, &typed)
            case .address(let bytes):
                let text = String(decoding: bytes, as: UTF8.self)
                let address = address(text, language)
                upload(at: text).map { typed.uploads.append($0) }
                if let hold = hold(at: text, address) { typed.hold = hold }
                typed.page += ValueWord.text(ofAddress: address)
                typed.source += address.utf8
            case .bareAddress(let bytes):
                if let value = addresses[String(decoding: bytes, as: UTF8.self)] {
                    typed.source += value.utf8
                    typed.page += ValueWord.text(of: Array(value.utf8)[...])
                } else {
                    typed.source += bytes
                    typed.page += bytes
                }
            case .wikiLink(let words, let page):
                if var upload = upload(at: words) {
                    let words = page.hasPrefix("alt=") ? String(page.dropFirst(4)) : upload.name
                    upload.address = PercentEncoding.encode(path: upload.path)
                    let text = "![\(words)](\(PercentEncoding.encode(path: upload.name)))"
                    typed.page += text.utf8
                    typed.source += text.utf8
                    typed.uploads.append(upload)
                    continue
                }
                guard let link = link(toPageNamed: page, language) else {
                    let isSign = words.hasPrefix("_") && words.uppercased() == words
                    typed.hold = isSign ? .wikiSign("[[\(words)]]") : .foreignPage(page)
                    continue
                }
                let text = "[\(words)](\(address(link, language)))"
                typed.page += text.utf8
                typed.source += text.utf8
            case .note(let name):
                let text = "[^\(notes.name(name, in: language))]"
                typed.page += text.utf8
                typed.source += text.utf8
            case .raised(let number):
                let text = notes.name(of: number, in: language).map { "[^\($0)]" } ?? "<sup>\(number)</sup>"
                typed.page += text.utf8
                typed.source += text.utf8
            case .emoji(let name):
                if let sign = EmojiNames.signs[name] {
                    typed.page += sign.utf8
                    typed.source += sign.utf8
                } else {
                    typed.page += ":\(name):".utf8
                    typed.source += ":\(name):".utf8
                    typed.hold = .emoji(name)
                }
            }
        }
        return typed
    }

    /// What a file calls the note that a number of the page stands for; nil where it stands for none.
    func noteName(of number: Int, _ language: LanguageTag) -> String? { notes.name(of: number, in: language) }

    /// The address that a file has for where a page's link leads.
    func address(_ text: String, _ language: LanguageTag) -> String {
        if let value = addresses[text] { return value }
        if let known = map.contentAddress(of: text, in: guide, language) { return known }
        if let file = files.file(at: text) { return PercentEncoding.encode(path: file.name) }
        return map.earlierContentAddress(of: text, in: guide, language) ?? text
    }

    /// Why no file can have an address: a page of the wiki alone is there.
    func hold(at text: String, _ address: String) -> WikiHold? {
        text == address ? files.foreignPage(at: text).map { .foreignPage($0) } : nil
    }

    /// The file on the wiki that an address leads to, if somebody put it there.
    func upload(at text: String) -> Upload? {
        files.file(at: text).map { Upload(path: $0.path, name: $0.name, address: text) }
    }

    /// The address of a page as `[[Page]]` names it.
    private func link(toPageNamed name: String, _ language: LanguageTag) -> String? {
        let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
        let wanted = Self.pageName(parts.first ?? name)
        let page = map.pages.first { Self.pageName($0.title) == wanted || Self.pageName($0.name) == wanted }
        return page.map { $0.link + (parts.count > 1 ? "#" + parts[1] : "") }
    }

    private static func pageName(_ name: String) -> String {
        (name.hasSuffix(".md") ? String(name.dropLast(3)) : name).lowercased().replacing("-", with: " ")
    }

    // MARK: Values

    private func restore(_ text: [UInt8], _ names: [(text: [UInt8], name: String)], _ typed: inout Typed) {
        var index = 0
        while index < text.count {
            if let (name, end) = value(at: index, in: text, names) {
                typed.source += "{{\(name)}}".utf8
                typed.page += ValueWord.text(name)
                index = end
                continue
            }
            // Braces that somebody typed are no placeholder.
            if text[index] == UInt8(ascii: "{"), index + 1 < text.count, text[index + 1] == UInt8(ascii: "{"),
                index == 0 || text[index - 1] != UInt8(ascii: "{") && text[index - 1] != UInt8(ascii: "\\")
            {
                typed.source.append(UInt8(ascii: "\\"))
            }
            typed.source.append(text[index])
            typed.page.append(text[index])
            index += 1
        }
    }

    /// The value whose text stands at an offset as words of its own.
    private func value(
        at start: Int, in text: [UInt8], _ names: [(text: [UInt8], name: String)]
    ) -> (name: String, end: Int)? {
        if start > 0, text[start].isWordPart, text[start - 1].isWordPart,
            !(start >= 2 && PageWordReader.wideSpace(in: text, at: start - 2) == 2
                || start >= 3 && PageWordReader.wideSpace(in: text, at: start - 3) == 3)
        {
            return nil
        }
        for (value, name) in names {
            var index = start
            var isSame = true
            for byte in value {
                guard index < text.count else {
                    isSame = false
                    break
                }
                let wide = byte == 0x20 ? PageWordReader.wideSpace(in: text, at: index) : 0
                if wide > 0 {
                    index += wide
                } else if text[index] == byte {
                    index += 1
                } else {
                    isSame = false
                    break
                }
            }
            guard isSame else { continue }
            let isWhole =
                index == text.count || !text[index].isWordPart || !(value.last ?? 0).isWordPart
                || PageWordReader.wideSpace(in: text, at: index) > 0
            if isWhole { return (name, index) }
        }
        return nil
    }
}
