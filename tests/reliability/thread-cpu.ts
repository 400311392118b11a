/** A value and the CPU time that this thread, which runs the event loop, took until it was there, in milliseconds. */
export async function withThreadCpu<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly milliseconds: number }> {
  const begin = process.threadCpuUsage();
  const value = await work();
  const { user, system } = process.threadCpuUsage(begin);
  return { value, milliseconds: (user + system) / 1000 };
}

/** Other programs of the machine slow a run down at times, so that the fastest of three counts. */
export const RUNS = 3;

/** The value of the last run, and the CPU time of the fastest. */
export async function fastestOnThread<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly milliseconds: number }> {
  let { value, milliseconds } = await withThreadCpu(work);
  for (let run = 1; run < RUNS; run += 1) {
    const again = await withThreadCpu(work);
    value = again.value;
    milliseconds = Math.min(milliseconds, again.milliseconds);
  }
  return { value, milliseconds };
}

/** A value, and the most CPU time that this thread took between two turns of the event loop, in milliseconds. */
export async function longestTurn<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly milliseconds: number }> {
  let milliseconds = 0;
  let isDone = false;
  const watch = (begin: NodeJS.CpuUsage): void => {
    const { user, system } = process.threadCpuUsage(begin);
    milliseconds = Math.max(milliseconds, (user + system) / 1000);
    if (!isDone) setImmediate(watch, process.threadCpuUsage());
  };
  setImmediate(watch, process.threadCpuUsage());
  const value = await work();
  isDone = true;
  await new Promise(setImmediate);
  return { value, milliseconds };
}
