"""The scripts' own ground: the environment they make, the browser they find, the checks they run. No network."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"
sys.path.append(str(SCRIPTS))  # last: `test` and `build` are names of other modules too

import _browser  # noqa: E402
import _environment  # noqa: E402
import _start  # noqa: E402
from _plan import (  # noqa: E402
    DEV_LOCK,
    RUN_LOCK,
    Stamp,
    Wanted,
    count_packages,
    decide,
    digest,
    interpreter,
    package_taken_up,
    path_entry,
    project_digest,
    site_packages,
    venv_python,
)

WANTED = Wanted("cpython-311 linux-x86_64", "/home/a/bien-nien", "p1", {RUN_LOCK: "r1", DEV_LOCK: "d1"})
RUN_STAMP = Stamp(*WANTED[:3], {RUN_LOCK: "r1"}, ["mkdocs-1.6.1.dist-info"])
DEV_STAMP = RUN_STAMP._replace(locks={DEV_LOCK: "d1"})
PRESENT = ["mkdocs-1.6.1.dist-info", "something-1.0.dist-info"]


def load_script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scripts_{name}", SCRIPTS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The plan


def test_an_environment_that_fits_is_kept() -> None:
    assert decide(RUN_STAMP, WANTED, RUN_LOCK, "", PRESENT).action == "keep"


def test_the_development_environment_serves_for_running_too() -> None:
    assert decide(DEV_STAMP, WANTED, RUN_LOCK, "", PRESENT).action == "keep"


def test_development_packages_are_added_to_an_environment_for_running() -> None:
    assert decide(RUN_STAMP, WANTED, DEV_LOCK, "", PRESENT).action == "add"


@pytest.mark.parametrize(
    ("stamp", "wanted", "broken", "present", "reason"),
    [
        (None, WANTED, "", PRESENT, "there is no finished one"),
        (RUN_STAMP, WANTED, "it is torn", PRESENT, "it is torn"),
        (RUN_STAMP, WANTED._replace(python="cpython-313 linux-x86_64"), "", PRESENT, "it was made for cpython-311"),
        (RUN_STAMP, WANTED._replace(folder="/home/b/bien-nien"), "", PRESENT, "the project was moved"),
        (RUN_STAMP, WANTED._replace(project="p2"), "", PRESENT, "pyproject.toml changed"),
        (RUN_STAMP, WANTED._replace(locks={RUN_LOCK: "r2", DEV_LOCK: "d1"}), "", PRESENT, f"{RUN_LOCK} changed"),
        (DEV_STAMP, WANTED._replace(locks={RUN_LOCK: "r1", DEV_LOCK: "d2"}), "", PRESENT, f"{DEV_LOCK} changed"),
        (RUN_STAMP, WANTED, "", ["mkdocs-1.7.dist-info"], "missing from it: mkdocs-1.6.1.dist-info"),
    ],
)
def test_an_environment_that_does_not_fit_is_made_anew_and_the_reason_said(
    stamp: Stamp | None, wanted: Wanted, broken: str, present: list[str], reason: str
) -> None:
    plan = decide(stamp, wanted, RUN_LOCK, broken, present)
    assert plan.action == "make"
    assert reason in plan.reason


def test_a_lock_that_is_not_installed_may_change() -> None:
    wanted = WANTED._replace(locks={RUN_LOCK: "r1", DEV_LOCK: "d2"})
    assert decide(RUN_STAMP, wanted, RUN_LOCK, "", PRESENT).action == "keep"


def test_a_stamp_reads_back_what_was_written() -> None:
    assert Stamp.read(DEV_STAMP.text()) == DEV_STAMP


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"python": "x"}', DEV_STAMP.text()[:-3], '"text"'])
def test_a_torn_or_foreign_stamp_is_no_stamp(text: str) -> None:
    assert Stamp.read(text) is None


def test_a_stamp_whose_parts_have_other_types_is_no_stamp() -> None:
    assert Stamp.read(DEV_STAMP.text().replace('"d1"', "1")) is not None  # simply fits nothing
    assert Stamp.read(re.sub(r'"locks": \{[^}]*\}', '"locks": 3', DEV_STAMP.text())) is None


def test_another_minor_version_abi_or_platform_is_another_python() -> None:
    names = {
        interpreter("cpython-311", "", "linux-x86_64"),
        interpreter("cpython-313", "", "linux-x86_64"),
        interpreter("cpython-313", "t", "linux-x86_64"),
        interpreter("cpython-313", "", "macosx-14-arm64"),
    }
    assert len(names) == 4


def test_only_what_an_environment_depends_on_counts_in_pyproject() -> None:
    before = b'[project]\ndependencies = ["mkdocs==1.6.1"]\n[tool.ruff]\nline-length = 120\n'
    assert project_digest(before) == project_digest(before.replace(b"120", b"100"))
    assert project_digest(before) != project_digest(before.replace(b"1.6.1", b"1.6.2"))


def test_line_ends_do_not_change_a_digest() -> None:
    assert digest(b"a==1\r\nb==2\r\n") == digest(b"a==1\nb==2\n")
    assert digest(b"a==1\n") != digest(b"a==2\n")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Collecting ghp-import==2.1.0 (from -r requirements.lock (line 4))\n", "ghp-import==2.1.0"),
        ("Processing ./mirror/lunr-0.8.0-py3-none-any.whl (from -r requirements.lock (line 9))\n", "lunr==0.8.0"),
        ("Requirement already satisfied: six==1.17.0 in x (from -r requirements.lock (line 9))\n", ""),
        ("  Downloading lunr-0.8.0-py3-none-any.whl (35 kB)\n", ""),
    ],
)
def test_the_package_that_pip_fetches_is_named(line: str, name: str) -> None:
    assert package_taken_up(line) == name


# Each system's own ways


def test_the_interpreter_lies_elsewhere_on_windows() -> None:
    assert venv_python("v", "nt") == Path("v/Scripts/python.exe")
    assert venv_python("v", "posix") == Path("v/bin/python")


def test_the_packages_lie_elsewhere_on_windows() -> None:
    assert site_packages("v", "nt", (3, 13)) == Path("v/Lib/site-packages")
    assert site_packages("v", "posix", (3, 13)) == Path("v/lib/python3.13/site-packages")


def test_only_windows_waits_for_the_other_process() -> None:
    assert not _start.replaces_itself("nt")
    assert _start.replaces_itself("posix")


def test_the_way_to_the_package_is_ascii_in_a_folder_that_is_not(tmp_path: Path) -> None:
    root = tmp_path / "Nguyễn Ví Dụ"
    packages = site_packages(root / ".venv", os.name, sys.version_info[:2])
    entry = path_entry(packages, root / "hooks")
    assert entry.isascii()
    assert Path(os.path.normpath(packages / entry.strip())) == root / "hooks"


def test_what_runs_in_the_environment_sees_no_other_packages() -> None:
    environ = _environment.child_environment({"PATH": "/bin", "PYTHONPATH": "/elsewhere", "PYTHONHOME": "/elsewhere"})
    assert environ == {"PATH": "/bin", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


def test_a_command_gets_its_arguments_unchanged_and_its_result_becomes_the_exit_code() -> None:
    arguments = _start.function_arguments("builtins", "len", ["a b", "", '"quoted"', "--strict", "Huế"])
    assert subprocess.run([sys.executable, *arguments], check=False).returncode == 5


def test_a_command_does_not_import_from_the_folder_it_is_started_in(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)\n", "utf-8")
    arguments = _start.function_arguments("json", "loads", [])
    result = subprocess.run([sys.executable, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "TypeError" in result.stderr


# The scripts


@pytest.mark.parametrize("name", ["add", "build", "check", "explain"])
def test_a_thin_script_calls_the_command_of_its_name(name: str) -> None:
    assert f'_bootstrap.run_command("{name}")' in (SCRIPTS / f"{name}.py").read_text("utf-8")


MAKES_ITS_ENVIRONMENT = ["add", "build", "check", "explain", "lock", "serve", "test"]


@pytest.mark.parametrize("name", MAKES_ITS_ENVIRONMENT)
def test_a_script_refuses_an_old_python_before_it_needs_a_new_one(name: str) -> None:
    body = ast.parse((SCRIPTS / f"{name}.py").read_text("utf-8")).body
    names = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    assert set(names[: names.index("_bootstrap")]) <= {"os", "sys"}


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 14))
    with pytest.raises(SystemExit) as end:
        load_script("_bootstrap")
    assert end.value.code == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


def test_what_an_old_python_reads_is_ascii_and_has_no_new_syntax() -> None:
    for name in ("_bootstrap", "add", "build", "check", "explain", "serve"):
        source = (SCRIPTS / f"{name}.py").read_text("utf-8")
        assert source.isascii(), name
        tree = ast.parse(source, feature_version=(3, 4))
        newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred)
        assert not [node for node in ast.walk(tree) if isinstance(node, newer)], name


# The lock files


def pins(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    return dict(match.groups() for line in lines if (match := re.match(r"([a-z0-9-]+)==([^ ;]+)", line)))


def requirement_name(requirement: str) -> str:
    return re.split(r"[^a-z0-9-]", requirement.lower())[0]


PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_two_locks_agree_and_the_development_one_holds_all() -> None:
    assert pins(RUN_LOCK).items() <= pins(DEV_LOCK).items()


def test_every_dependency_is_locked() -> None:
    project = PYPROJECT["project"]
    assert {requirement_name(one) for one in project["dependencies"]} <= pins(RUN_LOCK).keys()
    assert {requirement_name(one) for one in project["optional-dependencies"]["dev"]} <= pins(DEV_LOCK).keys()


def test_exact_pins_and_the_build_backend_are_locked_as_they_say() -> None:
    exact = [one for one in PYPROJECT["project"]["dependencies"] + PYPROJECT["build-system"]["requires"] if "==" in one]
    assert len(exact) == 3
    for one in exact:
        name, _, version = one.partition("==")
        assert pins(DEV_LOCK)[name] == version


@pytest.mark.parametrize("lock", [RUN_LOCK, DEV_LOCK])
def test_a_lock_has_one_version_and_hashes_of_each_package_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    packages = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(packages) == count_packages(text) == len(pins(lock))
    assert all("--hash=sha256:" in package for package in packages)


# The environment, made for real from empty lock files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "Dự án thử"
    (root / "hooks" / "biennien").mkdir(parents=True)
    (root / "hooks" / "biennien" / "__init__.py").write_text("", "utf-8")
    (root / "pyproject.toml").write_text('[project]\nname = "biennien"\n', "utf-8")
    (root / RUN_LOCK).write_text("# empty\n", "utf-8")
    (root / DEV_LOCK).write_text("# empty\n", "utf-8")
    return root


def start_ensure(root: Path, *, dev: bool = False) -> subprocess.Popen[str]:
    """Start it as people do: by a Python that is no virtual environment's."""
    code = "import sys, pathlib, _environment; _environment.ensure(pathlib.Path(sys.argv[1]), dev=len(sys.argv) > 2)"
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, "-c", code, str(root), *(["dev"] if dev else [])]
    return subprocess.Popen(command, cwd=SCRIPTS, stderr=subprocess.PIPE, encoding="utf-8")


