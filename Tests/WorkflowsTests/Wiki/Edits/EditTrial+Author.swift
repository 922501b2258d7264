import Foundation
import Sources

@testable import Workflows

/// What the author of the guide changed while somebody edited its page.
extension EditTrial {
    /// Words that stood once before and after the edit and do not by now, in the file or on the page: half an edit.
    func once(_ outcome: PageMerge.Outcome, _ later: EditedWiki, _ change: AuthorsChange?) -> [String] {
        // A page of two languages may have them from either file.
        let paths = ["content/a/fr.md", "content/a/en.md"]
        let file = paths.compactMap { wiki.files[$0] }.joined(separator: "\n")
        let known = [String(decoding: published.bytes, as: UTF8.self), edited, file].map(Self.singles)
        let words = known[0].intersection(known[1]).intersection(known[2])
        let now = paths.compactMap { path in
            outcome.files[path].map { String(decoding: $0, as: UTF8.self) } ?? later.files[path]
        }.joined(separator: "\n")
        let page = outcome.page.map { String(decoding: $0, as: UTF8.self) }
        return [now, page].compactMap(\.self).flatMap { text in
            let found = Self.singles(text)
            let missing = words.filter {
                !found.contains($0) && !($0 == change?.old && found.contains(change?.new ?? ""))
            }
            return missing.map { "“\($0)” is not there once any more:\n\(text)" }
        }
    }

    /// The longer words that a text has once.
    private static func singles(_ text: String) -> Set<String> {
        var counts: [Substring: Int] = [:]
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.count > 5 {
            // The guide's own words, not ours around it, and its author’s.
            if "ÉéYya".contains(word.first ?? " ") { counts[word, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value == 1 }.keys.map(String.init))
    }

    /// A word of the guide that its author changes where nobody edited anything.
    typealias AuthorsChange = (path: String, old: String, new: String)

    func authorsChange() -> AuthorsChange? {
        var choices = choices
        guard isNear || choices.once(in: 2) else { return nil }
        let path = "content/a/\(language).md"
        let was = String(decoding: published.bytes, as: UTF8.self).split(separator: "\n")
        if isNear { return nearChange(path, was, &choices) }
        let kept = Set(was).intersection(Set(edited.split(separator: "\n")))
        let lines = kept.filter { $0.first?.isLetter == true && $0.count > 20 }.sorted()
        let words: [Substring] = lines.flatMap { (line: Substring) -> [Substring] in
            line.split(separator: " ").dropFirst().filter { word in word.count > 5 && word.allSatisfy(\.isLetter) }
        }
        let text = wiki.files[path] ?? ""
        let found = words.map(String.init).filter { word in
            text.ranges(of: word).count == 1 && edited.ranges(of: word).count == 1
        }
        return found.isEmpty ? nil : (path, choices.pick(found), "authors\(choices.below(1000))x")
    }

    /// A word of the guide that its author changes where somebody edited something, and left this word.
    private func nearChange(_ path: String, _ was: [Substring], _ choices: inout Choices) -> AuthorsChange? {
        let lines = edited.split(separator: "\n")
        let common = SequenceAlignment.common(was, lines)
        let (old, new) = (Set(common.map(\.left)), Set(common.map(\.right)))
        let touched =
            was.indices.filter { !old.contains($0) }.map { was[$0] }
            + lines.indices.filter { !new.contains($0) }.map { lines[$0] }
        let text = wiki.files[path] ?? ""
        // The title of a section is the kind's.
        let words = Set(
            touched.filter { !$0.hasPrefix("## ") }.flatMap {
                $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
            })
        let page = String(decoding: published.bytes, as: UTF8.self)
        // `{.recommended}` is no word of the author’s.
        let found = words.filter { word in
            word.count > 5 && word.allSatisfy(\.isLetter) && !text.contains(".\(word)")
                && [text, edited, page].allSatisfy { $0.ranges(of: word).count == 1 }
        }
        return found.isEmpty ? nil : (path, choices.pick(found.sorted()), "authors\(choices.below(1000))x")
    }
}
