import Sources

/// What an import wrote, so that the next one changes only what changed, and nothing that a person edited since.
struct ImportRecord {
    /// Its name, in the project's folder.
    static let name = "vademecum.import"

    struct Entry {
        /// The fingerprint of what the source came to.
        let made: String
        /// The fingerprint of what was written in the end.
        let written: String
    }

    private(set) var entries: [String: Entry] = [:]

    init(_ bytes: [UInt8] = []) {
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
            if parts.count == 3 { entries[parts[2]] = Entry(made: parts[0], written: parts[1]) }
        }
    }

    mutating func note(_ path: String, made: [UInt8], written: [UInt8]) {
        entries[path] = Entry(made: Self.fingerprint(made), written: Self.fingerprint(written))
    }

    /// The same with other paths, where files that nobody edited have other bytes now.
    ///
    /// - Parameter change: what a file, by its path before, was and has become; nil where it stays.
    func renaming(_ path: (String) -> String, _ change: (String) -> (old: [UInt8], new: [UInt8])?) -> ImportRecord {
        var record = ImportRecord()
        for (old, entry) in entries {
            var written = entry.written
            if let change = change(old), Self.fingerprint(change.old) == written {
                written = Self.fingerprint(change.new)
            }
            record.entries[path(old)] = Entry(made: entry.made, written: written)
        }
        return record
    }

    var bytes: [UInt8] {
        let lines = entries.sorted { $0.key.precedesByBytes($1.key) }.map { "\($1.made) \($1.written) \($0)\n" }
        return Array(
            ("# What `vademecum import` wrote, so that the next run changes only what changed.\n" + lines.joined()).utf8
        )
    }

    /// FNV-1a of 64 bits, which is enough to see a change that nobody made to deceive.
    static func fingerprint(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
