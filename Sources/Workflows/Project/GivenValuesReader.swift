import Guides
import Sources
import Values

/// Reads the values that were given elsewhere than in the configuration.
struct GivenValuesReader {
    let folder: ProjectFolder
    let configuration: Configuration
    let audience: Audience

    /// A public build reads neither the local file nor the environment: they hold what is not for everybody.
    func read(_ options: ValueOptions, _ diagnostics: inout [Diagnostic]) -> [GivenValue] {
        var given: [GivenValue] = []
        if audience == .team {
            if folder.has(ProjectFolder.localName),
                let file = folder.read(ProjectFolder.localName, &diagnostics)
            {
                add(configuration.values.given(in: file, source: .local), to: &given, &diagnostics)
            }
            add(configuration.values.given(inEnvironment: options.environment), to: &given, &diagnostics)
        }
        for path in options.files {
            guard let file = SourceFile.named(path, &diagnostics) else { continue }
            add(configuration.values.given(in: file, source: .file), to: &given, &diagnostics)
        }
        for setting in options.settings {
            let (value, problems) = configuration.values.given(setting: setting)
            diagnostics += problems
            guard let value else { continue }
            if audience == .public, configuration.values.declaration(named: value.name)?.isPrivate == true {
                diagnostics.append(Diagnostic(PrivateSetting(name: value.name), at: Place(path: "--set \(value.name)")))
            }
            given.append(value)
        }
        return given
    }

    private func add(
        _ read: (values: [GivenValue], diagnostics: [Diagnostic]), to given: inout [GivenValue],
        _ diagnostics: inout [Diagnostic]
    ) {
        given += read.values
        diagnostics += read.diagnostics
    }
}

extension SourceFile {
    /// Reads a file of any place on the disk, or a stream such as `/dev/stdin`, as it is named on the command line.
    public static func named(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
        if let stream = StandardStreams.descriptor(named: path) {
            return StandardStreams.file(stream, named: path, &diagnostics)
        }
        do throws(Disk.Failure) {
            return SourceFile(path: path, bytes: try Disk.read(path, most: ProjectFolder.largestFile))
        } catch {
            diagnostics.append(Diagnostic(UnreadableFile(reason: error.reason), at: Place(path: path)))
            return nil
        }
    }
}
