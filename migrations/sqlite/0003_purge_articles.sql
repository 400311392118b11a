-- Articles whose text, titles and quotes were taken out of every version, and why.
CREATE TABLE purges (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  reason TEXT NOT NULL CHECK (reason IN ('COURT_ORDER', 'PRIVACY', 'COPYRIGHT', 'ERROR', 'OTHER')),
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Versions that rested on such an article alone: nothing is left of them but that they were.
CREATE TABLE purged_versions (
  version_key INTEGER PRIMARY KEY REFERENCES event_versions (version_key),
  article_id TEXT NOT NULL REFERENCES purges (article_id)
) STRICT;

-- Has a row during a purge alone, which is one transaction: only then may history be changed.
CREATE TABLE purging (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1)
) STRICT;

DROP TRIGGER mention_versions_are_not_deleted;
DROP TRIGGER event_versions_are_not_updated;
DROP TRIGGER audit_entries_are_not_updated;

CREATE TRIGGER mention_versions_are_not_deleted BEFORE DELETE ON mention_versions
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN
  SELECT RAISE(ABORT, 'mention_versions is append-only');
END;

CREATE TRIGGER event_versions_are_not_updated BEFORE UPDATE ON event_versions
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN
  SELECT RAISE(ABORT, 'event_versions is append-only');
END;

CREATE TRIGGER audit_entries_are_not_updated BEFORE UPDATE ON audit_entries
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN
  SELECT RAISE(ABORT, 'audit_entries is append-only');
END;

CREATE INDEX purges_checksum ON purges (article_id, row_checksum(reason, revision));
CREATE INDEX purged_versions_checksum ON purged_versions (version_key, row_checksum(article_id));
