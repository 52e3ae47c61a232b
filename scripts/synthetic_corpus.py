#!/usr/bin/env python3
"""Make a synthetic corpus: seeds and a size in, newspaper-like source articles out, each with the facts it was made
from.

Everything here is invented: provinces, papers, documents, projects and people. Given names are syllables that
Vietnamese could have but hardly uses as names, so that no real person is meant. The genre is real: dated leads,
offices before and after names, shared introductions, cited documents, figures with qualifiers, captions with credits,
bylines, stamps.

    for name, text, facts in generate(1000, seed=7): ...

The same (count, seed) gives the same bytes on every machine. ``facts`` is a plain dictionary (see ``Facts``), made
while the sentences were made and not read back out of them, so that a reader of the articles can be measured against
it.

As a script: synthetic_corpus.py COUNT FOLDER [--seed N] writes the articles, and their facts to FOLDER/facts.jsonl.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict


class Facts(TypedDict):
    """What one article says. Dates are ISO strings; names and offices are exactly as printed."""

    id: str
    title: str
    title_stated: bool  # false: the text carries no headline
    published: str | None
    outlet: str | None
    date: str
    part_of_day: str | None
    kind: str
    body: str
    place: str
    venue: str | None
    people: list[dict[str, Any]]  # name, role, offices[]
    documents: list[dict[str, Any]]  # as_written, type, number, symbol, issuer, relation
    figures: list[dict[str, Any]]  # what, value, qualifier, unit
    captions: list[dict[str, Any]]  # text, credit
    statements: list[dict[str, Any]]  # person, text
    subheads: list[str]
    byline: list[str]


def _list(text: str) -> tuple[str, ...]:
    return tuple(item for item in (" ".join(part.split()) for part in text.split("|")) if item)


# --- the invented world -------------------------------------------------------------------------------------------
SURNAMES = _list(
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Tạ|Lương|Đoàn|Cao|Hà|Tăng|"
    "Lâm|Thái|Quách|Từ|Châu"
)
MIDDLES_MEN = _list("Văn|Đức|Hữu|Quốc|Công|Đình|Quang|Minh|Xuân|Gia|Bá|Trọng|Thế|Viết|Duy|Tấn")
MIDDLES_WOMEN = _list("Thị|Thị Thu|Thị Kim|Ngọc|Thị Hồng|Thị Ngọc|Bích|Thị Minh|Thị Bạch")
# Syllables that obey the rules of Vietnamese spelling and are (next to) no given names.
GIVENS = _list(
    "Yếm|Chẳm|Thỏi|Khoáy|Chừ|Nhược|Diềm|Dũn|Khẽ|Bưởng|Quậng|Trưỡng|Loắt|Phỏng|Ướm|Chuốt|Dẫu|Hẳn|Khoắt|Ngoéo|Nhoáng|"
    "Luễn|Phấp|Quẩy|Rạo|Sánh|Thoảng|Tróc|Vẳng|Xuyết|Đượm|Ghép|Hoắc|Kiểng|Lẫm|Xẳng|Nghĩnh|Nhuần|Phượt|Quýt|Rỡ|Oẹo|"
    "Thoắng|Trỗi|Uẩn|Vạu|Xướng|Mựa|Ấp|Bẵng|Cỡm|Dĩnh|Đắm|Giỗm|Hẩng|Khảm|Thuỗn|Mẩy|Nén|Nhẫm|Ổi|Phếp|Quyện|Rèn|Soãi|"
    "Thẻn|Tỉm|Vẽ|Xếp|Đẵng"
)
PROVINCES = _list(
    "Bình Mẫu|Phú Thử|An Ví|Long Dụ|Hòa Giả|Tân Phỏng|Vĩnh Thí|Quảng Nháp|Thanh Chừng|Lộc Đoán|Bắc Ướm|Nam Tỉ|"
    "Đông Luyện|Tây Thảo|Khánh Mô|Sơn Hình|Hải Tượng|Giang Bản|Ninh Kiểu|Thượng Chước|Hạ Phác|Trung Dạng"
)
OUTLETS = _list(
    "Báo {p}|Đài PT-TH {p}|Thời báo Phỏng Dụ|Nhật báo Thí Dụ|Tin Mẫu|Báo Công vụ Giả Định|Tạp chí Ví Von|Diễn đàn Nháp|"
    "Bản tin Bình Mẫu 24|Báo Thử Nghiệm"
)
_ONSETS = _list("b|c|ch|d|đ|g|gi|h|kh|l|m|n|nh|ph|qu|r|s|t|th|tr|v|x")
_RIMES = _list(
    "a|ai|an|ang|anh|ao|au|ay|ăn|ăng|âm|ân|âu|ây|e|en|eo|ê|ên|êm|i|iên|iêm|iêu|inh|o|oa|oan|oi|on|ong|ô|"
    "ôi|ôn|ông|ơ|ơi|ơn|u|ua|ui|un|ung|uyên|ư|ưa|ương|ươi"
)
_TONES = ("", "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def _syllable(rng: random.Random) -> str:
    """A syllable of right spelling: for names of hamlets, canals and companies that exist nowhere."""
    while True:
        onset, rime, mark = rng.choice(_ONSETS), rng.choice(_RIMES), rng.choice(_TONES)
        if onset == "qu" and rime[0] in "uoôơư":
            continue
        if onset in ("c", "g") and rime[0] in "iêe":
            continue
        marked = [i for i, letter in enumerate(rime) if letter in "ăâêôơư"]
        vowels = [i for i, letter in enumerate(rime) if letter in "aăâeêioôơuưy"]
        at = marked[-1] if marked else vowels[0] if len(vowels) < 2 or rime[-1] in "aeiouy" else vowels[-1]
        return unicodedata.normalize("NFC", onset + rime[: at + 1] + mark + rime[at + 1 :])


def _name_of_place(rng: random.Random) -> str:
    return f"{_syllable(rng).capitalize()} {_syllable(rng).capitalize()}"


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody holds: as printed in full, and the body of which it is."""

    printed: str
    label: str
    organization: str


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person with offices and a form of address."""

    name: str
    woman: bool
    place: str
    offices: tuple[Office, ...]

    @property
    def given(self) -> str:
        return self.name.rsplit(" ", 1)[-1]

    @property
    def address(self) -> str:
        return "bà" if self.woman else "ông"


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented document: "Nghị quyết số 412-NQ/TU" of a committee, about something."""

    type: str
    number: str
    symbol: str
    issuer: str
    subject: str
    year: int


