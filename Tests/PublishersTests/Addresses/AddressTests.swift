import Legislation
import Testing

@testable import Publishers

@Suite("Addresses")
struct AddressTests {
    @Test(
        "addresses outside the public internet are known as such",
        arguments: [
            "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.19.255.255",
            "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::1",
            "2002:7f00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "100::1",
            "2001::1", "2001:db8::1", "3fff::1", "5f00::1", "64:ff9b:1::1", "4000::1",
        ])
    func notPublic(text: String) throws {
        #expect(try #require(HostAddress(text)).isPublic == false)
    }

    @Test(
        "addresses of the public internet are known as such",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1", "128.0.0.1",
            "172.15.0.1", "172.32.0.1", "192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
            "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:0808:0808::1", "2003::1",
        ])
    func isPublic(text: String) throws {
        #expect(try #require(HostAddress(text)).isPublic)
    }

    @Test("an address is written as it is read", arguments: ["192.0.2.1", "2001:db8::1", "::1"])
    func written(text: String) throws {
        #expect(try #require(HostAddress(text)).description == text)
    }

    @Test("other notations are no addresses", arguments: ["", "1", "1.2.3", "0x7f.0.0.1", "::g", "1.2.3.4 ", "[::1]"])
    func noAddress(text: String) {
        #expect(HostAddress(text) == nil)
    }

    @Test(
        "web addresses are brought into one form",
        arguments: [
            ("https://Law.Example", "https://law.example/", "law.example", 443),
            ("HTTP://law.example:8080/a?b=c#d", "http://law.example:8080/a?b=c", "law.example", 8080),
            ("https://law.example/a/ж?q=ж", "https://law.example/a/%D0%B6?q=%D0%B6", "law.example", 443),
            ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/", "2001:db8::1", 81),
            ("https://law.example/a%20b", "https://law.example/a%20b", "law.example", 443),
        ])
    func normal(text: String, form: String, host: String, port: Int) throws {
        let address = try WebAddress(text)
        #expect(address.text == form)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(
        "what is no open address of the web is refused",
        arguments: [
            "", "law.example", "/a", "ftp://law.example/", "file:///etc/passwd", "https://", "https:///a",
            "http://u@h/",
            "http://u:p@h/", "http://h/a b", "http://h/\r\nX: y", "http://h/\u{0}", "javascript:alert(1)",
            "http://h:0/",
            "http://h:99999/", "http+unix://x/y", "unix:///run/x", "gopher://h/",
        ])
    func refused(text: String) {
        #expect(throws: WebAddressError.self) { try WebAddress(text) }
    }

    @Test("an address that is too long is refused")
    func long() {
        #expect(throws: WebAddressError.self) { try WebAddress("https://h/" + String(repeating: "a", count: 5000)) }
    }

    @Test("file names are safe, readable and never shared")
    func names() throws {
        let source = try SourceListReader(file: "test").read(
            """
            sources:
              - {id: readme, state: NO, language: no, publisher: p, licence: l, format: html, urls: ["https://h/"]}
            """
        ).sources[0]
        let addresses = [
            "https://h/", "https://h/?a", "https://h/?b", "https://h/../../etc/passwd", "https://h/a/b.html",
            "https://h/a-b.html", "https://h/法律/1", "https://h/法律/2", "https://h/.hidden", "https://h/a%2F..%2Fb",
            "https://h/" + String(repeating: "x", count: 3000), "https://h/" + String(repeating: "x", count: 3001),
        ]
        let names = try addresses.map { DocumentName.name(of: try WebAddress($0), in: source) }
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.utf8.count < 200)
            #expect(!name.contains("/") && !name.contains("..") && !name.hasPrefix("."))
            #expect(!name.hasPrefix("readme"))
            #expect(name.hasSuffix(".html"))
        }
        #expect(names[4].hasPrefix("law-readme--a-b-"))
        #expect(source.state.code == "NO")
        #expect(source.language.tag == "no")
    }
}
