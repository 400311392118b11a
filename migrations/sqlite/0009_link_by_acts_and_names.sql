-- An act and a name were one key, a row for each pair of them: some 170 rows an account. Now the row of a name has the acts, and an
-- account has some 30 rows. No statement can make the new keys of the old ones: the first change of the timeline makes them.
DROP TABLE join_keys;
DROP TABLE join_accounts;

-- The dated mentions of the articles that count, with the keys by which each is found when others could be joined to it. The
-- rows are those of the mention's article and stay when the mention goes to another event.
CREATE TABLE join_accounts (
  account_key INTEGER PRIMARY KEY,
  article_key INTEGER NOT NULL REFERENCES articles (article_key),
  mention_id TEXT NOT NULL,
  span_bits INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  keys TEXT NOT NULL CHECK (json_valid(keys))
) STRICT;

CREATE INDEX join_accounts_by_article ON join_accounts (article_key);
CREATE INDEX join_accounts_checksum
ON join_accounts (account_key, row_checksum(article_key, mention_id, span_bits, earliest_day, keys));

-- The words, participants and names that a mention shares with others, each as a number that is hashed from it, and the days that
-- it speaks of. Of two mentions, as many words must be shared as the one that asks for less asks for, or one participant: that is
-- `enough`, 0 for a name that is no word. One name is enough where an act is shared too: `acts` are bits, 0 for a word that is no
-- name. span_bits is rounded up to one of a few lengths. Each row of an article lies on another page, so they hold numbers alone
-- and no second index.
CREATE TABLE join_keys (
  key INTEGER NOT NULL,
  span_bits INTEGER NOT NULL,
  earliest_day INTEGER NOT NULL,
  account_key INTEGER NOT NULL,
  latest_day INTEGER NOT NULL,
  enough INTEGER NOT NULL,
  acts INTEGER NOT NULL,
  PRIMARY KEY (key, span_bits, earliest_day, account_key)
) STRICT, WITHOUT ROWID;

-- Events whose mentions have no keys yet.
CREATE TABLE unkeyed_events (
  event_key INTEGER PRIMARY KEY REFERENCES events (event_key) ON DELETE CASCADE
) STRICT;

INSERT INTO unkeyed_events (event_key) SELECT e.event_key FROM events e;