@dataclass(frozen=True, slots=True)
class Body:
    """An invented body that meets."""

    name: str
    place: str
    short: str


@dataclass(slots=True)
class World:
    """All that recurs over the articles of one corpus."""

    bodies: list[Body] = field(default_factory=list)
    people: dict[str, list[Person]] = field(default_factory=dict)  # by place
    papers: dict[str, list[Paper]] = field(default_factory=dict)  # by place; "" for those of the centre
    reporters: list[str] = field(default_factory=list)
    rare: list[str] = field(default_factory=list)  # words that hardly any reader knows, each in a few articles only


_OFFICES = _list(
    "Bí thư Tỉnh ủy {p}|Phó Bí thư Thường trực Tỉnh ủy {p}|Phó Bí thư Tỉnh ủy {p}|Chủ tịch UBND tỉnh {p}|"
    "Phó Chủ tịch UBND tỉnh {p}|Chủ tịch HĐND tỉnh {p}|Trưởng Ban Tổ chức Tỉnh ủy {p}|"
    "Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy {p}|Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy {p}|Chánh Văn phòng Tỉnh ủy {p}|"
    "Giám đốc Sở Nội vụ {p}|Giám đốc Sở Tài chính {p}|Giám đốc Công an tỉnh {p}|Bí thư Tỉnh Đoàn {p}|"
    "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh {p}|Bí thư Đảng ủy phường {w}|Chủ tịch UBND phường {w}|Bí thư Đảng ủy xã {w}|"
    "Phó Chủ tịch HĐND xã {w}|Trưởng phòng Văn hóa - Xã hội phường {w}"
)
_BODIES = _list(
    "Tỉnh ủy {p}|Ban Tổ chức Tỉnh ủy {p}|Ban Tuyên giáo và Dân vận Tỉnh ủy {p}|Ủy ban Kiểm tra Tỉnh ủy {p}|"
    "Đảng ủy các cơ quan Đảng tỉnh {p}|Đảng ủy UBND tỉnh {p}|HĐND tỉnh {p}|UBND tỉnh {p}|Tỉnh Đoàn {p}|"
    "Ủy ban MTTQ Việt Nam tỉnh {p}|Đảng ủy phường {w}|Đảng ủy xã {w}|Liên đoàn Lao động tỉnh {p}|"
    "Hội Liên hiệp Phụ nữ tỉnh {p}|Ban Nội chính Tỉnh ủy {p}"
)
_TYPES = (
    ("Nghị quyết", "NQ"),
    ("Chỉ thị", "CT"),
    ("Kết luận", "KL"),
    ("Quy định", "QĐ"),
    ("Kế hoạch", "KH"),
    ("Chương trình hành động", "CTr"),
    ("Hướng dẫn", "HD"),
)
_LABEL = re.compile(r"^(.*?) ((?:Tỉnh ủy|UBND|HĐND|Ủy ban|Đảng ủy|Sở|Công an|Tỉnh Đoàn|phường|xã) .*)$")


def _office(template: str, place: str, ward: str) -> Office:
    printed = template.format(p=place, w=ward)
    parts = _LABEL.match(printed)
    return Office(printed, parts[1], parts[2]) if parts else Office(printed, printed, "")


