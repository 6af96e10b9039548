"""The tables. `brand_id` leads every key; what is searched or ordered by is a column, the rest is `doc`."""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    Table,
    event,
    func,
    text,
)

from mutuals.storage.schema import (
    chat_tables,
    hand_off_table,
    hour_count_table,
    person_summary_table,
    person_tables,
)
from mutuals.storage.schema.base import key, where
from mutuals.storage.schema.base import metadata as metadata
from mutuals.storage.schema.columns import Doc, Moment, Words
from mutuals.storage.schema.segments import IGNORED, QUIET, RETURNED, TALKED, UNANSWERED
from mutuals.storage.schema.triggers import GUARDS

# Conditions of partial indexes; queries must repeat them word for word for SQLite to use the index.
PENDING = text("(shown < wanted OR state = 'sending')")
LIVE = text("state IN ('intent', 'calling', 'waiting')")
WAITING = text("state IN ('open', 'acknowledged')")
UNSETTLED = text("state <> 'settled'")
UNTOLD = text("state IN ('open', 'acknowledged') AND told IS FALSE")
ASKED = text("turn = 'asked'")
WELCOME = text("we_follow IS NOT TRUE AND (preference IS NULL OR preference <> 'leave_alone')")

# The cell of a fan: one of three classes of how often they spoke (the policies ask for 1, 2 or 5 times), and the
# day of the last time. `top` reads the best of the cells that matter; it must repeat this word for word.
DAY = 86_400_000_000  # microseconds
OFTEN = (2, 5)  # interactions with which the next class begins
CLASS = 1_000_000  # days, more than there will be: cells of one class lie together
CELL = (
    f"(CASE WHEN interactions >= {OFTEN[1]} THEN 2 WHEN interactions >= {OFTEN[0]} THEN 1 ELSE 0 END * {CLASS} "
    f"+ last_at / {DAY})"
)