def told_by(run: subprocess.Popen[str]) -> str:
    told: str = run.communicate()[1]
    assert run.returncode == 0, told
    return told


def imports_the_package(root: Path) -> bool:
    python = venv_python(root / ".venv", os.name)
    return subprocess.run([python, "-P", "-c", "import biennien"], cwd=root.parent, check=False).returncode == 0


@pytest.mark.slow
def test_an_environment_is_made_once_kept_and_mended(project: Path) -> None:
    assert "Preparing .venv (there is no finished one)" in told_by(start_ensure(project))
    assert imports_the_package(project)
    assert told_by(start_ensure(project)) == ""

    assert "Completing .venv" in told_by(start_ensure(project, dev=True))
    assert told_by(start_ensure(project)) == ""

    (project / ".venv" / _environment.STAMP).unlink()  # as an interruption leaves it
    assert "Preparing .venv (there is no finished one)" in told_by(start_ensure(project))

    venv_python(project / ".venv", os.name).unlink()
    assert "the Python it was made with is gone" in told_by(start_ensure(project))
    assert imports_the_package(project)
    assert not list(project.glob(".venv.old-*"))


@pytest.mark.slow
def test_of_two_runs_at_once_one_makes_the_environment_and_the_other_waits(project: Path) -> None:
    told = [told_by(run) for run in [start_ensure(project), start_ensure(project)]]
    assert sum("Preparing .venv" in text for text in told) == 1
    assert sum("waiting for it" in text for text in told) == 1
    assert imports_the_package(project)


