"""Telegram Desktop's JSON export, in the form in which it is published."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

CHAT: dict[str, Any] = {
    "name": "Front Line",
    "type": "public_channel",
    "id": 1234567890,
    "messages": [
        {"id": 1, "type": "service", "date": "2025-06-02T10:00:00", "date_unixtime": "1748858400", "actor": "Front Line",
         "actor_id": "channel1234567890", "action": "pin_message", "message_id": 2, "text": "", "text_entities": []},
        {"id": 2, "type": "message", "date": "2025-06-02T23:00:00", "date_unixtime": "1748905200", "edited": "2025-06-03T08:00:00",
         "edited_unixtime": "1748937600", "from": "Front Line", "from_id": "channel1234567890",
         "text": ["The sides swapped ", {"type": "bold", "text": "307"}, " prisoners each, ",
                  {"type": "text_link", "text": "officials", "href": "https://example.org"}, " said."],
         "text_entities": [{"type": "plain", "text": "The sides swapped "}]},
        {"id": 3, "type": "message", "date": "2025-06-03T11:00:00", "forwarded_from": "Harbour Watch", "text": "Twenty bodies came home."},
        {"id": 4, "type": "message", "date": "2025-06-03T12:00:00", "photo": "photos/photo_1.jpg", "width": 640, "height": 480, "text": ""},
    ],
}  # fmt: skip


def test_a_message_a_document(given) -> None:
    (first, second), problems = given("result.json", json.dumps(CHAT, indent=1, ensure_ascii=False))
    assert not problems
    assert first.text == "The sides swapped 307 prisoners each, officials said."
    assert (first.publisher, first.published, first.record_id) == ("Front Line", date(2025, 6, 2), "1234567890/2")
    assert first.origin.endswith("result.json#2")
    assert (second.publisher, second.original_publisher) == ("Front Line", "Harbour Watch")


def test_an_account_with_its_chats(given) -> None:
    account = {
        "about": "Here is the data you requested.",
        "chats": {"about": "This page lists all chats.", "list": [CHAT, {**CHAT, "name": "Other", "id": 7}]},
    }
    found, problems = given("result.json", json.dumps(account, indent=1))
    assert not problems
    assert [one.record_id for one in found] == ["1234567890/2", "1234567890/3", "7/2", "7/3"]
    assert [one.publisher for one in found] == ["Front Line", "Front Line", "Other", "Other"]


def test_an_export_that_is_cut_off(given) -> None:
    whole = json.dumps(CHAT, indent=1)
    found, (problem,) = given("result.json", whole[: whole.index("Twenty")])
    assert [one.record_id for one in found] == ["1234567890/2"]
    assert problem.message.startswith("JSON cut off at character")


def test_hostile_messages(given) -> None:
    messages = [
        "no message",
        {"id": 5, "type": "message", "date": "soon", "text": [1, None, {"text": 5}, ["x"], "Eleven walked free."]},
        {"id": 6, "type": "message", "date": "2025-06-03T12:00:00", "text": "half \ud800"},
        {"id": None, "type": "message", "date": "2025-06-03T12:00:00", "text": {"a": 1}},
        {"id": 8, "type": "message", "date": "2025-06-03T12:00:00", "text": "Twelve walked free."},
    ]
    found, problems = given("result.json", json.dumps({**CHAT, "messages": messages}))
    assert [(one.text, one.published) for one in found] == [("Eleven walked free.", None), ("Twelve walked free.", date(2025, 6, 3))]
    assert [problem.message.partition(";")[0] for problem in problems] == [
        "no message",
        "no date in this message",
        "the text holds half a surrogate pair",
    ]
