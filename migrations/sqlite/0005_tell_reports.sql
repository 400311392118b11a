-- The role of a date. Of an event with the role PUBLISHED, the day is known on which an article reported it, and not the day on
-- which it happened: it could lie on that day, and surely lies in no range.

ALTER TABLE events ADD COLUMN role TEXT NOT NULL DEFAULT 'ON';
ALTER TABLE events ADD COLUMN reported INTEGER AS (role = 'PUBLISHED');
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
  earliest_day, latest_day, span_bits, month_day, precision, role, type, modality, document));

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
