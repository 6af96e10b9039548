"""English rules of the flags, over the word classes in `slots*.py`. The notation is explained in `grammar.py`."""

from mutuals.domain.language.grammar import Evidence
from mutuals.domain.language.lexicons.en import (
    weights_advocacy,
    weights_churn,
    weights_concern,
    weights_follow,
    weights_urgent,
)
from mutuals.domain.language.lexicons.en.slots import SLOTS as SHARED
from mutuals.domain.language.lexicons.en.slots_danger import SLOTS as DANGER
from mutuals.domain.language.lexicons.en.slots_follow import SLOTS as FOLLOW
from mutuals.domain.language.lexicons.en.slots_leave import SLOTS as LEAVE
from mutuals.domain.language.lexicons.en.slots_more_urgent import SLOTS as MORE_URGENT
from mutuals.domain.language.lexicons.en.slots_peril import SLOTS as PERIL
from mutuals.domain.language.lexicons.en.slots_praise_us import SLOTS as PRAISE_US
from mutuals.domain.language.lexicons.en.slots_urgent import SLOTS as URGENT
from mutuals.domain.language.lexicons.en.slots_wish import SLOTS as WISH

__all__ = ["OWN", "RULES", "SLOTS", "SURE", "evidence"]

OWN = {
    "urgent": DANGER | URGENT | MORE_URGENT | PERIL,
    "wants_follow": FOLLOW,
    "churn": LEAVE,
    "advocacy": PRAISE_US,
    "concern": WISH,
}  # slots by kind

SURE = frozenset({"urgent"})  # what is missed costs most there: one rule is enough
TABLES = {
    "urgent": weights_urgent,
    "wants_follow": weights_follow,
    "churn": weights_churn,
    "advocacy": weights_advocacy,
    "concern": weights_concern,
}


def evidence() -> dict[str, Evidence]:
    """What each kind weighs, from the table that was fitted."""
    return {
        kind: Evidence(
            table.START,
            table.RULES,
            table.SLOTS,
            {word: by / 100 for by, words in table.WORDS.items() for word in words.split()},
        )
        for kind, table in TABLES.items()
    }


SLOTS = SHARED | DANGER | URGENT | MORE_URGENT | PERIL | FOLLOW | LEAVE | PRAISE_US | WISH

