import TestSupport
import Testing

@testable import Values

/// What pages may link to, as a browser reads it.
@Suite struct LinkSchemeTests {
    @Test(arguments: AddressCase.all) func start(of address: AddressCase) {
        var text = address.address
        #expect(text.withUTF8 { LinkScheme.isAllowed($0) } == address.isAllowed)
    }

    /// What a value could make a scheme is none that is allowed.
    @Test(arguments: ["{{v}}:x", "java{{v}}:x", " {{v}}script:x", "{{u}}{{v}}:x", "\t{{a.b}}\t:x"])
    func placeholder(address: String) {
        guard case .scheme(let scheme) = LinkScheme.start(of: address) else {
            Issue.record("\(address) has no scheme")
            return
        }
        #expect(!LinkScheme.allowed.contains(scheme))
    }

    @Test func placeholderBehindTheScheme() {
        #expect(LinkScheme.start(of: "https:{{v}}") == .scheme("https"))
        #expect(LinkScheme.start(of: "{{v}}/a:b") == .relative)
        #expect(LinkScheme.start(of: "?{{v}}:x") == .relative)
    }

    /// A value of type `url` is held to the same.
    @Test(arguments: AddressCase.all.filter { !$0.isAllowed }) func value(of address: AddressCase) {
        #expect(throws: ValueError.self) { try ValueParser.parse(address.address, as: .url) }
    }
}
