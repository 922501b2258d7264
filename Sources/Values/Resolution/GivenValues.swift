import Sources

extension ValueDeclarations {
    /// Reads a file of values, flat `name: value`.
    public func given(in file: SourceFile, source: ValueSource) -> (values: [GivenValue], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        guard let node = YAMLNode.read(file, &diagnostics) else { return ([], diagnostics) }
        var reader = YAMLReader()
        var values: [GivenValue] = []
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard let declaration = declaration(named: name) else {
                reader.report(UndefinedValue(name: name, known: names.names), at: key.place)
                continue
            }
            let (parsed, problems) = ValueNode.read(
                value, name: name, type: declaration.type, pattern: declaration.pattern,
                isPrivate: declaration.isPrivate)
            diagnostics += problems
            if let parsed { values.append(GivenValue(name: name, value: parsed, source: source)) }
        }
        return (values, diagnostics + reader.diagnostics)
    }

    /// The names that a file of values has, for where nobody declares any; its faults are told when it is read.
    public static func names(in file: SourceFile) -> [String] {
        var ignored: [Diagnostic] = []
        var reader = YAMLReader()
        return YAMLNode.read(file, &ignored).flatMap { reader.pairs($0) }?.map(\.name) ?? []
    }

    /// Reads `NAME=VALUE`, as `--set` takes it.
    public func given(setting text: String) -> (value: GivenValue?, diagnostics: [Diagnostic]) {
        // By scalars: with an accent behind it, the sign is another `Character`.
        let parts = text.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0]).trimmingSpace
        let place = Place(path: "--set \(name)")
        guard parts.count == 2 else { return (nil, [Diagnostic(MalformedSetting(), at: place)]) }
        guard let declaration = declaration(named: name) else {
            return (nil, [Diagnostic(UndefinedValue(name: name, known: names.names), at: place)])
        }
        return given(declaration, String(parts[1]), .set, at: place)
    }

    /// Reads the values that the environment gives: `VADEMECUM_ORG_ID` for `org.id`. Other variables are not looked at.
    public func given(inEnvironment environment: [String: String]) -> (values: [GivenValue], diagnostics: [Diagnostic])
    {
        var values: [GivenValue] = []
        var diagnostics: [Diagnostic] = []
        for declaration in self {
            let variable = declaration.variable
            guard let text = environment[variable], !text.isEmpty else { continue }
            let (value, problems) = given(
                declaration, text, .environment, at: Place(path: "environment variable \(variable)"))
            diagnostics += problems
            if let value { values.append(value) }
        }
        return (values, diagnostics)
    }

    private func given(
        _ declaration: ValueDeclaration, _ text: String, _ source: ValueSource, at place: Place
    ) -> (value: GivenValue?, diagnostics: [Diagnostic]) {
        do {
            let value = try ValueParser.parse(text, as: declaration.type, pattern: declaration.pattern)
            return (GivenValue(name: declaration.name, value: value, source: source), [])
        } catch {
            return (nil, [error.diagnostic(declaration.name, isPrivate: declaration.isPrivate, at: place)])
        }
    }
}

extension ValueDeclaration {
    /// The variable of the environment that gives the value: `VADEMECUM_ORG_ID` for `org.id`.
    package var variable: String { "VADEMECUM_" + name.uppercased().replacing(".", with: "_") }
}
