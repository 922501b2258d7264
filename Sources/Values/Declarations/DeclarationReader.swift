import Sources

/// Reads the values of `vademecum.yaml`: each declaration by itself, then the formulas all together.
package struct DeclarationReader {
    package private(set) var declarations: [ValueDeclaration] = []
    private var reader = YAMLReader()
    private var formulas: [String: YAMLNode] = [:]
    /// The names that charts are made of, to be looked up when all values are known.
    private var charts: [[(name: String, place: Place)]] = []
    private let languages: [LanguageTag]

    package var diagnostics: [Diagnostic] { reader.diagnostics }

    /// - Parameter languages: those of the site, which are never names of facts.
    package init(languages: [LanguageTag]) { self.languages = languages }

    private static let types = [
        "text", "identifier", "integer", "decimal", "percent", "duration", "date", "url", "choice", "table", "chart",
    ]

    package mutating func read(_ node: YAMLNode) {
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard Self.isName(name) else {
                reader.report(BadName(name: name), at: key.place)
                continue
            }
            if name == ValueDeclaration.reservedName {
                reader.report(ReservedName(name: name), at: key.place)
                continue
            }
            if let declaration = declaration(name, value, at: key.place) { declarations.append(declaration) }
        }
        let check = FormulaCheck(ValueDeclarations(declarations))
        for fault in check.diagnose() {
            guard let node = formulas[fault.name] else { continue }
            reader.report(Diagnostic(fault.problem, at: node.place(ofBytes: fault.range)))
        }
        for names in charts {
            for (name, place) in names {
                guard let problem = check.problem(ofTerm: name, addedTo: names[0].name) else { continue }
                reader.report(Diagnostic(problem, at: place))
            }
        }
        declarations += units
    }

    /// The units of the values, under names of their own, but where somebody declared these names.
    private var units: [ValueDeclaration] {
        let names = Set(declarations.map(\.name))
        return declarations.compactMap { value in
            let name = ValueUnit.name(of: value.name)
            guard let unit = value.unit, value.type.isNumeric, !names.contains(name),
                let formula = try? Formula(value.name)
            else { return nil }
            return ValueDeclaration(
                name: name, type: .unit(unit), label: value.label, isPrivate: value.isPrivate,
                decimals: value.decimals, formula: formula, place: value.place)
        }
    }

    private mutating func declaration(_ name: String, _ node: YAMLNode, at place: Place) -> ValueDeclaration? {
        let keys = reader.mapping(
            node,
            keys: [
                "type", "label", "unit", "private", "pattern", "decimals", "example", "value", "formula", "choices",
                "columns", "parts", "limit",
            ], required: ["type"])
        guard let typeNode = keys["type"], let typeName = reader.text(typeNode) else { return nil }
        guard let type = type(typeName, keys, at: typeNode.place) else { return nil }
        let isPrivate = keys["private"].flatMap { reader.flag($0) } ?? false
        let pattern = keys["pattern"].flatMap { readPattern($0) }
        let example = keys["example"].flatMap { value($0, name, type, pattern, isPrivate) }
        if isPrivate, keys["example"] == nil { reader.report(MissingExample(name: name), at: place) }
        return ValueDeclaration(
            name: name, type: type,
            label: keys["label"].map { reader.localizedText($0, fallback: name) } ?? LocalizedText([:], fallback: name),
            unit: keys["unit"].map { unit($0) }, isPrivate: isPrivate, pattern: pattern,
            decimals: keys["decimals"].flatMap { decimals($0, type) }, example: example,
            value: keys["value"].flatMap { value($0, name, type, pattern, isPrivate) },
            formula: keys["formula"].flatMap { formula($0, name) }, place: place)
    }

    /// A unit for every language, or one for all; each a word, or its forms by plural category.
    private mutating func unit(_ node: YAMLNode) -> ValueUnit {
        guard case .mapping = node.content else {
            return ValueUnit(other: reader.localizedText(node, fallback: ""))
        }
        var texts: [LanguageTag: String] = [:]
        var forms: [LanguageTag: [String: String]] = [:]
        var first: String?
        for (name, key, value) in reader.pairs(node) ?? [] {
            guard let language = reader.language(name, at: key.place) else { continue }
            var known: [String: String] = [:]
            if case .mapping = value.content {
                let keys = reader.mapping(value, keys: PluralRules.categories, required: ["other"])
                for category in PluralRules.categories { known[category] = keys[category].flatMap { reader.text($0) } }
                forms[language] = known
            }
            guard let text = known["other"] ?? (known.isEmpty ? reader.text(value) : nil) else { continue }
            texts[language] = text
            first = first ?? text
        }
        return ValueUnit(other: LocalizedText(texts, fallback: first ?? ""), forms: forms)
    }

    // MARK: Types

    private mutating func type(_ name: String, _ keys: YAMLKeys, at place: Place) -> ValueType? {
        switch name {
        case "text": return .text
        case "identifier": return .identifier
        case "integer": return .integer
        case "decimal": return .decimal
        case "percent": return .percent
        case "duration": return .duration
        case "date": return .date
        case "url": return .url
        case "choice":
            guard let node = keys["choices"] else {
                reader.report(MissingKey(key: "choices"), at: place)
                return nil
            }
            return .choice((reader.pairs(node) ?? []).map { choice($0.name, $0.value) })
        case "table":
            guard let node = keys["columns"] else {
                reader.report(MissingKey(key: "columns"), at: place)
                return nil
            }
            if case .mapping = node.content {
            } else {
                let help =
                    "write `columns: {name: {type: text}, count: {type: integer}}`: each column by its name, with its type"
                reader.report(WrongShape(expected: "a mapping", got: node.shape, help: help), at: node.place)
                return nil
            }
            return .table((reader.pairs(node) ?? []).compactMap { column($0.name, $0.value) })
        case "chart": return chart(keys, at: place)
        default:
            reader.report(UnknownType(name: name, known: Self.types), at: place)
            return nil
        }
    }

    /// A label, or a label by language; `match` words messages, and every other key is a fact.
    private mutating func choice(_ key: String, _ node: YAMLNode) -> ValueType.Choice {
        if let text = node.text {
            return ValueType.Choice(
                key: key, label: LocalizedText([:], fallback: text.isEmpty ? key : text), match: [], facts: [:])
        }
        var texts: [LanguageTag: String] = [:]
        var match: [String] = []
        var facts: [String: ValueType.Fact] = [:]
        var first: String?
        for (name, key, value) in reader.pairs(node) ?? [] {
            let isLabel = languages.contains { $0.rawValue == name }
            if name == "match" {
                match = reader.list(value).compactMap { reader.text($0) }
            } else if !isLabel, let fact = value.text.flatMap(Self.fact) {
                facts[name] = fact
            } else if let tag = reader.language(name, at: key.place), let text = reader.text(value) {
                texts[tag] = text
                first = first ?? text
            }
        }
        return ValueType.Choice(
            key: key, label: LocalizedText(texts, fallback: first ?? key), match: match, facts: facts)
    }

    private mutating func chart(_ keys: YAMLKeys, at place: Place) -> ValueType? {
        for key in ["parts", "limit"] where keys[key] == nil { reader.report(MissingKey(key: key), at: place) }
        for key in ["example", "value", "formula"] {
            if let node = keys[key] { reader.report(GivenChart(key: key), at: node.place) }
        }
        guard let partsNode = keys["parts"], let limitNode = keys["limit"] else { return nil }
        let nodes = reader.list(partsNode) + [limitNode]
        let names = nodes.compactMap { node in reader.text(node).map { (name: $0, place: node.place) } }
        guard names.count == nodes.count, let limit = names.last, names.count > 1 else { return nil }
        charts.append(names)
        return .chart(ValueType.Chart(parts: names.dropLast().map(\.name), limit: limit.name))
    }

    private static func fact(_ text: String) -> ValueType.Fact? {
        if let seconds = DurationUnit.parse(text) { return ValueType.Fact(type: .duration, number: seconds) }
        return Numbers.parse(text).map { ValueType.Fact(type: .decimal, number: $0) }
    }

    private mutating func column(_ name: String, _ node: YAMLNode) -> ValueType.Column? {
        let keys = reader.mapping(node, keys: ["type", "label", "decimals", "choices"], required: ["type"])
        guard let typeNode = keys["type"], let typeName = reader.text(typeNode) else { return nil }
        guard typeName != "table", typeName != "chart" else {
            let problem = WrongShape(expected: "a type whose values fit into a cell", got: "`\(typeName)`")
            reader.report(problem, at: typeNode.place)
            return nil
        }
        guard let type = type(typeName, keys, at: typeNode.place) else { return nil }
        let label = keys["label"].map { reader.localizedText($0, fallback: name) } ?? LocalizedText([:], fallback: name)
        return ValueType.Column(
            name: name, type: type, label: label, decimals: keys["decimals"].flatMap { decimals($0, type) })
    }

    // MARK: Parts

    private mutating func value(
        _ node: YAMLNode, _ name: String, _ type: ValueType, _ pattern: String?, _ isPrivate: Bool
    ) -> Value? {
        // A chart has been refused a value already.
        if case .chart = type { return nil }
        // A key behind which nothing stands gives nothing, which is told where somebody asks for the value.
        if node.isEmpty, !node.isQuotedText { return nil }
        let (value, diagnostics) = ValueNode.read(node, name: name, type: type, pattern: pattern, isPrivate: isPrivate)
        diagnostics.forEach { reader.report($0) }
        return value
    }

    private mutating func readPattern(_ node: YAMLNode) -> String? {
        guard let text = reader.text(node) else { return nil }
        do {
            _ = try Regex(text)
            return text
        } catch {
            reader.report(BadPattern(), at: node.place)
            return nil
        }
    }

    private mutating func decimals(_ node: YAMLNode, _ type: ValueType) -> Int? {
        switch type {
        case .integer, .decimal, .percent, .duration: break
        default:
            reader.report(UselessDecimals(type: type.name), at: node.place)
            return nil
        }
        guard let count = node.text.flatMap({ Int($0) }), (0...15).contains(count) else {
            reader.report(WrongShape(expected: "a number of digits from 0 to 15", got: node.quoted), at: node.place)
            return nil
        }
        return count
    }

    private mutating func formula(_ node: YAMLNode, _ name: String) -> Formula? {
        guard let text = reader.text(node) else { return nil }
        do {
            formulas[name] = node
            return try Formula(text)
        } catch {
            reader.report(Diagnostic(error, at: node.place(ofBytes: error.range)))
            return nil
        }
    }

    /// `[a-z][a-z0-9]*(\.[a-z][a-z0-9]*)*`
    private static func isName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, (0x61...0x7A).contains(first) else { return false }
            return part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isASCIIDigit }
        }
    }
}
