-- An act and a name were one key, a row for each pair of them. Now the row of a name has the acts as bits. No statement can make the
-- new keys of the old ones: the first change of a timeline makes them.
TRUNCATE join_keys, join_accounts;
DROP TABLE join_keys;

-- All columns lie in the index, so that a search reads it alone once vacuum has seen its pages. enough is 0 for a name that is no
-- word, acts is 0 for a word that is no name.
CREATE TABLE join_keys (
  timeline_id integer NOT NULL,
  key bigint NOT NULL,
  span_bits integer NOT NULL,
  earliest_day integer NOT NULL,
  account_key integer NOT NULL,
  latest_day integer NOT NULL,
  enough integer NOT NULL,
  acts bigint NOT NULL,
  PRIMARY KEY (timeline_id, key, span_bits, earliest_day, account_key) INCLUDE (latest_day, enough, acts)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Events whose mentions have no keys yet.
CREATE TABLE unkeyed_events (
  timeline_id integer NOT NULL,
  event_key integer NOT NULL,
  PRIMARY KEY (timeline_id, event_key),
  FOREIGN KEY (timeline_id, event_key) REFERENCES events (timeline_id, event_key) ON DELETE CASCADE
);

INSERT INTO unkeyed_events (timeline_id, event_key) SELECT e.timeline_id, e.event_key FROM events e;
