extension WordClass {
    /// The words of each class, small letters, parted by blanks.
    static let members: [(WordClass, String)] = [
        (.quantityWord, NumberWords.beginnings),
        (.dateWord, DateWords().listed.joined(separator: " ")),
        (.versionWord, DraftFinder.firstWords + " " + DraftFinder.latestWords),
        (
            .preposition,
            """
            in at on to from into near toward towards of for with by about against after before
            between among within across around over under through during since until via without
            outside inside beyond behind amid despite onto upon per versus besides alongside
            """
        ),
        (
            .determiner,
            """
            the a an this that these those its his her their our my your some any no every each
            both all several many few another such
            """
        ),
        (.conjunction, "and or but nor as that which if when while because although whether than"),
        (.pronoun, "he she they it who we i you him her them us me himself herself themselves"),
        (
            .auxiliary,
            """
            is are was were be been being has have had having will would shall should can could may
            might must do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't
            can't cannot couldn't doesn't don't didn't shouldn't
            """
        ),
        (
            .negation,
            """
            not no never nor neither none nobody nothing isn't aren't wasn't weren't hasn't haven't
            hadn't won't wouldn't can't cannot couldn't doesn't don't didn't shouldn't without
            """
        ),
        (.weekday, "monday tuesday wednesday thursday friday saturday sunday"),
        (
            .month,
            """
            january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec
            """
        ),
        (
            .numberWord,
            """
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
            ninety hundred thousand million billion trillion dozen first second third fourth fifth
            sixth seventh eighth ninth tenth half quarter
            """
        ),
        (.reportingVerb, Verbs.forms(of: Verbs.reporting)),
        (.motionVerb, Verbs.forms(of: Verbs.motion)),
        (.actionVerb, Verbs.forms(of: Verbs.action)),
        (
            .title,
            """
            president premier chancellor minister secretary envoy ambassador spokesman spokeswoman
            spokesperson aide adviser advisor leader chief head director chairman chairwoman chair
            speaker senator congressman congresswoman representative governor mayor general colonel
            major captain admiral lieutenant marshal king queen prince princess sheikh emir sultan
            pope cardinal archbishop bishop patriarch ayatollah imam rabbi justice judge attorney
            prosecutor professor analyst expert commander commissioner delegate negotiator lawmaker
            deputy diplomat official economist historian journalist columnist correspondent editor
            author activist businessman businesswoman billionaire tycoon banker lawyer doctor
            scientist researcher fellow founder owner executive strongman counterpart mp mep ceo
            mr mrs ms dr sir dame lord lady rep sen gen col lt maj capt adm gov prof amb sgt
            president-elect administrator strategist sheriff pastor counsel superintendent
            reverend rev coach inspector treasurer comptroller translator interpreter son-in-law politician statesman veteran pilot
            """
        ),
        (
            .titlePart,
            """
            prime foreign vice deputy former ex acting interim special presidential national
            security defense defence state interior finance economic economy trade justice energy
            health army navy air military policy press chief senior top first permanent
            parliamentary majority minority opposition house senate general assistant under
            intelligence council affairs treasury war supreme federal regional cabinet staff
            executive managing investment diplomatic political government honorary incoming outgoing
            pro tem then late veteran lead main key longtime close personal right-hand
            """
        ),
        (
            .demonym,
            """
            american ukrainian russian british french german polish italian spanish portuguese
            belgian dutch danish swedish norwegian finnish estonian latvian lithuanian hungarian
            czech slovak slovenian croatian serbian bosnian montenegrin albanian macedonian greek
            bulgarian romanian moldovan belarusian turkish georgian armenian azerbaijani azeri
            kazakh uzbek kyrgyz tajik turkmen chinese japanese korean taiwanese mongolian indian
            pakistani bangladeshi afghan iranian iraqi syrian lebanese israeli palestinian jordanian
            saudi emirati qatari kuwaiti bahraini omani yemeni egyptian libyan tunisian algerian
            moroccan sudanese ethiopian eritrean somali kenyan ugandan rwandan congolese nigerian
            ghanaian senegalese malian south-african zimbabwean angolan mozambican canadian mexican
            cuban haitian venezuelan colombian ecuadorian peruvian bolivian chilean argentine
            argentinian uruguayan paraguayan brazilian guatemalan honduran salvadoran nicaraguan
            panamanian australian indonesian malaysian singaporean thai vietnamese cambodian laotian
            burmese filipino philippine nepalese nepali swiss austrian irish scottish welsh english
            icelandic cypriot maltese european western african asian arab kurdish houthi soviet
            chechen crimean cuban
            """
        ),
        (
            .bodyWord,
            """
            ministry department agency committee commission council parliament congress senate
            assembly court tribunal bank fund organization organisation union alliance association
            federation consortium company corporation group institute institution university center
            centre foundation endowment party movement front army navy command bureau office
            service directorate authority administration embassy mission delegation church
            patriarchate society league forum academy college chamber cabinet board guard brigade
            corps regiment battalion police caucus coalition fleet trust campaign secretariat inc corp ltd llc plc gmbh
            """
        ),
        (
            .outletWord,
            """
            times post news herald tribune gazette journal daily weekly telegraph guardian
            observer chronicle television tv radio press media broadcasting newspaper magazine
            today mail standard express mirror globe examiner dispatch review pravda novosti
            zeitung figaro monde presse
            """
        ),
        (.givenName, GivenNames.list),
        (.verbStem, Verbs.stems(of: Verbs.reporting + " " + Verbs.motion + " " + Verbs.action)),
        (
            .groupNoun,
            """
            officials negotiators leaders forces troops partners allies delegation delegations
            diplomats lawmakers ministers authorities soldiers envoys representatives delegates
            countries nations governments capitals commanders generals politicians parliamentarians senators lawyers investigators prosecutors
            """
        ),
        (
            .planWord,
            """
            plan plans proposal proposals framework blueprint roadmap envoy deal settlement peace
            strategy policy initiative process scheme talks negotiations summit resolution position
            agreement issue meeting debate statement report discussion discussions focus war
            conference draft document documents treaty accord war conflict crisis situation
            """
        ),
        (
            .seatWord,
            """
            house palace street hill kremlin pentagon capitol elysee élysée matignon bankova
            zhongnanhai kantei moncloa quirinal chigi binnenhof planalto
            """
        ),
        (
            .placePreposition,
            """
            in inside within across throughout around near outside through at via beyond
            """
        ),
        (
            .motionNoun,
            """
            visit visits trip trips travel return arrival flight flights journey tour mission way
            flew envoy shipments tours
            """
        ),
        (
            .adverb,
            """
            also still already now then again even only never not ever just soon later instead
            meanwhile thus therefore however long since once always often rather too today yesterday
            tomorrow tonight here there
            """
        ),
        (
            .takesObject,
            """
            bring brings bringing brought reward rewards promise promises promised promising hand
            hands handed owe owes owed cause causes caused causing teach show shows showed
            give gives gave given giving make makes made making let lets letting see sees seeing
            help helps helped helping force forces forced forcing require requires required
            requiring allow allows allowed allowing offer offers offered offering grant grants
            granted granting ask asks asked asking tell tells told telling cost costs costing deny
            denies denied denying want wants wanted warn warns warned warning urge urges urged
            urging keep keeps keeping get gets getting pressure pressures pressured pressuring
            prevent prevents prevented preventing press presses pressed pressing push pushes pushed
            pushing accuse accuses accused accusing blame blames blamed blaming satisfy satisfies
            satisfied satisfying call calls called calling criticize criticizes criticized
            criticizing support supports supported supporting back backs backed backing arm arms
            armed arming aid aids aided aiding rebuild rebuilds rebuilding defend defends defended
            defending attack attacks attacked attacking invade invades invaded invading isolate
            isolates isolated isolating join joins joined joining meet met convince convinces
            convinced persuade persuades persuaded protect protects protected protecting recognize
            recognizes recognized recognise recognised reward rewards rewarding deter deters
            deterring threaten threatens threatened threatening commit commits ban bans banned
            """
        ),
        (
            .notPersonal,
            """
            world peace national international north south east west northern southern eastern
            western central united new great black white red blue sea ocean river lake bay mount
            mountain island islands city state states street avenue square house palace forum accord
            accords treaty agreement plan war prize award day week month year summit conference
            air force one two ii iii middle far near holy saint st super league cup olympic games
            act bill law resolution protocol pact charter club hotel resort airport port base camp
            station plant bridge road route line zone region district province county valley coast
            gulf strait canal desert union republic kingdom empire democratic people's god christmas
            easter ramadan the a an in on at of for and but or if when while as so now then there
            here this that these those it he she they we i you his her its their our my your who
            what where why how not no yes all some many most more few both each every any other
            another after before since until during amid despite although though because however
            meanwhile moreover therefore thus still also even only just once earlier later today
            yesterday tomorrow tonight according speaking asked under over with without from to by
            among between last next first second third former president secretary minister
            european american russian ukrainian british french german january february march april
            may june july august september october november december monday tuesday wednesday
            thursday friday saturday sunday times post news herald tribune journal daily television
            tv radio media press green gold silver nobel garden republican democrat republicans
            democrats democratic conservative liberal labour act church school stadium theater theatre
            technology technologies capital partners holdings division roundtable chiefs staff team
            teams program programs programme project projects syndicate owners homeland security
            civil rights parenthood joint disaster declaration expedition list lists memo memos
            library racing motorsports show piece deficit sanctuary board fans players airlines
            motors systems solutions industries brothers foods stores square tower building
            hills hook beach springs falls heights creek grove park mouse qaeda
            administration act clause amendment doctrine syndrome effect hurricane
            """
        ),
    ]
}
