"""What speaks for "churn" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -0.82
RULES = (2.91, -0.08)
SLOTS = {
    "again": 0.36,
    "alternative": 0.95,
    "buy_verb": -0.14,
    "bye": 1.6,
    "child": -0.48,
    "clock": -0.6,
    "cry": -1.62,
    "done": 1.2,
    "elsewhere": 1.18,
    "fiction": 0.37,
    "frail": -0.65,
    "go_verb": 0.77,
    "going_soon": 0.53,
    "handle": -0.51,
    "harmless": 0.07,
    "joke": -0.75,
    "last_time": 1.07,
    "link": -2.06,
    "lose": 2.28,
    "loyalty_past": 0.91,
    "my": 0.3,
    "never": 0.09,
    "night": -0.77,
    "now": 0.44,
    "number": -0.76,
    "person": -0.33,
    "praise": -1.02,
    "quit_verb": 0.9,
    "self": 0.93,
    "solved": -0.17,
    "span": -0.26,
    "stay_ours": -2.43,
    "still": -1.31,
    "strong_quit": 0.36,
    "sum": 0.06,
    "switch_to": 0.23,
    "thing_only": -1.31,
    "tie": 0.59,
    "warm": -0.98,
    "way_out": 2.51,
}
WORDS = {
    135: "goes other",
    130: "kitchen",
    120: "paying price ship ta",
    115: "write",
    105: "deleted standing",
    100: "expires thirty",
    95: "charity else's march struck",
    90: "button longer moved staying",
    85: "cancelling drive next",
    80: "as bank count exported foot monday removed run shan't we've",
    75: "decided drawer enough market month past proper renewal sooner surgery three",
    70: "enjoy fee guess keeping mind name none now rid we'll weekend",
    65: "future giving meter notice nursery somebody stay you'll",
    60: "binned care change competitor contract finished needing op penny round shopping speak tastes tempted",
    55: """
        be bot direct downloaded fed friday from i'll man moped notes operator plain rival's seconds shops
        soap software tbh thing
    """,
    50: """
        ads already anyway boxes chemist cold exporting feeding forty gone grass half hanging happily
        instead invoice joined moving nightmare opens pen pharmacy pressed quitting simple stamps started
        supplier surrendering taking
    """,
    45: """
        bonnet car changed chat cheaper co craft door's eleven ends false family fifty firm fix hand
        hospital i've keep key library logo mate's network patch pet quote script's shifted someone sports
        stays stopping supermarket teenage tenner toast took train veg within
    """,
    40: """
        across beach bloke changing choice course date days delete felt finale finger frozen gave guests i'd
        kiosk labels land landed late live myself norvan number orders oven picked provider sacked savings
        silence six sixty stick takes talk tasty tender then thumbs tracks traded van vans want waste
        watched you're
    """,
    35: """
        asked august bay bin board brands bridge budget chase dear debit decision end feet heartbroken hired
        interest invited isn't june knows last laughed loyalty membership not paid part payments photos
        pulling shot sisters sleep so society solution terminate text there's thumb trial uninstalled
        waiting walk wife's written year zero
    """,
    30: """
        bins boiler boss cab chance chances company courier crashes credit data dry espresso every family's
        fan farm flown free gets gift glad green group keys lockers machine neighbours own pac packs panel
        payroll pension plug point press slot subscriber ten this told twenty uni vouchers wages wall watch
        wife woman won't yours
    """,
    25: """
        again ages ago biscuit building charged consider cord customer cutting easter face ferry head it's
        jumping kindly lad mortgage once paper regular returning shop side solar status straw suggestions
        that transferred trolley uninstalling view village you you've
    """,
    20: """
        anniversary ask cook daughter different dropping estate ever final form four full handed joining
        looks pass premium prescriptions pulled radio recipe ringing sad same selling share starts term
        thousand ticket travel treat turn uninstall version worse years
    """,
    15: """
        and back both drilling even fast find first forgotten give it lift liked login lost lot more oat
        playlist promise put rather reason regret rise rival sailed season second sorry statement student
        test than that's these third trade unsubscribing up who's will worked y'all
    """,
    -15: """
        able above accept address ahead airport alive alone answering anybody apart b balance bar battery
        bed between birthday blown booking bother branches breathing bun burglar burnt cabin cake call
        carried caught cheap class coach colours come comes complaint couldn't couple crashing cry crying
        cup cute dad dairy deal delivered dentist dm'd dog dress earlier easy eating email emailed ended
        evening except expect expired f fair fall feedback fight fingers fish fitted flat flew flu followers
        follows friends front gate's gonna gutted handle happens happy hasn't having headaches helpline
        hoping host house i'm ice it'd job joy kept kit later latte leaked leaking least letter linux
        literally log long losing luck malaga man's means menu mess middle milk min mins module mum mutual
        mutuals nearly news non nuts off ones ought ours outside painless parcel passed pictures pilot pin
        plans play policy ported possible post prescription print pumpkin quick quid rang ref regrets
        renewed replaced report reset rules s safe scarf see seeing seems sending sense series shame
        shocking sit smell sofa song soon soup spent star station steep stinks stopped stranger strip such
        sugar suggestion sunday support tablets thru true trust type u understand video waited we'd win yet
    """,
    -20: """
        ad air alarm's almost am baby baby's believe bike bills called cant carbon card's charge cheeky
        chuffed city claim closes colleagues contact cooker daily dangling death doors drink e each emptied
        empty entire everywhere failed far fell file filled fine game gear going grey haha handy hate
        haven't he's heard held hey home honest how idea join kettle lets lid lock mates mill miss missing
        monoxide moon morning move near ninety open options party people person petrol pity points pop
        prefer pretty private rainy reach rebook reply request ring route saw saying screen sell shows sick
        signed sister site sitting size sorting stock stuck system talked team to touch tuesday tv two
        unless until upgrade upstairs was wasn't went wheel wires
    """,
    -25: """
        abroad added agent also area available bigger buffet business closed club code cool crew daft
        delayed desk does doing drinking ending engineer everything's fault feel few folk found frame friend
        gas had he hear hello hi hit hotel's husband inside kill lamp layout less link loads look making
        never no nobody ombudsman online onto oxygen place portions power probably problems rain received
        recommend red review router running saving screaming search set she smells smoking snapped someone's
        staff take tea telling terrible there they've things those thursday tickets turned tweet using word
        worried wrong your
    """,
    -30: """
        a an boarding boots branch bring broke burger buy buying coat coffee connection cover delay driving
        elsewhere everybody experience hearing help him horrible hot hotel internet killing landlord locked
        loyal magic makes maybe member must needs ok on option pick poor rude sent slightly somebody's
        suggest thought throwing too top trip trouble under warm weather when's where wifi wish without
        yourselves
    """,
    -35: """
        advice all always arrived away bad bags behind came close court delivery down dropped early else for
        given hard has hour im leave let light luggage make many me mug read recommended sale save slow
        small smoke stars summer tell toddler transfer usual w wants which you'd
    """,
    -40: """
        anything aren't broken cancelled case charging did due fixed hold issue lane leeds like made over
        problem queue return room seat setting spain thank very wait walked website with yourself
    """,
    -45: """
        alarm another anywhere book bye can't check into may night returned seats still they they're though
        times today twice us we weeks winter
    """,
    -50: """
        because being big blue do driver emails fire go left love message page really refund shoes sold tap
        texts their through tried try were what where's working would
    """,
    -55: """
        at before bit but card cut dead everyone everything five gate her his in know line mine right said
        some think we're well works worst
    """,
    -60: "bag books can don't flying might sign sure unfollowed work",
    -65: "add block could great holiday or pause yes",
    -70: "account following leaving should why",
    -75: "closing country dm get i if need plane time",
    -80: "day followed is terrace",
    -85: "any ordered",
    -90: "flight guys just",
    -95: "my",
    -100: "about bus died stop",
    -105: "are please",
    -110: "when",
    -115: "old",
    -130: "use",
    -140: "service",
    -185: "follow",
}
