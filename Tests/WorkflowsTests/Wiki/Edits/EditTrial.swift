import Foundation
import Guides
import Rendering
import Sources
import Synchronization
import TestSupport
import Testing
import Values

@testable import Workflows

/// One edit of a random guide's page, made while a value becomes another, and often while the author changes a word elsewhere:
/// brought home, applied, and published again.
struct EditTrial {
    enum Verdict {
        /// It came home whole and as it was meant.
        case home
        /// It stays on the page, for these reasons.
        case held([String])
        /// Something of it is not as it should be.
        case wrong([String])
    }

    let wiki: EditedWiki
    /// The page as published.
    let published: WikiPage
    private(set) var edited = ""
    let language: LanguageTag
    /// How a link leads to the page of the other guide.
    private let other: String
    /// What stands behind that where it leads to the second language of a page of two.
    private let secondLanguage: String
    private(set) var choices: Choices
    /// Whether the author changes a word where the page was edited, and not elsewhere.
    let isNear: Bool

    init(seed: UInt64, isNear: Bool = false) throws {
        self.isNear = isNear
        var choices = Choices(seed: seed &* 77 &+ 5)
        let flavor = choices.pick([WikiFlavor.github, .github, .github, .gitlab, .gitea, .azure])
        let layout: WikiLayout = seed % 2 == 0 ? .pages : .bilingual
        wiki = EditedWiki(layout, flavor: flavor, files: RandomGuide.files(seed: seed))
        language = try #require(LanguageTag(rawValue: choices.pick(["fr", "en"])))
        let made = try Self.built(wiki, seed)
        published = try Self.page(of: "a", language, in: made)
        let path = try Self.page(of: "b", language, in: made).path
        other = made.source?.map.pages.first { "\($0.name).md" == path }?.link ?? ""
        // Azure's wikis have no anchors but those of headings.
        secondLanguage = flavor == .azure ? "#request-too-large" : "#en"
        self.choices = choices
    }

    /// Makes an edit; false where the page has no place for it.
    mutating func make(_ kind: WikiEditKind) throws -> Bool {
        let text = edited.isEmpty ? String(decoding: published.bytes, as: UTF8.self) : edited
        var page = EditablePage(text, other: other)
        guard kind.make(&page, &choices), page.text != text else { return false }
        edited = page.text
        return true
    }

    private static let wikis = Mutex<[UInt64: Wiki]>([:])

    /// The wiki of a seed, made once for many edits.
    private static func built(_ wiki: EditedWiki, _ seed: UInt64) throws -> Wiki {
        if let known = wikis.withLock({ $0[seed] }) { return known }
        let made = try wiki.wiki()
        wikis.withLock { $0[seed] = made }
        return made
    }

    // MARK: What comes of it

    func verdict() throws -> Verdict {
        var later = wiki.raised
        let change = authorsChange()
        if let change { later.files[change.path] = later.files[change.path]?.replacing(change.old, with: change.new) }
        let today = try later.wiki()
        let merge = try merge(edited, published: published, into: today)
        let outcome = merge.outcome()
        if ProcessInfo.processInfo.environment["VADEMECUM_WIKI_EDIT"] != nil { show(outcome, merge.origin, later) }
        guard outcome.isEdit else { return .wrong(["it counts as no edit"]) }
        guard outcome.held.isEmpty else { return try held(outcome, later, change, today) }
        var faults = once(outcome, later, change)
        var adopted = later
        for (path, bytes) in outcome.files { adopted.files[path] = String(decoding: bytes, as: UTF8.self) }
        let adoptedWiki: Wiki
        do { adoptedWiki = try adopted.wiki() } catch { return .wrong(["the guide has a fault: \(error)"]) }
        let made = try Self.page(of: "a", language, in: adoptedWiki)
        if outcome.page != made.bytes { faults.append("publishing again would say something") }
        var meant = withOwnLanguage(edited)
        for value in ["40,000", "40000", "40\u{202F}000", "40 000"] { meant = meant.replacing(value, with: "50000") }
        if let change { meant = meant.replacing(change.old, with: change.new) }
        let reading = PageReading(labels: HeadingLabels(today.languages))
        let text = String(decoding: made.bytes, as: UTF8.self)
        let known = Self.headings(of: String(decoding: published.bytes, as: UTF8.self))
        var (result, wanted) = (Self.readable(text), Self.readable(meant, known))
        // What went to another language leads to that one's headings.
        if outcome.files.count > 1 {
            (result, wanted) = (Self.withoutTargets(result), Self.withoutTargets(wanted))
        }
        if !reading.isSame(Array(result.utf8), Array(wanted.utf8).asPage) {
            faults.append("reads otherwise:\n\(Self.difference(wanted, result))")
        }
        // The page as the colleague left it has nothing that is not in the guides by now.
        let again = try self.merge(edited, published: published, into: adoptedWiki).outcome()
        if let source = today.source, again.isEdit, !again.isHome {
            faults.append(
                "not home after all: \(again.held.compactMap { $0.hold?.sentence(source) }) \(again.files.keys)")
        }
        faults += try afterPublishing(outcome, today)
        faults += touched(from: later.files, to: adopted.files)
        faults += try links(adoptedWiki, today, made)
        return faults.isEmpty ? .home : .wrong(faults)
    }

