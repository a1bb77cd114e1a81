"""Which hosts may be contacted, however a URL spells them."""

import pytest

from specc.runtime import HostRefusedError, Service
from specc.runtime.hosts import AllowedHosts, Origin, is_loopback, split
from specc.runtime.values import env

NOBODY = AllowedHosts.of()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1",
        "http://127.8.9.1",
        "http://LOCALHOST.",
        "https://shop.localhost:8443/a",
        "http://[::1]:80",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]",
    ],
)
def test_loopback_is_always_allowed(url: str) -> None:
    assert split(url)[0] in NOBODY


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://xlocalhost",
        "http://0.0.0.0",
        "http://[::]",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
        "http://10.0.0.1",
        "http://169.254.169.254/latest",
    ],
)
def test_other_hosts_are_refused(url: str) -> None:
    with pytest.raises(HostRefusedError, match="refused to contact"):
        NOBODY.check(split(url)[0])


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1@evil.example",
        "http://user:pass@127.0.0.1",
        "http://127.0.0.1\\@evil.example",
        "http://127.0.0.1\t.evil.example",
        "http://127.0.0.1 /",
        "http://127.1",
        "http://2130706433",
        "http://0x7f.0.0.1",
        "http://0177.0.0.1",
        "http://[::1",
        "http://[::1%25eth0]",
        "http://::1",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:0",
        "http://127.0.0.1:80:80",
        "http://127.0.0.1:+80",
        "http://",
        "http://-x.example",
        "http://a..example",
        "//127.0.0.1",
        "file:///etc/passwd",
        "gopher://127.0.0.1",
        "127.0.0.1:80",
    ],
)
def test_what_readers_of_urls_disagree_on_is_no_url(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        split(url)


def test_names_are_compared_in_their_normal_spelling() -> None:
    allowed = AllowedHosts.of("API.Example.", "b.example:8443", "[2001:DB8::1]", "bücher.example")
    for url in (
        "https://api.example",
        "http://api.EXAMPLE.:8080/x",
        "https://b.example:8443",
        "http://[2001:db8:0::1]:99",
        "http://xn--bcher-kva.example",
    ):
        assert split(url)[0] in allowed
    assert split("https://b.example")[0] not in allowed
    assert split("https://c.api.example")[0] not in allowed


def test_the_environment_allows_more_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPECC_ALLOW_HOSTS", "a.example, b.example:81,")
    allowed = AllowedHosts.of()
    assert split("http://a.example:5")[0] in allowed
    assert split("http://b.example:81")[0] in allowed
    assert split("http://b.example:82")[0] not in allowed


def test_origins_read_as_in_urls() -> None:
    assert split("HTTP://[::1]:80/a?b#c") == (Origin("http", "::1", 80), "/a?b")
    assert str(Origin("http", "::1", 80)) == "http://[::1]"
    assert str(Origin("https", "a.example", 8443)) == "https://a.example:8443"
    assert not is_loopback("example.com")


class TestServices:
    def test_a_host_that_the_spec_writes_is_allowed(self) -> None:
        service = Service("s", url="https://a.example", urls={"staging": "https://b.example:1"})
        assert split("https://a.example:7")[0] in service.allowed
        assert split("https://b.example")[0] in service.allowed

    def test_a_host_from_the_environment_is_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SHOP_URL", "https://evil.example")
        service = Service("s", url=env("SHOP_URL", "https://a.example"))
        assert service.origin.host == "evil.example"
        assert service.origin not in service.allowed
        assert split("https://a.example")[0] in service.allowed
        named = Service("s", url=env("SHOP_URL"), allow_hosts=("evil.example",))
        assert named.origin in named.allowed

    def test_the_environment_chooses_the_url(self, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = {"url": "http://127.0.0.1:1/api/", "urls": {"staging": "https://b.example/v2"}}
        assert Service("s", **settings).base == "/api"  # type: ignore[arg-type]
        monkeypatch.setenv("SPECC_ENV", "staging")
        service = Service("s", **settings)  # type: ignore[arg-type]
        assert (str(service.origin), service.base) == ("https://b.example", "/v2")
        assert Service("t", url="http://127.0.0.1:1").origin.port == 1
        monkeypatch.setenv("SPECC_ENV", "stagign")
        with pytest.raises(LookupError, match=r"has no url in 'stagign'.*staging"):
            _ = Service("s", **settings).origin  # type: ignore[arg-type]
