-- The tables of SQLite's schema under the same names, each for many timelines. timeline_id leads every primary key, unique
-- index and foreign key, so that a timeline can lie on a server of its own. Row numbers count from 1 in each timeline: the
-- writer takes the next one under the timeline's lock, so that cursors are those of SQLite.
--
-- Documents are text and never jsonb, which would write them anew. Texts are compared by their bytes, as SQLite does.
-- Triggers are left to the writer: it counts months and the events of actors once in a change.

CREATE TABLE timelines (
  timeline_id integer PRIMARY KEY,
  slug text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE store_state (
  timeline_id integer PRIMARY KEY REFERENCES timelines (timeline_id),
  revision integer NOT NULL CHECK (revision >= 0)
);

INSERT INTO timelines (timeline_id, slug) VALUES (1, 'default');
INSERT INTO store_state (timeline_id, revision) VALUES (1, 0);

CREATE TABLE markers (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  name text COLLATE "C" NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (timeline_id, name)
);

-- An article is superseded by a newer text of its URL, or retracted. Both keep the row as a tombstone without its text.
-- text_key is a number that is made of the text, by which copies of one text count once.
CREATE TABLE articles (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  article_key integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  recorded_at integer NOT NULL,
  revision integer NOT NULL,
  superseded_by text COLLATE "C",
  retracted_at integer,
  file text COLLATE "C",
  title text COLLATE "C",
  publisher text COLLATE "C",
  source text COLLATE "C",
  url text COLLATE "C",
  published_on text COLLATE "C",
  language text COLLATE "C" NOT NULL,
  based_on text CHECK (based_on IS JSON),
  anchor_date text COLLATE "C" NOT NULL,
  anchor_basis text COLLATE "C" NOT NULL,
  rule_set text COLLATE "C" NOT NULL,
  warnings text NOT NULL CHECK (warnings IS JSON),
  text text,
  text_key bigint,
  PRIMARY KEY (timeline_id, article_key),
  UNIQUE (timeline_id, id),
  FOREIGN KEY (timeline_id, superseded_by) REFERENCES articles (timeline_id, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((text IS NULL) = (superseded_by IS NOT NULL OR retracted_at IS NOT NULL))
);

-- Addresses are longer than an entry of an index may be, so that their hashes stand for them.
CREATE UNIQUE INDEX articles_current_by_url ON articles (timeline_id, md5(url))
WHERE url IS NOT NULL AND superseded_by IS NULL AND retracted_at IS NULL;
CREATE INDEX articles_by_source ON articles (timeline_id, source) WHERE source IS NOT NULL;
CREATE INDEX articles_current ON articles (timeline_id, article_key)
WHERE superseded_by IS NULL AND retracted_at IS NULL;
CREATE INDEX articles_by_superseded_by ON articles (timeline_id, superseded_by) WHERE superseded_by IS NOT NULL;

-- Every wording of each mention, as JSON.
CREATE TABLE mention_versions (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  version_key integer NOT NULL,
  mention_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  article_id text COLLATE "C" NOT NULL,
  document text NOT NULL CHECK (document IS JSON),
  PRIMARY KEY (timeline_id, version_key),
  UNIQUE (timeline_id, mention_id, revision)
);

CREATE INDEX mention_versions_by_article ON mention_versions (timeline_id, article_id);

-- Every version of each event: its own fields as JSON, and the version_key of each mention in their order. A row without a
-- document is a tombstone. Read by revision, the table is the log of changes.
CREATE TABLE event_versions (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  version_key integer NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  change text COLLATE "C" NOT NULL CHECK (change IN ('ADDED', 'CHANGED', 'MERGED', 'WITHDRAWN', 'HIDDEN')),
  into_id text COLLATE "C",
  document text CHECK (document IS JSON),
  mentions integer[],
  PRIMARY KEY (timeline_id, version_key),
  UNIQUE (timeline_id, event_id, revision),
  CHECK ((document IS NOT NULL) = (change IN ('ADDED', 'CHANGED'))),
  CHECK ((document IS NULL) = (mentions IS NULL)),
  CHECK ((into_id IS NOT NULL) = (change = 'MERGED'))
);

CREATE INDEX event_versions_by_revision ON event_versions (timeline_id, revision, event_id);

-- The events that exist now, each with its last version. span_bits is the length of latest_day - earliest_day in bits.
-- settled_day is the day on which the last article of the event was published. first_month and last_month are the first
-- days of the months of its ends; an open end stays as it is.
CREATE TABLE events (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  event_key integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  version_key integer NOT NULL,
  hidden integer NOT NULL CHECK (hidden IN (0, 1)),
  revision integer NOT NULL,
  recorded_at integer NOT NULL,
  earliest_day integer NOT NULL,
  latest_day integer NOT NULL,
  span_bits integer NOT NULL,
  month_day integer,
  precision text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  modality text COLLATE "C" NOT NULL,
  subject text COLLATE "C",
  confidence double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  source_count integer NOT NULL,
  settled_day integer NOT NULL,
  reported integer NOT NULL GENERATED ALWAYS AS (CASE role WHEN 'PUBLISHED' THEN 1 ELSE 0 END) STORED,
  first_month integer NOT NULL GENERATED ALWAYS AS (
    CASE earliest_day WHEN -1000000 THEN earliest_day ELSE make_date(
      extract(year FROM date '1970-01-01' + earliest_day)::integer,
      extract(month FROM date '1970-01-01' + earliest_day)::integer, 1) - date '1970-01-01' END) STORED,
  last_month integer NOT NULL GENERATED ALWAYS AS (
    CASE latest_day WHEN 10000000 THEN latest_day ELSE make_date(
      extract(year FROM date '1970-01-01' + latest_day)::integer,
      extract(month FROM date '1970-01-01' + latest_day)::integer, 1) - date '1970-01-01' END) STORED,
  PRIMARY KEY (timeline_id, event_key),
  UNIQUE (timeline_id, id) INCLUDE (event_key),
  FOREIGN KEY (timeline_id, version_key) REFERENCES event_versions (timeline_id, version_key),
  CHECK (earliest_day <= latest_day)
);

CREATE INDEX events_by_date ON events (timeline_id, earliest_day, latest_day, id) WHERE hidden = 0;
CREATE INDEX events_by_latest_day ON events (timeline_id, latest_day) WHERE hidden = 0;
CREATE INDEX events_by_span ON events (timeline_id, span_bits, earliest_day, latest_day, id) WHERE hidden = 0;
CREATE INDEX events_by_month_day ON events (timeline_id, month_day, earliest_day, latest_day, id)
WHERE hidden = 0 AND month_day IS NOT NULL;
CREATE INDEX events_by_recorded_at ON events (timeline_id, recorded_at, event_key, id) WHERE hidden = 0;

-- How many events that are not hidden begin in one month and end in another, or in the same.
CREATE TABLE event_months (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  first_month integer NOT NULL,
  last_month integer NOT NULL,
  reported integer NOT NULL CHECK (reported IN (0, 1)),
  count integer NOT NULL CHECK (count >= 0),
  PRIMARY KEY (timeline_id, first_month, last_month, reported)
);

-- What is served of each event that can be found, as JSON text that goes out as it lies here.
CREATE TABLE served_documents (
  timeline_id integer NOT NULL,
  event_key integer NOT NULL,
  document text NOT NULL CHECK (document IS JSON),
  PRIMARY KEY (timeline_id, event_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key) ON DELETE CASCADE
);

-- The whole JSON of each event that exists now.
CREATE TABLE event_documents (
  timeline_id integer NOT NULL,
  event_key integer NOT NULL,
  document text NOT NULL CHECK (document IS JSON),
  PRIMARY KEY (timeline_id, event_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key) ON DELETE CASCADE
);

-- One row for each value that span_bits can have, the same for all timelines.
CREATE TABLE event_spans (
  span_bits integer PRIMARY KEY,
  days integer NOT NULL
);

INSERT INTO event_spans (span_bits, days) SELECT n, 1 << n FROM generate_series(0, 24) n;

-- The snapshots of an event: what was known of it on the days from from_day to the one before until_day, when some of its
-- articles were not yet published. The document has all fields but the mentions.
CREATE TABLE event_editions (
  timeline_id integer NOT NULL,
  edition_key integer NOT NULL,
  event_key integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  from_day integer NOT NULL,
  until_day integer NOT NULL,
  earliest_day integer NOT NULL,
  latest_day integer NOT NULL,
  span_bits integer NOT NULL,
  month_day integer,
  precision text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  modality text COLLATE "C" NOT NULL,
  subject text COLLATE "C",
  confidence double precision NOT NULL,
  source_count integer NOT NULL,
  document text NOT NULL CHECK (document IS JSON),
  reported integer NOT NULL GENERATED ALWAYS AS (CASE role WHEN 'PUBLISHED' THEN 1 ELSE 0 END) STORED,
  PRIMARY KEY (timeline_id, edition_key),
  UNIQUE (timeline_id, event_key, from_day),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key) ON DELETE CASCADE,
  CHECK (from_day < until_day),
  CHECK (earliest_day <= latest_day)
);

CREATE INDEX event_editions_by_date ON event_editions (timeline_id, earliest_day, latest_day, id, from_day, until_day);
CREATE INDEX event_editions_by_span
ON event_editions (timeline_id, span_bits, earliest_day, latest_day, id, from_day, until_day);
CREATE INDEX event_editions_by_month_day
ON event_editions (timeline_id, month_day, earliest_day, latest_day, id) WHERE month_day IS NOT NULL;

-- A merged id leads straight to the event that stayed, through any number of merges.
CREATE TABLE event_aliases (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  id text COLLATE "C" NOT NULL,
  into_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  PRIMARY KEY (timeline_id, id),
  CHECK (id <> into_id)
);

CREATE INDEX event_aliases_by_into_id ON event_aliases (timeline_id, into_id);

-- Days are null for a mention without a date of its own; on_day is that of the role ON and the precision DAY. Positions are
-- UTF-16 code units of the article's text.
CREATE TABLE mentions (
  timeline_id integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  event_key integer NOT NULL,
  article_key integer NOT NULL,
  clause_start integer NOT NULL,
  clause_end integer NOT NULL,
  earliest_day integer,
  latest_day integer,
  on_day integer,
  PRIMARY KEY (timeline_id, id),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key),
  FOREIGN KEY (timeline_id, article_key) REFERENCES articles (timeline_id, article_key),
  CHECK ((earliest_day IS NULL) = (latest_day IS NULL))
);

