import Testing

@testable import Intake

struct HostReachTests {
    @Test(arguments: [
        ("0.0.0.0", HostReach.thisMachine), ("0.1.2.3", .thisMachine), ("127.0.0.1", .thisMachine),
        ("127.255.255.254", .thisMachine), ("10.0.0.1", .privateNetwork),
        ("172.15.255.255", .everywhere), ("172.16.0.0", .privateNetwork),
        ("172.31.255.255", .privateNetwork), ("172.32.0.0", .everywhere),
        ("192.168.1.1", .privateNetwork), ("192.169.0.1", .everywhere),
        ("100.63.255.255", .everywhere), ("100.64.0.1", .privateNetwork),
        ("100.127.255.255", .privateNetwork), ("100.128.0.0", .everywhere),
        ("169.254.169.254", .linkLocal), ("192.0.0.8", .special), ("192.0.2.7", .special),
        ("192.0.3.7", .everywhere), ("198.17.255.255", .everywhere), ("198.18.0.1", .special),
        ("198.51.100.9", .special), ("203.0.113.9", .special), ("224.0.0.1", .special),
        ("240.0.0.1", .special), ("255.255.255.255", .special), ("93.184.216.34", .everywhere),
        // However it is spelled.
        ("2130706433", .thisMachine), ("0x7f000001", .thisMachine), ("0x7f.1", .thisMachine),
        ("0177.0.0.01", .thisMachine), ("10.1", .privateNetwork), ("0xA9FEA9FE", .linkLocal),
        ("3232235777", .privateNetwork),
    ])
    func `a number of IPv4 reaches`(number: String, reach: HostReach) throws {
        #expect(try #require(HostNumber(ipv4: number.lowercased())).reach == reach)
        #expect(try WebAddress("http://\(number)/").reach == reach)
    }

    @Test(arguments: [
        ("::", HostReach.thisMachine), ("::1", .thisMachine), ("::2", .special),
        ("::ffff:127.0.0.1", .thisMachine), ("::ffff:7f00:1", .thisMachine),
        ("::ffff:10.0.0.1", .privateNetwork), ("::ffff:93.184.216.34", .everywhere),
        ("::127.0.0.1", .special), ("64:ff9b::10.0.0.1", .privateNetwork),
        ("64:ff9b::93.184.216.34", .everywhere), ("64:ff9b:1::1", .special),
        ("2002:7f00:1::", .thisMachine), ("2002:a00:1::1", .privateNetwork),
        ("2002:5db8:d822::1", .everywhere), ("2001::1", .special), ("2001:1ff::1", .special),
        ("2001:200::1", .everywhere), ("2001:db8::1", .special), ("3fff:1::1", .special),
        ("3fff:1000::1", .everywhere), ("fc00::1", .privateNetwork),
        ("fd12:3456::1", .privateNetwork),
        ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .privateNetwork),
        ("ff02::1", .special), ("100::1", .special), ("4000::1", .special),
        ("2606:2800:220:1:248:1893:25c8:1946", .everywhere),
    ])
    func `a number of IPv6 reaches`(number: String, reach: HostReach) throws {
        #expect(try #require(HostNumber(ipv6: number)).reach == reach)
        #expect(try WebAddress("http://[\(number)]/").reach == reach)
    }

    @Test(arguments: [
        ("localhost", HostReach.thisMachine), ("LOCALHOST.", .thisMachine),
        ("a.localhost", .thisMachine), ("intranet", .privateNetwork),
        ("printer.local", .privateNetwork), ("db.internal", .privateNetwork),
        ("nas.home.arpa", .privateNetwork), ("quay.example", .everywhere),
        ("local.example", .everywhere), ("localhost.example", .everywhere),
        ("127.0.0.1.example", .everywhere),
    ])
    func `a name reaches`(name: String, reach: HostReach) throws {
        #expect(try WebAddress("https://\(name)/").reach == reach)
    }

    @Test(arguments: [
        "", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "4294967296", "0x100000000", "1..2", "08", "0xg",
        "-1", "+1", "1.2.3.0x", " 1",
    ])
    func `what is no number of IPv4 is none`(text: String) {
        // `0x` alone is zero, as browsers read it.
        let number = HostNumber(ipv4: text)
        #expect(text == "1.2.3.0x" ? number?.text == "1.2.3.0" : number == nil)
    }

    @Test(arguments: [
        "", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "+1::",
        "1.2.3.4::", "::1.2.3", "::1.2.3.4.5", "1:2:3:4:5:6:7:1.2.3.4", "::1%lo",
        "1:2:3:4::5:6:7:8",
    ])
    func `what is no number of IPv6 is none`(text: String) {
        #expect(HostNumber(ipv6: text) == nil)
    }

    @Test(arguments: [
        ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("0:0:0:0:0:0:0:0", "::"), ("1::", "1::"),
        ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"), ("::FFFF:1.2.3.4", "::ffff:102:304"),
    ])
    func `IPv6 is written in one way`(text: String, form: String) {
        #expect(HostNumber(ipv6: text)?.text == form)
    }

    @Test func `only 4 or 16 bytes are a number`() {
        #expect(HostNumber(bytes: [1, 2, 3]) == nil)
        #expect(HostNumber(bytes: [1, 2, 3, 4])?.text == "1.2.3.4")
    }
}