def make_world(count: int, seed: int) -> World:
    """The world of a corpus of ``count`` articles: it grows with the square root, as real archives do."""
    rng = random.Random(f"world/{count}/{seed}")
    scale = max(1.0, count**0.5)
    world = World(reporters=[])
    places = PROVINCES[: max(4, min(len(PROVINCES), int(scale / 3) + 3))]
    used: set[str] = set()

    def person(place: str, templates: list[str], ward: str) -> Person:
        while True:
            woman = rng.random() < 0.35
            name = " ".join(
                (rng.choice(SURNAMES), rng.choice(MIDDLES_WOMEN if woman else MIDDLES_MEN), rng.choice(GIVENS))
            )
            if name not in used:
                used.add(name)
                return Person(name, woman, place, tuple(_office(t, place, ward) for t in templates))

    per_place = max(6, int(scale * 18 / len(places)))
    for place in places:
        people = []
        for i in range(per_place):
            ward = _name_of_place(rng)
            templates = [_OFFICES[i] if i < 15 else rng.choice(_OFFICES[12:])]
            if i < 15 and rng.random() < 0.3:
                templates.insert(
                    0, "Ủy viên Ban Thường vụ Tỉnh ủy {p}" if i > 3 else "Ủy viên Ban Chấp hành Đảng bộ tỉnh {p}"
                )
            people.append(person(place, templates, ward))
        world.people[place] = people
        wards = [_name_of_place(rng) for _ in range(max(3, per_place // 8))]
        for template in _BODIES:
            for ward in wards if "{w}" in template else wards[:1]:
                name = template.format(p=place, w=ward)
                world.bodies.append(Body(name, place, name.split(" tỉnh ")[0] if " tỉnh " in name else name))
        world.papers[place] = [_paper(rng, "TU", f"Tỉnh ủy {place}") for _ in range(max(4, int(scale / 3)))]
    world.papers[""] = [_paper(rng, "TW", "Trung ương") for _ in range(max(8, int(scale)))]
    world.rare = [f"{_syllable(rng)} {_syllable(rng)}" for _ in range(int(scale * 60))]
    world.reporters = [person("", [], "").name for _ in range(max(6, int(scale * 1.5)))]
    return world


def _paper(rng: random.Random, suffix: str, issuer: str) -> Paper:
    kind, letters = rng.choice(_TYPES)
    number = str(rng.randint(300, 1999))  # beyond the numbers in use: no real document is meant
    subject = (
        f"{rng.choice(VERBS)} {rng.choice(NOUNS)} {rng.choice(('', 'trong tình hình mới', 'đến năm 2035'))}".strip()
    )
    return Paper(kind, number, f"{number}-{letters}/{suffix}", issuer, subject, rng.randint(2011, 2025))


# --- the words ----------------------------------------------------------------------------------------------------
NOUNS = _list(
    """công tác cán bộ|cải cách hành chính|chuyển đổi số|giải ngân vốn đầu tư công|tinh gọn bộ máy|kiểm tra, giám sát|
    xây dựng nông thôn mới|giảm nghèo bền vững|bảo vệ môi trường|phòng, chống tham nhũng|thực hành tiết kiệm|
    an sinh xã hội|đào tạo nghề|phát triển du lịch|kinh tế tập thể|thu hút đầu tư|giải phóng mặt bằng|
    quản lý đất đai|trật tự xây dựng|phòng cháy, chữa cháy|chăm sóc sức khỏe|bảo hiểm y tế|phổ cập giáo dục|
    văn hóa đọc|di sản văn hóa|đời sống công nhân|nhà ở xã hội|quy hoạch đô thị|hạ tầng giao thông|
    vận tải công cộng|thoát nước đô thị|xử lý rác thải|năng lượng mặt trời|nuôi trồng thủy sản|rừng phòng hộ|
    phòng, chống thiên tai|hạn hán, xâm nhập mặn|thủy lợi nội đồng|giống cây trồng|chỉ dẫn địa lý|
    thương mại biên giới|dịch vụ hậu cần|khu công nghiệp|doanh nghiệp nhỏ và vừa|khởi nghiệp sáng tạo|
    nghiên cứu khoa học|dữ liệu dùng chung|hồ sơ điện tử|chữ ký số|dịch vụ công trực tuyến|tiếp công dân|
    giải quyết khiếu nại|hòa giải cơ sở|dân chủ ở cơ sở|quy ước khu dân cư|tổ tự quản|giáo dục lý luận chính trị|
    bồi dưỡng đảng viên mới|sinh hoạt chi bộ|luân chuyển cán bộ|quy hoạch cán bộ|đánh giá cán bộ|
    bảo vệ chính trị nội bộ|công tác dân vận|phong trào thi đua|khen thưởng đột xuất|đền ơn đáp nghĩa|
    chính sách với người có công|bình đẳng giới|chăm lo trẻ em|người cao tuổi|đồng bào dân tộc thiểu số|
    tín dụng chính sách|vệ sinh an toàn thực phẩm|phòng, chống dịch bệnh|y tế cơ sở|trường chuẩn quốc gia|
    thư viện số|thiết chế văn hóa|thể thao quần chúng|an ninh trật tự|an toàn giao thông|tội phạm công nghệ cao|
    quốc phòng địa phương|tuyển quân|hậu phương quân đội|ngân sách nhà nước|tài sản công|trụ sở dôi dư|
    chế độ phụ cấp|vị trí việc làm|biên chế|đơn vị hành chính cấp xã|mô hình chính quyền hai cấp|kinh tế đêm|
    làng nghề truyền thống|cây xanh đường phố|nước sạch nông thôn|đường liên thôn|kênh mương|chợ đầu mối|
    bến thủy nội địa|cảng cạn|logistics xanh|tín chỉ các-bon|kinh tế tuần hoàn|vườn cây ăn trái|lúa chất lượng cao|
    chăn nuôi an toàn sinh học|tem truy xuất nguồn gốc|sàn giao dịch nông sản"""
)
VERBS = _list(
    """đẩy mạnh|rà soát|hoàn thiện|tăng cường|siết chặt|đổi mới|triển khai|tháo gỡ khó khăn về|nâng cao chất lượng|
    chấn chỉnh|mở rộng|kiện toàn|tổng kết|nhân rộng mô hình|bố trí kinh phí cho|phân cấp mạnh hơn về|
    công khai kết quả|giám sát chặt|gắn trách nhiệm người đứng đầu với|thí điểm|xã hội hóa|chủ động nguồn lực cho|
    ưu tiên|kiểm tra chéo|đôn đốc|sơ kết|lắng nghe ý kiến về|hiến kế cho|xây dựng đề án về|số hóa dữ liệu về|
    rút kinh nghiệm về|làm rõ trách nhiệm trong|khắc phục hạn chế trong|tạo chuyển biến trong|
    cụ thể hóa chủ trương về|bàn giải pháp cho|đặt mục tiêu mới về|lập tổ công tác về|ký kết phối hợp về|
    đối thoại về"""
)
ADJECTIVES = _list(
    """đồng bộ|quyết liệt|thực chất|bền vững|kịp thời|đúng tiến độ|có trọng tâm|có lộ trình|sát thực tiễn|công khai|
    minh bạch|gọn nhẹ|linh hoạt|bài bản|thường xuyên|thông suốt|hiệu quả hơn|dễ kiểm tra|dễ hiểu với người dân|
    đúng quy định"""
)
ADVERBIALS = _list(
    """ngay trong quý này|trước khi bước vào mùa mưa|theo đúng lộ trình đã đề ra|trong hai năm tới|từ đầu nhiệm kỳ|
    cho đến hết tháng sau|ở tất cả thôn, khu phố|tại những nơi còn vướng mắc|với sự tham gia của người dân|
    dưới sự giám sát của Mặt trận|bằng nguồn vốn tự cân đối|thông qua tổ công nghệ số cộng đồng|
    không để phát sinh điểm nóng|không chạy theo thành tích|trên cơ sở số liệu thật|
    trong điều kiện ngân sách eo hẹp|sau khi sáp nhập địa giới|bằng cách làm mới|gắn với đợt thi đua cao điểm|
    ở vùng sâu, vùng xa|tại các điểm dân cư ven sông|trong khối cơ quan tham mưu|ngay từ cấp chi bộ|
    theo phương châm rõ người, rõ việc"""
)
SUBJECTS = _list(
    """các chi bộ trực thuộc|cấp ủy cơ sở|đảng viên trẻ|cán bộ không chuyên trách|các hộ dân trong vùng dự án|
    tổ tiết kiệm và vay vốn|hội viên nông dân|thanh niên công nhân|các hợp tác xã|ban công tác Mặt trận|
    đội ngũ cốt cán|giáo viên vùng khó|cơ quan tham mưu|tổ giúp việc|ban quản lý dự án|lực lượng dân quân|
    người có uy tín|trưởng thôn, trưởng khu phố|doanh nghiệp trên địa bàn|các sở, ngành liên quan|đoàn giám sát|
    tổ thẩm định|nhóm chuyên gia|cử tri nhiều nơi|hội đồng thẩm tra"""
)
THINGS = _list(
    """tuyến đường {x} – {y}|cầu {x}|kênh {x}|khu dân cư {x}|hợp tác xã {x}|chợ {x}|cụm công nghiệp {x}|
    trường tiểu học {x}|trạm bơm {x}|hồ chứa {x}|làng nghề {x}|bến đò {x}|khu tái định cư {x}|nhà máy nước {x}|
    đình {x}|ấp {x}|Công ty {x} {y}|cánh đồng {x}|trạm y tế {x}|nghĩa trang {x}|cồn {x}|đồi {x}|bãi rác {x}|quỹ {x}"""
)
# Common words of two syllables, drawn by rank, so that a few are everywhere and most are rare, as in real text.
WORDS = _list(
    """nhân dân|thực hiện|cơ sở|địa phương|nhiệm vụ|giải pháp|kết quả|quản lý|đơn vị|tổ chức|chất lượng|hiệu quả|
    trách nhiệm|chương trình|kế hoạch|mục tiêu|năng lực|điều kiện|quy trình|thời gian|kinh phí|nhân lực|hạ tầng|
    dữ liệu|thông tin|tuyên truyền|vận động|phối hợp|hướng dẫn|báo cáo|thẩm định|phê duyệt|điều chỉnh|bổ sung|
    khảo sát|thống kê|đối chiếu|niêm yết|lấy ý kiến|tiếp thu|giải trình|phản ánh|kiến nghị|vướng mắc|tồn đọng|
    chậm trễ|chồng chéo|trùng lặp|bất cập|lãng phí|thất thoát|rủi ro|cảnh báo|dự báo|kịch bản|phương án|ứng phó|
    khắc phục|hỗ trợ|bồi thường|tái định cư|sinh kế|thu nhập|việc làm|học nghề|tay nghề|kỹ năng|ngoại ngữ|tin học|
    phần mềm|máy chủ|đường truyền|bảo mật|tài khoản|định danh|chữ ký|con dấu|văn thư|lưu trữ|kho bạc|hóa đơn|
    quyết toán|kiểm toán|thanh tra|xử phạt|cưỡng chế|tháo dỡ|di dời|nạo vét|gia cố|kè chống|sạt lở|ngập úng|
    triều cường|mưa lũ|hạn mặn|cháy rừng|dịch tả|tiêm phòng|khám bệnh|thuốc men|giường bệnh|bác sĩ|điều dưỡng|
    học bổng|sách vở|nội trú|bán trú|mầm non|tiểu học|trung học|giáo trình|thực hành|phòng thí nghiệm|sáng kiến|
    cải tiến|bằng khen|giấy khen|gương mẫu|nêu gương|tự phê bình|kiểm điểm|kỷ luật|cảnh cáo|khiển trách|đề bạt|
    bổ nhiệm|điều động|biệt phái|nghỉ hưu|tinh giản|thi tuyển|xét tuyển|hợp đồng|tiền lương|phụ cấp|thâm niên|
    bảo hiểm|cây lúa|cây mía|hồ tiêu|cà phê|cao su|sầu riêng|chanh dây|khoai lang|ngô lai|đậu phộng|rau màu|
    hoa kiểng|nấm rơm|tôm sú|cá tra|bò sữa|heo giống|gia cầm|thức ăn|phân bón|thuốc trừ sâu|máy cày|máy gặt|
    kho lạnh|lò sấy|chế biến|đóng gói|thương hiệu|nhãn mác|hội chợ|triển lãm|du khách|lưu trú|ẩm thực|lễ hội|
    di tích|bảo tàng|trùng tu|nghệ nhân|dân ca|hò vè|múa lân|đờn ca|bóng chuyền|đua thuyền|chạy bộ|xe buýt|xe tải|
    xe lam|đò ngang|phà máy|cầu treo|hẻm nhỏ|vỉa hè|chiếu sáng|cáp ngầm|trạm biến áp|điện gió|nước ngầm|giếng khoan|
    bể lắng|thu gom|phân loại|tái chế|chôn lấp|đốt rác|tiếng ồn|khói bụi|mùi hôi|cây xanh|công viên|ghế đá|
    nhà văn hóa|loa phát thanh|bảng tin|tổ dân phố|hàng xóm|hòa thuận|gia đình|phụ nữ|thanh niên|thiếu nhi|
    cựu chiến binh|nông hộ|tiểu thương|ngư dân|thợ thủ công|công nhân|tài xế|sinh viên|kiều bào|già làng|chức sắc|
    tín đồ|đình chùa|nhà thờ|nghĩa tình|tri ân|thương binh|liệt sĩ|hài cốt|quy tập|tuần tra|canh gác|hộ khẩu|
    tạm trú|căn cước|ma túy|trộm cắp|lừa đảo|cờ bạc|tín dụng đen|bạo lực|hòa giải|luật sư|trợ giúp|công chứng|
    thừa kế|ly hôn|tranh chấp|lối đi|ranh giới|mốc giới|bản đồ|sổ đỏ|trích lục|cấp phép|miễn giảm|gia hạn"""
)
OPENINGS = _list(
    """Trước đó|Bên cạnh đó|Cũng trong dịp này|Thực tế|Từ thực tế này|Đáng chú ý|Mặt khác|Ngoài ra|Nhìn lại một năm|
    Ở chiều ngược lại|Qua đối thoại|Để làm được|Trước mắt|Về lâu dài|Một số nơi|Tại nhiều điểm|Sau kiểm tra|Nhờ vậy|
    Tuy nhiên|Do đó"""
)
LINKS = _list("của|trong|với|cho|gắn với|từ|theo|qua|và|để|về|cùng|nhằm|do|ở")
KINDS = _list(
    """hội nghị tổng kết|hội nghị sơ kết|hội nghị Ban Chấp hành|hội nghị cán bộ chủ chốt|phiên họp|kỳ họp|
    buổi làm việc|hội nghị giao ban|lễ công bố quyết định|hội nghị quán triệt|đại hội|hội nghị chuyên đề|
    lễ tuyên dương|hội nghị triển khai"""
)
RELATIONS = {
    "implementing": ("triển khai thực hiện", "thực hiện"),
    "studied": ("quán triệt", "học tập, quán triệt"),
    "mid_term_review": ("sơ kết ba năm thực hiện",),
    "final_review": ("tổng kết năm năm thực hiện",),
    "issued": ("ban hành",),
    "basis": ("căn cứ",),
}
FIGURES = _list(
    """đảng viên|chi bộ|đại biểu|hộ dân|hồ sơ|hộ nghèo|điểm cầu|tập thể|cá nhân|lượt người|công trình|mô hình|lao động|
    đoàn viên|học sinh|ý kiến góp ý"""
)
QUALIFIERS = ("", "", "", "hơn", "gần", "khoảng", "trên")
PHOTO = _list("Quang cảnh {k}|Các đại biểu dự {k}|Đại biểu trao đổi bên lề {k}|Khách mời xem mô hình {t} tại {k}")
SUBHEADS = _list(
    """Làm rõ người, rõ việc|Chọn việc khó để làm trước|Người dân được gì|Không để đứt gãy công việc|
    Từ con số đến việc làm|Gỡ từng điểm nghẽn|Siết kỷ cương từ cơ sở|Bài học từ những nơi đi trước|
    Chăm lo người yếu thế|Hai nhóm việc cần làm ngay"""
)


def _upper(text: str) -> str:
    """With a capital first letter; capitals of names inside stay (``str.capitalize`` lowers them)."""
    return text[0].upper() + text[1:]


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


class _Article:
    """Writes one article and keeps its facts. Every draw comes from one generator, so order is part of the format."""

    def __init__(self, world: World, rng: random.Random, date: dt.date) -> None:
        self.world = world
        self.rng = rng
        self.date = date
        self.body = rng.choice(world.bodies)
        self.kind = rng.choice(KINDS)
        self.topic = [rng.choice(NOUNS) for _ in range(4)]
        self.verbs = [rng.choice(VERBS) for _ in range(5)]
        self.things = [rng.choice(THINGS).format(x=_name_of_place(rng), y=_name_of_place(rng)) for _ in range(3)]
        self.people: dict[str, dict[str, Any]] = {}
        self.documents: list[dict[str, Any]] = []
        self.figures: list[dict[str, Any]] = []
        self.captions: list[dict[str, Any]] = []
        self.statements: list[dict[str, Any]] = []

    # -- pieces of sentences
    def noun(self) -> str:
        return self.rng.choice(self.topic) if self.rng.random() < 0.6 else self.rng.choice(NOUNS)

    def verb(self) -> str:
        return self.rng.choice(self.verbs) if self.rng.random() < 0.5 else self.rng.choice(VERBS)

    def task(self) -> str:
        rng = self.rng
        text = f"{self.verb()} {self.noun()}"
        if rng.random() < 0.35:
            text += f" {rng.choice(ADJECTIVES)}"
        if rng.random() < 0.4:
            text += f" {rng.choice(ADVERBIALS)}"
        return text

    def thing(self) -> str:
        return self.rng.choice(self.things)

    def figure(self) -> str:
        rng = self.rng
        what, qualifier = rng.choice(FIGURES), rng.choice(QUALIFIERS)
        if rng.random() < 0.25:
            value: float = rng.choice((62, 71.5, 84, 88.3, 93, 95.7, 97, 100))
            shown = str(value).replace(".", ",")
            self.figures.append({"what": what, "value": value, "qualifier": qualifier or None, "unit": "%"})
            return f"{qualifier} {shown}% {what}".strip()
        count = rng.choice((rng.randint(6, 99), rng.randint(100, 999), rng.randint(1000, 48000)))
        self.figures.append({"what": what, "value": count, "qualifier": qualifier or None, "unit": None})
        return f"{qualifier} {_number(count)} {what}".strip()

    def document(self) -> str:
        rng = self.rng
        local = rng.random() < 0.55
        paper = rng.choice(self.world.papers[self.body.place if local else ""])
        form = rng.randrange(5)
        as_written = (
            f"{paper.type} số {paper.symbol}",
            f"{paper.type} {paper.symbol}",
            f"{paper.type} {paper.number}",
            f"{paper.type} số {paper.number}",
            f"{paper.type} số {paper.symbol} của {paper.issuer}",
        )[form]
        cited = as_written.split(" của ")[0] if form == 4 else as_written
        relation = rng.choice(sorted(RELATIONS))
        self.documents.append(
            {
                "as_written": cited,
                "type": paper.type.lower(),
                "number": paper.number,
                "symbol": paper.symbol if form in (0, 1, 4) else None,
                "of": paper.symbol,
                "issuer": paper.issuer if form == 4 else None,
                "relation": relation,
            }
        )
        title = f' "về {paper.subject}"' if rng.random() < 0.2 else ""
        return f"{rng.choice(RELATIONS[relation])} {as_written}{title}"

    def fact_of(self, person: Person, role: str, offices: tuple[Office, ...]) -> None:
        strength = ("caption", "mentioned", "attended", "spoke", "chaired")
        known = self.people.setdefault(person.name, {"name": person.name, "role": role, "offices": []})
        if strength.index(role) > strength.index(known["role"]):
            known["role"] = role
        for office in offices:
            if office.printed not in known["offices"]:
                known["offices"].append(office.printed)

    def introduce(self, person: Person, role: str) -> str:
        """Name and offices in one of the genre's orders."""
        self.fact_of(person, role, person.offices)
        offices = ", ".join(office.printed for office in person.offices)
        form = self.rng.randrange(4)
        if form == 0:
            return f"đồng chí {person.name}, {offices}"
        if form == 1 and len(person.offices) == 1:
            return f"{offices} {person.name}"
        if form == 2:
            return f"{person.address} {person.name} - {offices} -"
        return f"{person.address} {person.name}, {offices}"

    def word(self) -> str:
        """One word: by rank from the common ones, now and then a rare one."""
        rng = self.rng
        if rng.random() < 0.08:
            return self.world.rare[int(len(self.world.rare) * rng.random() ** 2)]
        return WORDS[int(len(WORDS) * rng.random() ** 1.6)]

    def clause(self) -> str:
        """Words in a row, linked as prepositions link them: what carries the variety of a real text."""
        parts = [self.word()]
        for _ in range(self.rng.randint(3, 7)):
            if self.rng.random() < 0.45:
                parts.append(self.rng.choice(LINKS))
            parts.append(self.word())
        return " ".join(parts)

    # -- sentences
    def statement(self, person: Person, opening: str) -> str:
        said = f"cần {self.task()}, {self.clause()}"
        self.statements.append({"person": person.name, "text": said})
        return f"{opening}, {said}."

    def sentence(self) -> str:
        rng = self.rng
        form = rng.randrange(22)
        if form > 17:
            return f"{rng.choice(OPENINGS)}, {self.clause()}."
        if form > 14:
            return f"{_upper(rng.choice(SUBJECTS))} {self.clause()}, {self.clause()}."
        if form > 12:
            return f"{rng.choice(OPENINGS)}, {rng.choice(SUBJECTS)} {self.task()}; {self.clause()}."
        if form == 0:
            return f"Theo báo cáo, {rng.choice(SUBJECTS)} đã {self.task()}."
        if form == 1:
            return f"Đến nay, {self.figure()} được ghi nhận tại {self.thing()}."
        if form == 2:
            return f"Nhiều ý kiến đề nghị {self.task()}, nhất là ở {self.thing()}."
        if form == 3:
            return f"Cùng với đó, {rng.choice(SUBJECTS)} tiếp tục {self.document()}."
        if form == 4:
            return f"Báo cáo nêu việc {self.task()} và {self.task()}."
        if form == 5:
            return f"Trong số này có {self.figure()}, {self.figure()} liên quan đến {self.noun()}."
        if form == 6:
            return f"Riêng {self.thing()} sẽ {self.task()}."
        if form == 7:
            return f"{_upper(rng.choice(SUBJECTS))} ở {self.thing()} kiến nghị {self.task()}."
        if form == 8:
            return f"Về {self.noun()}, {self.kind} thống nhất {self.task()}."
        if form == 9:
            return f"Điểm mới là {rng.choice(SUBJECTS)} cùng {rng.choice(SUBJECTS)} {self.task()}."
        if form == 10:
            lacking = f"{self.noun()} chưa {rng.choice(ADJECTIVES)}, {self.noun()} còn chậm"
            return f"Hạn chế được chỉ ra là {lacking} ở {self.thing()}."
        if form == 11:
            return f"Sang năm, {self.body.short} chọn {self.noun()} làm khâu đột phá, tiếp tục {self.document()}."
        return f"Mô hình {self.noun()} tại {self.thing()} được đánh giá {rng.choice(ADJECTIVES)}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))


def _slug(text: str, words: int = 9) -> str:
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))[:words])


