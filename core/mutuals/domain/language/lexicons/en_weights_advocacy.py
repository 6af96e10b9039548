"""What speaks for "advocacy" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.28
RULES = (2.62, 0.76)
SLOTS = {
    "about_us": 0.16,
    "against": -2.25,
    "asking": -1.37,
    "attackers": 2.83,
    "audience": 1.6,
    "because_us": 1.54,
    "browse": -0.5,
    "child": -0.28,
    "clock": 0.37,
    "cry": -0.49,
    "defence": 2.55,
    "do_this": 0.8,
    "frail": 0.72,
    "handle": -0.45,
    "joined": 0.72,
    "joke": -0.66,
    "link": -2.24,
    "network": 0.94,
    "night": 0.05,
    "not": -0.47,
    "now": -0.48,
    "number": -1.02,
    "person": 0.18,
    "praise": -0.86,
    "recommend": 1.51,
    "solved": 0.39,
    "span": -0.33,
    "still": -0.44,
    "strong_recommend": 2.27,
    "sum": -0.38,
    "suppose": 0.32,
    "tell": 0.15,
    "try": 0.75,
    "warm": 0.39,
    "warmth": 1.05,
}
WORDS = {
    190: "them",
    140: "three",
    135: "ask they'll",
    130: "these",
    125: "find fiver mine",
    120: "group now their",
    115: "ours",
    110: "here him lot ones there they wrote",
    105: "go ought whole",
    100: "list mother set",
    95: "every give honestly take",
    90: "place",
    85: "dithering payroll put ring ten they've you'll",
    80: "anybody converted fans flood this",
    75: "five heart honest man review talked",
    70: "cover drove one they're word",
    65: "block commission pots queue reading say she's that's whoever",
    60: """
        asked broadband carried eats half hen joy leave lisbon lower minute nobody north prescription search
        sent snow village
    """,
    55: """
        alarm anyone's at caught come council cow everyone's families feed first fridge i've insured midwife
        nobody's peace pin saved seven shifted teach two wallet wouldn't
    """,
    50: """
        ace barber beat cure daily desk enough firm gran's grandparents held hidden impressed january kept
        lactose landlord lemon name point scared socks sorted spare switch teeth tenner thesis thing town
        tub we've who who'll
    """,
    45: """
        antenatal asks bang bin boots boss brother decent deserve doing entire experience fault folk fussy
        gents gets guard household housing hurt indian it kitchen listen long loyalty mention moaning night
        paid paying petite pies plays provider run same saying sheltered sister's sisters sleep slings
        somebody stop swap switched view ward whenever where's won't
    """,
    40: """
        because best business chat claims cleared coat coeliac comes deserves dog don't drinking everything
        hand hands insurance itself lads law look minutes nan ordered patience pool price question quid
        receptionist reviews router sellers sister sold stick sticker thirty unpaid women yellow yet you're
    """,
    35: """
        about boy carry costs craft cross dads eat eve even folks gates gem groomer hair keep lad landed
        laws moaners names nervous never placed pole ppl rent rep roaming rude scam six skin strangers sure
        tap theirs without wonderful
    """,
    30: """
        after already also basket beats blame bloke blue boiler's cards carrier club consider deal door
        expect fair family's fed finish fixed form glowing handed haters haven't isn't it's late looking
        match meter midnight mob nicer note noticed office pack pass perfect plumber puppy recommending
        referral referred regret removal salted shame spread started stranger subscription superb swear tony
        tuesday twice wednesday went
    """,
    25: """
        all anywhere bad become bonus both caramel cut defend donate done each eighty end forty fully game
        get getting giving grandad guy hosts kids level lunch mad nine ordering panic percent posted rang
        recipe regulars sat saving signed stars start supermarket test transplant turning wanted wanting
        wrap writing year yours
    """,
    20: """
        asking books bought boxes broadband's card christmas d dad's death four further girls haha have he's
        houses if job lives mates moan mum newsletter orders others owe phobic regrets rest ruined rye
        silent skip sound speak stone then too took train understand van vans vegan vet wearing welcome
        whites worst writers
    """,
    15: """
        advert alone an banking believe bit care clearly close convinced cottage daft download estate fourth
        harsh husband hype ignore into joined knees life many marketing meet month needs none pie proper
        round rubbish seeing shaking ship sizes solar stand stay students thank third underrated weekly
        woman yourselves zero
    """,
    -15: """
        a able access act ad advice ambulance area around arrived as ate away bags bathroom battery bed
        between bill black board burger c called cant carer cars chance charged cheers choice claim closing
        coach colour competitor complaint considering cook coughing cup dad deleted died digital direct
        disappointed door's dragged drink drive dropped empty evening ever ex failed far fell floor foot
        friend's friends gift girl given gold gonna happens heard heater hello helpful high hospital house
        idea im imagine info inside instead invited keeping kettle ladies lady light lines lobby location
        lose lounge loved made meal mess miles min months myself nan's new number nurse nuts off onto opened
        option order over packed paper park parked passenger penny picked plan platform play policy pregnant
        premium prices problems quit re recommended ref refer reminder return returned rise rivals road
        rules sale screen second setting shopping should shows side slot smells so some such suggestions
        summer switching ta tablets telling thinking thoughts top tweet ur video voucher walked warm warned
        weather wheelchair wine worse write
    """,
    -20: """
        across actually address agent alarms almost amazing bar big booked booking bus buying bye call
        carbon change clearer closed cold connection cool counter courier damn daughter days doctor doesn't
        dress episode fake fall feedback feels flat friday friendly gas goodbye great guess gym handle has
        hire hit internet it'd items its join keeps kinder last liked link loaf log lol looks love may mean
        middle might monoxide mug music my nothing offer once pendant perhaps plans pls poor possible
        promise rack rain real reason recommend recommendation replacement reply report row season security
        seems sending seriously shoes shortcut signal size someone's somewhere soon spend stock strong
        sunday system things though tickets trip true trying upgrade wedding which wish world you've
    """,
    -25: """
        accelerator ago b behind better bike button coffee course discount else's fees finally flown flying
        forgot frame gave gran green having hedge i'd ice landline line literally loads machine's maybe
        means message mins missed mum's news of ok opposite page parcel part phones pics reported room saw
        shut slow smell smoke son sourdough star steer straight strawberries student taken that to watching
        when's while y'all yesterday
    """,
    -30: """
        bell billing birthday break brilliant case charge dead deals delay delayed did driver earlier easy
        ends fan fraud hold home joke least live logging longer luggage more notice red right rival scarf
        screens slightly store stuck support thought under update using version ways what's with working
    """,
    -35: """
        angels anything available boarding bread brownie but chemist colleague feel following from full hard
        help left let like locked loves machine making moved novel out own password pay sorry surgery than
        tomorrow visit walk week white work
    """,
    -40: """
        anyone are been broke cash changed cheaper check delivery emails extra finished fire had hi hotel
        leaving nice not only open school shop staff there's think times us very wait want water we're
        website were works
    """,
    -45: """
        any back be before buy came dirty drivers fine in less me monday morning someone suggest team
        together u watch weeks well yes
    """,
    -50: "account brand day email fix gone hope just money old really seats sick sign taking ticket tonight",
    -55: "airport bag cheap fly followed luck next no refund seat see used",
    -60: "again am code everyone going guys i today told way what why will worth",
    -65: "answer cancelled does hours prescriptions service site street",
    -70: "could friend gate makes phone says sitting tea trust was when",
    -75: "customer good happy make much or please time unfair wife",
    -80: "dm how",
    -85: "different hate plane",
    -90: "thanks use",
    -100: "other",
    -110: "food i'm would",
    -115: "is",
    -120: "customers",
    -125: "wrong",
    -130: "can",
    -145: "flight",
    -160: "follow people",
}
