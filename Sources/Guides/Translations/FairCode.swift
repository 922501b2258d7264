import Sources

/// Feeds code to a fingerprint so that its spacing makes no difference: a space counts between two words alone, a line
/// end where something stands on the line.
struct FairCode {
    private var owesSpace = false
    private var owesLine = false
    private var last: UInt8 = 0

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, to fingerprint: inout Fingerprint) {
        for byte in bytes {
            switch byte {
            case 0x0A: owesLine = last != 0
            case 0x20, 0x09, 0x0D: owesSpace = true
            default:
                if owesLine {
                    fingerprint.combine(0x0A)
                } else if owesSpace, last.isNamePart, byte.isNamePart {
                    fingerprint.combine(0x20)
                }
                owesLine = false
                owesSpace = false
                fingerprint.combine(byte)
                last = byte
            }
        }
    }
}

extension UInt8 {
    fileprivate var isNamePart: Bool { isWordPart || self == UInt8(ascii: "_") }
}
