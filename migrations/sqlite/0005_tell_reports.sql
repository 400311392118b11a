-- The role of a date, and what a story is about. Of an event with the role PUBLISHED, the day is known on which an article reported it, and not the day on
-- which it happened: it could lie on that day, and surely lies in no range.

ALTER TABLE events ADD COLUMN role TEXT NOT NULL DEFAULT 'ON';
ALTER TABLE events ADD COLUMN reported INTEGER AS (role = 'PUBLISHED');
ALTER TABLE events ADD COLUMN subject TEXT;
ALTER TABLE event_editions ADD COLUMN subject TEXT;
ALTER TABLE event_editions ADD COLUMN role TEXT NOT NULL DEFAULT 'ON';
ALTER TABLE event_editions ADD COLUMN reported INTEGER AS (role = 'PUBLISHED');

DROP TRIGGER event_months_are_recounted;

UPDATE events SET role = (SELECT json_extract(d.document, '$.date.role') FROM event_documents d
  WHERE d.event_key = events.event_key);
UPDATE event_editions SET role = json_extract(document, '$.date.role');

DROP INDEX events_by_date;
DROP INDEX events_by_span;
DROP INDEX event_editions_by_date;
DROP INDEX event_editions_by_span;
DROP INDEX event_editions_checksum;

CREATE INDEX events_by_date ON events (earliest_day, latest_day, id, settled_day, reported) WHERE hidden = 0;
CREATE INDEX events_by_span ON events (span_bits, earliest_day, latest_day, id, hidden, settled_day, reported);
CREATE INDEX event_editions_by_date
ON event_editions (earliest_day, latest_day, id, from_day, until_day, reported);
CREATE INDEX event_editions_by_span
ON event_editions (span_bits, earliest_day, latest_day, id, from_day, until_day, reported);
CREATE INDEX event_editions_checksum ON event_editions (edition_key, row_checksum(event_key, id, from_day, until_day,
  earliest_day, latest_day, span_bits, month_day, precision, role, type, modality, subject, document));

-- The day of a mention with the role ON and the precision DAY, for the digest, and the text of an article as a number, by which
-- copies of one text count once. No stored date is that of a report yet.
ALTER TABLE mentions ADD COLUMN on_day INTEGER;
UPDATE mentions SET on_day = earliest_day WHERE earliest_day = latest_day;
ALTER TABLE articles ADD COLUMN text_key INTEGER;
UPDATE articles SET text_key = row_checksum(text) WHERE text IS NOT NULL;

-- The counts by months tell reports from events whose days are known.
DROP TRIGGER event_months_are_counted;
DROP TRIGGER event_months_are_discounted;
DROP TABLE event_months;

CREATE TABLE event_months (
  first_month INTEGER NOT NULL,
  last_month INTEGER NOT NULL,
  reported INTEGER NOT NULL CHECK (reported IN (0, 1)),
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (first_month, last_month, reported)
) STRICT, WITHOUT ROWID;

INSERT INTO event_months (first_month, last_month, reported, count)
SELECT e.first_month, e.last_month, e.reported, count(*) FROM events e WHERE e.hidden = 0 GROUP BY 1, 2, 3;

CREATE TRIGGER event_months_are_counted AFTER INSERT ON events WHEN NEW.hidden = 0
BEGIN
  INSERT INTO event_months (first_month, last_month, reported, count)
  VALUES (NEW.first_month, NEW.last_month, NEW.reported, 1)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER event_months_are_discounted AFTER DELETE ON events WHEN OLD.hidden = 0
BEGIN
  UPDATE event_months SET count = count - 1
  WHERE first_month = OLD.first_month AND last_month = OLD.last_month AND reported = OLD.reported;
  DELETE FROM event_months
  WHERE first_month = OLD.first_month AND last_month = OLD.last_month AND reported = OLD.reported AND count = 0;
END;

CREATE TRIGGER event_months_are_recounted AFTER UPDATE OF earliest_day, latest_day, role, hidden ON events
WHEN (OLD.first_month, OLD.last_month, OLD.reported, OLD.hidden)
  <> (NEW.first_month, NEW.last_month, NEW.reported, NEW.hidden)
BEGIN
  UPDATE event_months SET count = count - 1
  WHERE OLD.hidden = 0 AND first_month = OLD.first_month AND last_month = OLD.last_month AND reported = OLD.reported;
  DELETE FROM event_months
  WHERE first_month = OLD.first_month AND last_month = OLD.last_month AND reported = OLD.reported AND count = 0;
  INSERT INTO event_months (first_month, last_month, reported, count)
  SELECT NEW.first_month, NEW.last_month, NEW.reported, 1 WHERE NEW.hidden = 0
  ON CONFLICT DO UPDATE SET count = count + 1;
END;

-- Every stored title was made from constituents of its sentence or by an editor, and no subject was known. The new properties lie
-- where the writer has them: last of a mention, and of an event before its mentions.
DROP TRIGGER mention_versions_are_not_updated;

UPDATE mention_versions SET document = json_set(document, '$.titleKind', 'CLAUSE', '$.subject', NULL);

CREATE TRIGGER mention_versions_are_not_updated BEFORE UPDATE ON mention_versions
BEGIN
  SELECT RAISE(ABORT, 'mention_versions is append-only');
END;

INSERT INTO purging (only_row) VALUES (1);

UPDATE event_versions SET document = json_set(document, '$.titleKind', iif(EXISTS (
    SELECT 1 FROM decisions d
    WHERE d.event_id = event_versions.event_id AND d.kind = 'OVERRIDE' AND d.revision <= event_versions.revision
      AND (d.lifted_at IS NULL OR d.lifted_at > event_versions.revision) AND d.document ->> '$.fields.title' IS NOT NULL),
  'EDITED', 'CLAUSE'), '$.subject', NULL)
WHERE document IS NOT NULL;

DELETE FROM purging;

UPDATE event_documents SET document = json_set(json_remove(document, '$.mentions'),
  '$.titleKind', iif(EXISTS (
    SELECT 1 FROM events e CROSS JOIN decisions d ON d.event_id = e.id AND d.kind = 'OVERRIDE' AND d.lifted_at IS NULL
    WHERE e.event_key = event_documents.event_key AND d.document ->> '$.fields.title' IS NOT NULL), 'EDITED', 'CLAUSE'),
  '$.subject', NULL,
  '$.mentions', json((
    SELECT json_group_array(json_set(m.value, '$.titleKind', 'CLAUSE', '$.subject', NULL) ORDER BY m.key)
    FROM json_each(event_documents.document, '$.mentions') m)));

UPDATE served_documents SET document = json_set(json_remove(document, '$.mentions'),
  '$.titleKind', (SELECT d.document ->> '$.titleKind' FROM event_documents d WHERE d.event_key = served_documents.event_key),
  '$.subject', NULL,
  '$.mentions', json_extract(document, '$.mentions'));

UPDATE event_editions SET document = json_set(document, '$.titleKind', (
    SELECT d.document ->> '$.titleKind' FROM event_documents d WHERE d.event_key = event_editions.event_key),
  '$.subject', NULL);
