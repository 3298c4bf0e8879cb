-- Judgements that can be undone, what they come to, and the names under which entities were printed.

ALTER TABLE judgements ADD COLUMN undone TEXT;      -- NULL: it stands
ALTER TABLE judgements ADD COLUMN undone_by TEXT;
CREATE INDEX judgements_left ON judgements ("left");
CREATE INDEX judgements_right ON judgements ("right");

CREATE TABLE identities (         -- follows from the judgements that stand; written anew with each of them
  id TEXT PRIMARY KEY,
  own_name TEXT NOT NULL,         -- what mentions call it
  canonical_id TEXT NOT NULL,     -- what it is taken for, with the particulars
  name TEXT NOT NULL,
  country TEXT,                   -- NULL here and below: what each mention says
  sector TEXT
);
CREATE INDEX identities_canonical ON identities (canonical_id);

CREATE VIEW judged_parties AS     -- parties in the light of the judgements
SELECT p.mention_id, p.role, p.position, p.text, p.canonical_id AS own_id,
       ifnull(i.canonical_id, p.canonical_id) AS canonical_id, ifnull(i.name, p.name) AS name,
       ifnull(i.country, p.country) AS country, ifnull(i.sector, p.sector) AS sector
FROM parties p LEFT JOIN identities i ON i.id = p.canonical_id;

CREATE VIEW judged_event_parties AS
SELECT p.event_id, p.role, p.position,
       ifnull(i.canonical_id, p.canonical_id) AS canonical_id, ifnull(i.name, p.name) AS name,
       ifnull(i.country, p.country) AS country, ifnull(i.sector, p.sector) AS sector
FROM event_parties p LEFT JOIN identities i ON i.id = p.canonical_id;

ALTER TABLE entities ADD COLUMN names TEXT NOT NULL DEFAULT '[]';  -- JSON list, most frequent first
