"""What speaks for "urgent" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -2.01
RULES = (2.24, 2.07)
SLOTS = {
    "accident": 0.36,
    "alarm": 0.48,
    "allergen": 0.27,
    "alone": 0.73,
    "asked": 0.05,
    "ate": 0.63,
    "attack": -0.56,
    "blocked": 0.15,
    "body": 0.95,
    "breakdown": 0.1,
    "broke_down": 0.41,
    "browse": -1.28,
    "cannot_afford": 0.17,
    "cannot_go": -0.12,
    "child": 1.27,
    "clock": 0.97,
    "crime": 0.71,
    "critical_event": 0.51,
    "cutoff": 0.18,
    "danger": 0.26,
    "deadline": 0.53,
    "device": 0.22,
    "driver": 0.51,
    "drug": 0.29,
    "electrics": 0.35,
    "emergency": 0.41,
    "emergency_number": 0.99,
    "event": 0.89,
    "exit": 0.37,
    "fails": 0.05,
    "fiction": -1.07,
    "food": -0.3,
    "frail": 0.98,
    "fraud": -0.07,
    "fumes": 0.24,
    "gave_it": 0.73,
    "gave_me": 0.75,
    "gave_way": 0.83,
    "gave_way_thing": 0.48,
    "halted": -0.24,
    "handle": -1.51,
    "hard": 0.19,
    "harm": 0.44,
    "harmless": -0.2,
    "hurt_body": -0.09,
    "inside": 0.28,
    "intruder": 0.97,
    "joke": -2.09,
    "jolt": 0.13,
    "lack": -0.09,
    "legal": 1.04,
    "lifted": 0.69,
    "line_dead": 0.35,
    "link": -2.27,
    "login": 0.16,
    "lost_person": 0.07,
    "lurking": 0.6,
    "medical": 1.33,
    "mishandled": -0.9,
    "mobility": 0.21,
    "money": 0.6,
    "more_alarm": 0.15,
    "more_attack": 0.9,
    "more_blocked": 0.63,
    "more_cannot_afford": 0.78,
    "more_child": 0.79,
    "more_cry": 0.5,
    "more_cutoff": 0.31,
    "more_danger": 1.52,
    "more_deadline": 0.53,
    "more_device": 0.63,
    "more_driver": 1.13,
    "more_emergency_number": 0.14,
    "more_event": 0.85,
    "more_fails": 0.51,
    "more_frail": 0.56,
    "more_fraud": 1.14,
    "more_fumes": 1.36,
    "more_gave_way": 0.89,
    "more_gave_way_thing": 0.2,
    "more_hard": 1.07,
    "more_legal": 2.4,
    "more_lost_person": -0.28,
    "more_money": 0.75,
    "more_moved_money": 0.42,
    "more_night": 0.25,
    "more_object": 0.64,
    "more_place": 0.51,
    "more_reckless": 1.11,
    "more_road": 0.54,
    "more_stuck": 0.73,
    "more_supply": 0.58,
    "more_taken": 1.05,
    "more_unknown": 1.46,
    "more_vehicle_part": 0.19,
    "moved_money": 1.23,
    "near_miss": -0.54,
    "needs": -0.26,
    "night": -0.05,
    "not": 0.41,
    "now": -0.56,
    "nth": 0.2,
    "number": -0.25,
    "object": 1.66,
    "peril": 0.65,
    "person": 0.31,
    "pet": -0.39,
    "place": -0.08,
    "police": 0.51,
    "praise": -2.1,
    "reach": 0.35,
    "reckless": 0.49,
    "refused_entry": 0.19,
    "road": 0.78,
    "roadside": 1.13,
    "served": 0.43,
    "shut": 0.19,
    "solved": -0.47,
    "soon": 0.31,
    "span": -0.59,
    "still": -0.47,
    "stranded": -0.2,
    "structure": 0.72,
    "stuck": -0.09,
    "sum": -0.22,
    "supply": 0.99,
    "suppose": -0.48,
    "taken": 0.88,
    "told_you": 0.42,
    "travel": -0.6,
    "twice": -0.22,
    "unknown": 1.0,
    "vehicle_part": 1.24,
    "violent": 0.19,
    "vital": 0.94,
    "warm": -0.89,
    "water": 0.1,
    "whoever": 0.8,
    "wrong_drug": 0.21,
}
WORDS = {
    200: "there's",
    165: "he's",
    130: "she's",
    120: "baby's you've",
    115: "they're",
    110: "him",
    105: "it's repatriation someone's",
    100: "and has under we've",
    95: "front",
    90: "says since",
    85: "everything's gone her key lock through",
    80: "coach over river's",
    75: "across clip courier's gate's heater's label man's opened proceedings registered",
    70: "balloon cord four men milk nine out popped sent six tap toddler's warm",
    65: """
        bath driver's except extinguisher guests instructed let live nursery opinion outside reach reads
        salary something text tutor web woman wrong your
    """,
    60: """
        bathroom brother's carer chap delivery empty face feel halfway haven't in its jump kid kidney
        landlord lit meds minute mum's must park pressed pump room sister's stand twenty two user voting
        wheel while
    """,
    55: """
        before bloke box climbing daughter's egg everyone's file fitted his itself lodged overnight ring
        road school seconds see shows spa sprinklers taps threatening three
    """,
    50: """
        banking bare barrier's blind body came carriageway court crowd cyclist debt doors drips dryer dual
        flat half himself joint kid's lens loan locked missed neighbour's ninety nodding past phone's
        posting pouch raw reading red safe sat spare talked threw treadmill unaccompanied uncle
    """,
    45: """
        actual anything asleep at balance braked buying cell coins come dog's filled foot fuse hen house
        husband man map noodles off on onto patients posted rang reset scooter side somebody's stop till
        tumble unit wire
    """,
    40: """
        amount arm attorney biscuits by caught crossing dad's daily electrics evacuated every funny gave
        gents hit i'm i've joking landed legs mate medical mine mistake nail planning quid robot screenshot
        shoot smoking stopping they've throwing track turned tyre upstairs watching water week weekly went
        whole year
    """,
    35: """
        alone answering asking behind big bingo built car's carbon city dinner dress drugs ear eating
        entrance expect feels firm flown grand held human lad's lights looking madam monoxide moved passed
        password payee petrol police porn post puffing pulled pulling report results revolving roof shower
        shut smart touch tube vanished wake walk wasn't wedding wedged
    """,
    30: """
        access action address alarms arrives bars board bonnet both bottle brown caravan carriages cash
        ceiling charging closes cow dark down drilling e f fitting five forgot girl hacked hasn't heat
        hissing husband's inches instead knocked knows leaking lorry meter morning mum nobody picked pin pit
        platform pupils records repeat right round served single sock stage station stopped tank terrace
        that's the things thousand tonight trains used visa wall ward wash
    """,
    25: """
        above alarm's bed been best buffet bunk burst cabin cheque claim consider corridor deleted
        delivering dogs drive dropping drops drunk eaten else's engineer ex exits festival few film flowers
        fridge full grandmother green gutted have humming inside isa judge kidding left letter line location
        loft main mean midwife mould moving needle note november number open pending playground pram prepay
        pushed razor reader real received runs scan sit size stomach sun swapped sync throat tighten town
        toy wallet who's
    """,
    20: """
        accelerator air are auto bar barista below bill boiler bottom camera care cars chemo clicked
        clutching code's company courier dangling depot diabetic dim drain drill emptied fan's finish
        flashing general glow goes going gonna grey hands hob home hour ill into it keeps lane leaning
        lifting locker logging mark needful ombudsman our packed page passports playing pop pylon route
        running screens server sir slept smell sockets son sparks stone sugar swelling talking taxi teenage
        tell tiles tool turn type upload van wants where
    """,
    15: """
        ain't aisle alive ammonia apart baby black blade blown bundle carpet claims clear closed coming
        contactless corner coughing country crib d daylight delivered dose each electrician extension fall
        frame grab hill hospital host informed insurance jammed lad limit lorries losing lost lump march may
        mouth my network old ones op orange panic papers pavement payroll percent person pilot plug press
        pull quarter read reception receptionist recovery remove rooms run seizure shaking shirts shouting
        siren sixty snapped solution something's son's sore speak suspended swallowed texts threatened
        thrown tipped top train's transfer tree trolley urgent us vans wages
    """,
    -15: """
        abroad actually advice again ago answered answers anymore area asked babies believe bell bike bins
        blanket blast bother brother brought carry chance cheap chemist chuffed coat confirm connecting
        convinced cot count counter cover crash cream deadline delete deliver dentist deposit disappointed
        door's drama drop early easier edge electric eleven elsewhere emails end engine estate eye eyes
        failed far finger flatmates flood folk friendly gift girls gives grandson guard guilty haha handy
        heard hire honestly hoping idea ignored info is items job kept kindly knees lake leaks leg lots
        loyalty mates menu mess miss murder never normal office oil ok pills pity play pls point polite
        porch possible pressure private quit quote ready regrets request return returns review rn robbery
        salt saving seems seriously shares shed shopping smooth software somebody soon sorry squeaks
        strangers student subscription such system talk tenner thank theirs then those though thought times
        tiny title toddler train travel trouble tunnel tv typo updates version waited weeks wheelchair white
        whoever within works world yesterday
    """,
    -20: """
        accounts agent almost already annoying away b being bin boots brakes bread breathing buy c call
        cancelling charge cheaper cloned close competitor considering cool crying current cut dad date debit
        desk details direct door enough everyone experience fake finale finally font friday froze game gate
        group guess gym having head hello helps huge hurt im inhaler interview keep killing kiosk lads late
        laughed layout less makes many message move mug nervous nobody's noise number's odd own paper
        parents place poor printer puzzle quickly reason recipe replies reply returning safety saved
        screaming season serious shocking smoke soup sourdough spread steps storm straight telling ten
        terminal thin traffic trust umbrella want watch weekend wobbly worried worse
    """,
    -25: """
        add anyone as ask awful back boarding broken called car chair change christmas clock club connection
        cross customers decided didn't doctor email espresso fan from gates go heads hey hi issue june
        kettle kids lady large leaving letting maybe membership midnight miles min much myself need nice
        others part points pole pregnant problems puppy question recommend recommended said sale seats
        second security shoes shot small spent stars stock stolen street support sure switched terrible
        thermos these third trainers transferred w what wifi wish wont you'll zero
    """,
    -30: """
        account advert airport am case comes concerns crisps does drivers ever exit fault fell fit fix
        flying form freezing friend frozen give giving hate hole included joke lamp light like long lot love
        match might months music night of order package parcel passenger rather rude screen shared short
        should sitting taken team thats think this tooth try u video weather where's which who window word
        worth wow
    """,
    -35: """
        book booking branch bring closing data delay delayed different dropped error fee fees feet fixed
        floor friends fyi great hold jingle life looks mins name needs now other pot preferred rain ref send
        shame sort still takes them trip use vet
    """,
    -40: """
        because blocked burglar can't card catch class coffee felt finished guys helpful hope leak least lol
        not only photo played policy same slow some sorted surgery tickets update yes yet
    """,
    -45: """
        also an any bad bags be burnt day deal dm done dream easy fine given had hall i'd internet joy make
        month online oven put sign stranger switch tears than ticket trying worst you
    """,
    -50: """
        allergic app battery better contract cracked don't following hearing look once pass price rabbit
        seat snow suggest summer was wearing website work
    """,
    -55: """
        bought can even find get got list luggage me one or plane power saw someone tea trapped until you're
        yours
    """,
    -60: "after bus cancelled cold cookies crew fly i'll no really store too very way",
    -65: "do followed i loves sick there to well",
    -70: "another broke could customer else for free good minutes set their today working years",
    -75: "check pay people",
    -80: "first heart service what's",
    -85: "detectors more problem refund take wait when would",
    -90: "fire help if why",
    -95: "about fingers follow they",
    -100: "staff",
    -105: "bit so that were",
    -115: "flight phone",
    -120: "how",
    -125: "but time",
}
