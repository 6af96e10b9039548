"""English word classes that the grammars of all flags share. The notation is explained in `grammar.py`."""

SLOTS = {
    "not": """
        not, no, never, isn't, aren't, wasn't, weren't, doesn't, don't, didn't, won't, wouldn't, can't,
        cannot, couldn't, hasn't, haven't, hadn't, ain't, nothing, none, neither, nor, without, unable,
        nobody, noone, no one, zero, cnt, refuses, refused
    """,
    "harmless": """
        gone up, gone down, blood services, blood bank, blood test, blood type, blood moon, blood drive,
        plastic bottle/s, plastic bag/s, high five, high speed, high street, gone wrong,
        gone missing from the menu, emergency cover, emergency breakdown cover, emergency call out,
        emergency callout, emergency fund/s, emergency savings, emergency pot, emergency kit,
        emergency contact, breakdown cover, fire sale, fire pit/s, fire walk, fire emoji, fire drill,
        fire door/s, fire alarm test, fire station, fire extinguisher, hot wings, hot sauce, hot chocolate,
        hot dog/s, hot drink/s, hot take, hot tub, hot cross buns, too hot to handle, smoked salmon,
        smoked paprika, smoked cheese, smoked glass, smoke grey, smoke gray, smoke machine, smoke free,
        smoking area, no smoking, non smoking, gas bill/s, gas man, gas station, gas engineer, gas card,
        gas price/s, gas tariff, gas meter reading, gas mileage, murder on the dance floor, murder mystery,
        drop dead gorgeous, death by chocolate, to die for, dying for, dying to, dying at, dying over,
        dead good, died laughing, i'm dying, im dying, i died, literally dying, burning question, kill for,
        kill to, killing it, killed it, sick of, off sick, sick beat, heart stopped, shock at how,
        in for a shock, pleasant shock, shock to the system, daylight robbery, legal team, legal tender,
        out of date, blood orange, blood pressure, cold brew, ice cold, night cream, night in, night out,
        night shift, cold drink/s, deadly good, killer deal, killer soundtrack, killer app, killer feature,
        killer heels, burn after, slow burn, burn calories, burn off, heart rate, heart broken, break a leg,
        cost an arm, arm and a leg, pain in the, pulling my leg, off my chest, face mask, face cream,
        hand cream, hand soap, back in, back up, back pack, head office, head over, head start, head of,
        head to, eye on, mouth watering, mouth full of, by mouth, word of mouth, tongue in cheek,
        give me a hand, second hand, first hand, left hand, right hand, on the other hand, hands down,
        hands free, face to face, foot the bill, set foot, setting foot, on foot, chest of drawers, skin care,
        cut price, cut off point, hard to swallow, blown away, blow my mind, blew my mind, mind blown,
        hit the spot, knock out, knockout, bang on, big bang, smoking hot, on fire lately, absolute fire,
        straight fire, is fire, are fire, was fire, so fire, water bottle/s, sparkling water, water proof,
        watercolour, water park, power nap, power move, more power to, baby blue, baby pink, baby shower,
        baby steps, baby spinach, kid friendly, kid you not, not kidding, kids menu, child's play,
        inner child, mother's day, mothers day, father's day, fathers day, mother in law's tongue,
        mother nature, mother tongue, son of a, sugar daddy, santa baby, oh boy, boy oh boy, man up,
        old man's, granny smith, blind date, blind taste, blind bag/s, blind box/es, cancer research,
        stuck in bed with, stuck in traffic, stuck on which, stuck in my head, stuck between the,
        stuck for ideas, stranded between, lost in translation, lost for words, left a review, left my review,
        break in the weather, lunch break, tea break, spring break, summer break, winter break, coffee break,
        christmas break, a steal, such a steal, stole my heart, stole the show, stealing the show,
        robbed in the final, was robbed, were robbed, got robbed of, killer price, dangerous for my,
        dangerously good, dangerously tasty, dangerously close, dangerously addictive, crime against,
        guilty pleasure, fatal attraction, lethal combination, bomb dot com, da bomb, bath bomb/s,
        deadline for the, deadline for next, final call for entries, closing down sale, gas cooker,
        electric range, electric car, electric cars, electric guitar, electric atmosphere, fire in the belly,
        liar liar, panic buying, panic at, breathe easy, breath of fresh air, can't breathe laughing,
        cannot breathe laughing, catch my breath, breathtaking, jumped the gun, jump the gun, jumping the gun,
        up the gun, gun show, guns n, glue gun, massage gun, knife set, knife block, butter knife,
        pocket knife, legally blind
    """,
    "joke": """
        for my wallet, my wallet, need coffee, cross the road, to my bank balance, bank account is going to,
        bank account will cry, sell my kidney, sell a kidney, send help lol, jokes aside, as a joke, lol,
        lols, lmao, lmfao, rofl, haha, hahaha, hahahaha, ha, hehe, heh, jk, kidding, 😂, 🤣, 😹, 😍, 🤤, 😋, 🥰, 😜,
        😆, 😁, 🤩, 😛, 😉, 😅, 😏, ❤, 💕, 💖, 🙌, 🎉, 🥳, 💀, hilarious, hilariously, in a good way, so funny, meme/s,
        pun, funniest, laughing, laughed, giggling, legit crying, banter, hype, obsessed, addicted, fan/s of
    """,
    "fiction": """
        film/s, movie/s, episode/s, season finale, finale, drama, soundtrack, song/s, track/s, album/s,
        tune/s, lyrics, gig, concert, novel/s, boss, boss fight, quest, level, halloween, costume,
        fancy dress, trailer, sequel, remix, character/s, plot, playlist, season, match, goal, penalty, derby,
        podcast, cosplay, dlc, gameplay, show, documentary, murder mystery, cartoon, scene, report, study,
        article, poster, advert, ad, ads, read, bake off, dance floor, chorus, bass, banger
    """,
    "browse": """
        do you sell, do u sell, do you stock, do you do, do you have, do you make, you guys sell,
        where can i buy, where can i get, where do i buy, how much is|are, what's the price, whats the price,
        price of, which colour|color|size|one|model, in stock, looking for, looking to buy,
        thinking of buying, want to buy, available in, come in, comes in, how many, what colour|color|size,
        can't decide, cant decide, which should, which is better, do they sell, sell any, how often should,
        renewal, renew, how do i set, how do i choose, how does your, what is the limit, what's the limit,
        opening hours, what time does|do, is there a, are there any, next year's, discount, on sale,
        in the sale, sells out, sell out, pre order
    """,
    "suppose": """
        what if, what happens if, what would happen, in case, hypothetically, would it, if i ever, if we ever,
        if you ever, suppose, imagine, let's say, just asking, just wondering, just curious,
        asking for a friend, insurance, do you cover, cover me if, worst case
    """,
    "solved": """
        all good, all fine, all fine now, all sorted, sorted now, sorted it, no rush, not urgent, no hurry,
        whenever you, resolved, fixed now, back on now, working now, false alarm, fire drill, drill,
        fully recovered, recovered, safe and sound, no harm done, thanks for sorting, thank you for sorting,
        thanks for helping, thanks for having, years ago, year ago, last year, last summer, last winter,
        long ago, back in, remember when, used to be, since then, ever since, well done, fair play,
        turned up in the end, in the end, hooray, luckily, nothing major, no worries, no drama, no bother
    """,
    "praise": """
        thank/s, thankyou, thx, ta, cheers, love, loved, loving, lovely, amazing, brilliant, fantastic,
        excellent, awesome, wonderful, superb, great, perfect, bliss, beautiful, delicious, tasty, unreal,
        best ever, best, favourite, favorite, excited, so good, happy, grateful, appreciate/d, well done,
        ten out of ten, 10/10, 5/5, impressed, kind, gem, glad, proud, gorgeous, stunning, yummy, so kind,
        bravo, kudos
    """,
    "child": """
        baby, babies, newborn/s, infant/s, toddler/s, child, children, kid/s, kiddo, son, sons, daughter/s,
        little one/s, little girl|boy, bairn, bub, lo, my boy, my girl, little girl, little boy, year old/s,
        yr old/s, yo, month old, months old, week old, weeks old, day old, days old, grandson, granddaughter,
        grandchild, grandchildren, grandkids, nephew, niece, twins, tot, schoolkids, school kids, pupil/s,
        teen, teenager, schoolchildren, minor, preemie, unaccompanied minor, nursery, playground,
        primary school, lads aged
    """,
    "frail": """
        nan, nana, nanna, gran, granny, grandma, grandad, granddad, grandfather, grandmother, grandparents,
        nonna, elderly, elder, pensioner/s, oap, mum, mom, mam, mother, dad, father, papa, parents, mama,
        in law, aunt, auntie, uncle, pregnant, months pregnant, weeks pregnant, heavily pregnant, expecting,
        in labour, in labor, disabled, disability, wheelchair/s, asthmatic, asthma, diabetic, diabetes,
        diabetics, epileptic, epilepsy, dementia, alzheimers, alzheimer's, parkinsons, parkinson's, blind,
        deaf, autistic, immunocompromised, bedridden, bed bound, bedbound, terminally ill, chemo,
        chemotherapy, cancer, heart condition, copd, cystic fibrosis, stroke patient, patient/s, resident/s,
        care home, carer, vulnerable, tenant/s, old lady, old man, old woman, old people, older people,
        sickle cell, transplant, surgery, post op, housebound, cannot walk, can't walk, crutches, very ill,
        seriously ill, hospice
    """,
    "person": """
        husband, wife, hubby, partner, girlfriend, boyfriend, gf, bf, fiance, fiancee, sister, brother,
        family, friend/s, mate/s, passenger/s, woman, man, lady, guy, girl, boy, neighbour/s, neighbor/s,
        colleague/s, people, someone, somebody, everyone, us, me, him, her, them, dog, cat, puppy
    """,
    "night": """
        midnight, overnight, late at night, at night, all night, tonight, last night, dark, pitch black, dusk,
        1am, 2am, 3am, 4am, 5am, 12am, 11pm, 10pm, in the rain, snow, blizzard, freezing, storm, minus, cold,
        fog, heatwave, degrees, in the heat, 40c, last train, last bus, last flight, last ferry, on my own,
        by myself, alone, by herself, by himself, lives alone, all alone
    """,
    "now": """
        now, right now, rn, immediately, asap, urgent, urgently, straight away, at once, this minute,
        this second, as i type, as we speak, quickly, today, tonight, this morning, this afternoon,
        this evening, just now, already, hurry, before it's too late
    """,
    "cry": """
        help, please help, pls help, help us, help me, sos, who do i ring|call, who do we ring|call,
        what do i do, what do we do, what should i do, please answer, please respond, please someone,
        someone please, somebody please, someone answer, pick up, pls pick up, call me, ring me, send someone,
        send somebody, send help, emergency, please send, nobody answering, no one answering,
        nobody is answering, not answering, nobody answers, no one answers, no answer, rings out,
        line is dead, line's dead, can't get through, cannot get through, cant get through, freeze it,
        block it, block my, lock it, lock the, stop it, scared, terrified, frightened, panicking, worried,
        desperate, desperately, shaking, in tears, begging
    """,
    "still": """
        still, yet, hasn't, haven't, hasnt, havent, waiting, pending, stuck, delayed, late, no sign,
        processing, missing, lost, on hold
    """,
    "warm": """
        lovely, amazing, brilliant, fantastic, excellent, awesome, wonderful, superb, perfect, so kind,
        kindness, above and beyond, well done, shout out, shoutout, helped us, helped me, saved, rescued,
        saved our, grateful, appreciate, kudos, hero, heroes, legend/s, so helpful, thank you so much,
        thanks so much
    """,
}
