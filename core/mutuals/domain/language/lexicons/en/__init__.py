"""English: its word classes, and all its cues; the notation is in `phrase_matcher.py`."""

from mutuals.domain.language.lexicons.en.asks import ASKS
from mutuals.domain.language.lexicons.en.faults import FAULTS
from mutuals.domain.language.lexicons.en.flags import FLAGS
from mutuals.domain.language.lexicons.en.idioms import IDIOMS
from mutuals.domain.language.lexicons.en.overtones import OVERTONE_CLASSES, OVERTONES
from mutuals.domain.language.lexicons.en.tone import TONE

__all__ = ["CLASSES", "CUES", "FLAGS", "OVERTONES"]

CLASSES = {
    "link": """
        on, in, for, from, to, at, and, or, but, so, with, when, that, this, why, how, what, where, who,
        as, by, of, if, because, after, before, since, until, do, does, did, can, could, will, would,
        should, just, really, again, about, still, please, via, than, today, now, then, please, thanks,
        thank, get, got, lost, keeps, keep, says, said, the, a, an, my, your, our, only, always, while,
        during, over, again, here, there, even
    """,
    "my": "my, our",
    "a": "a, an, the, my, our, this, that, some, new, these, his, her, your, with, from, of, at, in, by",
    "want": "want/s/ed, like/s/d",
    "it": """
        it, this, these, that, those, they, everything, everyone, staff, service, mine, it's, they're,
        its, both, also
    """,
    "life": """
        day/s, weather, rain, snow, sun, sunday, monday, tuesday, wednesday, thursday, friday, saturday,
        morning/s, night/s, evening, afternoon, week, weekend, year, month, winter, summer, spring,
        autumn, hair, heart/s, knee/s, leg/s, back, feet, foot, toe/s, toes, hand/s, head, voice, boss,
        life, mood, exam/s, test, workout, marathon, record, party, dawn, lunch, breakfast, dinner,
        snack, sleep, bed, sofa, couch, book, film, movie, ad, advert, laughing, crying, beat, beats,
        joke, pun, traffic, winter, storm, world, love, story, song, dog, cat, kids, kid, train of,
        thought
    """,
    "sure": """
        refund/s/ed, scam/s/med/ming, scammed, unacceptable, disgrace, disgraceful, faulty, defective,
        malfunctioning, outage/s, overcharge/d, undelivered, unhelpful, disappointed, disappointing,
        disappointment, incompetent, incompetence, appalling, appalled, atrocious, glitchy, glitching,
        buffering, unresponsive, unprofessional, complaint/s, compensation, reimburse/d/ment,
        chargeback, unusable, unplayable, misleading, fraud, fraudulent, thieves, thief, liar/s,
        refused, overpriced, ripoff, extortionate, apology, unreliable, useless, pathetic, shambles,
        shambolic, frustrated, frustrating, frustration, dissatisfied, rubbish, inedible, undercooked,
        cockroach/es, hacked, unauthorised, unauthorized, boycott, error/s, discontinued, unavailable,
        inconvenience, understaffed, underwhelming, underwhelmed, apologise, apologize, escalate,
        rectify, fix, fixed, horrendous, abysmal, dreadful, garbage, sucks, suck, sucked, rude,
        rudeness, crap, crappy, shitty, customer, fobbed, ignoring, ignored, unanswered, overbooked,
        rebooked, voicemail, uninstalled, uninstalling, downgraded, billed, billing, declined, charged,
        owed, buggy, laggy, lagging, terrible, horrible, awful, worst, poor, overheating, overheats,
        counterfeit, unsubscribe, spam, spamming, spammed, fuming, unsafe, infuriating, ridiculous,
        disgusting, shocking, annoying, annoyed, angry, incorrect, incorrectly, inaccurate, failed,
        fails, failing, failure, cancelled, canceled, delayed, delay/s, cancelling, disgusted, inept,
        clueless, embarrassing, stranded, lied, lying, misled, gouging, lousy, unfair, greedy,
        ridiculously, why, problem/s, issue/s
    """,
    "happy": """
        happy, cheerful, smiling, grinning, laughing, obsessed, addicted, hooked, delighted, smug, love
    """,
    "fault": """
        drip/s, leak/s, complaint/s, issue/s, regret/s, fault/s, hassle/s, fuss, stress, glitch/es, bug/s,
        delay/s, crash/es, breakdown/s, squeak/s, scratch/es, trouble/s, error/s, drama, hiccup/s,
        mistake/s, flaw/s, defect/s, downside/s, worries, spill/s, blister/s, rattle/s, lag, queue/s,
        headache/s
    """,
    "spoiling": """
        making, ruining, losing, leaving, wasting, breaking, cancelling, canceling, delaying, ignoring,
        keeping, sending, charging, messing, screwing, lying, forgetting, taking
    """,
    "not": """
        not, no, never, isn't, aren't, wasn't, weren't, doesn't, don't, didn't, won't, wouldn't, can't,
        cannot, couldn't, hasn't, haven't, hadn't, ain't, nothing, none, neither, nor, without, barely,
        hardly, unable, nope
    """,
    "cant": """
        can't, cannot, couldn't, cant, unable, won't, cnt
    """,
    "be": """
        is, are, was, were, been, be, being, am, i'm, it's, that's, 's, its, seems, looks, feels,
        you're, ur, they're, im, went, gone
    """,
    "have": """
        have, has, had, i've, ive, we've, weve, having
    """,
    "i": """
        i, we, i'm, im, i've, ive, we've, weve, my, me, our, us, i'd, id, we'd, i'll, we'll
    """,
    "you": """
        you, your, u, ur, ya, y'all, yall, you're, youre, you've, youve, you'd, you'll, yourselves,
        yours
    """,
    "they": """
        they, they're, they've, them, their, company, staff, driver, guy, lady, man, woman, people,
        employee/s, agent/s, rep/s
    """,
    "unit": """
        minute/s, min/s, mins, hour/s, hr/s, hrs, day/s, week/s, wk/s, wks, month/s, mnth/s, year/s, yr/s,
        yrs, night/s, weekend, morning, afternoon, evening, fortnight
    """,
    "many": """
        a, an, one, two, three, four, five, six, seven, eight, nine, ten, twelve, fifteen, twenty, thirty,
        forty, sixty, several, few, couple, many, multiple, some, half, whole, entire, full, all, countless,
        numerous, hundreds, dozens, 2nd, 3rd, 4th
    """,
    "times": """
        second, third, fourth, fifth, sixth, tenth, umpteenth, 2nd, 3rd, 4th, 5th, 6th, 10th, nth
    """,
    "work": """
        work/s/ed/ing, function/s/ing, load/s/ed/ing, open/s/ing, connect/s/ed/ing, charge/s/ing,
        respond/s/ing, play/s/ing, download/s/ing, install/s/ing, update/s/d, updating, sync/s/ed/ing,
        display/s/ing, show/s/n/ing, turn, start/s/ing, boot/s/ing, launch/es/ing, save/s, saving,
        print/s/ing, register/s/ing, recogni/se/ze/ses/zes, accept/s/ed/ing, process/ed/ing, stream/s/ing,
        log, login, sign, open/s, close/s, recline/s, fit/s, dial, ring/s, match/es, credit/ed, apply,
        applied, correct, available, possible, valid, right, properly
    """,
    "arrive": """
        arrive/d/s, arriving, come/s, came, show, turned, delivered, received, receive, recieved, recieve,
        got, get, gotten, shipped, dispatched, despatched, sent, here, appear/s/ed, posted, picked,
        collected, updated, refunded, credited, processed, scheduled
    """,
    "answer": """
        called, contacted, emailed, follow, back, answer/s/ed/ing, reply, replies, replied, replying,
        respond/s/ed/ing, response/s, acknowledge/d, help/s/ed/ing, contact/ed, explain/ed, care/s/d
    """,
    "nobody": """
        nobody, noone, none
    """,
    "goods": """
        points, rewards, membership, fridge, oven, washer, dryer, dishwasher, mattress, sofa, shoes, shirt,
        dress, jacket, coat, jeans, headphones, earbuds, charger, cable, tablet, console, controller, pizza,
        burger, fries, sandwich, drink, tire/s, tyre/s, brakes, transmission, dealer, dealership, hotel,
        rental, meter, tariff, contract, plan, roaming, sim, modem, router, dvr, remote, statement,
        mortgage, overdraft, cheque, checkout, packaging, label, receipt, warranty, replacement, repair,
        technician, engineer, appointment, installation, agent/s, pilot, gate, platform, carriage,
        conductor, station, counter, reception, waiter, kitchen, cashier, courier, address, postcode,
        profile, device, laptop, printer, ink, keyboard, hardware, firmware, driver/s, patch, dlc,
        matchmaking, lobby, save, achievement, stream, episode/s, ads, playlist, speaker/s, headset, cards,
        pin, bank, plane, airport, crew, cabin, desk, kiosk, queue, line, lounge, upgrade, itinerary,
        departure, passenger/s, customer/s, ticket/s, shift, stop, route, schedule, timetable, service,
        network, app, website, site, page, link, system, server/s, wifi, internet, broadband, signal,
        connection, phone, line, account, card, payment, login, password, order, delivery, package, parcel,
        item, product, food, meal, room, car, engine, battery, screen, game, update, software, computer,
        laptop, printer, tv, channel, box, machine, power, electricity, water, heating, flight, train, bus,
        bag/s, luggage, baggage, seat/s, ticket, booking, reservation, refund, money, bill, code, coupon,
        voucher, number, email/s, text/s, message/s, dm/s, chat, button, feature, video, audio, sound,
        map/s, camera, door, light/s, fan, toilet, shower, bed, store, branch, driver, policy, claim,
        premium, loan, deposit, transfer, transaction, atm, branch, subscription, download, shipment,
        tracking
    """,
    "buy": """
        buy, buying, use, using, fly, flying, shop, shopping, order, ordering, eat, eating, book, booking,
        stay, staying, go, going, deal, dealing, visit, visiting, purchase, purchasing, rent, renting,
        return, returning, come, coming, recommend, recommending, trust, support, drive, driving, travel,
        travelling, ride
    """,
    "good": """
        good, great, nice, excellent, amazing, awesome, fantastic, wonderful, brilliant, superb,
        outstanding, perfect, lovely, fabulous, stellar, exceptional, terrific, incredible, fab, impressive,
        best, friendly, helpful, kind, polite, quick, fast, easy, happy, pleased, impressed
    """,
    "bad": """
        bad, worst, terrible, awful, horrible, horrendous, poor, crap, crappy, shit, shitty, lousy,
        dreadful, atrocious, appalling, disgusting, rubbish, pathetic, useless, abysmal, disgraceful,
        shocking, unacceptable, ridiculous, sucks, suck, slow, rude, broken, wrong
    """,
}

CLASSES |= OVERTONE_CLASSES
CUES = FAULTS | ASKS | TONE | IDIOMS