def _lead_date(rng: random.Random, date: dt.date) -> tuple[str, str | None]:
    part = rng.choice(("sáng", "chiều", "tối", None, "sáng", "chiều"))
    separator = rng.choice(("-", "/", "."))
    return f"{part.capitalize() if part else 'Ngày'} {date.day}{separator}{date.month}", part


def write_article(world: World, number: int, seed: int) -> tuple[str, str, Facts]:
    """Article ``number`` of a corpus: (file name with its folder, text, facts)."""
    rng = random.Random(f"article/{number}/{seed}")
    date = dt.date(2010, 1, 4) + dt.timedelta(days=int(5840 * rng.random() ** 0.7))
    published = date + dt.timedelta(days=rng.choice((0, 0, 0, 1)))
    a = _Article(world, rng, date)
    here = world.people[a.body.place]
    cast = rng.sample(here, min(len(here), rng.randint(3, 6)))
    chair, speaker, *others = cast
    outlet = rng.choice(OUTLETS).format(p=a.body.place)
    when, part = _lead_date(rng, date)
    venue = f"Hội trường {_name_of_place(rng)}" if rng.random() < 0.25 else None

    purpose = a.task()
    title = rng.choice(
        (
            f"{a.body.short}: {a.task()}",
            f"{a.body.name} {rng.choice(a.verbs)} {a.topic[0]} tại {a.thing()}",
            f"{_upper(a.topic[1])} ở {a.thing()}: {rng.choice(SUBJECTS)} vào cuộc",
            f"{a.body.short} họp bàn {a.topic[0]}, {a.topic[2]}",
            f"{a.body.place}: {a.task()} từ {a.thing()}",
        )
    )
    lead = f"{when}, {f'tại {venue}, ' if venue else ''}{a.body.name} tổ chức {a.kind} {purpose}."
    paragraphs = [lead]
    intro = a.introduce(chair, "chaired")
    paragraphs.append(f"{_upper(intro)} chủ trì {a.kind}.")
    if others:
        shown = "; ".join(f"{p.name}, {', '.join(o.printed for o in p.offices)}" for p in others)
        for p in others:
            a.fact_of(p, "attended", p.offices)
        paragraphs[-1] += f" {rng.choice(('Cùng dự có các đồng chí', 'Dự còn có các đồng chí'))}: {shown}."
    subheads: list[str] = []
    captions_at: list[tuple[int, str]] = []

    def caption(text: str, marked: bool) -> None:
        credit = rng.choice(world.reporters) if marked else None
        a.captions.append({"text": text, "credit": credit})
        shown = credit.upper() if credit and rng.random() < 0.5 else credit
        captions_at.append((len(paragraphs), f"{text}. Ảnh: {shown}" if credit else text))

    target = rng.randint(190, 430)  # the last paragraph adds to it
    if rng.random() < 0.7:
        caption(rng.choice(PHOTO).format(k=a.kind, t=a.topic[0]), rng.random() < 0.7)
    words = sum(len(p.split()) for p in paragraphs)
    while words < target:
        draw = rng.random()
        if draw < 0.16 and words > 90:
            who = rng.choice((chair, speaker, *others))
            role = "chaired" if who is chair else "spoke"
            if who.name not in a.people:
                text = a.introduce(who, role)
                text = a.statement(who, f"Phát biểu tại {a.kind}, {text.rstrip(' -')} cho biết")
            else:
                a.fact_of(who, role, ())
                form = rng.randrange(3)
                opening = (
                    f"Theo {who.address} {who.given}",
                    f"{_upper(who.address)} {who.given} nhấn mạnh",
                    f"Đồng chí {who.name} đề nghị",
                )[form]
                text = a.statement(who, opening)
            text += " " + a.sentence()
        elif draw < 0.22 and words > 120 and len(subheads) < 2:
            text = rng.choice(SUBHEADS)
            if text in subheads:
                continue
            subheads.append(text)
        else:
            text = a.paragraph(rng.randint(1, 4))
        paragraphs.append(text)
        words += len(text.split())
        if rng.random() < 0.12:
            who = rng.choice((chair, *others))
            caption(f"Đồng chí {who.name} phát biểu tại {a.kind}", rng.random() < 0.8)
    if subheads and paragraphs[-1] == subheads[-1]:
        paragraphs.append(a.paragraph(2))
    for at, text in reversed(captions_at):
        paragraphs.insert(at, text)
    byline = rng.sample(world.reporters, rng.choice((1, 1, 2)))

    stem = f"{published.isoformat()}-{_slug(title)}-{number}"
    facts = Facts(
        id=stem,
        title=title,
        title_stated=True,
        published=published.isoformat(),
        outlet=outlet,
        date=date.isoformat(),
        part_of_day=part,
        kind=a.kind,
        body=a.body.name,
        place=a.body.place,
        venue=venue,
        people=list(a.people.values()),
        documents=a.documents,
        figures=a.figures,
        captions=a.captions,
        statements=a.statements,
        subheads=subheads,
        byline=byline,
    )
    name, text = _as_file(rng, stem, facts, paragraphs)
    return name, text, facts


