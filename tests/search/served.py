"""A small archive for the search tests, built as a site, and a server that can be told to lose or damage files of
it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from synthetic_corpus import generate  # noqa: E402

# Plainly invented. Each has something that only one search should find first.
NEEDLES = {
    "2024-03-05-cho-noi": """---
title: Tỉnh ủy Bình Mẫu bàn đề án chợ nổi
published: 2024-03-05
source: {name: Báo Bình Mẫu}
---
Sáng 5-3, Tỉnh ủy Bình Mẫu tổ chức hội nghị chuyên đề về đề án chợ nổi Cồn Thử.

Đồng chí Trần Ví Dụ, Bí thư Tỉnh ủy Bình Mẫu, chủ trì hội nghị.

Hội nghị quán triệt Nghị quyết số 1918-NQ/TU và Kết luận số 914-KL/TU của Tỉnh ủy Bình Mẫu.

Theo đồng chí Trần Ví Dụ, ghe hàng bông cần bến đậu riêng trước mùa nước nổi.
""",
    "2023-06-07-ban-do": """---
title: Sở Mẫu công bố dữ liệu mới
published: 2023-06-07
---
Ngày 7-6, Sở Mẫu tỉnh Bình Mẫu công bố bản đồ ngập của khóa học thử. Bà Lê Thị Phỏng Hòa - Giám đốc Sở Mẫu - phát biểu.
""",
    "2023-06-08-ban-do": """---
title: Bến Thử có thêm khách
published: 2023-06-08
---
Ngày 8-6, hợp tác xã Bến Thử họp về việc bán đò ngập. Bán đò ngập không dễ.

Ông Lê Văn Phỏng Hoa nói bán đò ngập cần giấy tờ.
""",
    "2022-02-02-tach-roi": """---
title: Ghe và bông
published: 2022-02-02
---
Ngày 2-2, xã Thử họp. Có ghe đi chợ. Hàng quán đông.

Bông lúa chín sớm, bến đò vắng, đậu xanh được mùa, riêng cá tôm thì chưa.
""",
    "2021-05-06-quan-ly": """---
title: Phường Thử đổi cách làm
published: 2021-05-06
---
Ngày 6-5, UBND phường Thử, TP.HCM họp. Phường làm sạch kênh Xáng Ví trước mùa mưa. Kế hoạch 5 năm của phường đã xong.
""",
    # Says "trạm bơm phao nổi" and "bờ kè đá chẻ" in one go, and the words of a conclusion right behind a phrase.
    "2018-04-05-mot-mach": """---
title: Xã Thử sửa công trình nước
published: 2018-04-05
---
Ngày 5-4, xã Thử họp. Trạm bơm phao nổi đã cũ, bờ kè đá chẻ còn tốt. Mùa thu đan lưới.

Người dân góp vào quỹ vì cây xanh, Kết luận 915 cho phép như thế.
""",
    # Has every pair of those phrases somewhere, and more often.
    "2019-04-05-tung-doi": """---
title: Trạm bơm và phao nổi, bờ kè và kè đá
published: 2019-04-05
---
Ngày 5-4, xã Ví họp. Có bơm phao. Trạm bơm phải đóng, phao nổi bị vỡ, phao nổ cũng có.

Bờ kè mới. Kè đá cũ. Việc sửa nay đã cho làm, đã cho tiền, đã cho người. Kè đá nữa. Bờ kè nữa.

Kết luận 915 nói về chợ. Có ý kiến cho là cần quỹ vì cây xanh.
""",
    "2017-03-02-ten-nguoi": """---
title: Thôn Mẫu có nhà văn hóa
published: 2017-03-02
---
Ngày 2-3, xã Thử tổ chức lễ khánh thành. Ông Đỗ Tấn Phèn - Bí thư Đảng ủy xã Thử - phát biểu.
""",
    "2016-03-02-ten-xa": """---
title: Tân Phèn đo mực nước
published: 2016-03-02
---
Ngày 2-3, xã Tân Phèn đo mực nước ở cống Ví. Có một người họ Đỗ đi cùng, vừa đo vừa ghi.
""",
}


def write_articles(folder: Path, count: int = 60) -> Path:
    """The articles as source files: those above among synthetic ones."""
    for name, text in NEEDLES.items():
        path = folder / name[:4] / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for file, text, _ in generate(count, seed=11):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class Server:
    """Serves a folder over HTTP. ``wrong`` maps a file's name to what is sent in its place, None for "not found"."""

    def __init__(self, folder: Path) -> None:
        self.wrong: dict[str, bytes | None] = {}
        self.asked: list[str] = []
        owner = self

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.split("?")[0].lstrip("/")
                owner.asked.append(name)
                if name not in owner.wrong:
                    super().do_GET()
                    return
                body = owner.wrong[name]
                if body is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/javascript; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def opened(browser: Any, url: str, *, quiet: bool = True, **context: Any) -> Iterator[Any]:
    """A page. Fails on any dialog; where ``quiet``, on any uncaught error and on anything in the console too."""
    where = browser.new_context(**({"viewport": {"width": 1200, "height": 900}} | context))
    page = where.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda d: (wrong.append(f"dialog {d.message}"), d.dismiss()))
    if quiet:
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("console", lambda m: wrong.append(m.text))
    page.goto(url)
    try:
        yield page
    finally:
        where.close()
    assert wrong == []


def settled(page: Any) -> Any:
    """The page once its search has come to an end."""
    page.wait_for_selector("#search-root .bns-form")
    page.wait_for_function("!document.querySelector('#search-root').hasAttribute('aria-busy')")
    return page


def results(page: Any) -> list[str]:
    """Where the results lead, in order, without the paragraph."""
    settled(page)
    found = page.eval_on_selector_all("a[data-result]", "nodes => nodes.map(n => n.getAttribute('href'))")
    return [href.split("#")[0] for href in found]
