-- The articles whose id was made of an address with a password: `verify` cannot make the id again. Only a copy of an older
-- SQLite database brings such rows.
CREATE TABLE stripped_addresses (
  timeline_id integer NOT NULL,
  article_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (timeline_id, article_id),
  FOREIGN KEY (timeline_id, article_id) REFERENCES articles (timeline_id, id)
);