RULES = {
    "urgent": """
        # danger to life or limb
        unless solved browse suppose fiction
        danger !not -joke -praise
        danger +cry|now|child|frail|harm -joke
        fumes &device -joke -praise
        water &electrics -praise -joke
        jolt &gave_me -joke
        jolt &device -joke
        jolt &body -joke
        near_miss -joke -praise
        harm +child|frail -joke -praise
        harm &person -joke -praise
        harm &cry|night -joke -praise
        harm &ate|served|food|drug -joke -praise
        hurt_body &body -joke -praise
        fell &child|frail|body|fails -joke -praise
        fell +harm
        gave_way_thing +child|frail|harm -praise
        gave_way_thing &danger
        object &food -joke -praise
        object &ate +child|harm|body -joke
        allergen &served +harm|hurt_body
        allergen &ate|served +child
        allergen &told_you +gave_it
        # medicine
        vital &lack -joke
        drug &lack +child|frail|harm|cry|now
        drug +wrong_drug
        wrong_drug +harm|child|frail
        vital &cutoff
        frail|child &lack +drug
        # homes
        cutoff &supply +child|frail|harm
        cutoff >supply &night +child|frail|harm|person
        # roads
        vehicle_part &gave_way +road|child|near_miss|harm|now|driver -joke
        vehicle_part &gave_way &vehicle_part -joke
        control &gave_way -joke
        broke_down &road +now|cry|child|frail|night|hard -joke
        roadside +breakdown|child|night|cry -joke -praise
        breakdown +child|frail +night|place|cry -joke
        exit &shut -joke -praise
        lifted &halted +hard|night|cry|now -joke
        lost_person +child|frail
        frail +lack +alone -joke -praise
        road &reckless -joke
        driver &reckless -joke -warm
        attack &driver|child|now|cry
        attack -joke -praise
        lurking &whoever|driver -joke
        whoever &violent -joke -warm
        driver &violent -joke
        mobility &mishandled -warm
        emergency_own -joke -warm
        # alarms and emergency lines
        alarm &fails -joke
        emergency_number <reach +line_dead
        emergency_number +line_dead &reach
        # money and accounts
        unless solved browse suppose fiction
        money >taken +unknown|cry|cannot_afford|now|sum -praise
        taken >money +unknown|cry|cannot_afford|now|sum -praise
        unknown &moved_money +money|taken|now|sum|cry
        unknown &login
        taken &sum +unknown
        fraud !not -joke
        intruder &inside &login
        inside &login +unknown|intruder
        cannot_afford +money|blocked|deadline -joke
        # law
        legal -praise -joke
        # stranded
        stranded !not -joke -warm
        stuck &place +hard -joke -warm
        stuck &place &child|frail -joke
        # deadlines
        deadline &event +blocked|needs|cannot_go -joke -praise
        deadline &travel +cannot_go -joke -praise
        need_by -joke -praise
        deadline +blocked +event +cry
        emergency &needs -joke -praise -browse
        # asked again and again
        nth &asked -praise
        # money by our fault
        twice -joke -praise
    """,
    "wants_follow": """
        unless contest
        # who follows whom, for what
        follow >>us !third|crowd|not
        follow &us +private -crowd
        follow &private -crowd
        follow &we_ask &us -crowd
        not_following -crowd
        follow|following &handle &we_ask -crowd
        follow >fan -crowd
        we_ask >>following >>us
        we_ask &following &fan|us -crowd -followed_you
        # a follow, as a thing to get
        a_follow &we_ask -crowd
        a_follow +followed_you|private
        mutual
        lone_mutual +handle
        followed_you +your_turn
        followed_you +mutual
        following +your_turn
        # cannot write in private
        private &cannot &follow
        private &cannot &not_following
        dm &cannot &you_are
        private &add_me
        add_me +followed_you|handle
        we_ask &add_me +handle|private
        add_me &cannot
        click +mutual|followed_you|dm
        followed_you &private &we_ask
    """,
    "churn": """
        unless stay_ours
        # ending what ties them to us
        quit_verb >tie <self|going_soon|way_out
        quit_verb >tie -thing_only
        tie &quit_verb +done|way_out|lose|last_time
        strong_quit -solved
        way_out -praise
        # going to somebody else
        go_verb >elsewhere &self
        go_verb >elsewhere -browse -praise
        elsewhere &self +done|lose|going_soon
        alternative >>handle
        alternative +done|lose
        # never again
        switch_to <self -browse
        never >buy_verb >again
        never >buy_verb &again -praise
        buy_verb >again +done|never
        last_time &again|self|buy_verb -praise
        # farewell
        done &self|tie|handle -praise
        bye >>handle -praise
        bye +lose|last_time|tie|way_out -praise
        done +lose|last_time|elsewhere|going_soon
        lose -praise
        loyalty_past +done|last_time
        going_soon &done
    """,
    "advocacy": """
        unless against asking
        strong_recommend
        recommend &network
        recommend &audience
        network &joined +because_us|recommend
        network &because_us
        tell >network +about_us
        tell >network >handle
        try &audience +warmth
        try >handle +audience|warmth
        do_this >>handle
        audience &handle &warmth
        handle &strong_recommend
        attackers +defence|warmth
        defence +warmth|handle
        defence_mild +attackers
    """,
    "concern": """
        unless own_case thanks_done
        suggest +feature|change|wish|would_be
        wish
        would_be +feature|change|suggest
        ask_change &change &feature
        change <ask_change
        miss +feature|flaw|change
        mild &flaw
        worry &mild|feature
        headsup +feature|flaw|change
    """,
}
