"""Archive in, things to take away out: citations, JSON-LD, feeds, Popolo, descriptions of the data, the whole as a zip.

Pure functions of an Archive and a SiteInfo; only ``writing`` and ``archive_zip`` touch the disk, nothing knows MkDocs.
"""

# The wording of pages (pages.words) is used here, and pages call what is here: loading the pages first makes the order
# of imports the same whoever comes first.
from .. import pages as _pages  # noqa: F401
