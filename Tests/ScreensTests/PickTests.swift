import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

/// Several articles at once: picked by keys, and then acted on.
@Suite struct PickTests {
    private func kept(_ driver: Driver) -> [String: OwnWork] { driver.archive.own }

    @Test func `v picks and lets go, and the count is shown`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("v")
        #expect(driver.state.chosen == ["4444444444444444"])
        driver.press("jvk")
        #expect(driver.text.contains("✓ 2 articles picked: c compares, * marks"))
        driver.press("v")
        #expect(driver.state.chosen == ["3333333333333333"])
    }

    @Test func `V picks all from the last one picked to here, either way`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jvjjV")
        #expect(driver.state.chosen.map { $0.first } == ["3", "2", "1"])
        driver.press("z")
        #expect(driver.state.chosen == [])
        driver.press("GvggV")
        #expect(driver.state.chosen.map { $0.first } == ["1", "2", "3", "4"])
    }

    /// Too many articles for letters, one of them without a day, which the list has first.
    private func longArchive() -> MemoryArchive {
        let articles = (0..<20).map { number in
            var copy = SampleCorpus.articles[1]
            copy.article.id = "\(1000 + number)"
            if number == 0 { copy.article.published = nil }
            return copy
        }
        return MemoryArchive(dossier: SampleCorpus.dossier, articles: articles)
    }

    /// More articles than the list holds rows at once.
    private func longDriver(_ count: Int = 300) -> Driver {
        let articles = (0..<count).map { number in
            var copy = SampleCorpus.articles[1]
            copy.article.id = "\(1000 + number)"
            return copy
        }
        return Driver(MemoryArchive(dossier: SampleCorpus.dossier, articles: articles))
    }

    @Test(arguments: ["gvGV", "GvgV", "/quota<Enter>gvGV"])
    func `V picks all between where the list holds not all of them`(keys: String) {
        var driver = longDriver()
        driver.press(keys)
        #expect(Set(driver.state.chosen).count == 300 && driver.state.chosen.count == 300)
        driver.press("u")
        #expect(driver.state.chosen.count == 1)
    }

    @Test func `V takes nothing where what was picked last is not where it was`() {
        var driver = longDriver()
        driver.press("gv")
        driver.isHoldingAnswers = true
        driver.press("GVz")
        driver.answerAll()
        #expect(driver.state.chosen == [])
        #expect(driver.text.contains("The last one picked is not near"))
    }

    @Test func `picking is undone and done again like a filter`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("vjVz")
        driver.press("u")
        #expect(driver.state.chosen.count == 2)
        driver.press("u")
        #expect(driver.state.chosen.count == 1)
        driver.press("<C-r>")
        #expect(driver.state.chosen.count == 2)
    }

    @Test func `marks and reading act on all that is picked, and undo only what they changed`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("j*k")
        #expect(kept(driver)["3333333333333333"]?.isMarked == true)
        driver.press("vjjV*")
        #expect(driver.text.contains("3 articles marked: is:marked finds them."))
        #expect(kept(driver).values.count { $0.isMarked } == 3)
        driver.press("u")
        #expect(kept(driver).values.filter(\.isMarked).map(\.article) == ["3333333333333333"])
        driver.press("r")
        #expect(kept(driver).values.count { $0.isRead } == 3)
        driver.press("r")
        #expect(kept(driver).values.count { $0.isRead } == 0)
    }

    @Test func `what is picked outlives a search that does not list it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("v/lind<Enter>v*")
        #expect(kept(driver).values.count { $0.isMarked } == 2)
        #expect(kept(driver)["4444444444444444"]?.isMarked == true)
        driver.press("*")
        #expect(kept(driver).values.count { $0.isMarked } == 0)
    }

    @Test func `y cites what is picked, a line each`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("vjvy")
        let copied = driver.effects.compactMap { effect -> String? in
            if case .copy(let text) = effect { return text }
            return nil
        }
        #expect(
            copied == [
                """
                “Border buoys drift into the treaty” (The Tide, 10 May 2031)
                “Lind returns with nine points and no signature” (Southland Herald, ~4 Mar 2031)
                """
            ])
    }

    @Test func `two to four are compared, of more it is said that they are too many`() {
        var driver = Driver(SampleCorpus.newcomers)
        driver.press("vGVc")
        #expect(driver.text.contains("Four articles fit side by side, 5 are picked"))
        #expect(driver.state.place.screen == .browse)
        driver.press("vc")
        #expect(driver.state.place.screen == .compare)
        #expect(driver.state.place.compare.articles.count == 4)
        #expect(driver.state.chosen == [])
    }

    @Test(arguments: ["vjjVc", "gvjjVc", "vjjvkvc", "Gvkkkvc"])
    func `compared articles stand oldest first, in whatever order they were picked`(keys: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(keys)
        #expect(driver.state.place.screen == .compare)
        let days = driver.state.place.compare.articles.map {
            $0.article.published?.day.number ?? .max
        }
        #expect(days.count >= 2 && days == days.sorted())
    }

    @Test func `articles without letters stand by day, the undated last`() {
        let archive = longArchive()
        var driver = Driver(archive)
        driver.press("Gvgvc")
        let days = driver.state.place.compare.articles.map { $0.article.published?.day }
        #expect(days.count == 2 && days[0] != nil && days[1] == nil)
    }

    @Test func `the article that is read can be picked`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<Enter>v")
        #expect(driver.state.chosen == ["4444444444444444"])
        #expect(driver.text.contains("1 article picked"))
    }

    @Test func `pick-all picks all that are listed, and those of a query among them`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<C-a>")
        #expect(driver.state.chosen.map { $0.first } == ["4", "3", "2", "1"])
        #expect(driver.text.contains("4 articles picked, 4 of them now; u takes these back"))
        driver.press("u")
        #expect(driver.state.chosen == [])
        driver.press(":pick-all holm<Enter>")
        #expect(driver.state.chosen.map { $0.first } == ["2", "1"])
        driver.press("/lind<Enter>:pick-all source:tide<Enter>")
        #expect(driver.text.contains("No article listed here meets that."))
        driver.press("<C-a>")
        #expect(driver.state.chosen.map { $0.first } == ["2", "1", "3"])
        driver.press("<C-a>")
        #expect(driver.text.contains("All of these are picked already: 3 articles picked."))
    }

    @Test func `pick-all takes those that the list holds no rows of, and not too many`() {
        var driver = longDriver()
        driver.press("<C-a>")
        #expect(driver.state.chosen.count == 300)
        var long = longDriver(1001)
        long.press("<C-a>")
        #expect(long.state.chosen == [])
        #expect(long.text.contains("At most 1,000 articles are picked at once"))
    }

    @Test func `pick-all says where it works, and what it could not read`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":pick-all colour:red<Enter>")
        #expect(driver.state.notice?.isError == true)
        driver.press("4<Enter>:pick-all<Enter>")
        #expect(driver.text.contains("Articles are picked in the list"))
    }
}
