"""What is wrong, where, and what to do about it: every check yields Problems, none of them throws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]

# One line per code: the stable meaning, for the editors' guide and for tests. Codes are never reused.
CODES: dict[str, str] = {
    "BN001": "tệp rỗng",
    "BN002": "tệp không phải văn bản",
    "BN003": "bảng mã không phải UTF-8",
    "BN004": "dòng hoặc tệp quá dài",
    "BN005": "hai tệp có cùng mã bài",
    "BN006": "tên tệp không dùng được làm địa chỉ trang",
    "BN007": "không có thư mục hoặc tệp",
    "BN010": "phần đầu (front matter) không đóng",
    "BN011": "phần đầu không phải YAML hợp lệ",
    "BN012": "khóa lặp lại",
    "BN013": "khóa lạ",
    "BN014": "giá trị sai kiểu hoặc không có trong danh mục",
    "BN015": "ngày không có thật",
    "BN016": "YAML quá lớn hoặc lồng quá sâu",
    "BN020": "bài chưa có tiêu đề",
    "BN021": "bài chưa có ngày đăng",
    "BN022": "không nhận ra dữ kiện nào trong bài",
    "BN023": "chưa rõ ngày họp",
    "BN024": "chưa rõ nơi họp",
    "BN025": "chưa rõ cơ quan họp",
    "BN030": "người trùng tên, chưa rõ là một hay hai",
    "BN031": "tên gọi tắt chưa rõ chỉ ai",
    "BN032": "tên gần giống một tên khác, có thể gõ nhầm",
    "BN040": "văn kiện chưa xác định",
    "BN041": "văn kiện có ngày ban hành khác nhau giữa các nguồn",
    "BN050": "có thể là cùng một cuộc họp",
    "BN051": "các bài nói khác nhau về một cuộc họp",
    "BN052": "hai bài gần như giống hệt nhau",
    "BN060": "danh mục: mã lặp lại",
    "BN061": "danh mục: dẫn tới mã không có",
    "BN062": "danh mục: thiếu trường bắt buộc",
    "BN070": "dẫn chứng không còn khớp với lời văn",
    "BN071": "chương trình không đọc được bài",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing an editor should look at.

    ``path`` is relative to the project, POSIX style; ``line`` is 1-based, 0 where the whole file is meant; ``message``
    and ``hint`` (the remedy) are Vietnamese; ``code`` is a key of ``CODES``.
    """

    path: str
    line: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.code} {self.message}" + (f" {self.hint}" if self.hint else "")


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems without repeats, in the one order in which they are always shown: path, line, code, message."""
    return tuple(sorted(set(problems)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that must stop a build."""
    return tuple(p for p in problems if p.severity == "error")
