"""Every series, with its words. Labels come from short fixed lists only: chats, services, kinds, outcomes.

A brand, a person, a post or a channel is never a label: ten thousand brands would become ten thousand
series of each kind, and /metrics would tell who is spoken about. What concerns one brand is told in its
chats and in the logs.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

QUICK = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)  # seconds: the database, a click
CALLS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)  # seconds: a call to another service, a piece of work
TOLD = (5, 15, 30, 60, 120, 300, 900, 3600, 4 * 3600, 24 * 3600)  # seconds: from a post to its alert


class Series:
    """The series of one process, in a registry of its own."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def counter(name: str, about: str, *labels: str) -> Counter:
            return Counter(name, about, labels, namespace="mutuals", registry=registry)

        def histogram(name: str, about: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
            return Histogram(name, about, labels, namespace="mutuals", buckets=buckets, registry=registry)

        self.calls = counter(
            "calls", "Calls to networks and chats, by what came of them.", "service", "call", "outcome"
        )
        self.call_seconds = histogram(
            "call_seconds", "How long calls to networks and chats take.", CALLS, "service", "call"
        )
        self.limited = counter("rate_limited", "Answers that asked us to slow down (429).", "service")
        self.backoff = counter("backoff_seconds", "Seconds that failed calls made us wait.", "service")
        self.clicks = counter(
            "clicks", "What the team pressed, opened, sent or typed.", "chat", "do", "outcome"
        )
        self.click_seconds = histogram(
            "click_seconds", "How long a click takes to be answered; a sent text waits for the network.", QUICK, "chat", "do"
        )  # fmt: skip
        self.opened = counter("alerts_opened", "Alerts opened.", "kind")
        self.settled = counter("alerts_settled", "Alerts closed, by the reason.", "kind", "reason")
        self.deliveries = counter("deliveries", "Messages posted, redrawn or failed.", "chat", "outcome")
        self.told = histogram(
            "post_to_alert_seconds",
            "From somebody's post to its alert in a chat. Questions and concerns wait on purpose: see the policy.",
            TOLD, "chat", "post",
        )  # fmt: skip
        self.acts = counter("acts", "Replies, acknowledgements and follows.", "kind", "path", "outcome")
        self.jobs = counter("engine_jobs", "Pieces of work of this node.", "kind", "outcome")
        self.job_seconds = histogram("engine_job_seconds", "How long work takes.", CALLS, "kind")
        self.running = Gauge(
            "engine_running", "Work going on in this node now.", ["kind"], namespace="mutuals", registry=registry
        )  # fmt: skip
        self.transaction_seconds = histogram(
            "transaction_seconds", "Database transactions, from asking for one to its commit.", QUICK
        )
        self.transactions_failed = counter(
            "transactions_failed", "Database transactions that did not commit."
        )
