import ArgumentParser
import Sources
import Workflows

/// `vademecum move`
struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give a guide, or a folder of guides, another path.",
        discussion: """
            The folder gets its new name, and everything follows: links in every guide and language, the records of \
            translations, groups and rules in vademecum.yaml, redirects. The old address leads to the new one from then on \
            (redirects.yaml), error addresses stay, and the wiki knows the page again. Links are changed byte for byte at their places. \
            Everything is done, or nothing.

              vademecum move raise-limit limits/raise
              vademecum move network net --dry-run
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The path of the guide or the folder below content/.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The path that it shall have.", valueName: "new"))
    var new: String

    @Flag(help: "Write nothing, and print what would be done.")
    var dryRun = false

    func run() throws {
        var options = MoveOptions(from: old, to: new)
        options.isDry = dryRun
        let moving = GuideMoving(try common.folder(), options)
        let result = try common.value(of: moving.run(), onError: "Nothing was changed.")
        var lines = result.guides.map { "move      content/\($0.from) → content/\($0.to)" }
        lines += result.texts.map { "links     \($0.path): \($0.links.counted("link"))" }
        lines += result.files.map { "file      \($0)" }
        lines += result.redirects.map { "redirect  \($0.from) → \($0.to)" }
        try Terminal.print(Array(lines.map { "\($0)\n" }.joined().utf8))
        let guides = result.guides.count.counted("guide")
        common.inform("\(guides) \(dryRun ? "would be moved" : "moved").")
    }
}