CREATE INDEX mentions_by_event ON mentions (timeline_id, event_key);
CREATE INDEX mentions_by_article ON mentions (timeline_id, article_key, event_key);

-- The dated mentions of the articles that count, with the keys by which each is found when others could be joined to it.
CREATE TABLE join_accounts (
  timeline_id integer NOT NULL,
  account_key integer NOT NULL,
  article_key integer NOT NULL,
  mention_id text COLLATE "C" NOT NULL,
  span_bits integer NOT NULL,
  earliest_day integer NOT NULL,
  keys bigint[] NOT NULL,
  PRIMARY KEY (timeline_id, account_key),
  FOREIGN KEY (timeline_id, article_key) REFERENCES articles (timeline_id, article_key)
);

CREATE INDEX join_accounts_by_article ON join_accounts (timeline_id, article_key);

-- The keys as rows. All columns lie in the index, so that a search reads it alone once vacuum has seen its pages.
CREATE TABLE join_keys (
  timeline_id integer NOT NULL,
  key bigint NOT NULL,
  span_bits integer NOT NULL,
  earliest_day integer NOT NULL,
  account_key integer NOT NULL,
  latest_day integer NOT NULL,
  enough integer NOT NULL,
  PRIMARY KEY (timeline_id, key, span_bits, earliest_day, account_key) INCLUDE (latest_day, enough)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Names are folded (case, white space, full stops) by the writer, in actor_names and place_names alike.
CREATE TABLE actors (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  actor_key integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  aliases text NOT NULL CHECK (aliases IS JSON),
  event_count integer NOT NULL DEFAULT 0 CHECK (event_count >= 0),
  PRIMARY KEY (timeline_id, actor_key),
  UNIQUE (timeline_id, id)
);

CREATE INDEX actors_by_event_count ON actors (timeline_id, (-event_count), id);

CREATE TABLE actor_names (
  timeline_id integer NOT NULL,
  name text COLLATE "C" NOT NULL,
  actor_key integer NOT NULL,
  PRIMARY KEY (timeline_id, name, actor_key),
  FOREIGN KEY (timeline_id, actor_key) REFERENCES actors (timeline_id, actor_key)
);

CREATE INDEX actor_names_by_actor ON actor_names (timeline_id, actor_key);

CREATE TABLE event_actors (
  timeline_id integer NOT NULL,
  actor_key integer NOT NULL,
  event_key integer NOT NULL,
  PRIMARY KEY (timeline_id, actor_key, event_key),
  FOREIGN KEY (timeline_id, actor_key) REFERENCES actors (timeline_id, actor_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key)
);

CREATE INDEX event_actors_by_event ON event_actors (timeline_id, event_key);

CREATE TABLE places (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  place_key integer NOT NULL,
  id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  aliases text NOT NULL CHECK (aliases IS JSON),
  PRIMARY KEY (timeline_id, place_key),
  UNIQUE (timeline_id, id)
);

CREATE TABLE place_names (
  timeline_id integer NOT NULL,
  name text COLLATE "C" NOT NULL,
  place_key integer NOT NULL,
  PRIMARY KEY (timeline_id, name, place_key),
  FOREIGN KEY (timeline_id, place_key) REFERENCES places (timeline_id, place_key)
);

CREATE INDEX place_names_by_place ON place_names (timeline_id, place_key);

CREATE TABLE event_places (
  timeline_id integer NOT NULL,
  place_key integer NOT NULL,
  event_key integer NOT NULL,
  PRIMARY KEY (timeline_id, place_key, event_key),
  FOREIGN KEY (timeline_id, place_key) REFERENCES places (timeline_id, place_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key)
);

CREATE INDEX event_places_by_event ON event_places (timeline_id, event_key);

CREATE TABLE edition_actors (
  timeline_id integer NOT NULL,
  actor_key integer NOT NULL,
  edition_key integer NOT NULL,
  PRIMARY KEY (timeline_id, actor_key, edition_key),
  FOREIGN KEY (timeline_id, actor_key) REFERENCES actors (timeline_id, actor_key),
  FOREIGN KEY (timeline_id, edition_key) REFERENCES event_editions (timeline_id, edition_key) ON DELETE CASCADE
);

CREATE INDEX edition_actors_by_edition ON edition_actors (timeline_id, edition_key);

CREATE TABLE edition_places (
  timeline_id integer NOT NULL,
  place_key integer NOT NULL,
  edition_key integer NOT NULL,
  PRIMARY KEY (timeline_id, place_key, edition_key),
  FOREIGN KEY (timeline_id, place_key) REFERENCES places (timeline_id, place_key),
  FOREIGN KEY (timeline_id, edition_key) REFERENCES event_editions (timeline_id, edition_key) ON DELETE CASCADE
);

CREATE INDEX edition_places_by_edition ON edition_places (timeline_id, edition_key);

-- The words of an event: its title with weight A, the quotes of its mentions with weight B. The writer makes them of the
-- texts, so that both databases find the same events.
CREATE TABLE event_search (
  timeline_id integer NOT NULL,
  event_key integer NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (timeline_id, event_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key) ON DELETE CASCADE
);

CREATE INDEX event_search_by_words ON event_search USING gin (words);

-- The same of a snapshot, with the quotes known by then.
CREATE TABLE edition_search (
  timeline_id integer NOT NULL,
  edition_key integer NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (timeline_id, edition_key),
  FOREIGN KEY (timeline_id, edition_key) REFERENCES event_editions (timeline_id, edition_key) ON DELETE CASCADE
);

CREATE INDEX edition_search_by_words ON edition_search USING gin (words);

-- Who changed what, when and why. `before` is the earlier state of the events of the change.
CREATE TABLE audit_entries (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  entry_key integer NOT NULL,
  revision integer NOT NULL,
  noted_at text COLLATE "C" NOT NULL,
  noted_by text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  why text,
  before text NOT NULL CHECK (before IS JSON),
  PRIMARY KEY (timeline_id, entry_key)
);

CREATE INDEX audit_entries_by_subject ON audit_entries (timeline_id, subject, entry_key);

-- What editors decided. OVERRIDE and HIDE are about an event, TOGETHER and APART about the mentions in decision_mentions.
CREATE TABLE decisions (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  decision_key integer NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('TOGETHER', 'APART', 'OVERRIDE', 'HIDE')),
  event_id text COLLATE "C",
  document text NOT NULL CHECK (document IS JSON),
  revision integer NOT NULL,
  lifted_at integer,
  PRIMARY KEY (timeline_id, decision_key),
  CHECK ((event_id IS NOT NULL) = (kind IN ('OVERRIDE', 'HIDE')))
);

CREATE INDEX decisions_by_event ON decisions (timeline_id, event_id, kind)
WHERE event_id IS NOT NULL AND lifted_at IS NULL;

CREATE TABLE decision_mentions (
  timeline_id integer NOT NULL,
  mention_id text COLLATE "C" NOT NULL,
  decision_key integer NOT NULL,
  PRIMARY KEY (timeline_id, mention_id, decision_key),
  FOREIGN KEY (timeline_id, decision_key) REFERENCES decisions (timeline_id, decision_key)
);

CREATE INDEX decision_mentions_by_decision ON decision_mentions (timeline_id, decision_key);

-- What was posted where. SQLite keeps this table in a file of its own.
CREATE TABLE posts (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id),
  account text COLLATE "C" NOT NULL,
  post_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('TRYING', 'POSTED')),
  day text COLLATE "C" NOT NULL,
  link text NOT NULL,
  tried_at text COLLATE "C" NOT NULL,
  address text,
  PRIMARY KEY (timeline_id, account, post_id)
);

CREATE INDEX posts_by_day ON posts (timeline_id, account, day, tried_at, post_id);