def test_a_folder_that_is_no_environment_is_not_removed(project: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "novel.txt").write_text("chapter one", "utf-8")
    with pytest.raises(_environment.BootstrapError, match="not a virtual environment"):
        _environment.ensure(project)
    assert (project / ".venv" / "novel.txt").exists()


def test_a_missing_lock_file_is_named(project: Path) -> None:
    (project / DEV_LOCK).unlink()
    with pytest.raises(_environment.BootstrapError, match=re.escape(f"{DEV_LOCK} is missing")):
        _environment.ensure(project)


@pytest.mark.slow
def test_a_lock_that_cannot_be_installed_leaves_no_finished_environment(project: Path) -> None:
    (project / RUN_LOCK).write_text("biennien-no-such-package==1\n", "utf-8")  # and no hash: refused unasked
    with pytest.raises(_environment.BootstrapError, match="pip could not install"):
        _environment.ensure(project)
    assert not (project / ".venv" / _environment.STAMP).exists()


# The browser


def test_the_systems_browsers_are_looked_for_in_order() -> None:
    there = {"chromium-browser": "/usr/bin/chromium-browser", "google-chrome": "/opt/chrome"}
    assert list(_browser.installed("posix", there.get)) == [Path("/usr/bin/chromium-browser"), Path("/opt/chrome")]


