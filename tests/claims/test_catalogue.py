"""Every metric's file carries examples and rejects; they hold. Broken rule files are named in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.claims import catalogue
from metrics.claims.trial import outcomes

CATALOGUE = catalogue.load()
METRICS = (
    "prisoners_exchanged prisoners_exchanged_total prisoners_held exchange_count bodies_repatriated "
    "bodies_repatriated_total children_deported children_listed children_returned troops_massed people_killed "
    "people_wounded delegation_size talks_round talks_duration ceasefire_duration prisoner_age aircraft_hit "
    "drones_launched missiles_launched territory_controlled"
).split()


def test_the_catalogue_has_the_metrics_of_the_contract() -> None:
    assert sorted(CATALOGUE.metrics) == sorted(METRICS)


@pytest.mark.parametrize("key", METRICS)
def test_examples_and_rejects_hold(key: str) -> None:
    metric = CATALOGUE.metrics[key]
    assert metric.examples
    assert metric.rejects
    failed = [f"{o.kind} {o.number}: {o.text!r}: {o.why}" for o in outcomes(metric, CATALOGUE) if not o.holds]
    assert not failed, "\n".join(failed)


GOOD = 'title = "Aid"\nasks = "How much?"\nunit = "person"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "aid.toml: Invalid"),
        ('title = "Aid"\n', "asks is missing"),
        (GOOD + 'colour = "red"\n', "unknown key 'colour'"),
        (GOOD + 'kind = "poem"\n', "kind is 'poem', not one of age"),
        (GOOD + 'counts = ["@nobody"]\n', "no list @nobody"),
        (GOOD + "[[happens]]\nby = 'own'\n", "rule happens 1: it names neither verbs nor events"),
        (GOOD + "[[happens]]\nverbs = ['give']\nby = 'mine'\n", "by is 'mine'"),
        (GOOD + "[[happens]]\nverbs = ['give']\ntakes = 'all'\n", "takes is 'all'"),
        (GOOD + "[[example]]\ntext = 'Ten.'\n", "example 1: claim is missing"),
        (GOOD + 'total = "nothing"\n', "total names 'nothing'"),
        (GOOD + "instead = { completed = 'nothing' }\n", "instead names 'nothing'"),
        (GOOD.replace("person", "furlong"), "unit 'furlong' is neither in units.txt nor the code of a currency"),
        (GOOD + 'counts = "loan"\n', "counts is 'loan', not a list of words"),
        (GOOD + "counts = ['']\n", "counts is [''], not a list of words"),
        (GOOD + "count = ['loan']\n", "unknown key 'count' (did you mean 'counts'?)"),
        (GOOD + "most = '9'\n", "most is '9', not a number"),
        (GOOD + "war = 3\n", "war is 3, not true or false"),
        (GOOD + "status = 'maybe'\n", "status is 'maybe', not one of agreed"),
        (GOOD + "[happens]\nverbs = ['give']\n", "not a table under double brackets"),
        (GOOD + "[[happens]]\nverbs = 'give'\n", "rule happens 1: verbs is 'give', not a list of words"),
        (GOOD + "[[example]]\ntext = 'Ten.'\nclaim = { hihg = 10 }\n", "example 1: claim: unknown key 'hihg' (did you mean 'high'?)"),
        (GOOD + "[[example]]\ntext = 'Ten.'\nclaim = { low = '10' }\n", "example 1: claim: low is '10', not a number"),
        (GOOD + "[[reject]]\ntext = 'Ten.'\n", "reject 1: why is missing"),
    ],
)
def test_a_broken_rule_file_is_one_line_that_names_it(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "aid.toml").write_text(text, encoding="utf-8")
    with pytest.raises(catalogue.CatalogueError) as caught:
        catalogue.load(tmp_path)
    assert said in str(caught.value)
    assert "aid.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_folder_is_said() -> None:
    with pytest.raises(catalogue.CatalogueError, match="no metric files"):
        catalogue.load(Path(__file__).parent)


def test_the_fingerprint_changes_with_a_file(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "aid.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "two" / "aid.toml").write_text(GOOD + "basis = true\n", encoding="utf-8")
    assert catalogue.load(tmp_path / "one").fingerprint != catalogue.load(tmp_path / "two").fingerprint
