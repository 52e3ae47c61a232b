"""Texts in, shorter texts out: frequent runs of words as single letters, so that small files compress better.

A file with one or two articles is too short for a compressor to learn the language from; this teaches it in advance.
The letters are some that articles in Vietnamese do not use; a text that does use one is left as it is, behind a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_FIRST, _MOST = 0x0600, 512  # the letters have two bytes each
PLAIN = "\u05ff"  # unassigned in Unicode: begins a text that uses the letters itself
_LETTERS = re.compile(f"[{PLAIN}-{chr(_FIRST + _MOST - 1)}]")
_RUN = re.compile(r"\S+ ?")
_LONGEST_RUN = 3
_CANDIDATES = 2500


class Phrasebook:
    """The phrases of a corpus, in the order of their letters."""

    def __init__(self, sample: Iterable[str]) -> None:
        texts = [" ".join(text.split()) for text in sample]
        counts: Counter[str] = Counter()
        for text in texts:
            runs = _RUN.findall(text)
            for length in range(1, _LONGEST_RUN + 1):
                counts.update("".join(runs[at : at + length]) for at in range(len(runs) - length + 1))
        phrases = _best({p: n for p, n in counts.items() if n > 3 and not _LETTERS.search(p)}, _CANDIDATES)
        # Phrases overlap: what counts is how often each is used beside the others.
        for most in (2 * _MOST, _MOST):
            pattern = _any_of(phrases)
            used = Counter(dict.fromkeys(phrases, 0))
            for text in texts:
                used.update(pattern.findall(text))
            phrases = _best(used, most)
        self.phrases = phrases
        self._letter = {phrase: chr(_FIRST + at) for at, phrase in enumerate(phrases)}
        self._any = _any_of(phrases)

    def shorten(self, text: str) -> str:
        """The text with letters for phrases."""
        if _LETTERS.search(text):
            return PLAIN + text
        return self._any.sub(lambda match: self._letter[match[0]], text)


def _best(times: Mapping[str, int], most: int) -> list[str]:
    """The phrases that save most bytes."""
    saved = {phrase: (len(phrase.encode()) - 2) * count for phrase, count in times.items()}
    return sorted((p for p in saved if saved[p] > 0), key=lambda phrase: (-saved[phrase], phrase))[:most]


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
