"""The search in a real browser: what it finds, what it loads, what it does when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from biennien.pipeline import Place, read_archive
from biennien.search import definition, write_entries, write_index
from biennien.search.entries import KINDS, Entries, Entry
from biennien.search.scripts import installed_lunr
from biennien.search.words import code_forms
from conftest import build_site
from search.served import Server, opened, results, settled, write_articles
from test_search_index import hostile_entries
from test_search_words import VECTORS, python_reads, strange_texts

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]
TOY = Path(__file__).resolve().parent / "toy"
FLOATING_MARKET = "bai-viet/2024/2024-03-05-cho-noi.html"
MAP = "bai-viet/2023/2023-06-07-ban-do.html"
BOATS = "bai-viet/2023/2023-06-08-ban-do.html"
SCATTERED = "bai-viet/2022/2022-02-02-tach-roi.html"
WARD = "bai-viet/2021/2021-05-06-quan-ly.html"
IN_ONE_GO = "bai-viet/2018/2018-04-05-mot-mach.html"
PAIR_BY_PAIR = "bai-viet/2019/2019-04-05-tung-doi.html"
NAMED = "bai-viet/2017/2017-03-02-ten-nguoi.html"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("bai"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, articles: Path) -> Path:
    target = tmp_path_factory.mktemp("search") / "site"
    build_site(target, articles, TOY / "danh-muc")
    return target


@pytest.fixture(scope="module")
def entries(articles: Path) -> list[Entry]:
    place = replace(Place.of(ROOT, articles, cache=False), registries=TOY / "danh-muc")
    archive = read_archive(place, jobs=1)
    return [entry for _, some in Entries(archive, code_forms()).in_order() for entry in some]


@pytest.fixture(scope="module")
def engine(browser: Any, site: Path) -> Iterator[Any]:
    """A page from file:// with the engine loaded and nothing else going on: ``engine(script, argument)``."""
    with opened(browser, (site / "index.html").as_uri()) as page:
        page.focus("input[name=q]")
        page.wait_for_function("window.bnSite && bnSite.engine.ready().then(() => true)")
        yield page.evaluate


def answer(engine: Any, query: str, **options: Any) -> dict[str, list[str]]:
    """kind -> addresses of its hits, groups in the order in which they are shown."""
    script = """async ([query, options]) => {
      const { groups } = await bnSite.engine.answer(query, options);
      return groups.map(g => [g.kind, g.hits.map(h => h.url)]);
    }"""
    return dict(engine(script, [query, options]))


def first(engine: Any, query: str, **options: Any) -> str:
    """The first hit of all, "" for none."""
    found = [url for urls in answer(engine, query, **options).values() for url in urls]
    return found[0] if found else ""


def articles_of(engine: Any, query: str, **options: Any) -> list[str]:
    return answer(engine, query, **options).get("articles", [])


# --- the twin of the Python spec, and of lunr ---------------------------------------------------------------------
READ = """async texts => {
  const table = await bnSite.engine.table(), { words, codes, parse } = bnWords;
  return texts.map(text => {
    const nfc = text.normalize("NFC"), tokens = words(nfc);
    return {
      words: tokens.map(t => [t.fold, t.accent]),
      codes: codes(nfc, tokens, table).map(c => [c.code, c.first, c.last]),
      query: parse(text, table),
    };
  });
}"""


def test_the_browser_reads_vectors_and_strange_texts_as_python_does(engine: Any) -> None:
    texts = [case["text"] for part in ("words", "codes", "queries") for case in VECTORS[part]] + strange_texts(
        600, seed=9
    )
    texts = [text for text in texts if not any(0xD800 <= ord(c) < 0xE000 for c in text)]  # they do not pass the wire
    for text, read in zip(texts, engine(READ, texts), strict=True):
        assert read == python_reads(text), repr(text)


