import Guides
import Rendering
import Sources
import Values

/// The files of a guide as they are today, taken apart into the texts that its pages show.
struct GuideSources: Sendable {
    /// A file's bytes, where its text begins, and where it has carriage returns that its text has not.
    private struct File: Sendable {
        let language: LanguageTag
        let file: SourceFile
        let bodyStart: Int
        let hasReturns: Bool
    }

    private let files: [File]
    let texts: [WikiTrace.Field]

    /// - Parameter fields: those of the guide's pages as they are made today.
    init(_ files: GuideFiles, fields: [WikiTrace.Field]) {
        texts = fields
        self.files = files.editions.map { edition in
            let text = fields.first { $0.language == edition.language.tag && $0.kind == .text }?.source ?? []
            let bytes = edition.file.bytes
            // The text is what is left behind the front matter, without carriage returns.
            var (start, left) = (bytes.count, text.count)
            while start > 0, left > 0 || bytes[start - 1] == 0x0D {
                start -= 1
                if bytes[start] != 0x0D { left -= 1 }
            }
            let returns = bytes.count { $0 == 0x0D }
            return File(
                language: edition.language.tag, file: edition.file, bodyStart: start,
                hasReturns: returns * 2 > bytes.count { $0 == 0x0A })
        }
    }

    subscript(language: LanguageTag, kind: WikiTrace.Field.Kind) -> [UInt8]? {
        texts.first { $0.language == language && $0.kind == kind }?.source
    }

    /// The files with edits in their texts, by path: bytes outside of an edit stay what they are.
    ///
    /// - Parameter ofOwn: whether the files are without what snippets lend them, where no edit may be.
    func files(
        with edits: [(language: LanguageTag, kind: WikiTrace.Field.Kind, range: Range<Int>, text: [UInt8])],
        ofOwn: Bool = false
    ) -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for file in files {
            let mine = edits.filter { $0.language == file.language }
            guard !mine.isEmpty else { continue }
            let old = ofOwn ? file.file.own.bytes : file.file.bytes
            var bytes = old
            let inText = mine.filter { $0.kind == .text }.map { edit in
                let range = place(edit.range, in: file)
                return (
                    range: ofOwn ? file.file.origin(of: range).range : range,
                    text: file.hasReturns ? edit.text.withReturns : edit.text
                )
            }
            bytes = bytes.applying(inText)
            for kind in [WikiTrace.Field.Kind.title, .summary] {
                let line = mine.filter { $0.kind == kind }.map { (range: $0.range, text: $0.text) }
                guard !line.isEmpty, let old = self[file.language, kind] else { continue }
                FrontMatterLine.replace(kind.rawValue, with: old.applying(line), in: &bytes)
            }
            if bytes != old { result[file.file.path] = bytes }
        }
        return result
    }

    /// The file of a path, as it is.
    func bytes(of path: String) -> [UInt8]? { files.first { $0.file.path == path }?.file.bytes }

    /// The file of a path without what snippets lend it.
    func ownBytes(of path: String) -> [UInt8]? { files.first { $0.file.path == path }?.file.own.bytes }

    /// The file of the snippet that a range of a text is in; nil where it is the guide's own.
    func foreignPath(_ language: LanguageTag, _ kind: WikiTrace.Field.Kind, _ range: Range<Int>) -> String? {
        guard kind == .text, let file = files.first(where: { $0.language == language }), file.file.isComposed else {
            return nil
        }
        return file.file.foreignFile(in: place(range, in: file))?.path
    }

    var paths: [String] { files.map(\.file.path) }

    /// A range of the text in the file's bytes.
    private func place(_ range: Range<Int>, in file: File) -> Range<Int> {
        let bytes = file.file.bytes
        guard bytes[file.bodyStart...].contains(0x0D) else {
            return (range.lowerBound + file.bodyStart)..<(range.upperBound + file.bodyStart)
        }
        func place(_ offset: Int) -> Int {
            var (index, left) = (file.bodyStart, offset)
            while index < bytes.count, left > 0 {
                if bytes[index] != 0x0D { left -= 1 }
                index += 1
            }
            return index
        }
        let start = place(range.lowerBound)
        return start..<max(start, place(range.upperBound))
    }
}

extension [UInt8] {
    /// The text with carriage returns before its line feeds.
    fileprivate var withReturns: [UInt8] { flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
}