    /// A page whose links to the other page lead to the reader's language on it, as all links of ours do: below the first of two
    /// languages, one that somebody wrote without a place leads to the second.
    private func withOwnLanguage(_ page: String) -> String {
        let titles = page.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("# ") }
        guard titles.count > 1, let last = titles.last, let start = page.range(of: last) else { return page }
        let second = page[start.lowerBound...].replacing("](\(other))", with: "](\(other)\(secondLanguage))")
        return "\(page[..<start.lowerBound])\(second)"
    }

    /// Prints the edit, and what becomes of the files, for whoever looks at one kind.
    private func show(_ outcome: PageMerge.Outcome, _ origin: PageOrigin, _ later: EditedWiki) {
        print(Self.difference(String(decoding: published.bytes, as: UTF8.self), edited))
        for (path, bytes) in outcome.files {
            print(Self.difference(later.files[path] ?? "", String(decoding: bytes, as: UTF8.self)), path)
        }
        for change in outcome.held {
            print("held:", String(decoding: change.text, as: UTF8.self))
            for edit in change.edits {
                let source = origin.trace.fields[edit.field].source
                print(
                    "  “\(String(decoding: source[edit.range], as: UTF8.self))” → “\(String(decoding: edit.text, as: UTF8.self))”"
                )
            }
        }
    }

    /// What is on the page stays there, and is said.
    private func held(
        _ outcome: PageMerge.Outcome, _ later: EditedWiki, _ change: AuthorsChange?, _ today: Wiki
    ) throws -> Verdict {
        let source = try #require(today.source)
        let sentences = outcome.held.compactMap { $0.hold?.sentence(source) }
        guard sentences.count == outcome.held.count else { return .wrong(["held without a sentence"]) }
        guard let page = outcome.page.map({ String(decoding: $0, as: UTF8.self) }) else {
            return .held(sentences + ["(no page)"])
        }
        let lost = choices.words.filter { edited.contains($0) && !page.contains($0) }
        let faults = once(outcome, later, change) + (lost.isEmpty ? [] : ["lost: \(lost) from\n\(page)"])
        return faults.isEmpty ? .held(sentences) : .wrong(faults)
    }

    /// Lines of the files that are others and have no word of what was edited.
    private func touched(from old: [String: String], to new: [String: String]) -> [String] {
        let page = String(decoding: published.bytes, as: UTF8.self).split(separator: "\n")
        let kept = Set(edited.split(whereSeparator: \.isNewline))
        let changed = Set(page.filter { !kept.contains($0) }.joined(separator: " ").split { !$0.isLetter })
        var faults: [String] = []
        for (path, text) in old where new[path] != text {
            // What moved to another language is not lost.
            let after = Set(new.values.flatMap(Self.lines))
            for line in Self.lines(text)
            where !after.contains(line) && !line.hasPrefix("<!--") && !(isNear && line.hasPrefix("summary:")) {
                let words = line.split { !$0.isLetter }.filter {
                    $0.count > 4 && ($0.lowercased().hasPrefix("é") || $0.lowercased().hasPrefix("y"))
                }
                let isHeading =
                    line.hasPrefix("#")
                    && after.contains { $0.hasPrefix(line.trimmingCharacters(in: .whitespacesAndNewlines) + " {#") }
                if words.isEmpty || isHeading || words.contains(where: changed.contains) { continue }
                faults.append("touched in \(path): \(line)")
            }
            let returns = text.utf8.count { $0 == 0x0D }
            let now = new[path] ?? ""
            if returns > 0, now.utf8.count(where: { $0 == 0x0D }) != now.utf8.count(where: { $0 == 0x0A }) {
                faults.append("ends of lines in \(path)")
            }
            if now.contains("org-TEAM") { faults.append("a private value came home") }
        }
        return faults
    }

    /// Links of the other guide that lead to another heading than they did.
    private func links(_ after: Wiki, _ before: Wiki, _ made: WikiPage) throws -> [String] {
        func target(_ wiki: Wiki) throws -> String? {
            let link = String(decoding: try Self.page(of: "b", language, in: wiki).bytes, as: UTF8.self)
                .split(separator: "[toa](").last?.split(separator: ")").first
            let fragment = link?.split(separator: "#").last.map(String.init)?.removingPercentEncoding ?? ""
            let page = String(decoding: try Self.page(of: "a", language, in: wiki).bytes, as: UTF8.self)
            return Self.headings(of: page)[fragment]
        }
        let (was, now) = (try target(before), try target(after))
        let page = String(decoding: made.bytes, as: UTF8.self)
        guard let was, was != now, Self.headings(of: page).values.contains(was) else { return [] }
        return ["a link to “\(was)” leads to “\(now ?? "nothing")”"]
    }

    /// Lines with what ends them but for the line feed: to Swift, a carriage return and a line feed are one character.
    private static func lines(_ text: String) -> [String] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Pages

    static func page(of guide: String, _ language: LanguageTag, in wiki: Wiki) throws -> WikiPage {
        try #require(
            wiki.pages.first { page in
                if case .guide(guide, let languages) = page.origin { languages.contains(language) } else { false }
            })
    }

    func merge(_ text: String, published: WikiPage, into wiki: Wiki) throws -> PageMerge {
        let record = try #require(published.trace).record
        let trace = try #require(WikiTrace(record: record, of: published.bytes))
        let today = try Self.page(of: "a", language, in: wiki)
        let source = try #require(wiki.source)
        let origin = PageOrigin(page: published.bytes, trace: trace)
        return try #require(PageMerge(source, guide: "a", origin, edited: Array(text.utf8), today: today))
    }

    /// The titles that the anchors of a page stand before, and those of its headings by what wikis make of them.
    private static func headings(of page: String) -> [String: String] {
        var found: [String: String] = [:]
        var anchors: [String] = []
        for line in page.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("<a id=\"") { anchors.append(String(line.dropFirst(7).prefix { $0 != "\"" })) }
            guard line.hasPrefix("#") else { continue }
            let text = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
            let title = text.replacing(#/^[0-9]+\\?\.\ /#, with: "").trimmingCharacters(in: .whitespaces)
            for anchor in anchors { found[anchor] = title }
            anchors = []
            let slug = text.lowercased().replacing(" ", with: "-").filter {
                $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
            }
            if found[slug] == nil { found[slug] = title }
            if found[text.lowercased().replacing(" ", with: "-")] == nil {
                found[text.lowercased().replacing(" ", with: "-")] = title
            }
        }
        return found
    }

    /// A page as its readers understand it: where its links lead, and what the notes say that it refers to.
    ///
    /// - Parameter known: the headings of the page before, by their anchors: where a step got another number by hand, wikis that
    ///   make anchors of it lose links that are meant to lead there still.
    private static func readable(_ page: String, _ known: [String: String] = [:]) -> String {
        var parts: [[Substring]] = [[]]
        // To Swift, a carriage return and a line feed are one character, which is no line feed.
        let page = page.replacing("\r\n", with: "\n")
        for line in withTargets(page, known).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") { parts.append([]) }
            parts[parts.count - 1].append(line)
        }
        let text = parts.map { withNotes($0.joined(separator: "\n")) }.joined(separator: "\n")
        return ["50,000", "50\u{202F}000", "50 000"].reduce(text) { $0.replacing($1, with: "50000") }
    }

    /// A part of a page in one language, whose notes say what they are.
    private static func withNotes(_ part: String) -> String {
        var notes: [String: String] = [:]
        let text = part.replacing(/(?m)^(?:[-+*] +<sup>([0-9]+)<\/sup>|\[\^([^\]]+)\]:) (.*)$/) { match in
            notes[String(match.1 ?? match.2 ?? "")] = String(match.3)
            return "note: \(match.3)"
        }
        return text.replacing(/<sup>([0-9]+)<\/sup>|\[\^([^\]]+)\]/) { match in
            // On a page of several languages, the names of notes end with theirs.
            let name = String(match.1 ?? match.2 ?? "")
            let note = notes[name] ?? notes["\(name)-fr"] ?? notes["\(name)-en"]
            return note.map { "‹\($0)›" } ?? String(match.0)
        }
    }

    /// A page whose links to its own headings say their titles.
    private static func withTargets(_ page: String, _ known: [String: String]) -> String {
        var headings = headings(of: page)
        let titles = Set(headings.values)
        headings.merge(known.filter { titles.contains($0.value) }) { own, _ in own }
        return page.replacing(/\]\(#([^) ]+)/) { match in
            let fragment = String(match.1).removingPercentEncoding ?? ""
            return headings[fragment].map { "](#to-\($0.replacing(" ", with: "-"))" } ?? String(match.0)
        }
    }

    private static func withoutTargets(_ page: String) -> String { page.replacing(/\]\(#to-[^)]*/, with: "](#to") }

    static func difference(_ left: String, _ right: String) -> String {
        String(decoding: UnifiedDiff(from: Array(left.utf8), to: Array(right.utf8)).bytes(path: "page"), as: UTF8.self)
    }
}
