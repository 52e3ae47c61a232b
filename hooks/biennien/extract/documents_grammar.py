"""The vocabulary of documents in, compiled patterns out: types, symbols, issuers, plenums and congresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import vocabulary
from .documents_text import ORDINAL, UPPER


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One kind of document. ``bare`` says when a number without a symbol is believed, see document_types.yml."""

    name: str
    code: str
    bare: str
    plenum: bool = False
    congress: bool = False


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: ``level`` is "dang" or "nn", ``body`` the part of the document's id."""

    level: str
    body: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that reading a citation needs, compiled once."""

    anchor: re.Pattern[str]  # groups noun, short, symbol: where a citation may start
    symbol: re.Pattern[str]  # at a number: n, y, t, b or n, y, q, k
    issuer: re.Pattern[str]  # at an issuer's first word: central, local
    issuer_tail: re.Pattern[str]  # on the original text: capitalised words and words like "thành phố"
    between: re.Pattern[str]
    types: dict[str, DocumentType]  # by name as written (lower case)
    shorts: dict[str, DocumentType]
    by_symbol: dict[str, tuple[DocumentType, ...]]  # by symbol in lower case
    printed: dict[str, str]  # "qđns" -> "QĐNS": symbols as they are properly written
    symbol_codes: dict[str, str]
    central: dict[str, Issuer]  # by name
    party_bodies: frozenset[str]  # what stands last in symbols of local committees: "tu", "đu"
    issued: re.Pattern[str]  # behind a bare number: " của Thành ủy"
    not_after: re.Pattern[str]  # words that make a bare number a quantity
    after: frozenset[str]

    def code(self, type_name: str, symbol: str | None) -> str:
        """The part of a document's id that stands for its type: "nq", or "qdns" for a symbol of its own."""
        if symbol:
            for part in re.split(r"[-/]", symbol):
                if part in self.symbol_codes:
                    return self.symbol_codes[part]
        found = self.types.get(type_name)
        return found.code if found else type_name.replace(" ", "-")


# Plenums of the Central Committee: "Trung ương 4", "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng", "TW4".
_CENTRAL_COMMITTEE = r"(?:ban chấp hành |bch ?)?(?:trung ương|tw|tư|t\.ư\.?|t\.w\.?)(?: đảng)?"
PLENUM = re.compile(
    rf"(?:của )?(?:"
    rf"(?:các )?(?:hội nghị )?{_CENTRAL_COMMITTEE}(?: ?\(?(?:lần|lần thứ|thứ) )? ?(?P<a>{ORDINAL})"
    rf"|hội nghị (?:lần )?thứ (?P<b>{ORDINAL}),? ?\(?(?:(?:của )?{_CENTRAL_COMMITTEE}(?![^\W_])|(?=khóa ))"
    rf")"
)
PLENUM_MORE = re.compile(r"\s*(?:,|và)\s*(\d{1,2})(?![\w%]|[.,/-]\d)")
TERM = re.compile(rf"khóa (?:thứ )?(?P<n>{ORDINAL})")
TERM_MORE = re.compile(r"\s*(?:,|và|-)\s*(?:khóa )?(?P<n>[ivx]{1,6})(?![^\W_])")
DAY = re.compile(
    r"(?:ngày )?(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|ngày (?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2}) năm (?P<y2>(?:19|20)\d\d)(?!\d)"
)
YEAR = re.compile(r"năm ((?:19|20)\d\d)(?!\s?[-–]\s?\d|\d)")
TITLE = re.compile(
    r"\s{0,2}[,(]?\s{0,2}(?:\"(?P<q>[^\"]{3,300})\"|về(?: việc)?\s{1,2}(?:\"(?P<r>[^\"]{3,300})\"|"
    r"(?P<w>[^.;:()\"]{3,200})))"
)
# A title without quotes runs over commas until the sentence goes on with something else.
TITLE_END = re.compile(
    r"(?:, | )(?<!không )(?=(?:gắn với|gắn|nhằm|đồng thời|trong đó|góp phần|tạo|theo|được|đã|đang|sẽ|là|có|cũng như|"
    r"cùng với|ông|bà|đồng chí|"
    r"nghị quyết|chỉ thị|kết luận|quy định|quyết định|kế hoạch|các (?:nghị quyết|chỉ thị|văn bản)|"
    r"diễn ra|ban hành)(?![^\W_]))"
    # Behind a comma the sentence's own subject or time.
    r"|, (?=(?:(?:những|trong những|trong|nhiều|các) năm|thời gian|trong thời gian|đến nay|hiện nay|các cấp|các ngành|"
    r"các địa phương|các đơn vị|cả nước|toàn (?:tỉnh|đảng bộ|ngành)|đảng bộ|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|"
    r"ubnd|hđnd|tuy nhiên|cần|chúng ta)(?![^\W_]))"
)
# One step of a congress's name, after "đại hội".
CONGRESS_STEP = re.compile(
    rf"(?P<space>[\s,(]{{0,3}})(?:"
    rf"(?P<generic>(?:đảng (?:bộ )?)?(?:các cấp|cấp mình|cấp trên|cấp cơ sở|cơ sở))(?![^\W_])"
    rf"|(?P<national>đại biểu toàn quốc|toàn quốc|của đảng(?! bộ| ủy)|đảng(?: cộng sản việt nam)?(?= lần| toàn| khóa|"
    rf" thứ| [ivx]+\b))"
    rf"|đại biểu(?![^\W_])"
    rf"|(?:lần|khóa) (?:thứ )?(?P<n>{ORDINAL})|thứ (?P<n2>{ORDINAL})|(?P<n3>[ivx]{{1,7}})(?![^\W_])"
    # "Nghị quyết Đại hội 12 của Đảng", "Đại hội 16 Đảng bộ thành phố"
    rf"|(?P<n4>\d{{1,2}})(?=(?: của)? đảng(?![^\W_])|\s?(?:[,;.)]|$))"
    rf"|nhiệm kỳ (?P<y>(?:19|20)\d\d)\s?-\s?(?:19|20)?\d\d(?!\d)"
    rf"|(?:của |tại )?(?P<body>đảng bộ|đảng ủy|chi bộ|các cơ quan đảng|công đoàn|đoàn|hội|mttq|mặt trận)(?![^\W_])"
    rf")\)?"
)


