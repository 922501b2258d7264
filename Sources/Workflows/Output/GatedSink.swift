import Checks
import Sources
import Synchronization

/// The last look at what a public build writes, where private values are known: a page may have one that no file has, put
/// together from a value and the text around it, or from the words of a template.
final class GatedSink: OutputSink {
    private let sink: any OutputSink
    private let gate: SecretGate
    private let found = Mutex<[Diagnostic]>([])

    /// - Parameters:
    ///   - sink: where the files go.
    ///   - gate: what must not be in them.
    init(_ sink: any OutputSink, _ gate: SecretGate) {
        self.sink = sink
        self.gate = gate
    }

    /// The files that hold a private value.
    var diagnostics: [Diagnostic] { found.withLock { $0 } }

    func put(_ bytes: UnsafeBufferPointer<UInt8>, at path: String) throws(OutputError) {
        look(at: bytes, path)
        try sink.put(bytes, at: path)
    }

    func put(_ content: FileContent, at path: String) throws(OutputError) {
        switch content {
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { look(at: $0, path) }
        case .file(let file) where ShownText.isText(path):
            do throws(Disk.Failure) {
                var whole: [UInt8] = []
                try file.pieces { (piece) throws(Disk.Failure) in whole += piece }
                whole.withUnsafeBufferPointer { look(at: $0, path) }
            } catch {
                throw OutputError(unread: error)
            }
        case .file: break
        }
        try sink.put(content, at: path)
    }

    func put(at path: String, _ pieces: (PutPiece) throws(OutputError) -> Void) throws(OutputError) {
        // Where two pieces meet there may be one, too.
        var whole: [UInt8] = []
        try pieces { (piece) throws(OutputError) in whole += piece }
        try whole.withUnsafeBufferPointer { (bytes) throws(OutputError) in try put(bytes, at: path) }
    }

    private func look(at bytes: UnsafeBufferPointer<UInt8>, _ path: String) {
        let diagnostics = Self.diagnose(bytes, path, gate)
        if !diagnostics.isEmpty { found.withLock { $0 += diagnostics } }
    }

    /// What is to be said of a file that is for everybody; its name tells how it is read.
    static func diagnose(
        _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ gate: SecretGate
    ) -> [Diagnostic] {
        ShownText(bytes, path).map { gate.privateValues(in: $0.bytes, at: Place(path: path)) } ?? []
    }
}

/// What a reader of a file sees of it: without the tags of HTML and the escapes of HTML and JavaScript.
private struct ShownText {
    private(set) var bytes: [UInt8] = []

    private static let entities: [(StaticString, UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")), ("&#32;", 0x20),
    ]

    /// Whether a file is text, by its name.
    static func isText(_ path: String) -> Bool {
        [".html", ".md", ".js", ".json", ".txt", ".xml"].contains(where: path.hasSuffix)
    }

    /// Nil for a file that is no text.
    init?(_ file: UnsafeBufferPointer<UInt8>, _ path: String) {
        guard Self.isText(path) else { return nil }
        let isPage = path.hasSuffix(".html")
        bytes.reserveCapacity(file.count)
        var index = 0
        while index < file.count {
            let byte = file[index]
            if isPage, byte == UInt8(ascii: "<"), let end = Self.tagEnd(in: file, from: index) {
                // What stands in attributes is shown too; words of two elements are two texts but where a tag is an
                // inline's, which has no attributes of its own.
                bytes += Self.attributes(of: file, index..<end)
                index = end
            } else if byte == UInt8(ascii: "&"),
                let (entity, sign) = Self.entities.first(where: { file.holds($0.0, at: index) })
            {
                bytes.append(sign)
                index += entity.utf8CodeUnitCount
            } else if byte == UInt8(ascii: "\\"), index + 1 < file.count, !isPage {
                // The escapes of JSON that a text may have; those of Markdown are of punctuation.
                let next = file[index + 1]
                bytes.append(next == UInt8(ascii: "n") || next == UInt8(ascii: "t") ? 0x20 : next)
                index += 2
            } else {
                bytes.append(byte)
                index += 1
            }
        }
    }

    private static func tagEnd(in file: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start + 1 < file.count, file[start + 1].isASCIILetter || file[start + 1] == UInt8(ascii: "/") else {
            return nil
        }
        var quote: UInt8?
        var index = start + 1
        while index < file.count {
            let byte = file[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    private static let inlines: Set<String> = [
        "em", "strong", "del", "code", "a", "data", "span", "/em", "/strong", "/del", "/code", "/a", "/data", "/span",
    ]

    /// Nothing of an inline's tag, so that the words around it are one text; a line of its own for any other.
    private static func attributes(of file: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> [UInt8] {
        let name = file[(tag.lowerBound + 1)...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "/") }
        return inlines.contains(String(decoding: name, as: UTF8.self)) ? [] : [0x0A] + file[tag] + [0x0A]
    }
}
