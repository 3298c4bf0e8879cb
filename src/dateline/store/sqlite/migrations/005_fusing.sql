-- What fusing needs to take up new reports without reading the others again, and which reports share a text.

CREATE TABLE unfused (            -- documents whose mentions changed since the events were written; '*' stands for all
  document_id TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO unfused VALUES ('*');

CREATE TABLE unlisted (           -- entities whose numbers changed since they were listed
  canonical_id TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE tellings (           -- what one document says of one happening
  id TEXT PRIMARY KEY,            -- of its first mention
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  mentions TEXT NOT NULL          -- JSON list of ids
) WITHOUT ROWID;
CREATE INDEX tellings_document ON tellings (document_id);

CREATE TABLE telling_keys (       -- under which a telling is found by others that may tell the same
  key TEXT NOT NULL,
  telling TEXT NOT NULL REFERENCES tellings (id) ON DELETE CASCADE,
  PRIMARY KEY (key, telling)
) WITHOUT ROWID;
CREATE INDEX telling_keys_telling ON telling_keys (telling);

CREATE TABLE signatures (         -- of texts, to find copies
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  text_sha256 TEXT NOT NULL,
  made_by TEXT NOT NULL,          -- name and version of the method
  words INTEGER NOT NULL,
  numbers BLOB NOT NULL           -- eight bytes each, big-endian
) WITHOUT ROWID;

CREATE TABLE signature_bands (
  band TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (band, document_id)
) WITHOUT ROWID;
CREATE INDEX signature_bands_document ON signature_bands (document_id);

CREATE TABLE copies (             -- a later report that shares its text with an earlier one
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  of TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,             -- same, copy, version
  likeness REAL NOT NULL,         -- estimated share of runs of five words in common
  PRIMARY KEY (document_id, of)
) WITHOUT ROWID;
CREATE INDEX copies_of ON copies (of);
