import Sources

/// The error that a guide prints, and the same with placeholders.
enum PrintedError {
    /// The texts of its values; nil where the two do not go together.
    ///
    /// - Parameter written: what stands in a file that writes the error out.
    static func values(in printed: ArraySlice<UInt8>, _ written: [UInt8]) -> [(text: [UInt8], name: String)]? {
        let printed = String(decoding: printed, as: UTF8.self)
        var rest = printed[...]
        var values: [(text: [UInt8], name: String)] = []
        var open: String?
        var source = String(decoding: written, as: UTF8.self)[...]
        while !source.isEmpty {
            let start = source.firstRange(of: "{{")
            let literal = String(source[..<(start?.lowerBound ?? source.endIndex)]).replacing("\\", with: "")
            if let name = open {
                guard
                    let next = literal.isEmpty && start == nil
                        ? rest.endIndex..<rest.endIndex : rest.firstRange(of: literal)
                else { return nil }
                values.append((PageWordReader.plain(Array(rest[..<next.lowerBound].utf8)[...]), name))
                rest = rest[next.upperBound...]
            } else {
                guard rest.hasPrefix(literal) else { return nil }
                rest = rest.dropFirst(literal.count)
            }
            open = nil
            guard let start, let end = source[start.upperBound...].firstRange(of: "}}") else { break }
            open = String(source[start.upperBound..<end.lowerBound])
            source = source[end.upperBound...]
        }
        if let open { values.append((PageWordReader.plain(Array(rest.utf8)[...]), open)) }
        return values.filter { !$0.text.isEmpty }
    }
}
