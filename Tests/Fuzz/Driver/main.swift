import Foundation
import FuzzTargets

// libFuzzer's own driver, with the target that the environment names. The driver is in the library that
// `-sanitize=fuzzer` links; see Tests/Fuzz/run.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["VADEMECUM_FUZZ"] ?? "") ?? .render
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
    runDriver(&count, &arguments) { bytes, size in
        target.feed(Array(UnsafeBufferPointer(start: bytes, count: size)))
        return 0
    })
