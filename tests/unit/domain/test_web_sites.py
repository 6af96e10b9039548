"""Which site an address is on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain.web_sites import SHARED, site_of


@pytest.mark.parametrize(
    ("link", "site"),
    [
        ("https://bramble.example", "bramble.example"),
        ("http://www.Bramble.Example:8080/help?a=b#c", "bramble.example"),
        ("bramble.example/shop", "bramble.example"),
        ("//bramble.example", "bramble.example"),
        ("  https://bramble.example. ", "bramble.example"),
        ("https://help.bramble.co.uk", "bramble.co.uk"),
        ("https://a.b.bramble.com.au/x", "bramble.com.au"),
        ("https://bramble.uk.com", "bramble.uk.com"),
        ("https://shop.bramble.de", "bramble.de"),
        ("https://kim@bramble.example", "bramble.example"),
        ("https://brämble.example", "xn--brmble-cua.example"),
        ("https://xn--brmble-cua.example/", "xn--brmble-cua.example"),
    ],
)
def test_the_site_is_what_one_owner_has(link: str, site: str):
    assert site_of(link) == site


@pytest.mark.parametrize(
    "link",
    [None, "", "   ", "bramble", "https://", "https://co.uk", "https://192.0.2.7/x", "https://[2001:db8::1]/", "https://[oops",
     "javascript:alert(1)", "mailto:kim@", "https://bra mble.example", "https://-.example", "https://" + "a" * 70 + ".example",
     "https://bramble..example", "https://localhost:8080"],
)  # fmt: skip
def test_what_has_no_site_has_none(link: str | None):
    assert site_of(link) is None


@pytest.mark.parametrize("host", sorted(SHARED))
def test_a_host_on_which_anybody_may_have_a_page_is_nobodys_site(host: str):
    assert site_of(f"https://{host}/kim") is None
    assert site_of(f"https://kim.{host}") is None


@given(st.text(max_size=80))
def test_no_address_whatever_raises(link: str):
    site = site_of(link)

    assert site is None or site_of(site) == site
