"""The archive in, the old addresses that lead to one of its pages out, and a Problem for each that does not."""

from __future__ import annotations

from .entities import Archive, Redirect
from .problems import Problem

_INDICES = tuple(f"{folder}/index.html" for folder in ("cuoc-hop", "nhan-su", "van-kien", "to-chuc"))


def living(archive: Archive) -> set[str]:
    """Addresses of the pages of all entities, and of their indices."""
    urls = {record.article.url for record in archive.articles.values()}
    for table in (archive.meetings, archive.people, archive.documents, archive.organizations):
        urls |= {entity.url for entity in table.values()}
    return urls.union(_INDICES)


def sort_out(archive: Archive) -> tuple[list[Redirect], list[Problem]]:
    """(those that get a page, what is wrong with the others).

    The Problems are warnings: an id that the machine made can change with a new article, and that stops no build.
    """
    if not archive.registry.redirects:
        return [], []
    urls = living(archive)
    taken = {url.lower() for url in urls}  # two addresses that differ in case are one file on Windows and macOS
    usable, problems = [], []
    for redirect in archive.registry.redirects:
        if redirect.old.lower() in taken:
            message = f"địa chỉ cũ “{redirect.old}” vẫn là địa chỉ của một trang."
            code, hint = "BN060", "Bỏ dòng này, hoặc đổi mã của trang ấy."
        elif redirect.new not in urls:
            message = f"địa chỉ mới “{redirect.new}” không phải địa chỉ của một trang trong kho."
            code, hint = "BN061", "Ghi thẳng địa chỉ cuối cùng của trang, không qua một địa chỉ cũ khác."
        else:
            taken.add(redirect.old.lower())
            usable.append(redirect)
            continue
        problems.append(Problem(redirect.path, redirect.line, code, message, hint, "warning"))
    return usable, problems
