/**
 * How far a job of the queue has come: it waits, perhaps after a try that failed; a worker has it; it is done; or it failed for good,
 * such as an article without a text.
 */
export const JOB_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;

export type JobState = (typeof JOB_STATES)[number];
