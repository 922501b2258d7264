import Sources

/// Writes what an import makes into the project, but for what a person edited since the last one.
struct ImportWriter {
    private let project: ImportProject
    private var record: ImportRecord
    private var made: [String: [UInt8]] = [:]
    /// What was written.
    private(set) var written: Set<String> = []
    /// What was edited here and has another source now.
    private(set) var kept: [String] = []

    init(_ project: ImportProject) {
        self.project = project
        record = ImportRecord(project.bytes(ImportRecord.name) ?? [])
    }

    mutating func write(_ bytes: [UInt8], to path: String, from source: String) throws(Refusal) {
        if made[path] != nil { return }
        made[path] = bytes
        if let old = project.bytes(path) {
            guard let entry = record.entries[path] else { throw .usage(ExistingTarget(source: source), at: path) }
            if entry.made == ImportRecord.fingerprint(bytes) { return }
            guard entry.written == ImportRecord.fingerprint(old) else {
                kept.append(path)
                return
            }
        }
        try project.write(bytes, to: path)
        written.insert(path)
    }

    /// Notes what was written, as it is after its typography was mended.
    mutating func finish() throws(Refusal) {
        for path in written { record.note(path, made: made[path] ?? [], written: project.bytes(path) ?? []) }
        if !written.isEmpty { try project.write(record.bytes, to: ImportRecord.name) }
    }
}