def test_the_partial_index_gives_the_documents_and_scores_of_the_whole_one(
    browser: Any, site: Path, entries: list[Entry], tmp_path: Path
) -> None:
    """lunr.py's whole index, serialised, in the installed lunr.js, against what the engine hydrates from shards."""
    whole = json.dumps(definition.whole_index(entries).serialize())
    (tmp_path / "whole.js").write_text(f"var whole = {whole}", encoding="utf-8")
    (tmp_path / "lunr-installed.js").write_text(installed_lunr(), encoding="utf-8")
    queries = [
        "nghị quyết", "nghi quyet", "tỉnh ủy", "bình mẫu", "cải cách hành chính", "cai cach hanh chinh", "Trần Ví Dụ",
        "phường", "hội nghị tổng kết", "chuyển đổi số", "nghị quyết 1918", "kl 914 bình mẫu", "an ninh trật tự",
        "đảng viên đại biểu", "đồng chí", "bản đồ ngập", "ban do ngap", "ủy ban nhân dân", "cồn thử chợ nổi", "2024",
        "họp", "quyết quyết",
    ]  # fmt: skip
    with opened(browser, (site / "index.html").as_uri()) as page:
        page.focus("input[name=q]")
        page.wait_for_function("window.bnSite && bnSite.engine.ready().then(() => true)")
        page.add_script_tag(path=str(tmp_path / "lunr-installed.js"))
        page.evaluate("() => { window.installed = lunr; delete window.lunr; }")
        page.add_script_tag(path=str(tmp_path / "whole.js"))
        page.evaluate("() => { window.wholeIndex = installed.Index.load(whole); }")
        script = """async query => {
          const { parse, fill, asPhrase, asWords, intersect, scored, hydrate, ask } = bnSite.engine.inner;
          await bnSite.engine.answer("x"); // has lunr loaded
          const out = [], plain = found => found.map(r => [r.ref, r.score]).sort((a, b) => a[0] - b[0]);
          for (const make of [asPhrase, asWords]) for (const pairs of [false, true]) {
            const clauses = await fill(make(parse(query)), new Set());
            const terms = scored(clauses, pairs ? await fill(asPhrase(parse(query)), new Set()) : []);
            const set = intersect(clauses), entries = [...set.keys()].filter(at => set[at]);
            const ours = ask(hydrate(terms, entries, lunr), terms, lunr);
            out.push([terms.length, plain(ours), plain(ask(wholeIndex, terms, installed))]);
          }
          return out;
        }"""
        compared = 0
        for query in queries:
            for count, ours, theirs in page.evaluate(script, query):
                assert count and [ref for ref, _ in ours] == [ref for ref, _ in theirs], query
                # The same numbers added up in another order: they differ in the last bit at most.
                assert [score for _, score in ours] == pytest.approx([score for _, score in theirs], rel=1e-12), query
                compared += len(ours)
    assert compared > 1000


# --- what is understood -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "query",
    ["ghe hàng bông", "ghe hang bong", "GHE HÀNG BÔNG", "ghe hàng bông cần bến đậu riêng trước mùa nước nổi",
     "đề án chợ nổi", "de an cho noi con thu", '"ghe hàng bông"', "ghe hàng bôn"],
)  # fmt: skip
def test_a_phrase_is_found_with_and_without_accents_and_while_it_is_typed(engine: Any, query: str) -> None:
    assert articles_of(engine, query)[0] == FLOATING_MARKET


def test_words_that_stand_together_come_before_the_same_words_scattered(engine: Any) -> None:
    wide = articles_of(engine, "ghe hàng bông bến đậu", wider=100)
    assert set(wide[:2]) == {FLOATING_MARKET, SCATTERED} and wide[0] == FLOATING_MARKET
    assert articles_of(engine, "ghe bông lúa chợ") == [SCATTERED], "no phrase anywhere: then all the words, anywhere"
    assert articles_of(engine, '"ghe hàng bông"', wider=100) == [FLOATING_MARKET], "a quotation is never scattered"


def test_most_of_a_phrase_is_enough_where_no_article_has_all_of_it(engine: Any) -> None:
    misquoted = "ghe hàng bông cần chỗ đậu riêng trước mùa nước nổi"
    assert articles_of(engine, misquoted)[0] == FLOATING_MARKET
    two_things = "bản đồ ngập Sở Mẫu tỉnh Bình Mẫu"
    assert articles_of(engine, two_things)[0] == MAP


def test_accents_that_are_typed_decide_and_those_that_are_not_do_not(engine: Any) -> None:
    assert articles_of(engine, "bản đồ ngập")[0] == MAP
    assert articles_of(engine, "bán đò ngập")[0] == BOATS
    assert set(articles_of(engine, "ban do ngap")) == {MAP, BOATS}
    assert articles_of(engine, '"bản đồ ngập"') == [MAP]
    assert set(articles_of(engine, '"ban do ngap"')) == {MAP, BOATS}


def test_tone_placement_and_unicode_form_make_no_difference(engine: Any) -> None:
    for query in ("khóa học thử", "khoá học thử", "kho\u0301a ho\u0323c thu\u031b\u0309", "khoa hoc thu"):
        assert articles_of(engine, query)[0] == MAP, query


