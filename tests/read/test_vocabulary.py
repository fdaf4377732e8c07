"""Outlets told by their addresses."""

from __future__ import annotations

import pytest

from metrics.read import vocabulary


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/1", "Reuters"),
        ("https://uk.reuters.com/world/1", "Reuters"),
        ("https://www.valley-herald.test/world/1", "valley-herald.test"),
        ("https://m.valley-herald.test/world/1", "valley-herald.test"),
        ("https://en.valley-herald.test/", "en.valley-herald.test"),
        ("https://m.test/1", "m.test"),
        ("https://t.me/s/somebody/12", None),
        ("https://sites.google.com/view/somebody", None),
        ("http://192.0.2.7/story", None),
        ("http://localhost:8000/story", None),
        ("http://[broken/story", None),
        ("no address", None),
    ],
)
def test_the_outlet_at_an_address(url: str, name: str | None) -> None:
    assert vocabulary.site(url) == name
