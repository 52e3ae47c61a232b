"""Archive in, things to take away out: citations, JSON-LD, feeds, Popolo, descriptions of the data, the whole as a zip.

Pure functions of an Archive and a SiteInfo; only ``writing`` and ``archive_zip`` touch the disk, nothing knows MkDocs.
"""
