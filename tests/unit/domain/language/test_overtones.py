"""What a post means beside its words: sarcasm, understatement, and joy that sounds like distress."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import Category

DISPLEASED = {Category.COMPLAINT, Category.CONCERN}


def category(text: str) -> Category:
    return read(text, lang="en").category


@pytest.mark.parametrize(
    "text",
    [
        "@harbour thanks for soaking my books",
        "@harbour so kind of you to bump us off the ferry",
        "fantastic job losing both kettles @harbour",
        "@harbour congrats on breaking the only lamp I liked",
    ],
)
def test_thanks_for_a_harm_are_no_thanks(text: str):
    assert category(text) in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "@harbour super, the lamp died again",
        "Brilliant. Another plumber who never turned up @harbour",
        "@harbour oh great my ferry is cancelled",
        "three weeks, five emails, zero answers. stellar work @harbour",
        "no trains again, cheers @harbour",
    ],
)
def test_praise_that_stands_alone_beside_a_failure_is_meant_the_other_way(text: str):
    assert category(text) in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "love being on hold for an hour @harbour",
        "I just love paying twice for one ferry @harbour",
        "day 12 of asking @harbour for a lamp",
        "5 hours in a queue. fantastic. @harbour",
        "10/10 would get stranded again @harbour",
        "so that went well @harbour",
        "cheers for nothing @harbour",
        "slow clap @harbour",
    ],
)
def test_pleasure_in_what_nobody_likes_and_counts_of_days_are_no_praise(text: str):
    assert category(text) in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "thanks for fixing my broken lamp @harbour",
        "thanks for the quick refund @harbour",
        "@harbour thank you for telling us about the delay before we left home",
        "love waiting for your drops @harbour",
        "day 12 of my @harbour swim and feeling strong",
        "5 hours of live music, fantastic night @harbour",
        "10/10 would sail again @harbour",
        "shout out to @harbour for finding my scarf",
        "great news, the ferry is back on, thanks @harbour",
        "well done on the prize @harbour",
        "thanks to Mia at @harbour for helping us home when others were delayed",
        "your crew did an amazing job today with a delayed ferry, thank you! @harbour",
    ],
)
def test_thanks_for_something_good_are_meant(text: str):
    assert category(text) not in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "not exactly thrilled with the new kettle @harbour",
        "a stay that was less than ideal @harbour",
        "bit disappointing, that @harbour",
        "could be better @harbour",
        "quite the experience @harbour",
        "I've had better @harbour",
        "the soup was rather on the cold side @harbour",
        "wouldn't call it a bargain @harbour",
        "leaves a little to be desired @harbour",
        "shame about the tea @harbour",
    ],
)
def test_displeasure_put_mildly_is_at_least_a_concern(text: str):
    assert category(text) in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "could not be better @harbour",
        "not bad at all @harbour",
        "never had better @harbour",
        "it doesn't get much better than this @harbour",
        "leaves nothing to be desired @harbour",
        "bit chilly out so it's soup from @harbour",
        "I'm a bit late for the @harbour quiz",
        "for the money you will not find better @harbour",
    ],
)
def test_praise_put_by_a_not_and_small_talk_are_no_concern(text: str):
    assert category(text) not in DISPLEASED


@pytest.mark.parametrize(
    "text",
    [
        "I'm DEAD, this is amazing @harbour",
        "crying at how good this is @harbour",
        "WHAT A SHOW @harbour",
        "you absolute legends @harbour",
        "obsessed with this lamp @harbour",
        "insane in the best way @harbour",
        "why is this so good @harbour",
        "you've ruined other tea for me @harbour",
        "shut up and take my money @harbour",
        "SCREAMING @harbour",
        "@harbour literally screaming rn",
    ],
)
def test_joy_that_sounds_like_distress_is_praise(text: str):
    assert category(text) is Category.PRAISE


@pytest.mark.parametrize(
    "text",
    [
        "I'm DEAD tired of your app crashing @harbour",
        "crying at how bad this is @harbour",
        "WHAT A JOKE @harbour",
        "you absolute clowns @harbour",
        "obsessed with charging me twice it seems @harbour",
        "why is this so slow @harbour",
        "you've ruined our holiday @harbour",
        "you took my money and sent nothing @harbour",
        "screaming kids everywhere on the @harbour",
        "screaming at your hold music @harbour",
    ],
)
def test_distress_that_sounds_like_joy_is_no_praise(text: str):
    assert category(text) is not Category.PRAISE


def test_why_it_was_told_names_the_overtone():
    names = [cue.name for cue in read("@harbour thanks for soaking my books", lang="en").cues]

    assert "praises what went wrong" in names
