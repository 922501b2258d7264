import CommonMark
import Foundation
import Guides
import Sources

/// The pictures and files beside a text that is imported: they come along, into the guide's folder.
struct NeighbouringFiles {
    private let source: String
    private let guide: String
    private let language: String
    /// What was found, by the name that it gets.
    private(set) var found: [(name: String, bytes: [UInt8])] = []

    /// - Parameter source: the path of the text, as it was named.
    init(_ source: String, _ guide: String, _ language: String) {
        (self.source, self.guide, self.language) = (source, guide, language)
    }

    /// The guide's text, with addresses of what came along.
    ///
    /// - Parameter present: what the project has at a path.
    mutating func rewrite(_ text: [UInt8], present: (String) -> [UInt8]?) -> [UInt8] {
        guard let document = try? Document(parsing: text) else { return text }
        var result = text
        var edits: [(Range<Int>, String)] = []
        for node in document.root.descendants where node.kind == .image || node.kind == .link {
            guard case .inline(let range)? = node.linkTail, let name = take(node.url, present) else { continue }
            edits.append((range, name))
        }
        for (range, name) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            result.replaceSubrange(range, with: name.utf8)
        }
        return withFiles(result)
    }

    /// A text whose pictures stand in files, and no longer in their addresses, as word processors write them.
    private mutating func withFiles(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "<")) || text.contains(UInt8(ascii: "(")) else { return text }
        let start = Array("data:image/".utf8)
        var result: [UInt8] = []
        var done = 0
        for place in text.ranges(of: start) where place.lowerBound > done {
            let rest = text[place.lowerBound...]
            let before = text[place.lowerBound - 1]
            guard before == UInt8(ascii: "<") || before == UInt8(ascii: "("),
                let end = rest.firstIndex(of: before == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ")")),
                let comma = rest[..<end].firstIndex(of: UInt8(ascii: ",")),
                let data = Data(base64Encoded: String(decoding: rest[(comma + 1)..<end], as: UTF8.self))
            else { continue }
            let kind = String(decoding: rest[place.upperBound..<comma].prefix { $0.isASCIIAlphanumeric }, as: UTF8.self)
            let name = "\(language)-\(found.count + 1).\(kind == "jpeg" ? "jpg" : kind == "svg" ? "svg" : kind)"
            found.append((name, Array(data)))
            result += text[done..<place.lowerBound] + Array(name.utf8)
            done = end
        }
        return result + text[done...]
    }

    /// The address of a file that a text names by its path from itself; nil where there is none.
    private mutating func take(_ url: String, _ present: (String) -> [UInt8]?) -> String? {
        let path = url.removingPercentEncoding ?? url
        guard !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("#"), !path.contains(":"), !path.hasPrefix("{{"),
            let own = path.split(separator: "/").last.map(String.init), own != "..",
            !own.lowercased().hasSuffix(".md"), own.contains(".")
        else { return nil }
        let folder = URL(fileURLWithPath: source).standardizedFileURL.deletingLastPathComponent()
        let file = folder.appending(path: path).standardizedFileURL
        let disk = DiskFiles(file.deletingLastPathComponent().path)
        guard let bytes = try? disk.read(own, most: ProjectFolder.largestFile) else { return nil }
        for name in [own, "\(language)-\(own)"] {
            let there = found.first { $0.name == name }?.bytes ?? present("content/\(guide)/\(name)")
            guard there == nil || there == bytes else { continue }
            if there == nil { found.append((name, bytes)) }
            return name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)?
                .replacing("(", with: "%28").replacing(")", with: "%29")
        }
        return nil
    }
}
