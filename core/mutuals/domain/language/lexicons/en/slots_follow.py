"""English word classes of a wish to be followed: whom we should follow, how it is put, and why. See `grammar.py`."""

SLOTS = {
    "harmless_follow": """
        follow up, follow ups, following up, followed up, follow through, followed through, follow on,
        follows on, follow the, follow my parcel|order|delivery, follow these, follow those, follow your,
        followed your, following your, followed the, following the, follow all, follow any, followed by,
        as follows, following steps, following items, follow this link|thread|guide|story|recipe|step|link,
        followed instructions, follow instructions, follow me around|everywhere|home|round|down,
        follow us around|everywhere|home|round|down, following me around|everywhere|home|round|down,
        followed me around|everywhere|home|round|down|off|to|into|out|from|through, follows me,
        follow each other, following each other, follow live, follow who, who to follow, hard to follow,
        easy to follow, difficult to follow, can't follow, couldn't follow, don't quite follow, follow a,
        followed a, following a meal, following in, follow in, follow what, follow how, follow it up,
        followed it up, followed this up, follow this up, follow that up, keeps following me,
        keep following me, are you following the, do you follow the, i don't follow what,
        thanks for the follow, thank you for the follow, thanks for following, thank you for following,
        ty for the follow, thanks for the follow back, cheers for the follow, thanks for the add, go follow,
        went and followed, should follow, must follow the, do not follow the, didn't follow, doesn't follow,
        not follow the, who should i follow, which account do i follow, how do i follow, can i follow,
        do i follow, do i have to follow, follow along, follow suit, follow us for, follow for updates,
        following for updates, follow to win, retweet and follow to, follow and retweet, follow and rt,
        like and follow, followed liked, stop following, which steps, who unfollowed, add me to, add me a,
        add my name, add me in, add my daughter to, add my son to, add my husband, add my wife,
        details to follow, more to follow, parcel to follow, letter to follow, to follow soon, add my,
        add our, followed all, followed the steps, never followed up, follow my case, follow my complaint,
        you follow me already, glad you followed, follow this thread, follow my order, follow my claim,
        add me on the, add us to, following me back
    """,
    "contest": """
        to win, chance to win, for a chance, giveaway, competition, contest, raffle, prize, prizes,
        tag a friend, tag two friends, hamper, sweepstake, to enter, winner, winners
    """,
    "follow": "follow, folow, folllow, fllow, follo, flw, refollow, re follow, follow back, followback",
    "following": "following, followed, followin",
    "a_follow": """
        a follow, one follow, a cheeky follow, a quick follow, a follow back, a lil follow, follow from,
        follow needed, follow required, follow off you, an add back, add back, a follow please, to follow us,
        get a follow, get a follow back, a follow off, no follow back, follow button, hit follow,
        press follow, click follow, the follow, moots, mutuals, mutual, f4f, follow 4 follow,
        follow for follow, followback, follow back, fback
    """,
    "mutual": """
        4f, f 4 f, lets be mutuals, let's be mutuals, be mutuals, be moots, lets be moots, mutuals with,
        us moots, us mutuals, we're mutuals, we are mutuals, need to be mutuals, mutuals pls, mutuals please,
        moots pls, f4f, follow 4 follow, follow for follow, fb pls, fb please, pls fb, please fb, fb me,
        fb back, follow back, followback, add back, add me back, followed back, follow me back,
        follow us back, follow mine back, return the follow, return the favour, return the favor,
        kindly reciprocate, reciprocate
    """,
    "lone_mutual": "mutuals, moots, fb",
    "fan": """
        fan/s, supporter, lifelong, bestie, follower of, loyal, number one, no 1, member/s, residents, group,
        club, charity page
    """,
    "us": """
        me, us, my, our, mine, myself, this account, this handle, this profile, this page, my account,
        my page, my handle, moi, mee, meee, ours
    """,
    "we_ask": """
        please, pls, plz, plss, pleasee, kindly, could you, can you, can u, could u, would you, would u,
        will you, will u, wud u, mind, do you mind, would you mind, any chance, need you to, need u to,
        you need to, you have to, you'll have to, you must, you've got to, got to, gotta, want you to,
        asked you to, waiting on you to, waiting for you to, wish you would, why don't you, why not,
        why won't you, when will you, would love it if, would love if, love it if, would love a,
        mean the world, make my year|day|week|birthday|life, made my year|day, my dream, my goal, dream is,
        die happy, notice me, fancy, be a legend, can someone, could someone, can one of, could one of,
        someone there, if you, if u, get you to, needs to, just need, need, must, should, ever, be great to,
        be lovely to, be nice to, we'd love, i'd love, i'd like, come onnn, start, asking for me, can we get,
        could we get, can i get, could i get, get a, give me a, give us a, pop me a, pop us a, chuck us a,
        chuck me a, drop me a, drop us a, throw me a, hook me up, i want a, want a, want, hope you, come on,
        grant me, hoping for
    """,
    "private": """
        dm, dms, dm's, d.m, dming, dmed, pm, pms, message, messages, msg, inbox, privately, private,
        in private, confidentially, confidential, direct message, direct messages, slide, private message,
        send you, send u, send my, send the, send over, send it, share my, share the, share it, details,
        sensitive info, public, in public, on here, tell you something, tell you
    """,
    "cannot": """
        can't, cannot, cant, couldn't, won't, wont, unable, not able, doesn't, does not, don't, isn't, aren't,
        not, refused, blocked, locked, closed, shut, greyed out, grayed out, only, unless, until, not open,
        tried, says, fail, failed, no way, how do i, how can i, how do we, how can, instead, first
    """,
    "you_are": """
        you, u, ya, you're, youre, ur, you've, youve, you'd, your, yall, y'all, them, accounts, people, they
    """,
    "not_following": """
        aren't following, arent following, isn't following, isnt following,
        don't follow me|us|my|this|back|them|each|people, dont follow me|us|my|this|back|them|people,
        doesn't follow me|us|my|this|back, doesnt follow me|us|my|this, haven't followed, havent followed,
        hasn't followed, haven't added me|us, havent added me|us, not followed me|us, not followed,
        not added me|us, you follow me|us|my|this|back|them|first|too|mine, u follow me|us|my|back|first,
        you followed me|us|my|back, u followed me|us, if you followed, unless you follow|add,
        accounts you follow, people you follow, someone you follow, ppl you follow, only people you follow,
        once you follow, once you've followed, as soon as you follow, when you follow, after you follow,
        you follow first, u follow first, follow first, unfollowed me, unfollowed us, you do not follow,
        do not follow me, still no follow, never followed, you don't follow, you dont follow, u dont follow,
        not following me, not following us, not following mine, not following this, not following my,
        not following back
    """,
    "add": "add, added, accept, connect with, friend",
    "add_me": """
        add me backkk, add backkk, could add, totally add, to add me, add me, add us, add mine,
        add this account, add this handle, added me, added us, accept my, accept our, connect with us,
        connect with me, accept so, friend me, add back, add me back, add my account, on your list first
    """,
    "your_turn": """
        your turn, ur turn, now you, now follow me, now it's your, me next, do me next, do mine,
        what about me, why not me, and not me, except me, not mine, and i don't, why does my, my turn, not me
    """,
    "followed_you": """
        followed you, followed u, followed all, i follow you, following you, following u, i followed,
        i've followed, ive followed, have followed, followed, been following you, been following u,
        been following, following since, i added you, added you, i added u, we follow yours, we follow you
    """,
    "third": """
        he, she, they, cat, dog, ads, ad, advert, man, driver, bots, bot, who, host, guard, security, it,
        someone, somebody, strangers, everyone, people, trains, staff, to, i, we, that, stop, helicopter, car,
        emails, cookies, drone, moon
    """,
    "crowd": """
        everyone, everybody, guys, folks, people should, people, you should all, you all should, instead
    """,
    "click": """
        tap that button, that button, the button, plus button, + button, blue button, one click,
        on my profile, on my page, click it
    """,
    "dm": """
        dm you, dm u, dms, dm's, dm wont, dm won't, message you, msg you, pm you, inbox you, send dm,
        send a dm, send you a dm, your dm, your dms, your messages, your inbox, to dm
    """,
}
