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

const threadMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** A value and the most CPU time that this thread took for it between two turns of the event loop, in milliseconds. */
export async function withLongestTurn<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly milliseconds: number }> {
  let longest = 0;
  let begin = threadMilliseconds();
  const measure = (): void => {
    const now = threadMilliseconds();
    longest = Math.max(longest, now - begin);
    begin = now;
  };
  let turn = setImmediate(function next() {
    measure();
    turn = setImmediate(next);
  });
  const value = await work();
  measure();
  clearImmediate(turn);
  return { value, milliseconds: longest };
}
