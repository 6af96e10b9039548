"""The plainest ways to say each kind, put together from parts: what `fit_flags.py` reads beside the hand-written ones.

A pattern on a line; each word in braces stands for one of its list below. `phrasings(kind)` makes the same ones each time.
"""

import random
import re

PARTS = {
    "at": "@acme | @acme | @acme hi, | hey @acme | ",
    "end": " | | | please help | asap | @acme | ! | . what do I do? | !!",
    "device": """heater|charger|battery|toaster|boiler|dryer|oven|laptop|phone|e-bike|power bank|kettle|
        fridge|hob|scooter|
        dishwasher|iron|washing machine|plug|cable|fuse box|hair dryer|lamp|meter""",
    "burns": """caught fire|is on fire|is smoking|exploded|blew up|is sparking|melted|burst into flames|
        is burning|
        gave me an electric shock|shocked me|overheated and burned|went up in flames|
        is hissing and swelling|burned my {limb}|
        set the curtains alight|smells of burning|started smoking|gave me a jolt""",
    "limb": "hand|arm|leg|face|eye|foot|mouth|back|neck|finger",
    "frail": """son|daughter|baby|toddler|mum|dad|nan|grandad|wife|husband|child|newborn|two year old|
        grandmother|
        elderly neighbour|kids|mother|father|4 year old""",
    "ill": """insulin|inhaler|medication|heart tablets|oxygen|epipen|seizure meds|prescription|
        dialysis supplies|antibiotics|
        feeding tube supplies|blood pressure tablets""",
    "whose": "my|your|our|the|that|this",
    "lawyer": "lawyer|solicitor|attorney|barrister|lawyers|legal team",
    "law": """you will hear from my {lawyer}|my {lawyer} will be in touch|I'm taking you to court|
        see you in court|
        I am suing you|I will sue|taking legal action|I have contacted my {lawyer}|
        reporting you to the ombudsman|
        I'm reporting you to trading standards|legal proceedings start today|
        filed a claim in small claims court|
        will be filing a case in consumer court|my {lawyer} has your letter|
        I've reported this to the police""",
    "gone": "gone|vanished|disappeared|been stolen|been taken|been emptied|been drained|been withdrawn",
    "sum": """£900|£4,000|$2,500|all my money|my savings|my wages|Rs 45000|my whole balance|€1200|
        my rent money""",
    "hacked": """my account has been hacked|someone hacked my account|somebody has got into my account|
        my account was taken over|
        someone changed my password and email|someone is using my card|there is a payment I never made|
        unauthorised transactions on
        my account|an unauthorised charge on my card|fraud on my account|someone is spending my money|
        I've been scammed|
        my card has been cloned|my identity was stolen|I see transactions I did not make|
        block my card, it was stolen""",
    "place": """Lisbon|the airport|Gatwick|the motorway|the station|Denver|the side of the road|Faro|
        a car park|Krakow|Paris""",
    "strand": """we are stranded at {place}|stranded in {place} with no hotel|
        stuck at {place} with two kids and nobody to help|
        left at {place} at midnight|my {frail} is stranded at {place}|
        broken down at {place} with my {frail}|I'm trapped in the lift|
        we are locked in|abandoned at {place}, it is dark and cold|sleeping on the floor at {place}|
        my {frail} is stuck in the lift|
        stuck at {place}, no staff, no hotel|dumped at {place} in the middle of the night""",
    "event": """visa appointment|flight|exam|interview|surgery|wedding|funeral|court hearing|
        house completion|operation|tender""",
    "soon": """today|tonight|in an hour|tomorrow morning|in two hours|this afternoon|at 5pm today|
        in 30 minutes""",
    "due": """my {event} is {soon} and I still don't have it|need it {soon} or I miss my {event}|
        the deadline is {soon} and your
        site is down|{event} {soon} and nobody answers|boarding in 20 minutes and my ticket doesn't work|
        my {event} is {soon} and you
        have my passport|need it today or the trip is off|it expires {soon} and I can't get in|
        must be paid by {soon} or we lose it""",
    "hurt": """my {frail} is in hospital after your {food}|my {frail} was hurt on your {thing}|
        my {frail} broke an arm on your {thing}|
        I was injured by your {thing}|my {frail} is choking|
        my {frail} had an allergic reaction to your {food}|your {thing} collapsed
        with my {frail} on it|we all have food poisoning from your {food}|
        my {frail} is bleeding because of your {thing}|
        found glass in my {food}|your {thing} fell on my {frail}|
        my {frail} can't breathe after your {food}""",
    "food": "burger|soup|baby food|salad|sandwich|cream|chicken|cake|formula|noodles|pie",
    "thing": "stairs|chair|bunk bed|shelf|swing|pram|ladder|escalator|car seat|high chair|cot|stair gate",
    "alarm": """the alarm is dead and nobody answers|I cannot call 999 from this phone|
        emergency calls don't go through|my {frail}'s
        pendant alarm has stopped working|the fire exit is locked|
        the smoke alarm won't stop and it smells of gas|I can smell gas|
        there is a smell of gas|carbon monoxide alarm is going off|brakes failed on the motorway|
        the brakes don't work|
        steering locked while driving|a wheel came off|your driver is drunk|your driver fell asleep|
        a man followed me|someone has
        broken in|no heating and we have a newborn|no power and my {frail} is on oxygen|
        no water and a baby in the house|water is
        pouring onto the fuse box|bailiffs are at my door|you gave my {frail} the wrong tablets""",
    "item": "order|parcel|coffee|ticket|meal|jacket|refund|shoes|booking|invoice",
    "provider": """bank|network|supplier|provider|insurer|airline|gym|broadband|garage|dentist|company|
        store|app""",
    "rival": """Vodafone|Sky|Monzo|Amazon|your competitor|another provider|another {provider}|
        somebody else|a rival|Airtel|Delta|
        Tesco|Netflix|Octopus|a different {provider}|your competitors|elsewhere""",
    "tie": "subscription|contract|account|membership|plan|policy|direct debit|season ticket|service|card",
    "time": "years|10 years|12 yrs|a decade|five years|ages|20 years",
    "friend": """friends|mates|family|colleagues|neighbours|sister|brother|mum|boss|team|whole office|
        clients|class|followers""",
    "trade": """plumber|dentist|mechanic|bank|broadband provider|florist|gym|hotel|vet|hairdresser|airline|
        pizza place""",
    "aud": "everyone|anyone|guys|people|folks|parents|students|y'all|runners|brides|friends|ladies",
    "good": """brilliant|amazing|fantastic|the best|so helpful|excellent|great|superb|lovely|honest|spot on|
        lifesavers""",
    "bad": "awful|useless|terrible|a joke|rubbish|the worst|scammers|hopeless|shocking",
    "feature": """dark mode|a search bar|a vegan option|an off switch|larger print|a smaller size|
        a widget|more seats|a bench|
        contactless payment|offline mode|a loyalty card|more colours|an export button|evening slots|
        a filter by size|pockets""",
    "part": """app|website|menu|logo|packaging|font|music|queue|seat|portion|lid|colour|box|form|layout|
        sign|hold music|label""",
    "flaw": """small|loud|slow|confusing|dark|bland|tight|cold|salty|fiddly|hard to read|pricey|cramped|
        plain|soggy|dim|clunky|
        short|wobbly|quiet|long|dated|cluttered""",
    "ask": "please|pls|could you|can you|would you|plz|kindly|will you",
    "dm": """DM you|message you|send you a DM|send my order number|share my details privately|
        write to you in private|PM you""",
}

