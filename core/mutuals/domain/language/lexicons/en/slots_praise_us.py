"""English word classes of recommending: to whom, what, how warmly, and standing up for us. See `grammar.py`."""

SLOTS = {
    "against": """
        not recommend, wouldn't recommend, would not recommend, never recommend, don't recommend,
        do not recommend, cannot recommend this, can't recommend this, not recommended, never recommending,
        used to recommend, used to tell, recommend avoiding, recommend bringing, recommend you fix,
        recommend you hire, recommend you train, avoid, avoiding, steer clear, stay away, not to bother,
        don't bother with, dont bother with, don't bother, worst enemy, not any more, not anymore,
        go elsewhere, anywhere else but, instead, ashamed, don't waste, warn others, warning to, how awful,
        how bad, how badly, how badly you, plague, save yourselves and, boycott, stop buying, not worth,
        fall apart, falls apart, better off, the rival's, rip off, ripoff, scam, don't believe the hype,
        like queues, enjoy being, if you like queues, if you enjoy, if you like talking, queue for, on hold,
        useless, rubbish, awful, terrible, worst, filthy, rude, broken, slow train, zero stars, one star, 🙄,
        🙃, haven't had the, havent had the, still haven't, never got, and you didn't, it broke,
        get through to you, is it true, keep telling me, never insure, what you did, slow down, i suppose,
        where's my, can't join, invite expired, bot, robot, it's ok i suppose, ages to, dreamed of sleeping,
        warned me about, going downhill, i used to send, no longer recommend, anyone else, how dirty,
        how slow, before they travel, what's the rate, broke in a, and it's down, is down too, is missing,
        where's the reward
    """,
    "asking": """
        can you recommend, can u recommend, could you recommend, do you recommend, would you recommend,
        what do you recommend, which would you, which do you, can anyone recommend, anyone recommend,
        anyone tried, has anyone, is it worth it, is it worth, should i buy, should i get, which one should,
        recommendation for a, recommendations, recommended dose, recommended retail, recommended minimum,
        recommended playlist, friend told me about you, recommended you, recommended i, doctor recommended,
        vet recommended, a friend recommended, suggest for, advisor recommended, refer a friend,
        referral code, referral scheme, referral bonus hasn't, invite friends, how do i, tell your, tell me,
        you should try answering, you should try picking, you should fix, you should hire, you should be,
        you should have, tell you my
    """,
    "recommend": """
        recommend, recommended, recommending, recommendation, endorse, vouch, vouching, suggest, rave, raving,
        swear by, swears by, praise, praises, singing your praises, sing your praises, sing their praises,
        singing the praises, plug for, advert for, ambassador, sales rep, referral, referred, refer,
        referring, preach, preaching, gospel, bang on about, banging on about, go on about, shut up about,
        never stop talking, can't stop telling, speak highly, spread the word, spreading the word,
        word of mouth, pass on your name, passed your name, point people, pointing people, point them,
        sent your way, send people, send everyone, send anyone, send all, send my, sending people, commission,
        on your payroll, on the payroll, marketing dept, converts, convert, converted, converting, recruited,
        convinced, persuaded, talked into, talked my, signed up, got my, got my whole, got the whole,
        got three, got all, put my, put three, dragged, sold my mate, won over, told my, told everyone,
        told the, tell everyone, tell anyone, tell everybody, tell every, tell all, telling everyone,
        telling all, telling folk, telling people, telling the whole, keep telling, i tell, we tell,
        tell your parents, tell your friends, tell ya mates, tell anybody, tell people, tell folk, say to all,
        say the same name, wrote your name, left a review, put a review, review up, five star review,
        glowing review, shared your link, my link, use my link
    """,
    "strong_recommend": """
        highly recommend, would recommend, can recommend, definitely recommend, absolutely recommend,
        strongly recommend, thoroughly recommend, fully recommend, totally recommend, 100% recommend,
        10/10 recommend, can't recommend enough, cant recommend enough, cannot recommend enough,
        highly enough, recommend enough, recommend them, recommend you to, recommend these,
        recommend this place, recommend to anyone, recommended to all, recommended to everyone,
        recommend it to, thoroughly recommended, highly recommended, praise them enough, praise you enough,
        can't say enough, cannot say enough, say enough good, vouch for, swear by, can't fault, cannot fault,
        best in the business, look no further, don't look any further, look anywhere else, bother looking,
        go anywhere else, daft to go elsewhere, mad not to, won't regret, wont regret, not regret it,
        won't look back, wont look back, thank me later, can't go wrong, cant go wrong, trust me,
        take it from me, believe the hype, worth the hype, worth every penny, worth every cent,
        worth the trip, no brainer, hidden gem, underrated, must try, must visit, must buy, must have, a must,
        you need one, need this in your life, need these gloves, need these, missing out, slept on,
        sleeping on, don't sleep on, do not sleep on, do yourself a favour, do yourself a favor,
        do yourselves a favour, do yourselves a favor, treat yourself, treat yourselves, treat your mum,
        run don't walk, what are you waiting for, go there, go see, go and see, go get, get yourself,
        get yourselves, get one, buy one, buy two, get two, buy them, grab one, grab it, just buy it, buy it,
        buy these, get it downloaded, get around these, download it, sign up, use them, try them,
        give them a try, give them a go, give it a go, give these guys, have a go, check them out, join them,
        come by you, stop there, best money, best tenner, where its at, where it's at, only bank,
        only airline, only pharmacy, only place, only one i'd, i'd trust, wouldn't trust anyone,
        wouldn't trust anybody, wouldn't use anything else, wouldn't go anywhere else, nobody does it better,
        nobody comes close, miles ahead, miles better, game changer, changed my life, life changer,
        changed my mornings, support local, support your local, support them, support this, support small,
        shop local, give what you can, deserve your, deserves all, deserve way more, more people should,
        more people need to, why isn't everyone, how are you not, everyone should have, should all have,
        every student should, every home should, my go to, go to answer, top of my list, top of anybody's,
        first choice, put my mum on, my vote goes, i'd pick, 100% go, just go, go go go, in a heartbeat
    """,
    "audience": """
        anyone, anybody, everyone, everybody, folks, folk, peeps, lads, ladies, girls, friends, parents, mums,
        mum's, dads, new parents, students, teachers, gardeners, cyclists, runners, hikers, renters,
        freelancers, brides, dog owners, cat owners, drivers, travellers, flyers, nervous flyers,
        small business, small businesses, gamers, aussies, brits, nurses, tall women, pensioners, whoever,
        those who, those of you, whoever needs, to whoever, to anyone, for anyone, if you, if you're,
        if youre, if your, if u, if ever, if anyone's, need a, need some, looking for, want a, want decent,
        stuck for, hungry, after a, got a spare, anybody wanting, moving to, travelling with, living in,
        in leeds, hey guys, guys hear, come on guys, people of, people who, all you lot, y'all need,
        y'all should, y'all sleeping, y'all go, you people who
    """,
    "network": """
        friend/s, mate/s, mum, mom, dad, parents, sister/s, brother/s, nan, gran, grandad, grandparents,
        grandchildren, grandson, husband, wife, girlfriend, boyfriend, partner, son, daughter, kids,
        mother in law, father in law, in laws, family, whole family, cousins, aunties, neighbour/s,
        neighbor/s, street, road, block, office, work, workplace, team, boss, colleagues, colleague,
        coworkers, clients, customers, class, course, school gate, school gates, gym, club, book club, bingo,
        dorm, flatmate, flatmates, guild, students, accountants' group, village, whatsapp group, followers,
        strangers, barber, group, everyone i know, everyone at work, people, dinner party, uni, cohort,
        half the office, whole office, the girls, the lads, my lot, antenatal group, the ward, choir,
        the allotment
    """,
    "joined": """
        joined, join, signed up, signing up, sign up, switched, switching, moved, bought, bought one, buying,
        booked, booking in, ordered, ordering, orders, order, uses, use, using, has one, have one, got one,
        has got, have got, got the same, has now, all have, came over, come over, playing, on it now, on it,
        has you now, converts, starting trials, downloaded, subscribed, had solar, wants one, want one,
        wants another, wants it, tempted, chuffed, wears, wear, now orders, now has, done with you, bank with,
        banks with, a customer, thanks to me
    """,
    "because_us": """
        because of me, because of us, after seeing ours, after seeing mine, after i, after hearing,
        after a spin in mine, thanks to me, on my say so, on my advice, since i brought, because i wouldn't,
        seeing ours, seeing mine, saw mine, saw ours, cause of me, you owe me, where's my commission,
        you're welcome, on your tip, your way, go on about it, after how, because we, that's on me, from me
    """,
    "try": """
        try, go to, go with, go for, get to, use, book, buy, check out, have a look, take a look, order from,
        visit, choose, pick, download, switch to, hire, ask for, move to, start with, bank with, fly with,
        ship with, shop at, eat at, stay at, head to, come to, support, grab, see the team, get a quote,
        hop on, this is the airline, you need a, you need, you should try, you should get, you should use,
        you should all, you should switch, you have to try, you need to try, you gotta try, you must stop,
        must go, must visit, really ought to, do try, have you tried
    """,
    "warmth": """
        best, better, brilliant, great, fantastic, amazing, lovely, wonderful, excellent, superb, fab, ace,
        class, top notch, legends, saints, gem, gems, star, stars, honest, cheap, quick, tidy, friendly, kind,
        perfect, favourite, favorite, love, loved, loving, impressed, happy, delicious, tasty, nicest,
        comfiest, finest, works, just works, sorted, fixed, saved, saved me, never had a problem,
        never had an issue, never let me down, nothing but good, always been good, always, every time, good,
        good people, no fees, over the moon, genuinely, honestly, seriously, hands down, worth, worth it,
        paid out, good journeys, changed
    """,
    "attackers": """
        slagging off, slag off, slating, moaning, moan about, moaners, moan, whinging, whingeing, whining,
        complaining, complain about, haters, hate, the hate, criticism, critics, bashing, bad reviews,
        one star reviews, that review, the review, this review, pile on, pile-on, exaggerate, people on about,
        ppl are on about, fuss is about, having a go at, kicking off at, calling it, complaints are,
        the complaints, negative comments, unfair, too harsh, harsh, sceptical, skeptical, laugh at,
        unpopular opinion, hot take
    """,
    "defence": """
        give them a break, cut them some slack, cut some slack, go easy on, be kind to, be nice,
        leave them alone, leave them be, leave the staff, leave it alone, in fairness to, in their defence,
        in their defense, to be fair to, to be fair they, credit where, give credit, stick up for,
        sticking up for, stand up for, not their fault, isn't their fault, isnt their fault,
        wasn't their fault, not the driver's fault, isn't the driver's fault, ignore the, don't listen to,
        dont listen, don't let, don't be put off, haven't even, never dealt with, got unlucky,
        you were unlucky, need to chill, chill out, they didn't deserve, didn't deserve, do not deserve,
        deserve better, they did nothing wrong, they told you, are actually good, actually good,
        they own their mistakes, it's the signals, put things right, i've had nothing but, didn't put the,
        always defend, i'll defend, fight anyone, defend you, defend them, defend this, defend these,
        defending you, defending them, i defend, we defend, don't blame, dont blame,
        did everything they could, reviews are wrong, reviews aren't fair
    """,
    "tell": """
        told, tell, telling, tells, telling everyone, spoke, talked, raved, mentioned you, mention you,
        showed, shown
    """,
    "about_us": """
        about you, about this, about these, about them, about your, about it, to come, to try, to join,
        to book, to buy, to switch, to go, to use, to get, to sign up, to order, to check, how good,
        how great, how much i love, how brilliant, how nice
    """,
    "do_this": """
        go with, fly, fly with, choose, pick, switch to, swap to, move to, join, download, try, go to, get to,
        take your car to, take the family to, take your kids to, buy a, buy from, buy an, order from,
        rent from, hire from, ship with, send with, bank with, bank at, back up with, get an alarm from,
        get yours from, shop at, eat at, stay at, stay with, sign up to, sign up with, donate to,
        please donate to, support, use, watch, visit, book with, ask for, get insured with, insure with, get a
    """,
    "defence_mild": """
        good to me, doing a great job, doing their best, always been, always put, were brilliant with me,
        brilliant with me, kinder, opposite, my experience was, stand by, being rude to, nonsense,
        run off their feet, worked through
    """,
}
