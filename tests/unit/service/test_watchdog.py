"""A process that is stuck ends, one that works or was only frozen does not, and systemd hears of it."""

import socket
import threading
from pathlib import Path

from mutuals.service.watchdog import STATUS, ServiceManager, Watchdog


def test_a_process_without_a_sign_of_life_is_ended_so_that_it_is_started_again():
    ended: list[int] = []
    over = threading.Event()

    def end(status: int) -> None:
        ended.append(status)
        over.set()

    dog = Watchdog(every=0.01, checks=3, end=end)

    dog.start()

    assert over.wait(30)
    assert ended == [STATUS]


def test_a_process_that_gives_signs_of_life_goes_on():
    ended: list[int] = []
    looked = threading.Event()
    dog = Watchdog(every=0.01, checks=50, end=ended.append)

    dog.start()
    for _ in range(100):
        dog.alive()
        looked.wait(0.01)
    dog.stop()

    assert ended == []


def test_systemd_is_told_that_we_are_ready_alive_and_ending(tmp_path: Path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(10)
        service = ServiceManager(str(tmp_path / "notify"))

        service.ready()
        service.alive()
        service.stopping()

        assert [manager.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_without_systemd_or_with_one_that_is_gone_nothing_breaks(tmp_path: Path):
    ServiceManager("").ready()
    ServiceManager(str(tmp_path / "nobody")).ready()
