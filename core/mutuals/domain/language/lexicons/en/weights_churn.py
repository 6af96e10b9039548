"""What speaks for "churn" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -0.87
RULES = (3.01, -0.16)
SLOTS = {
    "again": 0.51,
    "alternative": 1.11,
    "browse": -0.14,
    "buy_verb": -0.25,
    "bye": 1.56,
    "child": -0.5,
    "clock": -0.59,
    "cry": -1.72,
    "done": 1.57,
    "elsewhere": 1.62,
    "fiction": 0.38,
    "frail": -0.69,
    "go_verb": 0.77,
    "going_soon": 0.44,
    "handle": -0.46,
    "harmless": 0.15,
    "joke": -0.7,
    "last_time": 1.15,
    "link": -2.03,
    "lose": 2.2,
    "loyalty_past": 0.89,
    "my": 0.27,
    "never": 0.1,
    "night": -0.76,
    "now": 0.43,
    "number": -0.79,
    "person": -0.38,
    "praise": -1.07,
    "quit_verb": 0.94,
    "self": 0.91,
    "solved": -0.09,
    "span": -0.27,
    "stay_ours": -2.75,
    "still": -1.22,
    "strong_quit": 0.41,
    "sum": 0.12,
    "switch_to": 0.06,
    "thing_only": -0.98,
    "tie": 0.67,
    "warm": -0.98,
    "way_out": 2.27,
}
WORDS = {
    140: "goes other",
    135: "kitchen",
    125: "paying",
    120: "ta",
    115: "price run",
    110: "ship",
    105: "deleted longer",
    100: "march standing thirty",
    95: "charity decided else's expires staying struck yours",
    90: "button software started",
    85: "cancelling drive exported monday moved next shan't three we've write",
    80: "drawer foot market past proper somebody",
    75: "as count keeping removed sooner stay",
    70: "enjoy firm grocery mind name none supplier surgery we'll weekend",
    65: "fee future gave guess meter month notice nursery shopping speak you'll",
    60: """
        be changed cloud enough finished giving i'll man needing notes now op penny renewal rid round
        tempted thing train
    """,
    55: """
        binned bot care change cold competitor direct false feeding from grass joined moped opens operator
        plain premium shops soap taking tastes
    """,
    50: """
        boxes chemist contract door's downloaded ends exporting fed fix free friday hanging happily i'd i've
        invoice library myself nightmare orders pet pharmacy pressed rival's script's seconds surrendering
        tbh took traded
    """,
    45: """
        after already bloke bonnet chat choice craft customer every fifty forty hand hospital instead key
        licence live logo mate's nine patch quitting quote shifted silence simple sixty sports stamps stays
        stopping supermarket teenage tenner toast vans veg watched
    """,
    40: """
        across april bank beach brand budget cheaper co dear eleven ex family feet felt finale finger frozen
        gone guests hired invited keep kiosk labels land late moving norvan oven pass pen picked proud
        sacked same savings single stick takes talk tasty tender then there's third thumb thumbs tracks
        trial wife's you're
    """,
    35: """
        ads anyway asked august bay board bridge changing chase course days debit decision gets items june
        knows laughed loyalty pac paid part payments photos press provider quit regret shop shot sisters six
        sleep solution songs term terminate van want waste wife within woman written years zero
    """,
    30: """
        bin bins boss brands cab car chance chances crashes credit data date dry espresso fan flown glad
        green group interest isn't keys landed last lockers membership neighbours network number own packs
        panel parcels payroll pension plug point pulling regular returning signing so society subscriber
        suggestions text this uninstalled update village wages waiting wall watch won't year you
    """,
    25: """
        ages anniversary biscuit boiler booked consider cook cord courier cutting daughter easter end face
        family's farm ferry form former game head heartbroken lad machine mortgage not once side slot solar
        someone status straw switching told transferred uninstalling view you've
    """,
    20: """
        ago ask back breakdown building confirm dropping estate four half handed here joining jumping kindly
        lift missing plan playlist pulled radio registered rise selling share ten that travel twenty
        uninstall version vouchers walk who will worked
    """,
    15: """
        and better black customers delete deleting didn't drilling eaten even ever fast final finally
        forgotten forward full gift hours it login meal miles money months oil paper posting prescriptions
        put real reason recipe renew ringing sailed says second sorry starts switched taken test these
        thousand tiny tonight's trade treat trolley uni unsubscribing up worse y'all
    """,
    -15: """
        able above accept ad air alive almost answer answering anymore apart b baby's balance bathroom
        battery birthday blade bother breathing bun burglar cabin cake card's carried cash caught charge
        cheap cinnamon clock colour colours come comes comfortable complaint complete cover cream cry cup
        cute dad dairy delivered dentist dm'd doesn't dog donation dress earlier easy eating eggs emailed
        empty ended error evening except expired eyes fair feedback feeling fell fight fingers fish fitted
        flew flu followers fridge front getting girl gluten gonna goodbye grandson gutted handset handy
        hasn't having held helpline hoping i'm ice info it'd job join kept later latte leaked leaking least
        life linux literally lock log long malaga means medicine menu mess milk mins miss module mum mum's
        mutual mutuals near nuts off ones opening options others ought ours outside painless passed phones
        photo pilot pin plans play possible post pumpkin quick quits rainy refund rent replaced reset rules
        s safe saw scarf see seeing seems sense shocking signal smaller smell soup spent star station stinks
        strip such sugar suggestion support tablets thats the thread thru too totally touch true trying u
        understand used video waited was we'd yet
    """,
    -20: """
        address ahead airport alarm's alone baby bar bed believe between bigger bills blown booking branches
        business cancel cant cheeky cheers city claim closes code colleagues contact cooker crashing daily
        dangling death doors drink e each emptied entire everywhere f failed fall far feel feels file filled
        fine flat found friends gear going grey handle happy he's headaches heard hey honest idea joy kettle
        layout lets letter lid man's mates mill min moon never non one onto open order parcel party person
        petrol policy pop prefer prescription pretty print private problems reach regrets remove reply
        report request ring screen sell she's shows sister site sitting size sofa someone's sorting staff
        stock stuck system talked team things those unless upgrade upstairs wasn't went wheel wires wrong
    """,
    -25: """
        added agent also alternative am area asking available because bike boots buffet buying called carbon
        chuffed class club coat cool delayed desk doing elsewhere email ending everything's fault few frame
        fries gas haha haven't he hi hit home hotel's how husband inside kill less link loads making many
        monoxide morning ninety no nobody ombudsman oxygen pity points power received review route router
        running saving screaming search set shame she sick signed smells smoking snapped take tea telling
        terrible thursday tickets to tuesday turned tv until useless wifi word worried
    """,
    -30: """
        abroad an anything button's can't coach codes coffee crew daft delay everybody experience folk
        friend hearing him horrible hot hotel hour internet killing lamp landlord locked look magic make
        makes maybe me member must needs ok online option ordered pick place poor probably rebook recommend
        red returned rude sale saying slightly slow somebody's stranger suggest tell there throwing top
        tweet two under using warm we're weather weeks wish your yourselves
    """,
    -35: """
        a advice all always arrived away bad bags boarding branch bring bye came case court delivery
        drinking early engineer for hard has help im let light loyal luggage on pies queue read sent small
        smoke spain summer thought toddler transfer trip usual w wants which you'd
    """,
    -40: """
        aren't behind book burger buy charging close connection died does dropped fixed given hello issue
        lane leeds may mug problem recommended return room save seat series stars thank they've trouble very
        wait website when's winter with work yourself
    """,
    -45: """
        account broke broken check did due everything fire had hold made over setting tap they through tried
        twice we where without
    """,
    -50: """
        alarm another anywhere big cancelled dead flying go holiday left love message mine really seats sold
        texts their though times today us walked were where's working would
    """,
    -55: """
        being bit but cut do down emails gate her his in into like might or page ported rain said shoes
        still well why works
    """,
    -60: """
        at bag before block blue books can don't else five get know line night right sign some sure think
        what worst
    """,
    -65: "add card could everyone if old",
    -70: "driver following great is pause plane try unfollowed yes",
    -75: "closing dm i leaving please should they're time",
    -80: "followed need",
    -85: "country",
    -90: "my terrace",
    -95: "about any day guys just",
    -100: "flight",
    -105: "are stop",
    -115: "bus when",
    -150: "service",
    -165: "use",
    -185: "follow",
}
