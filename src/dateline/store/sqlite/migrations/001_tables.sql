-- The record. Every table can be read as it is; columns named "record" hold the whole record as JSON.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,          -- bytes before compression
  zlib BLOB NOT NULL
);

CREATE TABLE documents (
  seq INTEGER PRIMARY KEY,        -- order of arrival
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  title TEXT,
  publisher TEXT,
  url TEXT,
  published TEXT,                 -- YYYY-MM-DD
  language TEXT,
  source TEXT,                    -- where the bytes came from
  text TEXT NOT NULL,             -- all offsets count its code points
  text_sha256 TEXT NOT NULL,
  content TEXT NOT NULL,          -- hash over text and particulars; the same content is the same version
  raw_sha256 TEXT REFERENCES raw (sha256),
  state TEXT NOT NULL,            -- new, done, failed
  coded_by TEXT,                  -- fingerprint of the coder that did it
  added TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_publisher ON documents (publisher);
CREATE INDEX documents_coded_by ON documents (coded_by);

CREATE TABLE document_versions (  -- texts that a later version replaced
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  content TEXT NOT NULL,
  added TEXT NOT NULL,
  replaced TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (document_id, version)
);

CREATE TABLE annotations (        -- sentences, references, quotations, boilerplate; no tokens or names
  document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  annotator TEXT NOT NULL,
  record TEXT NOT NULL
);

CREATE TABLE mentions (           -- one document says that it happened (or will, might, did not)
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,      -- order within the document
  event_key TEXT NOT NULL,        -- same key = same happening within the document
  event_type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,         -- JSON list
  modality TEXT NOT NULL,
  certainty REAL NOT NULL,
  "trigger" TEXT NOT NULL,
  "start" INTEGER NOT NULL,       -- of the trigger, code points
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,            -- the sentence
  quote_start INTEGER NOT NULL,
  attributed_to TEXT,
  when_text TEXT,
  earliest TEXT,
  latest TEXT,
  date_precision TEXT,
  where_text TEXT,
  place TEXT,
  place_country TEXT,
  place_precision TEXT,
  lat REAL,
  lon REAL,
  geonames_id INTEGER,
  coder TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX mentions_document ON mentions (document_id, position);
CREATE INDEX mentions_type ON mentions (event_type);

CREATE TABLE parties (            -- who acts and towards whom, as worded and as resolved
  mention_id TEXT NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  role TEXT NOT NULL,             -- actor, recipient
  position INTEGER NOT NULL,
  text TEXT,                      -- NULL: the sentence leaves the party unsaid
  "start" INTEGER,
  "end" INTEGER,
  name TEXT NOT NULL,
  canonical_id TEXT,
  country TEXT,
  sector TEXT,
  PRIMARY KEY (mention_id, role, position)
);
CREATE INDEX parties_canonical ON parties (canonical_id);

CREATE TABLE arms_frames (        -- who supplies what to whom
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mention_id TEXT REFERENCES mentions (id) ON DELETE CASCADE,
  "trigger" TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  supplier TEXT,
  supplier_id TEXT,
  supplier_country TEXT,
  recipient TEXT,
  recipient_id TEXT,
  recipient_country TEXT,
  item TEXT,
  item_class TEXT,
  quantity TEXT,
  value TEXT,
  amount REAL,
  currency TEXT,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  modality TEXT NOT NULL,
  attributed_to TEXT,
  certainty REAL NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX arms_document ON arms_frames (document_id, position);
CREATE INDEX arms_countries ON arms_frames (supplier_country, recipient_country);

CREATE TABLE claims (             -- checkable statements: tallies, shares, ranks, amounts
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  subject TEXT,
  predicate TEXT,
  object TEXT,
  value TEXT NOT NULL,
  unit TEXT,
  period TEXT,
  attributed_to TEXT,
  certainty REAL NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX claims_document ON claims (document_id, position);

CREATE TABLE events (             -- the fused happening, told by one or more mentions
  id TEXT PRIMARY KEY,
  event_type TEXT NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,         -- JSON list
  modality TEXT NOT NULL,
  certainty REAL NOT NULL,
  actors TEXT NOT NULL,           -- names, for reading; event_parties has the particulars
  recipients TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  date_precision TEXT,
  place TEXT,
  place_country TEXT,
  place_precision TEXT,
  lat REAL,
  lon REAL,
  geonames_id INTEGER,
  item_class TEXT,
  arms_status TEXT,
  mentions INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX events_latest ON events (ifnull(latest, ''), id);
CREATE INDEX events_type ON events (event_type);

CREATE TABLE event_mentions (
  mention_id TEXT PRIMARY KEY REFERENCES mentions (id) ON DELETE CASCADE,
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  position INTEGER NOT NULL
);
CREATE INDEX event_mentions_event ON event_mentions (event_id, position);

CREATE TABLE event_parties (
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  role TEXT NOT NULL,             -- actor, recipient
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  canonical_id TEXT,
  country TEXT,
  sector TEXT,
  PRIMARY KEY (event_id, role, position)
);
CREATE INDEX event_parties_canonical ON event_parties (canonical_id);
CREATE INDEX event_parties_country ON event_parties (country);

CREATE TABLE entities (           -- seen in the record; written with the events
  canonical_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  events INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  documents INTEGER NOT NULL
);

CREATE TABLE judgements (         -- decisions about two entities; an edge that can be undone
  id TEXT PRIMARY KEY,
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  kind TEXT NOT NULL,
  score REAL,
  who TEXT NOT NULL,
  made TEXT NOT NULL,
  record TEXT NOT NULL
);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,      -- hash over coder, annotator, resolver, vocabulary and settings
  version TEXT NOT NULL,          -- of Dateline
  coder TEXT NOT NULL,
  annotator TEXT NOT NULL,
  resolver TEXT NOT NULL,
  vocabulary TEXT NOT NULL,
  settings TEXT NOT NULL,         -- JSON
  started TEXT NOT NULL,
  finished TEXT,                  -- NULL: still running, or killed and waiting to be resumed
  documents INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  mentions INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  events INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE run_documents (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,       -- of the document
  state TEXT NOT NULL,            -- done, failed
  mentions INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  finished TEXT NOT NULL,
  PRIMARY KEY (run_id, document_id, version)
);

CREATE TABLE rejects (            -- what could not be read or coded
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- hash over the other columns but the date
  source TEXT NOT NULL,
  position INTEGER,               -- line or item in it, from 1
  reason TEXT NOT NULL,           -- class of the error
  message TEXT NOT NULL,
  document_id TEXT REFERENCES documents (id) ON DELETE CASCADE,
  run_id INTEGER REFERENCES runs (id),
  added TEXT NOT NULL
);
CREATE INDEX rejects_document ON rejects (document_id);
