/// A template as a flat list of what to copy: nothing is looked up by name while pages are made.
public struct CompiledTemplate: Sendable {
    /// One thing to do. `depth` is that of the page that a field is asked of, 0 for the outermost; `field` the number of
    /// the way to get it; a section's operations follow it, up to `end`.
    enum Operation: Sendable {
        /// A range of `literals`.
        case literal(Range<Int>)
        case text(depth: Int, field: Int)
        case raw(depth: Int, field: Int)
        case html(depth: Int, field: Int)
        case flag(depth: Int, field: Int, end: Int)
        case list(depth: Int, field: Int, end: Int)
    }

    private(set) var operations: [Operation] = []
    /// Everything that is the same on every page, one after the other.
    private(set) var literals: [UInt8] = []
    private var texts: [@Sendable (AnyObject) -> String] = []
    private var ranges: [@Sendable (AnyObject) -> Range<Int>] = []
    private var flags: [@Sendable (AnyObject) -> Bool] = []
    private var lists: [@Sendable (AnyObject) -> [AnyObject]] = []

    /// Appends a page's text.
    ///
    /// - Parameters:
    ///   - page: a page of the type that the template's schema was declared for.
    ///   - html: the bytes that the page's HTML fields are ranges of.
    public func render(_ page: AnyObject, html: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var pages = [page]
        literals.withUnsafeBufferPointer { literals in
            render(operations.indices, &pages, html, literals, &output)
        }
    }

    /// - Parameter pages: the page and those within it, the innermost last.
    private func render(
        _ range: Range<Int>, _ pages: inout [AnyObject], _ html: UnsafeBufferPointer<UInt8>,
        _ literals: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let operation = operations[index]
            index += 1
            switch operation {
            case .literal(let range): output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[range]))
            case .text(let depth, let field): HTMLEscaping.append(texts[field](pages[depth]), to: &output)
            case .raw(let depth, let field): output.append(contentsOf: texts[field](pages[depth]).utf8)
            case .html(let depth, let field):
                let range = ranges[field](pages[depth]).clamped(to: 0..<html.count)
                output.append(contentsOf: UnsafeBufferPointer(rebasing: html[range]))
            case .flag(let depth, let field, let end):
                if !flags[field](pages[depth]) { index = end }
            case .list(let depth, let field, let end):
                for item in lists[field](pages[depth]) {
                    pages.append(item)
                    render(index..<end, &pages, html, literals, &output)
                    pages.removeLast()
                }
                index = end
            }
        }
    }
}

/// Putting a template together.
extension CompiledTemplate {
    mutating func append(_ literal: Substring) {
        let start = literals.count
        literals += literal.utf8
        if literals.count > start { operations.append(.literal(start..<literals.count)) }
    }

    mutating func append(depth: Int, _ get: @escaping @Sendable (AnyObject) -> String, isEscaped: Bool) {
        let (depth, field) = (depth, texts.count)
        operations.append(isEscaped ? .text(depth: depth, field: field) : .raw(depth: depth, field: field))
        texts.append(get)
    }

    mutating func append(depth: Int, _ get: @escaping @Sendable (AnyObject) -> Range<Int>) {
        operations.append(.html(depth: depth, field: ranges.count))
        ranges.append(get)
    }

    /// - Parameter inner: appends what is shown where the flag is up.
    mutating func append<Failure>(
        depth: Int, _ get: @escaping @Sendable (AnyObject) -> Bool,
        _ inner: (inout CompiledTemplate) throws(Failure) -> Void
    ) throws(Failure) {
        let (start, field) = (operations.count, flags.count)
        flags.append(get)
        operations.append(.flag(depth: depth, field: field, end: start))
        try inner(&self)
        operations[start] = .flag(depth: depth, field: field, end: operations.count)
    }

    /// - Parameter inner: appends what is shown once for each page within the page.
    mutating func append<Failure>(
        depth: Int, _ get: @escaping @Sendable (AnyObject) -> [AnyObject],
        _ inner: (inout CompiledTemplate) throws(Failure) -> Void
    ) throws(Failure) {
        let (start, field) = (operations.count, lists.count)
        lists.append(get)
        operations.append(.list(depth: depth, field: field, end: start))
        try inner(&self)
        operations[start] = .list(depth: depth, field: field, end: operations.count)
    }
}

/// Text in HTML: the five characters that mean something there.
enum HTMLEscaping {
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Copies what lies between two of the characters at once.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = -1
        while index + 1 < bytes.count {
            index += 1
            // Letters stand behind all five of them.
            guard bytes[index] <= UInt8(ascii: ">"), let entity = entity(bytes[index]) else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            output.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index + 1
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }
}
