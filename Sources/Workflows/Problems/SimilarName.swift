import Sources

/// A name beside another that some systems take for the same.
struct SimilarName: Problem {
    static let description = CheckDescription(
        "similar-name", .configuration, .warning, guardsBuild: true,
        summary: "Two names that differ by capitals, or by how accents are written, alone.",
        why: """
            On macOS and Windows, and on web servers there, one file takes the place of the other. With an accent, Unicode has \
            a form of one character (NFC) and one of two (NFD), which look the same.
            """,
        mending: "Give one of them another name.")

    let name: String
    let other: String

    private var differsByCase: Bool { name != other }

    var message: String {
        differsByCase
            ? "`\(name)` and `\(other)` differ by capitals alone"
            : "`\(name)` stands here twice, its accents written with other characters (Unicode’s NFC and NFD)"
    }
    var help: String? {
        "give one of the two another name: on macOS and Windows, and on many web servers, one takes the other’s place"
    }
}
