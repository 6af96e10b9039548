"""English cues of asking, chasing, wishing and worrying. The notation is explained in `phrase_matcher.py`."""

ASKS = {
    "chasing": """
        still waiting, any news, any update/s, any reply, any answer, any response, hello anyone,
        anyone there, anybody there, is anyone there, hello again, check your dm/s|inbox,
        check dm/s|inbox, see your dm/s, bump, bumping, following up, 0/10, 1/10, zero stars, one star,
        1 star, 0 stars, sos, wtf, seriously, really, still nothing, nothing yet, fix it, well then,
        thumbs down, 0/5, 1/5, 2/10, smh, just wow, wow ok|okay, unbelievable, answer me|us|please|pls,
        reply|respond me|please|pls, please|pls|plz reply|respond|answer, day {num}, no reply, no answer,
        no response, nobody answers, any answers, anything yet, come on, i'm waiting, im waiting, waiting
    """,
    "question": """
        do you, do you guys, do u, do ya, does the, does anyone, does your, do they, can you, can u,
        can someone, can anyone, could you, could u, could i, could someone, is there, is there anyway,
        is this, is it, is the, is your, are you, are the, are these, are they, will you, will i, will it,
        will the, will there, would you, would it, how does, how often, what's the, whats the, what is the,
        what are, what is, what's your, when do, when does, when can, when did, where to, who can, who do,
        who is, anyone know, anybody know, question, question/s, could you please, can you please,
        need to know, do y'all, is anyone, has anyone, have you, did you, what about, trying to find,
        back in stock, restock/ed/ing
    """,
    "howto": """
        how do i, how do we, how do you, how can i, how can we, how to, can i, can we, may i,
        is it possible, is there a way, possible, any way to, any way, how much, how many, how far,
        how about, how would i, how should i, where can i, where do, who do i, what do i, what if, should i,
        am i able, do i, do we, would i, eligible, allowed, would it be possible, does it, does this,
        do you have, do you sell, do you offer, do you know, do you ship, do you deliver, do you accept,
        do you still, what time, which, which one, wondering if, was wondering, just wondering, wondering,
        i wonder, curious, quick question, have a question, i have a question, got a question, looking for,
        looking to, interested in, like to know, want to know, want to change, to change, change my,
        need to change, is there any chance, any chance, any suggestions, any advice, any plans,
        are you guys, will you be, is there a, is there any, are there any, are there, can you tell,
        tell me, confirm, let me know if, how long does|do|would|will ... usually|normally|typically take,
        how long does|do|would|will ... usually|normally|typically
    """,
    "chase": """
        any update/s, any news, any idea/s, any word on, when will, when are you, when is, when are,
        when can i expect, where is, where are, where's, how long, how soon, how much longer,
        what's the status, status of, status on, update on, an update, what is the status, eta, expected to
    """,
    "why": """
        why {be}, why do|does|did|would|should|can|will|has|have,
        why can't|won't|isn't|don't|doesn't|aren't|haven't|didn't|not|wasn't|hasn't, why no, why the,
        why so, why must, why u, why you, why i, why my, why, how come, how is it|that|this,
        how can you|u|it|this|a|they, how do you|u not|expect|plan|justify, how are you|u, how could you,
        how hard, how difficult, how about you, what happened, what's happening, whats happening,
        what is happening, what's wrong, whats wrong, what is wrong, what's going on, whats going on,
        what is going on, what's up with, whats up with, what's the deal, what the, what kind of,
        what's the point, whats the point, what am i, what are you doing, what's the problem,
        what is the problem, what's with, explain why, reason why, is there a reason, any reason, who do i,
        when are you going to, when will you, when are you, am i supposed, are you even, do you even,
        do you guys even, do you not, are you going to, are you guys going to, don't you, can't you,
        won't you, didn't you, aren't you, isn't it, shouldn't you, how does this happen,
        how does that happen, how did this, how did that, what is this, what's this, is this a joke,
        is this how, is this the, is this what, is this normal, is it normal, is it too much to ask,
        what type of, what sort of, on what planet, in what world, how is this, how is that, how can this,
        how can that, how long do i, how many times, how much longer, how on earth, why on earth,
        why in the world, where the, when the hell, who the
    """,
    "help": """
        help, need help, please help, pls help, plz help, can someone help, can anyone help, someone help,
        help me, help us, can you help, assist, assistance, need assistance, please assist, advise,
        pls advise, please advise, kindly, sos, support needed, any suggestions, any advice, a little help
    """,
    "please": """
        please, pls, plz, pleaseee, kindly
    """,
    "wish": """
        i wish, wish you|u|there|it, would love, would love to, i'd love, would be great, would be awesome,
        would be cool, would be nice, would be good, would be helpful, it would be, please add,
        please bring, please make, please consider, please release, please give, pls add, plz add,
        please open, please come, you should, u should, y'all should, you guys should, should add,
        should bring, should make, should consider, suggestion/s, suggest, feature request, request,
        petition, feedback, recommendation, idea for, need more, more options, hope you, hope to, hoping,
        hopefully, hope, please please, let us, consider, could use, why not, how about, add a, add the,
        option to, ability to, make it possible, would like to see, like to see, want to see, someday,
        one day, next time, in the future, future
    """,
    "worry": """
        worried, worrying, concerned, concern, concerns, a concern, concerning, nervous about, afraid that,
        afraid of, scared to, is it safe, should i be worried, uneasy
    """,
}
