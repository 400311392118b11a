-- User names and passwords go from the addresses of articles. Earlier versions have stored them.

-- The articles whose id was made of such an address: `verify` cannot make the id again.
CREATE TABLE stripped_addresses (
  article_id TEXT PRIMARY KEY REFERENCES articles (id)
) STRICT, WITHOUT ROWID;

-- Every stored address has a slash behind its host.
CREATE TEMP TABLE secret_addresses AS
SELECT p.url, p.scheme || substr(p.rest, instr(p.rest, '@') + 1) AS stripped
FROM (
  SELECT u.url, substr(u.url, 1, instr(u.url, '://') + 2) AS scheme, substr(u.url, instr(u.url, '://') + 3) AS rest
  FROM (SELECT a.url FROM articles a UNION SELECT a.based_on ->> '$.url' FROM articles a) u) p
WHERE instr(substr(p.rest, 1, instr(p.rest || '/', '/')), '@') > 0;

INSERT INTO stripped_addresses (article_id)
SELECT a.id FROM articles a JOIN secret_addresses x ON x.url = a.url;

-- Of two current articles that would have the same address, the later one keeps none.
UPDATE OR IGNORE articles SET url = (SELECT x.stripped FROM secret_addresses x WHERE x.url = articles.url)
WHERE url IN (SELECT x.url FROM secret_addresses x);

UPDATE articles SET url = NULL WHERE url IN (SELECT x.url FROM secret_addresses x);

UPDATE articles SET based_on = json_set(
  based_on, '$.url', (SELECT x.stripped FROM secret_addresses x WHERE x.url = articles.based_on ->> '$.url'))
WHERE based_on ->> '$.url' IN (SELECT x.url FROM secret_addresses x);

DROP TABLE secret_addresses;

DROP TRIGGER mention_versions_are_not_updated;

UPDATE mention_versions SET document = json_set(
  document, '$.article.url', (SELECT a.url FROM articles a WHERE a.id = mention_versions.document ->> '$.article.id'))
WHERE EXISTS (SELECT 1 FROM stripped_addresses)
  AND document ->> '$.article.id' IN (SELECT s.article_id FROM stripped_addresses s);

CREATE TRIGGER mention_versions_are_not_updated BEFORE UPDATE ON mention_versions
BEGIN
  SELECT RAISE(ABORT, 'mention_versions is append-only');
END;

UPDATE event_documents SET document = json_set(document, '$.mentions', json((
  SELECT json_group_array(json(iif(s.article_id IS NULL, j.value, json_set(j.value, '$.article.url', a.url))) ORDER BY j.key)
  FROM json_each(event_documents.document, '$.mentions') j
  LEFT JOIN stripped_addresses s ON s.article_id = j.value ->> '$.article.id'
  LEFT JOIN articles a ON a.id = s.article_id)))
WHERE event_key IN (
  SELECT m.event_key FROM stripped_addresses s JOIN articles a ON a.id = s.article_id
  JOIN mentions m ON m.article_key = a.article_key);

UPDATE served_documents SET document = json_set(document, '$.mentions', json((
  SELECT json_group_array(json(iif(s.article_id IS NULL, j.value, json_set(j.value, '$.article.url', a.url))) ORDER BY j.key)
  FROM json_each(served_documents.document, '$.mentions') j
  LEFT JOIN stripped_addresses s ON s.article_id = j.value ->> '$.article.id'
  LEFT JOIN articles a ON a.id = s.article_id)))
WHERE event_key IN (
  SELECT m.event_key FROM stripped_addresses s JOIN articles a ON a.id = s.article_id
  JOIN mentions m ON m.article_key = a.article_key);