_NAMED = re.compile(r"\(\?P<\w+>")


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=4)
def grammar(extension: Path | None = None) -> Grammar:
    """The compiled grammar; ``extension`` is the editors' folder of vocabulary."""
    data: Any = vocabulary.words("document_types", extension)
    issuers: Any = vocabulary.words("issuers", extension)
    bodies: Any = vocabulary.words("document_bodies", extension)
    types: dict[str, DocumentType] = {}
    shorts: dict[str, DocumentType] = {}
    by_symbol: dict[str, list[DocumentType]] = {}
    printed: dict[str, str] = {}
    for entry in data["types"]:
        kind = DocumentType(
            entry["name"],
            entry["code"],
            entry.get("bare", "number"),
            entry.get("plenum", False),
            entry.get("congress", False),
        )
        for name in (entry["name"], *entry.get("names", ())):
            types[name] = kind
        for short in entry.get("short", ()):
            shorts[short.lower()] = kind
        for symbol in entry.get("symbols", ()):
            by_symbol.setdefault(symbol.lower(), []).append(kind)
            printed.setdefault(symbol.lower(), symbol)
    codes = _alternatives(list(by_symbol))
    # A portal loses blanks: "Nghị quyết số 167/2024/QH15của Quốc hội".
    over = r"(?:(?![^\W_])|(?=(?:của|về|ngày|điều chỉnh|phê chuẩn|quy định|thành lập|ban hành|sửa đổi)(?![^\W_])))"
    tail = rf"(?P<b>[a-zđư]{{1,12}}\d{{0,2}}(?:-[a-zđ]{{1,8}}){{0,2}}){over}"
    n = r"(?P<n>\d{1,5}(?:[a-z](?=\s?[-/]))?)"
    year = r"(?:(?P<y>(?:19|20)\d\d)\s{0,2}[-/]\s{0,2})?"
    symbol = (
        rf"{n}\s{{0,2}}[-/]?\s{{0,2}}(?:{year}(?P<t>{codes})(?:\s{{0,2}}[-/]\s{{0,2}}|(?=tw|tu)){tail}"
        rf"|(?P<y2>(?:19|20)\d\d)\s?/\s?(?P<q>ubtvqh|qh)\s?(?P<k>\d{{0,2}}){over})"
    )
    central: dict[str, Issuer] = {}
    for entry in issuers["central"]:
        for name in entry["names"]:
            central[name] = Issuer(entry["level"], entry["body"], entry["symbol"])
    prefix = rf"(?:(?:{_alternatives(issuers['prefixes'])}) ){{0,2}}"
    local = _alternatives([*issuers["local_party"], *issuers["local_state"]])
    inside = _alternatives(issuers["inside"])
    owners = [*issuers["local_party"], *issuers["local_state"], *issuers["owners"]]
    return Grammar(
        anchor=re.compile(
            rf"(?P<noun>{_alternatives(list(types))})(?![^\W_])"
            rf"|(?P<short>{_alternatives(list(shorts))})(?=[ -]?(?:số )?\d|[ -]?tw ?\d|[ -]?tư ?\d| đại hội)"
            rf"|(?P<symbol>{_NAMED.sub('(?:', symbol)})"
        ),
        symbol=re.compile(symbol),
        issued=re.compile(rf"\s(?:của|do)\s(?:{_alternatives([*central, *issuers['prefixes'], *owners])})(?![^\W_])"),
        issuer=re.compile(
            rf"(?:(?P<central>{_alternatives(list(central))})(?![^\W_])"
            rf"|(?P<local>{prefix}(?:{local})(?![^\W_]))|(?P<ministry>(?:bộ trưởng )?bộ "
            rf"(?:(?:{_alternatives(issuers['ministries'])})(?![^\W_])|(?=[^\W\d_]))))"
        ),
        issuer_tail=re.compile(
            rf"(?:(?:[ \u00a0]{{1,2}}|(?<=[.])"
            rf"|[ \u00a0]?[-–—][ \u00a0]?(?=[{UPPER}])(?!(?i:ảnh|nguồn|đồ họa|video)(?![^\W_])))"
            rf"(?:(?i:tp)\.|(?i:{inside})(?![^\W_])|(?:(?<=Đại )|(?<=Khoa ))học(?![^\W_])|"
            rf"[{UPPER}][^\W_]*(?:\.(?=[^\W_]))?)){{1,14}}"
        ),
        between=re.compile(rf"(?:\s(?:{_alternatives(data['between'])}|trên|sau|này)){{1,3}}"),
        types=types,
        shorts=shorts,
        by_symbol={key: tuple(value) for key, value in by_symbol.items()},
        printed=printed,
        symbol_codes=dict(data.get("symbol_codes", {})),
        central=central,
        party_bodies=frozenset(body.lower() for body in bodies["symbols"]["party_local"]),
        not_after=re.compile(rf"\s(?:{_alternatives(data['not_after_number'])})(?![^\W_])"),
        after=frozenset(data["after_number"]),
    )
