/**
 * The same events on plain normalised tables, the layout of a schema written by hand, made of a timeline that lies in the same
 * database. The yardstick and PostGraphile read them. Days are texts in the order of their bytes, with the index that each list
 * needs.
 */
export const PLAIN_SCHEMA = `
  CREATE SCHEMA plain;
  CREATE TABLE plain.events AS
    SELECT e.event_key, e.id, e.revision, d.j ->> 'title' AS title, d.j #>> '{date,edtf}' AS edtf,
      d.j #>> '{date,earliest}' AS earliest, d.j #>> '{date,latest}' AS latest, e.precision, d.j #>> '{date,role}' AS role,
      d.j #>> '{date,display}' AS display, e.month_day, e.type, e.modality, e.confidence, e.source_count
    FROM events e
    JOIN LATERAL (SELECT v.document::json AS j FROM event_versions v
      WHERE v.timeline_id = 1 AND v.version_key = e.version_key) d ON true
    WHERE e.timeline_id = 1;
  ALTER TABLE plain.events ALTER earliest TYPE text COLLATE "C", ALTER latest TYPE text COLLATE "C",
    ALTER id TYPE text COLLATE "C", ADD PRIMARY KEY (event_key), ADD UNIQUE (id);
  CREATE TABLE plain.articles AS
    SELECT a.article_key, a.id, a.title, a.publisher, a.url, a.published_on FROM articles a WHERE a.timeline_id = 1;
  ALTER TABLE plain.articles ADD PRIMARY KEY (article_key), ADD UNIQUE (id);
  CREATE TABLE plain.actors AS SELECT k.actor_key, k.id, k.name FROM actors k WHERE k.timeline_id = 1;
  ALTER TABLE plain.actors ADD PRIMARY KEY (actor_key), ADD UNIQUE (id);
  CREATE TABLE plain.event_actors AS
    SELECT e.event_key, j.place::integer AS place, k.actor_key
    FROM events e JOIN event_versions v ON v.timeline_id = 1 AND v.version_key = e.version_key
    CROSS JOIN LATERAL json_array_elements(v.document::json -> 'actors') WITH ORDINALITY j (value, place)
    JOIN actors k ON k.timeline_id = 1 AND k.id = j.value ->> 'id'
    WHERE e.timeline_id = 1;
  ALTER TABLE plain.event_actors ADD PRIMARY KEY (event_key, place),
    ADD FOREIGN KEY (event_key) REFERENCES plain.events, ADD FOREIGN KEY (actor_key) REFERENCES plain.actors;
  CREATE TABLE plain.mentions AS
    SELECT e.event_key, j.place::integer AS place, m.mention_id AS id, a.article_key,
      m.document::json #>> '{quote,exact}' AS quote, (m.document::json ->> 'confidence')::float8 AS confidence
    FROM events e JOIN event_versions v ON v.timeline_id = 1 AND v.version_key = e.version_key
    CROSS JOIN LATERAL unnest(v.mentions) WITH ORDINALITY j (version_key, place)
    JOIN mention_versions m ON m.timeline_id = 1 AND m.version_key = j.version_key
    JOIN articles a ON a.timeline_id = 1 AND a.id = m.article_id
    WHERE e.timeline_id = 1;
  ALTER TABLE plain.mentions ADD PRIMARY KEY (event_key, place),
    ADD FOREIGN KEY (event_key) REFERENCES plain.events, ADD FOREIGN KEY (article_key) REFERENCES plain.articles;
  CREATE INDEX ON plain.events (earliest, latest, id);
  CREATE INDEX ON plain.events (month_day, earliest, latest, id) WHERE month_day IS NOT NULL;

  CREATE FUNCTION plain.events_in_range(first_day text, last_day text) RETURNS SETOF plain.events LANGUAGE sql STABLE AS $$
    SELECT e.* FROM plain.events e WHERE e.earliest >= first_day AND e.earliest <= last_day
    ORDER BY e.earliest, e.latest, e.id $$;
  CREATE FUNCTION plain.events_on_date(day integer) RETURNS SETOF plain.events LANGUAGE sql STABLE AS $$
    SELECT e.* FROM plain.events e WHERE e.month_day = day AND e.modality IN ('REPORTED', 'ASSERTED')
    ORDER BY e.earliest, e.latest, e.id $$;
  CREATE FUNCTION plain.events_beyond(earliest text, latest text, id text) RETURNS SETOF plain.events LANGUAGE sql STABLE AS $$
    SELECT e.* FROM plain.events e
    WHERE (e.earliest, e.latest, e.id) > (events_beyond.earliest, events_beyond.latest, events_beyond.id)
    ORDER BY e.earliest, e.latest, e.id $$;
  ANALYZE;`;
