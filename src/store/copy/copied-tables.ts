/** A value as both databases have it. A list of numbers is JSON. */
export type CopiedValue = string | number | null;

export type CopiedRow = Readonly<Record<string, CopiedValue>>;

/** The types of the columns of both databases. PostgreSQL makes smaller integers of them where its columns are. */
export type ColumnType = 'bigint' | 'float8' | 'text';

/** A table to be copied, or some columns of it. */
export interface CopiedTable {
  readonly name: string;
  /** Where its rows come from. The table has the alias `t`. */
  readonly source: string;
  /** Conditions of the rows besides. */
  readonly where: string;
  /** The columns by which the rows are ordered. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that are computed. */
  readonly expressions: Readonly<Record<string, string>>;
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

function table(
  name: string,
  key: string,
  { integers = '', texts = '', reals = '' }: { integers?: string; texts?: string; reals?: string },
  special: Partial<Pick<CopiedTable, 'source' | 'where' | 'expressions'>> = {},
): CopiedTable {
  const typed = (text: string, type: ColumnType) => words(text).map((column) => [column, type] as const);
  return {
    name,
    key: words(key),
    columns: Object.fromEntries([
      ...typed(integers, 'bigint'),
      ...typed(texts, 'text'),
      ...typed(reals, 'float8'),
    ]),
    source: `${name} t`,
    where: 'TRUE',
    expressions: {},
    ...special,
  };
}

const namesOf = (kind: 'actor' | 'place'): readonly CopiedTable[] => {
  const link = (owner: string): CopiedTable =>
    table(`${owner}_${kind}s`, `${kind}_key ${owner}_key`, { integers: `${kind}_key ${owner}_key` });
  return [
    table(`${kind}s`, `${kind}_key`, { integers: `${kind}_key`, texts: 'id name aliases' }),
    table(`${kind}_names`, `name ${kind}_key`, { integers: `${kind}_key`, texts: 'name' }),
    link('event'),
    link('edition'),
  ];
};

const SELECTION = `earliest_day latest_day span_bits month_day`;
const SELECTION_TEXTS = 'precision role type modality subject';

/**
 * All that a timeline consists of, in an order that foreign keys allow. Left out is what the target makes of it: counts, months,
 * words of a search, and the revision. Statements look other tables up row by row, so that each page takes as
 * long as its rows.
 */
export const COPIED_TABLES: readonly CopiedTable[] = [
  // An article may be superseded by a later one, which is not there yet. Until then it counts as retracted.
  table(
    'articles',
    'article_key',
    {
      integers: 'article_key recorded_at revision retracted_at',
      texts:
        'id file title publisher source url published_on language based_on anchor_date anchor_basis rule_set warnings text',
    },
    { expressions: { retracted_at: 'CASE WHEN t.superseded_by IS NULL THEN t.retracted_at ELSE 0 END' } },
  ),
  table(
    'supersessions',
    'article_key',
    { integers: 'article_key retracted_at', texts: 'superseded_by' },
    { source: 'articles t', where: 't.superseded_by IS NOT NULL' },
  ),
  table('stripped_addresses', 'article_id', { texts: 'article_id' }),
  table('purges', 'article_id', { integers: 'revision', texts: 'article_id reason' }),
  table('mention_versions', 'version_key', {
    integers: 'version_key revision',
    texts: 'mention_id document',
  }),
  table('event_versions', 'version_key', {
    integers: 'version_key revision',
    texts: 'event_id change into_id document mentions',
  }),
  table('purged_versions', 'version_key', { integers: 'version_key', texts: 'article_id' }),
  table('events', 'event_key', {
    integers: `event_key version_key hidden revision recorded_at ${SELECTION} source_count settled_day`,
    texts: `id ${SELECTION_TEXTS}`,
    reals: 'confidence',
  }),
  table('event_documents', 'event_key', { integers: 'event_key', texts: 'document' }),
  table('served_documents', 'event_key', { integers: 'event_key', texts: 'document' }),
  table('event_editions', 'edition_key', {
    integers: `edition_key event_key from_day until_day ${SELECTION}`,
    texts: `id document ${SELECTION_TEXTS}`,
  }),
  table('event_aliases', 'id', { integers: 'revision', texts: 'id into_id' }),
  table('mentions', 'id', {
    integers: 'event_key article_key clause_start clause_end earliest_day latest_day on_day',
    texts: 'id',
  }),
  table('join_accounts', 'account_key', {
    integers: 'account_key article_key span_bits earliest_day',
    texts: 'mention_id keys',
  }),
  table('join_keys', 'key span_bits earliest_day account_key', {
    integers: 'key span_bits earliest_day account_key latest_day enough acts',
  }),
  table('unkeyed_events', 'event_key', { integers: 'event_key' }),
  ...namesOf('actor'),
  ...namesOf('place'),
  table('audit_entries', 'entry_key', {
    integers: 'entry_key revision',
    texts: 'noted_at noted_by action subject why before',
  }),
  table('decisions', 'decision_key', {
    integers: 'decision_key revision lifted_at',
    texts: 'kind event_id document',
  }),
  table('decision_mentions', 'mention_id decision_key', { integers: 'decision_key', texts: 'mention_id' }),
  table(
    'event_search',
    'event_key',
    { integers: 'event_key', texts: 'document' },
    {
      source: 'event_documents t',
      where: '(SELECT e.hidden FROM events e WHERE e.event_key = t.event_key) = 0',
    },
  ),
  table(
    'edition_search',
    'edition_key',
    { integers: 'edition_key from_day', texts: 'snapshot document' },
    {
      source: 'event_editions t',
      expressions: {
        snapshot: 't.document',
        document: '(SELECT d.document FROM event_documents d WHERE d.event_key = t.event_key)',
      },
    },
  ),
  table('markers', 'name', { texts: 'name value' }),
];

/** The ledger of posts. Only PostgreSQL has it in the database. */
export const POSTS = table('posts', 'account post_id', {
  texts: 'account post_id state day link tried_at address',
});
