import CommonMark

/// Text in HTML and in attributes, as Mustache escapes it: the five characters that mean something there.
enum HTMLEscaping {
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        HTMLEscapes.append(bytes, apostrophe: "&#39;", to: &output)
    }

    static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        append(text, to: &output)
        return output
    }
}
