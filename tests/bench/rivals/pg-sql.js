/* The yardstick's statements over the plain tables in PostgreSQL. Each answers a request with one JSON text. */

const CITED = `json_build_object('id', e.id, 'title', e.title, 'type', e.type, 'confidence', e.confidence,
  'date', json_build_object('edtf', e.edtf, 'earliest', e.earliest, 'latest', e.latest, 'precision', e.precision, 'role', e.role,
    'display', e.display),
  'actors', (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY l.place), '[]')
    FROM plain.event_actors l JOIN plain.actors k ON k.actor_key = l.actor_key WHERE l.event_key = e.event_key),
  'mentions', (SELECT json_agg(json_build_object('id', m.id, 'confidence', m.confidence,
      'quote', json_build_object('exact', m.quote),
      'article', json_build_object('id', a.id, 'title', a.title, 'publisher', a.publisher, 'url', a.url,
        'publishedOn', a.published_on)) ORDER BY m.place)
    FROM plain.mentions m JOIN plain.articles a ON a.article_key = m.article_key WHERE m.event_key = e.event_key))`;

const BY_DATE = 'ORDER BY e.earliest, e.latest, e.id LIMIT 20';

const page = (field, events) => `
  SELECT json_build_object('data', json_build_object('${field}', json_build_object('edges',
    json_agg(json_build_object('node', ${CITED}) ORDER BY e.earliest, e.latest, e.id))))::text FROM (${events}) e`;

export const PG_STATEMENTS = {
  W1: `SELECT json_build_object('data', json_build_object('event', ${CITED}))::text FROM plain.events e WHERE e.id = $1`,
  W2: page('events', `SELECT e.* FROM plain.events e WHERE e.earliest >= $1 AND e.earliest <= $2 ${BY_DATE}`),
  W3: page(
    'onThisDate',
    `SELECT e.* FROM plain.events e WHERE e.month_day = $1 AND e.modality IN ('REPORTED', 'ASSERTED') ${BY_DATE}`,
  ),
  W6: page(
    'events',
    `SELECT e.* FROM plain.events e WHERE (e.earliest, e.latest, e.id) > ($1, $2, $3) ${BY_DATE}`,
  ),
};
