import Foundation
import Sources

/// What the settings of a site say, by the names that texts call it by: `site.title` in Jekyll's, `config.site_name` in those
/// of MkDocs, and the parameters of Hugo.
package struct SiteSettings: Sendable {
    private var values: [String: String] = [:]
    /// What a language's own settings say.
    private var own: [String: [String: String]] = [:]

    /// No settings.
    package init() {}

    /// Reads the settings of a folder.
    ///
    /// - Parameter text: what a file says; nil where it cannot be read.
    package init(_ dialect: PageDialect, _ paths: [String], text: (String) -> [UInt8]?) {
        for path in paths {
            let parts = path.split(separator: "/").map(String.init)
            let file = parts.last?.split(separator: ".").map { $0.lowercased() } ?? []
            guard let name = file.first, let ending = file.last, ["yml", "yaml", "toml", "json"].contains(ending) else {
                continue
            }
            switch dialect {
            case .jekyll where name == "_config":
                add(Self.read(path, text), below: "site.")
            case .jekyll where parts.contains("_data"):
                let folders = parts.drop { $0 != "_data" }.dropFirst().dropLast()
                add(Self.read(path, text), below: (["site", "data"] + folders + [name, ""]).joined(separator: "."))
            case .mkdocs where name == "mkdocs":
                let read = Self.read(path, text)
                add(read, below: "config.")
                // Plugins let texts call what stands under `extra:` by its name.
                for (key, value) in read where key.hasPrefix("extra.") { values[String(key.dropFirst(6))] = value }
            case .hugo where ["hugo", "config", "params", "languages"].contains(name): addHugo(name, file, path, text)
            default: break
            }
        }
    }

    /// What texts in a language call by a name.
    func value(of name: String, in language: String) -> String? { own[language]?[name] ?? values[name] }

    private mutating func add(_ read: [String: String], below start: String) {
        for (key, value) in read where key != "baseurl" && key != "url" { values[start + key] = value }
    }

    /// Parameters stand under `params`, in a file of that name, or with a language.
    private mutating func addHugo(_ name: String, _ file: [String], _ path: String, _ text: (String) -> [UInt8]?) {
        let language = file.count > 2 ? file[1] : nil
        for (key, value) in Self.read(path, text) {
            var parts = key.split(separator: ".").map(String.init)
            var tag = language
            if name == "languages" || parts.first == "languages" {
                if parts.first == "languages" { parts.removeFirst() }
                guard parts.count > 1 else { continue }
                tag = parts.removeFirst()
            }
            if name != "params" {
                guard parts.first == "params", parts.count > 1 else { continue }
                parts.removeFirst()
            }
            let name = parts.joined(separator: ".")
            if let tag { own[tag, default: [:]][name] = value } else { values[name] = value }
        }
    }

    // MARK: Files

    private static func read(_ path: String, _ text: (String) -> [UInt8]?) -> [String: String] {
        guard let bytes = text(path) else { return [:] }
        if path.hasSuffix(".toml") { return toml(String(decoding: bytes, as: UTF8.self)) }
        var found: [Diagnostic] = []
        return YAMLNode.read(SourceFile(path: path, bytes: bytes), bytes: bytes[...], firstLine: 1, &found)?.texts()
            ?? [:]
    }

    /// The values of TOML that stand on a line of their own, by their dotted names.
    private static func toml(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        var table = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let text = line.trimmingCharacters(in: .whitespaces)
            if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
                table = text[..<close].drop { $0 == "[" }.filter { $0 != "\"" && $0 != "'" && $0 != " " } + "."
                continue
            }
            guard !text.hasPrefix("#"), let sign = text.firstIndex(of: "=") else { continue }
            let key = text[..<sign].trimmingCharacters(in: .init(charactersIn: " \t\"'"))
            let value = text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            guard let first = value.first, !"[{".contains(first), !value.hasPrefix("\"\"\"") else { continue }
            if first == "\"" || first == "'" {
                guard let end = value.dropFirst().firstIndex(of: first) else { continue }
                result[table + key] = String(value[value.index(after: value.startIndex)..<end])
            } else {
                result[table + key] = value.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            }
        }
        return result
    }
}
