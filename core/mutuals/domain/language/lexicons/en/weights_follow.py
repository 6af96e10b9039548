"""What speaks for "wants_follow" in English, in log-odds, words in hundredths. Written by fit_flags.py."""

START = -4.66
RULES = (2.90, 1.24)
SLOTS = {
    "a_follow": 2.33,
    "add": 1.87,
    "add_me": 1.44,
    "browse": -0.23,
    "cannot": -0.16,
    "child": -0.32,
    "click": 1.9,
    "clock": -0.15,
    "contest": -0.6,
    "crowd": -0.56,
    "cry": -0.51,
    "dm": 0.87,
    "fan": 1.66,
    "fiction": -1.11,
    "follow": 3.25,
    "followed_you": -0.27,
    "following": 2.15,
    "frail": -0.14,
    "handle": -0.27,
    "harmless": -0.16,
    "harmless_follow": 0.24,
    "joke": 0.08,
    "link": -0.79,
    "lone_mutual": 1.89,
    "mutual": 1.6,
    "night": -0.34,
    "not": -0.35,
    "not_following": -1.18,
    "now": -0.5,
    "number": 0.64,
    "person": 0.15,
    "praise": -1.18,
    "private": 0.79,
    "solved": -0.15,
    "span": -0.29,
    "still": 0.32,
    "sum": 0.39,
    "suppose": -0.26,
    "us": 0.75,
    "warm": -1.57,
    "we_ask": 0.62,
    "you_are": 0.11,
    "your_turn": 1.0,
}
WORDS = {
    195: "follow",
    130: "followers",
    110: "be following",
    95: "all",
    90: "followed",
    85: "send",
    75: "fan follower",
    70: "mine one ready",
    65: "got hit list press would",
    60: "city f go so us",
    55: "accounts any click follows me open re says",
    50: "blue council except fb feed gets greyed lol moots takes tick you're",
    45: "add asking beta connect dm first least let main notice only opens plays side",
    40: "back biggest could done dropped mind nothing seem since what won't",
    35: """
        account button's come dms drop every five going little maybe missing mutual next none noticed other
        that's
    """,
    30: "bounced brand chance crisps daily hence i'll lose number post tap them totally unfollow unless",
    25: """
        added aren't happy here i'd lets message minutes mutuals not people pls plz profile put ref router
        share stop wants
    """,
    20: """
        accept birthday biscuit booking did favourite has just likes love make pass reply still tag tweet
        until waiting way you you'd
    """,
    15: """
        as before chuck dog girl he's his hook inbox loyal many morning never non of once postcode right
        temporarily ten yet you've
    """,
    -15: """
        address another anything but can't card claim club code complaint day days dead delivery discount
        down else filled flying gate handle have help hour instructions its kidding last memes money my nice
        office on or page plane policy some team think tomorrow we
    """,
    -20: """
        app custom customer delayed explain farm friends having home hours i i'm in it late look new our
        outage prescription refund seats take their through today what's
    """,
    -25: "asked check does game glad good instead issue like link phone sure tell when",
    -30: "bag cancelled dose email friend give hold is long rules sent service these who will",
    -35: "bots call enter everywhere him host letter news nobody odd showing told with writers",
    -40: "an answer believe bit friend's from how please someone sweet than three where's",
    -45: "after guys made reset updates",
    -50: "at should they",
    -55: "bug she steps to was",
    -60: "ads doesn't don't into work",
    -65: "for respect",
    -70: "flight",
    -75: "up",
    -80: "gone which",
    -85: "this",
    -90: "the",
    -100: "amazing",
    -105: "usage",
    -115: "where",
}
