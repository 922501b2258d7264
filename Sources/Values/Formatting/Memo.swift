import Synchronization

/// What takes long to make and is needed again and again: made once for each key, by whichever thread asks first.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline let known = Mutex<[Key: Value]>([:])
    @usableFromInline let most: Int

    /// - Parameter most: how many results are kept; what comes later is made each time.
    @inlinable public init(most: Int = 256) { self.most = most }

    /// The result for a key; two threads that ask at the same time may both make it, and get the same.
    @inlinable public func value(_ key: Key, _ make: () -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = make()
        known.withLock { if $0.count < most { $0[key] = value } }
        return value
    }
}
