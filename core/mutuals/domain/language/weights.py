"""The one table that turns what was seen in a post into two scores.

Each row: the figure's name (`features.py` and the cue lists measure it), the reason in words as a
marketing person reads it in an alert, what one unit of it adds to the complaint score, and to the praise
score (both in log-odds). The complaint column is fitted by `benchmarks/fit_language.py`, which rewrites
it in place; the praise column is set by hand.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Figure(NamedTuple):
    """One row of the table."""

    name: str
    reason: str
    complaint: float
    praise: float


class Weights(NamedTuple):
    """A table: the rows by name, and the log-odds of a post in which nothing was seen."""

    rows: Mapping[str, Figure]
    complaint_start: float
    praise_start: float


COMPLAINT_START = 0.56  # log-odds of a post in which nothing was seen
PRAISE_START = -1.6
ALERT_LINE = 0.10  # log-odds at which the score is 0.5: where F1 is best on trades that were left out

FIGURES: tuple[Figure, ...] = (
    Figure("absent", "something is missing or has run out", 0.10, -0.5),
    Figure("addressed", "speaks to an account first", -0.50, 0.0),
    Figure("again", "happens again and again", 0.88, -0.2),
    Figure("amount", "names a sum of money", 0.28, 0.0),
    Figure("awful", "strong displeasure", 0.85, -1.2),
    Figure("bad", "calls it bad", 0.13, -0.8),
    Figure("bought", "has paid for something or uses it", 0.41, 0.0),
    Figure("brand_voice", "sounds like a company answering", -0.26, -0.5),
    Figure("broken", "something broke", 0.52, -0.6),
    Figure("burden", "was made to do something", 0.05, -0.3),
    Figure("but", "but, instead, however", 0.25, -0.2),
    Figure("calm", "nothing in it complains", -0.99, 0.0),
    Figure("chasing", "asks after an answer in a few words", 0.40, -0.5),
    Figure("cant", "cannot do what they came for", 0.17, -0.5),
    Figure("capitals", "written in capitals", 0.0, 0.1),
    Figure("chase", "asks when it will come", 0.43, -0.5),
    Figure("churn", "may leave, or warns others", -0.17, -0.8),
    Figure("conditional", "if, or", -0.64, -0.2),
    Figure("contrast", "but, instead, only", 0.17, -0.2),
    Figure("craving", "wants to have or to do something", -0.66, 0.2),
    Figure("delay", "late, slow or cancelled", 0.06, -0.5),
    Figure("demand", "demands that it be put right", 0.53, -0.4),
    Figure("dots", "trails off", 0.09, 0.0),
    Figure("elapsed", "counts the hours or days that have passed", 0.37, -0.2),
    Figure("emphatic", "strong emphasis", 0.38, 0.0),
    Figure("exclamation", "exclamation marks", -0.06, 0.4),
    Figure("fails", "does not work", 0.78, -0.6),
    Figure("fault_asked", "a fault, put as a question", -0.70, -0.2),
    Figure("fault_denied", "a fault with a not in the same post", -0.34, -0.2),
    Figure("fault_free", "names a fault that is not there", -1.80, 1.6),
    Figure("fault_goods", "a fault next to the thing it is about", 0.18, -0.2),
    Figure("first", "speaks of themselves", -0.22, 0.0),
    Figure("future", "looks forward to something", -0.71, 0.2),
    Figure("glad", "a happy face", -0.94, 1.0),
    Figure("glad_tag", "a happy tag", -0.48, 1.0),
    Figure("goods", "names a product or a part of the service", 0.31, 0.0),
    Figure("greeting", "a greeting", 0.15, 0.0),
    Figure("help", "asks for help", -0.01, -0.4),
    Figure("help_desk", "speaks to an account that helps customers", 0.95, 0.0),
    Figure("howto", "asks how to do something", -0.67, -0.5),
    Figure("idiom", "an everyday phrase", -0.71, 0.0),
    Figure("insult", "harsh words", 0.02, -0.9),
    Figure("ironic", "praises what went wrong", 1.50, -3.0),
    Figure("joke", "jokes or banter", -0.80, 0.0),
    Figure("kinds", "several kinds of fault at once", 0.30, -0.6),
    Figure("length", "length of the post", 0.04, 0.0),
    Figure("lies", "a promise was not kept", 0.06, -0.5),
    Figure("link", "holds a link or a picture", -0.49, 0.0),
    Figure("long", "a longer post", 0.25, 0.0),
    Figure("lost", "something is lost or forgotten", -0.39, -0.3),
    Figure("meant", "thanks for what was put right", -2.00, 2.00),
    Figure("mild_praise", "mild praise", -0.29, 1.3),
    Figure("mine", "speaks of what is theirs", 0.36, 0.0),
    Figure("missing", "something has not arrived", 0.88, -0.5),
    Figure("mixed_marks", "doubled question marks", 0.73, -0.3),
    Figure("money", "money taken or owed", 0.65, -0.3),
    Figure("my_goods", "speaks of their own order, phone or bag", 0.57, -0.1),
    Figure("negation", "says no or not", 0.32, -0.3),
    Figure("news", "news, or something to watch or to read", -0.17, -0.3),
    Figure("nice_but_slow", "a kind word next to a delay or a failure", -0.44, -0.6),
    Figure("no_answer", "nobody answers", 0.39, -0.6),
    Figure("no_fault", "says that there is no fault", 0.0, 0.6),
    Figure("no_fault_at_all", "none of the usual complaints", -1.23, 0.3),
    Figure("no_handle", "speaks to nobody in particular", -1.88, 0.0),
    Figure("no_praise", "a kind word, denied", -0.22, -0.8),
    Figure("not_come", "did not come or was not done", 0.16, -0.4),
    Figure("numbers", "numbers", 0.29, 0.0),
    Figure("occasion", "a special day, or family", -0.22, 0.0),
    Figure("often", "happens often", 0.38, -0.1),
    Figure("overjoyed", "joy put wildly", -3.00, 3.0),
    Figure("own_fault", "says that it was their own doing", -0.58, 0.0),
    Figure("other_wording", "common words as small talk uses them", -1.0, 0.0),
    Figure("owed", "wants money back or a thing put right", 0.60, -0.4),
    Figure("passing", "a word that may mean a fault", 0.91, 0.0),
    Figure("passing_to_us", "a word that may mean a fault, said to an account", -0.23, 0.0),
    Figure("past", "tells what happened", 0.11, 0.0),
    Figure("persons", "is about other people", -0.68, 0.0),
    Figure("plain_question", "a question without a fault in it", -0.50, -0.8),
    Figure("pleasant", "pleasant words", -0.38, 0.2),
    Figure("please", "says please", 0.40, -0.2),
    Figure("polite", "small talk, or an answer to a question", -0.20, 0.0),
    Figure("praise", "praise", -0.77, 1.7),
    Figure("praised_by_not", "praises by what is not", -1.80, 1.60),
    Figure("praise_and_fault", "a kind word next to a fault", -0.26, -0.5),
    Figure("price", "too expensive", 0.41, -0.3),
    Figure("pricing", "speaks of the price", -0.08, -0.1),
    Figure("prize", "offers a prize or quick money", -1.50, -1.5),
    Figure("problem", "names a problem", -0.18, -0.4),
    Figure("promised", "it was promised or expected otherwise", -0.43, -0.4),
    Figure("promo", "news, an advert or a giveaway", -0.46, -0.4),
    Figure("question", "asks a question", 0.04, -0.5),
    Figure("question_mark", "a question mark", 0.32, -0.4),
    Figure("rage", "several angry faces", 2.80, -1.5),
    Figure("rescue", "makes something good", -0.98, 0.6),
    Figure("rescued", "you made good what went wrong elsewhere", -0.80, 1.6),
    Figure("resolved", "says that it is solved", -0.44, 0.8),
    Figure("rude", "was treated badly", 0.31, -0.7),
    Figure("ruined", "it cost them time, money or a plan", 0.06, -0.4),
    Figure("sad", "an angry or sad face", 0.45, -0.9),
    Figure("sad_tag", "an angry tag", 1.10, -0.9),
    Figure("same", "has the same trouble as others", 0.30, -0.4),
    Figure("sarcasm", "sounds sarcastic", 0.25, -0.8),
    Figure("second", "speaks to you", 0.16, 0.0),
    Figure("sentences", "number of sentences", 0.17, 0.0),
    Figure("service", "about the service", 0.62, 0.0),
    Figure("several", "speaks to several accounts at once", -0.48, 0.0),
    Figure("shock", "disbelief", 0.56, 0.0),
    Figure("short", "very short", -0.57, 0.1),
    Figure("short_fault", "short, and about a fault", 1.67, -0.3),
    Figure("spam", "unwanted messages, or locked out", -0.00, -0.4),
    Figure("starts_answer", "answers a question", 0.02, 0.0),
    Figure("still", "still not done", 1.18, -0.3),
    Figure("stock", "no longer to be had", -0.15, -0.4),
    Figure("swearing", "swears", -0.87, -0.5),
    Figure("tags", "tags", 0.12, 0.0),
    Figure("thanks", "thanks", -0.62, 1.2),
    Figure("thanks_first", "begins with thanks", -0.23, 0.2),
    Figure("third", "speaks of your people", 0.32, 0.0),
    Figure("times", "counts hours or days", 0.26, 0.0),
    Figure("told", "tells what happened to them", 0.15, 0.0),
    Figure("topics", "is about news, sport, politics or art", -0.53, 0.0),
    Figure("tried", "has tried to get it solved", 0.43, -0.2),
    Figure("turn", "a turn", 0.02, 0.0),
    Figure("unaddressed", "speaks to nobody about nothing of ours", -0.59, 0.0),
    Figure("understated", "puts displeasure mildly", 0.60, -2.0),
    Figure("unpleasant", "unpleasant words", 0.30, -0.3),
    Figure("upset", "is disappointed or angry", -0.07, -0.8),
    Figure("urgent", "money, safety or a deadline is at stake", 0.43, -0.6),
    Figure("wait", "speaks of waiting", 0.53, -0.3),
    Figure("waiting", "is waiting", 1.09, -0.4),
    Figure("why", "asks why", 1.28, -0.6),
    Figure("why_you", "asks you why", -0.40, 0.0),
    Figure("wish", "wishes for something", 0.02, 0.0),
    Figure("wording", "worded like a complaint", 1.0, 0.0),
    Figure("worry", "is worried", -0.24, -0.4),
    Figure("yet", "still, or not yet", 0.08, -0.2),
    Figure("your_goods", "speaks of your product or service", 0.56, 0.0),
)
