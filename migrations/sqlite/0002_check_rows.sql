-- A second look at each row that is served: row_checksum is computed when the row is written, and kept in an index. SQLite's
-- own check of indexes (PRAGMA integrity_check) computes it again from the row and says where the two differ. Each index
-- begins with the key of its table, so that a new entry lies on the same page as the one before.
--
-- Left out are rows that `verify` compares with others: those of events, their documents and their links.

CREATE INDEX articles_checksum ON articles (article_key, row_checksum(id, recorded_at, revision, superseded_by, retracted_at,
  file, title, publisher, source, url, published_on, language, based_on, anchor_date, anchor_basis, rule_set, warnings, text));
CREATE INDEX mention_versions_checksum ON mention_versions (version_key, row_checksum(mention_id, revision, document));
CREATE INDEX event_versions_checksum
ON event_versions (version_key, row_checksum(event_id, revision, change, into_id, document, mentions));
CREATE INDEX event_editions_checksum ON event_editions (edition_key, row_checksum(event_key, id, from_day, until_day,
  earliest_day, latest_day, span_bits, month_day, precision, type, modality, document));
CREATE INDEX event_aliases_checksum ON event_aliases (id, row_checksum(into_id, revision));
CREATE INDEX join_accounts_checksum
ON join_accounts (account_key, row_checksum(article_key, mention_id, span_bits, earliest_day, keys));
CREATE INDEX actors_checksum ON actors (actor_key, row_checksum(id, name, aliases));
CREATE INDEX places_checksum ON places (place_key, row_checksum(id, name, aliases));
CREATE INDEX audit_entries_checksum
ON audit_entries (entry_key, row_checksum(revision, noted_at, noted_by, action, subject, why, before));
CREATE INDEX decisions_checksum ON decisions (decision_key, row_checksum(kind, event_id, document, revision, lifted_at));
CREATE INDEX markers_checksum ON markers (name, row_checksum(value));
