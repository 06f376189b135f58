/// How common English words are in the news at large: for an archive too small to say.
enum CommonWords {
    /// The part of all news articles that hold a word of the stem with this hash.
    static func share(ofStem stem: UInt64) -> Double { shares[stem] ?? rare }

    /// What holds of a word of no band, a little below the last one's share.
    private static let rare = 0.02

    private static let shares: [UInt64: Double] = {
        var shares: [UInt64: Double] = [:]
        for (share, words) in bands {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                let stem = WordStem.stem(of: Array(word.utf8)).hash
                if shares[stem] == nil { shares[stem] = share }
            }
        }
        return shares
    }()

    /// Words of which at least one form stands in about so many of a few thousand news articles in
    /// English of the years 2012 to 2020. Function words are no features and are left out.
    private static let bands: [(share: Double, words: String)] = [
        (
            0.4,
            """
            administration another back believe bill called campaign case change clear
            close come continue country day director don effort election end federal
            first following former general get going good government group help high
            including issue know last law leader like long look made majority make
            meeting members months move national need never new office officials part
            party people person point policy political president press public put
            question really report right saying security see show sign speaking state
            support take talk things think time tweeted vote want way week whether
            work year
            """
        ),
        (
            0.25,
            """
            accused action actually added adviser agreement allegations allow already
            among announced appeared argued around asked attack attempt attorney away
            become better big came candidate care certain charges chief claims
            comments concerns congressional conservative contributed counsel court
            create critics current deal decision described didn doesn doing done
            earlier early enough every expected face fact failed family far fight find
            force foreign found funding give given great happen hard hearing himself
            history hold hours immigration increase information instead interest
            interview investigation involved job judge keep later lawmakers least
            leave left legal let line little lot making matter means media million
            morning nearly next night number offered old open order pass past percent
            place plan play policies position possible power presidential process
            program protect provide push raised read reason recent related released
            remain secretary seems served set several side something special stand
            start story strong suggested term three today took top trying turn use
            used view win won world wrote
            """
        ),
        (
            0.16,
            """
            able account across agenda ago ahead aides almost along always anti anyone
            anything approval authority bad based behind best blame border break bring
            build business cannot cause chairman challenge chance children coming
            community conference confirmed considered control counter countries course
            crime criminal criticized cut debate decades decided deep defend defense
            demand denied despite details development different discussed district
            economic effect either email enforcement event evidence example executive
            explain expressed families fear feel final fire five forward four friends
            full further future getting got hand having head health held home hope
            idea illegal immediately immigrants impeachment important individual
            intelligence investigating isn joined key killed kind known large late
            lawyer leadership led legislation less level liberal life limited list
            live local man massive measure message military moment money name nominee
            nothing often opportunity opposed organization outside particularly pay
            potential presidency pressure problem promised proposal quickly race
            rather reach record reform refused repeatedly represent required responded
            response result return review role rule run running school seat second
            seeking seen senior service share short similar simply small social soon
            sources specific speech spending staff stay step stop sure system taken
            taking target tax team thought threat threatened together total toward
            tried try victory voters wall war warned watch went whose women words
            write young
            """
        ),
        (
            0.1,
            """
            ability abuse accept access achieve acknowledged activists activities
            adding additional address advance advocates affairs age agency agents
            allies amid amount answer apparently appointed approach areas aren article
            ask assault attended attention avoid ban bank base battle became began
            begin behavior benefits beyond biggest bipartisan black blasted block book
            brief broader brought budget cast chamber check choice citizens city civil
            class colleagues collusion committed common companies company complete
            compromise condemned conduct consider contact conversation cost cover
            coverage crisis criticism damage dangerous death declared declined defeat
            deputy determine difficult documents dollars door doubt dozen drive due
            economy else endorsed engaged ensure enter entire era especially
            establishment evening everyone everything exactly exchange existing expand
            experience experts facing fair fall false favor fellow figure financial
            fired firing firm floor focus focused free front fully gain gave giving
            goal goes granted ground growing gun guy half handling heard historic hit
            honor host human hurt impact independent indicated influence initial
            inside insisted interference international investment itself knew lack
            latest launched learned legislative letter light lose lost love low lower
            main market meanwhile memo men mention met middle midterm mind minutes
            mission moderate multiple nature negotiations nomination non note noted
            nuclear opinion opponents opposition original paid parents path perhaps
            phone photo pick piece planned politicians polls possibility powerful
            practice praised prepared present prevent previous previously price
            primary prior private pro probably probe professor prosecutors protest
            prove published pulled questioned quite rally ranking rate reaction
            received red referring regarding rejected relationship remarks remove
            repeal replace request resigned respect rest retired risk room saw
            scheduled secret send sense sent separate series serious seven sexual
            shift shot significant single situation six solution someone son sought
            spent spoke spokesman standard status stories strategy strike subject
            supposed surprise taxes television telling test testimony thanks
            themselves third thousands ties tough trade travel treatment trial true
            truth ultimately understand updated using values veterans video violence
            visit voice voted wait walk wasn wave weapons weekend whole widely willing
            winning woman worth wouldn written wrong yes
            """
        ),
    ]
}
