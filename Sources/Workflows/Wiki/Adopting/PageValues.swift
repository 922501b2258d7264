import Foundation
import Guides
import Rendering
import Sources
import Values

/// Puts a page's text back into the form that guides' files have: values as placeholders, links as links between files.
struct PageValues {
    private let source: WikiSource
    private let guide: String
    /// The names of values by their texts, the longest text first.
    private let names: [(text: String, name: String)]
    private let addresses: [String: String]

    /// A text of fewer characters says too little for a value to be recognised by it.
    private static let shortest = 4

    /// - Parameter bounded: the page, with edges of values in it.
    init(_ source: WikiSource, guide: String, bounded: [String]) {
        self.source = source
        self.guide = guide
        let configuration = source.line.loaded.project.configuration
        var found: [String: Set<String>] = [:]
        for line in bounded {
            for case .value(let name, let text) in ValueBounds.pieces(of: line) {
                found[text, default: []].insert(name)
            }
        }
        var names = found.compactMap { text, names -> (text: String, name: String)? in
            guard let name = names.first, names.count == 1, text.count >= Self.shortest else { return nil }
            return (text, name)
        }
        // What is private must not get into a file of everybody's, however short it is.
        names += source.line.loaded.book.privateTexts.filter { !$0.text.isEmpty }.map { ($0.text, $0.name) }
        self.names = names.sorted { ($1.text.count, $0.name, $0.text) < ($0.text.count, $1.name, $1.text) }
        let resolved = source.line.loaded.book.resolved().values
        addresses = Dictionary(
            zip(configuration.values, resolved).compactMap { declaration, value in
                guard case .url = declaration.type, let value else { return nil }
                return (value.value.key(type: declaration.type), "{{\(declaration.name)}}")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The tokens of a page's line, its addresses as the guide's file has them.
    func tokens(_ bounded: String, _ language: LanguageTag) -> [PageToken] {
        PageToken.tokens(bounded: bounded).map { token in
            token.kind == .address ? PageToken(kind: .address, text: address(token.text, language)) : token
        }
    }

    /// The tokens of a line that was edited in the wiki. A text that was a value in the published line is still one.
    func tokens(_ edited: String, like built: [PageToken], _ language: LanguageTag) -> [PageToken] {
        var pieces: [ValueBounds.Piece] = [.text(edited)]
        let known = built.compactMap { token -> (text: String, name: String)? in
            guard case .value(let name) = token.kind, !token.text.isEmpty else { return nil }
            return (token.text, name)
        }
        for (text, name) in known.sorted(by: { $0.text.count > $1.text.count }) {
            pieces = Self.split(pieces, text, name)
        }
        return tokens(pieces.map(\.bounded).joined(), language)
    }

    private func address(_ text: String, _ language: LanguageTag) -> String {
        if let value = addresses[text] { return value }
        return source.map.contentAddress(of: text, in: guide, language) ?? text
    }

    /// What somebody typed, with placeholders for the values that are in it.
    func text(_ tokens: [PageToken]) -> String {
        var result = ""
        var plain = ""
        func flush() {
            result += restored(plain)
            plain = ""
        }
        for token in tokens {
            switch token.kind {
            case .plain: plain += token.text
            case .address, .value:
                flush()
                result += token.source
            }
        }
        flush()
        return result
    }

    private func restored(_ text: String) -> String {
        // Braces that somebody typed are no placeholder.
        var pieces: [ValueBounds.Piece] = [.text(text.replacing("{{", with: "\\{{"))]
        for (value, name) in names { pieces = Self.split(pieces, value, name) }
        return pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .value(let name, _): "{{\(name)}}"
            }
        }.joined()
    }

    private static func split(_ pieces: [ValueBounds.Piece], _ value: String, _ name: String) -> [ValueBounds.Piece] {
        pieces.flatMap { piece -> [ValueBounds.Piece] in
            guard case .text(let text) = piece else { return [piece] }
            return split(text, value, name)
        }
    }

    /// Takes a text apart where a value stands as a word of its own.
    private static func split(_ text: String, _ value: String, _ name: String) -> [ValueBounds.Piece] {
        var pieces: [ValueBounds.Piece] = []
        var (start, index) = (text.startIndex, text.startIndex)
        while let range = text[index...].firstRange(of: value) {
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            let isWord = [before, after].allSatisfy { $0?.isLetter != true && $0?.isNumber != true }
            index = range.upperBound
            guard isWord else { continue }
            if range.lowerBound > start { pieces.append(.text(String(text[start..<range.lowerBound]))) }
            pieces.append(.value(name: name, text: value))
            start = range.upperBound
        }
        if start < text.endIndex { pieces.append(.text(String(text[start...]))) }
        return pieces
    }
}
