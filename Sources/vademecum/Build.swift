import ArgumentParser
import Foundation
import Guides
import Sources
import Values
import Workflows

/// `vademecum build`
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write every guide in every language, as HTML and Markdown.",
        discussion: """
            Reads content/, checks it, fills in the values and writes the site. Content with errors is refused, and what \
            was built before stays as it was. The output folder is replaced as a whole; a folder that Vademecum did not \
            make is never touched.

            A public build shows the examples of private values, and reads neither vademecum.local.yaml nor the \
            environment. A team's build does, and fills everything in:

              vademecum build --audience team --output team-site

            --verify writes nothing and fails where the output differs from what the content makes; it is meant for CI.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The output folder. (default: site, in the project’s folder)", valueName: "folder"))
    var output: String?

    @Option(help: "For whom to build: public or team. (default: as vademecum.yaml says)")
    var audience: Audience?

    @Flag(help: "Compare the output with what would be built, and write nothing.")
    var verify = false

    func run() throws {
        let folder = try common.folder()
        var options = BuildOptions()
        options.output = output
        options.verifies = verify
        let showsProgress = !common.quiet && isatty(STDERR_FILENO) != 0
        let started = ContinuousClock.now
        let build = SiteBuild(folder, common.valueOptions(audience: audience), options) { done, total in
            // A short build is over before anybody could read a line about it.
            if showsProgress, done == total || ContinuousClock.now - started > .milliseconds(500) {
                Terminal.progress(done, total)
            }
        }
        let result = try common.value(of: build.build(), onError: verify ? "" : "Nothing was written.")
        let verb = verify ? "is current" : "written"
        let counts = "\(result.guides.counted("guide")), \(result.pages.counted("page"))"
        common.inform("\(result.output) \(verb): \(counts).")
        if !result.heldBack.isEmpty {
            let names = result.heldBack.joined(separator: ", ")
            common.inform("Held back as private: \(names). Build with --audience team to fill them in.")
        }
    }
}
