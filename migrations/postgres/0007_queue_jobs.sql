-- Articles that wait to be read, and the results of reading. The body goes when the job is done.
CREATE TABLE jobs (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id) ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  task text COLLATE "C" NOT NULL CHECK (task IS JSON),
  body bytea,
  tries integer NOT NULL DEFAULT 0,
  created_at text COLLATE "C" NOT NULL,
  started_at text COLLATE "C",
  finished_at text COLLATE "C",
  report text COLLATE "C" CHECK (report IS JSON),
  code text COLLATE "C",
  reason text COLLATE "C",
  worker text COLLATE "C",
  PRIMARY KEY (timeline_id, id)
);

CREATE INDEX jobs_open ON jobs (timeline_id, state, id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX jobs_finished ON jobs (timeline_id, state, finished_at, id) WHERE state IN ('DONE', 'FAILED');

-- The workers that take jobs. Each holds an advisory lock as long as it lives.
CREATE TABLE queue_workers (
  timeline_id integer NOT NULL REFERENCES timelines (timeline_id) ON DELETE CASCADE,
  worker text COLLATE "C" NOT NULL,
  PRIMARY KEY (timeline_id, worker)
);
