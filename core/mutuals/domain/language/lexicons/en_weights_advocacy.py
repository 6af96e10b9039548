"""What speaks for "advocacy" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.27
RULES = (2.38, 0.42)
SLOTS = {
    "about_us": 0.28,
    "against": -2.04,
    "asking": -1.6,
    "attackers": 2.8,
    "audience": 1.62,
    "because_us": 1.67,
    "browse": -0.47,
    "child": -0.29,
    "clock": 0.32,
    "cry": -0.43,
    "defence": 2.43,
    "fiction": 0.1,
    "frail": 0.66,
    "handle": -0.49,
    "harmless": -0.3,
    "joined": 0.83,
    "joke": -0.59,
    "link": -2.22,
    "network": 0.89,
    "night": 0.06,
    "not": -0.48,
    "now": -0.4,
    "number": -0.97,
    "person": 0.21,
    "praise": -0.89,
    "recommend": 1.52,
    "solved": 0.38,
    "span": -0.35,
    "still": -0.44,
    "strong_recommend": 2.53,
    "sum": -0.36,
    "suppose": 0.3,
    "tell": 0.2,
    "try": 1.19,
    "warm": 0.19,
    "warmth": 0.92,
}
WORDS = {
    200: "them",
    135: "ask these",
    130: "ought they'll three",
    125: "find fiver ours",
    120: "group ones",
    115: "mine now",
    110: "here him lot there wrote",
    105: "go mother set whole",
    100: "honestly list",
    95: "every they",
    90: "ten",
    85: "dithering ring they've you'll",
    80: "anybody fans five flood give man one payroll put review switch their",
    75: "converted cover heart leave take talked this",
    70: "broadband paying place price queue say they're word",
    65: "block drove gets minute nobody pots stick that's whoever",
    60: "cow decent eats hen joy lisbon lower north prescription reading search seven sorted",
    55: """
        ace anyone's asked brother carried caught commission council desk everyone's families fridge held
        impressed kept midwife name peace pin point run shifted snow village wallet who wouldn't
    """,
    50: """
        barber beat cure daily deserve entire feed firm gents gran's grandparents guard half honest lactose
        landlord lemon listen nan night nobody's scared sent socks spare teach teeth tenner tub where's
        who'll won't
    """,
    45: """
        antenatal asks at bin boots boss business claims coeliac come experience fault fixed folk fussy hand
        hands household housing hurt i've it january lads law loyalty mention minutes moaning nervous plays
        provider saying sellers sheltered sisters sleep slings sold somebody sticker town view ward we've
        whenever yellow yet you're
    """,
    40: """
        bang because carry chat comes cross deserves dog doing don't folks groomer indian insurance itself
        keep look parents patience pool question quid receptionist referred router same sister spot stop
        superb swap swear thirty tony unpaid women
    """,
    35: """
        about blue boy coat craft dads each eat fed first gates gem girls goes it's kitchen lad landed laws
        match moaners mob names never none placed plumber rep reviews scam she's six started strangers tap
        two without yours
    """,
    30: """
        basket beats bloke boxes carrier club consider eve everything expect finish form forty getting
        handed haters haven't isn't lunch nicer nine note noticed pack pass pole puppy referral removal
        roaming salted saving spread stranger subscription sure test theirs third tuesday turn wednesday
        went wonderful
    """,
    25: """
        already also become boiler's bonus both caramel cards deal defend done early eighty end even
        family's fast fully further game giving glowing guy haha if into late level listening lives long
        looking meter midnight others panic percent posted ppl rang recipe regret sat shame she skip start
        stay supermarket too took transplant twice wanted wanting wrap year
    """,
    20: """
        all alone another anywhere asking bad bills books bought card close d death door download enough
        four grandad harsh he's hosts hour houses husband ignore knees mad marketing newsletter ordering owe
        phobic proper regrets regulars round saved ship silent speak stone thank then train travel turning
        understand van vegan vet wants wearing whites woman worst writing yourselves
    """,
    15: """
        advert after alarm anxious banking believe bit broadband's christmas clearly convinced cottage dad's
        daft estate fourth get have hidden his i'll join joined meet moan office orders pie rest rubbish
        ruined seeing shaking single small solar switched tall thing try vans weekly welcome
    """,
    -15: """
        a able access ad advice area around arrived as ate bar bathroom battery bed bench better between big
        black board burger buying c called carer cars chance cheers claim colour complaining complaint
        connection cord coughing cup cut daughter degrees deleted died digital direct doesn't door's dragged
        drink dropped empty episode evening failed family far feedback feels flat floor girl given glad gold
        gym happens heard high hospital house idea im imagine info inside instead internet invited items
        ladies lady light lines loaf location login lose lounge made meal mess miles min months mug mum
        music myself needs onto opened opens option oxygen paper park parked pendant perhaps picked plan
        play premium prices problems quit re recommendation ref reminder report return rivals road rules
        sale screen second security sending seriously shoes shopping should shows signal slot smells some
        such suggestions switching ta tablets thinking thoughts turned tweet upgrade video voucher waiting
        walked warm wasn't wheelchair which worse
    """,
    -20: """
        accelerator across act actually agent alarms almost away billing broke bus bye call cant carbon
        charged cheaper closed closing coach coffee cold cool counter courier course doctor dress fall
        forgot friday friendly gas goodbye gran green has having hit ice its keeps landline log lol looks
        love may mean means middle money monoxide news nothing notice offer once opposite order packed pics
        plans pls policy promise rack rain reason reply rise row saw season seems shortcut size sizes
        someone's somewhere soon sourdough spend stock strawberries strong student sunday support system
        telling things tickets top wedding were while wish world
    """,
    -25: """
        address amazing b behind bike break button case damn deals delay discount easy else's fake fan
        finally flown flying frame fraud friends full gave guess had handle hedge her hire i'd last least
        life line literally loads logging longer machine's maybe message might mins missed more mum's my
        nan's novel number of ok page parcel part phones poor possible real red replacement reported room
        scarf shut slow smell smoke son star steer straight stuck taken that though to trip true visit walk
        watching ways what's when's y'all yesterday
    """,
    -30: """
        ago angels anyone anything being bell birthday box bread but charge colleague driver earlier ends
        ever feel finished great home joke live loves luggage machine monday moved nice out pay really right
        screens slightly someone sorry store surgery than thought under update version white work working
    """,
    -35: """
        available be been before boarding can't cash chemist dead delayed dirty emails fire following hard
        hold leaving let locked making me not own password school shop team think tomorrow u us very want
        watch water we weather
    """,
    -40: """
        changed check delivery drivers extra fly going help hi hotel in left less like morning old only
        times using wait we're weeks what yes
    """,
    -45: "any are brand came day fine fix from hope open seats see sick suggest there's tonight well with",
    -50: """
        cheap does email friend gone good luck recommend refund sign street taking tea ticket today together
        trying website works
    """,
    -55: """
        account again airport am answer bag cancelled days did followed i just next recommended seat staff
        time used way why worth
    """,
    -60: "code no prescriptions service told will",
    -65: "back could gate hours says site sitting was",
    -70: "customer happy how make makes use",
    -75: "buy everyone much or phone trust when wife",
    -80: "guys plane thanks unfair",
    -85: "dm hate please",
    -90: "different",
    -95: "food",
    -100: "is other would",
    -105: "i'm",
    -115: "customers wrong",
    -125: "can",
    -140: "flight",
    -145: "people",
    -155: "follow",
}
