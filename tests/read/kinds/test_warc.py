"""WARC, plain and gzipped: pages with their offsets, what is passed over, archives that break off."""

from __future__ import annotations

import gzip
import io
from datetime import date

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

BODY = "<html><head><title>Sides swap {n}</title></head><body><article><h1>Sides swap {n}</h1>" + "".join(
    "<p>The two sides exchanged {n} prisoners each on Sunday, officials said. More talks were to follow in the capital.</p>" for _ in "abc"
) + "</article></body></html>"  # fmt: skip


def record(number: int, status: str = "200 OK", kind: str = "text/html; charset=utf-8", body: bytes | None = None) -> bytes:
    made = WarcRecord()
    made.init_headers(WarcRecordType.response)
    made.headers["WARC-Target-URI"] = f"https://www.dawn.com/news/{number}"
    made.headers["WARC-Date"] = "2025-06-02T10:00:00Z"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    payload = body if body is not None else BODY.replace("{n}", str(number)).encode()
    made.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + payload)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


RECORDS = [record(301), record(302), record(303)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_page_a_document(given, pack) -> None:
    packed = [pack(one) for one in RECORDS]
    found, problems = given("pages", b"".join(packed))
    assert not problems
    offsets = [0, len(packed[0]), len(packed[0]) + len(packed[1])]
    assert [one.origin.rpartition("/")[2] for one in found] == [f"pages#{offset}" for offset in offsets]
    assert [one.url for one in found] == [f"https://www.dawn.com/news/{number}" for number in (301, 302, 303)]
    assert {(one.publisher, one.retrieved, one.published) for one in found} == {("Dawn", date(2025, 6, 2), None)}
    assert "exchanged 302 prisoners each" in found[1].text
    assert found[0].record_id.startswith("<urn:uuid:")


def test_what_is_no_page_is_passed_over(given) -> None:
    others = [record(1, status="404 Not Found"), record(2, kind="image/png", body=b"\x89PNG"), record(3, kind="text/css", body=b"a{}")]
    found, problems = given("a.warc", b"".join([*others, RECORDS[0]]))
    assert len(found) == 1
    assert not problems


def test_gzipped_pages_and_plain_texts(given) -> None:
    packed = record(7, kind="text/html\r\nContent-Encoding: gzip", body=gzip.compress(BODY.replace("{n}", "77").encode()))
    plain = record(8, kind="text/plain", body=b"Sides swapped 88 prisoners.")
    found, problems = given("a.warc", packed + plain)
    assert not problems
    assert "exchanged 77 prisoners" in found[0].text
    assert found[1].text == "Sides swapped 88 prisoners."


@pytest.mark.parametrize("keep", [0.95, 0.7, 0.05])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_cut_in_the_middle_of_a_record(given, pack, keep: float) -> None:
    packed = [pack(one) for one in RECORDS]
    cut = b"".join(packed[:2]) + packed[2][: int(len(packed[2]) * keep)]
    found, (problem,) = given("a.warc.gz", cut)
    assert [one.url for one in found] == ["https://www.dawn.com/news/301", "https://www.dawn.com/news/302"]
    assert "cut off" in problem.message


def test_a_broken_page_costs_itself_alone(given) -> None:
    broken = record(9, body=bytes(range(256)) * 8)
    found, (problem,) = given("a.warc", RECORDS[0] + broken + RECORDS[1])
    assert len(found) == 2
    assert problem.origin.endswith(f"a.warc#{len(RECORDS[0])}")


def test_a_record_that_announces_more_than_can_be(given) -> None:
    head, _, rest = RECORDS[0].partition(b"Content-Length: ")
    length, _, body = rest.partition(b"\r\n")
    huge = head + b"Content-Length: " + str(int(length) + (1 << 40)).encode() + b"\r\n" + body
    found, problems = given("a.warc", RECORDS[1] + huge)
    assert len(found) == 1
    assert problems[0].origin.endswith(f"a.warc#{len(RECORDS[1])}")
