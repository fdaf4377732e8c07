"""What holds for any text: numbers are read back as themselves, spans do not overlap, nothing raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import find
from metrics.figures.words import ONES, ORDINALS, SCALES, TENS

_ONES = {value: word for word, value in ONES.items() if word not in ("nought", "naught")}
_TENS = {value: word for word, value in TENS.items() if word != "fourty"}


def spoken(number: int) -> str:
    """A whole number in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens * 10] + (f"-{_ONES[ones]}" if ones else "")
    for word, scale in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if number >= scale:
            head, rest = divmod(number, scale)
            tail = "" if not rest else f" and {spoken(rest)}" if rest < 100 else f" {spoken(rest)}"
            return f"{spoken(head)} {word}{tail}"
    raise AssertionError


FORMS = [
    lambda n: f"{n:,}",
    lambda n: f"{n:,}".replace(",", "\u00a0"),
    lambda n: f"{n:,}".replace(",", "\u202f"),
    lambda n: f"{n:,}".replace(",", "\u2009"),
    spoken,
    lambda n: spoken(n).capitalize(),
    lambda n: spoken(n).upper(),
]


@given(st.integers(min_value=0, max_value=999_999_999_999), st.sampled_from(FORMS))
def test_a_number_is_read_back_as_itself(number: int, form) -> None:  # type: ignore[no-untyped-def]
    text = f"{form(number)} lorries"
    (figure,) = find(text)
    assert figure.low == figure.high == number
    assert figure.head == "lorry"
    assert text[figure.number_start : figure.number_end] == form(number)


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("million", 1e6), ("bn", 1e9), ("k", 1e3), ("thousand", 1e3)]))
def test_a_scaled_decimal_is_read_back(tenths: int, scale: tuple[str, float]) -> None:
    word, factor = scale
    gap = " " if word.isalpha() and len(word) > 2 else ""
    (figure,) = find(f"${tenths / 10:.1f}{gap}{word}")
    assert abs(figure.low - tenths / 10 * factor) <= 1e-9 * factor * tenths
    assert figure.unit == "USD"


_BITS = st.sampled_from(
    [
        *ONES,
        *TENS,
        *SCALES,
        *ORDINALS,
        *"and a an half of the to - – , . : / ( ) $ % £ ' “ 1 2 19 2024 1,000 1.5 3.2m 5k May June people killed days hour percent".split(),
        "more",
        *"than at least up over under between from or for same number aged old -year- -for- dozen scores Rs USD £5 1/4 ½ -long".split(),
    ]
)


def sound(text: str) -> None:
    last = 0
    for figure in find(text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.start <= figure.number_start <= figure.number_end <= figure.end
        assert figure.low <= figure.high
        if figure.noun is not None and figure.noun_start is not None:
            assert text[figure.noun_start : figure.noun_end] == figure.noun
        assert (figure.noun is None) == (figure.head is None) == (figure.noun_start is None)
        last = figure.end


@given(st.text())
def test_any_text_is_sound(text: str) -> None:
    sound(text)


@given(st.lists(st.tuples(_BITS, st.sampled_from(["", " ", " ", " ", "\n", "\u00a0"])), max_size=25))
def test_any_run_of_number_words_is_sound(bits: list[tuple[str, str]]) -> None:
    sound("".join(bit + gap for bit, gap in bits))


@given(st.lists(st.tuples(_BITS, st.just(" ")), max_size=20), st.integers(0, 60), st.integers(0, 60))
def test_a_slice_keeps_to_itself(bits: list[tuple[str, str]], start: int, length: int) -> None:
    text = "".join(bit + gap for bit, gap in bits)
    for figure in find(text, start, start + length):
        assert start <= figure.start < figure.end <= min(len(text), start + length)
