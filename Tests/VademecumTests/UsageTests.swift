import Foundation
import TestSupport
import Testing

/// What the program says of itself, and to those who ask it wrongly.
@Suite struct UsageTests {
    @Test func versionIsANumber() throws {
        let outcome = try Program.vademecum("--version")
        #expect(outcome.status == 0)
        #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: ["99999", "65536", "http", ""]) func aPortThatIsNoneIsToldWhatPortsAre(_ port: String) throws {
        let outcome = try Program.vademecum("serve", "--port", port)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("A port is a number from 0 to 65535."), "\(outcome.errors)")
    }

    /// Without arguments, help is what is needed; asked for, it goes to standard output.
    @Test(arguments: [[], ["--help"], ["help"]]) func helpNamesEveryCommand(_ arguments: [String]) throws {
        let outcome = try Program.vademecum(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        // A command with a second spelling has a comma behind its name.
        for command in try Command.all() {
            #expect(outcome.text.contains("\n  \(command.name) ") || outcome.text.contains("\n  \(command.name), "))
        }
        #expect(outcome.text.contains("Exit status: 0 done, 1 faults found in the content, 2 bad usage"))
    }

    /// Each command has a sentence about itself, and one about each of its options.
    @Test func everyCommandAndOptionIsExplained() throws {
        let commands = try Command.all()
        #expect(commands.map(\.name).contains("build"))
        for command in commands {
            let outcome = try Program.vademecum(command.name, "--help")
            #expect(outcome.status == 0)
            #expect(outcome.text.hasPrefix("OVERVIEW: \(command.abstract ?? "?")"))
            #expect(outcome.text.contains("USAGE: vademecum \(command.name)"))
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                #expect(argument.abstract?.isEmpty == false, "\(command.name) \(argument.valueName ?? "")")
                for name in argument.names ?? [] where name.kind == "long" {
                    #expect(outcome.text.contains("--\(name.name)"), "\(command.name)")
                }
            }
        }
    }

    /// A paragraph of an explanation is wrapped by the terminal alone, and an example fits on one line of it.
    @Test(arguments: [
        "build", "check", "personalise", "render", "translations", "translations accept", "translations sync",
        "wiki", "wiki adopt", "errors", "errors scan", "errors explain", "errors matcher", "serve", "import",
        "new site",
        "new guide", "new language", "templates",
    ])
    func explanationsAreWrappedOnce(_ command: String) throws {
        func paragraphs(_ columns: String) throws -> [[Substring]] {
            let arguments = command.split(separator: " ").map(String.init) + ["--help"]
            let text = try Program.vademecum(arguments, environment: ["COLUMNS": columns]).text
            let overview = text[..<(try #require(text.range(of: "\nUSAGE: ")).lowerBound)]
            return overview.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "").map(
                Array.init)
        }
        for paragraph in try paragraphs("1000") where paragraph.first?.hasPrefix("  ") == false {
            #expect(paragraph.count == 1, "\(paragraph)")
        }
        let examples = try paragraphs("1000").joined().filter { $0.hasPrefix("  ") }
        let narrow = Set(try paragraphs("80").joined())
        for example in examples { #expect(narrow.contains(example), "\(example)") }
    }

    @Test(arguments: [
        (["biuld"], "No command is called “biuld”. Did you mean “build”?"),
        (["help", "bogus"], "No command is called “bogus”. The commands are build, "),
        (["build", "--otuput", "x"], "Unknown option '--otuput'"),
        (["build", "--output"], "Missing value for '--output <folder>'"),
        (["build", "--audience", "friends"], "The value 'friends' is invalid for '--audience <audience>'"),
        (["build", "--color", "blue"], "Please provide one of 'auto', 'always' or 'never'."),
        (["build", "extra"], "Unexpected argument 'extra'"),
        (["build", "--project", "/nowhere"], "There is no vademecum.yaml in “/nowhere”."),
        (["render", "--to", "pdf"], "The value 'pdf' is invalid for '--to <to>'"),
        (["render", "--language", "no language"], "“no language” is not a language tag."),
        (["render", "--project", "/nowhere"], "There is no vademecum.yaml in “/nowhere”."),
    ]) func badUsageIsExplained(_ arguments: [String], _ message: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.vademecum(arguments, in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("Error: "))
        #expect(outcome.errors.contains(message))
        #expect(outcome.output.isEmpty)
    }

    @Test func buildNeedsAProject() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.vademecum("build", in: folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains(
                "There is no vademecum.yaml here or in a folder above. Name the project’s folder with --project."))
    }

    /// Where nobody reads, or the disk is full, the exit status still tells; there is no crash to be seen.
    @Test func closedAndFullOutputsAreNoCrash() throws {
        let project = try SmallProject()
        #expect(try Program.shell("$VADEMECUM build >&- 2>&-", in: project.url).status == 0)
        #expect(try project.folder.files(in: "site").contains("en/index.html"))
        #if os(Linux)
            let full = try Program.shell("echo text | $VADEMECUM render > /dev/full", in: project.url)
            #expect(full.status == 1)
            #expect(
                full.errors
                    == "Error: The result cannot be written to standard output: No space left on device.\n")
            #expect(try Program.shell("$VADEMECUM build 2> /dev/full", in: project.url).status == 0)
        #endif
    }
}

/// A command as the program itself describes it, for whoever writes completions.
private struct Command: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let shouldDisplay: Bool
    }

    struct Dump: Decodable {
        struct Root: Decodable { let subcommands: [Command] }
        let command: Root
    }

    let commandName: String
    let abstract: String?
    let arguments: [Argument]?
    var name: String { commandName }

    static func all() throws -> [Command] {
        let outcome = try Program.vademecum("--experimental-dump-help")
        return try JSONDecoder().decode(Dump.self, from: outcome.output).command.subcommands.filter {
            $0.name != "help"
        }
    }
}
