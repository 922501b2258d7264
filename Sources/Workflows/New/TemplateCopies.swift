import Sources
import Templates

/// The templates, kinds and languages that come with the program.
public enum TemplateCopies {
    /// Their names, sorted.
    public static var names: [String] { DefaultTemplates.files.keys.sorted() }

    /// The bytes of one.
    public static func bytes(of name: String) -> Outcome<[UInt8]> {
        guard let bytes = DefaultTemplates.files[name] else { return unknown(name) }
        return Outcome(bytes, [])
    }

    /// Writes one, or those of a folder, into a project's `templates/`, where they overrule the program's.
    ///
    /// - Returns: their paths in the project's folder.
    public static func write(_ name: String, to folder: ProjectFolder) -> Outcome<[String]> {
        let start = name.hasSuffix("/") ? name : name + "/"
        let wanted = names.filter { $0 == name || $0.hasPrefix(start) }
        guard !wanted.isEmpty else { return unknown(name) }
        var files = NewFiles(in: folder.path)
        for name in wanted { files.add("\(TemplateFolder.name)/\(name)", DefaultTemplates.files[name] ?? []) }
        do throws(Refusal) {
            return Outcome(try files.write(), [])
        } catch {
            return Outcome(nil, error.diagnostics, isUsage: error.isUsage)
        }
    }

    private static func unknown<Value>(_ name: String) -> Outcome<Value> {
        Outcome(nil, [Diagnostic(NoTemplate(name: name, known: names), at: Place(path: name))], isUsage: true)
    }
}
