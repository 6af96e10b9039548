"""The sandbox's Slack: Web API, Socket Mode and interactivity on loopback."""

from mutuals_sandbox.slack.delivery import Answer
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.slack.sockets import Ack

__all__ = ["Ack", "Answer", "SlackServer"]
