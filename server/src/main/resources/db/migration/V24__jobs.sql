CREATE TABLE scheduled_task (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_due ON scheduled_task (execution_time);
CREATE INDEX scheduled_task_heartbeat ON scheduled_task (last_heartbeat);
COMMENT ON TABLE scheduled_task IS
  'When each job is due next, one row each: the table of the library db-scheduler, whose columns these are. Key: task_name, task_instance. Clock: the clock of the servers. Written by the jobs module; a row lasts as long as its job.';
COMMENT ON COLUMN scheduled_task.task_data IS 'The attempt as text: 1 for a regular run, 2 and up for a retry.';

CREATE TABLE job_run (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job text COLLATE "C" NOT NULL,
  trigger text COLLATE "C" NOT NULL CHECK (trigger IN ('schedule', 'retry', 'follows', 'manual')),
  attempt int NOT NULL CHECK (attempt > 0),
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed', 'interrupted')),
  started_at timestamptz(6) NOT NULL,
  ended_at timestamptz(6),
  result text,
  CHECK ((outcome = 'running') = (ended_at IS NULL))
);
CREATE INDEX job_run_job ON job_run (job, number);
COMMENT ON TABLE job_run IS
  'Every run of a job. Key: number. Clock: the clock of the servers. Written by the jobs module: a row when a run begins, its end when it ends. Kept for 400 days.';
COMMENT ON COLUMN job_run.outcome IS 'interrupted: its process ended before it did; found when the job runs again.';
COMMENT ON COLUMN job_run.result IS 'What was done, or why it failed, in one line.';

CREATE TABLE job_pause (
  job text COLLATE "C" PRIMARY KEY,
  since timestamptz(6) NOT NULL
);
COMMENT ON TABLE job_pause IS
  'The jobs that run by hand only. Key: job. Clock: since is the clock of the servers. Written by the jobs module; a row lasts until the job is resumed.';
