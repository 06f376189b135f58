import Foundation

/// Reading pages of HTML: how many a second, and whether a page ten times as long takes ten times
/// as long.
struct PagesBenchmark {
    let place: Workplace

    func run() throws {
        let short = try extract(pages: 300, paragraphs: 40, name: "short")
        let long = try extract(pages: 30, paragraphs: 400, name: "long")
        report(
            "pages of HTML", "\(Int(Double(short.pages) / short.child.processor)) pages/s",
            "of \(short.bytes / short.pages >> 10) KiB, one core; to reach: 300")
        report(
            "a page ten times as long", ratio(long.secondsAByte, short.secondsAByte),
            "of the time a byte; 1 is linear")
    }

    private struct Result {
        var child: Child
        var pages: Int
        var bytes: Int
        var secondsAByte: Double { child.processor / Double(bytes) }
    }

    private func extract(pages: Int, paragraphs: Int, name: String) throws -> Result {
        let folder = place.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var paths = ""
        var bytes = 0
        for number in 0..<pages {
            let file = folder.appending(path: "\(number).html")
            let page = Data(Self.page(number, paragraphs).utf8)
            try page.write(to: file)
            bytes += page.count
            paths += file.path + "\n"
        }
        let child = try Child.run([place.binary, "extract", "--lines"], input: paths)
        return Result(child: child, pages: pages, bytes: bytes)
    }

    /// An invented page: a third of it text, the rest menus, scripts, styles and boxes.
    private static func page(_ number: Int, _ paragraphs: Int) -> String {
        var body = ""
        for index in 0..<paragraphs {
            body += """
                <p class="story-text t-\(index)" data-track="p\(index)">The council met for the \(index)th
                time, and <a href="/n/\(index)">the mayor</a> said that, of \(number) boats, none would
                sail before the fees had been settled with the crews of the harbour and its owners.</p>
                <div class="ad-slot" id="ad-\(index)"><script>var slot = {"id": \(index), "sizes": [[300,
                250], [320, 50]]}; window.slots.push(slot); function f(a) { return a < 3 && a > 1; }
                </script></div>
                <aside class="related"><h4>More</h4><ul><li><a href="/a\(index)">Boats and fees</a></li>
                <li><a href="/b\(index)">Crews of the harbour</a></li></ul></aside>
                <figure><img srcset="/i/\(index)-320.jpg 320w, /i/\(index)-640.jpg 640w" alt="A boat">
                <figcaption>A boat of the harbour, \(index)</figcaption></figure>
                <style>.t-\(index) { margin: 0 auto; padding: 4px; color: #\(100 + index % 800) }</style>
                """
        }
        return """
            <!DOCTYPE html><html lang="en"><head><title>Boats \(number) | The Post</title></head><body>
            <nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Boats \(number)</h1>
            <div class="article-body">\(body)</div></article><footer>The Post</footer></body></html>
            """
    }
}
