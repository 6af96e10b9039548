"""English word classes of danger to life and limb: who, by what, and how badly. See `grammar.py`."""

SLOTS = {
    "danger": """
        carbon monoxide, co alarm, co detector, co poisoning, gas leak/s, gas leaking, leaking gas,
        smell/s gas, smell/s of gas, smelling gas, stink/s of gas, stinking of gas, reeks of gas, smelt gas,
        smell like gas, rotten egg/s, smell of rotten egg/s, burning smell, smell of burning,
        smelling burning, smell/s burnt, stink/s of burning, smell/s like burning, smell of smoke,
        burning plastic, burnt plastic, burning rubber, electrical burning, electrocuted, electrocution,
        electric shock/s, electrical shock/s, caught fire, catch fire, catching fire, caught alight,
        set alight, set on fire, went up in flames, in flames, burst into flames, is on fire, was on fire,
        are on fire, exploded, explode/s, exploding, blew up, blown up, about to blow, gonna blow,
        going to blow, scorch mark/s, scorched, scorching hot, singed, charred, had a fire, bushfire/s,
        wildfire/s, live wire/s, exposed wire/s, exposed wiring, bare wire/s, power line, power lines,
        cable down, line down, live cable, uncapped, manhole, sinkhole, full of smoke, filled with smoke,
        smoke filled, black smoke, thick smoke, smoke coming, smoke pouring, smoke everywhere, sparks flying,
        sparks coming, throwing sparks, black stuff pouring, short circuit, short circuited, go on fire,
        goes on fire, went on fire, gone on fire, set fire, smell burning, smelt burning, house is on fire,
        kitchen is on fire, fire in my, fire in our, fire in the kitchen, there's a fire, theres a fire,
        there is a fire
    """,
    "fumes": """
        smoke, smoking, smoked, fumes, flame/s, spark/s, sparked, sparking, arcing, fizzing, hissing, hiss/es,
        buzzing, bulging, swelling, swollen, swelled, bloated, overheat/s/ed/ing, melt/s/ed/ing, red hot,
        boiling, scalding, burning, burnt, burned, burn, burns, bang, banging, popped, crackling, hot, blew,
        tripping, gas, fire, too hot to touch, acid, on fire, cracked, snapped, shattered, burst, collapsed
    """,
    "device": """
        battery, batteries, charger/s, charging, plug/s, socket/s, heater/s, boiler/s, cooker/s, hob, oven,
        stove, scooter, ebike, e bike, kettle, iron, toaster, air fryer, fryer, fuse box, fusebox, fuseboard,
        consumer unit, breaker box, breaker, wiring, wires, wire, cable, outlet, adapter, adaptor,
        extension lead, tumble dryer, dryer, drier, washing machine, washer, dishwasher, fridge, freezer,
        electric blanket, blanket, hoverboard, vape, power bank, powerbank, bonnet, engine, exhaust,
        hairdryer, hair dryer, straighteners, lamp, light fitting, light fittings, meter, inverter, panel,
        pan, microwave, radiator, pressure cooker, hot water bottle, geyser, cylinder, transformer, pole,
        laptop, phone, tablet, watch, earbud/s, headset, router, tv, telly, monitor, pipe, flue, chimney,
        generator, car, van, bus, coach, train, carriage, vehicle, wheel, candle
    """,
    "electrics": """
        fuse box, fusebox, fuseboard, consumer unit, breaker box, light fitting, light fittings, plug socket,
        plug sockets, socket/s, electrics, electric meter, wiring, sockets, lights, outlet/s, ceiling
    """,
    "water": "water, flood, flooding, flooded, leak, leaking, pouring, gushing, dripping, sewage",
    "jolt": """
        belt off, nasty belt, shocked by the, shocked me, got shocked, shock, jolt, zap, zapped, a belt off,
        gave me a belt, got a belt
    """,
    "gave_me": """
        gave me a|an, given me a|an, got a|an, got an electric, gives me a|an, giving me a|an,
        gave my son|daughter|wife|husband|mum|dad a|an, get a|an, touched, touch
    """,
    "harm": """
        fits and, two fits, had fits, having fits, can't move her|his|my, cannot move her|his|my,
        can't see out, full of blood, covered in blood, blood everywhere, losing blood, blood in,
        blood pouring, people coughing, stung by, swallowed a|some|the|two|it|one, banging headaches,
        got headaches, splitting headache, has died, have died, been killed, was killed, got killed, injured,
        injury, injuries, injuring, bleeding, bled, scald/s/ed/ing, blister/s/ed, hives, anaphylaxis,
        anaphylactic, anaphylactic shock, allergic reaction, throwing up, threw up, thrown up, vomiting,
        vomited, vomit, puking, puked, being sick, been sick, violently sick, violently ill, very sick,
        seriously ill, food poisoning, poisoned, salmonella, e coli, diarrhoea, unconscious, passed out,
        pass out, fainted, fainting, collapsed, seizure/s, a fit, having a fit, choking, choked, chest pain/s,
        heart attack, having a stroke, can't breathe, cannot breathe, cant breathe, couldn't breathe,
        struggling to breathe, breathing funny, not breathing, trouble breathing, difficulty breathing,
        gasping, wheezing, drowsy, unresponsive, can't wake, cannot wake, cant wake, won't wake, concussion,
        concussed, fractured, fracture,
        broken arm|leg|wrist|ankle|rib|ribs|nose|hip|collarbone|finger|foot|hand|tooth,
        broke my|his|her arm|leg|wrist|ankle|rib|ribs|nose|hip|foot|finger|tooth|hand|neck|back, stitches,
        ambulance, paramedic/s, rushed to, taken to hospital, in hospital, hospitalised, hospitalized,
        emergency room, urgent care, miscarriage, went numb, gone numb, still numb, cut my|his|her|our,
        cut open, sliced my|his|her, gashed, gash, crushed my|his|her, trapped my|his|her, electrocuted,
        knocked out, knocked unconscious, knocked down, chemical burn/s, burns on, burnt my|his|her|our,
        burned my|his|her|our, head is swimming, dizzy, banging headache/s, drowned, drowning,
        lost consciousness, sepsis, overdose, overdosed, hit by a, run over, bitten, mauled, dead body,
        almost died, nearly died, could have died, could've died, maimed, suffocating, dehydrated,
        hypothermia, heatstroke, heat stroke, blue lips, turning blue, gone blue, throat is closing,
        throat closing, in agony, severe pain, coughing and, chlorine, fumes are, eyes burning, burning eyes,
        dragged out of the water
    """,
    "fell": "fell, fallen, fall, slipped, tripped, falling, a fall, nasty fall, plunged, tumbled",
    "body": """
        arm/s, leg/s, lip/s, face, throat, hand/s, finger/s, thumb, eye/s, mouth, tooth, teeth, head, skin,
        chest, tongue, knee/s, ankle/s, foot, feet, scalp, cheek, neck, wrist/s, toes, ear/s
    """,
    "hurt_body": """
        puffed up, closing up, swelling, swollen, swelled, swell, numb, burnt, burned, burns, burn, burning,
        bleeding, blistered, smashed, sliced, itching, blood, swell up, puffy, blown, stinging, peeling,
        bruised, puffing, puffing up
    """,
    "object": """
        piece of plastic, bits of plastic, rusty nail, fish bone, glass, shard/s, metal, needle/s, razor,
        blade/s, screw/s, wire, staple/s, splinter/s, syringe, bleach, maggot/s, rat, magnet/s,
        button battery, little battery
    """,
    "food": """
        food, meal, burger/s, bread, sandwich, wrap, salad, soup, pizza, chicken, rice, curry, yoghurt,
        yogurt, cereal, formula, milk, juice, drink, bottle, pouch, jar, crisps, chips, fries, cake, brownie,
        chocolate, biscuit/s, porridge, sauce, fish, prawn/s, meat, tin, can, baby food, lunch, dinner,
        starter, takeaway, dish, pasta, noodles, sleeve, shoe, shoes, coat, toy, cot, nappy, cream, snack,
        ice cream, cookie/s
    """,
    "ate": """
        ate, eaten, eat, eating, bit, bite, bitten, chewed, swallowed, drank, drunk, drink, mouth, tongue,
        cracked my tooth, fed, had it, used it, inside, found, finding, full
    """,
    "allergen": """
        allergy, allergies, allergic, allergen/s, nut, nuts, peanut/s, sesame, shellfish, dairy, gluten,
        coeliac, celiac, coeliacs, lactose, egg, eggs, prawn/s, nut free, epipen
    """,
    "served": """
        told, asked, warned, given, gave, served, ate, eaten, brought, still, reaction, contains, contained,
        label, labelled, swelling, swollen, hives, hospital, ambulance, wrong, undeclared, got, put, puffing
    """,
    "drug": """
        my tablets, his tablets, her tablets, mum's tablets, dad's tablets, of tablets, my pills, his pills,
        her pills, the pills, the tablets, dosage, my dose, one dose, last dose, next dose, insulin,
        inhaler/s, epipen/s, epi meds, medication/s, medicine/s, med, dialysis, chemo drugs, chemo,
        feeding tube, blood thinners, warfarin, morphine, pain relief, antibiotic/s, oxygen, oxygen bottles,
        nebuliser, nebulizer, heart heart heart meds, epilepsy tablets, epilepsy meds, anti seizure,
        seizure meds, hrt, steroid/s, antidepressants, contraceptive, immunosuppressants, prescription/s,
        inhalers, insulin pump, insulin pen/s, test strips, catheter/s, stoma bags, thyroxine, methadone,
        medicines, baby formula, cpap, ventilator, stairlift, hearing aid/s, thyroid meds, tablets, pills,
        pen, repeat prescription
    """,
    "vital": """
        insulin, inhaler/s, epipen/s, dialysis, chemo drugs, chemo, feeding tube, blood thinners, oxygen,
        oxygen bottles, nebuliser, nebulizer, heart tablets, heart pills, heart meds, epilepsy tablets,
        epilepsy meds, seizure meds, insulin pump, insulin pen/s, ventilator, morphine, immunosuppressants,
        cpap, oxygen machine, dialysis machine, defibrillator, pacemaker, warfarin, anti rejection
    """,
    "lack": """
        out of, ran out, run out, runs out, running out, last one, one left, dose left, doses left, left in,
        none left, one day left, days left, hours left, last dose, last pill, last tablet, last bag,
        last inhaler, last of my, i've had none, had none, without, hasn't arrived, not arrived,
        hasn't turned up, hasnt turned up, not turned up, not come, didn't come, never came, never arrived,
        missing, lost, late, delayed, stuck, still waiting, no stock, out of stock, not delivered,
        not been delivered, haven't been delivered, hasn't been delivered, undelivered, was meant to,
        were meant to, supposed to arrive, supposed to be here, need my, needs her, needs his, need it,
        needs it, can't get, cannot get, cant get, refusing, refused, refuse, wrong branch, hasn't come,
        no sign, in the bag, in my bag, in that bag, in the hold, in the case, in my suitcase,
        in that suitcase, in my luggage, no power, stopped working, has stopped, have stopped, stopped after,
        failed, packed in, is electric, still says, contains, must stay cold, little insulin, low on,
        nearly out, short of, almost out, about out, down to my last, down to his last, down to her last,
        half a
    """,
    "wrong_drug": """
        wrong tablet/s, wrong pill/s, wrong medication, wrong medicine, wrong meds, wrong dose, wrong dosage,
        wrong strength, wrong prescription, wrong drug/s, double dose, double the dose, ten times,
        times the dose, someone else's, for someone else, another patient, other patient, wrong person,
        wrong name, wrong patient, somebody else's, mixed up, expired, wrong label, overdose
    """,
    "supply": """
        power, electricity, electric, electrics, water, heating, heat, boiler, hot water, gas, supply,
        landline, phone line, lift, lifts, elevator, stairlift, signal, drinking water, running water, ac,
        air con, aircon, air conditioning
    """,
    "cutoff": """
        no, without, off, cut off, cut, dead, down, disconnected, out, gone, lost, failed, not working,
        stopped, broken, packed up, packed in, isn't working, hasn't worked, wont take, won't take,
        conked out, outage, no longer, shut off
    """,
    "vehicle_part": """
        brake/s, brake pedal, steering, steering wheel, airbag/s, wheel/s, tyre/s, tire/s, accelerator,
        throttle, seatbelt/s, seat belt/s, car seat, clutch, suspension, axle, headlights, roof box, door/s,
        handbrake, bonnet, wing, harness, buckle, chain, handlebars
    """,
    "gave_way": """
        failed, failing, fail, gone, went, gave way, give way, came off, come off, fell off, falling off,
        flew off, flew open, locked, locks up, locked up, soft, stuck, jammed, snapped, broke, broken, blew,
        blown, burst, collapsed, won't release, wont release, came apart, came out, floor, no brakes,
        don't work, not working, didn't work, didn't deploy, by itself, shears, sheared, loose, cut out,
        unlatched, won't lock, popped open, detached, hanging
    """,
    "road": """
        motorway, m1, m6, m25, m4, m62, hard shoulder, level crossing, highway, freeway, interstate,
        expressway, carriageway, dual carriageway, outside lane, fast lane, middle lane, roadside,
        side of the road, side of the motorway, roundabout, at 60, at 70, 60mph, 70mph, 80mph, bend,
        middle of the road, tracks, on the tracks, live lane, overpass, lay by, layby
    """,
    "broke_down": """
        broken down, broke down, break down, cut out, cuts out, died, dead, stopped, stalled, stranded, stuck,
        conked out, breakdown, recovery, tow truck, tow, abandoned, flat battery, flat tyre, dumped, left
    """,
    "near_miss": """
        nearly killed, almost killed, could have killed, could've killed, coulda killed, nearly crashed,
        almost crashed, nearly died, nearly hit, almost hit, nearly ended up, nearly lost,
        could have been killed, nearly ran, nearly knocked, almost ran, going to kill, will kill, gonna kill,
        get killed, be killed, someone will die, someone will get hurt, somebody will get hurt,
        somebody will be hurt, someone could get hurt, someone could die, going to get hurt, gonna get hurt,
        could have been seriously, accident waiting, fatal, lethal, deadly, death trap, deathtrap, unsafe,
        not safe, isn't safe, dangerous, dangerously, hazard, safety hazard, fire hazard, trip hazard,
        choking hazard, safety risk, safety issue, risk to life, life threatening, take these off sale,
        recall this, recall these, lives at risk, putting lives
    """,
    "gave_way_thing": """
        gave way, giving way, came down, come down, coming down, fell off, fell on, fell onto, came off,
        collapsed, falling off the, hanging off, hanging by a thread, hanging over, fell out, fell apart,
        snapped, chained shut, exit blocked, exits are chained, fire exit/s, fire escape
    """,
    "attack": """
        followed me to my, followed me into, following me home, kept following, death threat/s, threats to,
        with a bat, a bat, with a knife, posted my home, my home address, given my address, gave my address,
        shared my address, gave out my address, attacked, attacking, assaulted, assault/s, groped, grope/s,
        sexually assaulted, raped, molested, punched, spat, stalked, stalking, stalker, harassed, harassing,
        harassment, mugged, burgled, intruder, intruders, burglar/s, broke in, breaking in, trying the door,
        trying the back door, trying the handle/s, tried our back door, tried the door, stabbed, strangled,
        followed me home, followed me to, keeps following, masturbating, exposed himself, strange man,
        some men, drunk men, leering, in my house, prowler, doxxed, doxed, posted my address,
        leaked my address, home address, where she lives, where he lives, where i live, blackmail,
        blackmailing, blackmailed, extort, extorting, sextortion, my nudes, intimate photos, revenge porn,
        grooming, groomed, predator, paedophile, pedophile, grown man, suicidal, self harm, self harming,
        kill myself, kill himself, kill herself, end my life, end it all, goodbye note, goodbye post,
        hurt myself, death threats, saying they're coming, not going the way, threatened me, threatened us,
        threatened my, threatened to hit, threatened to kill, threatening me, threatening us, threatening my,
        grabbed me, been robbed, got robbed, we were robbed, shoved me, shoved my, shoved her, pushed me,
        pushed my, felt threatened, feel threatened, feel unsafe, felt unsafe, don't feel safe,
        dont feel safe, feeling unsafe, men hanging about, hanging about, commit suicide, committing suicide,
        had a knife, has a knife, pulled a knife, a knife on, knifepoint, with a gun, has a gun, had a gun,
        pulled a gun, gunpoint, gunman, armed, weapons, a weapon
    """,
    "driver": """
        driver/s, engineer, courier, rider, pilot, captain, guard, bouncer, security, host, cabbie, chauffeur,
        delivery guy, delivery man, dog
    """,
    "reckless": """
        locked the doors, followed me, following me, not going the way, drunk, asleep, falling asleep,
        nodding off, dozing, texting, on his phone, on her phone, on the phone, speeding, swerving, red light,
        ran a red, jumped a red, wrong side, stoned, smelt of alcohol, reeks of alcohol, stinks of alcohol,
        touched me, touched my, locked me, won't let me out, wont let me out, refusing to stop, won't stop,
        ran over, drove into, drove off with
    """,
    "police": """
        police, cops, crime number, crime reference, crime ref, 101, gardai, fire brigade, fire service,
        fire dept, fire department, coastguard
    """,
    "told_you": """
        told, asked, warned, said, label, labelled, nut free, no nuts, dairy free, gluten free, allergy note
    """,
    "gave_it": """
        served, gave, given, put, still got, brought, contains, contained, it had, had nuts, ate, with nuts,
        in it, came with, still in
    """,
}
