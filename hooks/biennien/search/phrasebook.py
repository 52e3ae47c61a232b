"""Texts in, shorter texts out: frequent runs of words as single letters, so that small files compress better.

A file with one or two articles is too short for a compressor to learn the language from; this teaches it in advance. The
letters are some that articles in Vietnamese do not use; a text that does use one is left as it is, behind a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_FIRST, _MOST = 0x0600, 400
PLAIN = "\u05ff"  # unassigned in Unicode: begins a text that uses the letters itself
_LETTERS = re.compile(f"[\u05ff-{chr(_FIRST + _MOST)}]")
_RUN = re.compile(r"\S+ ?")
_LONGEST_RUN = 3
_SEPARATORS = re.compile("[\n\t]")


class Phrasebook:
    """The phrases of a corpus, in the order of their letters."""

    def __init__(self, sample: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        for text in sample:
            runs = _RUN.findall(_SEPARATORS.sub("  ", text))
            for length in range(1, _LONGEST_RUN + 1):
                counts.update("".join(runs[at : at + length]) for at in range(len(runs) - length + 1))
        worth = {phrase: (len(phrase.encode()) - 2) * times for phrase, times in counts.items() if times > 3}
        best = sorted(worth, key=lambda phrase: (-worth[phrase], phrase))[:_MOST]
        self.phrases = [phrase for phrase in best if not _LETTERS.search(phrase)]
        self._letter = {phrase: chr(_FIRST + at) for at, phrase in enumerate(self.phrases)}
        longest_first = sorted(self.phrases, key=lambda phrase: (-len(phrase), phrase))
        self._any = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def shorten(self, text: str) -> str:
        """The text with letters for phrases."""
        if _LETTERS.search(text):
            return PLAIN + text
        return self._any.sub(lambda match: self._letter[match[0]], text)
