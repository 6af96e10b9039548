"""What speaks for "concern" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.03
RULES = (1.92, 0.90)
SLOTS = {
    "ask_change": 1.42,
    "browse": -0.94,
    "child": -0.45,
    "clock": 0.73,
    "cry": -0.08,
    "feature": 1.34,
    "fiction": 0.16,
    "flaw": 1.01,
    "frail": 0.42,
    "handle": -0.31,
    "harmless": -0.54,
    "headsup": 0.99,
    "joke": 0.07,
    "link": -1.89,
    "mild": 1.88,
    "miss": 1.71,
    "night": -0.25,
    "not": -0.39,
    "now": -1.4,
    "number": -1.12,
    "own_case": -1.52,
    "person": -0.63,
    "praise": -1.31,
    "solved": -0.58,
    "span": -0.16,
    "still": -1.13,
    "suggest": 1.42,
    "sum": -0.48,
    "suppose": 1.1,
    "thanks_done": -1.53,
    "warm": -0.2,
    "wish": 1.31,
    "worry": 1.85,
    "would_be": 2.26,
}
WORDS = {
    120: "might",
    115: "hope",
    110: "thought",
    105: "green",
    100: "begging could know wish",
    95: "a",
    90: "eh meant mode stops",
    85: "bring default save",
    80: "folk it'd music's packs",
    75: "about cup edit growing letting lists niggle noise number opening self those wouldn't",
    70: "before don't everywhere fyi ha heavy loose mad paper same shelf ups wakes",
    65: "bedside behind bell's but face family hold lovely old show",
    60: """
        calls clearer dog english iced odd only option ought pile print quieter sign smile sockets step the
        think would year's
    """,
    55: """
        benches buttons considered filter five half home let pillows pity refill rules side stamps street
        suggestion table taken zip
    """,
    50: """
        bell bins bowl buffet colours crowd digital dinner do folded fries hedge hooks keen loaf looked
        loving lower mini more name next phones recorded riders rye saying see shorter snack text thinking
        times tiny toddler us usage wee yellow
    """,
    45: """
        also astray beside button check crossplay crossword door's dr drinking exit fallen features fish
        gran handy imagine legroom longer may mean means midnight not petite pipe sorting tall title version
        waiting
    """,
    40: """
        aisle alarms asking bedroom bills bottom buzzing consider counter eighty folder for high him hindi
        ice list logged nobody's one opened oven own park pick pump purple quarter request roadworks second
        shame shut spills statement stays sun thumb ticket touch
    """,
    35: """
        alone amount asleep bend biscuits by cars chance choice click drivers engineers entrance few fewer
        flat foam folders grand haha heads jeans keyboard kids lemon machine's miss mum music newcastle
        online password pin pockets pop porch preferred quiet rail recipe restaurant ringing round sharing
        shortcut showers signs skip slices station stoke suppose switch till wanting warm web weekend
        without worry
    """,
    30: """
        asks bake big bikes bliss can't chair chat cheque choose coins comfortable contactless dates day
        decaf earlier fridays gift goes guess handle heard inside kit leg letter library makes moan mute
        nearby notes offline packaging pause probably question quote rolls rows rural safer salt scared slot
        some split tariff thank thumbs tick tins trip under undo uneasy upstairs used walk watch worth wrong
        zone
    """,
    25: """
        awfully bar bench blue cafe came caramel carriage concerned cupboard each edge electric eyes fan
        felt film flatmates flew free going hard hmm honest instead life love machine magic make mention
        minutes noticed payroll phone plan playlist receipts regular room row sad salted screen seems
        session sizes sleeves smaller smart songs spare speed surely tea terminal thing tidier tin trains
        way who's window you'd
    """,
    20: """
        all ask blind bottles branches carrots catch closes copy dads dark data deaf deliveries doesn't
        empty fell handrail inches joint large linux lounge many mistake near ones parked poster pot real
        soon spa standing stick subtitles suit sweet ten that's these together top tracking typo user voice
        will women
    """,
    15: """
        am an answering anyone's batteries blocked boarding boot breakfast cameras clock comes doing edition
        ending engineer feedback fight gives handed hear here's hidden hoodie ignore included land later lid
        liked lots low nan oat oslo payday perhaps place plastic points prices rack ramp red rid said scan
        sir sit slightly squeaks stuff sugar taste telling thin things tip too took upside walking we'd when
        whoever
    """,
    -15: """
        able account air already alternative answered bathroom bloke boots bottle branch bridge bun car cash
        centre checkout city confirm contact contract couldn't court crew dad date daughter days delayed
        delete deleted deserve desk donate drive due easter else ended expect failed fair fees fine fiver
        fixed flying forever from further future girl given giving grab guy gym harsh heart hire hospital
        illegal interest keep keys lamp lane laughing launch limit link luggage match mind missed monthly
        moved mutual mutuals needed neighbours note nurses on paid pass penny pilot playing point policy
        portion power ppl prefer prescription pressed pulled quality quick range reason replacement returns
        road roaming s saturday saw scarf series seriously showing sick silence site sitting six smoke snow
        socks song status steep subscriber such sunday system tank tent them third traffic u understand ur
        using usual visa wall wasn't ways wine working
    """,
    -20: """
        agent ago almost always anywhere apart asked b battery believe block board camera cancel cards case
        charged company connecting country crossing declined delivered delivering died dim doctor dropped
        emailed enough even everything experience far fault feet filled finally first floor game give glass
        guest happy having hello help her his hot hours idea joke just keeps landed listening lol losing lot
        luck m middle missing morning moving much nobody non normal office onto ordered over parcel party
        pay paying plumber really receipt received returning review ring river's route seats she she's shoes
        solution spread star stopping summer talk tbh travel unlock up van vet w we'll weather well who wire
        wonderful work worse wow yours
    """,
    -25: """
        action address alarm arrived bad bank bed bin birthday booked both bread cake cancelled cancelling
        charge claim coming complaint cracked credit delay deposit dream emergency error fire friday friend
        friends gave gone gonna group hotel into issue lads least lost miles min nine part past person photo
        plans queue rain roof school soup stars stay stopped sure takes thread tried true use water weeks
        wifi works
    """,
    -30: """
        actually airport app as at available baby between bought bye can cold comfy delivery done ever fly
        full goodbye guys here hi it's late me meal poor problem problems quit season shot spin suggest team
        they're tighten useless we're website
    """,
    -35: """
        accept best bit box break buy care changed coffee cut didn't extra fan's get he's improved its
        locked looking month others people pls post recommended reply return single someone stuck taking
        they though today tonight trying wheelchair
    """,
    -40: """
        airline because brakes colour customers door fix he i'd kiosk new nothing of other outside sending
        so start store support told turn we've week went whole you're
    """,
    -45: """
        bill broken bus did email found job laptop last leaving off open our parking refund sent since tell
        texts than their yes
    """,
    -50: "add following gets huge i'll lights or plane through to tomorrow why won't you'll",
    -55: "answer closed come different fits got great had needs notice says stop this worst years",
    -60: "again broke call card coat nice there try we",
    -65: "anyone down everyone is never recommend right train what when's with",
    -70: "customer dm driver i've once staff where's",
    -75: "bag followed thanks which year",
    -80: "been should",
    -85: "another how long mine small",
    -90: "good send update what's",
    -95: "does my no you",
    -100: "was",
    -105: "little respect",
    -110: "need",
    -115: "cot flight",
    -125: "service your",
    -140: "and",
    -145: "i",
    -220: "follow",
}
