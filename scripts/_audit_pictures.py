"""A built site in, the small pictures that the docs show of it out: taken by the browser, and packed as WebP by it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from _audit_browser import chromium

MOST = 400_000  # bytes of all together
QUALITY = 0.7


class Picture(NamedTuple):
    """One view of one page of this project's own archive."""

    name: str
    url: str
    width: int
    height: int
    scheme: str = "light"
    act: str = ""  # script that brings something into sight


PICTURES = (
    Picture("dong-thoi-gian", "dong-thoi-gian/2025.html#xem=2025-10", 1100, 720),
    Picture(
        "bai-viet",
        "bai-viet/2025/2025-10-01-cac-co-quan-dang-tphcm-tong-ket-nghi-quyet-18.html",
        1100,
        720,
        act="document.querySelector('.bn-text a.m.is-inferred.p, .bn-text a.m.is-inferred').focus()",
    ),
    Picture("nhan-su", "nhan-su/tran-luu-quang.html", 1100, 720),
    Picture(
        "cuoc-hop",
        "cuoc-hop/2025-10-02-thanh-uy-hue.html",
        1100,
        720,
        act="document.querySelector('#khac-nhau').scrollIntoView()",
    ),
    Picture(
        "so-lieu",
        "to-chuc/tphcm/dang-uy-cac-co-quan-dang.html",
        1100,
        620,
        act="document.querySelector('#so-lieu').scrollIntoView()",
    ),
    Picture("dien-thoai", "van-kien/dang/tw/2016/nq/18.html", 390, 720, scheme="dark"),
)
_PACK = """async ([data, quality]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + data;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


def take(path: Path, site: Path, folder: Path) -> Iterator[tuple[str, int]]:
    """(name, bytes) of each picture, written into ``folder``: ValueError for one of no page, and for too many bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = 0
    with chromium(path) as browser:
        for picture in PICTURES:
            if not (site / picture.url.partition("#")[0]).is_file():
                raise ValueError(f"{picture.url} is no page of {site}")
            data = picture_of(browser, site, picture)
            name = f"{picture.name}.webp"
            (folder / name).write_bytes(data)
            whole += len(data)
            yield name, len(data)
    if whole > MOST:
        raise ValueError(f"{whole:,} bytes are more than {MOST:,}")


def picture_of(browser: Any, site: Path, picture: Picture) -> bytes:
    """One picture, as WebP."""
    window = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=window, color_scheme=picture.scheme, reduced_motion="reduce")
    page = context.new_page()
    file, mark, anchor = picture.url.partition("#")
    page.goto((site / file).as_uri() + mark + anchor)
    if picture.act:
        page.evaluate(picture.act)
    page.wait_for_timeout(400)  # a card comes after a moment
    shot = base64.b64encode(page.screenshot()).decode()
    packed = page.evaluate(_PACK, [shot, QUALITY])
    context.close()
    return base64.b64decode(packed)