@pytest.mark.parametrize(
    "query",
    [
        "1918-NQ/TU",
        "NQ1918",
        "nq 1918",
        "nghị quyết 1918",
        "nghi quyet so 1918",
        "Nghị quyết số 1918-NQ/TU",
        "NQ/TU 1918",
        "1918",
    ],
)
def test_a_document_is_found_by_every_form_of_its_number_and_comes_first(engine: Any, query: str) -> None:
    found = answer(engine, query)
    assert next(iter(found)) == "documents"
    assert "1918" in found["documents"][0] or "nq" in found["documents"][0]
    assert found["articles"] == [FLOATING_MARKET]


def test_words_beside_a_code_narrow_it(engine: Any) -> None:
    assert articles_of(engine, "kl 914 cồn thử") == [FLOATING_MARKET]
    assert articles_of(engine, "kl 914 kênh xáng ví") == []


def test_a_document_is_shown_by_its_number_even_where_nothing_has_the_words_beside_it(engine: Any) -> None:
    alone = answer(engine, "kl 914")["documents"]
    assert answer(engine, "kl 914 kênh xáng ví")["documents"] == alone
    found = answer(engine, "kl 914 cồn thử")
    assert next(iter(found)) == "articles" and found["documents"] == alone


def test_what_only_looks_like_a_code_is_searched_as_words(engine: Any) -> None:
    assert articles_of(engine, "kế hoạch 5 năm của phường")[0] == WARD


@pytest.mark.parametrize("query", ["Trần Ví Dụ", "tran vi du", "Dụ Trần Ví", "ví dụ trần", "trần ví d", "dụ trần v"])
def test_a_person_is_found_by_the_name_in_any_order_and_comes_first(engine: Any, query: str) -> None:
    found = answer(engine, query)
    assert next(iter(found)) == "people"
    assert found["people"] == ["nhan-su/tran-vi-du.html"]


@pytest.mark.parametrize("query", ["trạm bơm phao nổi", "tram bom phao noi", "trạm bơm phao nổ", "bờ kè đá chẻ"])
def test_who_says_a_phrase_in_one_go_comes_before_who_has_its_pairs_more_often(engine: Any, query: str) -> None:
    assert articles_of(engine, query)[:2] in ([IN_ONE_GO, PAIR_BY_PAIR], [IN_ONE_GO])
    assert PAIR_BY_PAIR in articles_of(engine, "trạm bơm phao nổi"), "else this shows nothing"


def test_of_two_with_most_of_a_phrase_the_one_with_all_its_words_comes_first(engine: Any) -> None:
    assert articles_of(engine, "lưới trạm bơm phao nổi") == [IN_ONE_GO, PAIR_BY_PAIR]


def test_a_phrase_right_before_a_code_comes_before_both_in_one_article(engine: Any) -> None:
    assert articles_of(engine, "quỹ vì cây xanh kết luận 915") == [IN_ONE_GO, PAIR_BY_PAIR]
    assert set(articles_of(engine, "cây xanh kl 915")) == {IN_ONE_GO, PAIR_BY_PAIR}


def test_of_two_guesses_the_one_that_some_article_says_is_taken(engine: Any) -> None:
    """ "đã cho" is more frequent than "đá chẻ", and every pair of "bờ kè đã cho" exists."""
    assert articles_of(engine, "bo ke da chr")[0] == IN_ONE_GO


@pytest.mark.parametrize("query", ["Phèn Đỗ Tấn", "Tấn Phèn Đỗ", "tan phen do", "phèn tấn đỗ", "Phèn Đỗ T"])
def test_a_name_turned_around_is_the_person_and_then_the_articles_that_print_the_name(engine: Any, query: str) -> None:
    """Even where a title has the same syllables with other accents: "Tân Phèn đo"."""
    found = answer(engine, query)
    assert next(iter(found)) == "people" and found["people"] == ["nhan-su/do-tan-phen.html"]
    assert NAMED in found["articles"]


def test_a_name_turned_around_is_shown_where_it_stands_in_its_own_order(engine: Any) -> None:
    script = """async q => {
      const { groups } = await bnSite.engine.answer(q), { passage } = groups.find(g => g.kind === "articles").hits[0];
      return passage.ranges.map(([from, to]) => passage.text.slice(from, to));
    }"""
    assert engine(script, "Phèn Đỗ Tấn") == ["Đỗ Tấn Phèn"]


