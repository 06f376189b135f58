import Foundation
import Glibc

/// One connection of a loopback server, in the clear or in TLS; used by one thread.
final class LoopbackWire {
    private let connection: CInt
    private let session: OpenSSL.Pointer?
    private let library: OpenSSL?

    /// With an identity it shakes hands; nil when the other side does not want to.
    init?(_ connection: CInt, _ identity: TLSIdentity?) {
        self.connection = connection
        guard let identity else {
            (session, library) = (nil, nil)
            return
        }
        // OpenSSL writes without asking that no signal be raised where nobody reads any more.
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, nil)
        library = identity.library
        session = identity.library.newSession(identity.context)
        guard let session, let library else { return nil }
        guard library.setDescriptor(session, connection) == 1, library.accept(session) == 1 else {
            return nil
        }
    }

    deinit {
        if let session { library?.freeSession(session) }
    }

    /// What has come; nil at the end.
    func read() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count =
            session.flatMap { library?.read($0, &bytes, 4096) }.map(Int.init)
            ?? recv(connection, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes[..<count]) : nil
    }

    /// Whether all was taken.
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                session.flatMap { library?.write($0, bytes.baseAddress, CInt(bytes.count)) }
                    .map(Int.init)
                    ?? send(connection, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Says that nothing more is to come.
    func finish() {
        if let session { _ = library?.shutDown(session) }
        shutdown(connection, Int32(SHUT_WR))
    }
}

