-- Articles whose text, titles and quotes were taken out of every version, and why.
CREATE TABLE purges (
  timeline_id integer NOT NULL,
  article_id text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL CHECK (reason IN ('COURT_ORDER', 'PRIVACY', 'COPYRIGHT', 'ERROR', 'OTHER')),
  revision integer NOT NULL,
  PRIMARY KEY (timeline_id, article_id),
  FOREIGN KEY (timeline_id, article_id) REFERENCES articles (timeline_id, id)
);

-- Versions that rested on such an article alone.
CREATE TABLE purged_versions (
  timeline_id integer NOT NULL,
  version_key integer NOT NULL,
  article_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (timeline_id, version_key),
  FOREIGN KEY (timeline_id, version_key) REFERENCES event_versions (timeline_id, version_key),
  FOREIGN KEY (timeline_id, article_id) REFERENCES purges (timeline_id, article_id)
);
