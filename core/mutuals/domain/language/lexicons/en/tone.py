"""English cues of tone, praise and thanks, and of what is no complaint. The notation is explained in `phrase_matcher.py`."""

TONE = {
    "service": """
        customer service, customer services, customer support, customer care, cust service, custserv,
        tech support, technical support, call center, call centre, helpline, hotline, customer relations,
        customer experience, after sales, live chat, complaints department, supervisor, corporate,
        head office, ceo, service center, service centre, this company, your company, your staff,
        your employees, your agent/s, your team, your driver/s, your rep/s, your people, your customers,
        your customer, paying customer/s, your drivers, your service, your system, your policy,
        your policies, manager, management, ur service, ur customer
    """,
    "demand": """
        fix it, fix this, fix that, fix your, fix the, fix my, fix ur, please fix, pls fix, plz fix,
        get it fixed, fixed, fix, sort it, sort it out, sort this, sort out, sort this out, sort your,
        sort yourselves, resolve, resolved, resolution, solve this, solve my, solve, rectify, rectified,
        escalate/d, address this, look into, looking into this, look at this, investigate, explain,
        an explanation, do something, do something about, do better, step up, step it up, get it together,
        get your act, get your shit, get your, need to get, need to fix, needs to be, needs fixing,
        need to improve, improve, must improve, wake up, work on, work on your, want my, need my,
        give me my, give us, send me my, i want a|an, i demand, demand, stop sending, stop texting,
        stop emailing, stop calling, stop charging, stop, unacceptable for, asap, immediately, urgently,
        urgent, right now, at once, act now, take action, take responsibility, held accountable,
        accountable, accountability, bring back, what gives, any fix, when will ... fixed,
        when will ... working, when will ... back, when will ... resolved, need answers, do your job
    """,
    "owed": """
        where is my|our refund|money|order|parcel|package|delivery|luggage|suitcase|bag,
        where's my|our refund|money|order|parcel|package|delivery|luggage|suitcase|bag,
        money back, my money back, our money back, give me a|my refund|money,
        give us a|our refund|money, want a|my|our refund|money|replacement,
        need a|my refund|replacement, refund me|us|now|please, get a|my refund|money,
        like a|my refund|replacement|money, request|requesting|demand|demanding|claim a|my refund,
        fix your|ur|yo, fix the {goods}, fix this now|please|asap|already|mess, stop charging,
        stop sending me, stop emailing|texting|calling|spamming, sort your|yourselves,
        when will|am|do|can i|we get|be|have my|a|our|refunded money|refund, refund now|asap|pls|plz
    """,
    "shock": """
        can't believe, cannot believe, cant believe, couldn't believe, unbelievable, unbelievably,
        unreal, srsly, are you serious, smh, smdh, ugh, ughh, argh, grr, kidding me, are you kidding,
        you kidding, kidding, come on, cmon, c'mon, facepalm, insanity, beyond me, mind boggling,
        boggles, mind blowing, baffled, baffling, amazed that, astonishing, astounding, incredible that,
        nice try, yikes, boo, meh, eww, ew, yuck, not even, doesn't even, don't even, didn't even,
        can't even, how dare, dare you, the worst, the fact that, so much for, apparently, supposedly
    """,
    "joke": """
        lol, lmao, haha, omg, literally, hehe, hahaha, rofl, lolol, jk, lmfao, pun intended, plot twist,
        asking for a friend
    """,
    "emphatic": """
        really, seriously, even though, at least, wow, whatever, of course, absolutely, completely,
        totally, utterly, extremely, insane, crazy, wild, nuts, what a, such a, beyond, sigh, no way
    """,
    "sarcasm": """
        thanks for nothing, thanks a lot for, thanks for ... {bad}, thanks for ... not,
        thanks for {spoiling}, thanks for the delay, thank you for {spoiling}, thanks for the wait,
        thanks to you|your, way to go, way to, nice one, nice work, good luck with, good luck getting,
        gotta love, got to love, you have to love, don't you just love, i love how, love how you|they,
        love when, love it when, love being|waiting|sitting|paying|getting, so much for,
        great job ... {bad}, hats off, slow clap, bravo, congratulations, congrats on, keep it up,
        good to know, how nice, how lovely, isn't that, must be nice, glad to see, glad i paid,
        real nice, real classy, classy, stay classy, brilliant service not, guess i'll, guess i, i guess,
        apparently, surprise surprise, shocker, shocking i know, what a surprise, no surprise,
        not surprised, as always, as expected, as per usual, enjoy my money, hope you enjoy,
        thanks again for nothing, happy anniversary, cheers for, ty for, kudos for, it's only, only in,
        would be nice if, would be nice to, would be great if you could, be nice, real appetizing,
        real helpful, so helpful not, very helpful not, really appreciate the, thanks for the ... wait,
        love waiting, love paying, love sitting, love getting, love it that, good job on, great way to,
        great start, what a great way, nice way to, nice start, so nice of, how convenient, how considerate,
        much for, thanks guys, thanks though, thanks for trying, appreciate nothing, great another,
        great now, awesome another, wonderful another, lovely another, oh great, oh joy, oh good,
        oh wonderful, oh lovely, yay another, love flying, love spending, just love, just great,
        just what i needed, just perfect, just brilliant, fun times, what fun, what a joy, living the dream,
        top marks, well played, great service not, and counting, ever so,
        {good} ... {num} {unit} late|delay|wait, {good} another ... delay|wait|hour
    """,
    "tried": """
        tried, trying to, i've tried, ive tried, have tried, attempt/s/ed/ing, i called, called,
        have called, i've called, calling, phoned, rang, rung, emailed, i emailed, have emailed, messaged,
        wrote to, written to, contacted, have contacted, spoke to, spoken to, spoke with, speak to,
        speak with, talked to, talk to, chatted, reported, raised a|an, opened a ticket, ticket, submitted,
        filed, filled out, asked, have asked, requested, tweeted, i've been, ive been, have been,
        been trying, been told, went to, visited, restarted, rebooted, reset, reinstalled, uninstalled,
        factory reset, deleted and, hours on, on the phone, on the phone for, phone call/s, phone with,
        waited for, reached out, chasing, chased, case number, reference number, complaint number,
        without any, after paying, after waiting, after hours
    """,
    "praise": """
        love, loved, loves, loving, luv, amazing, awesome, great, best, excellent, fantastic, wonderful,
        brilliant, superb, outstanding, perfect, perfectly, perfection, lovely, fabulous, stellar,
        exceptional, terrific, incredible, fab, impressive, impressed, delicious, yummy, yum, tasty,
        beautiful, gorgeous, stunning, favorite, favourite, fave, fav, pleased, delighted, thrilled,
        excited, exciting, grateful, appreciative, kudos, props, shout out, shoutout, shoutouts, well done,
        good job, great job, nice job, awesome job, great work, great service, great customer service,
        excellent service, amazing service, awesome service, good service, excellent customer service,
        amazing customer service, thumbs up, hats off, you rock, you rule, ftw, the bomb, on point,
        top notch, first class, five stars, 5 stars, 10/10, a+, hero/es, lifesaver, life saver, made my day,
        saved my day, saved my life, blessed, blessing, friendly, friendliest, courteous, kindness,
        seamless, so helpful, very helpful, super helpful, efficient, beyond helpful, above and beyond,
        went out of, going above, woohoo, yay, hooray, fan of, big fan, huge fan, loyal fan, obsessed,
        adorable, can't wait, cannot wait, cant wait, looking forward, highly recommend,
        pleasantly surprised, pleasure, thankful, magical, legend/s, legendary, genius, class act, swear by,
        never let me down, never disappoint/s, never disappointed, no complaints, cheerful, cheerfully, cheery,
        ridiculously|insanely|stupidly|absurdly|insufferably {happy}, ridiculously|insanely|stupidly|absurdly {good},
        {happy} ... blame, to blame for my|this|our ... smile|grin|joy|happiness|obsession|mood,
        is|are|was|were the best|finest|nicest|loveliest|greatest|coolest|prettiest|cosiest|softest|comfiest,
        can't complain, cannot complain, nothing to complain about, can't fault, cannot fault, couldn't be happier,
        could not be happier, couldn't be better, couldn't ask for more, could not ask for more,
        can't ask for more, what more could you|i want, wouldn't change a thing, never looked back,
        can't say enough, can't get enough, can't beat, doesn't get any better, as good as new, good as new,
        better than new, like new, miracle, marvel, treasure, nothing but praise|love|good|great|respect,
        nothing says ... like, nobody does ... like, no one does ... like
    """,
    "fault_free": """
        zero|no {fault}, {not} a single {fault}, not one {fault}, never a {fault},
        without a|any {fault},
        {not} had|have|having|has|gave|give|given|get|got|caused|cause a|any|one|no {fault},
        {not} had|have|having|has|gave|give|given|get|got|caused|cause a|any|one|no problem/s,
        {not} had|have|gave|given me|us a|any|one|no|single {fault},
        {not} had|have|gave|given me|us a|any|one|no|single problem/s,
        {not} had|have a|one single {fault}, {not} had|have a|one single problem/s,
        {not} had|have ... {fault} in|since|for|with ... {num}|{unit}|{many},
        {not} had|have ... problem/s in|since|for|with ... {num}|{unit}|{many},
        {not} let|lets me|us down, {not} failed|fails|fail me|us|to,
        {not} broke|broken|leaked|leaks|leak|crashed|cracked once|yet|since|in|ever|never,
        {not} stopped|missed|faltered|squeaked|dripped|faded|ripped|torn once|yet|since|in|ever|never,
        never broke|leaked|leaks|crashed|cracked|faltered|faded|breaks wrong,
        never fails|ripped|disappoint|disappoints|disappointed|goes|gone|went wrong,
        {not} broken|failed|leaked|stopped|cracked|gone once|yet|since|in|wrong,
        doesn't|does|don't|not|didn't|hasn't leak|drip|squeak|rattle|scratch|stain,
        not a scratch|drop|squeak|leak|crumb, has|hasn't not stopped since, {not} ... once gone wrong,
        no regrets, without fail, {not} once|ever let|failed|broke|broken, zero problems,
        not a single problem, not one problem, without a|any problem,
        {not} gave|given|caused|give me|us {fault},
        {not} gave|given|caused|give me|us any problem|problems,
        {not} a problem|fault in|since|with my|our
    """,
    "mild_praise": """
        joy, joyful, smile/s, smiling, grin/s, grinning, merry, happily, compliment/s,
        happy, glad, appreciate, appreciated, rock/s, kind, sweet, cool, super, smooth, easy,
        quick response, fast response, quick, helpful, polite, professional, comfortable, comfy, good, nice,
        nicest, better, enjoy, enjoyed, enjoying, fun, proud, congrats, congratulations, winning, wins,
        cute, worth it, recommend, satisfied
    """,
    "thanks": """
        thanks, thank you, thank u, thankyou, thx, thnx, thnks, thanx, tks, ty, tysm, tyvm, cheers,
        much appreciated, appreciate it, appreciate the, appreciate your, many thanks, thanks so much,
        thank you so much, thanks again, thanks for the help, thanks for your help, thanks for the reply,
        thanks for the response, thanks for getting back, thanks for replying, thanks for responding,
        thanks for the info, thanks for the quick, thanks for your, thank you for your, thank you for the,
        thanks in advance, bless you, god bless
    """,
    "resolved": """
        just fixed my|our|mine|it, fixed|repaired|mended|replaced ... for free,
        fixed|repaired|mended|replaced ... free of charge, fixed|repaired|mended|replaced ... no questions asked,
        now working, working now, works now, fixed now, now fixed, got it fixed, sorted now, all sorted,
        sorted it, got sorted, it's sorted, all set, all good, got it, figured it out, figured out,
        found it, problem solved, issue resolved, been resolved, is resolved, got resolved, solved,
        it worked, that worked, that helped, it helped, helped me, this helped, helped, back up, back on,
        back online, up and running, came through, gone through, went through, finally arrived,
        just arrived, has arrived, received it, got my refund, got a refund, refunded me, replaced,
        replaced my, made it right, made good, took care of, taken care of, taking care of, sorted out,
        is fixed, are fixed, no longer an issue, good now, better now, already did, already have, done that,
        made it, got through, got home, on my way, on the way, ok now, was able to, were able to,
        finally got, managed to, did the trick, found out, took care
    """,
    "polite": """
        no problem, no problems, no worries, no prob, np, no issues, no issue, no trouble, no biggie,
        not a problem, all good, that's ok, that's okay, it's ok, it's okay, its ok, it's fine,
        that's fine, no rush, no big deal, you're welcome, youre welcome, ok, okay, k, yes, yep, yeah,
        yup, ya, sure, will do, yes please, of course, absolutely yes, correct, done, sent, dm sent,
        just sent, i sent, have sent, dm'd, dmed, just dm'd, just followed, followed, following,
        check dm, check your dm, check your dms, check my dm, see dm, dm me, pls dm, please dm, dm,
        via dm, in dm, here it is, here you go, attached, see attached, as requested, screenshot,
        let me know, please let me know, i'll try, will try, i'll check, will check, let me check,
        i see, i understand, understood, understand, makes sense, gotcha, noted, nope, not yet,
        not sure, fair enough, sounds good, sounds great, perfect thanks, no need, bye, welcome, ah ok,
        oh ok, sorry, sorry about
    """,
    "greeting": """
        good morning, good afternoon, good evening, good day, hi there, hello, hi, hey, hey there,
        hi guys, morning, dear, greetings, hiya, hello there, hi team
    """,
    "own_fault": """
        my bad, my mistake, my fault, oops, accidentally, by accident, by mistake, i accidentally, i forgot,
        i left, i lost, i broke, i dropped, i misplaced, i typed, i entered, i deleted, i ordered the wrong,
        i misread, user error, i put the wrong, i wrongly, wrongly booked
    """,
    "future": """
        can't wait, cannot wait, cant wait, looking forward, excited to, excited for, so excited,
        going to, planning to, plan to, next week, next month, next year, tomorrow, tonight, soon,
        coming soon, will be, this weekend, ready for, ready to, thinking about, about to, let's, lets,
        let's go, pre order, preorder, launching, launch, release, releasing, coming out, coming to
    """,
    "craving": """
        want some, craving, need some, i want, wanna, want to, imma, gonna, i need a|some
    """,
    "promo": """
        giveaway, win a, chance to win, enter to win, to win, contest, winner/s, sweepstakes, retweet,
        rt, rt to, follow and, like and, hiring, we're hiring, is hiring, job/s, join us, join our,
        apply now, check out, checkout, check it out, available now, now available, on sale, sale,
        deals, deal, discount, off all, free shipping, promo, promo code, use code, coupon, shop now,
        click here, link in bio, subscribe, tbt, throwbackthursday, happy birthday, happy new year,
        merry christmas, happy holidays, happy monday, happy friday, motivation, vote, petition, donate,
        fundraiser, charity, i just gave, just posted, review of, event, congratulations to
    """,
    "news": """
        breaking, news, report, reports, reportedly, stock, shares, earnings, q1, q2, q3, q4, ceo,
        announces, announced, announcement, launches, partnership, via, photo, video, new video,
        youtube, instagram, watch, watch live, live stream, listen, tune in, podcast, infographic,
        by the numbers, webinar, conference, blog, blog post, new post, read more
    """,
    "prize": """
        you have won, you've won, youve won, you just won, you won a|an|our|the, claim in|within {num},
        claim now|here|today, claim your prize|gift|reward/s|bonus|free, claim ... code, gift drop, airdrop,
        earn {num}, earn up to, earn money|daily|big, earn extra, no risk, zero risk, risk free, dm now,
        guaranteed profit/s|returns|income, double your money, free|easy|quick money|cash, crypto giveaway
    """,
    "brand_voice": """
        sorry to hear, sorry for the inconvenience, we apologize, we apologise, apologies for, please dm us,
        dm us, please send us, send us a, we'll look, we'll be happy, happy to help, glad to help,
        let us know, please contact us, contact us, our team, reach out to us, please visit, we're here,
        we are here, we're sorry, we are sorry, thank you for reaching, thanks for reaching,
        thank you for contacting, thanks for the feedback, thanks for your feedback, please follow,
        our customers, we'd, we'd love, we offer, our website, we're working, we are working,
        how can we help, we will, we'll
    """,
    "persons": """
        he, she, him, his, her, hers, he's, she's, himself, herself, team, girl/s, boy/s, bro, dude,
        babe, baby, friend/s, birthday
    """,
    "topics": """
        president, trump, obama, senator, congress, democrat/s, republican/s, government, police,
        season, player/s, song, album, movie, film, episode, book, novel, music, actor, actress, fans,
        school, class, church, god, jesus, country, america, world, war, election, vote, coach
    """,
    "contrast": """
        only, just, unless, while, whereas, otherwise, because, cuz, since, so i, then, until, nor,
        ever, used to, not only, nothing but
    """,
    "but": """
        but, however, although, though, instead, instead of, rather than, yet you, despite, except, even
    """,
    "conditional": """
        if, or, whether, either, in case, if i, if you
    """,
    "your_goods": """
        your {goods}, ur {goods}, your own, your whole, your entire, you guys's
    """,
    "my_goods": """
        my {goods}, our {goods}, my new {goods}, my entire, my whole
    """,
    "mine": """
        my, our, mine, my own
    """,
    "past": """
        was, were, had, did, been, got, went, came, gave, took, tried to, said, told, left, called,
        had been, made, asked
    """,
    "bought": """
        paid, bought, ordered, used, purchased, booked, subscribed, downloaded, installed, upgraded,
        reserved, signed up, preordered, pre ordered
    """,
    "first": """
        i, i'm, im, i've, ive, i'd, i'll, my, me, mine, we, we're, we've, weve, our, us, myself
    """,
    "second": """
        you, your, u, ur, y'all, yall, you're, youre, you've, youve, yours, you guys
    """,
    "third": """
        they, them, their, they're, they've
    """,
    "negation": """
        not, no, never, isn't, aren't, wasn't, weren't, doesn't, don't, didn't, won't, wouldn't, can't,
        cannot, couldn't, hasn't, haven't, ain't, nothing, nobody, without, n't, nowhere
    """,
    "occasion": """
        christmas, birthday, wedding, funeral, honeymoon, baby, elderly, pregnant, disabled, wheelchair,
        medication, hospital, my kids, my wife, my husband, my mom, my family, my daughter, my son,
        my vacation, my holiday, my trip
    """,
    "burden": """
        end up, ended up, had to, have to, having to, forced to, forcing, made me, makes me, make me,
        making me, stuck with, missed
    """,
    "goods": "{goods}",
}
