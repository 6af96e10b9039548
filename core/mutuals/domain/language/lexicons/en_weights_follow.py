"""What speaks for "wants_follow" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -4.65
RULES = (2.82, 1.17)
SLOTS = {
    "a_follow": 2.23,
    "add": 1.88,
    "add_me": 1.45,
    "browse": -0.28,
    "cannot": -0.07,
    "child": -0.35,
    "click": 1.9,
    "clock": -0.15,
    "contest": -0.61,
    "crowd": -0.7,
    "cry": -0.54,
    "dm": 0.92,
    "fan": 1.6,
    "fiction": -1.1,
    "follow": 3.33,
    "followed_you": -0.25,
    "following": 2.16,
    "frail": -0.14,
    "harmless": -0.16,
    "harmless_follow": 0.31,
    "joke": 0.05,
    "link": -0.78,
    "lone_mutual": 1.88,
    "mutual": 1.6,
    "night": -0.34,
    "not": -0.31,
    "not_following": -1.25,
    "now": -0.55,
    "number": 0.54,
    "person": 0.13,
    "praise": -1.24,
    "private": 0.86,
    "solved": -0.17,
    "span": -0.26,
    "still": 0.24,
    "sum": 0.39,
    "suppose": -0.28,
    "third": -0.11,
    "us": 0.68,
    "warm": -1.53,
    "we_ask": 0.66,
    "you_are": 0.09,
    "your_turn": 0.99,
}
WORDS = {
    200: "follow",
    125: "followers",
    110: "following",
    105: "be",
    95: "followed",
    90: "all",
    80: "send",
    75: "follower",
    70: "fan mine ready says",
    65: "hit list one press us",
    60: "f go got would",
    55: "accounts any city click me so you're",
    50: "add aren't blue council dms except fb feed follows gets lol moots re takes",
    45: "connect could greyed main open opens plays side tick",
    40: "asking back beta first least let mutual notice only seem since what",
    35: """
        biggest button's crisps daily dm done dropped every five going mind next none nothing other that's
        until
    """,
    30: """
        account bounced chance come drop little lose maybe message missing noticed number post them totally
        unfollow unless won't
    """,
    25: """
        added brand happy hence here i'd i'll lets minutes mutuals of people pls profile put ref router
        share stop tap wants you
    """,
    20: "accept birthday biscuit did favourite has likes love make pass plz tag tweet waiting you'd",
    15: "booking chuck dog girl hook just loyal many non once reply still temporarily way yet you've your",
    -15: """
        another anything app better but can't card days dead delivery down error ever filled flying gate
        hard hour instructions last late money nice office on pin plane planning rate refund some sorry team
        thank think ticket tomorrow very we will working
    """,
    -20: """
        address answer code custom customer day delayed discount else farm glad handle have having help home
        hours i'm its link look memes news or our page prescription seats their through today
    """,
    -25: "asked bag cancelled check does explain good hold in issue like new phone take tell what's when who",
    -30: "friend game give instead is rules sent service sure these",
    -35: "call dose email enter him host how odd please told with",
    -40: "an believe bit bots friend's from someone sweet where's",
    -45: "after everywhere guys made than",
    -50: "at reset updates",
    -55: "she should steps they",
    -60: "bug respect to was work",
    -65: "ads doesn't for into",
    -70: "don't flight up",
    -80: "gone this which",
    -95: "the",
    -100: "amazing",
    -115: "usage",
    -120: "where",
}
