import type { Database } from 'better-sqlite3';
import type { BoundValue } from '../../sql/clause.ts';
import { keySpanBitsOf, keysOf } from '../../sql/join-keys.ts';
import type { JoinKeyWriter } from '../../sql/save-order.ts';

const ADD_ACCOUNT = `
  INSERT INTO join_accounts (article_key, mention_id, span_bits, earliest_day, keys)
  SELECT a.article_key, @mention, @spanBits, @earliestDay, @keys FROM articles a WHERE a.id = @article
  RETURNING account_key AS account`;

const ADD_KEYS = `
  INSERT INTO join_keys (key, span_bits, earliest_day, account_key, latest_day, enough, acts)
  SELECT j.value ->> 0, @spanBits, @earliestDay, @account, @latestDay, j.value ->> 1, j.value ->> 2 FROM json_each(@asked) j`;

const OF_ARTICLE = `
  SELECT c.account_key AS account, c.mention_id AS mention
  FROM articles a CROSS JOIN join_accounts c ON c.article_key = a.article_key WHERE a.id = (SELECT ?)`;

const REMOVE_KEYS = `
  DELETE FROM join_keys WHERE (key, span_bits, earliest_day, account_key) IN (
    SELECT j.value, c.span_bits, c.earliest_day, c.account_key
    FROM join_accounts c CROSS JOIN json_each(c.keys) j WHERE c.account_key = ?)`;

interface AccountRow {
  readonly account: number;
}

interface MentionRow extends AccountRow {
  readonly mention: string;
}

export function joinKeyWriter(database: Database): JoinKeyWriter {
  const addAccount = database.prepare<Record<string, BoundValue>, AccountRow>(ADD_ACCOUNT);
  const addKeys = database.prepare<Record<string, BoundValue>>(ADD_KEYS);
  const accountsOf = database.prepare<[string], MentionRow>(OF_ARTICLE);
  const removeKeys = database.prepare<[number]>(REMOVE_KEYS);
  const removeAccount = database.prepare<[number]>('DELETE FROM join_accounts WHERE account_key = ?');
  return {
    add: (joinKeys) => {
      for (const [article, ofArticle] of Map.groupBy(joinKeys, (keys) => keys.article)) {
        const known = new Set(accountsOf.all(article).map(({ mention }) => mention));
        for (const { mention, bounds, ...own } of ofArticle) {
          if (known.has(mention)) continue;
          const asked = keysOf(own);
          const row = { ...bounds, spanBits: keySpanBitsOf(bounds) };
          const keys = JSON.stringify(asked.map(([key]) => key));
          const added = addAccount.get({ ...row, article, mention, keys });
          if (added !== undefined)
            addKeys.run({ ...row, account: added.account, asked: JSON.stringify(asked) });
        }
      }
    },
    remove: (article) => {
      for (const { account } of accountsOf.all(article)) {
        removeKeys.run(account);
        removeAccount.run(account);
      }
    },
  };
}
