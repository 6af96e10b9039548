"""What speaks for "concern" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.01
RULES = (1.96, 1.02)
SLOTS = {
    "ask_change": 1.35,
    "browse": -1.08,
    "child": -0.47,
    "clock": 0.56,
    "cry": -0.06,
    "feature": 1.29,
    "fiction": 0.28,
    "flaw": 1.02,
    "frail": 0.38,
    "handle": -0.41,
    "harmless": -0.77,
    "headsup": 0.99,
    "joke": 0.07,
    "link": -1.88,
    "mild": 1.85,
    "miss": 1.7,
    "night": -0.2,
    "not": -0.39,
    "now": -1.39,
    "number": -1.12,
    "own_case": -1.46,
    "person": -0.59,
    "praise": -1.34,
    "solved": -0.57,
    "span": -0.16,
    "still": -1.11,
    "suggest": 1.36,
    "sum": -0.49,
    "suppose": 1.13,
    "thanks_done": -1.58,
    "warm": -0.12,
    "wish": 1.3,
    "worry": 1.8,
    "would_be": 2.03,
}
WORDS = {
    125: "might",
    115: "hope",
    110: "could",
    105: "know",
    100: "a begging green thought",
    90: "eh meant mode save",
    85: "bring default stops",
    80: "folk letting wouldn't",
    75: "cup don't growing mad music's niggle noise number self those",
    70: "before but everywhere ha heavy hold it'd lists loose paper same shelf ups wakes wish",
    65: "about bedside behind bell's face five fyi lovely packs print quieter show the would",
    60: """
        calls colours english half iced odd option pile pillows pity rules sign smile sockets step think
        year's
    """,
    55: """
        buttons dog family filter home let next old only ought refill riders side stamps street table taken
        text times tiny us zip
    """,
    50: """
        bell buffet crowd digital do drinking fallen folded fries handy hedge hooks keen legroom loving
        lower more name phones recorded saying shorter sizes snack tall thinking usage wee yellow
    """,
    45: """
        astray beside bottom bowl check crossword dinner door's dr features fish for gran imagine life list
        looked may mean means mini own pipe purple roadworks shame skip sorting title toddler version
        waiting
    """,
    40: """
        aisle alarms also asking bedroom big buzzing consider counter eighty exit flat folder grand high
        hindi ice logged machine's midnight nobody's one oven pick pin pump quarter request ringing second
        see showers shut spills statement stays sun switch thumb ticket touch weekend
    """,
    35: """
        alone amount asleep biscuits button by click comfortable entrance few fewer foam gift goes haha
        heads him keyboard kids leg lemon letter library minutes mum music newcastle not opening password
        pause pockets pop preferred quiet rail recipe round rows sharing shortcut slices station stoke
        suppose thank undo wanting watch without worry
    """,
    30: """
        asks bake bend bikes bliss blue came can't chat cheque choice choose coins considered contactless
        dates day decaf drivers eyes fan flatmates fridays guess handle inside instead kit linux love makes
        moan mute notes offline packaging porch question quote regular rolls rural safer salt scared seems
        signs slot some spare speed split tick till tins trip uneasy upstairs walk warm web who's worth
        wrong zone
    """,
    25: """
        all awfully bar bench bills bins cafe caramel chair cupboard dads deliveries edge emails empty felt
        film free going hard heard hmm honest look machine magic make payroll plan playlist probably
        receipts room row sad screen session smart soon standing suggestion surely tea terminal these thumbs
        tin top trains under user way window you'd
    """,
    20: """
        ask blind bottles carrots catch closes copy deaf doesn't engineer fell flew handrail here's hidden
        ignore inches included joint large lounge mention miss mistake near noticed park parked phone place
        plastic poster pot ramp salted spa stick subtitles suit sweet ten that's thing tidier too took
        tracking voice when women
    """,
    15: """
        am an answering anyone's april back bags batteries blocked boarding boot breakfast business cameras
        clock close comes cookies dark doing edition ending fight food gives handed hoodie land less lid
        liked lots low nan navy oslo payday perhaps points price prices rack real red rid said scan sell sir
        sit sleep slightly stuff sugar taste thin things tip together two typo upside users walking we'd
        whoever
    """,
    -15: """
        able account across air already alternative always bakery bathroom bloke boots bottle branch bridge
        bun car cards case cash child city company contact contract couldn't crew dad date daughter days
        delay deleted deserve due easter emailed ended enough everything expect failed fair far fault fees
        filled finally fine first fiver flying forever from future girl give given giving glass go grab
        guest guy harsh heart heartbroken hello help hire hospital i'm idea illegal interest key keys lamp
        lane laughing launch limit link live lot luggage m match mind missed moving mutual mutuals needed
        neighbours nurses on over packed paid paying penny pilot point policy porting portion power ppl
        prefer prescription pressed quality quick reason returns road rubbish saturday saw scarf sending
        series seriously showing sick site sitting six smoke snow socks song steep subscriber such summer
        sunday system tank tent them third track traffic u understand unlock up ur using usual vet visa wall
        wasn't we'll weather wine wire work
    """,
    -20: """
        agent ago almost anywhere apart asked b battery believe block board box bread camera cancelled
        cancelling charged closing complaint connecting country crossing declined delivered delivering desk
        died dim doctor drive else ever experience feet floor friends further game gone happy having his hot
        joke just keeps landed leeds listening lol losing luck me middle missing morning much nine non
        normal note office onto ordered parcel party pass pay plans plumber received returning review ring
        river's roaming route she she's shoes shop solution spread stars status stopping suggest talk tbh
        they travel use van w ways well who wonderful worse wow yours
    """,
    -25: """
        action address alarm arrived at available bad bank between bin birthday booked bought bye cake
        charge claim cold comfy coming cracked credit delivery deposit dream dropped emergency error fire
        friday friend gonna goodbye group her here hotel into issue lads late least lost miles min nobody
        part past person photo problems queue rain really receipt reply roof school soup star stay stopped
        sure takes texts their thread tried water we're website weeks wifi works
    """,
    -30: """
        actually airport app as baby bed best both can care coffee done fly full gave guys hi locked meal
        month new people pls poor problem shot single spin stuck team they're tighten tonight true useless
        you're
    """,
    -35: """
        accept airline booking break buy changed cut didn't everyone extra fan's fix get he's i'd improved
        it's its looking other others post recommended return seats someone taking though today told trying
        week wheelchair
    """,
    -40: """
        because brakes colour customers door he leaving nothing off outside parking refund stop store
        support than turn we've went whole yes
    """,
    -45: """
        answer bill bit broken bus did email following found job kiosk laptop last needs open our sent since
        so start tell to when's
    """,
    -50: "come fits gets had huge i'll of or plane through tomorrow won't you'll",
    -55: "again card closed coat different got hours lights long notice recommend this what worst years",
    -60: "add broke call dm says there train try",
    -65: "anyone down is never right where's with",
    -70: "bag customer i've nice once should staff thanks which why",
    -75: "another driver followed we year",
    -80: "been great",
    -85: "how mine my send small update",
    -90: "no what's",
    -95: "does respect",
    -105: "good little was you",
    -110: "cot flight",
    -115: "service",
    -120: "need",
    -125: "your",
    -135: "i",
    -140: "and",
    -215: "follow",
}