@pytest.mark.parametrize("query", ["ông Đỗ Tấn Phèn", "dong chi do tan phen", "Bí thư Đỗ Tấn Phèn"])
def test_a_name_with_a_form_of_address_or_an_office_means_the_person(engine: Any, query: str) -> None:
    found = answer(engine, query)
    assert next(iter(found)) == "people" and found["people"] == ["nhan-su/do-tan-phen.html"]
    assert NAMED in found["articles"]


def test_who_is_named_among_other_words_is_shown_after_the_articles(engine: Any) -> None:
    found = answer(engine, "Đỗ Tấn Phèn khánh thành")
    assert next(iter(found)) == "articles" and found["articles"][0] == NAMED
    assert found["people"] == ["nhan-su/do-tan-phen.html"]


def test_what_articles_say_word_for_word_comes_before_what_only_begins_like_it(engine: Any) -> None:
    """ "thu đan" begins "Bí thư Đảng ủy …", an office of many people; one article says "mùa thu đan lưới"."""
    found = answer(engine, "thu đan")
    assert next(iter(found)) == "articles" and found["articles"][0] == IN_ONE_GO
    assert found["people"], "else this shows nothing"


def test_place_body_and_year_find_the_meeting_though_no_text_has_all_the_words(engine: Any) -> None:
    meetings = answer(engine, "cuộc họp phường Thử Thành phố Hồ Chí Minh tháng 5 2021")["meetings"]
    assert meetings[0].startswith("cuoc-hop/2021-05-06")
    assert answer(engine, "zzqq xxyy ttww vvkk") == {}, "but not anything for anything"


def test_a_person_is_found_by_given_name_and_by_office(engine: Any) -> None:
    assert "nhan-su/tran-vi-du.html" in answer(engine, "dụ", shown={"people": 50})["people"]
    assert "nhan-su/tran-vi-du.html" in answer(engine, "bí thư tỉnh ủy bình mẫu", shown={"people": 50})["people"]


def test_an_organisation_is_found_by_its_name_before_those_that_contain_it(engine: Any) -> None:
    found = answer(engine, "tỉnh ủy bình mẫu")
    assert next(iter(found)) == "organizations"
    title = "async url => (await bnSite.engine.answer('tỉnh ủy bình mẫu')).groups[0].hits[0].title"
    assert engine(title, "") == "Tỉnh ủy Bình Mẫu"


def test_a_meeting_is_found_by_its_name_and_date(engine: Any) -> None:
    meetings = answer(engine, "hội nghị chuyên đề Tỉnh ủy Bình Mẫu 5-3-2024", shown={"meetings": 20})["meetings"]
    assert any(url.startswith("cuoc-hop/2024-03-05") for url in meetings)


def test_a_word_can_be_excluded(engine: Any) -> None:
    both = articles_of(engine, "ban do ngap")
    assert articles_of(engine, "ban do ngap -Sở") == [url for url in both if url != MAP]
    assert articles_of(engine, 'ban do ngap -"bán đò"') == [MAP]


@pytest.mark.parametrize(
    "typed",
    ["ghe hang bogn", "ghee hàng bông", "ghe hàng bôngg", "gje hang bong", "ghe hangf boong", "ghe2 hang2 bong6"],
)
def test_one_typing_error_is_forgiven_and_told(engine: Any, typed: str) -> None:
    script = """async q => {
      const found = await bnSite.engine.answer(q);
      return [found.correction, found.groups.flatMap(g => g.hits.map(h => h.url))];
    }"""
    corrected, urls = engine(script, typed)
    assert corrected and FLOATING_MARKET in urls


def test_words_of_one_syllable_and_english_stop_words_are_words(engine: Any) -> None:
    for query in ("ghe", "an", "do", "is the"):
        found = articles_of(engine, query, shown={"articles": 100})
        assert found if query != "is the" else not found, query


def test_short_and_full_forms_of_an_office_are_one(engine: Any) -> None:
    assert articles_of(engine, "ủy ban nhân dân phường thử")[0] == WARD
    assert articles_of(engine, "UBND phường Thử")[0] == WARD
    assert articles_of(engine, "phường Thử Thành phố Hồ Chí Minh")[0] == WARD


def test_every_result_leads_to_a_page_of_the_site(site: Path, entries: list[Entry]) -> None:
    assert len(entries) > 300
    for entry in entries:
        assert (site / entry.url).is_file(), entry.url


