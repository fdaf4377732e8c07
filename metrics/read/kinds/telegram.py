"""Telegram Desktop's export: `result.json` of one chat, or of an account with its chats. A message is a document."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping

from metrics.model import Document, Problem, content_id
from metrics.read import jsonstream, records, sureness
from metrics.read.source import Source

NAME = "telegram"
_CHAT = re.compile(
    rb'"type"\s*:\s*"(?:public_channel|private_channel|public_supergroup|private_supergroup|public_group|private_group|personal_chat'
    rb'|bot_chat|saved_messages|replies|verification_codes)"'
)
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[|"chats"\s*:\s*\{')
_ARRAYS = frozenset({"messages", "chats", "left_chats", "list"})


def sure(head: bytes, name: str) -> int:
    """The chat's kind in Telegram's own words, and its messages."""
    return sureness.MARKED if head.lstrip().startswith(b"{") and _CHAT.search(head) and _MESSAGES.search(head) else sureness.NOT


def read(source: Source) -> Iterator[Document | Problem]:
    """A Document a message that has words, published by the channel, written by whom it was forwarded from.

    Messages of the service (*pinned*, *joined*) and pictures without words are no documents.
    """
    about: dict[str, object] = {}
    number = 0
    for element in jsonstream.elements(source, about, _ARRAYS):
        if element.broken:
            number += 1
            yield Problem(f"{source.origin}#{number}", element.broken)
        elif element.path[-1:] == ("messages",):
            number += 1
            yield from _message(source, about, element.value, element.raw, number)
        elif isinstance(element.value, dict) and isinstance(element.value.get("messages"), list):  # a chat of an account
            for value in element.value["messages"]:
                number += 1
                yield from _message(source, element.value, value, json.dumps(value, ensure_ascii=False), number)
    if not number:
        yield Problem(source.origin, "no messages")


def _message(source: Source, chat: Mapping[str, object], value: object, raw: str, number: int) -> Iterator[Document | Problem]:
    if not isinstance(value, dict):
        yield Problem(f"{source.origin}#{number}", "no message")
        return
    text = _words(value.get("text"))
    if value.get("type") == "service" or not text.strip():
        return
    name, writer = chat.get("name"), value.get("forwarded_from")
    chat_id, message_id = chat.get("id"), value.get("id")
    record_id = f"{chat_id}/{message_id}" if isinstance(chat_id, int) else str(message_id if message_id is not None else number)
    published = records.day(value.get("date")) or records.day(value.get("date_unixtime"))
    if published is None:
        yield Problem(f"{source.origin}#{message_id}", "no date in this message; read without it")
    if any("\ud800" <= character <= "\udfff" for character in text):
        yield Problem(f"{source.origin}#{message_id}", "the text holds half a surrogate pair")
        return
    yield Document(
        document_id=content_id("d", record_id, text),
        origin=f"{source.origin}#{message_id if message_id is not None else number}",
        text=text,
        sha256=hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest(),
        record_id=record_id,
        publisher=name if isinstance(name, str) and name.strip() else None,
        published=published,
        original_publisher=writer if isinstance(writer, str) and writer.strip() else None,
        retrieved=source.options.read_on,
    )


def _words(text: object) -> str:
    """A message's text: a string, or a list of strings and of entities (links, bold …) with a text each."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = [part.get("text") if isinstance(part, dict) else part for part in text]
    return "".join(part for part in parts if isinstance(part, str))
