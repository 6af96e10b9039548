"""What speaks for "advocacy" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.24
RULES = (2.56, 1.27)
SLOTS = {
    "about_us": 0.12,
    "against": -2.23,
    "asking": -1.4,
    "attackers": 2.87,
    "audience": 1.8,
    "because_us": 1.5,
    "browse": -0.58,
    "child": -0.3,
    "clock": 0.36,
    "cry": -0.52,
    "defence": 2.43,
    "defence_mild": 2.28,
    "do_this": 0.74,
    "fiction": 0.07,
    "frail": 0.66,
    "handle": -0.45,
    "joined": 0.73,
    "joke": -0.67,
    "link": -2.26,
    "network": 0.99,
    "not": -0.46,
    "now": -0.49,
    "number": -1.01,
    "person": 0.23,
    "praise": -0.88,
    "recommend": 1.48,
    "solved": 0.4,
    "span": -0.32,
    "still": -0.31,
    "strong_recommend": 2.18,
    "sum": -0.34,
    "suppose": 0.29,
    "tell": 0.13,
    "try": 0.74,
    "warm": 0.46,
    "warmth": 1.03,
}
WORDS = {
    185: "them",
    135: "they'll three",
    130: "ask find these",
    125: "mine",
    120: "fiver group now ours",
    115: "their wrote",
    110: "him lot they",
    105: "here ones ought there",
    100: "go honestly list mother set whole",
    95: "give",
    90: "every place take",
    85: "ten you'll",
    80: "converted dithering fans flood payroll put ring they've this",
    75: "anybody five heart man review talked",
    70: "cover drove honest leave one that's they're",
    65: "asked broadband come commission experience gift pots queue wonderful word",
    60: """
        anyone's block carried cow eats half lisbon lower minute nobody north ppl prescription reading say
        search she's
    """,
    55: """
        alarm at caught council enough families first fridge gran's hen joy midwife pin point saved sent
        seven shifted snow teach two village wallet we've whoever wouldn't
    """,
    50: """
        ace barber beat bin boots cure daily everyone's fault feed firm grandparents held housing i've
        impressed insured january kept lactose landlord lemon long name nobody's peace plays same scared
        sheltered socks sorted spare switch teeth tenner thesis thing town tub where's who'll women
    """,
    45: """
        antenatal bang brother deserve desk doing entire finish fussy gents gets guard hair hidden household
        hurt it listen loyalty mention night paying pies price provider quid saying sister's sisters slings
        somebody stand stop swap switched view ward whenever who you're
    """,
    40: """
        asks because boss boy business card chat claims cleared coat coeliac comes decent deserves door
        drinking hand hands indian insurance itself keep kitchen look minutes moaning nan ordered paid
        patience petite pole pool question receptionist reviews router sellers sister sleep sold stick
        sticker thirty won't yellow
    """,
    35: """
        about already beats best carry costs craft cross dads dog don't everything fair folk gates gem
        groomer handed isn't lad landed law laws names nervous nicer rent rep roaming rude ruined run scam
        skin start strangers subscription tap tony unpaid without yet
    """,
    30: """
        ads also anywhere basket blame bloke blue cards carrier club consider cut deal defend donate eat eve
        even expect family's fed fixed form getting glowing haters it's lads late meter midnight moaners mob
        never noticed pass percent placed plumber referral referred regret shame six spread started stranger
        superb sure swear theirs tuesday wednesday year yours
    """,
    25: """
        after all become boiler's bonus both caramel christmas each eighty end folks forty get grandad guy
        haha kinder looking lunch mad match moan mum nine note office ordering panic perfect posted puppy
        rang recipe recommending salted sat saving single stars supermarket test till too turning twice
        wanted wanting went wrap writing
    """,
    20: """
        always asking bought boxes broadband's d dad's death done driver's fab flew fully further game girls
        giving haven't hosts houses job kids level lives newsletter orders others owe pack phobic regulars
        removal rest round rubbish rye signed silent skip speak stone then through train transplant
        understand van vans vet wearing welcome whites writers zero
    """,
    15: """
        advert an bad banking believe books box clearly close convinced cottage daft download estate four
        fourth harsh have he's hour husband hype ignore into joined knees life many marketing mates none pie
        proper regrets seeing ship solar sound stay story thank third took underrated vegan weekly worst
    """,
    -15: """
        a able accept access ad ambulance area around arrived as ate bathroom battery bed between big bill
        black board bun burger c cake called carer cars chance charged cheers choice claim class closing
        coach colour competitor complaint cord credit cup dad daughter died digital direct disabled drink
        drive dropped earlier empty enjoy evening ever ex family far fell floor foot girl given gold happens
        hear heard heater hello helpful hey high hospital house idea im imagine info inside instead its
        keeping kettle kind light linux location lounge love loved made mate meal mess middle min months
        moving nan's number nurse off onto opened option packed packs park parked penny plan plans platform
        policy power pregnant premium problems quit rack re real recommend recommendation recommended ref
        refer return returned rise rival rivals road rules running sale screen second sending setting share
        shopping side slot smells so something status strong ta tablets telling thinking thoughts treats
        tweet video voucher waiting walked warm warned weather wheelchair worse write
    """,
    -20: """
        accelerator across actually address advice agent almost away bar better bike booking bus buying bye
        call cant clearer closed cold connection cool counter courier damn days deleted doctor door's dress
        episode failed fall feedback feels flat gas goodbye gran great guess gym handle has hedge hire hit
        internet invited it'd items join keeps ladies last liked link literally loaf lobby lol looks lose
        may mean might miles mug music my myself new offer ok once order paper passenger pendant play pls
        possible rain reason replacement report season security seems seriously shoes shortcut shows shut
        signal size smell some someone's somewhere soon spend still stock straight sunday switching system
        though tickets to trip true trying upgrade wedding wish yesterday you've
    """,
    -25: """
        act ago alarms b been behind button carbon change charge chemist discount doesn't else's fake
        finally flying frame friday friendly from gave green having hold i'd ice landline line log maybe
        means message mins missed monoxide news nothing out parcel part phones pics poor red reply reported
        room row saw slow smoke son sourdough staff star steer strawberries student suggestions surgery
        taken that things ur visit watching what's when's which work world
    """,
    -30: """
        amazing are billing birthday break brilliant case cheaper coffee course delay did driver easy fan
        fees flown forgot fraud full home joke loads logging longer luggage machine's more notice of perhaps
        scarf screens slightly store support thought under update using version wait ways while with working
    """,
    -35: """
        angels anything available bell boarding bread brownie but colleague dead delayed ends feel following
        friends least left let like live locked loves machine making moved nice novel open own page password
        pay right sorry times tomorrow walk water week white
    """,
    -40: """
        be before broke buy cash deals delivery dirty extra finished fire had hard help hi leaving mum's not
        only school shop than there's very want website were
    """,
    -45: """
        any came changed emails fine hotel in less me morning people seats sick suggest team think us watch
        we're weeks well works yes
    """,
    -50: "account back check drivers email fix hope just monday money next no old sign someone ticket tonight",
    -55: """
        airport anyone bag brand code day does fly followed gone luck prescriptions really refund seat see
        taking together u used way what
    """,
    -60: "again am cheap i today why worth",
    -65: "answer cancelled going service site was will",
    -70: "could gate good makes says sitting time told when",
    -75: "friend hours much phone street tea trust unfair wife",
    -80: "customer dm happy make or please",
    -85: "different everyone how plane",
    -90: "hate other thanks use",
    -110: "food i'm would",
    -115: "is",
    -125: "customers",
    -130: "can wrong",
    -145: "flight",
    -150: "follow",
}