def _as_file(rng: random.Random, stem: str, facts: Facts, paragraphs: list[str]) -> tuple[str, str]:
    """The article as an editor would have saved it: with front matter, or pasted as it was."""
    folder = facts["published"][:4] if facts["published"] else "khong-ro-ngay"
    if rng.random() < 0.75:
        head = [
            "---",
            f"title: {json.dumps(facts['title'], ensure_ascii=False)}",
            f"published: {facts['published']}",
            "source:",
            f"  name: {json.dumps(facts['outlet'], ensure_ascii=False)}",
        ]
        if rng.random() < 0.5:
            head.append(f"byline: {json.dumps(facts['byline'], ensure_ascii=False)}")
        else:
            paragraphs = [*paragraphs, " - ".join(facts["byline"]).upper()]
        return f"{folder}/{stem}.md", "\n".join((*head, "---", "", "\n\n".join(paragraphs), ""))
    facts["outlet"] = None
    paragraphs = [*paragraphs, " - ".join(facts["byline"]).upper()]
    if rng.random() < 0.3:
        facts["title_stated"] = False
        return f"{folder}/{stem}.txt", f" date {facts['published']} " + "\n\n".join(paragraphs) + "\n"
    return f"{folder}/{stem}.txt", f" date {facts['published']} {facts['title']}\n\n" + "\n\n".join(paragraphs) + "\n"


def generate(count: int, seed: int) -> Iterator[tuple[str, str, Facts]]:
    """``count`` articles in a fixed order: (file name such as "2021/2021-05-04-….md", text, facts)."""
    world = make_world(count, seed)
    for number in range(count):
        yield write_article(world, number, seed)


def main() -> int:
    """Write a corpus to a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with (options.folder / "facts.jsonl").open("w", encoding="utf-8", newline="\n") as known:
        for name, text, facts in generate(options.count, options.seed):
            path = options.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            known.write(json.dumps(facts, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
