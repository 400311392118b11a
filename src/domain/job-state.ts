/**
 * The states of a job in the queue. A QUEUED job waits, perhaps after a try that failed. A worker has a RUNNING one. A job has
 * FAILED when it is not tried again, such as that of an article without a text.
 */
export const JOB_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;

export type JobState = (typeof JOB_STATES)[number];
