"""English word classes of what cannot wait: who is in danger, by what, and how badly. See `grammar.py`."""

SLOTS = {
    "alarm": """
        alarm/s, smoke alarm/s, smoke detector/s, fire alarm/s, burglar alarm, panic button, panic alarm,
        pendant, fall pendant, red cord, pull cord, emergency cord, siren, help point, help button,
        emergency button, sos button, emergency line, emergency app, monitoring, monitoring centre,
        monitoring center, careline, lifeline, sprinkler/s, intercom, emergency phone, call button,
        alarm system, alarm panel, security system, emergency exit, fire exit, fire door, detector,
        defibrillator, medical alert, traffic lights, baby monitor, stairlift
    """,
    "fails": """
        not working, isn't working, doesn't work, doesnt work, don't work, didn't work, hasn't worked,
        won't work, wont work, not connecting, isn't connecting, won't connect, dead, offline, failed, fails,
        down, broken, does nothing, didn't go off, didnt go off, didn't sound, won't sound, wont sound,
        never went off, rings nowhere, no answer, not answering, not responding, disconnected, out of order,
        silent, hasn't loaded, won't arm, wont arm, won't load, keeps ringing, rings out, stopped working,
        has gone, won't stop, wont stop, screaming, going off, beeping, not gone off, havent gone off,
        haven't gone off, cut it off, cut off, nothing happens, just sat there, doesn't ring, doesn't go,
        totally dead, showing green, all green, not loading, failed to
    """,
    "emergency_number": """
        999, 911, 112, 000, 111, 108, emergency services, the emergency services, an ambulance, ambulance,
        the police, fire brigade, emergency calls
    """,
    "reach": """
        dial, dialling, dialing, ring, call, phone, reach, through to, connect, contact, calls, get, rang,
        called
    """,
    "line_dead": """
        can't, cannot, cant, couldn't, unable, no signal, no network, no bars, no service, dead, down, won't,
        nobody can, no one can, no landline, no phone, unable to, cut off
    """,
    "money": """
        money, savings, wage/s, salary, rent, pension, benefit/s, balance, fund/s, cash, deposit, quid, grand,
        pounds, dollars, euros, rupees, pay, paycheck, pay check, paycheque, account, current account,
        bank account, overdraft, mortgage, universal credit, inheritance, crypto, wallet, everything, the lot,
        bonus, life savings, transfer, payment/s, direct debit, dd, my card, payroll, rs, child support,
        house deposit
    """,
    "taken": """
        is gone, all gone, has gone, just gone, gone from, gone in, gone out of, gone missing, missing from,
        is missing, went missing, spending my money, spend my money, is empty, now empty, says zero,
        zero balance, balance zero, at zero, swallowed by, swallowed my card, ate my card, moved out,
        been moved, left my account, taken, took, vanished, disappeared, stolen, stole, steal, stealing,
        emptied, emptying, emptied out, cleaned out, drained, draining, drain, wiped, wiped out, withdrawn,
        withdrew, debited, going out, moving everything, moved everything, siphoned, robbed, nicked, swiped,
        deducted, made a payment, sent to, went to the wrong, charged twice, debited twice, double charged,
        transferred
    """,
    "unknown": """
        i didn't do, i haven't done, not by me, new payee, i haven't made, i never made, i didn't send,
        i never sent, i didn't order, i never ordered, i didn't buy, i didn't approve, never approved,
        never agreed to, no idea who, someone ive never, never heard of, don't recognise, don't recognize,
        dont recognise, dont recognize, didn't recognise, not me, wasn't me, wasnt me, isn't me, isn't mine,
        isnt mine, not mine, aren't mine, weren't mine, i didn't make, i never authorised, didn't authorise,
        didn't authorize, didnt authorise, never authorised, never authorized, unknown, stranger, strangers,
        without my, without asking, without permission, without otp, somebody else, someone else, scammer/s,
        fraudster/s, crook/s, thief, thieves, criminal/s, hacker/s, unauthorised, unauthorized, suspicious
    """,
    "moved_money": """
        charge on, charges on, new device, my card, my account, to my account, codes, bank codes, payment/s,
        transfer/s, transaction/s, payee, withdrawal/s, purchase/s, direct debit, debit/s, loan, log in
    """,
    "fraud": """
        fraud, fraudster/s, scammed, scammer/s, been cloned, card cloned, identity theft, identity stolen,
        stolen card, card stolen, stolen identity, phished, sim swap, sim swapped, swapped my sim,
        ported my number, ported out, ported my, hacked, hacker/s, hacking, compromised, account takeover,
        taken over my, took over my, hijacked, keylogger, ransomware, locked my business account, data breach,
        cloned,
        unauthorised|unauthorized|fraudulent charge|charges|transaction|transactions|payment|payments,
        unauthorised|unauthorized|fraudulent access|purchase|withdrawal|withdrawals|login|activity|debit
    """,
    "intruder": """
        someone, somebody, some one, stranger, strangers, they've, theyve, they, ex, hacker/s, scammer/s,
        fraudster/s, whoever, he's, he, she, somebody's, someone's, random person, people
    """,
    "inside": """
        is using my, are using my, been using my, has access, gained access, trying to access,
        tried to access, trying to log, see where i live, changed the password|email, is in my, are in my,
        now in my, hacked into, got into, gets into, getting into, broken into, broke into, inside my,
        inside our, in my account, in my bank, in my email, in my profile, logging into, changed my,
        has changed, got access to my, accessed my, accessing my, stole my, stolen my, pretending to be,
        posing as, impersonating, posting as, posting from, messaging from, sending messages, added a new,
        guessed my, in control of, has logged in, has logged into, keeps logging in, someone logged in,
        somebody logged in, logged in from, signed in from, spending my, took over my, taken over my,
        took over our, taken over our
    """,
    "login": """
        account/s, bank codes, security codes, codes, otp, otps, verification code, profile, email, e mail,
        password, bank, card, cards, phone number, number, sim, page, login, wallet, identity, passport,
        social security, inbox, app, details, name, device
    """,
    "cannot_afford": """
        can't feed, cannot feed, cant feed, can't pay, cannot pay, cant pay, can't buy food, no money for,
        no money to, nothing to eat, bailiff/s, eviction, evicted, rent is due, rent due, rent goes out,
        landlord, lose the house, lose our house, lose my house, lose our home, lose my home, repossessed,
        repossession, foreclosure, foreclose, don't get paid, get paid, overdrawn, chain is collapsing,
        only one i've got, stuck abroad
    """,
    "legal": """
        bailiff/s, my lawyer/s, our lawyer/s, a lawyer, lawyered, from lawyers, my solicitor/s,
        our solicitor/s, a solicitor, instructed solicitors, solicitor's letter, solicitors letter,
        my attorney, our attorney, an attorney, my barrister, legal action, legal proceedings, legal advice,
        sue, suing, sued, lawsuit, class action, small claims, take you to court, taking you to court,
        see you in court, in court, court papers, court claim, court order, court hearing, county court,
        court date, court case, tribunal, ombudsman, trading standards, better business bureau, bbb,
        regulator, watchdog, attorney general, consumer court, consumer forum, consumer commission,
        letter before action, letter before claim, statutory demand, cease and desist, file a complaint with,
        formal complaint to, report you to, reporting you to, reported you to, reported to the,
        data protection, gdpr breach, press charges, pressing charges, moneyclaim, money claim online,
        chargeback, section 75, injunction, prosecuted, prosecute, litigation, legal notice, debt collector/s
    """,
    "stuck": """
        sat at the airport, we're sat in, we are sat in, locked on this, locked on the, host has vanished,
        truck never came, never picked us up, never picked me up, unable to get home, no way of getting,
        stranded, stuck, trapped, dumped, abandoned, left behind, left us, left me, left her, left him,
        left stranded, locked out, locked in, locked inside, marooned, sleeping, sleep on, stood in,
        standing in, put off the plane, kicked off, thrown off, turned away, threw us, threw me, thrown out,
        kicked out, nowhere to stay, nowhere to sleep, nowhere to go, no way home, no way to no way back,
        can't get home, cannot get home, cant get home, get home, cannot get off, can't get off,
        stuck between, alone at, alone on, alone in, no hotel, no hotel room, never showed
    """,
    "alone": """
        alone, all alone, by herself, by himself, on her own, on his own, lives alone, lives by herself,
        lives by himself
    """,
    "place": """
        on a train, on this train, train has been, on the train, on a bus, on the bus, on a coach,
        on this platform, the car park, the parking lot, on the floor, off the plane, in the snow,
        in the rain, in the dark, in the toilet, by the road, airport, terminal, station, platform, motorway,
        roadside, hard shoulder, level crossing, middle of nowhere, lift, elevator, tunnel, bus stop, street,
        pavement, ferry, chairlift, cable car, gondola, ski lift, side of the road, desert, layby, lay by,
        abroad, foreign country, border, car seat, outside, doorstep, between floors, between stations,
        village, port, escape room, rollercoaster
    """,
    "hard": """
        all night, for the night, the night, at night, in the night, toddlers, two kids, three kids,
        small children, small kids, my daughter, my son, my mum, my mom, nobody at the desk, nobody here,
        staff all gone, staff gone, no staff, no staff here, no one here, in the rain, in the snow,
        since last night, days now, overnight, tonight, midnight, dark, pitch black, alone, on my own,
        by myself, by herself, by himself, kids, children, baby, babies, toddler/s, elderly, pregnant,
        no hotel, no food, no water, no phone signal, no signal, freezing, cold, minus, nowhere, 1am, 2am,
        3am, 4am, 11pm, 12am, no money, without food, without water, no toilet, no toilets, no air con, no ac,
        suitcases, wheelchair, last train, last bus, last flight, no taxis, strangers, fainting, fog, degrees,
        no help
    """,
    "stranded": """
        stranded, marooned, sleeping in the airport, sleep on the floor, sleeping on the floor,
        nowhere to stay, nowhere to sleep, nowhere to go, no way home, no way to get home,
        no way of getting home, stuck in a lift, stuck in the lift, stuck in your lift, stuck in an elevator,
        stuck in the elevator, stuck in your elevator, trapped in, trapped on, trapped inside,
        locked out of my house|home|flat|car|room|apartment|hotel,
        locked out of our house|home|flat|car|room|apartment, locked inside, locked in the, locked in your,
        dumped us, dumped me, abandoned us, abandoned me, abandoned at, left at the side, left on the side,
        left us at the, left me at the, left stranded, middle of nowhere, wrong airport, stuck abroad,
        left behind at, sleeping at the airport|station, sleep at the airport|station, spend the night in,
        spending the night in, spend the night at the airport, sleep in the airport, sleep in my car,
        sleeping in my car, sleeping in the car
    """,
    "deadline": """
        deadline, due today|tonight, due by, due tomorrow, today or, tonight or, by 5pm, by 5, by noon,
        by midnight, by tonight, by close of business, by end of day, by tomorrow, by tmrw, by this afternoon,
        before midnight, before 5pm, expires today|tonight|tomorrow, runs out today|tonight|tomorrow,
        last chance today, ends today|tonight, closes today|tonight, in an hour, in 1 hour, in two hours,
        in 2 hours, in 2 hrs, in three hours, in 3 hours, in half an hour, within the hour, in 20 minutes,
        in 30 minutes, in 30 mins, in 20 mins, in 15 minutes, in 10 minutes, in 15 mins, in 10 mins,
        in 40 minutes, in 45 minutes, in 45 mins, in minutes, this afternoon, at noon, by 3pm, by 4pm, by 6pm,
        by 4 today, at 3 today, can't wait past, cannot wait past, need/s it today|tonight, need/s it by,
        needed today, need this today|tonight, need/s them today|tonight, final call, tomorrow morning,
        tmrw morning, first thing tomorrow, tomorrow 10am
    """,
    "event": """
        interview, exam/s, visa, visas, passport/s, closing, completion, completes, payroll, wedding, funeral,
        surgery, operation, hearing, court, filing, tax return, presentation, submission, ceremony, scan,
        embassy, consulate, mortgage, removal van, movers, court date, dissertation, thesis, assignment,
        final exam, cremation, bail, permit, license, deeds, transplant
    """,
    "blocked": """
        can't, cannot, cant, won't, wont, stuck, still, haven't, hasn't, havent, hasnt, isn't, down, lost,
        pending, crashed, frozen, error, failing, failed, missing, unable, locked, nobody, no one, or i,
        or we, or it's, otherwise, unless, has my, have my, got my, need, needs, not working, waiting,
        delayed, not arrived, no answer, no sign, no reply, not here
    """,
    "nth": """
        third time, fourth time, fifth time, sixth time, tenth time, umpteenth time, nth time, 3rd time,
        4th time, 5th time, 6th time, 10th time, 3 times, 4 times, 5 times, 6 times, 10 times, three times,
        four times, five times, six times, ten times, several times, multiple times, numerous times,
        countless times, dozens of times, many times, a dozen times, times now
    """,
    "asked": """
        asked, asking, called, calling, emailed, emailing, contacted, contacting, tweeted, tweeting, written,
        writing, wrote, messaged, messaging, dm'd, dmed, rang, rung, ringing, phoned, phoning, reported,
        reporting, chased, chasing, begged, requested
    """,
    "twice": """
        charged twice, charged me twice, charged us twice, double charged, double charge, charged double,
        charged me double, charged multiple times, charged me multiple times, debited twice, billed twice,
        billed me twice, taken twice, took it twice, paid twice, charged 3 times, charged three times,
        took my money, taken my money, took our money, stole my money, stolen my money, overdrawn, drained my
    """,
    "emergency": """
        an emergency, medical emergency, family emergency, real emergency, life or death, life and death,
        matter of life, urgent, urgently, very urgent, extremely urgent, asap
    """,
    "needs": """
        respond, reply, answer, contact, call me, call back, ring me, help, need, needs, needed, assistance,
        attention, fix, sort, resolve, refund, resolved, flight, account, locked, delivered, delivery,
        engineer, access, matter, issue, please, dm, cancel
    """,
    "lost_person": """
        where is she, where is he, where are they, can't find my, cannot find my, cant find my,
        lost my son|daughter|child|kid|mum|dad|nan|gran, no one to meet, nobody to meet, walk off with,
        walked off with, gone missing, is missing, wandered off, handed to the wrong, given to the wrong,
        no idea where she|he, don't know where she|he
    """,
    "roadside": """
        motorway, hard shoulder, level crossing, highway, freeway, interstate, expressway, carriageway,
        dual carriageway, outside lane, fast lane, middle lane, live lane, side of the road,
        side of the motorway, lay by, layby, m1, m6, m25, m4, m5, m62, train tracks, railway line, blind bend,
        lorries, on the tracks, across the tracks
    """,
    "breakdown": """
        broken down, broke down, breakdown, flat battery, flat tyre, flat tire, cut out, recovery truck,
        recovery van, recovery, tow truck, puncture, conked out, has died, just died, won't start, wont start,
        no spare, ran out of fuel, ran out of petrol
    """,
    "control": """
        brake/s, brake pedal, steering, steering wheel, airbag/s, accelerator, throttle, gas pedal,
        seatbelt/s, seat belt/s, handbrake, parking brake, harness, buckle
    """,
    "exit": """
        exit/s, fire exit/s, fire door/s, fire escape, emergency exit/s, emergency exits, stairwell
    """,
    "shut": "chained, locked, blocked, padlocked, bolted shut, obstructed, chained shut, locked shut",
    "lifted": """
        lift, lifts, elevator, elevators, chairlift, ski lift, cable car, gondola, rollercoaster,
        ferris wheel, escalator, stairlift, the ride, theme park ride
    """,
    "halted": """
        stuck, stopped, trapped, halted, broken down, broke down, jammed, hanging, not moving, between floors
    """,
    "lurking": """
        in my garden, in my house, in our garden, in our house, outside my house, outside my door,
        outside my window, at my door, on my doorstep, trying the door, at the back door, the back door,
        between carriages, around the carriage, in my flat, in my room, into my room, entered my room,
        in our room, following me, followed me, still outside, sat outside
    """,
    "travel": """
        flight, boarding, gate, train, ferry, boarding pass, boarding passes, plane, check in, cruise, coach,
        taxi, airport, boards
    """,
    "cannot_go": """
        can't, cannot, cant, won't, wont, haven't, havent, stuck, locked, crashed, frozen, error, nobody,
        no one, lost, unable, refusing, refused, still no, still not, still don't, no driver, no taxi,
        not arrived, hasn't arrived, hasnt arrived
    """,
    "whoever": """
        man, guy, bloke, stranger, someone, somebody, staff, men, lad, lads, passenger, woman, ex, teenager,
        teenagers, gang, drunk
    """,
    "violent": """
        hit me, hit my, hits me, pushed me, pushed my, shoved, punched, punched me, threatened, grabbed,
        touched me, touched my, spat, swung, assaulted, attacked, locked me, won't let me out,
        wont let me out, following me, followed me, filming me, exposed himself, drunk and, swinging,
        trying the, collapsed, shouting at me, screaming at me
    """,
    "mobility": """
        wheelchair/s, mobility scooter, walker, walking frame, rollator, crutches, hearing aid/s, prosthetic,
        guide dog, assistance dog, service dog, power chair, powerchair
    """,
    "mishandled": """
        lost, broke, broken, damaged, left behind, missing, smashed, stolen, without, destroyed, refused,
        bent, denied, never arrived, not here, turned away
    """,
    "emergency_own": """
        family emergency, medical emergency, this is an emergency, it's an emergency, its an emergency,
        real emergency, life or death, life and death, emergency surgery, emergency operation, matter of life,
        dying mother, dying father, dying mum, dying dad, on his deathbed, on her deathbed, days to live,
        hours to live, say goodbye to my
    """,
    "need_by": """
        need/s it today|tonight|tomorrow, need/s it by today|tonight|tomorrow,
        need/s them today|tonight|tomorrow, need/s this today|tonight|tomorrow,
        need/s that today|tonight|tomorrow, needed today, needed tonight, needed by tonight,
        need it for tomorrow, need it for tonight, due today, due tonight, deadline is today,
        deadline is tomorrow, deadline is tonight, deadline today, today is the deadline, expires today,
        expires tonight, leaving in an hour, leaves in an hour, departs in an hour
    """,
}
