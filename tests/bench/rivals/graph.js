/* What the GraphQL servers here have in common: the schema, and reads of the plain tables that a resolver makes. */

export const SDL = `
  type Query {
    event(id: ID!): Event
    events(from: String, to: String, text: String, after: String, first: Int = 20): EventConnection!
    onThisDate(month: Int!, day: Int!, first: Int = 20): EventConnection!
  }
  type EventConnection { edges: [EventEdge!]! }
  type EventEdge { node: Event! }
  type Event {
    id: ID! title: String! type: String! confidence: Float! date: EventDate! actors: [Actor!]! mentions: [Mention!]!
  }
  type EventDate { edtf: String! earliest: String latest: String precision: String! role: String! display: String! }
  type Actor { id: ID! name: String! }
  type Mention { id: ID! confidence: Float! quote: Quote! article: Article! }
  type Quote { exact: String! }
  type Article { id: ID! title: String publisher: String url: String publishedOn: String }`;

const EVENT = `e.event_key, e.id, e.title, e.type, e.confidence, e.edtf, e.earliest, e.latest, e.precision, e.role, e.display`;
const BY_DATE = 'ORDER BY e.earliest, e.latest, e.id LIMIT ?';

export function createReads(database) {
  const one = database.prepare(`SELECT ${EVENT} FROM events e WHERE e.id = ?`);
  const ranged = database.prepare(
    `SELECT ${EVENT} FROM events e WHERE e.earliest >= ? AND e.earliest <= ? ${BY_DATE}`,
  );
  const found = database.prepare(
    `SELECT ${EVENT} FROM (
      SELECT event_key, rank FROM (
        SELECT t.rowid AS event_key, t.rank AS rank FROM event_search t
        WHERE t.event_search MATCH ? AND t.rank MATCH 'bm25(4.0, 1.0)' ORDER BY t.rowid DESC LIMIT 1000)
      ORDER BY rank, event_key LIMIT ?) p
    JOIN events e ON e.event_key = p.event_key ORDER BY p.rank, p.event_key`,
  );
  const beyond = database.prepare(
    `SELECT ${EVENT} FROM events e WHERE (e.earliest, e.latest, e.id) > (?, ?, ?) ${BY_DATE}`,
  );
  const onDay = database.prepare(
    `SELECT ${EVENT} FROM events e WHERE e.month_day = ? AND e.modality IN ('REPORTED', 'ASSERTED') ${BY_DATE}`,
  );
  const actors = database.prepare(`
    SELECT l.event_key AS owner, k.id, k.name FROM event_actors l JOIN actors k ON k.actor_key = l.actor_key
    WHERE l.event_key IN (SELECT value FROM json_each(?)) ORDER BY l.event_key, l.position`);
  const mentions = database.prepare(`
    SELECT m.event_key AS owner, m.id, m.confidence, m.quote, m.article_key FROM mentions m
    WHERE m.event_key IN (SELECT value FROM json_each(?)) ORDER BY m.event_key, m.position`);
  const articles = database.prepare(`
    SELECT a.article_key, a.id, a.title, a.publisher, a.url, a.published_on AS publishedOn FROM articles a
    WHERE a.article_key IN (SELECT value FROM json_each(?))`);
  const grouped = (statement) => (keys) => {
    const rows = Map.groupBy(statement.all(JSON.stringify(keys)), ({ owner }) => owner);
    return keys.map((key) => rows.get(key) ?? []);
  };
  return {
    event: (id) => one.get(id),
    events: ({ from, to, text, after, first }) => {
      if (text) return found.all(text, first);
      return after ? beyond.all(...JSON.parse(after), first) : ranged.all(from, to, first);
    },
    onThisDate: ({ month, day, first }) => onDay.all(month * 100 + day, first),
    actorsOf: grouped(actors),
    mentionsOf: grouped(mentions),
    articlesOf: (keys) => {
      const rows = new Map(articles.all(JSON.stringify(keys)).map((row) => [row.article_key, row]));
      return keys.map((key) => rows.get(key));
    },
  };
}

const connection = (rows) => ({ edges: rows.map((node) => ({ node })) });

export const rootResolvers = (reads) => ({
  event: (_, { id }) => reads.event(id),
  events: (_, args) => connection(reads.events(args)),
  onThisDate: (_, args) => connection(reads.onThisDate(args)),
});

/** With a DataLoader for each kind of thing, made anew for each request. */
export const loadedResolvers = (reads) => ({
  Query: rootResolvers(reads),
  Event: {
    date: (event) => event,
    actors: (event, _, { loaders }) => loaders.actors.load(event.event_key),
    mentions: (event, _, { loaders }) => loaders.mentions.load(event.event_key),
  },
  Mention: {
    quote: ({ quote }) => ({ exact: quote }),
    article: (mention, _, { loaders }) => loaders.articles.load(mention.article_key),
  },
});

export const loadersOf = (DataLoader, reads) => ({
  actors: new DataLoader(async (keys) => reads.actorsOf(keys)),
  mentions: new DataLoader(async (keys) => reads.mentionsOf(keys)),
  articles: new DataLoader(async (keys) => reads.articlesOf(keys)),
});
