"""What speaks for "urgent" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -1.99
RULES = (2.28, 2.03)
SLOTS = {
    "accident": 0.35,
    "alarm": 0.45,
    "allergen": 0.28,
    "alone": 0.73,
    "ate": 0.63,
    "attack": -0.46,
    "blocked": 0.16,
    "body": 0.97,
    "breakdown": 0.08,
    "broke_down": 0.41,
    "browse": -1.28,
    "cannot_afford": 0.18,
    "cannot_go": -0.12,
    "child": 1.27,
    "clock": 0.97,
    "crime": 0.7,
    "critical_event": 0.5,
    "cutoff": 0.16,
    "danger": 0.26,
    "deadline": 0.55,
    "device": 0.21,
    "driver": 0.52,
    "drug": 0.29,
    "electrics": 0.34,
    "emergency": 0.42,
    "emergency_number": 0.99,
    "event": 0.88,
    "exit": 0.39,
    "fiction": -1.08,
    "food": -0.31,
    "frail": 1.02,
    "fraud": -0.09,
    "fumes": 0.22,
    "gave_it": 0.73,
    "gave_me": 0.74,
    "gave_way": 0.87,
    "gave_way_thing": 0.48,
    "halted": -0.25,
    "handle": -1.49,
    "hard": 0.2,
    "harm": 0.43,
    "harmless": -0.21,
    "hurt_body": -0.08,
    "inside": 0.24,
    "intruder": 0.98,
    "joke": -2.09,
    "jolt": 0.13,
    "lack": -0.11,
    "legal": 1.0,
    "lifted": 0.68,
    "line_dead": 0.34,
    "link": -2.27,
    "login": 0.19,
    "lost_person": 0.08,
    "lurking": 0.61,
    "medical": 1.32,
    "mishandled": -0.85,
    "mobility": 0.17,
    "money": 0.61,
    "more_alarm": 0.14,
    "more_attack": 0.89,
    "more_blocked": 0.64,
    "more_cannot_afford": 0.77,
    "more_child": 0.69,
    "more_cry": 0.5,
    "more_cutoff": 0.31,
    "more_danger": 1.52,
    "more_deadline": 0.52,
    "more_device": 0.62,
    "more_driver": 1.13,
    "more_emergency_number": 0.15,
    "more_event": 0.84,
    "more_fails": 0.5,
    "more_frail": 0.57,
    "more_fraud": 1.1,
    "more_fumes": 1.35,
    "more_gave_way": 0.88,
    "more_gave_way_thing": 0.2,
    "more_hard": 1.07,
    "more_legal": 2.39,
    "more_lost_person": -0.29,
    "more_money": 0.73,
    "more_moved_money": 0.39,
    "more_night": 0.25,
    "more_object": 0.64,
    "more_place": 0.5,
    "more_reckless": 1.11,
    "more_road": 0.57,
    "more_stuck": 0.74,
    "more_supply": 0.57,
    "more_taken": 1.04,
    "more_unknown": 1.44,
    "more_vehicle_part": 0.2,
    "moved_money": 1.24,
    "near_miss": -0.55,
    "needs": -0.24,
    "not": 0.41,
    "now": -0.58,
    "nth": 0.2,
    "number": -0.25,
    "object": 1.65,
    "peril": 0.64,
    "person": 0.33,
    "pet": -0.4,
    "place": -0.08,
    "police": 0.51,
    "praise": -2.09,
    "reach": 0.33,
    "reckless": 0.46,
    "refused_entry": 0.18,
    "road": 0.77,
    "roadside": 1.13,
    "served": 0.43,
    "shut": 0.17,
    "solved": -0.47,
    "soon": 0.33,
    "span": -0.6,
    "still": -0.5,
    "stranded": -0.22,
    "structure": 0.7,
    "stuck": -0.07,
    "sum": -0.1,
    "supply": 1.0,
    "suppose": -0.49,
    "taken": 0.88,
    "told_you": 0.41,
    "travel": -0.59,
    "twice": -0.24,
    "unknown": 1.05,
    "vehicle_part": 1.2,
    "violent": 0.18,
    "vital": 0.92,
    "warm": -0.89,
    "water": 0.1,
    "whoever": 0.8,
    "wrong_drug": 0.19,
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
    90: "key since",
    85: "everything's says through",
    80: "coach gone her lock over river's",
    75: "clip courier's gate's heater's label man's proceedings registered",
    70: "across balloon cord four men milk nine opened out popped sent tap toddler's warm",
    65: """
        bath driver's except extinguisher guests instructed jump landlord let live opinion outside reach
        reads six something text tutor web woman
    """,
    60: """
        bathroom brother's chap delivery face feel halfway haven't in its kid kidney lit meds minute mum's
        must nursery park pump room salary sister's stand twenty two user voting wrong your
    """,
    55: """
        before bloke box carer climbing daughter's egg empty everyone's file fitted itself lodged overnight
        pressed ring road seconds see shows spa sprinklers taps threatening three while
    """,
    50: """
        banking bare blind body came carriageway crowd cyclist debt doors drips dryer dual flat hen himself
        his joint kid's lens loan locked missed ninety nodding past phone's posting pouch raw reading safe
        sat school spare talked threw treadmill tumble unaccompanied uncle wheel
    """,
    45: """
        actual anything asleep at balance barrier's braked buying cell coins court dog's foot fuse half
        house husband i'm i've map neighbour's noodles off on onto patients posted rang red reset scooter
        side somebody's stop till unit week wire
    """,
    40: """
        amount arm attorney biscuits caught come crossing dad's daily electrics evacuated every feels filled
        funny gave gents hit joking landed legs man mate medical mine mistake nail planning pulled quid
        robot screenshot shoot smoking stopping they've track turned tyre water weekly went whole year
    """,
    35: """
        alone answering asking behind big bingo built by car's carbon city dinner down dress drugs ear
        eating entrance expect firm flown held human lad's lights looking madam monoxide moved moving passed
        password petrol police post puffing pulling report revolving roof shower smart stopped throwing
        touch tube upstairs vanished wake walk wasn't watching wedding wedged
    """,
    30: """
        access action address alarms arrives bars board bonnet both bottle brown caravan carriages cash
        ceiling closes cow dark drilling drive e f fitting forgot full girl grand hacked heat hissing
        husband's inches instead knocked knows leaking left lorry meter morning mum nobody pin platform porn
        pram pupils records repeat results right round shut single sock stage station tank terrace that's
        things thousand tonight trains used visa wall ward wash
    """,
    25: """
        above alarm's auto bed best buffet bunk burst cabin charging cheque claim closed company consider
        corridor deleted delivering dogs dropping drops drunk eaten else's engineer ex exits festival few
        film five flowers going grandmother green gutted hasn't have humming ill inside into isa judge
        kidding letter line location loft main mean midwife mould needle note november open pending picked
        pit playground prepay pushed razor reader real received runs scan served sit size stomach sun
        swapped sync the throat tighten town toy who's
    """,
    20: """
        accelerator ain't air are bar barista been below bill boiler bottom camera care carpet cars clicked
        clutching code's courier dangling depot diabetic dim drain drill fan's finish flashing fridge
        general glow goes grey hands hob home hour it keeps lad lane leaning lifting locker logging mark
        number old ombudsman our packed passports playing pop pylon read route running screens server
        shaking sir slept smell sockets son sparks stone sugar swelling talking taxi teenage tell tiles tool
        tree type upload van wallet wants where
    """,
    15: """
        aisle alive ammonia apart baby black blade bundle cancel chemo claims clear coming contactless
        corner coughing country crib d daylight delivered dose each electrician emptied extension fall fence
        frame gonna grab hill hospital host informed insurance jammed limit looked lorries losing lost lump
        march may mouth my needful network nurses ones op orange page papers pavement payroll percent pilot
        please plug press pull quarter reception receptionist recovery remove rooms run seizure shirts
        shouting siren sixty snapped solution something's son's sore speak suspended swallowed texts
        threatened thrown tipped train's transfer trolley turn urgent us vans wages wind
    """,
    -15: """
        abroad actually advice again ago answered answers anymore area asked babies believe bell bins
        blanket blast bonus bother brother brought c carry chance cheap cheaper chemist chuffed coat
        connecting cot count counter cover crash cream deadline delete deliver dentist deposit disappointed
        door's drop early easier edge electric eleven elsewhere emails end engine estate everyone extra eye
        eyes failed far finger flatmates flood folk friendly gift girls gives grandad grandson guilty haha
        heard hire honestly hoping idea ignored info insulin is items job kept kindly knees lake leaked
        leaks leg lots loyalty mates menu mess miss move murder normal office oil ok pills pity place play
        pls point porch possible pressure private quote regrets request return returns review rn robbery
        salt saving seems seriously share shares shed shopping signal smoke smooth software soon sorry
        strangers subscription such system talk thank themselves those though thought times tiny title
        toddler train travel trouble tunnel tv typo updates version waited watch weeks white whoever within
        world worried yesterday
    """,
    -20: """
        accounts agent almost already annoying away being bin boots brakes bread breathing buy call
        cancelling charge cloned competitor considering convinced cool crying cut date debit desk details
        direct door enough experience fake finale finally font friday froze game gate group guess gym having
        head hello helps huge hurt im inhaler interview june keep killing kiosk lads late laughed layout
        leaving less makes many message mug nervous nobody's noise odd own paper poor printer puzzle quickly
        reason recipe recommended replies reply returning safety saved screaming season serious shocking
        soup sourdough spread steps storm straight student telling ten tenner terminal theirs then thin
        traffic trust umbrella want weekend wheelchair wobbly works worse you'll
    """,
    -25: """
        account add anyone as awful b back boarding called car chair change christmas clock close connection
        cross customers dad decided didn't doctor espresso fan from gates go heads hey hi issue kettle kids
        lady large letting maybe membership midnight miles min much myself need nice others part points pole
        pram's pregnant problems puppy question recommend said sale seats second shoes shot should small
        spent stars stock stolen street support sure taken terrible thermos these third trainers transferred
        try w what wifi wish wont zero
    """,
    -30: """
        advert airport am ask broken case closing club comes concerns crisps does drivers email ever exit
        fault fell fit fix flying form freezing friends frozen give giving hate hole included joke lamp
        light like long lot love match might months music night of order package parcel passenger rather
        rude screen security shame shared short sitting squeaks team thats think this tooth u video weather
        where's which who window word worth wow
    """,
    -35: """
        book booking branch catch coffee data delay delayed different dropped error fee fees feet fixed
        friend fyi great hold jingle life looks mins other played pot preferred rain ref send still takes
        them trip use vet yet
    """,
    -40: """
        because blocked bring burglar can't card class felt finished floor guys hope leak least lol name
        needs now only photo policy same slow some sort sorted surgery tickets
    """,
    -45: """
        also bad bags be burnt day dm done dream easy fine given had hall i'd internet joy look make month
        not online oven price sign stranger switch tears than ticket trying update worst yes you
    """,
    -50: """
        an any app battery better contract cracked deal don't following got hearing once one pass put rabbit
        seat snow suggest summer wearing website work
    """,
    -55: """
        allergic bought can even find get list me or plane saw someone tea too trapped until was you're
        yours
    """,
    -60: "after bus cancelled cold cookies crew else fly i'll luggage no power really store way",
    -65: "broke do followed good i loves sick there to very",
    -70: "could customer for free minutes set their today well working years",
    -75: "another check pay people",
    -80: "first heart what's",
    -85: "detectors more problem refund service take when would",
    -90: "fire if they wait",
    -95: "about fingers follow help why",
    -100: "staff",
    -105: "bit so that were",
    -115: "flight phone",
    -120: "how",
    -125: "but time",
}
