import CommonMark
import Sources
import Testing

/// Pictures that are written as tags: images of the tree, at their places.
@Suite struct PictureTagTests {
    /// Each image or link with the bytes that it was made of, and each text and code.
    private func places(_ text: String) throws -> [String] {
        let bytes = Array(text.utf8)
        let document = try Document(parsing: bytes)
        return document.root.descendants.compactMap { node in
            guard [.image, .link, .code, .text, .htmlInline, .htmlBlock].contains(node.kind),
                let range = node.sourceRange
            else { return nil }
            return "\(node.kind) \(String(decoding: bytes[range], as: UTF8.self))"
        }
    }

    @Test(arguments: [
        (
            "A <img src=\"x.png\" alt=\"b c\"> *d* [e](f) `g`",
            [
                "text A ", "image <img src=\"x.png\" alt=\"b c\">", "text b c", "text  ", "text d", "text  ",
                "link [e](f)", "text e", "text  ", "code `g`",
            ]
        ),
        (
            "> - <img src='a' alt='1'>\n>   <img\n>\n> <IMG SRC=b>",
            ["htmlBlock <img src='a' alt='1'>\n>   <img", "image <IMG SRC=b>"]
        ),
        (
            "x <img\n  src='a'\n  alt='b'\n/>*y*",
            ["text x ", "image <img\n  src='a'\n  alt='b'\n/>", "text b", "text y"]
        ),
        (
            "x\n<img src=\"a\"\nalt=\"b\"\nwidth=\"3\"> y",
            ["text x", "image <img src=\"a\"\nalt=\"b\"\nwidth=\"3\">", "text b", "text  y"]
        ),
        ("<img src=a onerror=x>", ["htmlBlock <img src=a onerror=x>"]),
        ("<img src=a>\n<b>", ["htmlBlock <img src=a>\n<b>"]),
        ("a <img src=\"a|b\">", ["text a ", "htmlInline <img src=\"a|b\">"]),
        (
            "| <img src=\"a\"> | b | c |\n| - | - | - |\n| <img src=\"d\" alt=\"e\"> `f` |",
            [
                "image <img src=\"a\">", "text b", "text c", "image <img src=\"d\" alt=\"e\">", "text e", "text  ",
                "code `f`",
            ]
        ),
        (
            "`<img src=a>` <!-- <img src=b> --> <img src=c>",
            ["code `<img src=a>`", "text  ", "htmlInline <!-- <img src=b> -->", "text  ", "image <img src=c>"]
        ),
    ])
    func eachStandsAtItsPlace(_ text: String, _ expected: [String]) throws {
        let found = try places(text)
        #expect(found == expected)
    }
}
