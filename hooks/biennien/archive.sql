-- The tables of data/archive.sqlite: one a kind; what a record holds as a list is a table of its own, joined by the record's id.
CREATE TABLE articles (id TEXT PRIMARY KEY, path TEXT, url TEXT, title TEXT, title_basis TEXT, form TEXT, published TEXT,
  published_basis TEXT, source_name TEXT, source_url TEXT, outlet TEXT, byline TEXT, meeting TEXT, sha256 TEXT);
CREATE TABLE blocks (article TEXT, block TEXT, kind TEXT, text TEXT, credit TEXT, line INTEGER, PRIMARY KEY (article, block));
CREATE TABLE article_people (article TEXT, person TEXT, name_as_written TEXT, role TEXT, stated_by_editor INTEGER);
CREATE TABLE article_offices (article TEXT, person TEXT, label TEXT, organization TEXT, organization_id TEXT,
  organization_basis TEXT, status TEXT, block TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE person_references (article TEXT, person TEXT, form TEXT, block TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE citations (article TEXT, document TEXT, as_written TEXT, relation TEXT, reason TEXT, block TEXT, start INTEGER,
  "end" INTEGER);
CREATE TABLE statements (article TEXT, person TEXT, quoted INTEGER, block TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE meetings (id TEXT PRIMARY KEY, url TEXT, title TEXT, date TEXT, date_end TEXT, date_precision TEXT, date_basis TEXT,
  date_reason TEXT, date_not_after TEXT, part_of_day TEXT, kind TEXT, body TEXT, place TEXT, place_basis TEXT,
  place_reason TEXT, venue TEXT, session TEXT, term TEXT);
CREATE TABLE meeting_people (meeting TEXT, person TEXT, role TEXT, PRIMARY KEY (meeting, person));
CREATE TABLE meeting_documents (meeting TEXT, document TEXT, PRIMARY KEY (meeting, document));
CREATE TABLE people (id TEXT PRIMARY KEY, url TEXT, name TEXT, sort_key TEXT, other_names TEXT, note TEXT, reviewed INTEGER);
CREATE TABLE person_offices (person TEXT, label TEXT, organization TEXT, organization_id TEXT, status TEXT, first TEXT, last TEXT,
  sightings INTEGER);
CREATE TABLE documents (id TEXT PRIMARY KEY, url TEXT, type TEXT, number TEXT, symbol TEXT, name TEXT, issuer TEXT, term TEXT,
  year INTEGER, date TEXT, title TEXT, status TEXT, reason TEXT, candidates TEXT, note TEXT);
CREATE TABLE organizations (id TEXT PRIMARY KEY, url TEXT, name TEXT, kind TEXT, place TEXT, parent TEXT, predecessor TEXT,
  successor TEXT, aliases TEXT, note TEXT);
CREATE TABLE figures (series TEXT, article TEXT, meeting TEXT, date TEXT, what TEXT, value REAL, value_high REAL, qualifier TEXT,
  unit TEXT, subject TEXT, organization TEXT, as_of TEXT, block TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE problems (code TEXT, severity TEXT, path TEXT, line INTEGER, message TEXT, hint TEXT);
CREATE INDEX article_people_person ON article_people (person);
CREATE INDEX citations_document ON citations (document);
CREATE INDEX meetings_date ON meetings (date);
CREATE INDEX figures_organization ON figures (organization);
