"""English word classes of suggestions and mild worries: who wishes what, and what is only a demand. See `grammar.py`."""

SLOTS = {
    "own_case": """
        my order, my parcel, my refund, my booking, my account, my money, my bag, my flight, my delivery,
        my appointment, my bill, my card, my email, my emails, my call, my complaint, my ticket, refund,
        refund me, reply, respond, call me, call you, call me back, ring me, answer, answering,
        answer the phone, answered, turn up, turned up, show up, showed up, pay me, paid for, back after,
        hold, on hold, tracking, the bill please, table, check in early, window seat, rebook, cancel,
        cancelled, ashamed, sacked, waiting, hours, weeks, stop losing, stop lying, actually deliver,
        actually delivering, do your job, on time, elsewhere, gone elsewhere, never bought, never bothered,
        read your own, arrives, arrive today, arrive tomorrow, put me through, make it stop, texts a day,
        speak to somebody, speak to someone, speak to a human, store launch, at the store
    """,
    "thanks_done": """
        thanks for, thank you for, brought back, you brought back, best update, love the new, loving the new,
        listening, listened, you added, new feature, glad you, so happy you, finally added, is brilliant,
        is amazing, was brilliant, sorted, no worries, not worried, nothing to add, happy easter,
        merry christmas, happy new year, great weekend, good luck, wish me luck, wishing you all,
        wish you all, wish you a, see you, miss you, stay another, i was there, to win, could not ask for,
        couldn't ask for, can't ask for, nothing more to ask, couldn't be better, could not be better,
        could not fault, couldn't fault, can't complain, late for, running late, i'm a bit late, i'm late,
        bit late, i'm a bit, im a bit, i'm a little, a bit of luck, a bit of fun, a bit of cake, bit rich
    """,
    "suggest": """
        suggestion/s, suggest, suggesting, propose, idea, idea for, an idea, feature idea, random idea,
        idea would be, feature request, request, petition, feedback, bit of feedback, some feedback,
        constructive feedback, just a thought, thought for, here's a thought, one thing, only thing,
        the only thing, one small thing, small thing, wishlist, my one wish, my only gripe, only gripe,
        room for improvement, could be improved, could be better, would improve, that would improve,
        improvement, one request, vote for adding, plea, a plea, just saying, jus sayin, just an observation,
        note for, tip for
    """,
    "wish": """
        i wish, we wish, wish the, wish your, wish you'd, wish you would, wish you did, wish you had,
        wish you were, wish there was, wish there were, wish it, wish they, wish i could, only wish,
        just wish, do wish, wishing for, wish for, if only, hoping you'll, hoping for a, hope you'll,
        hope you do, hope you bring, hope there, hope the branch, hope folks, dreaming of,
        fingers crossed you, pining for, crying out for, gagging for, begging for, desperate for, please let,
        would kill for a, i'd love, we'd love, would love, i'd like to see, like to see, love to see,
        love it if, want to see, need more, needs more, needs a, needs an, need a, we need, could do with,
        could use, could really do with, can't wait for a, waiting for a, be good to have, be nice to have,
        be great to have, be a dream
    """,
    "would_be": """
        would be, would be nice, would be great, would be good, would be lovely, would be handy,
        would be useful, would be helpful, would be cool, would be ace, would be class, would be grand,
        would be amazing, would be appreciated, would be perfect, would be so, it'd be, itd be, it would,
        would help, it'd help, would've been, would make, make a lot of, wouldn't go amiss, wouldnt go amiss,
        wouldn't hurt, would go a long way, would go down, would go so hard, wouldn't it, would it kill,
        would suit, would save, would stop the, be handy, be lovely, be nice if, be great if, be cool if,
        be good if, be useful, be so handy, be a nice touch, nice touch, lovely touch, be grand if,
        make sense, makes sense, might help, could help, i'd feel better, i'd use, i'd buy, i'd pay,
        i'd happily, would buy, would pay, would come, would use, would order, i'd come, i'd be first,
        first in line, first in the queue, sell loads, take my money, prefer if
    """,
    "ask_change": """
        any chance, any hope, any plans, any plan, any possibility, any thoughts on, any way back,
        is there any chance, could you, could u, can you, can u, could we, can we, could there, could the,
        would you, might you, will you ever, will there ever, would you ever, do you ever, ever considered,
        ever thought, have you thought, have you considered, have you ever, thought about, thought of,
        how about, what about, why not, why don't you, why dont you, how come there's, when will you,
        when are you going, when are we getting, when's the, may i, can i suggest, might i, please, pls, plz,
        pretty please, kindly, maybe, perhaps, possibly, consider, think about, think of, looking into,
        look into, look at, shouldn't there, let us, let me, allow, give us, let people, surely, should,
        ought, ought to, you should, u should, y'all should, you guys should, devs should, should really,
        there should, you could, u could, you might want, you may want, might want to, may want to,
        worth telling, worth thinking, worth adding, might be worth, might be an idea, an idea to, needs, put,
        make, imagine, imagine if, what if, dear, please and thank you, more, less, fewer, bigger, smaller,
        larger, quieter, longer, shorter, earlier, later, softer, brighter, wider, cheaper, another, extra
    """,
    "change": """
        add, adding, bring back, bringing back, bring the, brought back, stock, offer, offering, include,
        allow, introduce, extend, open, do a, do an, doing a, doing, make, making, sell, start, start doing,
        change, changing, keep, keep the, don't drop, don't get rid, get rid of, don't change, put, put a,
        show, let us, sort by, have a, have an, get a, install, provide, translate, remember, remind, support,
        fix the sign, dim, plant, build, remove, drop, switch to, go back to, reintroduce, relaunch, restock,
        reduce, cut down, use less, do half, do more, put up, publish, print, turn down, sync, merge,
        separate, split, filter, return, come back, rethink, review, release, launch, bring in, extend the,
        cater, do something for, make it, make these, make them, make a, come in
    """,
    "feature": """
        option, version, mode, dark mode, night mode, light mode, colour blind, colourblind, theme, button,
        widget, shortcut, search, filter, subtitles, font, print, size, sizes, colour, color, flavour, flavor,
        range, app, menu, discount, loyalty, student, scheme, gift, wrap, card, route, branch, shop, store,
        bench, bin, seats, seating, lamp, light, lights, lighting, ramp, rail, handrail, hooks, hook, kettle,
        clock, rack, parking, bike, cushions, lid, packaging, plastic, cardboard, refill, portions, portion,
        box, boxes, bottle, jar, bag, pockets, sleeves, zip, label, labels, allergens, calories,
        opening times, opening hours, hours, late, sundays, saturdays, weekends, evening, quiet, carriage,
        coach, bus, service, train, timetable, map, link, website, page, form, sign, poster, leaflet, letter,
        music, playlist, jingle, hold music, photo, crossplay, android, linux, hindi, language, vegan,
        vegan version, veggie, vegetarian, halal, gluten free, oat milk, decaf, lactose free, sugar free,
        salt, sugar, soup, sauce, gravy, recipe, logo, layout, design, update, feature, notice, email, text,
        texts, reminder, notification, crossing, playground, shade, plugs, mirror, hangers, towels, mugs,
        cups, chairs, door, steps, accessibility, wheelchair, kids, children, older, elderly, disabled,
        left handed, people who live alone, families
    """,
    "mild": """
        bit, a bit, a little, little, slightly, a touch, a tad, rather, kind of, kinda, sort of, somewhat,
        fairly, quite, seems, seem, seems to, feels like, not a complaint, not complaining, not a moan,
        no biggie, not a big deal, nothing urgent, not being funny, not to be picky, not ideal, if i'm honest,
        if im honest, to be honest, tbh, though, otherwise, other than that, but otherwise, but nice,
        lovely but, love the, nice but, nice stay, not keen, not so keen, not a fan, not loving, don't love,
        not mad about, not sure about, not sure i like, can't get used, these days, lately, on the small side,
        on the thin side, side, when wet
    """,
    "flaw": """
        small, tiny, thin, loud, noisy, hard, heavy, steep, slippery, dark, dim, harsh, bright, cold, warm,
        hot, salty, sweet, bland, pricey, expensive, flimsy, wobbly, wobble, wobbles, squeaks, snags, snug,
        tight, crowded, full, fuller, fiddly, confusing, cluttered, slow, sticky, worn, stiff, uncomfortable,
        awkward, close together, hard to read, hard on the eyes, hard to open, shrunk, smaller,
        getting smaller, different, patchy, drips, flickers, dusty, faded, plain, dated, wordy, long, short,
        high, low, narrow, missing, lacking, ripped, unsafe at night, nightmare to open, too many, too much,
        lots of plastic
    """,
    "worry": """
        worried, worry, worries me, worrying, concerned, concern, concerns, nervous, anxious, uneasy, wary,
        fret, scared, uncomfortable, not comfortable, bother me, bothers me, unsettled, hesitant,
        apprehensive, unsure, not sure, should i be worried, is that normal, is it normal, normal,
        is it meant to, meant to happen, supposed to, safe for, wondering whether, wonder whether, wonder if,
        wondering if, makes me a, fear, afraid, hope not, doubts, may trip, may confuse, could confuse,
        might confuse, leave some folk, left behind, leave people behind, forgotten, forget, cope
    """,
    "miss": """
        miss the, missing the, do miss, miss my, i miss, we miss, pity, shame, shame that, shame you,
        shame about, a shame, such a shame, it's a pity, bit sad, sad to see, sad that, sad you've, prefer,
        preferred, preferred the, liked the old, old one, old recipe, old layout, old logo, old app,
        was nicer, was better, was easier, nicer, used to love, it before, previous version, not the same,
        gone downhill, will it return, is it coming back, come back soon, no option, no left handed,
        there's no, don't deliver to, don't do, don't come in, if you did, if you made, if you had,
        if you opened, if it came, if there was, if there were, if you ever, if the next
    """,
    "headsup": """
        fyi, heads up, headsup, head's up, just so you know, just so you're aware, just to flag,
        just flagging, flagging, by the way, btw, typo, spelling mistake, spelt wrong, misspelled, misspelt,
        wrong spelling, should be, thought you'd want to know, thought you should know,
        thought you might like, you might want to check, may want to check, in case it's useful,
        in case nobody's told, in case you didn't know, in case you haven't noticed,
        not sure anyone's noticed, not sure if you know, noticed, don't match, doesn't match, still says,
        still shows, still says oslo, out of date, wrong on, wrong number, one digit out, dead link,
        link is dead, link 404s, 404s, upside down, wrong way round, mistake in, mistake on, small error,
        is an hour out, is wrong, says
    """,
}
