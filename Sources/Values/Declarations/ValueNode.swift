import Sources

/// Reads a value that is written in YAML, tables included.
package enum ValueNode {
    package static func read(
        _ node: YAMLNode, name: String, type: ValueType, pattern: String?, isPrivate: Bool
    ) -> (value: Value?, diagnostics: [Diagnostic]) {
        if case .table(let columns) = type { return table(node, name, columns) }
        guard let text = node.text else {
            let error = ValueError(fault: .type, type: type, got: node.shape)
            return (nil, [error.diagnostic(name, isPrivate: false, at: node.place)])
        }
        do {
            return (try ValueParser.parse(text, as: type, pattern: pattern), [])
        } catch {
            return (nil, [error.diagnostic(name, isPrivate: isPrivate, at: node.place)])
        }
    }

    private static func table(
        _ node: YAMLNode, _ name: String, _ columns: [ValueType.Column]
    ) -> (value: Value?, diagnostics: [Diagnostic]) {
        guard case .sequence(let items) = node.content else {
            let error = ValueError(fault: .type, type: .table(columns), got: node.shape)
            return (nil, [error.diagnostic(name, isPrivate: false, at: node.place)])
        }
        var diagnostics: [Diagnostic] = []
        var reader = YAMLReader()
        var rows: [[Value]] = []
        for item in items {
            let names = columns.map(\.name)
            let cells = reader.mapping(item, keys: names, required: names)
            var row: [Value] = []
            for column in columns {
                guard let cell = cells[column.name] else { continue }
                let (value, problems) = read(
                    cell, name: "\(name).\(column.name)", type: column.type, pattern: nil, isPrivate: false)
                diagnostics += problems
                if let value { row.append(value) }
            }
            if row.count == columns.count { rows.append(row) }
        }
        diagnostics += reader.diagnostics
        return (diagnostics.isEmpty ? .table(rows) : nil, diagnostics)
    }
}
