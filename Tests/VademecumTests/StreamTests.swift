import Foundation
import TestSupport
import Testing

/// Standard input, output and errors, whatever whoever started the program made of them.
@Suite struct StreamTests {
    private static let project = Result { try SmallProject() }

    private func shell(_ script: String) throws -> Program.Outcome {
        try Program.shell(script, in: try Self.project.get().url)
    }

    /// Everything that goes to standard output.
    private static let commands = [
        "--help", "--version", "help build", "build --help", "check", "check --explain all",
        "check --explain broken-link",
        "check --format json", "render content/a-guide/en.md", "personalise a-guide --no-input", "translations status",
    ]

    #if os(Linux)
        @Test(arguments: commands) func fullOutputIsSaid(_ command: String) throws {
            let outcome = try shell("$VADEMECUM \(command) > /dev/full")
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasSuffix("cannot be written to standard output: No space left on device.\n"))
        }
    #endif

    @Test(arguments: commands) func closedOutputIsSaid(_ command: String) throws {
        let outcome = try shell("$VADEMECUM \(command) >&-")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasSuffix("cannot be written to standard output: it is closed.\n"))
    }

    /// As with other tools: a reader who has had enough is no fault.
    @Test(arguments: commands, ["", "trap '' PIPE; "]) func readerWhoGoesIsNoFault(_ command: String, _ trap: String)
        throws
    {
        // The reader is gone before anything is written.
        let script = "\(trap){ sleep 0.3; $VADEMECUM \(command); echo $? >&2; } | :"
        let lines = try shell(script).errors.split(separator: "\n")
        #expect(lines.last == "141")
        #expect(!lines.contains { $0.contains("rror: The") })
    }

    /// No file that is opened later takes the place of a stream that is closed.
    @Test func closedStreamsAreNoFiles() throws {
        let project = try SmallProject(guide: SmallProject.guide.replacing("Drink something.", with: "{{nobody}}"))
        for script in [
            "build 2>&-", "build <&- >&- 2>&-", "check <&- >&- 2>&-", "personalise a-guide --output o.md <&- >&- 2>&-",
        ] {
            _ = try Program.shell("$VADEMECUM \(script)", in: project.url)
            #expect(try project.folder.files().filter { $0 != "o.md" } == ["content/a-guide/en.md", "vademecum.yaml"])
        }
    }

    // MARK: Input

    @Test(arguments: ["/dev/stdin", "/dev/fd/0", "-", "/proc/self/fd/0"]) func pipesAreFiles(_ name: String) throws {
        #if !os(Linux)
            if name.hasPrefix("/proc") { return }
        #endif
        #expect(try shell("echo '*hi*' | $VADEMECUM render \(name)").text == "<p><em>hi</em></p>\n")
        #expect(try shell("$VADEMECUM render \(name) <<< '*hi*'").text == "<p><em>hi</em></p>\n")
    }

    /// What comes once may be asked for twice: for the names of values, and for the values.
    @Test func shellsOwnPipesAreFiles() throws {
        let script =
            "cd /; $VADEMECUM render --to markdown --values <(echo 'name: Ada') <(sleep 0.2; echo 'I am {{name}}.')"
        #expect(try shell(script).text == "I am Ada.\n")
        #expect(try shell("$VADEMECUM render --to markdown --values <(echo 'limit: 7') <<< '{{limit}}'").text == "7\n")
    }

    @Test func closedInputIsSaid() throws {
        for (command, name) in [
            ("render", "standard input"), ("render /dev/stdin", "/dev/stdin"),
            ("personalise --error -", "standard input"),
        ] {
            let outcome = try shell("$VADEMECUM \(command) <&-")
            #expect(outcome.status == 2)
            #expect(
                outcome.errors == "\(name): error[unreadable-file]: cannot read this file: it is closed\n\n1 error\n")
        }
    }

    /// What never ends is read to a limit, and no further.
    @Test(arguments: ["render", "render -", "render /dev/stdin", "personalise --error -"])
    func inputWithoutAnEnd(_ command: String) throws {
        let outcome = try shell("$VADEMECUM \(command) < /dev/zero")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("it is larger than 4 MiB"))
    }

    @Test func otherStreamsAreNoFiles() throws {
        let outcome = try shell(
            "mkfifo f; $VADEMECUM render f; $VADEMECUM render /dev/zero; $VADEMECUM render --values f <<< x; rm f")
        #expect(outcome.errors.components(separatedBy: "it is a FIFO, not a file").count == 3)
        #expect(outcome.errors.contains("it is a device, not a file"))
    }

    // MARK: Output to what has a name

    @Test func outputStreams() throws {
        let outcome = try shell("$VADEMECUM personalise a-guide --no-input --quiet --output /dev/stdout")
        #expect(outcome.text.hasPrefix("# A guide\n"))
        let both = try shell("$VADEMECUM personalise a-guide --no-input --quiet --output /dev/fd/3 3>&1 >/dev/null")
        #expect(both.output == outcome.output)
        #expect(
            try shell("$VADEMECUM personalise a-guide --no-input --quiet --output /dev/null; test -c /dev/null").status
                == 0)
    }

    // MARK: What is not UTF-8

    @Test func bytesThatAreNoTextAreRefused() throws {
        for script in [
            "cd /; echo '{{name}}' | $VADEMECUM render --set name=$'caf\\xe9'",
            "echo '{{limit}}' | $VADEMECUM render --set org.id=$'org-\\xe9'",
            "VADEMECUM_ORG_ID=$'org-\\xe9' $VADEMECUM personalise a-guide --no-input",
        ] {
            let outcome = try shell(script)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("holds what is not UTF-8") && outcome.text == "")
            #expect(!outcome.errors.contains("\u{FFFD}"))
        }
    }

    /// JSON writes what is beyond the first plane as two escapes.
    @Test func valuesInJSON() throws {
        let script =
            #"cd /; $VADEMECUM render --to commonmark --values <(printf '{\n\t"name": "\\ud83d\\ude00 \\u00e9 \\/",\n\t"other": 7}') <<< '{{name}} {{other}}'"#
        #expect(try shell(script).text == "😀 é / 7\n")
    }
}
