-- Official records: editions of registers, roll calls and lists, each row with the line of the file it is from.

CREATE TABLE editions (           -- one imported file
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- hash over kind, bytes and vintage
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  vintage TEXT,
  vintages TEXT NOT NULL,         -- JSON list: those that its rows name
  retrieved TEXT,                 -- YYYY-MM-DD
  licence TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  file TEXT NOT NULL,             -- name without folder
  imported TEXT NOT NULL,
  "rows" TEXT NOT NULL,           -- JSON: number by class of record
  rejects INTEGER NOT NULL,
  first_year INTEGER,
  last_year INTEGER,
  notes TEXT NOT NULL             -- JSON list: what the reader remarked
);

CREATE TABLE reference_rejects (  -- rows that were not read
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX reference_rejects_edition ON reference_rejects (edition);

CREATE TABLE transfers (          -- deals of a register of arms transfers
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  vintage TEXT,
  deal TEXT NOT NULL,             -- the register's number, the same in every vintage
  supplier TEXT NOT NULL,
  supplier_kind TEXT NOT NULL,    -- state, non_state, organisation, unknown
  supplier_code TEXT,             -- of states only
  supplier_within TEXT,           -- the state a group is in
  recipient TEXT NOT NULL,
  recipient_kind TEXT NOT NULL,
  recipient_code TEXT,
  recipient_within TEXT,
  designation TEXT NOT NULL,
  description TEXT NOT NULL,
  category TEXT NOT NULL,
  order_year INTEGER,
  order_estimated INTEGER,        -- 1, 0, or NULL where the register says nothing
  quantity_ordered REAL,
  status TEXT NOT NULL,
  tiv_per_unit REAL,              -- millions of TIV, which are not money
  tiv_per_unit_deal REAL,
  local_production INTEGER,
  comments TEXT NOT NULL,
  line INTEGER NOT NULL
);
CREATE INDEX transfers_edition ON transfers (edition);
CREATE INDEX transfers_supplier ON transfers (supplier_code);
CREATE INDEX transfers_recipient ON transfers (recipient_code);
CREATE INDEX transfers_deal ON transfers (deal);

CREATE TABLE deliveries (
  transfer INTEGER NOT NULL REFERENCES transfers (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  year INTEGER NOT NULL,
  year_estimated INTEGER,
  quantity REAL,
  quantity_estimated INTEGER,
  tiv REAL,
  spread INTEGER NOT NULL,        -- 1: an even part of one number for several years
  line INTEGER NOT NULL,
  PRIMARY KEY (transfer, position)
) WITHOUT ROWID;

CREATE TABLE tiv (                -- cells of value tables
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  vintage TEXT,
  supplier TEXT,                  -- NULL: all of them
  supplier_kind TEXT,
  supplier_code TEXT,
  supplier_within TEXT,
  recipient TEXT,                 -- NULL: all of them
  recipient_kind TEXT,
  recipient_code TEXT,
  recipient_within TEXT,
  year INTEGER NOT NULL,
  tiv REAL NOT NULL,
  line INTEGER NOT NULL
);
CREATE INDEX tiv_edition ON tiv (edition);
CREATE INDEX tiv_supplier ON tiv (supplier_code);
CREATE INDEX tiv_recipient ON tiv (recipient_code);

CREATE TABLE resolutions (        -- votes of a body
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,             -- UNGA, UNSC
  symbol TEXT NOT NULL,           -- no key: votes on parts share it
  title TEXT NOT NULL,
  part TEXT NOT NULL,             -- whole, paragraph, amendment
  day TEXT,
  yes INTEGER,
  no INTEGER,
  abstain INTEGER,
  not_voting INTEGER,
  members INTEGER,
  words TEXT NOT NULL,            -- folded words of title, agenda and subjects
  line INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX resolutions_edition ON resolutions (edition);
CREATE INDEX resolutions_day ON resolutions (body, day);
CREATE INDEX resolutions_symbol ON resolutions (symbol);

CREATE TABLE voters (             -- a member under the name it had
  seq INTEGER PRIMARY KEY,
  country TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (country, name)
);

CREATE TABLE ballots (
  resolution INTEGER NOT NULL REFERENCES resolutions (seq) ON DELETE CASCADE,
  voter INTEGER NOT NULL REFERENCES voters (seq),
  vote TEXT NOT NULL,             -- yes, no, abstain, not_voting
  intended TEXT,                  -- what the member later said it had meant
  note TEXT,
  line INTEGER NOT NULL,
  PRIMARY KEY (resolution, voter)
) WITHOUT ROWID;
CREATE INDEX ballots_voter ON ballots (voter);

CREATE TABLE vetoes (
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  draft TEXT NOT NULL,
  subject TEXT NOT NULL,
  vetoing TEXT NOT NULL,          -- JSON list of codes
  words TEXT NOT NULL,            -- folded words of subject, topic and draft
  line INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX vetoes_edition ON vetoes (edition);

CREATE TABLE programmes (         -- sanctions programmes and embargoes
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  authority TEXT NOT NULL,
  title TEXT NOT NULL,
  measures TEXT NOT NULL,         -- JSON list
  "start" TEXT,
  "end" TEXT,
  line INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX programmes_edition ON programmes (edition);

CREATE TABLE programme_countries (
  programme INTEGER NOT NULL REFERENCES programmes (seq) ON DELETE CASCADE,
  country TEXT NOT NULL,
  PRIMARY KEY (country, programme)
) WITHOUT ROWID;
CREATE INDEX programme_countries_programme ON programme_countries (programme);

CREATE TABLE designations (       -- listings of parties
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  authority TEXT NOT NULL,
  list_name TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  listed TEXT,
  delisted TEXT,
  countries TEXT NOT NULL,        -- JSON list
  entity TEXT,
  line INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX designations_edition ON designations (edition);
CREATE INDEX designations_entity ON designations (entity);

CREATE TABLE designation_names (  -- the words of each name and alias, folded, each between spaces
  designation INTEGER NOT NULL REFERENCES designations (seq) ON DELETE CASCADE,
  words TEXT NOT NULL
);
CREATE INDEX designation_names_designation ON designation_names (designation);

CREATE TABLE offices (            -- terms of office, as files say
  seq INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES editions (seq) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  holder TEXT NOT NULL,
  office TEXT NOT NULL,
  country TEXT,
  began TEXT,                     -- earliest first day
  ended TEXT,                     -- latest last day
  words TEXT NOT NULL,            -- folded words of the office
  line INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX offices_edition ON offices (edition);
CREATE INDEX offices_country ON offices (country);
