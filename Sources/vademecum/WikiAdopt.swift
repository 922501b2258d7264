import ArgumentParser
import Foundation
import Guides
import Site

/// `vademecum wiki adopt`
struct WikiAdopt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Bring home what somebody edited on the wiki, as a patch of the content."
    )

    @OptionGroup var common: CommonOptions
}