@pytest.fixture(scope="module")
def strange(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The engine over an index of hostile texts, without a site around it."""
    folder = tmp_path_factory.mktemp("strange")
    texts = hostile_entries()
    write_entries(lambda: ((k, iter(texts if k == "articles" else [])) for k in KINDS), code_forms(), folder)
    page = '<!doctype html><meta charset="utf-8"><script src="search/search.js"></script>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    with opened(browser, (folder / "index.html").as_uri()) as opened_page:
        opened_page.evaluate("() => { bnSite = { engine: bnEngine.engine(bnEngine.scriptLoader('search/')) }; }")
        yield opened_page.evaluate


def test_the_end_of_a_very_long_text_is_found_and_shown(strange: Any) -> None:
    end = hostile_entries()[2].texts[0].split()[-4:-1]
    script = """async q => {
      const { groups } = await bnSite.engine.answer(q), { passage } = groups[0].hits[0];
      return passage.ranges.map(([from, to]) => passage.text.slice(from, to));
    }"""
    assert strange(script, " ".join(end)) == [" ".join(end)]


def test_texts_of_any_script_are_found(strange: Any) -> None:
    for number, entry in enumerate(hostile_entries()):
        found = [
            word for word in entry.texts[0].encode("utf-8", "replace").decode().split() if any(map(str.isalnum, word))
        ]
        if found:
            assert f"bai-viet/{number}.html" in answer(strange, found[0][:60]).get("articles", []), number


# --- narrowing ----------------------------------------------------------------------------------------------------
FACETS = """async ([query, filters]) => {
  const found = await bnSite.engine.answer(query, { filters, shown: { articles: 200 } });
  const own = found.groups.filter(g => g.kind === "articles").flatMap(g => g.hits.map(h => h.url));
  const out = { articles: own, facets: {} };
  if (found.base) for (const name of ["nam", "noi", "to-chuc", "nhan-su", "van-kien", "bao", "loai"])
    out.facets[name] = await bnSite.engine.facet(name, found, 500);
  return out;
}"""


def test_the_counts_of_a_facet_are_what_choosing_it_gives(engine: Any) -> None:
    everything = engine(FACETS, ["họp", {}])
    assert len(everything["articles"]) > 10
    for name, values in everything["facets"].items():
        assert values, name
        for value in values[:5]:
            narrowed = engine(FACETS, ["họp", {name: value["id"]}])
            assert len(narrowed["articles"]) == value["count"], (name, value)
            assert set(narrowed["articles"]) <= set(everything["articles"])


def test_filters_combine_and_a_facet_counts_under_the_others(engine: Any) -> None:
    years = engine(FACETS, ["họp", {}])["facets"]["nam"]
    year = max(years, key=lambda value: value["count"])["id"]
    outlets = engine(FACETS, ["họp", {"nam": year}])["facets"]["bao"]
    for outlet in outlets:
        both = engine(FACETS, ["họp", {"nam": year, "bao": outlet["id"]}])
        assert len(both["articles"]) == outlet["count"]
        assert {value["id"] for value in both["facets"]["bao"]} == {value["id"] for value in outlets}


def test_order_by_date_and_date_ranges(engine: Any) -> None:
    newest = articles_of(engine, "họp", order="moi", shown={"articles": 200})
    oldest = articles_of(engine, "họp", order="cu", shown={"articles": 200})
    assert newest == oldest[::-1] and len(newest) > 10
    ranged = articles_of(
        engine, "họp", order="moi", shown={"articles": 200}, filters={"tu": "2023-06-07", "den": "2024-03-05"}
    )
    assert ranged[0] == FLOATING_MARKET or FLOATING_MARKET not in newest
    assert articles_of(engine, "ban do ngap", filters={"tu": "2023-06-08", "den": "2023-06-08"}) == [BOATS]
    assert articles_of(engine, '"ban do ngap"', filters={"den": "2023-06-06"}) == []


def test_an_unknown_filter_value_finds_nothing_and_a_strange_name_is_no_filter(engine: Any) -> None:
    assert articles_of(engine, "họp", filters={"bao": "khong-co"}) == []
    assert articles_of(engine, "họp", filters={"__proto__": "x", "constructor": "y"}) == articles_of(engine, "họp")


# --- the page of results ------------------------------------------------------------------------------------------
def page_of(where: str, **values: str) -> str:
    return f"{where}/tim-kiem.html" + ("?" + "&".join(f"{k}={quote(v)}" for k, v in values.items()) if values else "")


def test_results_are_links_in_order_the_same_over_http_and_from_a_file(
    browser: Any, site: Path, served: Server
) -> None:
    for query in ("tỉnh ủy bình mẫu", "họp", "nghị quyết 1918", "ghe hang bong", "chuyen doi so"):
        with opened(browser, page_of(served.url, q=query)) as page:
            over_http = results(page)
        with opened(browser, page_of(site.as_uri(), q=query)) as page:
            assert results(page) == over_http != []


def test_an_empty_query_shows_no_result_and_one_search_box(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri())) as page:
        assert results(page) == []
        assert page.locator("input[type=search]").count() == 1
        page.fill("input[type=search]", "   ")
        page.wait_for_timeout(400)
        assert results(page) == []


def test_the_address_fills_the_box_and_the_filters(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ban do ngap", nam="2023")) as page:
        assert set(results(page)) == {MAP, BOATS}
        assert page.input_value("input[type=search]") == "ban do ngap"
        assert "Năm: 2023" in page.inner_text(".bns-chips")
    with opened(browser, page_of(site.as_uri(), q='"ban do ngap"', nam="2022")) as page:
        assert results(page) == []
        page.click("text=Bỏ mọi bộ lọc")
        page.wait_for_selector("a[data-result]")


def test_typing_searches_and_writes_the_address(browser: Any, served: Server) -> None:
    with opened(browser, page_of(served.url)) as page:
        settled(page)
        page.type("input[type=search]", "ghe hàng bông")
        page.wait_for_selector(f"a[data-result][href^='{FLOATING_MARKET}']")
        assert "q=ghe" in page.url
        page.press("input[type=search]", "Enter")
        page.click(".bns-bars a")
        page.wait_for_selector(".bns-chips")
        assert "nam=2024" in page.url
        page.go_back()
        page.wait_for_selector(".bns-chips", state="detached")
        assert results(page)[0] == FLOATING_MARKET


def test_a_result_leads_to_its_paragraph_where_the_words_are_marked(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ghe hang bong")) as page:
        settled(page)
        link = page.locator("a[data-result]").first
        assert link.get_attribute("href") == f"{FLOATING_MARKET}#b4"
        assert page.locator(".bns-text mark").first.inner_text() == "ghe hàng bông"
        link.click()
        page.wait_for_selector("mark.bns-mark")
        assert page.url.endswith("#b4")
        assert page.locator("#b4 mark.bns-mark").all_inner_texts() == ["ghe hàng bông"]
        before = page.inner_text("#b4")
        page.click(".bns-off")
        assert page.locator("mark.bns-mark").count() == 0
        assert page.inner_text("#b4") == before


def test_words_are_marked_across_links_inside_a_paragraph(browser: Any, site: Path) -> None:
    with opened(browser, f"{(site / FLOATING_MARKET).as_uri()}?h={quote('đồng chí Trần Ví Dụ')}#b2") as page:
        page.wait_for_selector("mark.bns-mark")
        joined = "".join(page.locator("#b2 mark.bns-mark").all_inner_texts())
        assert joined == "Đồng chí Trần Ví Dụ"


def test_the_keyboard_goes_from_the_box_through_the_results_and_back(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ngap")) as page:
        settled(page)
        page.keyboard.press("/")
        at = (
            "document.activeElement.matches('input[type=search]') ? 'box' : document.activeElement.getAttribute('href')"
        )
        assert page.evaluate(at) == "box"
        links = page.eval_on_selector_all("a[data-result]", "nodes => nodes.map(n => n.getAttribute('href'))")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(at) == links[0]
        page.keyboard.press("ArrowDown")
        assert page.evaluate(at) == links[1]
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Escape")
        assert page.evaluate(at) == "box"


def test_what_was_found_is_announced(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ghe hàng bông")) as page:
        settled(page)
        assert "1 bài" in page.inner_text("[role=status]")
        page.fill("input[type=search]", "zzqq xxyy")
        page.wait_for_function("document.querySelector('[role=status]').textContent.includes('Không thấy')")
        assert results(page) == []
        page.fill("input[type=search]", "-phường")
        page.wait_for_function("document.querySelector('[role=status]').textContent.includes('thêm chữ cần tìm')")


def test_the_page_tells_when_nothing_says_just_that(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ghe hàng bông cần chỗ đậu riêng")) as page:
        assert results(page)[0] == FLOATING_MARKET
        assert "Không nơi nào có đúng cụm này" in page.inner_text("[role=status]")
    with opened(browser, page_of(site.as_uri(), q="kế hoạch 5 năm của phường")) as page:
        assert WARD in results(page)
        assert "Không có văn kiện mang số này" in page.inner_text("[role=status]")


def test_a_mistyped_query_offers_what_was_meant(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri(), q="ghe hang bogn")) as page:
        assert FLOATING_MARKET in results(page)
        assert "Có phải: ghe hàng bông?" in page.inner_text("[role=status]")


def test_facets_load_when_they_are_opened(browser: Any, served: Server) -> None:
    with opened(browser, page_of(served.url, q="họp")) as page:
        settled(page)
        assert not [name for name in served.asked if name.startswith("search/f-")]
        page.locator("summary", has_text="Báo").click()
        value = page.locator("details", has=page.locator("summary", has_text="Báo")).locator(".bns-bars a").first
        value.wait_for()
        outlet, count = value.locator("span").all_inner_texts()
        value.click()
        page.wait_for_selector(".bns-chips")
        assert "bao=" in page.url and f"Báo: {outlet}" in page.inner_text(".bns-chips")
        assert f"{count} bài" in settled(page).inner_text("[role=status]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_a_phone(browser: Any, site: Path, scheme: str) -> None:
    where = page_of(site.as_uri(), q="tỉnh ủy bình mẫu", nam="2024")
    with opened(browser, where, viewport={"width": 390, "height": 800}, color_scheme=scheme) as page:
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- the box on every other page ----------------------------------------------------------------------------------
def test_no_file_of_the_index_is_loaded_before_somebody_goes_to_the_box(browser: Any, served: Server) -> None:
    with opened(browser, f"{served.url}/index.html") as page:
        page.wait_for_load_state("networkidle")
        assert [name for name in served.asked if name.startswith("search/")] == []
        page.focus("input[name=q]")
        page.wait_for_function("window.bnSite && bnSite.engine.ready().then(() => true)")
        assert [name for name in served.asked if name.startswith("search/")] == [
            "search/search.js",
            "search/manifest.js",
        ]


def test_names_are_suggested_while_typing_and_chosen_with_the_keyboard(browser: Any, site: Path) -> None:
    with opened(browser, (site / FLOATING_MARKET).as_uri()) as page:
        page.keyboard.press("/")
        page.keyboard.type("tran vi")
        page.wait_for_selector("[role=option]")
        assert page.inner_text("[role=option] b") == "Trần Ví Dụ"
        assert page.get_attribute("input[name=q]", "aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        assert page.get_attribute("input[name=q]", "aria-activedescendant") == "bns-goi-y-0"
        page.keyboard.press("Enter")
        page.wait_for_url("**/nhan-su/tran-vi-du.html")


def test_a_document_is_suggested_by_its_number_and_escape_closes_the_list(browser: Any, site: Path) -> None:
    with opened(browser, (site / "index.html").as_uri()) as page:
        page.focus("input[name=q]")
        page.keyboard.type("nq 1918")
        page.wait_for_selector("[role=option]")
        assert "1918" in page.inner_text("[role=option] b")
        page.keyboard.press("Escape")
        assert page.locator("[role=option]:visible").count() == 0
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem.html?q=nq*1918")
        assert FLOATING_MARKET in results(page)


# --- bad input, bad files -----------------------------------------------------------------------------------------
HOSTILE = [
    "*", "+a -b", "title:x^10", "a~2", "a*b", "^", ":", "~", "\\", "(", "[a-z]+", ".*", "$&", "%s", "%00",
    "null", "undefined", "NaN", "__proto__", "constructor", "toString valueOf", "hasOwnProperty",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "javascript:alert(1)", "{{7*7}}", "${alert(1)}", "😀😀", "👩‍👩‍👧‍👦", "مرحبا بالعالم", "\u202eabc", "中文 搜索",
    "ﷺ", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢", "a" * 10000, "nghị quyết " * 1000, "\"" * 999, "-" * 999, "- - -",
    "\"a\" \"b", "18-NQ/TW" * 200, "#nq18", "@noi/binh-mau", "=hoi:5", "a\tb\nc", "0", "00000", "-0", "1e999",
    "ſſſ", "ÅÅ", "ﬁﬂ", "\u0000", "\ufeff\u200b", "..", "/", "&amp;",
]  # fmt: skip


def test_any_string_searches_or_finds_nothing_and_never_runs(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri())) as page:
        settled(page)
        for text in HOSTILE:
            page.evaluate(
                "text => { const i = document.querySelector('input[type=search]'); i.value = text;"
                "i.form.dispatchEvent(new Event('submit', {cancelable: true})); }",
                text,
            )
            settled(page)
            assert page.inner_text("[role=alert]") == "", text
            assert (
                page.evaluate(
                    "document.querySelectorAll('#search-root script, #search-root img, #search-root svg').length"
                )
                == 0
            )
            assert len(page.inner_text("[role=status]")) < 300


def test_lone_surrogates_search_too(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri())) as page:
        settled(page)
        script = "async t => (await bnSite.engine.answer(eval('\"' + t + '\"'))).groups.length"
        assert page.evaluate(script, "\\ud800") == 0
        assert page.evaluate(script, "ghe \\udc00 hàng\\ud800 bông") >= 0


def test_text_in_the_address_is_never_markup(browser: Any, site: Path) -> None:
    bad = "<img src=x onerror=alert(1)>"
    with opened(browser, page_of(site.as_uri(), q=bad, bao=bad, noi=bad, nam=bad, xep=bad, nhom=bad, tu=bad)) as page:
        settled(page)
        assert page.locator("#search-root img").count() == 0
        assert bad in page.inner_text(".bns-chips")
    with opened(browser, f"{(site / FLOATING_MARKET).as_uri()}?h={quote(bad)}") as page:
        page.wait_for_timeout(300)
        assert page.locator("main img[src=x]").count() == 0


def names_asked(served: Server, browser: Any, query: str, family: str) -> list[str]:
    with opened(browser, page_of(served.url, q=query)) as page:
        settled(page)
    return [
        name
        for name in served.asked
        if name.startswith(f"search/{family}") and name[len("search/" + family)] in "0123456789"
    ]


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "other"])
def test_a_bad_file_is_reported_the_rest_stays_and_trying_again_mends_it(
    browser: Any, served: Server, site: Path, damage: str
) -> None:
    query = "ghe hàng bông nghị quyết 1918"
    name = names_asked(served, browser, query, "s")[0]
    good = (site / name).read_bytes()
    served.wrong[name] = {
        "missing": None,
        "cut": good[: len(good) // 2],
        "changed": good.replace(b"|", b"!", 1),
        "other": b"<!doctype html><title>404</title>",
    }[damage]
    with opened(browser, page_of(served.url, q=query), quiet=False) as page:
        settled(page)
        assert name.removeprefix("search/") in page.inner_text("[role=alert]")
        assert FLOATING_MARKET in results(page)
        served.wrong.clear()
        page.click("[role=alert] button")
        page.wait_for_function("document.querySelector('[role=alert]').textContent === ''")
        assert FLOATING_MARKET in results(page)


def test_a_missing_text_leaves_out_its_result_only(browser: Any, served: Server) -> None:
    query = "họp"
    names = names_asked(served, browser, query, "d")
    served.wrong[names[0]] = None
    with opened(browser, page_of(served.url, q=query), quiet=False) as page:
        assert results(page)
        assert names[0].removeprefix("search/") in page.inner_text("[role=alert]")


@pytest.mark.parametrize("name", ["search/manifest.js", "search/lunr.js", "search/search.js", "search/page.js"])
def test_without_its_first_files_the_page_says_so_and_can_try_again(browser: Any, served: Server, name: str) -> None:
    served.wrong[name] = None
    with opened(browser, page_of(served.url, q="ghe hàng bông"), quiet=False) as page:
        page.wait_for_selector("[role=alert] button")
        assert name.split("/")[1] in page.inner_text("[role=alert]:has(button)")
        served.wrong.clear()
        page.click("[role=alert] button")
        page.wait_for_selector("a[data-result]")
        assert results(page)[0] == FLOATING_MARKET


def test_a_site_built_anew_while_the_page_was_open_is_searched_anew(
    browser: Any, articles: Path, tmp_path: Path, site: Path
) -> None:
    import shutil

    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    server = Server(copy)
    try:
        with opened(browser, page_of(server.url, q="phường"), quiet=False) as page:
            assert results(page)
            fewer = tmp_path / "bai"
            shutil.copytree(articles / "2024", fewer / "2024")
            place = replace(Place.of(ROOT, fewer, cache=False), registries=TOY / "danh-muc")
            write_index(read_archive(place, jobs=1), copy)
            page.fill("input[type=search]", "ghe hàng bông cần bến")
            page.wait_for_selector(f"a[data-result][href^='{FLOATING_MARKET}']")
            assert page.inner_text("[role=alert]") == ""
    finally:
        server.close()


def test_without_javascript_the_page_says_so_and_leads_to_the_indices(browser: Any, site: Path) -> None:
    with opened(browser, page_of(site.as_uri()), java_script_enabled=False) as page:
        text = page.inner_text("main")
        assert "JavaScript" in text
        for target in ("nhan-su/index.html", "van-kien/index.html", "cuoc-hop/index.html"):
            assert page.locator(f"main a[href='{target}']").count() == 1
