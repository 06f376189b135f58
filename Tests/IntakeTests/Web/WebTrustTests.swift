import Testing

@testable import Intake

struct WebTrustTests {
    @Test(
        arguments: [
            ([:], nil, nil),
            (["SSL_CERT_FILE": "f"], "f", nil),
            (["SSL_CERT_FILE": "f", "SSL_CERT_DIR": "d"], "f", "d"),
            (["CURL_CA_BUNDLE": "b", "SSL_CERT_FILE": "f", "SSL_CERT_DIR": "d"], "b", nil),
            (["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "f"], "f", nil),
        ] as [([String: String], String?, String?)])
    func `the environment names whom to trust, as it does for curl`(
        environment: [String: String], file: String?, folder: String?
    ) {
        let trust = WebTrust(environment: environment)
        #expect(trust.file == file)
        #expect(trust.folder == folder)
    }
}