/// Who a loopback server says that it is: a certificate of an authority that only tests know.
package final class TLSIdentity: Sendable {
    package enum Kind: CaseIterable, Sendable {
        /// For 127.0.0.1, valid until 2120.
        case here
        /// For quay.example.
        case elsewhere
        /// For 127.0.0.1, valid until 2021.
        case expired
    }

    fileprivate let library: OpenSSL
    private let place: UInt

    fileprivate var context: OpenSSL.Pointer? { OpenSSL.Pointer(bitPattern: place) }

    /// Whether this machine has the library that the server's side needs; where libcurl is made
    /// with OpenSSL it has.
    package static var isThere: Bool { OpenSSL.shared != nil }

    package enum Failure: Error { case noLibrary, notTaken }

    /// Throws where the library is missing or does not take the certificate.
    package init(_ kind: Kind) throws(Failure) {
        guard let library = OpenSSL.shared, let context = library.newContext(library.method())
        else { throw .noLibrary }
        self.library = library
        place = UInt(bitPattern: context)
        let certificate = Array(Data(base64Encoded: TLSIdentity.text(kind)) ?? Data())
        let key = Array(Data(base64Encoded: TLSIdentity.key) ?? Data())
        guard library.useCertificate(context, CInt(certificate.count), certificate) == 1,
            library.useKey(OpenSSL.ellipticCurve, context, key, key.count) == 1
        else { throw .notTaken }
    }

    deinit { library.freeContext(context) }

    private static func text(_ kind: Kind) -> String {
        switch kind {
        case .here: here
        case .elsewhere: elsewhere
        case .expired: expired
        }
    }

    // MARK: Made once with `openssl ca`: two keys on the curve P-256, that of the authority thrown
    // away. Nobody trusts them but a test that says so.

    /// The authority's certificate, as a file of trusted ones has it.
    package static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBjjCCATOgAwIBAgIBATAKBggqhkjOPQQDAjAtMSswKQYDVQQDDCJUZXN0cyBv
        ZiBwYXJsZXksIHRydXN0ZWQgYnkgbm9ib2R5MCAXDTIwMDEwMTAwMDAwMFoYDzIx
        MjAwMTAxMDAwMDAwWjAtMSswKQYDVQQDDCJUZXN0cyBvZiBwYXJsZXksIHRydXN0
        ZWQgYnkgbm9ib2R5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBoBcdxMI2xGE
        1arXRxErawGOS9rVKOnYR3CouRSkOgLtVOPSDP5ait569D+7CXoMytLlIw10RtAp
        scBNwLOLuKNCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwHQYD
        VR0OBBYEFJSGG4cRzu9BYkjWBcNLDrNzGbAEMAoGCCqGSM49BAMCA0kAMEYCIQCg
        JaIJIDj2NqIKIb2pW7p+Geat5pXPKmEWaf0EyAgx3QIhAI8+CF6VhRJFgu4TH0uc
        BqOZ0jtVv8Ffj+ZzVV/oIgm/
        -----END CERTIFICATE-----

        """

    private static let here = """
        MIIBnjCCAUWgAwIBAgIBAjAKBggqhkjOPQQDAjAtMSswKQYDVQQDDCJUZXN0cyBvZiBwYXJsZXksIHRydXN0ZWQgYnkg
        bm9ib2R5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYDVQQDDA1sb29wYmFjayBoZXJlMFkw
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEBuPZU0zAd6Y7jHgQCh9xvhYwT7K3r3SWIUZY/v9QEcysn+1/83GF+3mJR4vg
        hHBlZpF06c3xSX4dGWQxNQaedaNpMGcwCQYDVR0TBAIwADAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwHwYDVR0j
        BBgwFoAUlIYbhxHO70FiSNYFw0sOs3MZsAQwHQYDVR0OBBYEFOw3Lefy3VOxidkmVpdqfrHy46K3MAoGCCqGSM49BAMC
        A0cAMEQCIHE7zuF/Huvmw47cqdOT2ly3O2LHpf6VshwaCDSgiSKJAiB/aW5GvryDbF/5vgdWKgICYA+VDCqzp7R7crQH
        zPAV9A==
        """.replacing("\n", with: "")

    private static let elsewhere = """
        MIIBoTCCAUegAwIBAgIBAzAKBggqhkjOPQQDAjAtMSswKQYDVQQDDCJUZXN0cyBvZiBwYXJsZXksIHRydXN0ZWQgYnkg
        bm9ib2R5MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAdMRswGQYDVQQDDBJsb29wYmFjayBlbHNld2hl
        cmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQG49lTTMB3pjuMeBAKH3G+FjBPsrevdJYhRlj+/1ARzKyf7X/zcYX7
        eYlHi+CEcGVmkXTpzfFJfh0ZZDE1Bp51o2YwZDAJBgNVHRMEAjAAMBcGA1UdEQQQMA6CDHF1YXkuZXhhbXBsZTAfBgNV
        HSMEGDAWgBSUhhuHEc7vQWJI1gXDSw6zcxmwBDAdBgNVHQ4EFgQU7Dct5/LdU7GJ2SZWl2p+sfLjorcwCgYIKoZIzj0E
        AwIDSAAwRQIhAJldZB6z258OVu2czxPnBjnBIpHbQatG1COF8rwlBA2BAiBpjtVTA4Eqyges8lXdY0SxD3BjJvpmETRk
        ayz92kDVZQ==
        """.replacing("\n", with: "")

    private static let expired = """
        MIIBoDCCAUagAwIBAgIBBDAKBggqhkjOPQQDAjAtMSswKQYDVQQDDCJUZXN0cyBvZiBwYXJsZXksIHRydXN0ZWQgYnkg
        bm9ib2R5MB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQbG9vcGJhY2sgZXhwaXJlZDBZ
        MBMGByqGSM49AgEGCCqGSM49AwEHA0IABAbj2VNMwHemO4x4EAofcb4WME+yt690liFGWP7/UBHMrJ/tf/Nxhft5iUeL
        4IRwZWaRdOnN8Ul+HRlkMTUGnnWjaTBnMAkGA1UdEwQCMAAwGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxob3N0MB8GA1Ud
        IwQYMBaAFJSGG4cRzu9BYkjWBcNLDrNzGbAEMB0GA1UdDgQWBBTsNy3n8t1TsYnZJlaXan6x8uOitzAKBggqhkjOPQQD
        AgNIADBFAiBpG31f2WTEF9vhnaKsFLi1mrfP8hkAGjsyw2AKfMa8ugIhAKmXaUGGJVSQCihRjpFCQE13BbGX1+5VcBXf
        2sXSBvqu
        """.replacing("\n", with: "")

    private static let key = """
        MHcCAQEEICg1sBIxEPjWwx5oi+7seal8tff/VmrIlXCB9OiAg4VnoAoGCCqGSM49AwEHoUQDQgAEBuPZU0zAd6Y7jHgQ
        Ch9xvhYwT7K3r3SWIUZY/v9QEcysn+1/83GF+3mJR4vghHBlZpF06c3xSX4dGWQxNQaedQ==
        """.replacing("\n", with: "")
}

/// The few functions of OpenSSL (1.1 and 3) that a server needs, loaded where it is installed.
private struct OpenSSL: Sendable {
    typealias Pointer = UnsafeMutableRawPointer
    typealias Make = @Sendable @convention(c) (Pointer?) -> Pointer?
    typealias Free = @Sendable @convention(c) (Pointer?) -> Void
    typealias Ask = @Sendable @convention(c) (Pointer?) -> CInt
    typealias Method = @Sendable @convention(c) () -> Pointer?
    typealias UseCertificate =
        @Sendable @convention(c) (Pointer?, CInt, UnsafePointer<UInt8>)
        -> CInt
    typealias UseKey =
        @Sendable @convention(c) (CInt, Pointer?, UnsafePointer<UInt8>, CLong)
        -> CInt
    typealias SetDescriptor = @Sendable @convention(c) (Pointer?, CInt) -> CInt
    typealias Read = @Sendable @convention(c) (Pointer?, Pointer?, CInt) -> CInt
    typealias Write = @Sendable @convention(c) (Pointer?, UnsafeRawPointer?, CInt) -> CInt

    /// `EVP_PKEY_EC`
    static let ellipticCurve: CInt = 408

    let method: Method
    let newContext: Make
    let freeContext: Free
    let useCertificate: UseCertificate
    let useKey: UseKey
    let newSession: Make
    let freeSession: Free
    let setDescriptor: SetDescriptor
    let accept: Ask
    let read: Read
    let write: Write
    let shutDown: Ask

    static let shared = OpenSSL()

    private init?() {
        let names = ["libssl.so.3", "libssl.so.1.1"]
        let library = names.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
        guard let library else { return nil }
        func find<Function>(_ name: String, _ type: Function.Type) -> Function? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let method = find("TLS_server_method", Method.self),
            let newContext = find("SSL_CTX_new", Make.self),
            let freeContext = find("SSL_CTX_free", Free.self),
            let useCertificate = find("SSL_CTX_use_certificate_ASN1", UseCertificate.self),
            let useKey = find("SSL_CTX_use_PrivateKey_ASN1", UseKey.self),
            let newSession = find("SSL_new", Make.self),
            let freeSession = find("SSL_free", Free.self),
            let setDescriptor = find("SSL_set_fd", SetDescriptor.self),
            let accept = find("SSL_accept", Ask.self), let read = find("SSL_read", Read.self),
            let write = find("SSL_write", Write.self), let shutDown = find("SSL_shutdown", Ask.self)
        else { return nil }
        (self.method, self.newContext, self.freeContext) = (method, newContext, freeContext)
        (self.useCertificate, self.useKey) = (useCertificate, useKey)
        (self.newSession, self.freeSession) = (newSession, freeSession)
        (self.setDescriptor, self.accept) = (setDescriptor, accept)
        (self.read, self.write, self.shutDown) = (read, write, shutDown)
    }
}
