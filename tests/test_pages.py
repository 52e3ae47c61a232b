"""Generated pages: their bodies, their front matter, what they say and what they link to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any

import html5lib
import markdown
import pytest
import yaml

from biennien.entities import Archive
from biennien.pages import Download, Page, SiteInfo, all_pages
from toy_archive import NQ99, OPEN, built, many, toy

BAN = "bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.html"
HEADED = "bai-viet/2025/2025-06-02-tinh-uy-hop-lan-thu-9.html"
HOSTILE = "bai-viet/2025/2025-09-09-bai-doc.html"
MEETING = "cuoc-hop/2024-03-05-ban-lam-mau.html"
FEEDS = {"application/atom+xml", "application/feed+json"}  # files beside pages
BYHAND = {"gioi-thieu.html", "huong-dan/index.html"}  # pages that people write; not the archive's


@cache
def archive() -> Archive:
    return toy()


@cache
def pages() -> Mapping[str, Page]:
    return {page.url: page for page in all_pages(archive(), SiteInfo())}


@cache
def site() -> Mapping[str, str]:
    return built(archive())


@cache
def tree(url: str) -> Any:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(site()[url])


def elements(url: str, css: str) -> list[Any]:
    """Elements by "tag", ".class" or "tag.class"."""
    tag, _, name = css.partition(".")
    return [e for e in tree(url).iter(tag or None) if not name or name in (e.get("class") or "").split()]


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def by_id(url: str, name: str) -> Any:
    found = [e for e in tree(url).iter() if e.get("id") == name]
    assert len(found) == 1, f"{url}#{name}: {len(found)} elements"
    return found[0]


def target(url: str, href: str) -> tuple[str, str]:
    """(page, anchor) that a link on a page leads to."""
    path, _, anchor = href.partition("#")
    return normpath(join(dirname(url), path)) if path else url, anchor


def block_text(element: Any) -> str:
    """The text of a block of an article: the page adds nothing to it that has text of its own."""
    return "".join(element.itertext())


# --- every page -----------------------------------------------------------------------------------------------------
def test_there_is_a_page_for_every_article_meeting_person_document_and_organisation() -> None:
    a = archive()
    expected = {r.article.url for r in a.articles.values()}
    for table in (a.meetings, a.people, a.documents, a.organizations):
        expected |= {entity.url for entity in table.values()}
    expected |= {"index.html", "dong-thoi-gian.html", "can-xac-minh.html", "du-lieu.html", "tim-kiem.html"}
    expected |= {f"{folder}/index.html" for folder in ("cuoc-hop", "nhan-su", "van-kien", "to-chuc")}
    assert expected <= set(pages())
    assert {"dong-thoi-gian/2024.html", "dong-thoi-gian/2025.html"} <= set(pages())


def test_no_two_pages_share_an_address() -> None:
    paths = [page.path for page in all_pages(archive(), SiteInfo())]
    assert len(paths) == len(set(paths))


def test_front_matter_is_plain_yaml_with_title_kind_and_id() -> None:
    for url, page in pages().items():
        meta = dict(page.meta)
        assert yaml.safe_load(yaml.safe_dump(meta, allow_unicode=True)) == meta, url
        assert meta["title"] and meta["kind"] and meta["id"], url


def test_front_matter_of_an_article_names_its_entities() -> None:
    meta = pages()[BAN].meta
    assert meta["people"] == ["tran-vi-du", "pham-thi-mau", "hoang-van-thu"]
    assert meta["documents"] == [NQ99, OPEN]
    assert meta["meetings"] == ["2024-03-05-ban-lam-mau"]
    assert meta["organizations"] == ["binh-mau/ban-mau"]
    assert (meta["date"], meta["published"]) == ("2024-03-05", "2024-03-06")


def test_bodies_are_one_block_that_markdown_leaves_alone() -> None:
    for url, page in pages().items():
        body = page.body()
        assert "\n\n" not in body and body.strip() == body, url
        assert not any(line.isspace() for line in body.split("\n")), url
        assert markdown.markdown(body) == body, url


def test_rendering_twice_gives_the_same() -> None:
    first = [(p.path, dict(p.meta), p.body()) for p in all_pages(toy(), SiteInfo())]
    second = [(p.path, dict(p.meta), p.body()) for p in all_pages(toy(), SiteInfo())]
    assert first == second


def test_html_has_no_parse_error() -> None:
    for url, html in site().items():
        parser = html5lib.HTMLParser()
        parser.parse(html)
        assert not parser.errors, (url, parser.errors[:3])


def citation_file(element: Any) -> bool:
    """A link that saves a citation: its address holds the file, of a kind that no browser runs."""
    kinds = r"data:application/(x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);charset=utf-8,[^\s<>]*"
    name = element.get("download") or ""
    return bool(re.fullmatch(kinds, element.get("href") or "")) and bool(
        re.fullmatch(r"[a-z0-9-]+\.(bib|ris|json)", name)
    )


def test_every_link_and_anchor_of_the_site_leads_somewhere() -> None:
    ids: dict[str, set[str]] = {}
    for url in site():
        names = [e.get("id") for e in tree(url).iter() if e.get("id")]
        assert len(names) == len(set(names)), f"{url}: an id twice"
        ids[url] = set(names)
    seen = 0
    for url in site():
        for element in tree(url).iter():
            for attribute in ("href", "src", "action"):
                link = element.get(attribute)
                if link is None or link.startswith("https://") or citation_file(element):
                    continue
                path, anchor = target(url, link)
                if path.startswith(("assets/", "data/")) or path in BYHAND or element.get("type") in FEEDS:
                    continue
                assert path in ids, f"{url}: {link}"
                assert not anchor or anchor in ids[path], f"{url}: {link}"
                seen += 1
            for attribute in ("aria-labelledby", "aria-describedby", "data-f", "popovertarget"):
                if name := element.get(attribute):
                    assert name in ids[url], f"{url}: {attribute}={name}"
    assert seen > 900


def test_headings_begin_with_one_h1_and_skip_no_level() -> None:
    for url in site():
        levels = [int(e.tag[1]) for e in tree(url).iter() if re.fullmatch("h[1-6]", str(e.tag))]
        assert levels[0] == 1 and levels.count(1) == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)


def test_nothing_in_a_page_runs_or_styles_inline() -> None:
    for url in site():
        for element in tree(url).iter():
            assert "style" not in element.attrib, url
            assert not [name for name in element.attrib if str(name).startswith("on")], url
            assert element.tag != "style", url
            if element.tag == "script":
                assert element.get("src") and not element.text, url


def test_tables_have_headers_for_rows_and_columns() -> None:
    seen = 0
    for url in site():
        for table in elements(url, "table"):
            assert all(th.get("scope") for th in table.iter("th")), url
            assert len(list(table.iter("thead"))) == 1, url
            seen += 1
    assert seen > 5


# --- untrusted text -------------------------------------------------------------------------------------------------
def test_hostile_text_is_only_ever_text() -> None:
    allowed = {"assets/biennien.js", "assets/search.js", "assets/timeline.js"}
    for url in site():
        for element in tree(url).iter():
            assert element.tag not in ("img", "b1", "iframe", "object", "embed", "base"), url
            if element.tag == "script":
                assert target(url, element.get("src"))[0] in allowed
            for attribute in ("href", "src", "action"):
                link = (element.get(attribute) or "").strip().lower()
                if not citation_file(element):
                    assert not link.startswith(("javascript:", "data:", "vbscript:")), url


def test_hostile_text_is_shown_as_it_was_written() -> None:
    record = archive().articles["2025-09-09-bai-doc"]
    for block in record.article.blocks:
        assert block_text(by_id(HOSTILE, block.id)) == block.text, block.id
    assert "{{ config }}" in site()[HOSTILE]
    assert text(elements(HOSTILE, "h1")[0]) == record.article.title
    assert "<script>alert(6)</script>" in text(elements("van-kien/chua-ro/doc.html", "p.bn-lede")[0])


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    assert not [a for a in elements(HOSTILE, "a") if a.get("rel") == "external"]
    assert [a.get("href") for a in elements(BAN, "a") if a.get("rel") == "external"] == [
        "https://bao.example/ban-lam-mau"
    ]


# --- articles -------------------------------------------------------------------------------------------------------
def test_every_block_stands_whole_in_the_page_under_its_id() -> None:
    for record in archive().articles.values():
        for block in record.article.blocks:
            assert block_text(by_id(record.article.url, block.id)) == block.text


def test_a_headline_in_the_text_is_the_heading_and_keeps_its_id() -> None:
    heading = elements(HEADED, "h1")[0]
    assert (heading.get("id"), text(heading)) == ("b1", "Tỉnh ủy Bình Mẫu họp lần thứ 9")


def test_a_summary_says_whose_report_it_sums_up() -> None:
    assert "Tóm lược theo Báo Bình Mẫu, 6-3-2024" in text(elements(BAN, "p.bn-source")[0])
    assert "Tóm lược" not in site()[HEADED]


def test_under_a_summary_the_byline_is_said_to_be_the_reports() -> None:
    a = archive()
    bylined = {
        name: replace(r, article=replace(r.article, byline=("Lê Mẫu", "Đỗ Thử"))) for name, r in a.articles.items()
    }
    bodies = {p.url: p.body() for p in all_pages(replace(a, articles=bylined), SiteInfo())}
    assert '<p class="bn-by">Người viết bài gốc: Lê Mẫu, Đỗ Thử</p>' in bodies[BAN]
    assert '<p class="bn-by">Lê Mẫu, Đỗ Thử</p>' in bodies[HEADED]


def test_what_is_not_the_report_is_folded_but_kept() -> None:
    (folded,) = elements(BAN, "details.bn-fold")
    assert [p.get("id") for p in folded.iter("p")] == ["b9", "b10"]


def test_captions_are_figures_and_a_credit_belongs_to_the_caption_before_it() -> None:
    a = archive()
    record = a.articles["2024-03-06-tong-ket-cong-tac-lam-mau"]
    kinds = ("lead", "credit", "caption", "credit", "paragraph", "caption", "caption", "credit")
    blocks = tuple(replace(b, kind=k) for b, k in zip(record.article.blocks, kinds, strict=False))
    changed = replace(record, article=replace(record.article, blocks=blocks))
    html = next(
        p.body()
        for p in all_pages(replace(a, articles={**a.articles, record.article.id: changed}), SiteInfo())
        if p.url == BAN
    )
    found = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    figures = [[p.get("id") for p in e.find("figcaption").iter("p")] for e in found.iter("figure")]
    assert figures == [["b2"], ["b3", "b4"], ["b6"], ["b7", "b8"]]


def test_mentions_link_to_their_pages_and_show_how_sure_they_are() -> None:
    marks = {
        (text(a), target(BAN, a.get("href"))[0], next(c for c in a.get("class").split() if c.startswith("is-")))
        for a in elements(BAN, "a.m")
    }
    assert ("Trần Ví Dụ", "nhan-su/tran-vi-du.html", "is-stated") in marks
    assert ("Ông Dụ", "nhan-su/tran-vi-du.html", "is-inferred") in marks
    assert ("Nghị quyết số 99-NQ/TU của Tỉnh ủy Bình Mẫu", f"van-kien/{NQ99}.html", "is-stated") in marks
    assert ("Nghị quyết 99", f"van-kien/{NQ99}.html", "is-inferred") in marks
    assert ("Nghị quyết 5", f"van-kien/{OPEN}.html", "is-unresolved") in marks
    assert ("Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu", "to-chuc/binh-mau/tinh-uy.html", "is-stated") in marks


def test_each_inferred_or_open_mention_has_a_mark_that_leads_to_its_reason() -> None:
    unsure = [a for a in elements(BAN, "a.m") if "is-stated" not in a.get("class")]
    marks = elements(BAN, "a.i")
    assert [a.get("data-f") for a in unsure] == [a.get("data-f") for a in marks]
    for mark in marks:
        assert mark.get("aria-label") in ("suy ra", "chưa rõ") and not text(mark)
        reason = by_id(BAN, mark.get("href").removeprefix("#"))
        assert "suy ra" in text(reason) or "chưa rõ" in text(reason)


def test_a_nested_mention_gives_way_to_the_outer_one() -> None:
    # The quotation of block 7 holds a figure; the citation of block 5 holds the name of an organisation.
    citation = next(a for a in elements(BAN, "a.m") if text(a).startswith("Nghị quyết số 99"))
    assert not list(citation.iter("a"))[1:]
    assert "Ban Làm mẫu" in text(by_id(BAN, "b1"))


def test_statements_are_anchors_in_the_text() -> None:
    assert block_text(by_id(BAN, "loi-1")) == (
        "Ông Dụ yêu cầu các đơn vị tiếp tục thực hiện Nghị quyết 99 đúng tiến độ."
    )


def test_the_panel_tells_date_place_people_documents_figures_and_doubts_with_reasons() -> None:
    panel = text(elements(BAN, "section.bn-facts")[0])
    assert "chiều 5-3-2024" in panel and "Bài ghi ngày và tháng; năm lấy theo ngày đăng." in panel
    assert "chủ trì" in panel and "Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu" in panel
    assert "hơn 2.400" in panel and "12,5%" in panel and "3–4" in panel
    assert "Không nêu cơ quan ban hành và khóa." in panel
    assert "“Nghị quyết 5” chưa rõ là văn kiện nào." in panel


def test_related_articles_say_why() -> None:
    cards = [text(li) for ul in elements(BAN, "ul.bn-cards") for li in ul]
    assert any("Cùng cuộc họp" in card and "Thời Thử" in card for card in cards)
    assert any("Cùng nhắc Nghị quyết số 99-NQ/TU" in card for card in cards)


def test_the_source_file_is_named_and_can_be_changed_where_the_site_says_so() -> None:
    assert "docs/bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.md" in text(elements(BAN, "p.bn-edit")[0])
    info = SiteInfo(edit_base="https://kho.example/sua/docs/")
    html = next(p for p in all_pages(archive(), info) if p.url == BAN).body()
    assert 'href="https://kho.example/sua/docs/bai-viet/2024/2024-03-06-tong-ket-cong-tac-lam-mau.md"' in html


# --- evidence -------------------------------------------------------------------------------------------------------
def test_a_quoted_citation_stands_in_the_paragraph_it_links_to() -> None:
    url = f"van-kien/{NQ99}.html"
    rows = elements(url, "ol.bn-quotes")[0]
    assert len(list(rows)) == len(archive().documents[NQ99].citations)
    for row in rows:
        words = text(next(row.iter("mark")))
        (ref,) = [a for a in row.iter("a") if a.get("class") == "bn-ref"]
        page, anchor = target(url, ref.get("href"))
        assert words in block_text(by_id(page, anchor))


def test_the_words_of_a_person_stand_in_the_paragraph_they_link_to() -> None:
    url = "nhan-su/tran-vi-du.html"
    rows = list(elements(url, "ul.bn-says")[0])
    assert len(rows) == 3
    for row in rows:
        said = text(next(row.iter("p")))
        (ref,) = [a for a in row.iter("a") if a.get("class") == "bn-ref"]
        page, anchor = target(url, ref.get("href"))
        assert said in block_text(by_id(page, anchor))


def test_each_office_of_a_person_links_to_a_paragraph_that_prints_it() -> None:
    url = "nhan-su/tran-vi-du.html"
    rows = [r for t in elements(url, "table.bn-chart") for r in t.iter("tr")][1:]
    assert [text(next(r.iter("th"))) for r in rows] == [
        "Bí thư Tỉnh ủy Bình Mẫu",
        "Phó Bí thư Thường trực Tỉnh ủy Bình Mẫu",
    ]
    for row in rows:
        refs = [a for a in row.iter("a") if a.get("class") == "bn-ref"]
        assert refs
        for ref in refs:
            page, anchor = target(url, ref.get("href"))
            assert text(next(row.iter("th"))) in block_text(by_id(page, anchor))


# --- meetings -------------------------------------------------------------------------------------------------------
def test_a_meeting_keeps_both_outlets_and_what_they_say_differently() -> None:
    body = text(tree(MEETING).find(".//main"))
    assert "Các báo nói khác nhau" in body and "hơn 2.400" in body and "2.380" in body
    matrix = {
        text(next(r.iter("th"))): [text(td) for td in r.iter("td")]
        for r in elements(MEETING, "table.bn-matrix")[0].iter("tr")
    }
    assert matrix["Trần Ví Dụ"] == ["phát biểu", "chủ trì"]
    assert matrix["Phạm Thị Mẫu"] == ["–không nói", "phát biểu"]
    assert matrix["mẫu được duyệt"] == ["2.380", "hơn 2.400"]


def test_a_meeting_known_from_one_article_has_no_matrix() -> None:
    assert not elements("cuoc-hop/2025-06-01-tinh-uy-binh-mau-9.html", "table.bn-matrix")


def test_a_date_is_never_more_exact_than_known() -> None:
    def date_of(name: str) -> str:
        return text(elements(f"cuoc-hop/{name}.html", "dd")[0])

    assert date_of("2025-07-10-khoi-vi-du").startswith("không muộn hơn 10-7-2025 suy ra")
    assert date_of("khong-ro-ngay-le-ky-niem") == "chưa rõ ngày chưa rõ: Bài không ghi ngày nào."
    assert date_of("2025-09-08-bai-doc").startswith("tháng 9-2025")
    assert date_of("2025-08-14-thanh-uy-thu-nghiem").startswith("14–15-8-2025")


def test_the_place_says_what_it_was_inferred_from() -> None:
    place = text(elements("cuoc-hop/2025-07-10-khoi-vi-du.html", "dd")[1])
    assert place == "Bình Mẫu suy ra: Báo Bình Mẫu là báo của tỉnh Bình Mẫu."


# --- people, documents, organisations -------------------------------------------------------------------------------
def test_namesakes_point_at_each_other_and_say_that_nobody_has_checked() -> None:
    flag = elements("nhan-su/hoang-van-thu.html", "p.bn-flag")[0]
    assert "Chưa có biên tập viên xác nhận" in text(flag)
    assert [a.get("href") for a in flag.iter("a")] == ["../nhan-su/hoang-van-thu-2.html"]


def test_a_former_office_is_told_as_former() -> None:
    assert "nguyên Phó Bí thư" in text(elements("nhan-su/le-gia-dinh.html", "table.bn-chart")[0])
    assert not elements("nhan-su/le-gia-dinh.html", "p.bn-lede") or "nguyên" in text(
        elements("nhan-su/le-gia-dinh.html", "p.bn-lede")[0]
    )


def test_a_document_with_two_dates_shows_both_and_chooses_none() -> None:
    body = text(tree(f"van-kien/{NQ99}.html").find(".//main"))
    assert "10-1-2022 theo Báo Bình Mẫu" in body and "12-1-2022 theo Thời Thử" in body
    assert "các nguồn ghi khác nhau" in body


def test_the_life_of_a_document_runs_by_date() -> None:
    (steps,) = elements(f"van-kien/{NQ99}.html", "ol.bn-line")
    dates = [t.get("datetime") for t in steps.iter("time")]
    assert dates == sorted(dates) and len(dates) == 4
    assert "sơ kết" in text(steps) and "học tập, quán triệt" in text(steps)


def test_an_unresolved_document_lists_its_candidates() -> None:
    flag = elements(f"van-kien/{OPEN}.html", "div.bn-flag")[0]
    assert "Chưa xác định" in text(flag) and "Không nêu cơ quan ban hành và khóa." in text(flag)
    assert [target(f"van-kien/{OPEN}.html", a.get("href"))[0] for a in flag.iter("a")] == [
        f"van-kien/{NQ99}.html",
        "van-kien/dang/binh-mau/2020/nq/77.html",
    ]
    assert "dang/khac/2020/nq/5" in text(flag)


def test_figures_of_an_organisation_stand_side_by_side_and_are_never_merged() -> None:
    (table,) = elements("to-chuc/binh-mau/ban-mau.html", "table.bn-values")
    assert [text(next(r.iter("td"))) for r in list(table.iter("tr"))[1:]] == ["2.380", "hơn 2.400"]


def test_feeds_can_be_followed_from_the_pages_of_those_that_have_one() -> None:
    for url in ("nhan-su/tran-vi-du.html", f"van-kien/{NQ99}.html", "to-chuc/binh-mau/tinh-uy.html"):
        links = {a.get("type"): target(url, a.get("href"))[0] for a in elements(url, "a") if a.get("type")}
        base = url.removesuffix(".html")
        assert links == {"application/atom+xml": f"{base}.xml", "application/feed+json": f"{base}.json"}
    assert "Theo dõi" not in site()[f"van-kien/{OPEN}.html"]


def test_an_organisation_tells_what_it_belongs_to_and_became() -> None:
    side = text(elements("to-chuc/binh-mau/khoi-vi-du.html", "dl.bn-dl")[0])
    assert "Trực thuộcTỉnh ủy Bình Mẫu" in side and "Sau này làbinh-mau/cac-co-quan-vi-du" in side


# --- indices, timeline, problems, data ------------------------------------------------------------------------------
def test_people_are_listed_by_given_name_and_shown_in_direct_order() -> None:
    names = [text(next(li.iter("a"))) for ul in elements("nhan-su/index.html", "ul.bn-cols-list") for li in ul]
    assert names == ["Trần Ví Dụ", "Lê Giả Định", "<b>Đỗ & Họa</b>", "Phạm Thị Mẫu", "Hoàng Văn Thử", "Hoàng Văn Thử"]
    assert [text(h) for h in elements("nhan-su/index.html", "h2")] == ["D", "Đ", "H", "M", "T"]


def test_resolutions_come_first_in_the_index_of_documents_and_open_questions_last() -> None:
    headings = [text(h) for h in elements("van-kien/index.html", "h2")]
    assert headings == ["Nghị quyết 2", "Chỉ thị 1", "Chưa xác định 2"]


def test_the_timeline_has_all_years_and_the_undated_at_its_end() -> None:
    url = "dong-thoi-gian.html"
    years = [text(a) for ol in elements(url, "ol.bn-years") for a in ol.iter("a")]
    assert [y.split()[0] for y in years] == ["20241", "20254", "Chưa"]
    headings = [text(h) for h in elements(url, "h2")]
    assert headings == ["Tháng 92025", "Tháng 82025", "Tháng 72025", "Tháng 62025", "Tháng 32024", "Chưa rõ ngày"]


def test_problems_tell_the_remedy_and_lead_to_the_paragraph() -> None:
    url = "can-xac-minh.html"
    rows = [li for ul in elements(url, "ul.bn-list") for li in ul]
    row = next(r for r in rows if "Nghị quyết 5" in text(r))
    assert "Cách sửa: Thêm documents vào phần đầu." in text(row)
    assert target(url, next(row.iter("a")).get("href")) == (BAN, "b7")
    assert len(rows) == len(archive().problems)


def test_the_state_of_the_archive_is_told_in_numbers() -> None:
    (table,) = elements("can-xac-minh.html", "table.bn-tally")
    rows = {text(next(r.iter("th"))): [int(text(td)) for td in r.iter("td")] for r in list(table.iter("tr"))[1:]}
    assert rows["Ngày họp"] == [3, 2, 1]
    assert rows["Nơi họp"] == [4, 1, 1]
    assert sum(rows["Lần nhắc văn kiện"]) == sum(len(d.citations) for d in archive().documents.values())
    assert rows["Người: các lần nhắc là một người"] == [1, 3, 2]


def test_the_data_page_describes_every_file_and_tells_sizes_it_was_given() -> None:
    info = SiteInfo(
        downloads=(Download("data/people.json", 123456, 7), Download("data/them.csv", 10)), licence="CC BY 4.0"
    )
    html = next(p for p in all_pages(archive(), info) if p.path == "du-lieu.md").body()
    for name in ("articles", "meetings", "people", "documents", "organizations", "figures", "problems"):
        assert f'href="data/{name}.json"' in html
    assert "7 bản ghi, 123 KB" in html and 'href="data/archive.sqlite"' in html and "data/them.csv" in html


def test_the_search_page_offers_the_indices_to_readers_without_script() -> None:
    html = pages()["tim-kiem.html"].body()
    assert '<div id="search-root"></div>' in html
    noscript = html[html.index("<noscript>") :]
    for url in ("dong-thoi-gian.html", "cuoc-hop/index.html", "nhan-su/index.html", "van-kien/index.html"):
        assert f'href="{url}"' in noscript


def test_an_empty_archive_still_has_its_doors() -> None:
    nothing = replace(
        archive(), articles={}, meetings={}, people={}, documents={}, organizations={}, series=(), problems=()
    )
    urls = {page.url: page.body() for page in all_pages(nothing, SiteInfo())}
    assert {"index.html", "dong-thoi-gian.html", "can-xac-minh.html", "nhan-su/index.html"} <= set(urls)


# --- long lists -----------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def crowded() -> dict[str, str]:
    return {p.url: p.body() for p in all_pages(many(420, people=9), SiteInfo(today=dt.date(2026, 1, 1)))}


def test_a_person_seen_hundreds_of_times_keeps_a_short_page_and_whole_years(crowded: dict[str, str]) -> None:
    assert len(crowded["nhan-su/nguoi-1.html"].encode()) < 120_000
    a = many(420, people=9)
    whole = {m.meeting for m in a.people["nguoi-1"].appearances}
    told = set()
    for url, body in crowded.items():
        if re.fullmatch(r"nhan-su/nguoi-1/\d{4}\.html", url):
            told |= set(re.findall(r"cuoc-hop/([^\"#]+)\.html", body))
    assert whole <= told


def test_the_timeline_stays_short_and_its_years_hold_everything(crowded: dict[str, str]) -> None:
    assert crowded["dong-thoi-gian.html"].count('class="bn-ev"') == 40
    years = [body for url, body in crowded.items() if re.fullmatch(r"dong-thoi-gian/\d{4}\.html", url)]
    assert sum(body.count('class="bn-ev"') for body in years) == 420


def test_hundreds_of_undated_meetings_have_a_page_of_their_own() -> None:
    a = many(60, people=9)
    undated = {m: replace(x, date=None, not_after=None, date_precision="unknown") for m, x in a.meetings.items()}
    urls = {p.url: p.body() for p in all_pages(replace(a, meetings=undated), SiteInfo())}
    assert urls["dong-thoi-gian.html"].count('class="bn-ev"') == 40
    assert urls["dong-thoi-gian/khong-ro-ngay.html"].count('class="bn-ev"') == 60


def test_a_document_cited_hundreds_of_times_keeps_every_citation_in_its_years(crowded: dict[str, str]) -> None:
    a = many(420, people=9)
    name, document = max(a.documents.items(), key=lambda d: len(d[1].citations))
    assert len(document.citations) > 60
    assert crowded[document.url].count("<mark>") == 60
    base = document.url.removesuffix(".html")
    years = [body for url, body in crowded.items() if re.fullmatch(re.escape(base) + r"/\d{4}\.html", url)]
    assert sum(body.count("<mark>") for body in years) == len(document.citations), name
