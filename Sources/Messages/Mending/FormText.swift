import Sources

/// The text of a form in an address, with its own signs for spaces: `?error=not+found`.
enum FormText {
    /// The message with such words as the texts that they are; nil where there are none.
    ///
    /// - Parameter isEncoded: whether a word must have a sign that is spelled by its number as well.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, isEncoded: Bool) -> [UInt8]? {
        guard bytes.contains(UInt8(ascii: "+")) else { return nil }
        var output: [UInt8] = []
        var isFound = false
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, !bytes[index].isSpace, !bytes[index].isOne(of: "\"'<>") { index += 1 }
            let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
            if isForm(word), !isEncoded || hasSpelled(word) {
                output += EnclosingString.percentDecoded(word)
                isFound = true
            } else {
                output += word
            }
            if index < bytes.count {
                output.append(bytes[index])
                index += 1
            }
        }
        return isFound ? output : nil
    }

    private static func isForm(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.count { $0 == UInt8(ascii: "+") } > 1 && !word.indices.contains { word.holds("%20", at: $0) }
    }

    private static func hasSpelled(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let reader = MessageReader(bytes: word)
        return word.indices.contains { word[$0] == UInt8(ascii: "%") && reader.percentEncoded(at: $0) != nil }
    }
}
