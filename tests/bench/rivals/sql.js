/*
 * The yardstick's statements: each answers a request with one JSON text. `CITED` is what the GraphQL workloads select,
 * `WHOLE` all that REST tells of an event.
 */

const DATE = (t, display) =>
  `json_object('edtf', ${t}.edtf, 'earliest', ${t}.earliest, 'latest', ${t}.latest, 'precision', ${t}.precision, 'role', ${t}.role${display ? `, 'display', ${t}.display` : ''})`;

const ARTICLE = (file) =>
  `json_object('id', a.id${file ? ", 'file', a.file" : ''}, 'title', a.title, 'publisher', a.publisher, 'url', a.url, 'publishedOn', a.published_on)`;

const ACTORS = (role) =>
  `(SELECT json_group_array(json_object('id', k.id, 'name', k.name${role ? ", 'role', l.role" : ''}))
    FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key WHERE l.event_key = e.event_key)`;

const CITED = `json_object('id', e.id, 'title', e.title, 'type', e.type, 'confidence', e.confidence, 'date', ${DATE('e', true)},
  'actors', ${ACTORS(false)},
  'mentions', (SELECT json_group_array(json_object('id', m.id, 'confidence', m.confidence,
      'quote', json_object('exact', m.quote), 'article', ${ARTICLE(false)}))
    FROM mentions m JOIN articles a ON a.article_key = m.article_key WHERE m.event_key = e.event_key))`;

const WHOLE = `json_object('id', e.id, 'revision', e.revision, 'title', e.title, 'date', ${DATE('e', true)}, 'type', e.type,
  'modality', e.modality, 'actors', ${ACTORS(true)},
  'places', (SELECT json_group_array(json_object('id', k.id, 'name', k.name))
    FROM event_places l JOIN places k ON k.place_key = l.place_key WHERE l.event_key = e.event_key),
  'confidence', e.confidence, 'sourceCount', e.source_count, 'conflicts', json_array(),
  'mentions', (SELECT json_group_array(json_object('id', m.id, 'article', ${ARTICLE(true)},
      'quote', json_object('exact', m.quote, 'start', m.quote_start, 'end', m.quote_end),
      'timex', iif(m.timex_text IS NULL, NULL, json_object('text', m.timex_text, 'start', m.timex_start, 'end', m.timex_end,
        'type', m.timex_type, 'value', m.timex_value, 'mod', m.timex_mod)),
      'date', iif(m.edtf IS NULL, NULL, ${DATE('m', false)}),
      'anchor', json_object('date', m.anchor_date, 'basis', m.anchor_basis), 'rule', m.rule, 'datedBy', m.dated_by,
      'type', m.type, 'typePattern', m.type_pattern, 'actors', ${ACTORS(true)}, 'modality', m.modality,
      'confidence', m.confidence))
    FROM mentions m JOIN articles a ON a.article_key = m.article_key WHERE m.event_key = e.event_key))`;

/** One text for a page of the events that a search for row numbers finds, in the order of `sort`. */
const page = (event, search, sort) => `
  SELECT json_object('data', json_object('events', json_object('edges',
    coalesce(json_group_array(json_object('node', ${event}) ORDER BY ${sort}), json_array())))) AS body
  FROM (${search}) p JOIN events e ON e.event_key = p.event_key`;

const IN_RANGE = `SELECT e.event_key FROM events e WHERE e.earliest >= ? AND e.earliest <= ?
  ORDER BY e.earliest, e.latest, e.id LIMIT 20`;
const ON_DAY = `SELECT e.event_key FROM events e WHERE e.month_day = ? AND e.modality IN ('REPORTED', 'ASSERTED')
  ORDER BY e.earliest, e.latest, e.id LIMIT 20`;
const FOUND = `SELECT t.rowid AS event_key FROM event_search t WHERE event_search MATCH ? ORDER BY rank LIMIT 20`;
const BEYOND = `SELECT e.event_key FROM events e WHERE (e.earliest, e.latest, e.id) > (?, ?, ?)
  ORDER BY e.earliest, e.latest, e.id LIMIT 20`;
const BY_DATE = 'e.earliest, e.latest, e.id';

export const STATEMENTS = {
  W1: `SELECT json_object('data', json_object('event', ${CITED})) AS body FROM events e WHERE e.id = ?`,
  W2: page(CITED, IN_RANGE, BY_DATE),
  W3: page(CITED, ON_DAY, BY_DATE),
  W4: page(CITED, FOUND, 'e.event_key'),
  W5: `SELECT json_group_array(json_array(month, count)) AS body
    FROM (SELECT substr(e.earliest, 1, 7) AS month, count(*) AS count FROM events e GROUP BY 1)`,
  W6: page(CITED, BEYOND, BY_DATE),
  REST: page(WHOLE, IN_RANGE, BY_DATE),
  W7: `SELECT ${WHOLE} AS body FROM events e ORDER BY ${BY_DATE}`,
};
