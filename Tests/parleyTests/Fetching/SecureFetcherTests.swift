import Foundation
import Intake
import TestSupport
import Testing

@testable import parley

/// Fetching over TLS from a server whose authority nobody knows unless a test says so.
@Suite(
    .serialized,
    .enabled(if: TLSIdentity.isThere, "libssl, which the server's side of TLS needs, is missing"))
struct SecureFetcherTests {
    private static let text = "<p>The ferry is back in service, the clerk said on Tuesday.</p>"

    /// What one address leads to for somebody who trusts the certificates in a file of `trusted`.
    private func outcome(
        _ address: String, trusted: String, by name: String = "SSL_CERT_FILE"
    ) async throws -> WebOutcome? {
        let file = NSTemporaryDirectory() + "parley-trust-\(UUID().uuidString).pem"
        try Data(trusted.utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try await outcome(address, WebTrust(environment: [name: file]))
    }

    private func outcome(_ address: String, _ trust: WebTrust) async throws -> WebOutcome? {
        let fetcher = try Fetcher(
            FetcherTests.rules, FetcherTests.bounds, proxies: WebProxies(), trust: trust)
        fetcher.add([WebErrand(address)])
        return try await fetcher.next().first
    }

    private func server(_ kind: TLSIdentity.Kind) throws -> LoopbackServer {
        try LoopbackServer(identity: TLSIdentity(kind)) { request in
            request.target == "/robots.txt" ? nil : LoopbackServer.page(Self.text)
        }
    }

    @Test(arguments: ["SSL_CERT_FILE", "CURL_CA_BUNDLE"])
    func `a page is fetched from a server that is vouched for`(variable: String) async throws {
        let server = try server(.here)
        let address = server.root + "/a"
        #expect(address.hasPrefix("https://"))
        let found = try await outcome(address, trusted: TLSIdentity.authority, by: variable)
        guard case .fetched(let answer)? = found?.ending else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(String(decoding: answer.body, as: UTF8.self) == Self.text)
        #expect(server.requests.map(\.target) == ["/robots.txt", "/a"])
    }

    @Test(arguments: [TLSIdentity.Kind.elsewhere, .expired])
    func `a certificate for another host, or of another time, is refused`(
        kind: TLSIdentity.Kind
    ) async throws {
        let server = try server(kind)
        let found = try await outcome(server.root + "/a", trusted: TLSIdentity.authority)
        guard case .failed(.notTrusted(let reason))? = found?.ending else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(reason.contains(kind == .expired ? "expired" : "127.0.0.1"))
        #expect(server.requests.isEmpty)
    }

    /// Nobody vouches for it but itself: not the machine's authorities, nor none at all.
    @Test func `a server that nobody vouches for is refused`() async throws {
        let server = try server(.here)
        let found = try await outcome(server.root + "/a", WebTrust())
        guard case .failed(.notTrusted)? = found?.ending else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(
            found?.message.hasPrefix("\(server.root)/a: its certificate is not trusted: ") == true)
        #expect(server.requests.isEmpty)
    }

    @Test func `trusted certificates that cannot be read are named as that`() async throws {
        let server = try server(.here)
        let missing = WebTrust(environment: ["SSL_CERT_FILE": "/no/such/file"])
        #expect(
            try await outcome(server.root + "/a", missing)?.ending == .failed(.noCertificates))
        #expect(server.requests.isEmpty)
    }

    @Test func `what begins in TLS does not go on without`() async throws {
        let open = try LoopbackServer { _ in LoopbackServer.page(Self.text) }
        let place = open.root + "/b"
        let secure = try LoopbackServer(identity: TLSIdentity(.here)) { request in
            request.target == "/a" ? LoopbackServer.redirect(to: place) : nil
        }
        let found = try await outcome(secure.root + "/a", trusted: TLSIdentity.authority)
        guard case .failed(.redirectRefused(let reason))? = found?.ending else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(reason.hasPrefix("it leads from https to \(place)"))
        #expect(open.requests.isEmpty)
    }

    @Test func `a redirect into TLS is followed`() async throws {
        let secure = try server(.here)
        let place = secure.root + "/b"
        let open = try LoopbackServer { request in
            request.target == "/a" ? LoopbackServer.redirect(to: place) : nil
        }
        let found = try await outcome(open.root + "/a", trusted: TLSIdentity.authority)
        guard case .fetched? = found?.ending else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(found?.place?.text == place)
    }
}
