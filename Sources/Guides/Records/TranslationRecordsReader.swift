import Sources
import Values

extension TranslationRecords {
    /// Reads the file; nil, and a message, where it is not what the program writes.
    ///
    /// YAML takes a hundred times as long, so what stands exactly as it was written is read here; whatever somebody
    /// else has touched goes through YAML.
    package static func read(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> TranslationRecords? {
        // What no file of ours may hold is told by the reader of YAML.
        if TextScan(file.bytes[...]).findings.isEmpty {
            var reader = RecordsReader(file.bytes)
            if let records = reader.read() { return records }
        }
        if let conflict = conflict(in: file) {
            let guide = file.path.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
            diagnostics.append(Diagnostic(ConflictingRecords(path: file.path, guide: guide), at: conflict))
            return nil
        }
        guard let node = YAMLNode.read(file, &diagnostics) else { return nil }
        var yaml = YAMLReader()
        let records = read(node, &yaml)
        diagnostics += yaml.diagnostics
        return yaml.diagnostics.isEmpty ? records : nil
    }

    private static func read(_ node: YAMLNode, _ reader: inout YAMLReader) -> TranslationRecords? {
        let names = ["format", "source", "translations"]
        let keys = reader.mapping(node, keys: names, required: names)
        if let format = keys["format"], !["1", "2"].contains(format.text) {
            reader.report(WrongShape(expected: "format 1 or 2", got: format.quoted), at: format.place)
        }
        guard let node = keys["source"], let text = reader.text(node),
            let source = reader.language(text, at: node.place), let languages = keys["translations"]
        else { return nil }
        var records = TranslationRecords(source: source)
        for (name, key, value) in reader.pairs(languages) ?? [] {
            guard let language = reader.language(name, at: key.place) else { continue }
            for (id, key, value) in reader.pairs(value) ?? [] {
                let keys = reader.mapping(
                    value, keys: ["source", "translation", "unchanged"], required: ["source", "translation"])
                let blocks = (keys["source"].map { reader.list($0) } ?? []).compactMap { block($0, &reader) }
                guard let translation = keys["translation"].flatMap({ fingerprint($0, &reader) }) else { continue }
                if records.languages[language]?[id] != nil { reader.report(RepeatedName(name: id), at: key.place) }
                records.languages[language, default: [:]][id] = Unit(
                    source: blocks, translation: translation, unchanged: keys["unchanged"].flatMap { reader.text($0) })
            }
        }
        return records
    }

    /// The first line of those that git writes where it could not merge; nil where there is none.
    private static func conflict(in file: SourceFile) -> Place? {
        let marker = Array("<<<<<<< ".utf8)
        var start = 0
        var line = 1
        while start < file.bytes.count {
            if file.bytes[start...].starts(with: marker) { return file.place(line: line) }
            guard let end = file.bytes[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
            line += 1
        }
        return nil
    }

    private static func block(_ node: YAMLNode, _ reader: inout YAMLReader) -> Block? {
        let block = node.text.flatMap { Block(Array($0.utf8)[...]) }
        if block == nil {
            let expected = "16 hexadecimal digits once or twice, and names of values"
            reader.report(WrongShape(expected: expected, got: node.quoted), at: node.place)
        }
        return block
    }

    private static func fingerprint(_ node: YAMLNode, _ reader: inout YAMLReader) -> Fingerprint? {
        let fingerprint = node.text.flatMap { Fingerprint(Array($0.utf8)[...]) }
        if fingerprint == nil {
            reader.report(WrongShape(expected: "16 hexadecimal digits", got: node.quoted), at: node.place)
        }
        return fingerprint
    }
}

/// Reads the lines as the program writes them, and gives up at the first that is otherwise.
private struct RecordsReader {
    private var lines: ArraySlice<ArraySlice<UInt8>>

    init(_ bytes: [UInt8]) {
        // Comments, and the blank lines between sections, say nothing.
        lines =
            bytes.split(separator: 0x0A).filter { line in
                line.first { $0 != 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
            }[...]
    }

    mutating func read() -> TranslationRecords? {
        guard let format = take("format: "), ["1", "2"].contains(String(decoding: format, as: UTF8.self)),
            let source = take("source: ").flatMap({ LanguageTag(rawValue: String(decoding: $0, as: UTF8.self)) }),
            take("translations:")?.isEmpty == true
        else { return nil }
        var records = TranslationRecords(source: source)
        while let name = key(indentation: 2) {
            guard let language = LanguageTag(rawValue: name), records.languages[language] == nil else { return nil }
            var units: [String: TranslationRecords.Unit] = [:]
            while let id = key(indentation: 4) {
                guard units[id] == nil, let unit = unit() else { return nil }
                units[id] = unit
            }
            records.languages[language] = units
        }
        return lines.isEmpty ? records : nil
    }

    private mutating func unit() -> TranslationRecords.Unit? {
        guard take("      source:")?.isEmpty == true else { return nil }
        var source: [TranslationRecords.Block] = []
        while let text = take("        - ") {
            guard let block = TranslationRecords.Block(text) else { return nil }
            source.append(block)
        }
        guard let translation = take("      translation: ").flatMap({ Fingerprint($0) }) else { return nil }
        var reason: String?
        if let text = take("      unchanged: ") {
            // A backslash begins something that YAML has to read.
            guard text.count > 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\""),
                !text.contains(UInt8(ascii: "\\")), text.count(where: { $0 == UInt8(ascii: "\"") }) == 2
            else { return nil }
            reason = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
        }
        return TranslationRecords.Unit(source: source, translation: translation, unchanged: reason)
    }

    /// The name of a mapping that begins on the next line, where that has so many spaces before it.
    private mutating func key(indentation: Int) -> String? {
        guard let line = lines.first, line.last == UInt8(ascii: ":") else { return nil }
        let name = line.drop { $0 == 0x20 }
        guard line.count - name.count == indentation, name.count > 1,
            name.dropLast().allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == 0x20 })
        else { return nil }
        lines.removeFirst()
        return String(decoding: name.dropLast(), as: UTF8.self)
    }

    /// What follows some text that the next line begins with; nil, and the line stays, where it does not.
    private mutating func take(_ beginning: String) -> ArraySlice<UInt8>? {
        guard let line = lines.first, line.starts(with: beginning.utf8) else { return nil }
        lines.removeFirst()
        return line.dropFirst(beginning.utf8.count)
    }
}
