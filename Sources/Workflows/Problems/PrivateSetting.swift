import Checks
import Sources
import Values

/// A private value on the command line of a public build.
struct PrivateSetting: Problem {
    static let description = PrivateValue.description
    let name: String

    var message: String { "`\(name)` is private, and this build is public" }
    var help: String? { "build for the team with `--audience team` and another `--output`" }
}
