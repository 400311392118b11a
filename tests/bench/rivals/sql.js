/*
 * The yardstick's statements: each answers a request with one JSON text. `CITED` is what the GraphQL workloads select,
 * `WHOLE` all that REST tells of an event. A subquery loses SQLite's mark of what is JSON, so lists inside are JSONB, which
 * needs none; `json()` around them would parse each again.
 */

const DATE = (t, display) =>
  `json_object('edtf', ${t}.edtf, 'earliest', ${t}.earliest, 'latest', ${t}.latest, 'precision', ${t}.precision, 'role', ${t}.role${display ? `, 'display', ${t}.display` : ''})`;

const ARTICLE = (file) =>
  `json_object('id', a.id${file ? ", 'file', a.file" : ''}, 'title', a.title, 'publisher', a.publisher, 'url', a.url, 'publishedOn', a.published_on)`;

const ACTORS = (role) =>
  `(SELECT jsonb_group_array(json_object('id', k.id, 'name', k.name${role ? ", 'role', l.role" : ''}))
    FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key WHERE l.event_key = e.event_key)`;

const CITED = `json_object('id', e.id, 'title', e.title, 'type', e.type, 'confidence', e.confidence, 'date', ${DATE('e', true)},
  'actors', ${ACTORS(false)},
  'mentions', (SELECT jsonb_group_array(json_object('id', m.id, 'confidence', m.confidence,
      'quote', json_object('exact', m.quote), 'article', ${ARTICLE(false)}))
    FROM mentions m JOIN articles a ON a.article_key = m.article_key WHERE m.event_key = e.event_key))`;

const WHOLE = `json_object('id', e.id, 'revision', e.revision, 'title', e.title, 'date', ${DATE('e', true)}, 'type', e.type,
  'modality', e.modality, 'actors', ${ACTORS(true)},
  'places', (SELECT jsonb_group_array(json_object('id', k.id, 'name', k.name))
    FROM event_places l JOIN places k ON k.place_key = l.place_key WHERE l.event_key = e.event_key),
  'confidence', e.confidence, 'sourceCount', e.source_count, 'conflicts', json_array(),
  'titleKind', e.title_kind, 'subject', e.subject,
  'mentions', (SELECT jsonb_group_array(json_object('id', m.id, 'article', ${ARTICLE(true)},
      'quote', json_object('exact', m.quote, 'start', m.quote_start, 'end', m.quote_end),
      'timex', json_object('text', m.timex_text, 'start', m.timex_start, 'end', m.timex_end,
        'type', m.timex_type, 'value', m.timex_value, 'mod', m.timex_mod),
      'date', ${DATE('m', false)}, 'anchor', json_object('date', m.anchor_date, 'basis', m.anchor_basis), 'rule', m.rule,
      'datedBy', m.dated_by, 'type', m.type, 'typePattern', m.type_pattern, 'actors', ${ACTORS(true)},
      'modality', m.modality, 'confidence', m.confidence))
    FROM mentions m JOIN articles a ON a.article_key = m.article_key WHERE m.event_key = e.event_key))`;

const BY_DATE = 'ORDER BY e.earliest, e.latest, e.id LIMIT 20';

/** The twenty events of a page, in their order. */
const IN_RANGE = `SELECT e.* FROM events e WHERE e.earliest >= ? AND e.earliest <= ? ${BY_DATE}`;
const ON_DAY = `SELECT e.* FROM events e
  WHERE e.month_day = ? AND e.modality IN ('REPORTED', 'ASSERTED') ${BY_DATE}`;
const BEYOND = `SELECT e.* FROM events e WHERE (e.earliest, e.latest, e.id) > (?, ?, ?) ${BY_DATE}`;
/** The best of the 1,000 latest matches, as Dateline finds them: the same question has the same answer. */
const FOUND = `SELECT e.* FROM (
    SELECT event_key, rank FROM (
      SELECT t.rowid AS event_key, t.rank AS rank FROM event_search t
      WHERE t.event_search MATCH ? AND t.rank MATCH 'bm25(4.0, 1.0)' ORDER BY t.rowid DESC LIMIT 1000)
    ORDER BY rank, event_key LIMIT 20) p
  JOIN events e ON e.event_key = p.event_key ORDER BY p.rank, p.event_key`;

/** One text for the events of a page; a selection that is sorted and cut off is aggregated in its order. */
const page = (field, events) => `
  SELECT json_object('data', json_object('${field}', json_object('edges',
    json_group_array(json_object('node', ${CITED}))))) AS body FROM (${events}) e`;

export const STATEMENTS = {
  W1: `SELECT json_object('data', json_object('event', ${CITED})) AS body FROM events e WHERE e.id = ?`,
  W2: page('events', IN_RANGE),
  W3: page('onThisDate', ON_DAY),
  W4: page('events', FOUND),
  W5: `SELECT json_group_array(json_array(month, count)) AS body
    FROM (SELECT substr(e.earliest, 1, 7) AS month, count(*) AS count FROM events e
      WHERE substr(e.latest, 1, 7) = substr(e.earliest, 1, 7) GROUP BY 1)`,
  W6: page('events', BEYOND),
  REST: `SELECT json_object('events', json_group_array(${WHOLE})) AS body FROM (${IN_RANGE}) e`,
  W7: `SELECT ${WHOLE} AS body FROM events e ORDER BY e.earliest, e.latest, e.id`,
};
