"""The data files described: every field's type and meaning, in Vietnamese, as data. ``records`` is what is described.

The data page, ``datapackage.json`` and the tests read it; a test compares it with the records, key by key.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from .. import words

FieldType = Literal["text", "date", "integer", "boolean", "quantity", "object", "texts", "objects", "map"]

# How the types are told to people. "quantity" is a number, or a list of the low and the high end of a range.
TYPE_NAMES: dict[FieldType, str] = {
    "text": "chữ",
    "date": "ngày (ISO 8601)",
    "integer": "số nguyên",
    "boolean": "đúng/sai",
    "quantity": "số, hoặc [thấp, cao]",
    "object": "đối tượng",
    "texts": "danh sách chữ",
    "objects": "danh sách đối tượng",
    "map": "bảng tra",
}


class Field(NamedTuple):
    """One field. ``fields`` are those of an object or of each item of a list; ``values`` all values it may have."""

    name: str
    type: FieldType
    meaning: str
    null: bool = False  # whether it may be null: not known, or not said
    fields: tuple[Field, ...] = ()
    values: tuple[tuple[str, str], ...] = ()  # (value, what it means)
    links: str = ""  # name of the table whose id it holds


class Table(NamedTuple):
    """One data file: a list of records, or for ``articles/<id>.json`` one record."""

    name: str
    file: str  # relative to the site
    title: str
    meaning: str
    fields: tuple[Field, ...]


def _evidence(*more: Field) -> tuple[Field, ...]:
    return (
        Field("block", "text", "mã đoạn trong bài, như “b3”"),
        Field("start", "integer", "vị trí đầu trong đoạn, đếm theo ký tự Unicode từ 0"),
        Field("end", "integer", "vị trí cuối; text[start:end] đúng là chữ đã in"),
        *more,
    )


def _pairs(meanings: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(meanings.items())


_RULE = Field("rule", "text", "tên quy tắc đã nhận ra; rỗng khi biên tập viên nêu")
_PRECISION = (
    ("day", "rõ ngày"),
    ("month", "chỉ rõ tháng"),
    ("year", "chỉ rõ năm"),
    ("not_after", "chỉ biết không muộn hơn một ngày"),
    ("unknown", "không rõ"),
)
_OFFICE_STATUS = (
    ("current", "đương nhiệm theo lời báo"),
    ("former", "nguyên, cựu"),
    ("incoming", "mới nhận"),
    ("outgoing", "thôi giữ"),
    ("acting", "quyền, phụ trách"),
)
_BLOCK_KINDS = (
    ("headline", "đầu đề in trong bài"),
    ("lead", "câu mở đầu"),
    ("paragraph", "đoạn văn"),
    ("subhead", "đề mục"),
    ("caption", "chú thích ảnh"),
    ("credit", "dòng ghi người chụp"),
    ("byline", "dòng ghi người viết"),
    ("boilerplate", "nhãn trang, nút bấm"),
    ("teaser", "mẩu của bài khác"),
)
_WHEN = (
    Field("date", "date", "ngày họp, hoặc ngày đầu", null=True),
    Field("date_end", "date", "ngày cuối, khi họp nhiều ngày", null=True),
    Field("date_precision", "text", "ngày rõ đến đâu", values=_PRECISION),
    Field("date_basis", "text", "ngày dựa vào đâu", values=_pairs(words.DATE_BASES)),
    Field("date_reason", "text", "vì sao là ngày ấy"),
    Field("date_not_after", "date", "không muộn hơn ngày này, khi chỉ biết thế", null=True),
)
_PART = Field(
    "part_of_day", "text", "buổi họp", null=True, values=tuple((p, p) for p in ("sáng", "trưa", "chiều", "tối"))
)
_KIND = Field("kind", "text", "loại cuộc họp: “hội nghị tổng kết”, “đại hội”", null=True)
_PLACE = Field("place", "text", "mã địa phương", null=True)
_PLACE_WHY = (
    Field("place_basis", "text", "nơi họp dựa vào đâu", values=_pairs(words.PLACE_BASES)),
    Field("place_reason", "text", "vì sao là nơi ấy"),
)
_SESSION = (
    Field("venue", "text", "hội trường, trụ sở", null=True),
    Field("session", "text", "lần họp thứ mấy", null=True),
    Field("term", "text", "khóa hoặc nhiệm kỳ", null=True),
)
_FIGURE = (
    Field("what", "text", "con số đếm hay đo cái gì"),
    Field("value", "quantity", "giá trị; khoảng thì là [thấp, cao]"),
    Field("qualifier", "text", "chữ kèm theo như đã in: “gần”, “hơn”", null=True),
    Field("unit", "text", "đơn vị như đã in: “%”, “tỷ đồng”", null=True),
    Field("subject", "text", "của ai, như đã in", null=True),
    Field("organization", "text", "mã tổ chức có số liệu ấy", null=True, links="organizations"),
    Field("as_of", "date", "số liệu tính đến ngày nào", null=True),
    Field("evidence", "object", "chỗ in trong bài", fields=_evidence()),
)

ARTICLES = Table(
    "articles",
    "data/articles.json",
    "Bài viết",
    "Mỗi bản ghi là một bài viết cùng mọi điều đọc được từ bài.",
    (
        Field("id", "text", "mã bài: tên tệp nguồn không có đuôi"),
        Field("path", "text", "đường dẫn tệp nguồn"),
        Field("url", "text", "địa chỉ trang, tính từ gốc của kho"),
        Field("title", "text", "đầu đề"),
        Field(
            "title_basis",
            "text",
            "đầu đề lấy từ đâu",
            values=(("stated", "in trong bài"), ("derived", "lấy từ câu mở đầu"), ("editor", "biên tập viên đặt")),
        ),
        Field(
            "form",
            "text",
            "toàn văn hay bản tóm lược",
            values=(("full", "toàn văn của tòa soạn"), ("summary", "bản tóm lược do kho viết theo bài của tòa soạn")),
        ),
        Field("published", "date", "ngày tòa soạn đăng bài", null=True),
        Field(
            "published_basis",
            "text",
            "ngày đăng lấy từ đâu",
            values=(("editor", "biên tập viên nêu"), ("stamp", "dấu ngày ở đầu văn bản"), ("unknown", "không rõ")),
        ),
        Field(
            "source",
            "object",
            "nơi đăng",
            fields=(
                Field("name", "text", "tên tòa soạn như biên tập viên nêu", null=True),
                Field("url", "text", "địa chỉ bài gốc", null=True),
                Field("retrieved", "date", "ngày lấy bài về", null=True),
                Field("outlet", "text", "mã tòa soạn trong danh mục", null=True),
            ),
        ),
        Field("byline", "texts", "người viết như đã in"),
        Field("meeting", "text", "mã cuộc họp mà bài đưa tin", links="meetings"),
        Field(
            "event",
            "object",
            "cuộc họp theo lời riêng bài này; bản ghi trong meetings.json tổng hợp mọi bài",
            fields=(
                *_WHEN,
                Field("date_evidence", "object", "chỗ in ngày", null=True, fields=_evidence()),
                _PART,
                _KIND,
                Field("body", "text", "cơ quan họp như đã in", null=True),
                Field("body_evidence", "object", "chỗ in tên cơ quan", null=True, fields=_evidence()),
                _PLACE,
                *_PLACE_WHY,
                Field("place_evidence", "object", "chỗ in nơi họp", null=True, fields=_evidence()),
                *_SESSION,
                Field("purpose", "text", "câu mở đầu nói họp để làm gì", null=True),
            ),
        ),
        Field(
            "people",
            "objects",
            "người trong bài",
            fields=(
                Field("person", "text", "mã người", links="people"),
                Field("name_as_written", "text", "tên như in ở lần đầu"),
                Field("role", "text", "vai trò tại cuộc họp theo bài này", values=_pairs(words.ROLES)),
                Field("stated_by_editor", "boolean", "biên tập viên nêu, không phải máy đọc"),
                Field(
                    "offices",
                    "objects",
                    "chức vụ như in trong bài này",
                    fields=(
                        Field("label", "text", "chức vụ"),
                        Field("organization", "text", "của cơ quan nào, như đã in", null=True),
                        Field("organization_id", "text", "mã tổ chức", null=True, links="organizations"),
                        Field(
                            "organization_basis",
                            "text",
                            "tên cơ quan lấy từ đâu",
                            values=(("printed", "in ngay cạnh chức vụ"), ("inferred", "suy từ lời văn bên cạnh")),
                        ),
                        Field("status", "text", "tình trạng chức vụ theo lời báo", values=_OFFICE_STATUS),
                        _RULE,
                        Field("evidence", "object", "chỗ in cả chức vụ", fields=_evidence()),
                    ),
                ),
                Field(
                    "evidence",
                    "objects",
                    "mọi chỗ bài nói tới người ấy; chỗ đầu là tên đầy đủ",
                    fields=_evidence(
                        Field(
                            "form",
                            "text",
                            "cách gọi",
                            values=(
                                ("full", "đủ họ tên"),
                                ("short", "gọi tắt: “ông Dụ”"),
                                ("honorific", "chỉ danh xưng: “đồng chí”"),
                                ("office", "chỉ chức vụ"),
                            ),
                        ),
                        _RULE,
                    ),
                ),
                _RULE,
            ),
        ),
        Field(
            "documents",
            "objects",
            "văn kiện bài nhắc tới, mỗi lần một mục",
            fields=(
                Field("document", "text", "mã văn kiện", links="documents"),
                Field("as_written", "text", "cách viết trong bài"),
                Field("relation", "text", "bài nói văn kiện được làm gì", values=_pairs(words.RELATIONS)),
                Field("evidence", "object", "chỗ in trong bài", fields=_evidence()),
                _RULE,
            ),
        ),
        Field(
            "captions",
            "objects",
            "chú thích ảnh",
            fields=(
                Field("block", "text", "mã đoạn"),
                Field("text", "text", "lời chú thích"),
                Field("credit", "text", "người chụp như đã in", null=True),
            ),
        ),
        Field("figures", "objects", "số liệu trong bài", fields=_FIGURE),
        Field(
            "statements",
            "objects",
            "lời của ai",
            fields=(
                Field("person", "text", "mã người nói", links="people"),
                *_evidence(),
                Field("quoted", "boolean", "đúng: lời trong ngoặc kép; sai: lời được thuật lại"),
                _RULE,
            ),
        ),
        Field("sha256", "text", "mã băm của tệp nguồn"),
    ),
)
BLOCKS = Table(
    "blocks",
    "data/articles/<mã bài>.json",
    "Lời văn từng bài",
    "Mỗi tệp giữ nguyên văn một bài, chia thành đoạn; mọi dẫn chứng trỏ vào đây.",
    (
        Field("id", "text", "mã bài", links="articles"),
        Field(
            "blocks",
            "objects",
            "các đoạn theo thứ tự đọc",
            fields=(
                Field("id", "text", "mã đoạn, cũng là mã neo trên trang"),
                Field("kind", "text", "loại đoạn", values=_BLOCK_KINDS),
                Field("text", "text", "lời văn, Unicode dựng sẵn (NFC)"),
                Field("line", "integer", "dòng trong tệp nguồn, đếm từ 1"),
                Field("credit", "text", "người chụp; chỉ có ở chú thích ảnh ghi người chụp"),
            ),
        ),
    ),
)
MEETINGS = Table(
    "meetings",
    "data/meetings.json",
    "Cuộc họp",
    "Mỗi bản ghi là một cuộc họp, do một hay nhiều bài đưa tin.",
    (
        Field("id", "text", "mã cuộc họp"),
        Field("url", "text", "địa chỉ trang"),
        Field("title", "text", "tên gọi"),
        *_WHEN,
        _PART,
        _KIND,
        Field("body", "text", "mã tổ chức họp", null=True, links="organizations"),
        Field("body_name", "text", "tên tổ chức họp", null=True),
        _PLACE,
        Field("place_name", "text", "tên địa phương", null=True),
        *_PLACE_WHY,
        *_SESSION,
        Field("articles", "texts", "mã các bài đưa tin", links="articles"),
        Field("people", "texts", "mã những người các bài nêu tên", links="people"),
        Field("roles", "map", "mã người → vai trò rõ nhất qua các bài", values=_pairs(words.ROLES)),
        Field("documents", "texts", "mã các văn kiện được nhắc", links="documents"),
        Field(
            "differences",
            "objects",
            "chỗ các bài nói khác nhau",
            fields=(
                Field("what", "text", "khác nhau về điều gì"),
                Field(
                    "values",
                    "objects",
                    "từng giá trị",
                    fields=(
                        Field("value", "text", "giá trị"),
                        Field(
                            "articles",
                            "objects",
                            "những bài nói thế",
                            fields=(
                                Field("article", "text", "mã bài", links="articles"),
                                Field("evidence", "object", "chỗ in", null=True, fields=_evidence()),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Field("joined_because", "texts", "vì sao các bài được coi là nói về một cuộc họp"),
    ),
)
PEOPLE = Table(
    "people",
    "data/people.json",
    "Nhân sự",
    "Mỗi bản ghi là một người; hai người trùng tên không bị gộp.",
    (
        Field("id", "text", "mã người"),
        Field("url", "text", "địa chỉ trang"),
        Field("name", "text", "họ tên"),
        Field("sort_key", "text", "khóa sắp xếp theo tên gọi, thứ tự chữ cái tiếng Việt"),
        Field("other_names", "texts", "tên khác, cách viết khác"),
        Field(
            "offices",
            "objects",
            "chức vụ đã thấy trên báo",
            fields=(
                Field("label", "text", "chức vụ"),
                Field("organization", "text", "tên tổ chức", null=True),
                Field("organization_id", "text", "mã tổ chức", null=True, links="organizations"),
                Field("status", "text", "tình trạng theo lời báo", values=_OFFICE_STATUS),
                Field("first", "date", "lần đầu thấy trên báo; không phải ngày nhận chức", null=True),
                Field("last", "date", "lần cuối thấy trên báo; không phải ngày thôi chức", null=True),
                Field(
                    "sources",
                    "objects",
                    "mọi chỗ in chức vụ ấy",
                    fields=(
                        Field("article", "text", "mã bài", links="articles"),
                        *_evidence(),
                        Field("date", "date", "ngày họp, hoặc ngày đăng khi không rõ ngày họp", null=True),
                    ),
                ),
            ),
        ),
        Field("articles", "texts", "mã các bài có người ấy", links="articles"),
        Field("meetings", "texts", "mã các cuộc họp có người ấy", links="meetings"),
        Field("namesakes", "texts", "mã những người khác cùng tên", links="people"),
        Field("reasons", "texts", "vì sao các lần nêu tên được coi là một người"),
        Field("note", "text", "ghi chú của biên tập viên", null=True),
        Field("reviewed", "boolean", "biên tập viên đã xác nhận trong danh mục"),
    ),
)
DOCUMENTS = Table(
    "documents",
    "data/documents.json",
    "Văn kiện",
    "Mỗi bản ghi là một văn kiện đã xác định, hoặc một cách dẫn chưa xác định được cùng các khả năng.",
    (
        Field("id", "text", "mã văn kiện; chưa xác định được thì bắt đầu bằng “chua-ro/”"),
        Field("url", "text", "địa chỉ trang"),
        Field("type", "text", "loại: nghị quyết, chỉ thị, kết luận…"),
        Field("number", "text", "số", null=True),
        Field("symbol", "text", "số và ký hiệu: “18-NQ/TW”", null=True),
        Field("name", "text", "tên gọi trên trang"),
        Field("issuer", "text", "cơ quan ban hành", null=True),
        Field("term", "text", "khóa, chữ số La Mã", null=True),
        Field("year", "integer", "năm", null=True),
        Field("date", "date", "ngày ban hành", null=True),
        Field(
            "dates",
            "objects",
            "khi các nguồn ghi ngày khác nhau",
            fields=(Field("date", "date", "ngày"), Field("source", "text", "đọc ở đâu")),
        ),
        Field("title", "text", "trích yếu", null=True),
        Field(
            "status",
            "text",
            "đã xác định được hay chưa",
            values=(("identified", "đã xác định"), ("unresolved", "chưa xác định được")),
        ),
        Field("reason", "text", "vì sao xác định thế, hoặc vì sao chưa được"),
        Field("candidates", "texts", "mã các khả năng; có thể là văn kiện chưa có trong kho"),
        Field("sources", "texts", "đọc ở đâu"),
        Field("note", "text", "ghi chú của biên tập viên", null=True),
        Field(
            "citations",
            "objects",
            "mọi lần báo nhắc",
            fields=(
                Field("article", "text", "mã bài", links="articles"),
                Field("as_written", "text", "cách viết trong bài"),
                Field("relation", "text", "bài nói văn kiện được làm gì", values=_pairs(words.RELATIONS)),
                *_evidence(),
                Field("reason", "text", "vì sao hiểu là văn kiện này"),
            ),
        ),
    ),
)
ORGANIZATIONS = Table(
    "organizations",
    "data/organizations.json",
    "Tổ chức",
    "Mỗi bản ghi là một tổ chức có họp, có người giữ chức vụ hoặc có số liệu trong bài.",
    (
        Field("id", "text", "mã tổ chức: <địa phương>/<tên không dấu>"),
        Field("url", "text", "địa chỉ trang"),
        Field("name", "text", "tên"),
        Field("kind", "text", "loại: đảng ủy, ubnd, ban đảng…", null=True),
        Field("place", "text", "mã địa phương", null=True),
        Field("parent", "text", "mã tổ chức cấp trên", null=True, links="organizations"),
        Field("predecessor", "text", "mã tổ chức tiền thân", null=True, links="organizations"),
        Field("successor", "text", "mã tổ chức kế thừa", null=True, links="organizations"),
        Field("aliases", "texts", "các cách viết trên báo"),
        Field("meetings", "texts", "mã các cuộc họp của tổ chức", links="meetings"),
        Field("people", "texts", "mã những người báo in kèm chức vụ tại tổ chức", links="people"),
        Field("note", "text", "ghi chú của biên tập viên", null=True),
        Field("registered", "boolean", "có trong danh mục do biên tập viên lập"),
    ),
)
FIGURES = Table(
    "figures",
    "data/figures.json",
    "Số liệu",
    "Mỗi bản ghi là một con số một bài đã in; các con số không bị gộp hay tính trung bình.",
    (
        Field("series", "text", "mã chuỗi: cùng tổ chức, cùng đại lượng qua thời gian"),
        Field("article", "text", "mã bài", links="articles"),
        Field("meeting", "text", "mã cuộc họp", links="meetings"),
        Field("date", "date", "ngày của số liệu trong chuỗi", null=True),
        *_FIGURE,
    ),
)
PROBLEMS = Table(
    "problems",
    "data/problems.json",
    "Điều cần xem",
    "Mỗi bản ghi là một điều biên tập viên nên xem lại.",
    (
        Field("code", "text", "mã của loại vấn đề: “BN040”"),
        Field("severity", "text", "mức độ", values=(("error", "lỗi"), ("warning", "cần xem"), ("info", "để biết"))),
        Field("path", "text", "tệp"),
        Field("line", "integer", "dòng; 0 khi nói về cả tệp"),
        Field("message", "text", "vấn đề"),
        Field("hint", "text", "cách sửa"),
    ),
)

# The list files, in the order in which ``records.tables`` gives them.
TABLES: tuple[Table, ...] = (ARTICLES, MEETINGS, PEOPLE, DOCUMENTS, ORGANIZATIONS, FIGURES, PROBLEMS)


class Extra(NamedTuple):
    """A file to take away that is no list of records of the archive's own form."""

    file: str
    mediatype: str
    title: str
    meaning: str


SQLITE = Extra(
    "data/archive.sqlite",
    "application/vnd.sqlite3",
    "SQLite",
    "Mọi bảng trên và lời văn các bài trong một tệp SQLite.",
)
POPOLO = Extra(
    "data/popolo.json",
    "application/json",
    "Popolo",
    "Người, tổ chức, chức vụ, cuộc họp và lời nói theo chuẩn Popolo.",
)
BIBTEX = Extra("data/citations.bib", "application/x-bibtex", "BibTeX", "Trích dẫn của cả kho cho phần mềm tài liệu.")
RIS = Extra("data/citations.ris", "application/x-research-info-systems", "RIS", "Trích dẫn của cả kho, dạng RIS.")
CSL = Extra(
    "data/citations.csl.json",
    "application/vnd.citationstyles.csl+json",
    "CSL-JSON",
    "Trích dẫn của cả kho, dạng CSL-JSON.",
)
EXTRAS: tuple[Extra, ...] = (SQLITE, POPOLO, BIBTEX, RIS, CSL)
