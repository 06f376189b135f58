import Analysis
import GRDB

/// The tables, as named, append-only migrations: one that has shipped is never edited.
///
/// Three kinds of tables. `article` and `article_version` hold what was imported. `findings`,
/// `claims`, `article_line`, `article_text`, `word_start`, `term`, `value`, `segment`,
/// `segment_column` and `derived` are made from them and can be made again. `reading`, `judgement`,
/// `saved_search` and `bookmark` hold a person's own work, go by article ids, and no import or
/// rebuild touches them; `feed` is the list of feeds that they follow, `visit` what came of asking
/// for them, and `robots` what their sites let programs read.
enum Schema {
    /// "parl": tells an archive from other SQLite files.
    static let applicationID = 0x7061_726C

    /// Creates or updates the tables; a new archive records `dossier` in the transaction that
    /// makes it, so that none is ever without.
    static func migrator(recording dossier: Dossier? = nil) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-first-light") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: articles)
            try db.execute(sql: derived)
            try db.execute(sql: ownWork)
            if let dossier { try Archive.record(dossier, db) }
        }
        migrator.registerMigration("002-claims") { try $0.execute(sql: claims) }
        migrator.registerMigration("003-feeds") { try $0.execute(sql: feeds) }
        migrator.registerMigration("004-visits") { try $0.execute(sql: visits) }
        migrator.registerMigration("005-versions-seen") { try $0.execute(sql: versionsSeen) }
        migrator.registerMigration("006-robots") { try $0.execute(sql: robots) }
        migrator.registerMigration("007-visits-gone") { try $0.execute(sql: visitsGone) }
        migrator.registerMigration("008-all-words") { try $0.execute(sql: allWords) }
        migrator.registerMigration("009-rejected") { try $0.execute(sql: rejected) }
        migrator.registerMigration("010-without-address") {
            try $0.execute(sql: withoutAddress)
        }
        migrator.registerMigration("011-parted-words") { try PartedWords.list($0) }
        migrator.registerMigration("012-lines") {
            try $0.execute(sql: lines)
            try ArticleLine.storeAll($0)
        }
        return migrator
    }

    /// What each article may clash with others on; see `Claim`.
    private static let claims = """
        CREATE TABLE claims (
            row INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
            data BLOB NOT NULL
        ) STRICT;
        """

    /// When each earlier text was first held; unknown for those that are kept already.
    private static let versionsSeen = "ALTER TABLE article_version ADD COLUMN seen_at INTEGER"

    private static let feeds = """
        CREATE TABLE feed (
            url TEXT NOT NULL PRIMARY KEY,
            title TEXT,
            folder TEXT NOT NULL,
            added_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What came of the last request for an address, and by what its server knows that state.
    private static let visits = """
        CREATE TABLE visit (
            url TEXT NOT NULL PRIMARY KEY,
            visited_at INTEGER NOT NULL,
            etag TEXT,
            last_modified TEXT,
            article TEXT,
            problem TEXT
        ) STRICT, WITHOUT ROWID;
        """

    /// What each site's robots.txt said when it was last asked for; empty where there is none.
    private static let robots = """
        CREATE TABLE robots (
            site TEXT NOT NULL PRIMARY KEY,
            asked_at INTEGER NOT NULL,
            etag TEXT,
            last_modified TEXT,
            rules BLOB NOT NULL
        ) STRICT;
        """

    /// When an address said that it is gone for good, and is not asked any more.
    private static let visitsGone = "ALTER TABLE visit ADD COLUMN gone_at INTEGER"

    /// By what an article without an address is known when its beginning has changed.
    private static let withoutAddress = """
        CREATE INDEX article_without_address ON article (title, outlet, published, external_id)
        WHERE url IS NULL AND title IS NOT NULL;
        CREATE INDEX article_of_file ON article (origin, outlet, external_id)
        WHERE url IS NULL AND title IS NULL;
        """

    /// What was rejected when that still counted: those articles are read anew without it.
    private static let rejected = """
        UPDATE findings SET stamp = '' WHERE row IN (
            SELECT article.row FROM judgement JOIN article ON article.id = judgement.article
            WHERE judgement.state = 'rejected');
        """

    /// Words that do not look English, too, and all of them in order. What begins alike is found
    /// there.
    private static let allWords = """
        CREATE INDEX term_in_order ON term (term);
        CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, article_text, row);
        INSERT OR IGNORE INTO term
        SELECT substr(term, 1, 40), substr(term, 1, 40) FROM temp.word
        WHERE length(CAST(term AS BLOB)) > 2
            AND (length(term) > 40 OR term NOT IN (SELECT term FROM term));
        DROP TABLE temp.word;
        """

    /// See `ArticleLine`; `outlet_id` of `article` is not used since.
    private static let lines = """
        CREATE TABLE article_line (
            day INTEGER NOT NULL,
            row INTEGER NOT NULL UNIQUE REFERENCES article (row) ON DELETE CASCADE,
            id TEXT NOT NULL,
            external_id TEXT,
            title TEXT,
            opening TEXT,
            outlet TEXT,
            outlet_id TEXT,
            published TEXT,
            kind TEXT NOT NULL,
            language TEXT,
            sentence_count INTEGER NOT NULL,
            PRIMARY KEY (day, row)
        ) STRICT, WITHOUT ROWID;
        """

    private static let articles = """
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value ANY NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Text and structure stand last, so that reading a row of the list skips their pages.
        CREATE TABLE article (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            content_hash TEXT NOT NULL,
            external_id TEXT,
            kind TEXT NOT NULL,
            title TEXT,
            outlet TEXT,
            outlet_id TEXT,
            published TEXT,
            authors TEXT,
            url TEXT,
            language TEXT,
            sentence_count INTEGER NOT NULL,
            imported_at INTEGER NOT NULL,
            is_bundled INTEGER NOT NULL DEFAULT 0,
            origin TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            text TEXT NOT NULL,
            structure BLOB NOT NULL
        ) STRICT;
        CREATE INDEX article_by_title ON article (title COLLATE NOCASE) WHERE title IS NOT NULL;

        -- Earlier texts of an article whose words have changed since.
        CREATE TABLE article_version (
            id TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            replaced_at INTEGER NOT NULL,
            title TEXT,
            published TEXT,
            text TEXT NOT NULL,
            structure BLOB NOT NULL,
            PRIMARY KEY (id, content_hash)
        ) STRICT, WITHOUT ROWID;
        """

    private static let derived = """
        CREATE TABLE findings (
            row INTEGER PRIMARY KEY REFERENCES article (row) ON DELETE CASCADE,
            stamp TEXT NOT NULL,
            data BLOB NOT NULL
        ) STRICT;
        CREATE INDEX findings_by_stamp ON findings (stamp);

        CREATE VIRTUAL TABLE article_text USING fts5 (
            title, text, content = 'article', content_rowid = 'row',
            tokenize = 'unicode61 remove_diacritics 2'
        );
        -- A transaction of an import goes into one run of the index, not into dozens to be merged.
        INSERT INTO article_text (article_text, rank) VALUES ('hashsize', 67108864);

        -- The articles of each segment with a word that begins so; see WordStart.
        CREATE TABLE word_start (
            key INTEGER NOT NULL,
            segment INTEGER NOT NULL,
            places BLOB NOT NULL,
            PRIMARY KEY (key, segment)
        ) STRICT, WITHOUT ROWID;

        -- Every word of the corpus under its Porter stem; see TermCollector.
        CREATE TABLE term (
            stem TEXT NOT NULL,
            term TEXT NOT NULL,
            PRIMARY KEY (stem, term)
        ) STRICT, WITHOUT ROWID;

        -- The values of facets and fields, numbered from 0 in each column.
        CREATE TABLE value (
            "column" INTEGER NOT NULL,
            number INTEGER NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY ("column", number),
            UNIQUE ("column", key)
        ) STRICT, WITHOUT ROWID;

        -- Runs of 4,096 article rows, and what each of them has in each column.
        CREATE TABLE segment (
            number INTEGER PRIMARY KEY,
            generation INTEGER NOT NULL,
            sentence_count INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE segment_column (
            "column" INTEGER NOT NULL,
            segment INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY ("column", segment)
        ) STRICT;

        -- Answers that cost more than a frame, with the generation they were made for.
        CREATE TABLE derived (
            name TEXT NOT NULL PRIMARY KEY,
            stamp TEXT NOT NULL,
            data BLOB NOT NULL
        ) STRICT;
        """

    private static let ownWork = """
        CREATE TABLE reading (
            article TEXT NOT NULL PRIMARY KEY,
            is_read INTEGER NOT NULL DEFAULT 0,
            is_marked INTEGER NOT NULL DEFAULT 0,
            note TEXT
        ) STRICT, WITHOUT ROWID;

        -- What a person decides about a finding: the machine's accepted or rejected, or one added.
        CREATE TABLE judgement (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            anchor TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('accepted', 'rejected', 'added')),
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            note TEXT,
            UNIQUE (article, kind, value, "start", "end")
        ) STRICT;

        CREATE TABLE saved_search (
            name TEXT NOT NULL PRIMARY KEY,
            query TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE bookmark (
            name TEXT NOT NULL PRIMARY KEY,
            address TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
