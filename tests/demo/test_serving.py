"""How a shop starts and stops, and that it holds under concurrent use."""

import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from specc.demo import UnknownFaultError, running, serve

from .visitor import Visitor

SERVE = "from specc.demo import serve; serve(0, ready=lambda url: print(url, flush=True))"


@pytest.mark.skipif(sys.platform == "win32", reason="there, a signal ends the process at once")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(stop: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        assert Visitor(url).call("GET", "/healthz", by=None).status == 200
        process.send_signal(stop)
        _, complaints = process.communicate(timeout=5)
    assert (process.returncode, complaints) == (0, "")


def test_a_taken_port_is_a_clear_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"cannot serve on 127.0.0.1:{port}: "):
            serve(port)


def test_bad_arguments_are_errors_before_anything_starts() -> None:
    with pytest.raises(ValueError, match="from 0 to 65535, not 70000"):
        serve(70_000)
    with pytest.raises(UnknownFaultError):
        serve(0, faults=["nonsense"])


def test_a_closed_shop_hangs_up() -> None:
    with running() as url:
        connection = socket.create_connection(Visitor(url).address, timeout=5)
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200 ")
    assert connection.recv(1) == b""
    connection.close()


def test_the_environment_overrides_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALICE_PASSWORD", "looking-glass")
    monkeypatch.setenv("SHOP_ADMIN_KEY", "other-key")
    monkeypatch.setenv("SHOP_SHIPPING_SECONDS", "0")
    with running() as url:
        shop = Visitor(url)
        assert shop.login("alice@example.com", "wonderland").status == 401
        assert shop.login("alice@example.com", "looking-glass").status == 200
        assert shop.page(by="root").status == 401


def test_many_customers_at_once_lose_nothing(shop: Visitor) -> None:
    names = ["alice", "bob", "carol"]
    for name in names:
        shop.credentials(name)
    with ThreadPoolExecutor(12) as pool:
        placed = list(pool.map(lambda n: (names[n % 3], shop.order(by=names[n % 3])), range(120)))
        target = placed[0][1]
        paid = list(pool.map(lambda _: shop.pay(target, by="alice").status, range(12)))
    assert sorted(paid) == [200] + [409] * 11
    for name in names:
        mine = {order for owner, order in placed if owner == name}
        listed = {order["id"] for order in shop.page("limit=100", by=name).json["items"]}
        assert listed == mine
