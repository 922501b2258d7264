import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An end that somebody asks for while the program runs: Ctrl-C, or the system's wish to have it ended.
///
/// What is half done is thrown away and the programs that were started are ended, within a second; the exit status is
/// 128 and the signal's number, as a shell has it.
public enum Interruption {
    private struct State {
        var work: Set<String> = []
        var processes: Set<Int32> = []
    }

    private static let state = Mutex<State>(State())
    private static let isRequested = Atomic(false)
    /// How long what is half done may take to be removed; the next run removes the rest.
    private static let patience = DispatchTimeInterval.milliseconds(800)

    /// Begins to wait for signals. To be called once, before there are other threads, which would get them.
    ///
    /// A signal that whoever started us ignores stays ignored, as with `nohup`.
    public static func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let waited = signals
        Thread.detachNewThread {
            var (signals, number) = (waited, Int32(0))
            while sigwait(&signals, &number) != 0 {}
            end(after: number)
        }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        #if canImport(Darwin)
            let handler = action.__sigaction_u.__sa_handler
        #else
            let handler = action.__sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func end(after number: Int32) -> Never {
        isRequested.store(true, ordering: .relaxed)
        // Never given back: what is put in its place now is put there as a whole, and nothing is afterwards.
        state.withLock { state in
            for process in state.processes { kill(process, SIGTERM) }
            let work = state.work
            let isRemoved = DispatchSemaphore(value: 0)
            Thread.detachNewThread {
                // A file may have been on its way into a folder that was just removed.
                for _ in 0..<3 { work.forEach(Disk.remove) }
                isRemoved.signal()
            }
            _ = isRemoved.wait(timeout: .now() + patience)
            _exit(128 + number)
        }
        _exit(128 + number)
    }

    // MARK: What runs

    /// Notes what is half done, to be removed.
    static func add(_ path: String) { state.withLock { _ = $0.work.insert(path) } }
    /// What is done, or gone.
    static func remove(_ path: String) { state.withLock { _ = $0.work.remove(path) } }
    /// Notes a program that was started, to be ended.
    static func add(process: Int32) { state.withLock { _ = $0.processes.insert(process) } }
    /// A program that has ended.
    static func remove(process: Int32) { state.withLock { _ = $0.processes.remove(process) } }

    /// A step that nothing may come between, such as two names that change places.
    static func uninterrupted<Result: ~Copyable, Failure: Error>(_ step: () throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        try state.withLock { (_) throws(Failure) in try step() }
    }

    /// Does not return once an end was asked for: nothing more is to be written.
    static func check() {
        while isRequested.load(ordering: .relaxed) { pause() }
    }
}
