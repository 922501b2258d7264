import CommonMark
import Sources

/// Finds what has to be written otherwise in a guide's files so that its links lead to the same guides when some have moved.
package struct MovedLinks {
    private let guide: String
    private let move: GuideMove

    /// - Parameter guide: the guide's ID before the move.
    package init(in guide: String, _ move: GuideMove) {
        self.guide = guide
        self.move = move
    }

    /// Bytes of the file, and what to put in their place; none where no link has to change.
    package func edits(in edition: Edition) -> [(range: Range<Int>, text: [UInt8])] {
        let bytes = edition.file.bytes
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        for link in edition.links {
            let address: Range<Int>
            switch link.node.linkTail {
            case .inline(let place)?, .attribute(let place)?: address = place
            default: continue
            }
            guard let edit = edit(address, of: edition.file, target: link.target, url: link.written)
            else { continue }
            edits.append(edit)
        }
        for address in ReferenceDefinitions.addresses(in: edition) {
            let url = String(decoding: bytes[Self.plain(address, of: bytes)], as: UTF8.self)
            let base = SnippetReader.folder(of: address, in: edition.file)
            let target = LinkTarget(guide: guide, base: base).target(of: url)
            guard let edit = edit(address, of: edition.file, target: target, url: url) else { continue }
            edits.append(edit)
        }
        return edits
    }

    /// Where a link leads, as it is written, from another guide.
    package static func target(of link: Link, of edition: Edition, in guide: String) -> Link.Target {
        // One that begins at the content's folder leads there from anywhere.
        if link.written.hasPrefix("/") { return link.target }
        let base = SnippetReader.folder(of: edition.range(of: link.node), in: edition.file)
        return LinkTarget(guide: guide, base: base).target(of: link.written)
    }

    /// Where a link has to lead afterwards.
    package func target(after target: Link.Target) -> Link.Target {
        switch target {
        case .guide(let id, let file, let fragment): return .guide(id: move.id(of: id), file: file, fragment: fragment)
        case .shared(let path):
            let (new, own) = (move.id(of: path), move.id(of: guide) + "/")
            return new.beginsWithBytes(of: own)
                ? .file(String(decoding: new.utf8.dropFirst(own.utf8.count), as: UTF8.self)) : .shared(new)
        default: return target
        }
    }

    private func edit(
        _ address: Range<Int>, of text: SourceFile, target: Link.Target, url: String
    ) -> (range: Range<Int>, text: [UInt8])? {
        let bytes = text.bytes
        let (id, file): (String, String)
        switch target {
        case .guide(let guide, let name, _): (id, file) = (guide, name)
        case .shared(let path):
            let slash = path.lastIndex(of: "/")
            (id, file) = (
                slash.map { String(path[..<$0]) } ?? "",
                String(slash.map { path[path.index(after: $0)...] } ?? path[...])
            )
        default: return nil
        }
        let wanted = self.target(after: target)
        if url.hasPrefix("/"), wanted == target { return nil }
        let base = SnippetReader.folder(of: address, in: text)
        guard LinkTarget(guide: move.id(of: guide), base: base).target(of: url) != wanted else { return nil }
        let range = Self.plain(address, of: bytes)
        // What stands behind the sign stays, however it is written.
        let end = bytes[range].firstIndex(of: UInt8(ascii: "#")) ?? range.upperBound
        let path = bytes[range.lowerBound..<end]
        let isEncoded = path.firstRange(of: Array("%".utf8)) != nil
        return (
            range.lowerBound..<end, Self.encoded(way(from: base, to: move.id(of: id), file: file), isEncoded: isEncoded)
        )
    }

    /// An address without angle brackets around it.
    private static func plain(_ address: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        address.count > 1 && bytes[address.lowerBound] == UInt8(ascii: "<")
            ? (address.lowerBound + 1)..<(address.upperBound - 1) : address
    }

    /// The relative path from the guide's new place, or from a snippet's folder.
    private func way(from base: String?, to id: String, file: String) -> String {
        let from = (base ?? move.id(of: guide)).split(separator: "/"), to = id.split(separator: "/")
        let common = zip(from, to).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        let names = from.dropFirst(common).map { _ in ".." } + to.dropFirst(common).map(String.init) + [file]
        return names.joined(separator: "/")
    }

    /// The path as an address in Markdown: what would end it there, or be an escape, is percent-encoded.
    ///
    /// - Parameter isEncoded: whether letters beyond ASCII are, too.
    private static func encoded(_ path: String, isEncoded: Bool) -> [UInt8] {
        path.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                byte >= 0x80
                ? !isEncoded : byte.isASCIIAlphanumeric || byte.isOne(of: "-._~/!$*+,;=:@")
            if isPlain { return [byte] }
            let digits = String(byte, radix: 16, uppercase: true)
            return Array("%\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
        }
    }
}
