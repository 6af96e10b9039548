"""English cues of what goes wrong, in every trade. The notation is explained in `phrase_matcher.py`."""

FAULTS = {
    "broken": """
        broke/n, broke down, break/s/ing down, damage/d/s, crack/ed/s, leak/s/ed/ing/y, crash/es/ed/ing,
        glitch/es/y/ed/ing, bug/s/gy, defect/s/ive, faulty, malfunction/s/ed/ing, corrupt/ed, shattered, ripped, torn,
        tore, smashed, crushed, bent, scratched, dented, dead, died, dies, dying, freeze/s, freezing, frozen, froze,
        overheat/s/ed/ing, burnt, burned, exploded, snapped, fell apart, falling apart, falls apart, fall/s/ing off,
        fell off, came off, come off, comes off, peeling, rusted, rust, jammed, squashed, soggy, mouldy, moldy, mold,
        mould, rotten, expired, stale, spoiled, out of date, drain/s/ed/ing, kick/s/ed/ing me out, kicked out,
        kicks me, log/s/ged/ging me out, logs out, logging out, signed me out, disconnect/s/ed/ing, dropped calls,
        drop/s/ping out, drops, blank screen, black screen, blue screen, bluescreen/s, flicker/s/ing, lag/s/gy/ging,
        buffering, buffer/s, stuttering, stutters, unusable, unplayable, unwatchable, inedible, burst, spilled,
        seized up, bricked, hacked, compromised, wonky, worn, wearing out, hole/s in, tripping, short circuit,
        shut/s/ting down, shuts off, turns itself off, switched off, dirty, filthy, stained, smell/s/y, stinks, raw,
        undercooked, overcooked, cockroach, hair in, poisoned, sick after, stalled, stalling, stalls, seizing up,
        check engine, warning light, noise, noises, screeching, grinding, rattling, rubber banding, throttled,
        throttling, dropped call, drops calls, dropped out, no bars, cockroaches, bed bugs, mice, rats, infested,
        infestation, sour, curdled, undrinkable, watered down, contaminated, foreign object, plastic in, sparking,
        sparks, bulging, swollen, puffed up, warped, wobbly, loose, discolored, discoloured, faded, shrunk,
        unravelling, unraveling, fraying, frayed, ripping, cracking, bursting, deflated, flat tire, misfiring,
        pixelated, distorted, grainy, static, muffled, garbled, echo, chipped, clogged, flooded, melted, burnt out,
        overdone, dried out, watery, chewy, stains, sticky, unclean, desync, rollback, bleeding dye, ants in,
        caught|catches|catching|on fire, is|was|were|started|been|are|keeps smoking|sparking,
        broke|came|fell|snapped|cracked|peeled|popped off, left out in the rain|snow|open|street, snapped in half|two,
        came|arrived ... broken|bent|cracked|crushed|torn|open|ripped|smashed|damaged,
        came|arrived ... scratched|dented|leaking|empty|wet|soaked|stale|melted|dirty,
        food|meal|burger|coffee|fries|soup|pizza|tea|dinner|chips {be} ... cold, stone cold,
        cold food|fries|pizza|coffee|chips
    """,
    "fails": """
        app|site|website|internet|network|server|servers|system|wifi|broadband|page|service down,
        stopped|stops|quit ... connecting|charging|responding|loading|playing,
        stopped|stops|quit ... syncing|updating|heating|spinning|printing, {not} ... {work}, stop/s/ped working,
        quit working, stopped responding, no longer work/s/ing, no longer charging, not responding,
        fail/s/ed/ing/ure/ures to, failed, {be} down, went down, goes down, still down, down again, out of order,
        off line, offline, not in service, unresponsive, no luck, to no avail, without success, unsuccessful/ly,
        nothing happens, nothing happened, nothing works, gone off, doesn't do anything, timing out, timed out,
        times out, time out, time outs, declined, rejected, denied, refuse/s/d to, refusing to, invalid, incorrect,
        incorrectly, inaccurate, keeps saying, says error, stuck on, stuck at, not recogni/sed/zed, says no,
        acting up, playing up, on the fritz, hit or miss, doesn't let, won't turn on, won't go, cut off, cut out,
        cutting out, cuts out, gone down, not loading, not happening, no joy, can't even, {not} responding,
        out of service, under maintenance, server error, page not found, 404, 500 error, 503,
        keeps crashing|freezing|buffering|dropping|failing|loading|spinning|disconnecting, keeps crashing, just spins,
        spinning wheel, endless loop, stuck in a loop, in a loop, failing, fails, failure, declined my,
        wrong password, can't connect, no longer compatible, bounced back, bounces
    """,
    "cant": """
        {cant} get, {cant} log, {cant} login, {cant} sign, {cant} access, {cant} find, {cant} open, {cant} use,
        {cant} book, {cant} check, {cant} change, {cant} reach, {cant} get through, {cant} pay, {cant} buy,
        {cant} order, {cant} play, {cant} see, {cant} add, {cant} connect, {cant} make, {cant} do, {cant} cancel,
        {cant} select, {cant} send, {cant} hear, {cant} update, {cant} reset, {cant} download, {cant} redeem,
        {cant} use, {cant} return, {cant} call, {cant} contact, {cant} speak, {cant} talk, {cant} watch, {cant} view,
        {cant} upload, {cant} install, {cant} submit, {cant} receive, {cant} activate, {cant} print, {cant} remove,
        unable to, not able to, not allowed to, won't let me|us|you, doesn't let me|us|you, not letting me|us|you,
        wouldn't let me|us|you, didn't let me|us, not allowing, doesn't allow, won't allow, would not let,
        will not let, does not let, impossible to, no way to, no option to, struggling to, hard to, so hard,
        difficult to, how come i can't
    """,
    "problem": """
        {not} had a|any|one problem|problems|issue|issues|trouble until|till|before, nothing but {fault},
        nothing but problem/s|lies|excuses|bad|rude|rubbish|junk, problem/s, problematic, issue/s, error/s, trouble/s,
        fault/s, mistake/s, mix up, mixup, mess, messed up, mess up, screw/ed up, screwed, wrong, incorrect item,
        goof, bungled, botched, messing up, complication/s, difficulties, difficulty, hassle, inconvenience/d,
        nightmare, disaster, chaos, shambles, debacle, fiasco, headache, screw up, messed, complaint/s,
        complain/ed/ing, outage/s, disruption/s, recall/s/ed, virus, fraudulent, unauthori/sed/zed, sort of joke,
        screwup, bed state, ordeal, palaver, glitchy, difficulties
    """,
    "missing": """
        never arrived, never came, never received, never got, never showed, no show, never turned up, went missing,
        gone missing, where is my|our|the, where's my|our|the, wheres my|our, where are my|our|the, no sign of,
        half empty, empty box, wrong item, wrong order, wrong size, wrong address, wrong house, undelivered, mis-sold,
        returned to sender, not in the bag|box, left outside, short changed, didn't get my, did not get my,
        never got the, short by, only got|received half,
        wrong meal|food|drink|room|seat|part|flavor|flavour|colour|color|model|name|date, instead of the,
        not included, not enclosed
    """,
    "not_come": """
        {not} ... {arrive}, bus|tram|train|coach|driver|ferry|courier did|does|would {not} stop|wait|show|appear,
        bus|tram|train|coach|driver|ferry|courier didn't|doesn't|wouldn't|won't stop|wait|show|appear
    """,
    "lost": """
        missing, lost, deleted, forgot, forgotten, left out, stolen, misplaced, vanished, disappeared, left behind,
        incomplete
    """,
    "delay": """
        delay/s/ed/ing, late, lateness, later than, overdue, behind schedule, postponed, rescheduled, pushed back,
        slow, slower, slowly, forever, takes ages, taking ages, for ages, long wait, long line/s, long queue/s, queue,
        queueing, still sitting, sitting on, sat on|in|at, stuck, stranded, held up, backed up, taking so long,
        takes so long, taking too long, took too long, so long, too long, overnight, on the tarmac,
        cancel/l/s/led/ed us|my|our|the, cancel/ed/led, diverted, bumped, oversold, overbooked, missed connection,
        missed my|our|the, miss my|our, will miss, rebooked, no crew, no gate, past due, three weeks, expedite,
        hurry up, speed it up, standstill, gridlock, not moving, replacement bus, short formed, rammed, backlog,
        lagging, behind, hours behind, sluggish, slowest, snail, snail's pace, crawling, tortoise, turtle, dial up,
        dial-up, in limbo, limbo, pending, still pending, still processing, backordered, back ordered, on backorder,
        moved back, stuck in transit, in transit, not moved, no movement, {num} {unit} late, {num} {unit} delay,
        {many} {unit} delay, {many} {unit} late, another {num} {unit} delay, another ... delay
    """,
    "waiting": """
        still waiting, been waiting, on hold, hold for, holding for, for over a|an, for more than, over an hour,
        past hour, past few, half an hour, hours later, days later, weeks later, months later,
        {many} hours|hrs|days|weeks|months ago, how much longer, any day now, been {many} hours|days|weeks|months,
        days now, weeks now, months now, hours now, last few days, {num} {unit} wait, {many} {unit} wait,
        another {num} {unit}, another {unit}
    """,
    "wait": """
        wait, waiting, waited, it's been, its been, since last, since yesterday,
        since monday|tuesday|wednesday|thursday|friday|saturday|sunday, all day, all morning, all night, all week,
        all weekend, for days, for weeks, for months, for hours, how long
    """,
    "elapsed": """
        {num} {unit}, {many} {unit}, {num} ... {unit} ago, {many} ... {unit} ago, over {num} {unit},
        {num} plus {unit}, {num} full {unit}, {num} business {unit}, {num} or so {unit}, past {num} {unit},
        last {num} {unit}, for {num} {unit}, for {many} {unit}, for over {num} {unit}, {num} {unit} later
    """,
    "still": """
        still not, still no, still haven't, still hasn't, still isn't, still can't, still don't, still nothing,
        still doesn't, still won't, still having, still getting, still unresolved, still have not, still has not,
        still no update, yet to, not yet, as of yet, nothing yet
    """,
    "yet": """
        still, yet, {not} ... yet, so far, until now, till now, anymore, any more, no longer, still {be}, still get/s,
        still out, still says
    """,
    "no_answer": """
        no response, no reply, no answer, no call back, no callback, no contact, no communication, no update/s,
        no info, no information, no explanation, no apology, no help, no solution, no resolution, no follow up,
        no one ... {answer}, nobody ... {answer}, noone ... {answer}, {not} ... {answer},
        without a|any reply|response|answer, ignore/d/s, ignoring, unanswered, haven't heard, not heard, hasn't heard,
        never heard back, have not heard, hear back, heard back, heard nothing, heard anything, hang/s up, hung up,
        hanging up, keeps ringing, rings out, goes to voicemail, voicemail, line is busy, busy signal, engaged tone,
        automated, passed around, transferred, bounced around, given the runaround, run around, runaround, fobbed off,
        radio silence, crickets, no one cares, nobody cares, zero response, zero communication, any reply,
        any response, reply to my, respond to my, answer my, answer the phone, pick up the phone, answer your phone/s,
        copy paste, canned response, bot, no acknowledgement, no one to talk to, can't talk to, talk to a human,
        speak to a human, real person, a human, dead air, disconnected me, cut me off, cuts me off,
        no response whatsoever, left on read, seen my, still no word, no word, not a word, nothing back, no help from,
        brush off, brushed off, passing the buck, pass the buck, back and forth, from pillar to post, script,
        scripted, copy and paste, generic, template, deaf ears, fell on deaf ears, unreachable, uncontactable,
        zero help, left hanging, keeps transferring, sent me in circles, nobody at, no one at,
        closed my ticket|case|complaint, no one knows, nobody knows, not one reply|response|answer|call
    """,
    "again": """
        again, yet again, once again, over and over, every time, everytime, every single, each time, second time,
        third time, {times} time, {times} attempt, twice, keep/s getting, keep/s telling, keep/s saying, continually,
        continuous/ly, repeatedly, multiple times, several times, many times, numerous times, countless, times now,
        times already, yet another, not the first time, as usual, typical
    """,
    "often": """
        always, keep/s, kept, continue/s to, all the time, another, already, constantly, first the, now the
    """,
    "same": """
        same issue, same problem, same thing, same here, me too, same, happened to me, mine too, having the same
    """,
    "money": """
        charged me, charged my, charged twice, charged for, double charged, overcharge/d/s, overcharging,
        been charged, charging me, charge me, charge us, refund/s/ed, my money, money back, our money, took my money,
        taken my money, took money, reimburse/d/ment, compensation, compensate/d, credit back, billed, billing,
        my bill, owe/s me|us, owed, fee, fees, paid for, paid extra, i paid, we paid, have paid, pay for, paying for,
        paying, overdrawn, deducted, debited, out of pocket, cost me|us, costs me, extra charge, hidden, chargeback,
        voucher, charging, wrong amount, wrong bill, incorrect bill, bill is wrong, bill shock, double billed,
        late fee, cancellation fee, bank charges, interest, credited, not credited, cashback, never credited,
        duplicate charge, pending charge, refuse to refund, refund denied, denied my claim, claim denied, won't pay,
        won't refund, refusing to refund, keep my money, kept my money, give my money, where is my money|refund,
        where's my money|refund, money missing, overpaid, twice for, full price, double payment, charged again,
        deposit back, money gone, not been refunded, never refunded, costing me, restocking fee, admin fee, exit fee,
        increase my
    """,
    "price": """
        overpriced, over priced, price hike/s, price increase/s, went up, gone up, rip off, ripoff, ripped off,
        too much money, daylight robbery, robbery, extortion/ate, gouging, price gouging, highway robbery,
        waste of money, wasted money, not worth, double the, twice the price, charge so much, charging so much, hike,
        hikes, hiked, raised my, raising prices, raised prices, raise my, increased my, keeps going up, keep going up,
        jumped from, way too much, arm and a leg, extortionate, money grab, cash grab, moneygrab, greed, not cheap,
        overprice
    """,
    "pricing": """
        price/s, pricing, worth it, cheaper elsewhere, cheaper at, cheaper, more expensive, pricey, expensive
    """,
    "awful": """
        worst, terrible, terribly, awful, horrible, horribly, horrendous, horrific, pathetic, disgusting, disgusted,
        disgust/s, useless, shocking, appalling, appalled, unacceptable, not acceptable, ridiculous, ridiculously,
        absurd, disgrace, disgraceful, atrocious, abysmal, dreadful, crappiest, epic fail, shambolic, diabolical,
        outrageous, outrage/d, laughable, lousy, incompetent, incompetence, inept, clueless, embarrassment, shameful,
        shame on, insulting, insult, farce, scandalous, negligent, negligence, unprofessional, inexcusable, no excuse,
        zero stars, beyond a joke, piss poor, third world, hellish, trainwreck, train wreck, dire, deplorable,
        abomination, inhumane, sick joke, hopeless, unreliable, dishonest, predatory, worthless, pointless, crooked,
        dodgy, a shambles
    """,
    "insult": """
        hate, hated, stupid, stupidity, dumb, idiot, idiots, idiotic, morons, clowns, trash, garbage, suck/s/ed/ing,
        fail, joke, is|are a joke, what a joke, greedy, despise, loathe, embarrassing, shame, criminal, crap, crappy,
        racist, screw you, misery, rubbish
    """,
    "bad": """
        bad, badly, worse, poor, poorly, mediocre, subpar, sub par, below par, lame, weak, inferior, substandard,
        inadequate, insufficient, lacking, lack of, lack/s, inconsistent, confusing, confused, confuses, unclear,
        misinformed, misinformation, misleading, unfair, unethical, illegal, unsafe, dangerous, hazard, careless,
        lazy, cheap, nasty, gross, ugly, uncomfortable, cramped, overcrowded, crowded, rammed, packed like,
        disorgani/sed/zed, chaotic, understaffed, short staffed, limited, outdated, archaic, ancient, shabby, rundown,
        run down, tasteless, bland, burnt taste, lukewarm, cold food, stone cold, greasy, tiny, bizarre, weird,
        strange, odd, annoying noise, not good, not great, not ideal, not right, not okay, not ok, not cool, not fair,
        not helpful, less than, not happy, not impressed, not pleased, not satisfied, not amused, not what i, no good,
        wasn't good, isn't good, not nice, not acceptable, went downhill, gone downhill, going downhill, not the same,
        not what it was, used to be good|great|better|nice, clunky, unintuitive, hit and miss
    """,
    "upset": """
        disappointed, disappointing, disappointment/s, disappoint/s, frustrated, frustrating, frustration/s,
        frustrates, annoyed, annoying, annoys, upset, upsetting, unhappy, dissatisfied, dissatisfaction, angry, anger,
        furious, livid, fuming, pissed, pissed off, irate, mad, irritated, irritating, fed up, sick of, tired of,
        sick and tired, done with, over it, let down, lets me down, letting me|us down, saddened, sad, sadly, regret,
        stressed, stressful, stress, gutted, heartbroken, devastated, offended, offensive, insulted, desperate,
        exhausted, at my wits end, unimpressed, underwhelmed, underwhelming, sucked, miserable, infuriating,
        infuriated, aggravating, aggravated, expected better, expected more, deserve better, not enjoying, hurts,
        crying, in tears, enough is enough, had enough, losing patience, patience, bummed, bummer, shame that,
        unfortunate, unfortunately, beyond frustrated, let me down, let us down, all let me down, letting us all down,
        disheartened, raging, in disbelief, heartbreaking, pathetic excuse, last straw, final straw, wits end,
        wit's end, had it with, so over, so done, can't stand, can't take, drives me|us nuts|crazy|mad,
        driving me|us nuts|crazy|mad, makes me sick, makes me angry|mad|sad, not good enough, not acceptable,
        not a happy, very unhappy, not happy, nightmare, unhappy customer, disappointed customer,
        dissatisfied customer, angry customer, frustrated customer, no longer trust, lost trust, lost all trust,
        lost faith, lost respect
    """,
    "rude": """
        rude, rudely, rudeness, rudest, unhelpful, uncooperative, disrespectful, disrespect/ed, condescending,
        attitude, arrogant, hostile, aggressive, dismissive, snotty, snarky, yelled, yelling, shouted, screamed,
        swore, mistreated, treated like, treat/s/ed customers|people|me|us, treating, humiliated, harassed,
        harassment, discriminat/ed/ion/ing, racist staff, bullied, bullying, unprofessional, nasty woman, don't care,
        doesn't care, do not care, doesn't give, don't give, couldn't care, no empathy, empathy, zero help,
        no help at all, not helpful, wasn't helpful, refused, refuse, blame/d, blaming, laughed, smirk, ignorant,
        obnoxious, incompetent staff, uninterested, lazy staff, poor attitude, bad attitude, disinterested,
        discriminates, discriminated, racism, homophobic, sexist, abused, abusive, assaulted, hung up on me,
        talked down, patronising, patronizing, sarcastic, impolite, unfriendly, unwelcoming, uncaring, careless,
        threw, throwing, kicked us, thrown out, turned away, ignored us, ignored me, made fun, swearing at,
        no manners, no respect, zero respect, no compassion
    """,
    "swearing": """
        fuck/s/ed/ing/in, fck, fckn, fkn, f*ck, fuckin, motherfucker/s, shit/s/ty/show, bullshit, bs, wtf, wth, tf,
        wtaf, damn, dammit, damnit, goddamn, hell, the hell, ass, asses, asshole/s, arse, bitch/es, bastard/s, bloody,
        crap, piss, pissing, ffs, stfu, af, sob, dick/s, screw, freaking, freakin, frickin, frigging, effing, pos,
        gtfo, bollocks, wank
    """,
    "lies": """
        lie, lies, lied, lying, liar/s, scam/s/med/ming, scammer/s, fraud, theft, thieves, thief, stole, stealing,
        crook/s, con artists, conned, cheat/s/ed/ing, cheated, deceptive, deceived, deceit, misled, mislead,
        false advertising, false, fake, bait and switch, broken promise/s, empty promises, so called, claims to,
        claim to, claiming, not as, bogus, hoax, sham, shady, sketchy, sneaky, fine print, small print, hidden fees,
        hidden charges, tricked, fooled, duped, scammy, con, counterfeit, knock off
    """,
    "promised": """
        promised, promise/s, supposed to, was told, were told, been told, told me, told us, told that, told it,
        said it would, says it will, guaranteed, advertised, advertise, as described, contrary to, should have been,
        should have, should be, shouldn't, should not, meant to be, meant to, was expecting, expected, due by,
        was due, were due, scheduled for, not what i ordered|paid|expected, doesn't match, not as advertised,
        nothing like, looks nothing like, said they would, said someone would, said you would, never happened,
        didn't happen, assured, assurance, commitment, committed, you said, u said, they said, said it was,
        went back on, changed their story, asked for ... got, ordered ... got, ordered ... received, paid for ... got,
        not the one i, was supposed, were supposed
    """,
    "churn": """
        never again, switch/ed/ing to, switching from, time to switch, looking elsewhere, going elsewhere,
        go elsewhere, take my|our business, taking my|our business, lost my business, lose my business,
        losing my business, lost a customer, lost me, lost a loyal, losing a customer, lose a customer,
        losing customers, no longer a customer, cancel my, cancel our, cancelling my, canceling my,
        cancelled my account|subscription, cancel everything, cancel subscription, never ... {buy},
        won't be ... {buy}, will not be ... {buy}, not be ... back, wont be back, won't be back, last time i|we,
        last time, avoid, boycott, do not buy|use|fly|shop|go|book|order, don't buy|use|fly|shop|go|book|order|waste,
        stay away, steer clear, never buying, never using, never flying, never ordering, not recommend,
        wouldn't recommend, would not recommend, don't recommend, not recommended, done with you, i'm done, im done,
        am done, we're done, leaving you, leave you, closing my account, close my account, deleting, unsubscribe/d,
        uninstall/ed/ing, competitor/s, other companies, other company, another company, another provider,
        different provider, another airline, other airlines, other brands, from now on, loyal customer,
        longtime customer, long time customer, customer for, customer since, member for, been a customer,
        find another, find someone else, tell everyone, tell all my friends, spread the word, bad review,
        negative review, lost business, losing business, rather walk, new provider,
        should have gone|flown|bought|used|stayed|booked, should've gone|flown|bought|used|stayed, done with,
        never dealing, never doing business, lost my trust, moving to, going back to, port out, porting out,
        port my number, want out, get out of my contract, end my contract, ending my contract, break my contract,
        cancel it, want to cancel, going to cancel, about to cancel, will cancel, will be cancelling,
        will be canceling, think twice, warning to, warn others, warn everyone, beware, be warned, buyer beware,
        don't bother, do not bother, don't ever, do not ever, save your money, shop elsewhere, buy elsewhere,
        bought elsewhere, book elsewhere, take it elsewhere, somewhere else, someone else's
    """,
    "ruined": """
        ruin/s/ed/ing, wasted, waste of, wasting, waste my|our, a waste, cost us, lost hours, lost my, lost our,
        destroyed, spoilt my, spoiled my, killed my, no thanks to, left me, left us, leaves me, leaving me, leaves us,
        left without, without any, going without, because of you, because you, cuz you, because your, due to your,
        your fault, ruining my
    """,
    "absent": """
        no water, no power, no electricity, no heat, no heating, no hot water, no ac, no air, no internet, no wifi,
        no wi-fi, no signal, no service, no connection, no sound, no picture, no network, no broadband, no tv,
        no food, no seats, no seat, no staff, no trains, no bus, no buses, no delivery, no tracking, no confirmation,
        no email, no record, no refund, no money, no bag, no bags, no luggage, no room, no one, nobody, nowhere,
        no where, no stock, no availability, no phone, no number, no option, no options, no access, no sauce,
        no reason, no choice, no notification, no notice, no warning, no manager, no receipt, no agent, no hotel,
        no car, no driver, no taxi, no news, no details, no record of, none of, zero, nothing, lack of, power out,
        power outage, power cut, lost power, without power, without internet, without water, ran out, run out,
        runs out, running out, run out of, no hope, no plane, no gate, no heater, no milk, no ice, no napkins,
        no meat, no cheese, no straw, no fork, no spoon, no toilet paper, no towels, no lights, no dial tone, no tone,
        no charge, no battery, no manual, no instructions, no parts, no screws, no cable, no charger, no content,
        no audio, no video, no captions, no support, no follow through, no show, no bus again, no parking, no space,
        no spaces, no tables, no trolleys, no carts, no cashiers, no registers, blackout, brownout, no gas, no supply,
        out of network, dead zone, no {goods}, not a single, nowhere to be, {not} any {goods}
    """,
    "stock": """
        out of stock, sold out, unavailable, not available, not in stock, discontinued, stopped selling, stop selling,
        took away, taken away, taking away, got rid of, get rid of, removed, removing, remove, bring back,
        bringing back, bring it back, not offer/ed, don't offer, doesn't offer, don't have any, don't carry, no more,
        shortage, closed, closing, closed down, shut, no longer available, no longer sell, changed the, changed your,
        new layout, new update, latest update, since the update, after the update, the update, new version,
        new website, not fit, too small, too big, too tight, doesn't fit, too short
    """,
    "spam": """
        spam, spamming, spammed, junk mail, unwanted, unsolicited, robocalls, stop emailing, stop texting,
        stop calling, unsubscribe, bombarded, bombarding, inundated, ads, adverts, popups, pop ups, auto renew,
        auto renewed, without my permission, without permission, without consent, without asking, without telling,
        didn't ask, did not ask, never asked, did not order, didn't order, did not authorize, didn't authorise,
        banned, suspended, blocked, locked out, locked, restricted, ban, data breach, privacy, phishing, hacker/s,
        identity theft, impersonating, junk, scam calls, scam texts, cold call/s, cold calling, marketing calls,
        opt out, opted out, mailing list, notifications, stop spamming, stop sending, locked my account,
        locked me out, frozen my account, froze my account, account frozen, account locked, account disabled,
        account suspended, disabled my account, suspended my account, blocked my, blocked me, closed my account,
        flagged, restricted my, banned me, banned for, wrongly banned
    """,
}