PATTERNS = {
    "urgent": """
        + {at} {whose} {device} {burns} {end}
        + {at} {law} {end}
        + {at} {sum} has {gone} from my account {end}
        + {at} {hacked} {end}
        + {at} {strand} {end}
        + {at} {due} {end}
        + {at} {hurt} {end}
        + {at} {alarm} {end}
        + {at} my {frail}'s {ill} has not arrived {end}
        + {at} no {ill} left and the delivery is late {end}
        + {at} my {frail} needs {ill} today {end}
        - {at} my {device} stopped working {end}
        - {at} {whose} {device} is slow {end}
        - {at} how much is the {device}?
        - {at} you charged me twice {end}
        - {at} you charged me twice for my {item} {end}
        - {at} I have emailed you three times about my {item} {end}
        - {at} this is the third time I've asked about my {item} {end}
        - {at} called five times and nobody answers {end}
        - {at} where is my {item} {end}
        - {at} my {item} is late again {end}
        - {at} my {frail} loves your {food}
        - {at} my {frail} would like a {item} like this
        - {at} when is the {event} show on?
        - {at} still no refund {end}
        - {at} is {place} open today?
        - {at} need an answer asap about my {item}
        - {at} the {part} is {flaw}
        - {at} do you sell smoke alarms?
        - {at} your {food} is to die for
        - {at} this song is fire
        - {at} my {lawyer} friend loves your {food}
    """,
    "churn": """
        + {at} cancel my {tie} {end}
        + {at} I'm cancelling my {tie} {end}
        + {at} please close my {tie} {end}
        + {at} I'm switching to {rival} {end}
        + {at} switching to {rival} after {time} {end}
        + {at} moving everything to {rival} {end}
        + {at} thinking of moving to {rival} {end}
        + {at} {time} with you and I'm done {end}
        + {at} never using you again {end}
        + {at} never buying from you again {end}
        + {at} last {item} I buy from you {end}
        + {at} that was my last {item} with you {end}
        + {at} you've lost a customer {end}
        + {at} lost my business {end}
        + {at} how do I cancel my {tie}, I've had enough
        + {at} I'm leaving {end}
        + {at} goodbye, I'm off to {rival} {end}
        + {at} will take my money to {rival}
        + {at} if this isn't fixed I'm leaving
        + {at} I won't be renewing my {tie}
        + {at} {rival} is cheaper, why should I stay?
        + {at} uninstalled the app
        + {at} need my PAC code
        + {at} I'm done with you
        + {at} found another {provider}
        + {at} time to find another {provider}
        + {at} not coming back
        - {at} please cancel my {item}
        - {at} my {item} was cancelled
        - {at} I left my {item} at your store
        - {at} so glad I switched to you from {rival}
        - {at} never leaving you
        - {at} when does my {tie} end?
        - {at} how do I update my {tie}?
        - {at} moving house, how do I take my {tie} with me?
        - {at} just renewed my {tie}
        - {at} {time} with you and still happy
        - {at} where is my {item}
        - {at} I lost my {item}
        - {at} you lost my {item}
        - {at} you are {bad}
        - {at} can I return my {item}?
        - {at} can I switch my {item} for another size?
        - {at} see you again next week
        - {at} is {rival} part of your group?
        - {at} can't log in to my {tie}
        - {at} last {item} was great
    """,
    "advocacy": """
        + highly recommend @acme
        + I recommend @acme to all my {friend}
        + @acme I tell all my {friend} about you
        + told my {friend} about @acme
        + @acme my {friend} joined because of me
        + got my {friend} to switch to @acme
        + {aud} you should try @acme
        + {aud} try @acme, they are {good}
        + if you need a {trade} use @acme
        + anyone after a good {trade}, try @acme
        + looking for a {trade}? go to @acme
        + can't recommend @acme enough, {good}
        + leave @acme alone, they are doing their best
        + {aud} moaning about @acme, give them a break
        + to be fair to @acme they were {good}
        + @acme are {good}, use them
        + would recommend @acme to anyone
        + don't listen to the reviews, @acme are {good}
        + @acme sent my {friend} your way
        - @acme would not recommend
        - @acme wouldn't recommend you to anyone
        - @acme which {item} would you recommend?
        - @acme can you recommend a {item}?
        - @acme told my {friend} to avoid you
        - @acme told my {friend} how {bad} you are
        - {aud} avoid @acme
        - {aud} don't use @acme, they are {bad}
        - {aud} stay away from @acme
        - @acme my {friend} left you because you are {bad}
        - @acme my {friend} can't log in
        - @acme you are {good}
        - @acme thank you, {good}
        - @acme anyone else can't log in?
        - @acme do yourself a favour and answer the phone
        - do yourself a favour and avoid @acme
        - looking for a {trade} in Leeds
        - @acme is your {trade} any good?
        - @acme used to recommend you, not any more
    """,
    "concern": """
        + {at} would be nice to have {feature}
        + {at} please add {feature}
        + {at} it would be great if you had {feature}
        + {at} any chance of {feature}?
        + {at} suggestion: {feature}
        + {at} I wish you had {feature}
        + {at} {ask} add {feature}
        + {at} have you thought about {feature}?
        + {at} how about {feature}?
        + {at} the {part} is a bit {flaw}
        + {at} the new {part} is a little {flaw}
        + {at} the {part} could be better
        + {at} I prefer the old {part}
        + {at} I miss the old {part}
        + {at} bring back the old {part}
        + {at} not sure about the new {part}
        + {at} not a fan of the new {part}
        + {at} a bit worried about the new {part}
        + {at} fyi there is a typo on your {part}
        + {at} heads up, the {part} is wrong
        + {at} lovely, though the {part} is slightly {flaw}
        + {at} a bit disappointed with the {part}
        - {at} how do I turn on {feature}?
        - {at} do you have {feature}?
        - {at} thanks for adding {feature}
        - {at} love the new {part}
        - {at} the new {part} is {good}
        - {at} the {part} is {bad}
        - {at} your {part} is broken, I want a refund
        - {at} could you check my {item}?
        - {at} please check my {item}
        - {at} please refund my {item}
        - {at} it would be nice to get my refund
        - {at} any chance of an answer?
        - {at} could not ask for more
        - {at} could not be better
        - {at} you will not find better
        - {at} no complaints
        - {at} hope you have a great day
        - {at} I'm a bit late for the quiz
        - {at} I wish I was there
        - {at} you are {bad}
        - {at} where is my {item}?
    """,
    "wants_follow": """
        + {at} {ask} follow me
        + {at} {ask} follow me so I can {dm}
        + {at} {ask} follow back
        + {at} follow me back {ask}
        + {at} can't {dm}, you don't follow me
        + {at} I can't {dm} because you're not following me
        + {at} need to {dm}, follow me
        + {at} can I get a follow
        + {at} mutuals?
        + {at} followed you, your turn
        + {at} it says you have to follow me to {dm}
        + {at} add me back so I can {dm}
        + {at} if you follow me I can {dm}
        - {at} {ask} follow up on my {item}
        - {at} thanks for the follow
        - {at} your ads follow me everywhere
        - {at} I follow you
        - {at} sent you a DM about my {item}
        - {at} {ask} DM me
        - {at} can I {dm}?
        - {at} I followed the instructions
        - {at} follow and retweet to win
        - {at} can you add me to the list
        - {at} which account should I follow
        - {at} stop following me
        - {at} you unfollowed me? fine by me, unfollow
        - {at} my {item} is missing, see my DM
    """,
}
EACH = 14  # phrasings a pattern


def phrasings(kind: str) -> list[tuple[str, bool]]:
    """Those of one kind, and whether they belong to it."""
    chance = random.Random(kind)  # the same each time
    out: dict[str, bool] = {}
    for line in filter(None, map(str.strip, PATTERNS[kind].splitlines())):
        for _ in range(EACH):
            out[_filled(line[2:], chance)] = line[0] == "+"
    return list(out.items())


def _filled(pattern: str, chance: random.Random) -> str:
    while match := re.search(r"\{(\w+)\}", pattern):
        choice = chance.choice(PARTS[match[1]].split("|"))
        pattern = pattern[: match.start()] + " ".join(choice.split()) + pattern[match.end() :]
    return " ".join(pattern.split())
