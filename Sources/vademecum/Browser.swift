import Foundation

/// The program that people read pages with.
enum Browser {
    /// Opens an address as the system has it.
    ///
    /// - Returns: false where no program does that.
    static func open(_ address: String) -> Bool {
        #if os(macOS)
            let name = "open"
        #else
            let name = "xdg-open"
        #endif
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name, address]
        for keyPath in [\Process.standardInput, \.standardOutput, \.standardError] {
            process[keyPath: keyPath] = FileHandle.nullDevice
        }
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
