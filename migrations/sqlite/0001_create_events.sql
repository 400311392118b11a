-- The first schema. A version (a row of event_versions with its mention_versions) is the truth; the documents that are
-- served and every other column about an event follow from the last one, are written in the same transaction and
-- checked by `verify`. Columns named …_key are internal row numbers, columns
-- named id are the public identifiers. Days are numbers since 1970-01-01; an open beginning is -1000000, an open end 10000000.

CREATE TABLE store_state (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

INSERT INTO store_state (only_row, revision) VALUES (1, 0);

CREATE TABLE markers (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An article is superseded by a newer text of its URL, or retracted; both keep the row as a tombstone without its text.
-- source is its publisher's name, folded as those of actors.
CREATE TABLE articles (
  article_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recorded_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  superseded_by TEXT REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  retracted_at INTEGER,
  file TEXT,
  title TEXT,
  publisher TEXT,
  source TEXT,
  url TEXT,
  published_on TEXT,
  language TEXT NOT NULL,
  based_on TEXT CHECK (based_on IS NULL OR json_valid(based_on)),
  anchor_date TEXT NOT NULL,
  anchor_basis TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  text TEXT,
  CHECK ((text IS NULL) = (superseded_by IS NOT NULL OR retracted_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX articles_current_by_url ON articles (url)
WHERE url IS NOT NULL AND superseded_by IS NULL AND retracted_at IS NULL;

CREATE INDEX articles_by_source ON articles (source) WHERE source IS NOT NULL;
CREATE INDEX articles_current ON articles (article_key) WHERE superseded_by IS NULL AND retracted_at IS NULL;
CREATE INDEX articles_by_superseded_by ON articles (superseded_by) WHERE superseded_by IS NOT NULL;

-- What each mention ever said, as JSON: a row for each time that it changed, however many events told it so.
CREATE TABLE mention_versions (
  version_key INTEGER PRIMARY KEY,
  mention_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  UNIQUE (mention_id, revision)
) STRICT;

CREATE TRIGGER mention_versions_are_not_updated BEFORE UPDATE ON mention_versions
BEGIN
  SELECT RAISE(ABORT, 'mention_versions is append-only');
END;

CREATE TRIGGER mention_versions_are_not_deleted BEFORE DELETE ON mention_versions
BEGIN
  SELECT RAISE(ABORT, 'mention_versions is append-only');
END;

-- Every version that an event ever had, so that what was cited can be shown again: its own fields as JSON, and the
-- version_key of each of its mentions in their order. A row without a document is a tombstone: from that revision on the
-- event was withdrawn, hidden, or merged into another. Read by revision, the table is the log of changes.
CREATE TABLE event_versions (
  version_key INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('ADDED', 'CHANGED', 'MERGED', 'WITHDRAWN', 'HIDDEN')),
  into_id TEXT,
  document TEXT CHECK (document IS NULL OR json_valid(document)),
  mentions TEXT CHECK (mentions IS NULL OR json_valid(mentions)),
  UNIQUE (event_id, revision),
  CHECK ((document IS NOT NULL) = (change IN ('ADDED', 'CHANGED'))),
  CHECK ((document IS NULL) = (mentions IS NULL)),
  CHECK ((into_id IS NOT NULL) = (change = 'MERGED'))
) STRICT;

CREATE INDEX event_versions_by_revision ON event_versions (revision, event_id);

CREATE TRIGGER event_versions_are_not_updated BEFORE UPDATE ON event_versions
BEGIN
  SELECT RAISE(ABORT, 'event_versions is append-only');
END;

CREATE TRIGGER event_versions_are_not_deleted BEFORE DELETE ON event_versions
BEGIN
  SELECT RAISE(ABORT, 'event_versions is append-only');
END;

-- The events that exist now, each with its last version. span_bits is the length of latest_day - earliest_day in bits, so
-- that events which began before a day and reach it are found within 2^span_bits days of it. A hidden event is known to
-- joining alone: it has its mentions, but no actors, places and words that would find it. settled_day is the
-- day on which the last article that tells of the event was published: from then on, what is stored is what was known.
-- first_month and last_month are the first days of the months that its ends lie in; an open end stays what it is.
CREATE TABLE events (
  event_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version_key INTEGER NOT NULL REFERENCES event_versions (version_key),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  revision INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  latest_day INTEGER NOT NULL,
  span_bits INTEGER NOT NULL,
  month_day INTEGER,
  precision TEXT NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  source_count INTEGER NOT NULL,
  settled_day INTEGER NOT NULL,
  first_month INTEGER AS (
    iif(earliest_day = -1000000, earliest_day, unixepoch(earliest_day * 86400, 'unixepoch', 'start of month') / 86400)),
  last_month INTEGER AS (
    iif(latest_day = 10000000, latest_day, unixepoch(latest_day * 86400, 'unixepoch', 'start of month') / 86400)),
  CHECK (earliest_day <= latest_day)
) STRICT;

CREATE INDEX events_by_date ON events (earliest_day, latest_day, id, settled_day) WHERE hidden = 0;
CREATE INDEX events_by_latest_day ON events (latest_day) WHERE hidden = 0;
CREATE INDEX events_by_span ON events (span_bits, earliest_day, latest_day, id, hidden, settled_day);
CREATE INDEX events_by_month_day ON events (month_day, hidden, earliest_day, latest_day, id, settled_day)
WHERE month_day IS NOT NULL;
CREATE INDEX events_by_recorded_at ON events (recorded_at, event_key, id) WHERE hidden = 0;

-- How many events that are not hidden begin in one month and end in another, or in the same: as many rows as months, however
-- many events.
CREATE TABLE event_months (
  first_month INTEGER NOT NULL,
  last_month INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (first_month, last_month)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_months_are_counted AFTER INSERT ON events WHEN NEW.hidden = 0
BEGIN
  INSERT INTO event_months (first_month, last_month, count) VALUES (NEW.first_month, NEW.last_month, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER event_months_are_discounted AFTER DELETE ON events WHEN OLD.hidden = 0
BEGIN
  UPDATE event_months SET count = count - 1 WHERE first_month = OLD.first_month AND last_month = OLD.last_month;
  DELETE FROM event_months WHERE first_month = OLD.first_month AND last_month = OLD.last_month AND count = 0;
END;

CREATE TRIGGER event_months_are_recounted AFTER UPDATE OF earliest_day, latest_day, hidden ON events
WHEN (OLD.first_month, OLD.last_month, OLD.hidden) <> (NEW.first_month, NEW.last_month, NEW.hidden)
BEGIN
  UPDATE event_months SET count = count - 1
  WHERE OLD.hidden = 0 AND first_month = OLD.first_month AND last_month = OLD.last_month;
  DELETE FROM event_months WHERE first_month = OLD.first_month AND last_month = OLD.last_month AND count = 0;
  INSERT INTO event_months (first_month, last_month, count) SELECT NEW.first_month, NEW.last_month, 1 WHERE NEW.hidden = 0
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- What is served of each event that can be found, as JSON text that goes out as it lies here. All are laid out alike, every
-- property of every object at its place: parts are cut out by that.
CREATE TABLE served_documents (
  event_key INTEGER PRIMARY KEY REFERENCES events (event_key) ON DELETE CASCADE,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

-- The whole JSON of each event that exists now.
CREATE TABLE event_documents (
  event_key INTEGER PRIMARY KEY REFERENCES events (event_key) ON DELETE CASCADE,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

-- One row for each value that span_bits can have: 2^24 days are more than from the open beginning to the open end.
CREATE TABLE event_spans (
  span_bits INTEGER PRIMARY KEY,
  days INTEGER NOT NULL
) STRICT;

INSERT INTO event_spans (span_bits, days)
WITH RECURSIVE bits (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM bits WHERE n < 24)
SELECT n, 1 << n FROM bits;

-- What was known of an event on the days from from_day to the one before until_day, when some of its articles were not yet
-- published: its fields but the mentions, as JSON. Only events that articles of several days tell have such rows. The
-- columns and the tables below are an index over it, as those of events are over their documents.
CREATE TABLE event_editions (
  edition_key INTEGER PRIMARY KEY,
  event_key INTEGER NOT NULL REFERENCES events (event_key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  latest_day INTEGER NOT NULL,
  span_bits INTEGER NOT NULL,
  month_day INTEGER,
  precision TEXT NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  UNIQUE (event_key, from_day),
  CHECK (from_day < until_day),
  CHECK (earliest_day <= latest_day)
) STRICT;

CREATE INDEX event_editions_by_date ON event_editions (earliest_day, latest_day, id, from_day, until_day);
CREATE INDEX event_editions_by_span
ON event_editions (span_bits, earliest_day, latest_day, id, from_day, until_day);
CREATE INDEX event_editions_by_month_day
ON event_editions (month_day, earliest_day, latest_day, id) WHERE month_day IS NOT NULL;

-- A merged id leads straight to the event that stayed, through any number of merges.
CREATE TABLE event_aliases (
  id TEXT PRIMARY KEY,
  into_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  CHECK (id <> into_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_aliases_by_into_id ON event_aliases (into_id);

-- Days are null for a mention without a date of its own. Positions are UTF-16 code units of the article's text.
CREATE TABLE mentions (
  id TEXT PRIMARY KEY,
  event_key INTEGER NOT NULL REFERENCES events (event_key),
  article_key INTEGER NOT NULL REFERENCES articles (article_key),
  clause_start INTEGER NOT NULL,
  clause_end INTEGER NOT NULL,
  earliest_day INTEGER,
  latest_day INTEGER,
  CHECK ((earliest_day IS NULL) = (latest_day IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_by_event ON mentions (event_key);
CREATE INDEX mentions_by_article ON mentions (article_key, event_key);

-- The dated mentions of the articles that count, with the keys by which each is found when others could be joined to it. The
-- rows are those of the mention's article and stay when the mention goes to another event.
CREATE TABLE join_accounts (
  account_key INTEGER PRIMARY KEY,
  article_key INTEGER NOT NULL REFERENCES articles (article_key),
  mention_id TEXT NOT NULL,
  span_bits INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  keys TEXT NOT NULL CHECK (json_valid(keys))
) STRICT;

CREATE INDEX join_accounts_by_article ON join_accounts (article_key);

-- The words and ids that a mention shares with others, each as a number that is hashed from it, and the days that it speaks of.
-- Of two mentions, as many keys must be shared as the one that asks for less asks for. span_bits is rounded up to one of a few
-- lengths. An article has some eighty of these rows, each on another page, so they hold numbers alone and no second index.
CREATE TABLE join_keys (
  key INTEGER NOT NULL,
  span_bits INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  account_key INTEGER NOT NULL,
  latest_day INTEGER NOT NULL,
  enough INTEGER NOT NULL,
  PRIMARY KEY (key, span_bits, earliest_day, account_key)
) STRICT, WITHOUT ROWID;

-- Names are folded (case, white space, full stops) by the writer, in actor_names and place_names alike.
CREATE TABLE actors (
  actor_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  event_count INTEGER NOT NULL DEFAULT 0 CHECK (event_count >= 0)
) STRICT;

CREATE INDEX actors_by_event_count ON actors (-event_count, id);

CREATE TABLE actor_names (
  name TEXT NOT NULL,
  actor_key INTEGER NOT NULL REFERENCES actors (actor_key),
  PRIMARY KEY (name, actor_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_names_by_actor ON actor_names (actor_key);

CREATE TABLE event_actors (
  actor_key INTEGER NOT NULL REFERENCES actors (actor_key),
  event_key INTEGER NOT NULL REFERENCES events (event_key),
  PRIMARY KEY (actor_key, event_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_actors_by_event ON event_actors (event_key);

CREATE TRIGGER event_actors_are_counted AFTER INSERT ON event_actors
BEGIN
  UPDATE actors SET event_count = event_count + 1 WHERE actor_key = NEW.actor_key;
END;

CREATE TRIGGER event_actors_are_discounted AFTER DELETE ON event_actors
BEGIN
  UPDATE actors SET event_count = event_count - 1 WHERE actor_key = OLD.actor_key;
END;

CREATE TABLE places (
  place_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases))
) STRICT;

CREATE TABLE place_names (
  name TEXT NOT NULL,
  place_key INTEGER NOT NULL REFERENCES places (place_key),
  PRIMARY KEY (name, place_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX place_names_by_place ON place_names (place_key);

CREATE TABLE event_places (
  place_key INTEGER NOT NULL REFERENCES places (place_key),
  event_key INTEGER NOT NULL REFERENCES events (event_key),
  PRIMARY KEY (place_key, event_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_places_by_event ON event_places (event_key);

CREATE TABLE edition_actors (
  actor_key INTEGER NOT NULL REFERENCES actors (actor_key),
  edition_key INTEGER NOT NULL REFERENCES event_editions (edition_key) ON DELETE CASCADE,
  PRIMARY KEY (actor_key, edition_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX edition_actors_by_edition ON edition_actors (edition_key);

CREATE TABLE edition_places (
  place_key INTEGER NOT NULL REFERENCES places (place_key),
  edition_key INTEGER NOT NULL REFERENCES event_editions (edition_key) ON DELETE CASCADE,
  PRIMARY KEY (place_key, edition_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX edition_places_by_edition ON edition_places (edition_key);

-- The full text of an event: its title and the quotes of its mentions. The row id is the event_key.
CREATE VIRTUAL TABLE event_search USING fts5 (title, quotes, tokenize = 'unicode61 remove_diacritics 2');

-- The same of an edition, with the quotes known by then. The row id is the edition_key.
CREATE VIRTUAL TABLE edition_search USING fts5 (title, quotes, tokenize = 'unicode61 remove_diacritics 2');

-- Who changed what, when and why; `before` is what the events said that it was done to.
CREATE TABLE audit_entries (
  entry_key INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,
  noted_at TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  why TEXT,
  before TEXT NOT NULL CHECK (json_valid(before))
) STRICT;

CREATE INDEX audit_entries_by_subject ON audit_entries (subject, entry_key);

CREATE TRIGGER audit_entries_are_not_updated BEFORE UPDATE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'audit_entries is append-only');
END;

CREATE TRIGGER audit_entries_are_not_deleted BEFORE DELETE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'audit_entries is append-only');
END;

-- What editors decided, laid over what is derived from the mentions for as long as it is not lifted. OVERRIDE and HIDE
-- are about an event, TOGETHER and APART about the mentions in decision_mentions.
CREATE TABLE decisions (
  decision_key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('TOGETHER', 'APART', 'OVERRIDE', 'HIDE')),
  event_id TEXT,
  document TEXT NOT NULL CHECK (json_valid(document)),
  revision INTEGER NOT NULL,
  lifted_at INTEGER,
  CHECK ((event_id IS NOT NULL) = (kind IN ('OVERRIDE', 'HIDE')))
) STRICT;

CREATE INDEX decisions_by_event ON decisions (event_id, kind) WHERE event_id IS NOT NULL AND lifted_at IS NULL;

CREATE TABLE decision_mentions (
  mention_id TEXT NOT NULL,
  decision_key INTEGER NOT NULL REFERENCES decisions (decision_key),
  PRIMARY KEY (mention_id, decision_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_mentions_by_decision ON decision_mentions (decision_key);
