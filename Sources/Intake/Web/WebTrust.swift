/// Whose certificates servers are held against: the system's, unless the environment names others.
/// As with curl, `CURL_CA_BUNDLE` names a file, else `SSL_CERT_FILE` a file and `SSL_CERT_DIR` a
/// folder. There is no way to trust everybody.
package struct WebTrust: Hashable, Sendable {
    /// Certificates in PEM, one after the other; nil for the system's.
    package var file: String?
    /// One file a certificate, named by its hash; nil for the system's.
    package var folder: String?

    package init(environment: [String: String] = [:]) {
        let value = { (name: String) in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let bundle = value("CURL_CA_BUNDLE") {
            file = bundle
        } else {
            (file, folder) = (value("SSL_CERT_FILE"), value("SSL_CERT_DIR"))
        }
    }
}
