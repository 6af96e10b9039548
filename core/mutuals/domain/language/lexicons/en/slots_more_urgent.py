"""More English words of danger, loss and haste: they weigh, but no rule stands on them. See `grammar.py`."""

SLOTS = {
    "more_danger": """
        caught light, catching light, on fire, alight, ablaze, smouldering, smoldering, glowing,
        sparks everywhere, gas bottle, gas cylinder, gas canister, gas tank, cylinder leaking, petrol leak,
        fuel leak, leaking petrol, leaking fuel, fuel everywhere, petrol everywhere, petrol running,
        petrol's running, diesel leak, chemical leak, chemical spill, acid, smells like something's burning,
        something's burning, something is burning, smell of petrol, smell of diesel, toxic, asbestos,
        dangling wires, wires hanging, wires sticking out, cables hanging, wires dangling, dangling over,
        shooting out, raw sewage, flooding, flooded, burst pipe, burst main, water main, collapsed,
        collapsing, landslide, avalanche, explosion, detonated, bomb, fireball, blaze, inferno, radiation,
        mercury, legionella, legionnaires, cracked open, give out, gave out, backfired
    """,
    "more_fumes": """
        glowing, orange, flash, leaking, leak, leaks, dripping, whistling, rattling, flicker, flickering,
        tingling, vapour, vapor, grey, haze, dust, burny, sizzling, humming, popping, ticking
    """,
    "more_device": """
        pack, hair straighteners, curler, curlers, straightener, heat pad, hot plate, ring, burner, grill,
        barbecue, bbq, camping stove, lighter, candle/s, fairy lights, christmas lights, string lights,
        projector, console, controller, speaker, headphones, e scooter, drill, mower, lawnmower, chainsaw,
        saw, blender, mixer, immersion, water heater, thermostat, solar panel/s, panels, fuse, switch, cord,
        power cord, power supply, extension, usb, strip, bulb, bulbs, fan, valve, tank, hose, regulator,
        ev charger, wall charger, heated blanket, heat mat, incubator, pump, sander, loft
    """,
    "more_object": """
        stone, tooth, plastic, rubber, glove, plaster, band aid, hair, fly, flies, worm, worms, larvae,
        cockroach, slug, snail, spider, frog, lizard, bolt, nail, mould, mold, mouldy, insect, insects, bug,
        bugs, bone, bones, button, bead, beads, battery, stick, wood, paint, oil, cleaner, detergent,
        chemical, chemicals, sanitiser, glue, thing moving, moving in
    """,
    "more_supply": """
        aircon's, stove, cooker, fridge, freezer, feeding pump, oxygen machine, concentrator, bed hoist,
        hoist, ramp, meter, prepay, internet, phone, toilet, toilets, drains
    """,
    "more_cutoff": """
        cut me off, cut us off, cut him off, cut her off, packed it in, disconnected us, disconnected me,
        hours of battery, last of, on its last, condemned, capped, switched off, turned off, died, playing up,
        tripped, tripping, knackered, won't come on, wont come on, won't turn on, doesn't come on
    """,
    "more_vehicle_part": """
        power steering, gearbox, gear/s, ignition, pedal, wipers, lights, hazard lights, bumper, boot,
        windscreen, sunroof, battery, engine, dashboard, cruise control, lane assist, autopilot, autobrake,
        abs, calliper, caliper, disc, discs, drum, wheel nut, wheel nuts, wheel bolts, ball joint, rims,
        tread, roof rack, tow bar, towbar, trailer, child lock, fork, forks, stem, crank, frame, handlebar,
        saddle, ski binding, binding, bindings, carabiner, helmet, visor, rotor, flap, cabin door,
        undercarriage, landing gear
    """,
    "more_gave_way": """
        packed it in, packed in, won't go, wont go, won't stop, pulling, pulls, pulling forward, on its own,
        on their own, surged, surging, lurched, lurches, shudders, juddering, wobbling, wobbles, fell apart,
        disintegrated, shattered, seized, seized up, faded, spongy, squashy, exploded, went off, no power,
        missing, wouldn't stop, didn't stop, did not stop, would not stop, slipped, slipping, cracked, bent,
        sheered, split, smoking, smoked, flapping, not attached, daylight, didn't release, whistling
    """,
    "more_road": """
        in traffic, a1, a40, a14, m3, m8, m42, m60, slip road, contraflow, junction, fast, at seventy,
        at sixty, at speed, downhill, hill, on the range, cars are, oncoming, dark road, country road,
        intersection, turnpike, flyover, ring road, a road
    """,
    "more_gave_way_thing": """
        leaning, toppled, topple, toppling, tipped over, tipped, tipping, folded, folded up, shattered,
        came loose, swung, dropped, has dropped, plunged, crumbling, cracks in, subsided, caved in, missed my,
        missed me, just missed, by inches, fell down, came crashing, crashed down, blown off, ripped off,
        gone through, went through, fallen off, falling off, fallen down, fallen in
    """,
    "more_attack": """
        harass, stalks, creep, creepy, pervert, upskirt, hand up, his hand on, her hand on, put his hand,
        touched me, touching me, touched her, rubbed, flashed, spiked, drink spiked, my drink was, beaten,
        beat me, beat up, beating, headbutted, kicked me, slapped, slapped me, pinned, pinned down, dragged,
        a fight, fighting, bottles thrown, throwing bottles, throwing stones, riot, stampede, crowd crush,
        terror, terrorist, hostage, abducted, kidnapped, trafficked, trafficking, abuse, abused, abuser,
        violent, domestic violence, tracking me, tracking my, track me, spying on, hidden camera, camera in,
        watching me, listening to us, can find me, where he can find, knows where i, knows where my,
        knows where we, where we live, restraining order, ex husband, ex boyfriend, ex partner, photos of my,
        pictures of my, sending my boy, sending my son, sending my daughter, messaging my, asking my daughter,
        asking my son, asking for photos, asking for pictures, nudes, naked, indecent, explicit,
        asked her to meet, asked him to meet, meet up with my, can't go on, cannot go on, cant go on,
        want to die, wants to die, don't want to live, dont want to live, no reason to live, wants to end,
        going to jump, about to jump, on a bridge, on the ledge, overdosing, taken pills, taken an overdose,
        cutting herself, cutting himself, harm himself, harm herself, harm themselves, final goodbye,
        sounds final, last post, published my, leaked, exposed my, my number is being, getting threats,
        threats
    """,
    "more_driver": """
        taxi, cab, lorry, van, truck, bus, coach, minicab, crew, conductor, doorman, staff, carer, nurse,
        teacher, instructor, technician, plumber, electrician, fitter, installer, installers, lads, builders,
        contractor, contractors, workman, workmen, driver's, tradesman
    """,
    "more_reckless": """
        had a drink, been drinking, drinking, slurred, slurring, tailgating, racing, watching a video,
        watching videos, no seatbelt, no lights, eyes closed, using his phone, with no hands, overtook,
        overtaking, mounted the kerb, undertaking, past the stop, told me to get out, told us to get out,
        threw me out, threw us out, made me get out, took off, took off with, drove off, driven off,
        drove away, sped off, still in the back, still in the car, still in the boot
    """,
    "more_alarm": """
        fall alarm, red button, detector's, fire panel, door entry, door lock, smart lock, doorbell, camera,
        cctv, tracker, gps, beacon, sat phone, satellite phone, radio, pager, nurse call, sos,
        monitoring people, control room, response team, fridge alarm, smoke sensor, sensor, epirb,
        carbon monoxide thing, co thing, emergency lights
    """,
    "more_fails": """
        recorded message, recorded voice, nobody came, no one came, noone came, rang for an hour, can't see,
        says disarmed, disarmed, no response, unanswered, dropped, dropping, drops, keeps dropping,
        no one picks up, nobody picks up, chirping, chirps, going mad, sounding, goes unanswered, engaged,
        busy, out of service, won't trigger, didn't trigger, didn't alert, never alerted, ignored,
        isn't responding, frozen, unreachable, red light
    """,
    "more_emergency_number": """
        ambulance service, triple zero, 1 1 2, fire service, coastguard, mountain rescue, casualty,
        samaritans, crisis line
    """,
    "more_money": """
        isa, rent money, wage, payday, pay day, stipend, grant, student loan, maintenance, tips, refund, upi,
        fd, fixed deposit, portfolio, shares, coins, tokens, savings account, joint account, business account,
        gift card, top up, salaries, house money, holiday money, thousand, thousands, hundred, lakh, lakhs,
        crore, 40k, pot, pots, premium bonds
    """,
    "more_taken": """
        vanishing, emptying my, cleared out, cleared my, wiped my, lifted, gone overnight, withdrawals,
        withdrawing, sent my, sent to a, sent my whole, transferred out, frozen, froze, froze my, locked,
        blocked, bounced, swallowed, not credited, hasn't gone in, haven't gone in, not gone in, not paid,
        hasn't been paid, hasn't landed, moved my, who moved, sold my, bought bitcoin, cashed, cashed out,
        cloned, leaving my account, being used, emptied while, went to somebody, went to someone
    """,
    "more_unknown": """
        never been, never been to, aren't ours, isn't ours, not ours, fake, nothing to do with me,
        never asked for, never requested, didn't request, didn't ask for, never bought, didn't do,
        never visited, never used, never set up, never opened, never signed, do not recognise,
        do not recognize, can't explain, i don't know, says i did, random, i've never flown, i live in,
        nobody here applied, it wasn't us, wasn't us, never flown with, never shopped, wrong account,
        somebody else's account, wrong landlord, without consent, without my consent, intercepted
    """,
    "more_moved_money": """
        airline i've never, contactless, pay, wages, salary, rent, login, purchase, purchases, spend,
        spending, ordering, subscription
    """,
    "more_fraud": """
        in my name, in our name, in her name, in his name, cheated, conned, swindled, fooled, tricked, duped,
        scam, scams, phishing, smishing, fake account, fake customer care, fake call, fake caller, fake email,
        fake site, fake website, fake invoice, fake profile, fake, spoofed, spoof, impersonator, impersonated,
        impersonation, pretending to be, claims to be, claiming to be, mule, money mule, loan taken,
        taken out a loan, opened an account, login codes, security codes, codes i never, codes i didn't,
        code i didn't, code i never, otp, verification codes, stolen, gave my pin, given my pin,
        given them my, gave them my, told them my, shared my pin, shared the otp, skimmed, skimmer,
        not on my phone, new device, from a device, from a city, remote access, shared my screen
    """,
    "more_cannot_afford": """
        no food in, nothing in the fridge, last 40p, last quid, last pound, last fiver, can't buy, cannot buy,
        bailiff, kicked out, lose my job, lose my licence, lose the flat, lose my flat, lose my place,
        on the street, starving, kids hungry, refusing admission, payroll, staff waiting, staff won't be,
        nappies, pay the rent, pay my rent, pay the mortgage, pay my staff, the bailiff
    """,
    "more_legal": """
        barrister, formal notice, notice before action, letter of claim, proceedings, the tribunal,
        employment tribunal, judge, magistrates, hearing, summons, subpoena, litigate, suing you, my legal,
        legal letter, legal department, legal fight, legal claim, solicitors, lawyers, passed to my solicitor,
        passed this on to my, financial ombudsman, energy ombudsman, the ombudsman, reporting this to,
        report this to, environmental health, health and safety, hse, food standards, data commissioner,
        information commissioner, ico, ofgem, ofcom, fca, rbi, trai, caa, dot, faa, cfpb, ftc, accc,
        consumer affairs, consumer rights, fair trading, negligence, negligent, liable, liability, damages,
        defamation, breach of contract, discrimination, police report, fir, case against, to court, be served,
        served papers, claim against you, lodged a claim, regulator has, from my lawyers, my lawyers,
        my lawyer, police have been informed, police informed, you have till, hear from my, evidence,
        prosecution, justice
    """,
    "more_stuck": """
        locked up with me, lights have gone off, everyone has left, everyone's left, everyone has gone,
        everyone's gone, shut us in, shut me in, shut in, changed the locks, changed the lock, no booking,
        every place is full, everywhere is full, everywhere's full, fully booked, nowhere open, nothing open,
        nowhere else, told to leave, told to get off, made us get off, made to get off, taken us off,
        missed the last, last one gone, no way out, can't get out, cannot get out, cant get out,
        can't get down, cannot get down, can't get in, cant get in, cannot get in, can't get into, won't open,
        wont open, won't release, wont release, won't let us off, won't let me off, wont let us,
        won't let us out, refusing to let, refuse to let, no one to let, turned us away, turned me away,
        refused entry, refused boarding, on her own, on his own, on my own, wrong flight, wrong airport,
        wrong station, wrong address, wrong country, wrong bus, never picked up, not picked up, no one picked,
        forgotten, forgot my son, forgot my daughter, forgot us, forgot me, walked home, made to walk,
        had to walk, walking along
    """,
    "more_place": """
        kerb, curb, verge, lane, in the street, on the street, on the streets, changing room, changing rooms,
        stockroom, store, shop, branch, gym, toilet, toilets, loo, bathroom, cubicle, stairwell, basement,
        cellar, garage, car wash, multi storey, mountain, slope, hill, beach, sea, island, at sea, on board,
        harbour, forest, woods, moor, field, crossing, remote, campsite, services
    """,
    "more_hard": """
        pouring, raining, lightning, thunder, below zero, ice, icy, sleet, hail, wind, sunstroke, 30 degrees,
        35 degrees, 40 degrees, phone's on, percent battery, battery left, phone dying, phone is dying,
        phone's dying, about to die, no battery, no charge, no coat, barefoot, soaked, wet, hungry, thirsty,
        crying, screaming, scared, year old, gone 11, gone midnight, past midnight, after midnight,
        middle of the night, no idea where, don't know where, dont know where, strange city, strange town,
        foreign, don't speak, lights have gone off, in the dark, no lights
    """,
    "more_deadline": """
        at midnight, due tonight, due today, due at, closes at, shuts in, shuts at, closes in, ends at,
        expires at, expires in, in _ minutes|mins|min, in _ hours|hrs|hour, in under an hour,
        in less than an hour, less than an hour, less than 2 hours, _ minutes|mins left, _ hours|hrs left,
        hour left, hours to go, minutes to go, in forty minutes, tomorrow, get married tomorrow, by friday,
        by monday, by 9am, by 10am, by 12, by 1pm, by 2pm, by 9, by 10, at two, at 2pm, at 7am, at 9am,
        at 8am, at 10am, at 3pm, at 5pm, deadline's, deadline is, cut off is, cutoff is, last day, final day,
        runs out at, tonight, today, this evening, this morning, first thing, tmrw, tomoz, tmr, 2moro
    """,
    "more_event": """
        operation's, op, tender, bid, auction, contract, contracts, exchange contracts, exchange, keys,
        application, applications, deposit deadline, enrolment, enrollment, registration, viewing, tribunal,
        exam's, driving test, test, viva, recital, match day, wake, burial, baptism, christening, bride,
        groom, wedding dress, married, bridesmaid, best man, birth, kidney match, chemo, dialysis,
        radiotherapy, mri, ct scan, biopsy, ivf, egg collection, consultant, specialist, pre op,
        job interview, work permit, green card, residency, renewal, insurance, mot, tax, vat, vat return,
        bacs, invoice, moving day, move out, tenancy, eviction, hand in, coursework, essay, grant, ucas,
        portal, slot, last boat, cruise, sailing, connection
    """,
    "more_blocked": """
        greyed out, grayed out, logged me out, logged out, locked me out, won't take, wont take, won't load,
        won't open, won't upload, won't submit, won't let me, wont let me, errors, error'd, timing out,
        timed out, times out, spinning, cancelled, canceled, haven't come, hasn't come, not come,
        gone missing, you've frozen, you've lost, you lost, you've got my, you have my, you still have,
        you still haven't, refused, refusing, stopped, broken, not showing, nowhere to be found, is lost,
        are lost
    """,
    "more_lost_person": """
        walked off, wandering, wandering about, on the track, on the tracks, alone at, on her own, on his own,
        wrong flight, wrong school, wrong stop, wrong house, back seat, still in the back, left behind,
        left on, left at, missing since, never got off, never arrived, didn't get off, locked in,
        locked inside, stuck in, still inside, is inside, home alone
    """,
    "more_child": """
        14yo, 6 year old, yr olds, under fives, under five, under 5s, schoolgirl, schoolboy, schoolgirls,
        teens, girls, boys, boy, girl, little ones, bubba, bambino, grandbaby, my youngest, my eldest,
        my oldest, our youngest, pram, cot, pushchair, buggy, stroller, teddy, class of kids, class of,
        reception class, 3yo, 4yo, 5yo, 2yo, 8yo, 10yo, 12yo, 16yo, two year old, three year old,
        four year old, mths, months, lad, wee one, wean, weans, bairns, kiddie, kiddies, sibling
    """,
    "more_frail": """
        old chap, old boy, old dear, old lad, 80 year old, 90 year old, in her 80s, in his 80s, in her 90s,
        in his 90s, neighbour's 90, stepdad, stepmum, gramps, pops, pop, grampa, grandpa, pa, nani, dadi,
        amma, appa, ammi, abba, opa, oma, nonno, poppy, meemaw, papaw, carers, newborn, preemie, amputee,
        hip replacement, stroke, ms, als, mnd, lupus, crohns, stoma, feeding pump, oxygen, pacemaker,
        walking stick, zimmer, hearing impaired, visually impaired, learning disability, special needs, sen,
        down's, downs syndrome, ptsd, late husband, late wife, widow, widower
    """,
    "more_night": """
        2 am, 3 am, 4 am, 6am, gone 11, gone midnight, middle of the night, lights have gone off, on her own,
        on his own, no coat, snowing, raining, pouring, pouring down, wet, hail, thunder, heat, 30 degrees,
        34 degrees, degrees in here, 35 degrees, 38 degrees, minus 4, minus four, below zero, frost, icy, wind
    """,
    "more_cry": """
        please stop it, stop the payment, block everything, stop it before, do something,
        someone do something, act now, need someone, need somebody, anyone, anybody, please hurry, please act,
        what now, is anyone there, anyone there, come quick, come now, please can you, can someone,
        can somebody, can anyone, please tell me, kindly, how do i stop, how do i block, how do i cut,
        open the doors, let us out, let me out, get us out, get me out, get him out, get her out,
        get it off the shelves, off the shelves, pull them, please pull, take it off, take them off,
        warn people, warn others, stop selling, recall, daren't, dont know what to do, don't know what to do,
        i'm begging, shut it down, take it down, take this down, get it down, remove it, no one will,
        nobody will, won't come, nobody's coming, no one's coming, no one is coming, nobody is coming
    """,
}
