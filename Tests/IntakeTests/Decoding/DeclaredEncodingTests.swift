import Testing

@testable import Intake

struct DeclaredEncodingTests {
    @Test(arguments: [
        (#"<?xml version="1.0" encoding="KOI8-R"?><rss/>"#, "koi8-r"),
        (#"<?xml version='1.0' encoding = 'windows-1251' ?>"#, "windows-1251"),
        ("<html><head><meta charset=utf-8>", "utf-8"),
        ("<META CHARSET = \" UTF-8 \">", "utf-8"),
        (#"<meta http-equiv="Content-Type" content="text/html; charset=big5">"#, "big5"),
        ("<meta content='a;CHARSET = \"x-sjis\"' HTTP-EQUIV='content-type'/>", "x-sjis"),
        (#"<!-- <meta charset="a"> --><meta charset="b">"#, "b"),
        (#"<script>'<meta charset="a">'</script><meta charset="b">"#, "b"),
        (#"<title><meta charset="a"></title><meta charset="b">"#, "b"),
        ("<head>" + String(repeating: "<link a=b>", count: 300) + "<meta charset=c>", "c"),
    ])
    func `a declaration is found`(text: String, label: String) {
        #expect(DeclaredEncoding.label(in: Array(text.utf8)) == label)
    }

    @Test(arguments: [
        "", "<", "<meta", "<meta charset", "<meta charset=", "<meta charset='", "<?xml encoding",
        "<meta name=description content='charset=a'>", "<body><meta charset=a>",
        "<!-- <meta charset=a>",
        "<meta =charset=a>", "no tags, charset=a",
    ])
    func `nothing is found where nothing is declared`(text: String) {
        #expect(DeclaredEncoding.label(in: Array(text.utf8)) == nil)
    }
}
