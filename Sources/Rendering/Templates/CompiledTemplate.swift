/// A template as a flat list of what to copy: nothing is looked up by name while pages are made.
public struct CompiledTemplate: Sendable {
    /// One thing to do; the number is the depth of the page that a field is asked of, 0 for the outermost.
    enum Operation: Sendable {
        case literal([UInt8])
        case text(Int, @Sendable (AnyObject) -> String)
        case raw(Int, @Sendable (AnyObject) -> String)
        case html(Int, @Sendable (AnyObject) -> Range<Int>)
        case flag(Int, @Sendable (AnyObject) -> Bool, [Operation])
        case list(Int, @Sendable (AnyObject) -> [AnyObject], [Operation])
    }

    let operations: [Operation]

    /// Appends a page's text.
    ///
    /// - Parameters:
    ///   - page: a page of the type that the template's schema was declared for.
    ///   - html: the bytes that the page's HTML fields are ranges of.
    public func render(_ page: AnyObject, html: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        var pages = [page]
        Self.render(operations, &pages, html, &output)
    }

    /// - Parameter pages: the page and those within it, the innermost last.
    private static func render(
        _ operations: [Operation], _ pages: inout [AnyObject], _ html: UnsafeBufferPointer<UInt8>,
        _ output: inout [UInt8]
    ) {
        for operation in operations {
            switch operation {
            case .literal(let bytes): output.append(contentsOf: bytes)
            case .text(let depth, let get): HTMLEscaping.append(get(pages[depth]), to: &output)
            case .raw(let depth, let get): output.append(contentsOf: get(pages[depth]).utf8)
            case .html(let depth, let get):
                let range = get(pages[depth]).clamped(to: 0..<html.count)
                output.append(contentsOf: UnsafeBufferPointer(rebasing: html[range]))
            case .flag(let depth, let get, let inner):
                if get(pages[depth]) { render(inner, &pages, html, &output) }
            case .list(let depth, let get, let inner):
                for item in get(pages[depth]) {
                    pages.append(item)
                    render(inner, &pages, html, &output)
                    pages.removeLast()
                }
            }
        }
    }
}

/// Text in HTML: the five characters that mean something there.
enum HTMLEscaping {
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Copies what lies between two of the characters at once.
    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        for index in bytes.indices {
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
