import Foundation
import Sources
import Values

/// What is private in files and settings whether or not it could be read as a value: what is wrong with it is told with its
/// line, and that line is on its way into a log.
enum UnreadSecrets {
    /// A text, by the name of the value that it was meant for.
    typealias Text = (name: String, text: String)

    /// What a configuration gives its private values.
    static func configured(_ file: SourceFile) -> [Text] {
        var ignored: [Diagnostic] = []
        guard case .mapping(let pairs)? = YAMLNode.read(file, &ignored)?.content else {
            return file.holds("private") ? lines(of: file, behind: "value:") : []
        }
        return pairs.filter { $0.key.text == "values" }.flatMap { pair -> [Text] in
            guard case .mapping(let values) = pair.value.content else { return [] }
            return values.flatMap { value -> [Text] in
                guard case .mapping(let fields) = value.value.content,
                    fields.contains(where: { $0.key.text == "private" && $0.value.text != "false" })
                else { return [] }
                let given = fields.filter { $0.key.text == "value" }
                let written = given.flatMap { field -> [String] in
                    let line = file.place(line: field.key.line).sourceLine ?? ""
                    let rest = line.firstRange(of: "value:").map { line[$0.upperBound...] } ?? ""
                    return [unquoted(scalar(in: rest))]
                }
                return (given.flatMap { texts(in: $0.value) } + written).map { (value.key.text ?? "", $0) }
            }
        }
    }

    /// What a file of values gives private ones; all of it where nobody knows which are.
    static func given(in file: SourceFile, _ declarations: ValueDeclarations?) -> [Text] {
        var ignored: [Diagnostic] = []
        guard let declarations, case .mapping(let pairs)? = YAMLNode.read(file, &ignored)?.content else {
            return lines(of: file, behind: ":")
        }
        return pairs.indices.filter { isPrivate(pairs[$0].key.text ?? "", declarations) }.flatMap { index -> [Text] in
            let pair = pairs[index]
            // As it is written, too: an excerpt shows escapes, and lines one by one.
            let last = index + 1 < pairs.count ? pairs[index + 1].key.line - 1 : pair.key.line + 100
            let lines = (pair.key.line...max(pair.key.line, last)).compactMap { file.place(line: $0).sourceLine }
            let first = lines.first.flatMap { line in line.firstRange(of: ":").map { unquoted(line[$0.upperBound...]) }
            }
            return (texts(in: pair.value) + [first ?? ""] + lines.dropFirst().map { unquoted($0[...]) })
                .map { (pair.key.text ?? "", $0) }
        }
    }

    /// What settings and variables give private values; without declarations, nothing of them is read.
    static func given(
        _ settings: [String], _ environment: [String: String], _ declarations: ValueDeclarations?
    ) -> [Text] {
        guard let declarations else { return [] }
        let set = settings.compactMap { setting -> Text? in
            guard let sign = setting.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = String(setting[..<sign]).trimmingSpace
            return isPrivate(name, declarations) ? (name, String(setting[setting.utf8.index(after: sign)...])) : nil
        }
        let variables = declarations.filter(\.isPrivate).compactMap { declaration -> Text? in
            environment[declaration.variable].map { (declaration.name, $0) }
        }
        return set + variables
    }

    /// A name that is not declared may be a private one, misspelt.
    private static func isPrivate(_ name: String, _ declarations: ValueDeclarations) -> Bool {
        declarations.declaration(named: name)?.isPrivate ?? declarations.contains(where: \.isPrivate)
    }

    private static func texts(in node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let text): [text]
        case .sequence(let items): items.flatMap(texts)
        case .mapping(let pairs): pairs.flatMap { texts(in: $0.value) }
        }
    }

    /// What stands behind a sign on the lines of a file that is no YAML, and lines without it.
    private static func lines(of file: SourceFile, behind sign: String) -> [Text] {
        String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            let rest = line.firstRange(of: sign).map { line[$0.upperBound...] }
            // What stands on a line of its own goes on with the value before it.
            guard let rest = rest ?? (sign == ":" ? line : nil) else { return nil }
            return ("", unquoted(rest))
        }
    }

    /// The scalar that a line goes on with: to the sign that closes it, or in a mapping to the next field.
    private static func scalar(in rest: Substring) -> Substring {
        let text = rest.drop { $0 == " " }
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return text.prefix { $0 != "," && $0 != "}" }
        }
        return text.dropFirst().prefix { $0 != quote }
    }

    private static func unquoted(_ text: Substring) -> String { text.trimmingCharacters(in: quotes) }

    private static let quotes = CharacterSet(charactersIn: " \t\"'{}[],")
}

extension SourceFile {
    fileprivate func holds(_ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }
}