def test_on_windows_no_system_browser_is_started() -> None:
    assert list(_browser.installed("nt", lambda name: f"C:/{name}.exe")) == []


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the browser")
def test_a_placeholder_is_no_browser(tmp_path: Path) -> None:
    placeholder = tmp_path / "chromium-browser"
    placeholder.write_text("#!/bin/sh\necho 'please install the snap' >&2\nexit 1\n", "utf-8")
    placeholder.chmod(0o755)
    real = tmp_path / "chromium"
    real.write_text("#!/bin/sh\necho 'Chromium 1'\n", "utf-8")
    real.chmod(0o755)
    assert _browser.first_that(_browser.starts, iter([tmp_path / "none", placeholder, real])) == real


def test_a_chosen_browser_that_does_not_start_is_not_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(_browser.VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr(_browser, "_driver", lambda python: True)
    assert _browser.find_or_install(Path(sys.executable)) is None


def test_the_tests_learn_of_the_browser_that_starts_and_of_no_other() -> None:
    assert _browser.with_browser({"A": "1", _browser.VARIABLE: "/old"}, None) == {"A": "1"}
    assert _browser.with_browser({}, Path("/new"))[_browser.VARIABLE] == str(Path("/new"))


# scripts/test.py

runner = load_script("test")


@pytest.mark.parametrize(
    ("slow", "browser", "expression"),
    [
        (False, False, "not slow and not browser"),
        (True, False, "not browser"),
        (False, True, "not slow"),
        (True, True, ""),
    ],
)
def test_tests_are_left_out_by_their_marks(slow: bool, browser: bool, expression: str) -> None:
    assert runner.marks(slow=slow, browser=browser) == expression


def test_what_follows_the_dashes_goes_to_pytest() -> None:
    options, for_pytest = runner.parse(["--slow", "--", "-k", "path", "--no-browser"])
    assert options.slow and not options.no_browser
    assert for_pytest == ["-k", "path", "--no-browser"]
    assert runner.steps("", Path("r.xml"), for_pytest, fix=False)[-1].arguments[-3:] == for_pytest


def test_formatting_is_only_checked_unless_a_repair_is_asked_for() -> None:
    plain, repairing = (
        [step.arguments for step in runner.steps("", Path("r.xml"), [], fix=fix)] for fix in (False, True)
    )
    assert ["-m", "ruff", "format", "--check"] in plain
    assert ["-m", "ruff", "format"] in repairing
    assert ["-m", "ruff", "check", "--fix"] in repairing


def test_the_closing_line_counts_what_pytest_ran(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1"/></testsuites>', encoding="utf-8"
    )
    assert runner.count(report) == "tests: 5 passed, 3 failed, 1 skipped"
    assert "no report" in runner.count(tmp_path / "none.xml")


def run_with(monkeypatch: pytest.MonkeyPatch, codes: list[int], browser: Path | None, *arguments: str) -> int:
    remaining = iter(codes)
    monkeypatch.setattr(runner, "ensure", lambda dev: Path(sys.executable))
    monkeypatch.setattr(runner, "find_or_install", lambda python: browser)
    monkeypatch.setattr(runner, "run", lambda *_: next(remaining))
    result: int = runner.main(arguments)
    assert next(remaining, None) is None, "a step did not run"
    return result


@pytest.mark.parametrize(("codes", "result"), [([0, 0, 0, 0], 0), ([1, 0, 0, 0], 1), ([0, 0, 0, 5], 1)])
def test_every_step_runs_and_one_failure_fails_all(
    monkeypatch: pytest.MonkeyPatch, codes: list[int], result: int
) -> None:
    assert run_with(monkeypatch, codes, Path("/chromium")) == result


def test_a_missing_browser_fails_loudly_unless_it_was_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_with(monkeypatch, [0, 0, 0, 0], None) == 1
    assert "MISSING" in capsys.readouterr().out
    assert run_with(monkeypatch, [0, 0, 0, 0], None, "--no-browser") == 0
    assert "left out, as asked" in capsys.readouterr().out


# The package


@pytest.mark.slow
def test_a_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    skipped = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info")
    shutil.copytree(ROOT / "hooks", tree / "hooks", ignore=skipped)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(tmp_path)], cwd=tree, check=True)
    package = tree / "hooks" / "biennien"
    files = {path.relative_to(package.parent).as_posix() for path in package.rglob("*") if path.is_file()}
    (wheel,) = tmp_path.glob("*.whl")
    assert files <= set(zipfile.ZipFile(wheel).namelist())
