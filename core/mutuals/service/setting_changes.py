"""Settings that are others than at the last start: an entry of the ledger says which, without the value of any secret.

Who changed a file or an environment the machine does not tell; the entry names the node that has seen it first.
"""

from typing import Any

from pydantic import SecretStr

from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Actor
from mutuals.ports.settings import variable
from mutuals.service import logs
from mutuals.service.bootstrap import Installation, Settings

KEY = "settings_seen"  # variable -> its value as text
# They differ from node to node, and say nothing of what is done.
OF_A_NODE = frozenset({"MUTUALS_DATABASE_URL", "MUTUALS_ENGINE_CONNECTIONS", "MUTUALS_HTTP_ADDRESS",
                       "MUTUALS_LEDGER_ANCHOR_FILE"})  # fmt: skip
LONGEST, LONGEST_VALUE = 2000, 200  # characters


def seen(settings: Settings) -> dict[str, str]:
    """Every setting as text; of a secret, only that it is set."""
    values = {
        variable(kind, name): _text(value)
        for kind, section in settings.sections.items()
        for name, value in section
    }
    return {name: value for name, value in sorted(values.items()) if name not in OF_A_NODE}


async def note(installation: Installation) -> None:
    """Compare with the last start, and write down what is another now. The first start is what others compare with."""
    now = seen(installation.settings)
    async with installation.store.transaction("") as tx:
        before = await tx.key_values.get(KEY)
        if before == now:
            return
        await tx.key_values.put(KEY, now)
        if not isinstance(before, dict):
            return
        names = [one for one in sorted({*before, *now}) if before.get(one) != now.get(one)]
        said = " ".join(
            f"{one}: {before.get(one, 'not known')}, now {now.get(one, 'not known')}." for one in names
        )
        by = Actor("service", installation.node, f"the start of {installation.node}")
        await tx.ledger.record(Decision(EntryKind.SETTING, by, "settings", said[:LONGEST]))


def _text(value: Any) -> str:
    if isinstance(value, SecretStr):
        return "a secret" if value.get_secret_value() else "not set"
    if isinstance(value, dict):
        inside = ", ".join(f"{name}={_text(one)}" for name, one in value.items())
        return f"{{{inside}}}"[:LONGEST_VALUE]
    return "not set" if value is None else logs.blank(str(value))[:LONGEST_VALUE]
