-- Articles that wait to be read, and the results of reading. The body goes when the job is done.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  task TEXT NOT NULL CHECK (json_valid(task)),
  body BLOB,
  tries INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  report TEXT CHECK (json_valid(report)),
  code TEXT,
  reason TEXT
) STRICT;

CREATE INDEX jobs_open ON jobs (state, due_at, id) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX jobs_finished ON jobs (state, finished_at, id) WHERE state IN ('DONE', 'FAILED');
