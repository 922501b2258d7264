import Sources

/// Puts messages together again that were taken apart.
extension ErrorMatcher {
    /// What may have been done to a message that nothing is found in, the likeliest first.
    enum Mending: CaseIterable {
        case escapes, columns, forms, words, packing
    }

    private func mended(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Mending) -> [UInt8]? {
        switch kind {
        case .escapes: bytes.contains(UInt8(ascii: "\\")) ? EnclosingString.unspelled(bytes) : nil
        case .columns: Columns.text(bytes, by: .blanks)
        case .forms: FormText.text(bytes, isEncoded: false)
        case .words: words.mended(bytes, entries.flatMap { Array($0.program.literals) })
        case .packing: PackedText.text(bytes)
        }
    }

    /// The guide of a message in which nothing was found, once it is mended; else those that it is near to.
    func find(
        in bytes: UnsafeBufferPointer<UInt8>, _ kinds: ArraySlice<Mending>, _ values: ValueReader,
        _ tried: inout [Reading]?
    ) -> Finding {
        guard let kind = kinds.first else { return near(tried ?? [], values) }
        guard let text = mended(bytes, kind) else { return find(in: bytes, kinds.dropFirst(), values, &tried) }
        // What was tried is looked at again for parts, so each text is kept until then.
        return text.withUnsafeBufferPointer { text in
            let matches = read(text, values, &tried)
            return matches.isEmpty ? find(in: bytes, kinds.dropFirst(), values, &tried) : decide(matches)
        }
    }

    /// Hands out a message without what was done to it as a whole.
    func withPlain<Result>(_ message: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        func restored(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
            RestoredMessage.text(bytes)?.withUnsafeBufferPointer(body) ?? body(bytes)
        }
        var message = message
        return message.withUTF8 { bytes in
            guard Wrapping.isPercentEncoded(bytes) else { return restored(bytes) }
            return EnclosingString.percentDecoded(bytes).withUnsafeBufferPointer(restored)
        }
    }

    /// Hands out a message in each way in which it may have to be read.
    func forEachReading(of message: String, at now: Double, _ body: (Reading, ValueReader) -> Void) {
        let values = values.reading(at: now)
        withPlain(message) { bytes in
            body(Reading(bytes), values)
            let prefixes = LinePrefixes.find(in: bytes)
            if !prefixes.isEmpty { body(Reading(bytes, without: prefixes), values) }
            for kind in Mending.allCases {
                mended(bytes, kind)?.withUnsafeBufferPointer { body(Reading($0), values) }
            }
        }
    }
}
