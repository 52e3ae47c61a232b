"""Pages as MkDocs files: the only module that knows MkDocs. Each function serves one of its events."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import frontmatter
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from . import __version__, export, history, search
from .entities import Archive
from .pages import Page, SiteInfo, all_pages
from .pipeline import Place, read_archive, stopping
from .takeaway import archive_zip, head, writing

log = logging.getLogger("mkdocs.plugins.biennien")
ZIP = "bien-nien.zip"  # the whole site in one file, in the site
ABOUT = "gioi-thieu.md"  # the page that says what the archive is
SETTINGS = "biennien"  # key of mkdocs.yml's `extra` under which this project's settings stand
_SOURCES = ("bai-viet/", "danh-muc/")  # below docs/, read by the package and not published as they are


class ArchiveFile(File):
    """A generated page as a file that exists nowhere; its Markdown is made when somebody asks for it."""

    def __init__(self, page: Page, config: MkDocsConfig) -> None:
        super().__init__(
            page.path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=False,
            dest_uri=page.url,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = SETTINGS
        self.abs_src_path = None
        self.archive_page = page
        if page.edit:
            self.edit_uri = page.edit.removeprefix("docs/")

    @property
    def content_string(self) -> str:
        return markdown(self.archive_page)

    @content_string.setter
    def content_string(self, value: str) -> None:
        raise AttributeError("a generated page is what the archive says")

    @property
    def content_bytes(self) -> bytes:
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        raise AttributeError("a generated page is what the archive says")


class ArchivePage(MkDocsPage):
    """A generated page. Its body is HTML already, so neither YAML nor Markdown is parsed again.

    The body is made right before the template needs it and let go after, so that memory does not grow with the number
    of pages. A test shows that Python-Markdown, given the page as a file, yields the same.
    """

    def __init__(self, file: ArchiveFile, config: MkDocsConfig) -> None:
        super().__init__(str(file.archive_page.meta["title"]), file, config)
        self.archive_page = file.archive_page

    def read_source(self, config: MkDocsConfig) -> None:
        self.meta = dict(self.archive_page.meta)
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Links of generated pages are checked over the built site, by the tests and scripts/check.py."""


def markdown(page: Page) -> str:
    """The page as front-mattered Markdown, as --pages-only writes it."""
    text: str = frontmatter.dumps(
        frontmatter.Post(page.body(), **dict(page.meta)), sort_keys=False, allow_unicode=True, width=1000
    )
    return text + "\n"


class Build:
    """What one build carries from event to event. A new one starts with every build, also of `mkdocs serve`."""

    def __init__(self, config: MkDocsConfig) -> None:
        settings: Mapping[str, Any] = config.extra.get(SETTINGS) or {}
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        articles = settings.get("articles")
        self.place = Place.of(root, root / articles if articles else None, bool(settings.get("cache", True)))
        if settings.get("registries"):
            self.place = replace(self.place, registries=root / settings["registries"])
        self.jobs: int | None = settings.get("jobs")
        self.archive: Archive | None = None
        self.site = site_info(config)

    def read(self) -> Archive:
        """The archive. BuildError, after all Problems are logged, where one of them is an error."""
        self.archive = read_archive(self.place, self.jobs, log.info)
        found = stopping(self.archive.problems)
        for problem in found:
            log.error(str(problem))
        if found:
            raise BuildError(f"{len(found)} lỗi trong bài viết và danh mục; trang chưa được dựng lại.")
        return self.archive


_build: Build | None = None


def site_info(config: MkDocsConfig) -> SiteInfo:
    """What pages say of the site itself, from mkdocs.yml."""
    settings: Mapping[str, Any] = config.extra.get(SETTINGS) or {}
    return SiteInfo(
        name=config.site_name,
        version=__version__,
        site_url=config.site_url or "",
        repo_url=config.repo_url or "",
        edit_base=f"{config.repo_url.rstrip('/')}/{config.edit_uri}" if config.repo_url and config.edit_uri else "",
        licence=settings.get("licence", ""),
    )