brand = Table(
    "brand",
    metadata,
    key("id"),
    Column("network", Words, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("doc", Doc, nullable=False),
)

# When each periodic task of a brand is due next, or who does it must be done (`mutuals.storage.leases`).
periodic_task = Table(
    "chore",
    metadata,
    key("brand_id"),
    key("kind"),
    Column("next_at", Moment, nullable=False),
    Index("ix_chore_next", "next_at"),
)

# Who holds a chat's connection, the sweep or a sign-in, and until when: one row for each lease of a name.
named_lease = Table(
    "seat",
    metadata,
    key("name"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("holder", Words, nullable=False),
    Column("until", Moment, nullable=False),
)

post = Table(
    "post",
    metadata,
    key("brand_id"),
    key("id"),
    Column("root", Words, nullable=False),  # the id before any edit
    Column("version_id", Words, nullable=False),  # the id of the edit whose text this is
    Column("author_id", Words, nullable=False),
    Column("conversation_id", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Words, nullable=False),
    Column("interaction", Words),
    Column("gone", Words),
    Column("doc", Doc, nullable=False),
    Index("uq_post_root", "brand_id", "root", unique=True),
    Index("ix_post_conversation", "brand_id", "conversation_id", "author_id"),
    Index("ix_post_author", "brand_id", "author_id", "at"),
    Index("ix_post_at", "brand_id", "at"),
)

# When a post that the chats quote was last looked at again.
post_check = Table(
    "post_check",
    metadata,
    key("brand_id"),
    key("post_id"),
    Column("at", Moment, nullable=False),
)

fan = Table(
    "fan",
    metadata,
    key("brand_id"),
    key("person_id"),
    Column("log_score", Double, nullable=False),
    Column("interactions", Integer, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("two_way", Integer, nullable=False),
    Column("answered_at", Moment),
    Column("follows_us", Boolean),
    Column("we_follow", Boolean),
    Column("checked_at", Moment),
    Column("quiet_until", Moment),
    Column("preference", Words),
)
Index(
    "ix_fan_best",
    fan.c.brand_id,
    text(CELL),
    fan.c.log_score.desc(),
    fan.c.last_at,
    fan.c.interactions,
    fan.c.we_follow,  # the last two only so that SQLite need not fetch the row to check the condition again
    fan.c.preference,
    **where(WELCOME),
)

_TENURE = (fan.c.first_at, fan.c.person_id, fan.c.last_at)  # the last one only to be looked at
Index("ix_fan_talked", fan.c.brand_id, fan.c.two_way.desc(), *_TENURE, **where(TALKED))
Index("ix_fan_unanswered", fan.c.brand_id, *_TENURE, **where(UNANSWERED))
Index("ix_fan_quiet", fan.c.brand_id, fan.c.last_at.desc(), fan.c.person_id, **where(QUIET))
Index("ix_fan_returned", fan.c.brand_id, fan.c.last_at.desc(), fan.c.person_id, **where(RETURNED))
Index("ix_fan_ignored", fan.c.brand_id, fan.c.last_at.desc(), fan.c.person_id, **where(IGNORED))

person = Table(
    "person",
    metadata,
    key("brand_id"),
    key("id"),
    Column("handle", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("bio", Words, nullable=False),
    Column("avatar_url", Words),
    Column("checked_at", Moment),
    Column("gone", Words),
    Column("doc", Doc, nullable=False),
)
Index("ix_person_called", person.c.brand_id, func.lower(person.c.handle))

care_case = Table(
    "care_case",
    metadata,
    key("brand_id"),
    key("id"),
    Column("person_id", Words, nullable=False),
    Column("conversation_id", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment),  # the earliest moment not dealt with; None: waits no more
    Column("told", Boolean),
    Column("turn", Words),
    Column("doc", Doc, nullable=False),
    Index("ix_care_case_untold", "brand_id", **where(UNTOLD)),
    Index("ix_care_case_asked", "brand_id", "opened_at", "state", "person_id", **where(ASKED)),
    Index("ix_care_case_conversation", "brand_id", "conversation_id"),
    Index("ix_care_case_opened", "brand_id", "opened_at", "state"),
    Index("ix_care_case_person", "brand_id", "person_id", **where(WAITING)),
    Index("ix_care_case_waiting", "brand_id", "due_at", **where(WAITING)),
    Index("ix_care_case_next", "brand_id", "next_at", **where(text("next_at IS NOT NULL"))),
)

alert = Table(
    "alert",
    metadata,
    key("brand_id"),
    key("id"),
    Column("person_id", Words, nullable=False),
    Column("episode", Integer, nullable=False),
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("wake_at", Moment),  # the earliest end of snooze, claim or writing
    Column("closed_at", Moment),  # when it was settled
    # Where it stands in the queue (`mutuals.domain.queue_order`); "" until that is known.
    Column("queue_key", Words, nullable=False, server_default=""),
    Column("overdue_at", Moment),
    Column("asks", Integer),
    Column("claimed_key", Words),
    Column("doc", Doc, nullable=False),
    # Whole pages and counts of the queue are read from this index alone.
    Index(
        "ix_alert_queue",
        "brand_id",
        "queue_key",
        "kind",
        "overdue_at",
        "asks",
        "claimed_key",
        **where(UNSETTLED),
    ),
    Index("uq_alert_open", "brand_id", "person_id", unique=True, **where(UNSETTLED)),
    Index("ix_alert_person", "brand_id", "person_id", "episode"),
    Index("ix_alert_opened", "brand_id", "opened_at"),
    Index("ix_alert_kind", "brand_id", "kind", "state", "opened_at"),
    Index("ix_alert_closed", "brand_id", "closed_at", **where(text("closed_at IS NOT NULL"))),
    Index("ix_alert_wake", "brand_id", "wake_at", **where(text("wake_at IS NOT NULL"))),
)

bundle = Table(
    "bundle",
    metadata,
    key("brand_id"),
    key("id"),
    Column("state", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("wake_at", Moment),  # the earliest end of snooze, claim or growth
    Column("doc", Doc, nullable=False),
    Index("ix_bundle_last", "brand_id", "last_at"),
    Index("ix_bundle_wake", "brand_id", "wake_at", **where(text("wake_at IS NOT NULL"))),
)

verdict = Table(
    "verdict",
    metadata,
    key("brand_id"),
    key("post_id"),
    key("actor_key"),
    Column("actor_name", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("klass", Words, nullable=False),
    Column("score", Double, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_verdict_at", "brand_id", "at"),
)

delivery = Table(
    "delivery",
    metadata,
    key("brand_id"),
    key("subject"),
    key("channel"),
    key("place"),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("state", Words, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("since", BigInteger, nullable=False),  # when it fell behind; strictly increasing in a process
    Column("next_at", Moment),
    Column("parent", Words),
    Column("ref", Doc),
    Column("error", Words),
    Index("ix_delivery_pending", "brand_id", "channel", "priority", "since", **where(PENDING)),
)

action = Table(
    "action",
    metadata,
    key("brand_id"),
    key("id"),
    Column("alert_id", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("next_at", Moment),
    Column("once", Words),  # what is done at most once; None: the place is free again
    Column("busy", Words),  # the post that is being answered right now
    Column("doc", Doc, nullable=False),
    Index("uq_action_once", "brand_id", "once", unique=True),
    Index("uq_action_busy", "brand_id", "busy", unique=True),
    Index("ix_action_alert", "brand_id", "alert_id", "created_at"),
    Index("ix_action_created", "brand_id", "created_at"),
    Index("ix_action_next", "brand_id", "next_at", **where(LIVE)),
)

draft = Table(
    "draft",
    metadata,
    key("brand_id"),
    key("alert_id"),
    key("actor_key"),
    Column("text", Words, nullable=False),
    Column("at", Moment, nullable=False),
)

# Texts that a team keeps to answer with. Starters that it has not changed or removed are no rows.
saved_reply = Table(
    "saved_reply",
    metadata,
    key("brand_id"),
    key("id"),
    Column("at", Moment, nullable=False),
    Column("doc", Doc, nullable=False),
)

notice = Table(
    "notice",
    metadata,
    key("brand_id"),
    key("key"),
    Column("kind", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("doc", Doc, nullable=False),
)

memo = Table(
    "memo",
    metadata,
    key("brand_id"),  # "" for what belongs to no brand
    key("key"),
    Column("value", Doc, nullable=False),
)

tally = Table(
    "tally",
    metadata,
    key("brand_id"),
    key("name"),
    Column("value", BigInteger, nullable=False),
)

spend = Table(
    "spend",
    metadata,
    key("brand_id"),
    key("day"),
    key("what"),
    Column("units", BigInteger, nullable=False),
    Column("micros", BigInteger, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    key("brand_id"),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("entry", Words, nullable=False),
    Column("action_id", Words, nullable=False),
    Column("act", Words, nullable=False),
    Column("path", Words, nullable=False),
    Column("alert_id", Words, nullable=False),
    Column("actor_channel", Words, nullable=False),
    Column("actor_id", Words, nullable=False),
    Column("actor_name", Words, nullable=False),
    Column("person_id", Words, nullable=False),
    Column("post_id", Words),
    Column("text", Words),
    Column("approved_by", Words),
    Column("external_id", Words),
    Column("outcome", Words),
    Column("prev", Words, nullable=False),
    Column("hash", Words, nullable=False),
)
for _dialect, _statements in GUARDS.items():
    for _statement in _statements:
        event.listen(ledger, "after_create", DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]

OF_PEOPLE = (
    person_tables.bond_change,
    person_tables.person_note,
    person_summary_table.person_summary,
)  # beside these, in the same metadata
OF_HAND_OFFS = (hand_off_table.hand_off,)
OF_COUNTS = (hour_count_table.hour_count,)
OF_CHATS = (chat_tables.chat_installation, chat_tables.chat_bot, chat_tables.chat_oauth_state)

secret = Table("secret", metadata, key("name"), Column("sealed", LargeBinary, nullable=False))
