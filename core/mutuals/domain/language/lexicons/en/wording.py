"""How common English words, and pairs of neighbours, lean to a complaint (above 0) or away from it, in hundredths of log-odds.

Written by `benchmarks/fit_language.py`, not by hand. What stands here occurs in six of eleven sources at least, so that
it is no trade's own. `<handle>`, `<link>` and so on stand for what is no word, `<start>` and `<end>` for the ends of a post.
"""

LEANINGS = {
    -35: """
        you're
    """,
    -25: """
        . i, <handle> can, can, game, idea, number, problems
    """,
    -20: """
        . do, <handle> hi, a, for, hard, here, hi, i just, i'm, match, more, so, store, that's, there's,
        though, to a, who
    """,
    -15: """
        ! i, . how, . my, . thanks, <handle> no, <number> ?, <start> the, a few, add, available, big, first,
        for me, he, i don't, i know, i will, isn't, it is, it's, know, left, life, lost, may, name, new, not
        ., okay, thank, thanks !, the <number>, this is, to, wanted, way, what is, will i, work, year, you are
    """,
    -10: """
        ! <tag>, . but, . i'm, . so, . the, . we, <handle> ., <handle> i'm, <handle> is, <handle> ok, <handle>
        thank, <handle> they, <handle> to, <handle> what's, <handle> when, <handle> will, <number> ., <number>
        days, <start> <handle>, about, almost, an, any idea, around, ask, be available, calling, can't, car,
        care, changing, come, data, days, feel, few, for a, for the, from <handle>, good, got, have not, have
        the, hell, help ?, hope, hopefully, how, i, i think, if i, in a, in the, in your, info, instead, is
        your, job, last <number>, location, long, make, me with, message, middle, money, my <handle>, need,
        need to, of the, oh, on an, one, or, over, paying, plan, policy, second, so i, sure, t, taken, team,
        thank you, that, that the, the app, the best, the email, the new, thing, thought, to be, to see, to
        the, to your, told, took, until, us, via, way to, week, when we, while, years, you !, you ., you have,
        you help
    """,
    -5: """
        . is, . just, . thank, . this, . very, <handle> !, <handle> and, <handle> but, <handle> did, <handle>
        have, <handle> if, <handle> it's, <handle> not, <handle> oh, <handle> thanks, <number> months,
        <number> of, <number> years, <start> my, <tag> <handle>, <tag> <tag>, a new, a very, able, able to,
        about a, about this, account, also, am, am i, an issue, and it, and my, and not, and now, are the, at
        <number>, at least, at the, away, awesome, back ., back to, be, been waiting, believe, book, bring,
        broke, but i, c, can i, can someone, can you, cancel, card, city, com, could, could you, details, did
        you, didn't, do, do you, does, does not, doesn't, don't know, done, drive, end, enough, even, even
        though, explain, finally, fine, for my, for over, friday, friend, from, from <number>, get a, give,
        gonna, happened, happens, happy, have been, head, help me, her, how can, how do, how long, huge, i
        had, i really, i should, i still, i want, i've been, im, in an, in my, instead of, it, just, keeps,
        laptop, less, looking, looks, lost my, m, made, me and, me on, mine, month, more than, morning,
        moving, no ., not a, of, of my, off the, ok, old, on <handle>, on <number>, on a, once, other,
        personal, problem, put, question, read, resolution, right, seriously, set, should be, showing, shows,
        site, soon, takes, thanks for, thanks to, the problem, there a, they have, things, this ., to
        <handle>, to <number>, to go, to help, tomorrow, two, u, us ., used to, w, wanted to, was <number>,
        weeks, went, what i, will, will you, with, with <handle>, with my, with the, with you, wrong, y'all,
        yet ., you a, you can, you for, your help
    """,
    5: """
        . <tag>, . any, . been, . even, . help, . it, . it's, . now, . really, . was, . your, <entity>
        <number>, <handle> <number>, <handle> ?, <handle> any, <handle> can't, <handle> could, <handle> has,
        <handle> hey, <handle> it, <handle> so, <handle> you, <number> <number>, <number> and, <number> hours,
        <start> ., <start> <tag>, <start> so, <tag> is, ? <tag>, a <handle>, a dm, a month, a week, about the,
        actually, advise, again ., ago, all ., already, always, and, and then, are, are not, as a, as i,
        asked, back ?, be the, been a, best, better, between, bought a, but it, but not, call, call back,
        called, cant, checking, could be, couldn't, credit, credit card, customer, customer service,
        customers, december, delivered, did not, don't, don't have, due to, either, email, email address,
        enter, event, every, family, fix the, for some, frustrating, get, get it, gets, gift, given, gives,
        giving, go, going on, had to, happen, happening, has, has a, hasn't, have, have to, having, having a,
        hello, help !, hi i, his, hold for, how to, i am, i could, i do, i go, i haven't, i received, i used,
        impossible, in ., information, is an, is it, is my, is no, is there, issue ., issues, it was, it's
        not, its, just got, just to, known, last night, like a, longer, look at, mail, makes, many, me ., me
        ?, me know, mins, monday, most, multiple, my account, my money, need help, nice, no response, not to,
        nothing, of <number>, off ., on my, on this, only, ordered, original, out for, over the, package,
        page, paid for, part of, place, please help, pls, point, poor, pretty, problem ., process, provide,
        regarding, request, resolve, return, s, say, saying, says, seem, sell, sent a, service in, service is,
        so much, so you, something, sorry, start, status, still, still no, still not, supposed, supposed to,
        switched, system, take, taking, tell me, that i, that is, that you, the <handle>, the <tag>, the
        right, the same, the whole, their, they are, those, through, to make, to my, to you, today ?, tried,
        try, understand, up ., up my, up with, update on, use, used, waiting, was supposed, we, well, what,
        what ?, what gives, what's up, when it, which, why ?, why are, will not, with <number>, with me,
        won't, worst customer, yes, yet, yo, you, you did, you guys, you know
    """,
    10: """
        . <handle>, . can, . what, <handle> are, <handle> the, <handle> there, <handle> yes, <number> is,
        <number> times, <number> to, <start> i, <start> just, a <number>, after <number>, again, all my, an
        email, an hour, and it's, and no, and still, and the, and was, anything, as well, asking, at all, bad,
        because, being, bought, box, brand, broken, buy, can't find, chat, clear, closed, code, company, dear,
        delivery, disappointed, dm ., do i, due, else, emails, ever, every time, expect, experience, form,
        from the, from you, front, fuck, going to, guys, had a, haven't, hear, hey <handle>, hold, hour,
        however, i cant, i need, i try, in <number>, internet, into the, it ., it ?, it has, it to, keep,
        late, let, love, major, making, me, me a, me out, me to, music, my, needs to, never, no, not be, not
        working, off, offer, on, on it, one of, option, order, out, out ?, people, price, reason, receive,
        reply, send, send me, shit, should, should i, someone, still waiting, stopped, tell, than, them, then,
        there, there is, think, time i, to do, to say, to use, try to, trying to, tv, twice, uk, unable,
        unable to, up for, update, very disappointed, wait, web, what are, what's, when the, when will, why,
        with no, without, worse, wow, wtf, yesterday, you please, your website
    """,
    15: """
        <handle> still, <number> for, <number> minutes, <start> hey, <start> when, ? thanks, all, all the, and
        a, and they, answer, anyone, are you, back in, bag, both, but the, dm, do ?, down, error, everyone,
        find, friends, full, had, hey, i bought, is, is <number>, like, line, minutes, mobile, my <number>,
        needs, now, of this, of your, on hold, online, our, paid, piece, play, product, refund, sent, service,
        sick, support, thanks, these, this ?, this issue, times, to buy, to get, together, trying, up, were,
        where is, why is, will be, with this, you will
    """,
    20: """
        <handle> what, <handle> where, business, came, coming, driver, fix, for <number>, go to, going, have
        an, hours, i love, i would, in, is this, missing, not, on the, received, response, staff, stuff, the
        phone, the worst, three, when i, white, working
    """,
    25: """
        <handle> my, <handle> why, <start> thanks, back, half, if you, into, please, really, thanks <handle>,
        website, worst
    """,
    30: """
        <handle> your, charged, getting, issue, this, when
    """,
    35: """
        very
    """,
}
