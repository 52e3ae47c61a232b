"""Readings kept between builds by the content they came from; whatever is not exactly what was written is read anew."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import os
import pickle
from importlib import resources
from pathlib import Path
from typing import Any

from . import archive, model
from .archive import Reading

_DIGEST = 32
# The only things that a kept reading is made of. A pickle that asks for anything else is not one of ours.
_ALLOWED: dict[tuple[str, str], Any] = {
    **{("biennien.model", name): value for name, value in vars(model).items() if isinstance(value, type)},
    ("biennien.archive", "Reading"): archive.Reading,
    ("datetime", "date"): dt.date,
}


_SHOWING = {"pages", "search", "takeaway"}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None


def code_digest() -> str:
    """SHA-256 over the package's code and vocabulary: readings of another version are stale."""
    digest = hashlib.sha256()
    root = Path(str(resources.files(__package__)))
    # All of it but what only shows the archive: a room that reads articles must not be forgotten here.
    files = [p for p in [*root.rglob("*.py"), *root.rglob("*.yml")] if p.relative_to(root).parts[0] not in _SHOWING]
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


class ReadingCache:
    """A folder of kept readings. ``context`` is everything besides the file that a reading depends on."""

    def __init__(self, folder: Path, context: str) -> None:
        self._folder = folder
        self._context = context.encode()

    def _path(self, identity: str, path: str, sha256: str) -> Path:
        key = hashlib.sha256(b"\0".join((self._context, identity.encode(), path.encode(), sha256.encode()))).hexdigest()
        return self._folder / key[:2] / f"{key[2:]}.bin"

    def get(self, identity: str, path: str, sha256: str) -> Reading | None:
        """The kept reading, or None where there is none or it is damaged."""
        try:
            data = self._path(identity, path, sha256).read_bytes()
        except OSError:
            return None
        payload = data[_DIGEST:]
        if hashlib.sha256(payload).digest() != data[:_DIGEST]:
            return None
        try:
            reading = _Unpickler(io.BytesIO(payload)).load()
            article = reading.article
            same = (article.id, article.path, article.sha256) == (identity, path, sha256)
        except Exception:  # a pickle of another Python or shape can fail in any way; it is then read anew
            return None
        return reading if same and isinstance(reading, Reading) else None

    def put(self, reading: Reading) -> None:
        """Keep a reading; a cache that cannot be written is no error."""
        payload = pickle.dumps(reading, protocol=5)
        path = self._path(reading.article.id, reading.article.path, reading.article.sha256)
        temporary = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(hashlib.sha256(payload).digest() + payload)
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()

    def prune(self, keep: int) -> None:
        """Drop the oldest entries beyond ``keep``, so that the folder does not grow with every edit."""
        # Another build may be doing the same at this moment: what is gone is gone.
        with contextlib.suppress(OSError):
            entries = sorted(self._folder.glob("*/*.bin"), key=lambda p: (p.stat().st_mtime, p.name))
            for path in entries[: max(0, len(entries) - keep)]:
                path.unlink(missing_ok=True)
