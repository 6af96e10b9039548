"""Broad English word classes of accidents, crime, medicine and haste: they weigh, and no rule needs them. See `grammar.py`."""

SLOTS = {
    "structure": """
        wall, roof, tile/s, scaffolding, scaffold, plank, ceiling, ladder, pavement, hole, pothole, bridge,
        branch, tree, lamp post, lamppost, fence, gate, balcony, railing/s, banister, handrail, step, steps,
        stairs, staircase, escalator, floor, shelf, shelves, shelving, crane, skip, manhole, drain, sign,
        chimney, window, glass roof, mirror, cupboard, wardrobe, bunk bed, bunk, bed, cot, crib, high chair,
        highchair, pram, pushchair, buggy, stroller, car seat, booster seat, swing, slide, trampoline,
        climbing frame, swimming pool, pool, deck, barrier, harness, strap, rope, buckle, catch, hinge, stand,
        stage, seat, chair, stool, desk, bracket, bolts, tent, gazebo, marquee, lid, door, trolley, zip line,
        zipline
    """,
    "accident": """
        accident, crash, crashed, collision, collided, skidded, skidding, knocked down, run over, ran over,
        hit by, landed on, fallen, casualty, casualties, wounded, injuries, hurt, hurting, screaming, crying,
        bruised, bruise, limping, cut, cuts, blood, bloody, pain, painful, sore, stuck in, caught in, pinned,
        crushed, crush, crushing, squashed, trapped, choked, gagging, wheezing, shaking, shaky, shivering,
        confused, dizzy, sick, sleepy, poorly, unwell, ill, fever, temperature, collapse, gone grey, grey,
        clutching, on drips, on a drip, in labour, in labor, waters broke, contractions, contraction,
        stopped breathing, turning blue, blue, limp, lifeless, fit, fitting, seizing, reaction, tooth,
        cracked my, lost a, eye, eyes, blind, can't see, cannot see, can't feel, can't move, numb, burning,
        itchy, stinging, blistering, bitten, bite, bites, stung, sting, infected, infection, sepsis, kidneys,
        kidney, liver, heart, lungs, chest, brain, operation, surgery, doctor/s, gp, nurse, vet, vets,
        hospital, icu, a and e, er, paramedic, medics, first aid
    """,
    "pet": """
        dog, cat, puppy, kitten, rabbit, hamster, horse, pony, pet, pets, hens, goldfish, guinea pig, parrot
    """,
    "peril": """
        hazard, hazardous, dangerous, danger, unsafe, unstable, explosive, flammable, toxic, poisonous,
        deadly, lethal, fatal, life threatening, emergency, evacuate, evacuated, evacuating, evacuation,
        explode, explosion, exploding, burst, bursting, blast, blaze, fire, flames, inferno, smoke, fumes,
        gas, leak, leaking, spill, spilled, spilling, sparks, sparking, spark, arcing, electrocute, live,
        exposed, frayed, fraying, loose, melted, melting, scorched, burning, burnt, steam, boiling, scalding,
        overheating, overheated, puffing up, bulging, swelling, swollen, hissing, hiss, banging, fizzing,
        crackling, buzzing, vibrating, shaking, wobbling, wobbly, swaying, tilting, tilted, leaning, cracking,
        cracked, crumbling, collapsing, collapsed, caving, falling, fell, fallen, dropped, dangling, hanging,
        slipping, slipped, tripped, tumbled, toppled, overturned, capsized, sinking, drowning, flood,
        flooding, flooded, submerged, stuck, trapped, jammed, wedged, pinned, shut in, locked in, buried,
        stranded, lost, missing, vanished, snowed in, cut off, snapped, sheared, shattered, smashed, broke,
        ruptured, split, detached, came loose, came off, flew off, blown over, blew over, popped open,
        gave way, jackknifed, skidded, crashed, crash, collided, rolled, rolling, runaway, derailed, swerved,
        aquaplaned, brakes, steering, storm, lightning, blizzard, hurricane, tornado, earthquake, wildfire,
        avalanche, landslide, heatwave, freezing, frost, ice, icy, boil notice, contaminated, contamination,
        infested, infestation, mould, asbestos, sewage, carbon monoxide, radiation, chemical, bleach, petrol,
        diesel, fuel, pylon, substation, transformer, cable down, line down
    """,
    "crime": """
        police, arrested, arrest, crime, criminal, illegal, illegally, theft, thief, thieves, stolen, stole,
        steal, robbed, robbery, mugged, burgled, burglar, burglary, break in, broken into, intruder, trespass,
        vandalised, fraud, fraudulent, scam, scammed, scammer, scammers, conned, cheated, swindled, phished,
        hacked, hacker, hackers, breached, breach, leaked, stalked, stalker, stalking, harassed, harassment,
        threatened, threatening, threat, threats, blackmail, extortion, assault, assaulted, attack, attacked,
        attacker, punched, kicked, slapped, hit, hitting, shoved, pushed, grabbed, grab, groped, touched,
        raped, rape, molested, abuse, abused, abusive, abuser, bullied, bullying, paedophile, predator,
        grooming, porn, indecent, naked, nude, nudes, consent, without my consent, filming, filmed, recording,
        spying, hidden camera, following, followed, lurking, prowling, exposing, exposed, masturbating, drunk,
        high, armed, knife, blade, gun, weapon, machete, bat, acid, shoot, shooting, shot, stab, stabbed,
        murder, kill, killed, killing, kidnap, kidnapped, trafficked, hostage, bomb, terrorist, riot, fight,
        fighting, held up, spiked, drugged, restraining order, impersonating, impersonated, fake, forged,
        counterfeit, intercepted, cloned, skimmed, ransom, revenge, racist, racially, hate, doxxed, escort,
        breaking in
    """,
    "medical": """
        medicine, medicines, medication, meds, tablets, pills, dose, doses, dosage, prescription, insulin,
        inhaler, inhalers, epipen, epipens, antibiotics, vaccine, jab, jabbed, injection, injected, drip,
        syrup, morphine, chemo, dialysis, oxygen, ventilator, breathing machine, breathing machines,
        feeding tube, tube, catheter, pacemaker, monitor, defib, defibrillator, transplant, surgery,
        operation, op, theatre, anaesthetic, stitches, wound, bandage, plaster cast, scan, biopsy, blood,
        transfusion, hospital, a and e, er, icu, ward, ambulance, paramedic, paramedics, doctor, doctors, gp,
        nurse, surgeon, consultant, midwife, vet, dentist, fever, infection, sepsis, rash, hives, allergy,
        allergic, anaphylaxis, asthma, diabetic, diabetes, epileptic, epilepsy, seizure, seizures, fit, fits,
        stroke, heart, chest, lungs, kidney, liver, brain, spine, cornea, eye, eyes, tongue, throat, lips,
        lip, scalp, skin, tooth, teeth, jaw, ribs, rib, wrist, ankle, knee, toes, toe, finger, fingers, thumb,
        leg, arm, neck, head, bleeding, bleed, swelling, swollen, burn, burns, burned, burnt, blister,
        blisters, bruise, bruised, broken bone, fracture, concussion, unconscious, out cold, faint, fainted,
        fainting, collapse, collapsed, dizzy, drowsy, confused, not making sense, sick, vomiting, vomit,
        throwing up, the runs, diarrhoea, food poisoning, poisoned, choking, choked, choke, gagged, lodged,
        swallowed, breathe, breathing, breath, wheezing, coughing, pain, pains, agony, hurt, injured, injury,
        dying, dies, died, dead, death, coma, miscarriage, pregnant, labour, contractions, newborn, premature,
        cancer, tumour, terminal, palliative, hospice, suicidal, suicide, self harm, overdose, mental health,
        panic attack
    """,
    "critical_event": """
        wedding, funeral, coffin, cremation, burial, ceremony, groom, bride, exam, exams, interview, visa,
        passport, passports, embassy, court, hearing, trial, tribunal, bail, cell, evicted, eviction, bailiff,
        bailiffs, completion, completes, exchange, sign for the house, keys, mortgage, deposit, deadline,
        payroll, wages, nurses unpaid, unpaid, enrol, enrolment, enroll, submission, submit, application,
        tender, auction, operation, surgery, transplant, scan, appointment, flight, gate, boarding, ferry,
        cruise, train, connection, due date, birth, graduation, premiere, opening night, launch, concert,
        match, final, tax return, vat return
    """,
    "soon": """
        tonight, today, tomorrow, tmrw, midnight, noon, in an hour, in 15, in 20, in 30, in ten, in five,
        this minute, right now, by noon, at noon, at 3, at 9, at ten, at two, by four, by 5, by friday,
        by monday, friday, monday, this morning, this afternoon, this evening, minutes, closes, closing,
        shuts, expires, ends, last day, last chance, deadline, final, about to, any minute, as we speak,
        as i type, as i write, while i slept, woke up, just now, now, immediately, within the hour, before it,
        hours, hour
    """,
    "refused_entry": """
        boarding refused, denied boarding, refused boarding, wouldn't let me, wouldn't let us, won't let me,
        won't let us, won't let us back, turned away, refused, denied, rejected, detained, held at,
        kicked off, removed from, thrown off, escorted off
    """,
}
