/** A value and the CPU time that this thread, which runs the event loop, took until it was there, in milliseconds. */
export async function withThreadCpu<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly milliseconds: number }> {
  const begin = process.threadCpuUsage();
  const value = await work();
  const { user, system } = process.threadCpuUsage(begin);
  return { value, milliseconds: (user + system) / 1000 };
}
