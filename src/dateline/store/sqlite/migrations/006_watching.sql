-- What watching needs: feeds and their items, a log of what changed, alerts and their delivery.
-- Columns named due and polled are seconds since 1970.

CREATE TABLE feeds (
  url TEXT PRIMARY KEY,
  etag TEXT,
  modified TEXT,
  polled REAL NOT NULL,
  due REAL NOT NULL,              -- when it is asked again
  failures INTEGER NOT NULL,      -- in a row
  error TEXT                      -- of the last poll; NULL: it went well
) WITHOUT ROWID;

CREATE TABLE feed_items (
  feed TEXT NOT NULL,
  item TEXT NOT NULL,             -- the feed's own id
  document_id TEXT NOT NULL,      -- made of both
  digest TEXT NOT NULL,           -- of what the feed last said of it
  record TEXT NOT NULL,           -- the item as the feed gave it; without its text once that is a document
  age TEXT,                       -- day of publication or update
  first REAL NOT NULL,            -- the poll that first listed it
  missed INTEGER,                 -- polls in a row that did not list it; NULL: no longer looked for
  waits INTEGER NOT NULL,         -- 1: to be read, 0: read or given up
  due REAL,                       -- when it is read, or its page asked again; NULL: never
  tries INTEGER NOT NULL DEFAULT 0,
  etag TEXT,                      -- of its page
  modified TEXT,
  PRIMARY KEY (feed, item)
) WITHOUT ROWID;
CREATE INDEX feed_items_due ON feed_items (due) WHERE due IS NOT NULL;
CREATE INDEX feed_items_missed ON feed_items (feed, missed) WHERE missed IS NOT NULL;

CREATE TABLE withdrawals (        -- reports that their publisher took back; they are kept
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  withdrawn TEXT NOT NULL,
  reason TEXT NOT NULL,
  restored TEXT,                  -- NULL: it is still withdrawn
  PRIMARY KEY (document_id, withdrawn)
) WITHOUT ROWID;

CREATE INDEX documents_added ON documents (added);
CREATE INDEX document_versions_replaced ON document_versions (replaced);

CREATE TABLE coded_since (        -- documents coded since the events were written, and why
  document_id TEXT PRIMARY KEY,
  cause TEXT NOT NULL             -- report, revision, coder
) WITHOUT ROWID;

CREATE TABLE happenings (         -- events under an id that stays when their mentions are coded anew
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- of the event as it was first written
  event_id TEXT UNIQUE,           -- of the event as it is now; NULL: it is gone, or waits for its reports to be coded
  record TEXT,                    -- the event as it was, while it waits
  merged INTEGER                  -- the happening that it turned out to be
);
CREATE INDEX happenings_waiting ON happenings (seq) WHERE record IS NOT NULL;

CREATE TABLE happening_documents (
  happening INTEGER NOT NULL REFERENCES happenings (seq) ON DELETE CASCADE,
  document_id TEXT NOT NULL,
  PRIMARY KEY (happening, document_id)
) WITHOUT ROWID;
CREATE INDEX happening_documents_document ON happening_documents (document_id);

INSERT INTO happenings (id, event_id) SELECT id, id FROM events ORDER BY id;
INSERT INTO happening_documents
SELECT DISTINCT h.seq, m.document_id
FROM happenings h JOIN event_mentions em ON em.event_id = h.event_id JOIN mentions m ON m.id = em.mention_id;

CREATE TABLE changes (            -- of events, in order; changes of reports and reference files are with these
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  what TEXT NOT NULL,             -- event, source, value, gone
  cause TEXT NOT NULL,            -- report, revision, coder, regrouped
  happening INTEGER NOT NULL REFERENCES happenings (seq),
  record TEXT NOT NULL            -- JSON: the reports that caused it, the field with its value before and after
);
CREATE INDEX changes_at ON changes (at);

CREATE TABLE alerts (             -- saved queries
  name TEXT PRIMARY KEY,
  seen INTEGER NOT NULL           -- the last change it was held against
) WITHOUT ROWID;

CREATE TABLE alerted (
  alert TEXT NOT NULL,
  happening INTEGER NOT NULL REFERENCES happenings (seq),
  sources INTEGER NOT NULL,       -- when it was last alerted
  PRIMARY KEY (alert, happening)
) WITHOUT ROWID;
CREATE INDEX alerted_happening ON alerted (happening);

CREATE TABLE alerted_documents (  -- reports that an alert on the happening took into account
  alert TEXT NOT NULL,
  happening INTEGER NOT NULL REFERENCES happenings (seq),
  document_id TEXT NOT NULL,
  PRIMARY KEY (alert, happening, document_id)
) WITHOUT ROWID;
CREATE INDEX alerted_documents_happening ON alerted_documents (happening);

CREATE TABLE outbox (             -- alerts to be delivered; the key is the same however often it is tried
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  alert TEXT NOT NULL,
  made TEXT NOT NULL,
  record TEXT NOT NULL
);

CREATE TABLE outbox_targets (
  outbox INTEGER NOT NULL REFERENCES outbox (seq) ON DELETE CASCADE,
  target TEXT NOT NULL,           -- name of the delivery
  state TEXT NOT NULL,            -- waiting, done, refused
  batch TEXT,                     -- those that are sent in one piece
  tries INTEGER NOT NULL DEFAULT 0,
  due REAL NOT NULL DEFAULT 0,
  finished TEXT,
  error TEXT,
  PRIMARY KEY (outbox, target)
) WITHOUT ROWID;
CREATE INDEX outbox_targets_target ON outbox_targets (target, state, outbox);
