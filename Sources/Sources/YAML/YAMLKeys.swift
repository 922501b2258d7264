/// The values of a mapping by their keys: so few that they are looked through.
package struct YAMLKeys {
    private var names: [String] = []
    private var values: [YAMLNode] = []

    /// Adds a value, which a value of the same name before it hides.
    mutating func add(_ name: String, _ value: YAMLNode) {
        names.append(name)
        values.append(value)
    }

    package subscript(name: String) -> YAMLNode? { names.firstIndex(of: name).map { values[$0] } }
}
