import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ArticleId } from '../../../domain/event/ids.ts';
import type { ArticleChange, JoinKeys } from '../../port/event-store.ts';
import type { BoundValue } from '../../sql/clause.ts';
import { spanBitsOf } from '../../sql/event-columns.ts';

/** Hexadecimal digits of 48 bits, which a number holds exactly. */
const DIGITS = 12;

/** A number that stands for a text in an index; two texts with the same one are to be told apart by whoever finds them. */
const hashKey = (text: string): number => Number.parseInt(hash('sha1', text, 'hex').slice(0, DIGITS), 16);

/** Writes by what the mentions of an article are found. */
export interface JoinKeyWriter {
  /** In place of those that the article had. */
  save(article: ArticleId, joinKeys: ArticleChange['joinKeys']): void;
  remove(article: ArticleId): void;
}

/** Lengths of span that are searched each: a day, a week, a month, a year, a decade, and whatever is longer or open. */
export const KEY_SPAN_BITS = [0, 3, 5, 9, 12, 24] as const;

const ADD_ACCOUNT = `
  INSERT INTO join_accounts (article_key, mention_id, span_bits, earliest_day, keys)
  SELECT a.article_key, @mention, @spanBits, @earliestDay, @keys FROM articles a WHERE a.id = @article
  RETURNING account_key AS account`;

const ADD_KEYS = `
  INSERT INTO join_keys (key, span_bits, earliest_day, account_key, latest_day, enough)
  SELECT j.value ->> 0, @spanBits, @earliestDay, @account, @latestDay, j.value ->> 1 FROM json_each(@keys) j
  WHERE true ON CONFLICT DO NOTHING`;

const OF_ARTICLE = `
  SELECT c.account_key AS account FROM articles a CROSS JOIN join_accounts c ON c.article_key = a.article_key WHERE a.id = ?`;

const REMOVE_KEYS = `
  DELETE FROM join_keys WHERE (key, span_bits, earliest_day, account_key) IN (
    SELECT j.value ->> 0, c.span_bits, c.earliest_day, c.account_key
    FROM join_accounts c CROSS JOIN json_each(c.keys) j WHERE c.account_key = ?)`;

export function joinKeyWriter(database: Database): JoinKeyWriter {
  const addAccount = database.prepare<Record<string, BoundValue>, AccountRow>(ADD_ACCOUNT);
  const addKeys = database.prepare<Record<string, BoundValue>>(ADD_KEYS);
  const accountsOf = database.prepare<[string], AccountRow>(OF_ARTICLE);
  const removeKeys = database.prepare<[number]>(REMOVE_KEYS);
  const removeAccount = database.prepare<[number]>('DELETE FROM join_accounts WHERE account_key = ?');
  const remove = (article: ArticleId): void => {
    for (const { account } of accountsOf.all(article)) {
      removeKeys.run(account);
      removeAccount.run(account);
    }
  };
  return {
    save: (article, joinKeys) => {
      remove(article);
      for (const { mention, bounds, ...own } of joinKeys) {
        const spanBits = KEY_SPAN_BITS.find((bits) => bits >= spanBitsOf(bounds)) ?? null;
        const row = { ...bounds, spanBits, keys: JSON.stringify(keysOf(own)) };
        const added = addAccount.get({ ...row, article, mention });
        if (added !== undefined) addKeys.run({ ...row, account: added.account });
      }
    },
    remove,
  };
}

interface AccountRow {
  readonly account: number;
}

/** Each key with how many must be shared for it to count; no actor's id is a word. */
export const keysOf = ({
  actors,
  words,
  enoughWords,
}: Omit<JoinKeys, 'bounds'>): readonly (readonly [key: number, enough: number])[] => [
  ...actors.map((actor) => [hashKey(actor), 1] as const),
  ...words.map((word) => [hashKey(word), enoughWords] as const),
];