def build(
    config_file: Path,
    place: Place,
    target: Path,
    jobs: int | None,
    strict: bool,
    more: Mapping[str, Any] | None = None,
) -> str | None:
    """Build the whole site into ``target``, which must not exist. Why it could not be built, or None when it is.

    ``more`` goes before what the configuration says: another ``site_url``, say.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        config = load_config(str(config_file), site_dir=str(target), strict=strict or None, **(more or {}))
        settings = {**(config.extra.get(SETTINGS) or {}), "cache": place.cache is not None, "jobs": jobs}
        settings["articles"] = str(place.articles)
        config.extra[SETTINGS] = settings
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        return str(error)
    return None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build."""
    global _build
    _build = Build(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the sources out of MkDocs' hands and put the archive's pages in."""
    assert _build is not None
    for file in list(files):
        if file.src_uri.startswith(_SOURCES):
            files.remove(file)
    archive = _build.read()
    # Before the pages, which tell how large the files are. MkDocs has emptied the folder already.
    log.info("ghi dữ liệu, nguồn tin và trích dẫn")
    site = Path(config.site_dir)
    export.write_data(archive, site / "data")
    writing.write(archive, _build.site, site)
    changes = history.recent_changes(
        ((_build.place.articles, _build.place.shown), (_build.place.registries, "docs/danh-muc"))
    )
    _build.site = replace(_build.site, downloads=writing.downloads(archive, site), changes=changes)
    count = 0
    for page in all_pages(archive, _build.site):
        if files.get_file_from_path(page.path) is not None:
            raise BuildError(f"hai trang cùng địa chỉ {page.path}")
        file = ArchiveFile(page, config)
        files.append(file)
        ArchivePage(file, config)
        count += 1
    log.info("%s trang từ %s bài", f"{count:,}", f"{len(archive.articles):,}")
    return files


def newest_day() -> dt.date:
    """The day of the newest article."""
    assert _build is not None and _build.archive is not None
    days = [r.article.published for r in _build.archive.articles.values() if r.article.published]
    return max(days, default=dt.date(2000, 1, 1))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Pages bear the day of the newest article, not of the build: two builds of one tree are the same."""
    newest = newest_day().isoformat()
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = str(file.page.meta.get("updated", newest)) if file.page.meta else newest
    return nav


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Make the body of a generated page and the head of any, now that its template is about to be filled."""
    assert _build is not None and _build.archive is not None
    meta: Mapping[str, Any]
    if isinstance(page, ArchivePage):
        page.content = page.archive_page.body()
        meta = page.archive_page.meta
    else:
        kind = "about" if page.file.src_uri == ABOUT else "guide"
        meta = {"title": page.title or config.site_name, "kind": kind, "description": page.meta.get("description")}
    context["head_html"] = head.head(_build.archive, _build.site, meta, page.file.dest_uri)
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Let go of the body."""
    if isinstance(page, ArchivePage):
        page.content = ""
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index."""
    assert _build is not None and _build.archive is not None
    log.info("ghi chỉ mục tìm kiếm")
    search.write_index(_build.archive, Path(config.site_dir))


def pack(site: Path) -> None:
    """Put the whole of the site just built into one zip inside it, and tell its size on the data page."""
    log.info("đóng gói %s", ZIP)
    day = newest_day()
    info = archive_zip.write_zip(site, site / ZIP, day)
    archive_zip.announce(site / "du-lieu.html", ZIP, info, day)


def on_serve(server: LiveReloadServer, config: MkDocsConfig) -> LiveReloadServer:
    """Watch an articles' folder outside docs/ too."""
    assert _build is not None
    if not _build.place.articles.resolve().is_relative_to(Path(config.docs_dir).resolve()):
        server.watch(str(_build.place.articles))
    return server


def write_pages(archive: Archive, folder: Path, site: SiteInfo) -> int:
    """Every generated page as a Markdown file below ``folder``; how many."""
    count = 0
    for page in all_pages(archive, site):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown(page), encoding="utf-8", newline="\n")
        count += 1
    return count
