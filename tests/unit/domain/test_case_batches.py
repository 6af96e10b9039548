"""What a batch of posts does to the cases: ours and theirs, short words, and things said aside."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from mutuals.domain import answers, cases, turns
from mutuals.domain.case_batch import CaseBatch, ClassifiedPost
from mutuals.domain.language.follow_ups import Says
from mutuals.domain.model import Case, CaseState, Category, Flag, Post, Turn
from mutuals.domain.policy import Policy
from mutuals.domain.sla import Standing
from tests.unit.domain.cases import BRAND, NOW, answer, case_batch, heard, post, reading

POLICY = Policy()
MINUTE = timedelta(minutes=1)
FAMILY = "55"
FIRST = post(1)


def after(minutes: float) -> datetime:
    """So many minutes after NOW."""
    return NOW + minutes * MINUTE


def fold(book: CaseBatch, *items: ClassifiedPost) -> CaseBatch:
    """The case batch with these posts taken in, in this order."""
    cases.fold(book, items, POLICY)
    return book


def waiting(
    category: Category = Category.COMPLAINT, number: int = 1, author: str = "7", **changes: object
) -> Case:
    """The case that a post at NOW opened."""
    return replace(cases.opened("x900", post(number, author), reading(category), POLICY), **changes)  # type: ignore[arg-type]


def ours(number: int, to: Post, minutes: float, says: Says | None = None, **fields: object) -> ClassifiedPost:
    """A reply of ours."""
    return ClassifiedPost(replace(answer(number, to, minutes=minutes), **fields), None, says=says)  # type: ignore[arg-type]


def theirs(number: int, minutes: float, category: Category = Category.OTHER, says: Says | None = None,
           aside: bool = False, author: str = "7", **fields: object) -> ClassifiedPost:  # fmt: skip
    """A later post in the same conversation."""
    made = {"conversation_id": "c1", "in_reply_to": "1"} | fields
    return ClassifiedPost(
        post(number, author, minutes=minutes, **made), reading(category), says=says, aside=aside
    )


# --- our answers


def test_a_case_is_answered_at_the_time_of_our_reply_and_the_reply_is_kept_for_each_post():
    both = waiting(post_ids=("1", "2"))
    book = fold(case_batch(both), ours(90, FIRST, 5), ours(91, FIRST, 6))

    assert book.cases["1"] == cases.close(both, CaseState.ANSWERED, "answered", after(5), answer_id="90")
    assert book.answers == {"1": ["90"], "2": ["90"]}
    assert (book.touched, book.waiting) == ({"1"}, {})


def test_a_reply_answers_whom_it_speaks_to_and_leaves_the_others_waiting():
    other = waiting(number=2, author="8")
    book = fold(case_batch(waiting(), other), ours(90, post(2, "8"), 5))

    assert [each.state for each in book.cases.values()] == [CaseState.OPEN, CaseState.ANSWERED]


@pytest.mark.parametrize(
    "held", ["90", "1"], ids=["a holding reply", "to a post that a holding reply is under way for"]
)
def test_a_holding_reply_acknowledges_at_its_own_time(held):
    book = fold(case_batch(waiting(), held=(held,)), ours(90, FIRST, 5))

    assert book.cases["1"] == cases.acknowledge(waiting(), after(5), "90", POLICY)
    assert book.answers == {"1": ["90"]}


def test_a_holding_reply_that_is_heard_again_holds_for_whom_it_had_not_held():
    held = cases.acknowledge(waiting(), after(5), "90", POLICY)
    other = waiting(number=2, author="8", conversation_id="c1")
    book = fold(
        case_batch(held, other, held=("90",)), ours(90, FIRST, 5, mentions=("8",), in_reply_to_person=None)
    )

    assert book.cases["1"] == held
    assert book.cases["2"].state is CaseState.ACKNOWLEDGED


def test_our_own_post_echoes_nothing_and_the_batch_goes_on_behind_it():
    quote = ClassifiedPost(post(90, BRAND, minutes=5, conversation_id="c1"), None)
    book = fold(case_batch(waiting()), quote, heard(post(2, "8", minutes=6)))

    assert book.cases["1"] == waiting()
    assert set(book.cases) == {"1", "2"}


# --- short words after ours


@pytest.mark.parametrize("who", [BRAND, FAMILY])
def test_who_answers_what_we_asked_waits_for_us_by_the_clock_of_a_question(who):
    book = case_batch(waiting())
    book.family = frozenset({FAMILY})
    fold(book, ours(90, FIRST, 5, Says.ASKS, author_id=who), theirs(3, 10, in_reply_to="90"))
    case = book.cases["1"]

    assert (case.state, case.turn, case.episode, case.post_ids) == (CaseState.OPEN, Turn.REPLIED, 2, ("3",))
    assert (case.category, case.due_at, case.why) == (Category.QUESTION, after(130), ("They answered you.",))


def test_of_several_questions_of_ours_each_may_be_answered():
    book = fold(
        case_batch(waiting()), ours(90, FIRST, 5, Says.ASKS), ours(91, post(1, "8"), 6, Says.ASKS, in_reply_to="44"),
        theirs(3, 10, in_reply_to="45"),
    )  # fmt: skip

    assert book.cases["1"].turn is Turn.REPLIED


def test_after_a_question_of_ours_it_is_their_turn_until_they_answer():
    asked = fold(case_batch(waiting()), ours(90, FIRST, 5, Says.ASKS)).cases["1"]
    told = fold(case_batch(waiting()), ours(90, FIRST, 5)).cases["1"]

    assert (asked.turn, turns.whose(asked)) == (Turn.ASKED, turns.Whose.THEIRS)
    assert (told.turn, turns.whose(told), turns.whose(waiting())) == (
        None,
        turns.Whose.CLOSED,
        turns.Whose.OURS,
    )


@pytest.mark.parametrize(("says", "turn"), [(Says.THANKS, Turn.THANKED), (Says.SOLVED, Turn.SOLVED)])
def test_thanks_and_a_solved_close_what_was_their_turn(says, turn):
    case = fold(
        case_batch(waiting()),
        ours(90, FIRST, 5, Says.ASKS),
        theirs(3, 10, Category.OTHER, says, in_reply_to="90"),
    ).cases["1"]

    assert (case.state, case.turn, turns.whose(case)) == (CaseState.ANSWERED, turn, turns.Whose.CLOSED)


def test_who_promises_the_next_step_keeps_the_turn():
    later = theirs(3, 10, Category.OTHER, Says.LATER, in_reply_to="90")
    case = fold(case_batch(waiting()), ours(90, FIRST, 5, Says.ASKS), later).cases["1"]

    assert turns.whose(case) is turns.Whose.THEIRS


def test_what_we_asked_for_waits_also_where_nothing_waited_before():
    asked = ours(90, post(1), 5, Says.ASKS)
    book = fold(case_batch(), asked, theirs(3, 10, Category.OTHER, in_reply_to="90"))

    assert (book.cases["3"].turn, book.cases["3"].due_at) == (Turn.REPLIED, after(130))
    assert fold(case_batch(), asked, theirs(3, 10, Category.PRAISE, in_reply_to="90")).cases == {}


def test_what_was_written_in_private_is_told_at_once():
    first = fold(case_batch(), theirs(3, 10, Category.OTHER, Says.PRIVATE)).cases["3"]
    later = fold(case_batch(waiting()), theirs(3, 10, Category.OTHER, Says.PRIVATE)).cases["1"]

    assert (first.turn, first.tell_at, first.why) == (
        Turn.PRIVATE,
        after(10),
        ("They wrote to you in private.",),
    )
    assert (later.turn, later.due_at, later.post_ids) == (Turn.PRIVATE, waiting().due_at, ("1", "3"))


def test_whatever_somebody_adds_to_what_waits_belongs_to_it():
    case = fold(case_batch(waiting()), theirs(3, 10, Category.OTHER)).cases["1"]

    assert (case.post_ids, case.due_at) == (("1", "3"), waiting().due_at)


@pytest.mark.parametrize(
    "fields", [{"quotes": "1"}, {"mentions": ("7",)}], ids=["a quote", "a post that names them"]
)
def test_what_is_no_reply_answers_with_a_doubt_until_the_team_says_no(fields):
    perhaps = ClassifiedPost(post(90, BRAND, minutes=5, **fields), None)
    case = fold(case_batch(waiting()), perhaps).cases["1"]
    open_again = answers.not_answered(case)

    assert (case.state, case.turn, case.answer_id) == (CaseState.ANSWERED, Turn.DOUBTED, "90")
    assert (open_again.state, open_again.turn, open_again.due_at) == (CaseState.OPEN, None, waiting().due_at)
    assert fold(case_batch(open_again), perhaps).cases["1"] == open_again


def test_who_is_named_among_others_has_no_answer_by_it():
    named = ClassifiedPost(post(90, BRAND, minutes=5, mentions=("7", "8")), None)

    assert fold(case_batch(waiting()), named).cases["1"].state is CaseState.OPEN


def test_words_after_an_answer_of_ours_that_asked_for_nothing_bring_nothing_back():
    book = fold(case_batch(waiting()), ours(90, FIRST, 5), theirs(3, 10, in_reply_to="90"))

    assert book.cases["1"].state is CaseState.ANSWERED


@pytest.mark.parametrize(("asked_at", "turn"), [(20, Turn.REPLIED), (19, None)])
def test_what_we_asked_before_their_last_words_is_not_what_they_answer(asked_at, turn):
    known = cases.close(waiting(last_at=after(20)), CaseState.ANSWERED, "answered", after(20), answer_id="90")
    book = fold(case_batch(known), ours(90, FIRST, asked_at, Says.ASKS), theirs(3, 30, in_reply_to="90"))

    assert book.cases["1"].turn is turn


def test_what_we_asked_in_another_conversation_is_not_what_they_answer():
    known = cases.close(waiting(), CaseState.ANSWERED, "answered", after(2), answer_id="80")
    elsewhere = ours(90, post(44, "7", conversation_id="c9"), 5, Says.ASKS)
    book = fold(case_batch(known), elsewhere, theirs(3, 10, in_reply_to="90"))

    assert book.cases["1"].state is CaseState.ANSWERED


def test_who_says_that_it_is_solved_has_closed_it_also_when_heard_again():
    solved = theirs(3, 10, Category.PRAISE, Says.SOLVED)
    book = fold(case_batch(waiting()), solved)
    case = book.cases["1"]

    assert (case.state, case.turn, case.closed_at) == (CaseState.WITHDRAWN, Turn.SOLVED, after(10))
    assert (case.closed_by, case.post_ids) == ("solved", ("1", "3"))
    assert book.touched == {"1"}
    assert fold(book, solved).cases["1"] == case


def test_somebody_elses_solved_is_not_theirs():
    book = fold(case_batch(waiting()), theirs(3, 10, Category.PRAISE, Says.SOLVED, author="8"))

    assert book.cases["1"].turn is None


@pytest.mark.parametrize(("says", "turn"), [(Says.SOLVED, Turn.SOLVED), (Says.CHASES, None)])
def test_of_what_is_said_aside_only_that_it_is_solved_counts(says, turn):
    known = waiting()
    if says is Says.CHASES:
        known = cases.acknowledge(known, after(5), "90", POLICY)
    book = fold(case_batch(known), theirs(3, 10, Category.PRAISE, says, aside=True))

    assert book.cases["1"].turn is turn


def test_what_is_said_aside_in_another_conversation_solves_nothing_here():
    elsewhere = theirs(3, 10, Category.PRAISE, Says.SOLVED, aside=True, conversation_id="c9")

    assert fold(case_batch(waiting()), elsewhere).touched == set()


# --- said aside


def test_what_is_said_to_others_is_named_in_the_digest_and_calls_nobody():
    case = fold(case_batch(), theirs(3, 10, Category.QUESTION, aside=True)).cases["3"]

    assert (case.brand_id, case.turn) == ("x900", Turn.ASIDE)
    assert (case.tell_at, case.due_at) == (case.expires_at, case.expires_at)
    assert case.why == ("Said to somebody else under your post.", "Asks a question.")


def test_what_is_urgent_is_told_also_when_it_is_said_to_others():
    spoken = theirs(3, 10, Category.QUESTION, aside=True)
    case = fold(case_batch(), replace(spoken, reading=reading(Category.QUESTION, Flag.URGENT))).cases["3"]

    assert (case.turn, case.due_at) == (None, after(40))


def test_more_of_what_is_said_to_others_in_one_conversation_is_one_case():
    book = fold(case_batch(), *(theirs(number, 10, Category.QUESTION, aside=True) for number in (3, 4)))

    assert [(case.post_ids, case.turn) for case in book.cases.values()] == [(("3", "4"), Turn.ASIDE)]


def test_what_is_said_to_others_elsewhere_does_not_join_what_waits_for_us():
    book = fold(case_batch(waiting()), theirs(3, 10, Category.QUESTION, aside=True, conversation_id="c9"))

    assert [(case.post_ids, case.turn) for case in book.cases.values()] == [
        (("1",), None),
        (("3",), Turn.ASIDE),
    ]


def test_what_is_said_to_others_in_a_conversation_that_waits_for_us_joins_it():
    book = fold(case_batch(waiting()), theirs(3, 10, Category.QUESTION, aside=True))

    assert [(case.post_ids, case.turn) for case in book.cases.values()] == [(("1", "3"), None)]


# --- what joins, what opens, what comes back


def test_the_brand_and_how_the_person_stands_to_it_go_into_the_case():
    book = case_batch()
    book.standings = {"7": Standing(we_follow=True)}
    fold(book, heard(post(1)), heard(post(2, "8")))

    assert [(case.brand_id, case.due_at) for case in book.cases.values()] == [
        ("x900", after(30)),
        ("x900", after(60)),
    ]


def test_a_standing_counts_for_what_joins_and_for_what_comes_back():
    question = waiting(Category.QUESTION)
    answered = cases.close(
        waiting(Category.QUESTION, 5, "8", conversation_id="c1"), CaseState.ANSWERED, "answered", NOW
    )
    book = case_batch(question, answered)
    book.standings = dict.fromkeys(("7", "8"), Standing(we_follow=True))
    fold(book, theirs(3, 10, Category.QUESTION), theirs(6, 10, Category.QUESTION, author="8"))

    assert [book.cases[one].due_at for one in ("1", "5")] == [after(70), after(70)]


def test_what_is_dated_in_our_future_runs_from_now():
    book = case_batch(waiting(Category.QUESTION, author="8", number=5))
    book.now = after(3)
    fold(book, heard(post(1, minutes=30)), heard(post(6, "8", minutes=30)))

    assert (book.cases["1"].due_at, book.cases["1"].opened_at) == (after(63), after(30))
    assert (book.cases["5"].due_at, book.cases["5"].last_at) == (after(63), after(30))


def test_the_case_of_the_conversation_goes_before_one_that_is_near_in_time():
    near = waiting(number=5)
    book = fold(case_batch(near, waiting()), theirs(3, 10, Category.COMPLAINT))

    assert (book.cases["5"].post_ids, book.cases["1"].post_ids) == (("5",), ("1", "3"))


@pytest.mark.parametrize(
    ("minutes", "cases_"), [(24 * 60, 1), (24 * 60 + 1, 2), (-24 * 60, 1), (-24 * 60 - 1, 2)]
)
def test_within_a_day_either_way_posts_of_one_person_are_about_one_thing(minutes, cases_):
    assert len(fold(case_batch(waiting()), heard(post(2, minutes=minutes))).cases) == cases_


def test_what_is_closed_is_joined_in_its_conversation_only():
    closed = cases.close(waiting(), CaseState.DISMISSED, "dismissed", after(1))

    assert set(fold(case_batch(closed), heard(post(2, minutes=5))).cases) == {"1", "2"}


@pytest.mark.parametrize(
    ("state", "written", "episode"),
    [
        (CaseState.ANSWERED, 60, 1),
        (CaseState.ANSWERED, 61, 2),
        (CaseState.DISMISSED, 20, 1),
        (CaseState.DISMISSED, 21, 2),
        (CaseState.EXPIRED, 21, 2),
    ],
)
def test_what_was_written_after_our_answer_or_unseen_by_who_closed_it_reopens_the_case(
    state, written, episode
):
    closed = cases.close(waiting(last_at=after(20)), state, state.value, after(60))
    case = fold(case_batch(closed), theirs(3, written, Category.COMPLAINT)).cases["1"]

    assert case.episode == episode
