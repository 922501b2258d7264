import CommonMark
import Foundation
import Sources
import Values

/// Makes a page of a text that was written for another program: its head, its headings with IDs that all languages share,
/// links and images to where they stand now.
package struct PageConversion {
    /// A page as it was read, before its links are known to lead anywhere.
    package struct Draft {
        package let path: String
        package let head: [(key: String, node: YAMLNode)]
        let title: String
        /// What the head says of the page, or the paragraph that does; nil where neither does.
        package var summary: String?
        package var text: [UInt8]
        /// The paragraph that the page begins with, where it could be the summary: its words, and its bytes.
        let opening: (words: String, range: Range<Int>)?
        /// The headings below the title: level, words, and the ID that the author gave.
        package let headings: [(level: Int, title: String, id: String?)]
        /// Anchors that no heading has, each with the heading above it.
        let anchors: [(id: String, heading: Int)]
        /// The bytes of its text, apart from headings.
        let size: Int
        package var decisions: [ImportDecision]
    }

    let dialect: PageDialect
    let index: PageIndex
    let known: Set<String>
    private let settings: SiteSettings

    package init(
        _ dialect: PageDialect, _ index: PageIndex, known: Set<String>, settings: SiteSettings = SiteSettings()
    ) {
        self.settings = settings
        self.dialect = dialect
        self.index = index
        self.known = known
    }

    /// What of the folder became no page, though it looks like one.
    package func leftOut(in folder: String) -> [ImportDecision] {
        index.leftOut.map {
            ImportDecision(
                kind: .skipped, place: Place(path: "\(folder)/\($0)"),
                message: "it names no language, and each language has a first page of its own: left out", isOpen: false)
        }
    }

    // MARK: Reading

    /// Reads a page, without what its dialect adds to Markdown.
    ///
    /// - Parameter language: its language.
    package func read(
        _ file: SourceFile, _ language: String, include: @escaping (String) -> [String]?, _ found: inout [Diagnostic]
    ) -> Draft? {
        guard let source = SourceText(file, &found) else { return nil }
        var containers = ContainerRewriting(
            dialect, path: file.path, parameters: Self.parameters(source.head), settings: settings,
            language: language, include: include)
        let body = String(decoding: file.bytes[source.bodyStart...], as: UTF8.self).replacing("\r\n", with: "\n")
        let lines = containers.rewrite(
            Self.hero(source.head) + body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        var text = Array(Self.withoutDoubledBlanks(lines).joined(separator: "\n").utf8)
        guard var document = try? Document(parsing: text) else { return nil }
        if let plain = withoutLongUnderlines(document, text) {
            text = plain
            guard let read = try? Document(parsing: plain) else { return nil }
            document = read
        }
        var title = source.text("title") ?? source.text("linkTitle") ?? Self.heroTitle(source.head)
        var otherTitle: String?
        let all = document.root.children.filter { $0.kind == .heading }
        if let first = all.first, first.headingLevel == 1,
            let heading = TextHeading(first, in: text, depth: 1, inlines: first)
        {
            let shown = Self.attributes(heading.title).title
            if let title, ImportWords.folded(title) != ImportWords.folded(shown), !shown.isEmpty { otherTitle = shown }
            title = title ?? (shown.isEmpty ? nil : shown)
            var edits = SourceEdits(text)
            edits.replace(heading.lines, with: Self.pictures(in: first, text))
            text = edits.text(in: 0..<text.count)
        }
        let place = Place(path: file.path)
        var decisions = Set(containers.open).sorted().map {
            ImportDecision(kind: .text, place: place, message: $0, isOpen: true)
        }
        if let otherTitle, let title {
            decisions.append(
                ImportDecision(
                    kind: .title, place: place,
                    message:
                        "the head calls the page “\(title)”, and its first heading “\(otherTitle)”, which is left out",
                    isOpen: true))
        }
        if Self.isDraft(source.head) {
            decisions.append(
                ImportDecision(
                    kind: .page, place: place,
                    message: "its head says that it is not to be published, and it is a page like others here",
                    isOpen: true))
        }
        let other = Self.extra(source.head).map(\.key)
        if !other.isEmpty {
            decisions.append(
                ImportDecision(
                    kind: .page, place: place,
                    message:
                        "the head says \(other.map { "`\($0)`" }.joined(separator: ", ")), which no page has: kept under `extra:`",
                    isOpen: false))
        }
        guard var clean = try? Document(parsing: text) else { return nil }
        if !containers.abbreviations.isEmpty {
            text = Self.withAbbreviations(containers.abbreviations, in: clean, text)
            guard let read = try? Document(parsing: text) else { return nil }
            clean = read
        }
        let anchors = Self.elementAnchors(in: clean)
        let nodes = clean.root.children.filter { $0.kind == .heading }
        let headings = zip(nodes, Self.levels(nodes.map(\.headingLevel))).enumerated().map { number, heading in
            let (title, id) = Self.attributes(heading.0.plainText)
            return (level: heading.1, title: title, id: id ?? anchors.own[number])
        }
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        let shown = title ?? String(name.split(separator: ".").first ?? "")
        let said = ["description", "summary", "excerpt"].lazy.compactMap { source.text($0) }.first
        return Draft(
            path: file.path, head: source.head, title: Self.attributes(shown).title, summary: said, text: text,
            opening: said == nil ? Self.opening(of: clean) : nil, headings: headings, anchors: anchors.below,
            size: clean.root.children.filter { $0.kind != .heading }.map(\.plainText.utf8.count).reduce(0, +),
            decisions: decisions)
    }

    /// The pictures of a title, which is plain: they stand below it.
    private static func pictures(in heading: Node, _ text: [UInt8]) -> String {
        let found = heading.children.filter { node in
            node.kind == .image || node.kind == .htmlInline && node.literal.lowercased().hasPrefix("<img ")
        }
        return found.compactMap { $0.sourceRange.map { String(decoding: text[$0], as: UTF8.self) } }
            .joined(separator: " ")
    }

    /// One blank line is as good as many, outside of code.
    static func withoutDoubledBlanks(_ lines: [String]) -> [String] {
        var result: [String] = []
        var index = 0
        while index < lines.count {
            if let end = ContainerRewriting.fenceEnd(lines, index) {
                result += lines[index...end]
                index = end + 1
                continue
            }
            let isBlank = lines[index].allSatisfy(\.isWhitespace)
            let isDoubled = isBlank && result.last?.allSatisfy(\.isWhitespace) == true
            guard isDoubled else {
                result.append(lines[index])
                index += 1
                continue
            }
            let end = lines[index...].firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.count
            // Within code that is set in, they are a part of it.
            if end < lines.count, lines[end].hasPrefix("    ") || lines[end].hasPrefix("\t") {
                result += lines[index..<end]
            }
            index = end
        }
        return result
    }

    /// A title without `{#id}` in any dialect's spelling, and the ID.
    private static func attributes(_ title: String) -> (title: String, id: String?) {
        let text = title.trimmingSpace
        guard text.hasSuffix("}"), let open = text.lastIndex(of: "{") else { return (text, nil) }
        let words = text[text.index(after: open)...].dropLast().split { " :".contains($0) }
        guard
            words.contains(where: {
                $0.hasPrefix("#") || $0.hasPrefix(".") || $0.hasPrefix("toc") || $0.hasPrefix("/*")
                    || $0.first?.isLetter == true && ["=\"", "='", "=“"].contains(where: $0.contains)
            }) || words.isEmpty
        else { return (text, nil) }
        let id = words.first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        return (String(text[..<open]).trimmingSpace.trimmingCharacters(in: .init(charactersIn: "\\ ")), id)
    }

    // MARK: Writing

    /// The page's file.
    ///
    /// - Parameters:
    ///   - first: the page in its first language.
    ///   - assets: the files that the page takes along, by their new names; all its languages share them.
    package func write(
        _ draft: inout Draft, _ page: PageIndex.Page, _ language: String, ids: [String], beside first: Draft? = nil,
        _ targets: Targets, _ assets: inout [String: String]
    ) -> [UInt8] {
        var edits = SourceEdits(draft.text)
        guard let document = try? Document(parsing: draft.text) else { return draft.text }
        let headings = document.root.children.filter { $0.kind == .heading }
        for ((node, level), id) in zip(zip(headings, Self.levels(headings.map(\.headingLevel))), ids) {
            guard let heading = TextHeading(node, in: draft.text, depth: node.headingLevel, inlines: node) else {
                continue
            }
            heading.level = level
            heading.attributes = ["#\(id)"]
            if Self.attributes(node.plainText).title != node.plainText.trimmingSpace,
                let open = draft.text[heading.content].lastIndex(of: UInt8(ascii: "{"))
            {
                var end = open
                while end > heading.content.lowerBound,
                    draft.text[end - 1] == 0x20 || draft.text[end - 1] == UInt8(ascii: "\\")
                { end -= 1 }
                heading.content = heading.content.lowerBound..<end
            }
            heading.write(&edits)
        }
        for node in document.root.descendants {
            switch node.kind {
            case .paragraph where isRowOfLanguages(node, page, language, targets):
                let lines = document.line(node.startLine).lowerBound..<document.line(node.endLine).upperBound
                if node.parent?.kind == .document { edits.replace(lines, with: "") }
            case .text where dialect == .jekyll || dialect == .hugo: Self.writeDashes(node, in: draft.text, &edits)
            case .link where isUnlinkable(node, &draft): Self.unlink(node, &edits)
            case .link, .image:
                if case .attribute? = node.linkTail, let range = node.sourceRange {
                    Self.unwrap(range, in: draft.text, &edits) { source, isImage in
                        rewritten(source, isImage, &draft, page, language, targets, &assets)
                    }
                    continue
                }
                guard case .inline(let address)? = node.linkTail,
                    let new = rewritten(
                        node.url, node.kind == .image, &draft, page, language, targets, &assets, words: node.plainText)
                else { continue }
                // A link of a page to itself helps nobody: its words stay.
                if node.kind == .link, isSwitch(node.url, page, language, targets) {
                    Self.unlink(node, &edits)
                } else {
                    edits.replace(address, with: new)
                }
            case .htmlInline, .htmlBlock:
                guard let range = node.sourceRange else { continue }
                Self.unwrap(range, in: draft.text, &edits) { source, isImage in
                    rewritten(source, isImage, &draft, page, language, targets, &assets)
                }
            default: break
            }
        }
        for (address, url) in Self.definitions(in: document) {
            let path = url.lowercased().prefix { $0 != "?" && $0 != "#" }
            let isImage = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp"].contains { path.hasSuffix($0) }
            if let new = rewritten(url, isImage, &draft, page, language, targets, &assets) {
                edits.replace(address, with: new)
            }
        }
        let head =
            "---\ntitle: \(draft.title.yamlText)\n\(draft.summary.map { "summary: \($0.yamlText)\n" } ?? "")\(HeadText.extra(Self.extra(draft.head, beside: first?.head)))---\n\n"
        let lines = String(decoding: edits.text(in: 0..<draft.text.count), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var body = Array(Self.withoutDoubledBlanks(lines).joined(separator: "\n").utf8)[...]
        while body.first?.isSpace == true, body.first != 0x20 { body.removeFirst() }
        while body.last?.isSpace == true { body.removeLast() }
        return Array(head.utf8) + body + [0x0A]
    }

    /// The addresses of the lines that define what links refer to, `[name]: address`, with their places.
    private static func definitions(in document: Document) -> [(place: Range<Int>, url: String)] {
        let text = document.source
        var found: [(Range<Int>, String)] = []
        for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = line.drop { $0 == 0x20 }
            guard line.count - words.count < 4, words.first == UInt8(ascii: "["),
                words.dropFirst().first != UInt8(ascii: "^"),
                let close = words.firstIndex(of: UInt8(ascii: "]")), close + 1 < words.endIndex,
                words[close + 1] == UInt8(ascii: ":"), document.codeBlock(atLine: number + 1) == nil
            else { continue }
            let rest = words[(close + 2)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "<") }
            let address = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            guard !address.isEmpty else { continue }
            found.append((address.startIndex..<address.endIndex, String(decoding: address, as: UTF8.self)))
        }
        return found
    }
}
