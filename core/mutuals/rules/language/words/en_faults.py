"""English cues of what goes wrong, in every trade. The notation is explained in `phrases.py`."""

FAULTS = {
    "broken": """
        broke/n, broke down, break/s/ing down, damage/d/s, crack/ed/s, leak/s/ed/ing/y, crash/es/ed/ing,
        glitch/es/y/ed/ing, bug/s/gy, defect/s/ive, faulty, malfunction/s/ed/ing, corrupt/ed, shattered,
        ripped, torn, tore, smashed, crushed, bent, scratched, dented, dead, died, dies, dying, freeze/s,
        freezing, frozen, froze, overheat/s/ed/ing, burnt, burned, exploded, snapped, fell apart,
        falling apart, falls apart, fall/s/ing off, fell off, came off, come off, comes off, peeling,
        rusted, rust, jammed, squashed, soggy, mouldy, moldy, mold, mould, rotten, expired, stale, spoiled,
        out of date, drain/s/ed/ing, kick/s/ed/ing me out, kicked out, kicks me, log/s/ged/ging me out,
        logs out, logging out, signed me out, disconnect/s/ed/ing, dropped calls, drop/s/ping out, drops,
        blank screen, black screen, blue screen, bluescreen/s, flicker/s/ing, lag/s/gy/ging, buffering,
        buffer/s, stuttering, stutters, unusable, unplayable, unwatchable, inedible, burst, spilled,
        seized up, bricked, hacked, compromised, wonky, worn, wearing out, hole/s in, tripping,
        short circuit, shut/s/ting down, shuts off, turns itself off, switched off, dirty, filthy, stained,
        smell/s/y, stinks, raw, undercooked, overcooked, cockroach, hair in, poisoned, sick after
    """,
    "fails": """
        {not} ... {work}, stop/s/ped working, quit working, stopped responding, no longer work/s/ing,
        no longer charging, not responding, fail/s/ed/ing/ure/ures to, failed, {be} down, went down,
        goes down, still down, down again, out of order, off line, offline, not in service, unresponsive,
        no luck, to no avail, without success, unsuccessful/ly, nothing happens, nothing happened,
        nothing works, gone off, doesn't do anything, timing out, timed out, times out, time out, time outs,
        declined, rejected, denied, refuse/s/d to, refusing to, invalid, incorrect, incorrectly, inaccurate,
        keeps saying, says error, stuck on, stuck at, not recogni/sed/zed, says no, acting up, playing up,
        on the fritz, hit or miss, doesn't let, won't turn on, won't go, cut off, cut out, cutting out,
        cuts out, gone down, not loading, not happening, no joy, can't even
    """,
    "cant": """
        {cant} get, {cant} log, {cant} login, {cant} sign, {cant} access, {cant} find, {cant} open,
        {cant} use, {cant} book, {cant} check, {cant} change, {cant} reach, {cant} get through, {cant} pay,
        {cant} buy, {cant} order, {cant} play, {cant} see, {cant} add, {cant} connect, {cant} make,
        {cant} do, {cant} cancel, {cant} select, {cant} send, {cant} hear, {cant} update, {cant} reset,
        {cant} download, {cant} redeem, {cant} use, {cant} return, {cant} call, {cant} contact,
        {cant} speak, {cant} talk, {cant} watch, {cant} view, {cant} upload, {cant} install, {cant} submit,
        {cant} receive, {cant} activate, {cant} print, {cant} remove, unable to, not able to,
        not allowed to, won't let me|us|you, doesn't let me|us|you, not letting me|us|you,
        wouldn't let me|us|you, didn't let me|us, not allowing, doesn't allow, won't allow, would not let,
        will not let, does not let, impossible to, no way to, no option to, struggling to, hard to, so hard,
        difficult to, how come i can't
    """,
    "problem": """
        problem/s, problematic, issue/s, error/s, trouble/s, fault/s, mistake/s, mix up, mixup, mess,
        messed up, mess up, screw/ed up, screwed, wrong, incorrect item, goof, bungled, botched, messing up,
        complication/s, difficulties, difficulty, hassle, inconvenience/d, nightmare, disaster, chaos,
        shambles, debacle, fiasco, headache, screw up, messed, complaint/s, complain/ed/ing, outage/s,
        disruption/s, recall/s/ed, virus, fraudulent, unauthori/sed/zed
    """,
    "missing": """
        missing, lost, never arrived, never came, never received, never got, never showed, no show,
        never turned up, {not} ... {arrive}, went missing, gone missing, disappeared, vanished, deleted,
        where is my|our|the, where's my|our|the, wheres my|our, where are my|our|the, no sign of, left out,
        forgot, forgotten, incomplete, half empty, empty box, wrong item, wrong order, wrong size,
        wrong address, wrong house, undelivered, misplaced, stolen, mis-sold, returned to sender,
        not in the bag|box, left outside, left behind, short changed
    """,
    "delay": """
        delay/s/ed/ing, late, lateness, later than, overdue, behind schedule, postponed, rescheduled,
        pushed back, slow, slower, slowly, forever, takes ages, taking ages, for ages, long wait,
        long line/s, long queue/s, queue, queueing, still sitting, sitting on, sat on|in|at, stuck,
        stranded, held up, backed up, taking so long, takes so long, taking too long, took too long,
        so long, too long, overnight, on the tarmac, cancel/l/s/led/ed us|my|our|the, cancel/ed/led,
        diverted, bumped, oversold, overbooked, missed connection, missed my|our|the, miss my|our,
        will miss, rebooked, no crew, no gate, past due, three weeks, expedite, hurry up, speed it up
    """,
    "waiting": """
        wait, waiting, waited, still waiting, been waiting, on hold, hold for, holding for, for over a|an,
        for more than, over an hour, past hour, past few, half an hour, hours later, days later,
        weeks later, months later, for days, for weeks, for months, for hours, since last, since yesterday,
        since monday|tuesday|wednesday|thursday|friday|saturday|sunday, all day, all morning, all night,
        all week, all weekend, {many} hours|hrs|days|weeks|months ago, days and, weeks and, how long,
        how much longer, any day now, it's been, its been, been {many} hours|days|weeks|months, days now,
        weeks now, months now, hours now, last few days, every day, day after day
    """,
    "still": """
        still not, still no, still haven't, still hasn't, still isn't, still can't, still don't,
        still nothing, still doesn't, still won't, still having, still getting, still unresolved, still out,
        still says, still have not, still has not, still {be}, still get/s, still no update, yet to,
        not yet, as of yet, {not} ... yet, yet, anymore, any more, no longer, nothing yet, still, till now,
        until now, so far
    """,
    "no_answer": """
        no response, no reply, no answer, no call back, no callback, no contact, no communication,
        no update/s, no info, no information, no explanation, no apology, no help, no solution,
        no resolution, no follow up, no one ... {answer}, nobody ... {answer}, noone ... {answer},
        {not} ... {answer}, without a|any reply|response|answer, ignore/d/s, ignoring, unanswered,
        haven't heard, not heard, hasn't heard, never heard back, have not heard, hear back, heard back,
        heard nothing, heard anything, hang/s up, hung up, hanging up, keeps ringing, rings out,
        goes to voicemail, voicemail, line is busy, busy signal, engaged tone, automated, passed around,
        transferred, bounced around, given the runaround, run around, runaround, fobbed off, radio silence,
        crickets, no one cares, nobody cares, zero response, zero communication, any reply, any response,
        reply to my, respond to my, answer my, answer the phone, pick up the phone, answer your phone/s,
        copy paste, canned response, bot
    """,
    "again": """
        again, yet again, once again, over and over, every time, everytime, every single, each time,
        second time, third time, {times} time, {times} attempt, twice, keep/s getting, keep/s telling,
        keep/s saying, keep/s, kept, constantly, continually, continuous/ly, continue/s to, repeatedly,
        always, all the time, multiple times, several times, many times, numerous times, countless,
        times now, times already, already, another, yet another, not the first time, first the, now the,
        as usual, typical, same issue, same problem, same thing, same here, me too
    """,
    "money": """
        charged me, charged my, charged twice, charged for, double charged, overcharge/d/s, overcharging,
        been charged, charging me, charge me, charge us, refund/s/ed, my money, money back, our money,
        took my money, taken my money, took money, reimburse/d/ment, compensation, compensate/d,
        credit back, billed, billing, my bill, owe/s me|us, owed, fee, fees, paid for, paid extra, i paid,
        we paid, have paid, pay for, paying for, paying, overdrawn, deducted, debited, out of pocket,
        cost me|us, costs me, extra charge, hidden, chargeback, voucher
    """,
    "price": """
        expensive, overpriced, over priced, price hike/s, price increase/s, went up, gone up, rip off,
        ripoff, ripped off, pricey, too much money, daylight robbery, robbery, extortion/ate, gouging,
        price gouging, highway robbery, waste of money, wasted money, worth it, not worth, price/s, pricing,
        double the, twice the price, cheaper elsewhere, cheaper at, cheaper
    """,
    "awful": """
        worst, terrible, terribly, awful, horrible, horribly, horrendous, horrific, pathetic, disgusting,
        disgusted, disgust/s, useless, shocking, appalling, appalled, unacceptable, not acceptable,
        ridiculous, ridiculously, absurd, disgrace, disgraceful, atrocious, abysmal, dreadful, garbage,
        trash, crap, crappy, crappiest, rubbish, suck/s/ed/ing, fail, epic fail, shambolic, diabolical,
        outrageous, outrage/d, joke, laughable, lousy, incompetent, incompetence, inept, clueless, idiots,
        idiot, idiotic, morons, clowns, stupid, stupidity, dumb, hate, hated, despise, loathe, embarrassing,
        embarrassment, shame, shameful, shame on, insulting, insult, farce, criminal, scandalous, negligent,
        negligence, unprofessional, inexcusable, no excuse, zero stars, beyond a joke, piss poor,
        third world, hellish, misery, trainwreck, train wreck, dire, deplorable, abomination, inhumane,
        sick joke, hopeless, unreliable, dishonest, greedy, predatory, worthless, pointless, crooked, dodgy,
        a shambles, screw you, racist
    """,
    "bad": """
        bad, badly, worse, poor, poorly, mediocre, subpar, sub par, below par, lame, weak, inferior,
        substandard, inadequate, insufficient, lacking, lack of, lack/s, inconsistent, confusing, confused,
        confuses, unclear, misinformed, misinformation, misleading, unfair, unethical, illegal, unsafe,
        dangerous, hazard, careless, lazy, cheap, nasty, gross, ugly, uncomfortable, cramped, overcrowded,
        crowded, rammed, packed like, disorgani/sed/zed, chaotic, understaffed, short staffed, limited,
        outdated, archaic, ancient, shabby, rundown, run down, tasteless, bland, burnt taste, lukewarm,
        cold food, stone cold, greasy, tiny, bizarre, weird, strange, odd, annoying noise, not good,
        not great, not ideal, not right, not okay, not ok, not cool, not fair, not helpful, less than,
        not happy, not impressed, not pleased, not satisfied, not amused, not what i, no good, wasn't good,
        isn't good, not nice, not acceptable
    """,
    "upset": """
        disappointed, disappointing, disappointment/s, disappoint/s, frustrated, frustrating, frustration/s,
        frustrates, annoyed, annoying, annoys, upset, upsetting, unhappy, dissatisfied, dissatisfaction,
        angry, anger, furious, livid, fuming, pissed, pissed off, irate, mad, irritated, irritating, fed up,
        sick of, tired of, sick and tired, done with, over it, let down, lets me down, letting me|us down,
        saddened, sad, sadly, regret, stressed, stressful, stress, gutted, heartbroken, devastated,
        offended, offensive, insulted, worried, worrying, concerned, desperate, exhausted, at my wits end,
        unimpressed, underwhelmed, underwhelming, sucked, miserable, infuriating, infuriated, aggravating,
        aggravated, expected better, expected more, deserve better, not enjoying, hurts, crying, in tears,
        enough is enough, had enough, losing patience, patience, bummed, bummer, shame that, unfortunate,
        unfortunately, beyond frustrated
    """,
    "rude": """
        rude, rudely, rudeness, rudest, unhelpful, uncooperative, disrespectful, disrespect/ed,
        condescending, attitude, arrogant, hostile, aggressive, dismissive, snotty, snarky, yelled, yelling,
        shouted, screamed, swore, mistreated, treated like, treat/s/ed customers|people|me|us, treating,
        humiliated, harassed, harassment, discriminat/ed/ion/ing, racist staff, bullied, bullying,
        unprofessional, nasty woman, don't care, doesn't care, do not care, doesn't give, don't give,
        couldn't care, no empathy, empathy, zero help, no help at all, not helpful, wasn't helpful, refused,
        refuse, blame/d, blaming, laughed, smirk, ignorant, obnoxious, incompetent staff, uninterested,
        lazy staff, poor attitude, bad attitude, disinterested
    """,
    "swearing": """
        fuck/s/ed/ing/in, fck, fckn, fkn, f*ck, fuckin, motherfucker/s, shit/s/ty/show, bullshit, bs, wtf,
        wth, tf, wtaf, damn, dammit, damnit, goddamn, hell, the hell, ass, asses, asshole/s, arse, bitch/es,
        bastard/s, bloody, crap, piss, pissing, ffs, stfu, af, sob, dick/s, screw, freaking, freakin,
        frickin, frigging, effing, pos, gtfo, bollocks, wank
    """,
    "lies": """
        lie, lies, lied, lying, liar/s, scam/s/med/ming, scammer/s, fraud, theft, thieves, thief, stole,
        stealing, crook/s, con artists, conned, cheat/s/ed/ing, cheated, deceptive, deceived, deceit,
        misled, mislead, false advertising, false, fake, bait and switch, broken promise/s, empty promises,
        so called, promised, promise/s, supposed to, was told, were told, been told, told me, told us,
        told that, told it, said it would, says it will, guaranteed, claims to, claim to, claiming,
        advertised, advertise, as described, not as, contrary to, should have been, should have, should be,
        shouldn't, should not, meant to be, meant to, was expecting, expected, due by, was due, were due,
        scheduled for
    """,
    "churn": """
        never again, switch/ed/ing to, switching from, time to switch, looking elsewhere, going elsewhere,
        go elsewhere, take my|our business, taking my|our business, lost my business, lose my business,
        losing my business, lost a customer, lost me, lost a loyal, losing a customer, lose a customer,
        losing customers, no longer a customer, cancel my, cancel our, cancelling my, canceling my,
        cancelled my account|subscription, cancel everything, cancel subscription, never ... {buy},
        won't be ... {buy}, will not be ... {buy}, not be ... back, wont be back, won't be back,
        last time i|we, last time, avoid, boycott, do not buy|use|fly|shop|go|book|order,
        don't buy|use|fly|shop|go|book|order|waste, stay away, steer clear, never buying, never using,
        never flying, never ordering, not recommend, wouldn't recommend, would not recommend,
        don't recommend, not recommended, done with you, i'm done, im done, am done, we're done,
        leaving you, leave you, closing my account, close my account, deleting, unsubscribe/d,
        uninstall/ed/ing, competitor/s, other companies, other company, another company, another provider,
        different provider, another airline, other airlines, other brands, from now on, loyal customer,
        longtime customer, long time customer, customer for, customer since, member for, been a customer,
        find another, find someone else, tell everyone, tell all my friends, spread the word, bad review,
        negative review, lost business, losing business, rather walk, new provider,
        should have gone|flown|bought|used|stayed|booked, should've gone|flown|bought|used|stayed
    """,
    "ruined": """
        ruin/s/ed/ing, wasted, waste of, wasting, waste my|our, a waste, missed, cost us, lost hours,
        lost my, lost our, destroyed, spoilt my, spoiled my, killed my, no thanks to, stuck with, end up,
        ended up, had to, have to, having to, forced to, forcing, made me, makes me, make me, making me,
        left me, left us, leaves me, leaving me, leaves us, left without, without any, going without,
        because of you, because you, cuz you, because your, due to your, your fault, ruining my, my kids,
        my wife, my husband, my mom, my family, my daughter, my son, my vacation, my holiday, my trip,
        christmas, birthday, wedding, funeral, honeymoon, elderly, pregnant, disabled, wheelchair, baby,
        medication, hospital
    """,
    "absent": """
        no water, no power, no electricity, no heat, no heating, no hot water, no ac, no air, no internet,
        no wifi, no wi-fi, no signal, no service, no connection, no sound, no picture, no network,
        no broadband, no tv, no food, no seats, no seat, no staff, no trains, no bus, no buses, no delivery,
        no tracking, no confirmation, no email, no record, no refund, no money, no bag, no bags, no luggage,
        no room, no one, nobody, nowhere, no where, no stock, no availability, no phone, no number,
        no option, no options, no access, no sauce, no reason, no choice, no notification, no notice,
        no warning, no manager, no receipt, no agent, no hotel, no car, no driver, no taxi, no news,
        no details, no record of, none of, zero, nothing, lack of, power out, power outage, power cut,
        lost power, without power, without internet, without water, ran out, run out, runs out, running out,
        run out of, no hope, no plane, no gate
    """,
    "stock": """
        out of stock, sold out, unavailable, not available, not in stock, discontinued, stopped selling,
        stop selling, took away, taken away, taking away, got rid of, get rid of, removed, removing, remove,
        bring back, bringing back, bring it back, back in stock, restock/ed/ing, not offer/ed, don't offer,
        doesn't offer, don't have any, don't carry, no more, shortage, closed, closing, closed down, shut,
        no longer available, no longer sell, changed the, changed your, new layout, new update,
        latest update, since the update, after the update, the update, new version, new website, not fit,
        too small, too big, too tight, doesn't fit, too short
    """,
    "spam": """
        spam, spamming, spammed, junk mail, unwanted, unsolicited, robocalls, stop emailing, stop texting,
        stop calling, unsubscribe, bombarded, bombarding, inundated, ads, adverts, popups, pop ups,
        auto renew, auto renewed, without my permission, without permission, without consent,
        without asking, without telling, didn't ask, did not ask, never asked, did not order, didn't order,
        did not authorize, didn't authorise, banned, suspended, blocked, locked out, locked, restricted,
        ban, data breach, privacy, phishing, hacker/s, identity theft, impersonating
    """,
}
