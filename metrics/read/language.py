"""Which language a text is in, by its commonest words: enough to tell English from what the rules do not read."""

from __future__ import annotations

import re

_COMMON = {
    "en": "the of and to in that is was for on with as by at from it said has have were be are this an which not their he",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce avec son ont il cette",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este",
    "it": "di e il la che in un a per è una sono del con non si da le dei alla come della i più ha anche nel gli",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan door ze maar bij uit heeft nog werd",
    "pl": "w i na z do się nie że jest o to jak po za od przez przy który dla oraz są tym był ale także co jego",
    "tr": "ve bir bu da de için ile olarak olan daha gibi çok en ne kadar sonra var ama olduğunu dedi göre tarafından ise her",
    "ru": "и в не на что с по как из у за от это для о к его но все он так был она же бы мы они",
    "uk": "і в не на що з та до за від як про це для у його але із по він так був або під час які що",
    "ar": "في من على إلى أن التي الذي عن مع هذا كان بعد قال ما لا بين هذه أو كما كل قد لم ذلك خلال وقال حيث",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم شد می های نیز اما او گفت",
    "he": "של את על לא זה עם הוא כי גם או אל כל אך היא היה מה אם בין יש רק לאחר אמר",
}
_CODES: dict[str, list[str]] = {}  # of which languages a word is a common one
for _code, _words in _COMMON.items():
    for _word in frozenset(_words.split()):
        _CODES.setdefault(_word, []).append(_code)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")  # scripts that tell the language where words do not
_WORD = re.compile(r"[A-Za-z]++(?![^\W\d_])|[^\W\d_]+")  # the plain words first, at half the time
_SAMPLE = 1500  # characters
_LEAST = 0.12  # share of the words that must be common ones
_FEWEST = 5
_FEWEST_HITS = 3


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language whose commonest words stand out in the first paragraphs, or whose script does; else None."""
    sample = text[:_SAMPLE]
    wide = len(sample.encode("utf-8", "surrogatepass")) >= 2 * len(sample)  # each of these signs takes three bytes
    signs = _UNSPACED.findall(sample) if wide else []
    if len(signs) > max(_FEWEST, len(sample) // 2):
        return "ja" if min(signs) <= "\u30ff" else "ko" if max(signs) >= "\uac00" else "zh"
    words = _WORD.findall(sample.casefold())
    if len(words) < _FEWEST:
        return None
    found = dict.fromkeys(_COMMON, 0)
    for codes in filter(None, map(_CODES.get, words)):
        for code in codes:
            found[code] += 1
    (best, code), (second, _) = sorted(((hits, code) for code, hits in found.items()), reverse=True)[:2]
    return code if best >= _FEWEST_HITS and best >= len(words) * _LEAST and best > second * 1.2 else None
