/** The next turn of the event loop. Requests that have arrived meanwhile are handled first. */
export const nextTurn = (): Promise<undefined> => new Promise((resolve) => setImmediate(resolve, undefined));
