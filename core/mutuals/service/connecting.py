"""Signs the brand of the settings in on a network, for `mutuals connect` and `mutuals setup`."""

from collections.abc import Callable

from mutuals.alerting.kill_switch import OF_ALL
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Account
from mutuals.ports.integration import NetworkIntegration
from mutuals.service.bootstrap import Installation, Settings


async def connect(settings: Settings, part: NetworkIntegration, show: Callable[[str], None]) -> Account:
    """The network's consent, from the page that `show` gets to the tokens in the vault and the entry in the ledger.

    Raises what the integration's `sign_in` and the opening of the database raise.
    """
    shared = await Installation.open(settings)
    try:
        account = await part.sign_in(
            shared.section(part), shared.network_kit(part.name, shared.limiter(part.name)), show
        )
        async with shared.store.transaction(OF_ALL) as tx:
            await tx.key_values.put(f"signed_in/{part.name}", {"handle": account.handle})
            said = f"Signed in on {part.name} as @{account.handle}."
            await tx.ledger.record(Decision(EntryKind.SETTING, shared.by, "connect", said))
    finally:
        await shared.store.close()
    return account
