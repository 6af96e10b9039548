"""The one table that turns what was seen in a post into two scores.

Each row: the figure's name (`features.py` and the cue lists measure it), the reason in words as a
marketing person reads it in an alert, what one unit of it adds to the complaint score, and to the praise
score (both in log-odds). The complaint column is fitted by `benchmarks/fit_language.py`, which rewrites
it in place; the praise column is set by hand.
"""

from typing import NamedTuple


class Figure(NamedTuple):
    """One row of the table."""

    name: str
    reason: str
    complaint: float
    praise: float


COMPLAINT_START = -0.13  # log-odds of a post in which nothing was seen
PRAISE_START = -1.6
ALERT_LINE = 0.0  # log-odds at which the score is 0.5: moved so that precision and recall balance

FIGURES: tuple[Figure, ...] = (
    Figure("absent", "something is missing or has run out", 0.70, -0.5),
    Figure("addressed", "speaks to an account first", -0.65, 0.0),
    Figure("again", "happens again and again", 0.93, -0.2),
    Figure("amount", "names a sum of money", 0.45, 0.0),
    Figure("awful", "strong displeasure", 1.20, -1.2),
    Figure("bad", "calls it bad", 0.58, -0.8),
    Figure("brand_voice", "sounds like a company answering", -0.48, -0.5),
    Figure("broken", "something broke", 0.67, -0.6),
    Figure("calm", "nothing in it complains", -0.49, 0.0),
    Figure("cant", "cannot do what they came for", 0.71, -0.5),
    Figure("capitals", "written in capitals", 0.0, 0.1),
    Figure("chase", "asks when it will come", 0.50, -0.5),
    Figure("churn", "may leave, or warns others", 0.09, -0.8),
    Figure("conditional", "if, or", -0.72, -0.2),
    Figure("contrast", "but, instead, only", 0.24, -0.2),
    Figure("delay", "late, slow or cancelled", 0.69, -0.5),
    Figure("demand", "demands that it be put right", 0.71, -0.4),
    Figure("dots", "trails off", 0.20, 0.0),
    Figure("elapsed", "counts the hours or days that have passed", 0.27, -0.2),
    Figure("exclamation", "exclamation marks", -0.16, 0.4),
    Figure("fails", "does not work", 1.34, -0.6),
    Figure("fault_asked", "a fault, put as a question", -0.54, -0.2),
    Figure("fault_denied", "a fault with a not in the same post", -0.73, -0.2),
    Figure("fault_free", "names a fault that is not there", -1.80, 1.6),
    Figure("fault_goods", "a fault next to the thing it is about", 0.06, -0.2),
    Figure("first", "speaks of themselves", -0.19, 0.0),
    Figure("future", "looks forward to something", -0.73, 0.2),
    Figure("glad", "a happy face", -1.61, 1.0),
    Figure("glad_tag", "a happy tag", -0.90, 1.0),
    Figure("goods", "names a product or a part of the service", 0.45, 0.0),
    Figure("help", "asks for help", 0.01, -0.4),
    Figure("howto", "asks how to do something", -0.71, -0.5),
    Figure("kinds", "several kinds of fault at once", 0.15, -0.6),
    Figure("length", "length of the post", 0.16, 0.0),
    Figure("lies", "a promise was not kept", 0.04, -0.5),
    Figure("link", "holds a link or a picture", -0.50, 0.0),
    Figure("long", "a longer post", 0.03, 0.0),
    Figure("mild_praise", "mild praise", -0.59, 1.3),
    Figure("mine", "speaks of what is theirs", 0.37, 0.0),
    Figure("missing", "something has not arrived", 0.40, -0.5),
    Figure("mixed_marks", "doubled question marks", 1.00, -0.3),
    Figure("money", "money taken or owed", 0.73, -0.3),
    Figure("my_goods", "speaks of their own order, phone or bag", 0.68, -0.1),
    Figure("negation", "says no or not", 0.83, -0.3),
    Figure("nice_but_slow", "a kind word next to a delay or a failure", -0.50, -0.6),
    Figure("no_answer", "nobody answers", 0.81, -0.6),
    Figure("no_fault", "says that there is no fault", 0.0, 0.6),
    Figure("no_fault_at_all", "none of the usual complaints", -1.18, 0.3),
    Figure("no_handle", "speaks to nobody in particular", -2.54, 0.0),
    Figure("no_praise", "a kind word, denied", -0.15, -0.8),
    Figure("numbers", "numbers", 0.27, 0.0),
    Figure("own_fault", "says that it was their own doing", -0.31, 0.0),
    Figure("past", "tells what happened", 0.06, 0.0),
    Figure("persons", "is about other people", -0.72, 0.0),
    Figure("plain_question", "a question without a fault in it", -0.53, -0.8),
    Figure("please", "says please", 0.36, -0.2),
    Figure("polite", "small talk, or an answer to a question", -0.17, 0.0),
    Figure("praise", "praise", -1.15, 1.7),
    Figure("praise_and_fault", "a kind word next to a fault", -0.25, -0.5),
    Figure("price", "too expensive", 0.15, -0.3),
    Figure("prize", "offers a prize or quick money", -1.50, -1.5),
    Figure("problem", "names a problem", 0.34, -0.4),
    Figure("promo", "news, an advert or a giveaway", -0.38, -0.4),
    Figure("question", "asks a question", 0.14, -0.5),
    Figure("question_mark", "a question mark", 0.32, -0.4),
    Figure("resolved", "says that it is solved", -0.39, 0.8),
    Figure("rude", "was treated badly", 0.89, -0.7),
    Figure("ruined", "it cost them time, money or a plan", -0.50, -0.4),
    Figure("sad", "an angry or sad face", 1.00, -0.9),
    Figure("sad_tag", "an angry tag", 1.85, -0.9),
    Figure("same", "has the same trouble as others", 0.53, -0.4),
    Figure("sarcasm", "sounds sarcastic", 0.78, -0.8),
    Figure("second", "speaks to you", 0.29, 0.0),
    Figure("sentences", "number of sentences", 0.16, 0.0),
    Figure("service", "about the service", 0.88, 0.0),
    Figure("shock", "disbelief", 0.30, 0.0),
    Figure("short", "very short", -0.51, 0.1),
    Figure("short_fault", "short, and about a fault", 0.66, -0.3),
    Figure("spam", "unwanted messages, or locked out", 0.07, -0.4),
    Figure("starts_answer", "answers a question", 0.20, 0.0),
    Figure("still", "still not done", 0.64, -0.3),
    Figure("stock", "no longer to be had", 0.18, -0.4),
    Figure("swearing", "swears", -0.35, -0.5),
    Figure("tags", "tags", -0.06, 0.0),
    Figure("thanks", "thanks", -0.87, 1.2),
    Figure("thanks_first", "begins with thanks", -0.41, 0.2),
    Figure("third", "speaks of your people", 0.36, 0.0),
    Figure("times", "counts hours or days", 0.35, 0.0),
    Figure("told", "tells what happened to them", 0.39, 0.0),
    Figure("tried", "has tried to get it solved", 0.57, -0.2),
    Figure("unaddressed", "speaks to nobody about nothing of ours", -0.22, 0.0),
    Figure("upset", "is disappointed or angry", 0.45, -0.8),
    Figure("urgent", "money, safety or a deadline is at stake", 0.37, -0.6),
    Figure("waiting", "is waiting", 0.94, -0.4),
    Figure("why", "asks why", 1.76, -0.6),
    Figure("why_you", "asks you why", -0.68, 0.0),
    Figure("worry", "is worried", -0.30, -0.4),
    Figure("wish", "wishes for something", -0.04, 0.0),
    Figure("your_goods", "speaks of your product or service", 0.48, 0.0),
)
