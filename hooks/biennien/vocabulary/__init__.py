"""The words of the genre as data: reads the package's YAML lists, and what an editor added to them.

Each file of this folder is one YAML mapping of lists or mappings. An editor's ``docs/danh-muc/tu-vung/<name>.yml`` adds
to it: lists are extended, mappings are updated; nothing is taken away.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

_loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _merge(base: Any, extra: Any) -> Any:
    if isinstance(base, dict) and isinstance(extra, dict):
        return {
            key: _merge(base[key], extra[key]) if key in base and key in extra else (extra | base)[key]
            for key in [*base, *(k for k in extra if k not in base)]
        }
    if isinstance(base, list) and isinstance(extra, list):
        return base + [item for item in extra if item not in base]
    return extra


@cache
def words(name: str, extension: Path | None = None) -> Any:
    """The vocabulary file ``name`` ("offices", "surnames", …) as plain data.

    ``extension`` is the editors' folder of additions. Raises FileNotFoundError for a name that the package does not
    have and yaml.YAMLError for a file that is not YAML.
    """
    text = resources.files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_loader)
    if extension is not None and (more := extension / f"{name}.yml").is_file():
        data = _merge(data, yaml.load(more.read_text(encoding="utf-8"), Loader=_loader))
    return data
