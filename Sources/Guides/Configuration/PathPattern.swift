/// Paths of the project's files, written as one: `content/old/**`, `content/*/en.md`, or a folder for all that is in it.
public struct PathPattern: Sendable {
    /// The pattern as written.
    public let text: String
    private let names: [[Unicode.Scalar]]

    /// Takes a pattern: `*` stands for any part of a name, `?` for one character of one, `**` for any folders or none.
    public init(_ text: String) {
        self.text = text
        names = Self.names(of: text)
    }

    /// Whether a path, or a folder that it lies in, is meant.
    public func matches(_ path: String) -> Bool {
        let all = ["*", "*"] as [Unicode.Scalar]
        return Self.matches(names[...], Self.names(of: path)[...], any: all, Self.matches, atEnd: { _ in true })
    }

    private static func names(of path: String) -> [[Unicode.Scalar]] {
        path.split(separator: "/").map { Array($0.unicodeScalars) }
    }

    private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
        matches(pattern[...], name[...], any: "*", { $0 == $1 || $0 == "?" }, atEnd: \.isEmpty)
    }

    /// Compares two sequences, of which one may hold elements that stand for any number of others. Where they differ,
    /// it goes back to the last such element only, so that the time is the product of the two lengths at most.
    private static func matches<Element: Equatable>(
        _ pattern: ArraySlice<Element>, _ elements: ArraySlice<Element>, any: Element,
        _ isMatch: (Element, Element) -> Bool, atEnd: (ArraySlice<Element>) -> Bool
    ) -> Bool {
        var (index, position) = (pattern.startIndex, elements.startIndex)
        var restart: (index: Int, position: Int)?
        while true {
            if index == pattern.endIndex, atEnd(elements[position...]) { return true }
            if index < pattern.endIndex, pattern[index] == any {
                restart = (index + 1, position)
                index += 1
            } else if index < pattern.endIndex, position < elements.endIndex,
                isMatch(pattern[index], elements[position])
            {
                index += 1
                position += 1
            } else if let (again, from) = restart, from < elements.endIndex {
                restart = (again, from + 1)
                (index, position) = (again, from + 1)
            } else {
                return false
            }
        }
    }
}
