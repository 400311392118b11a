/** The next turn of the event loop. What has arrived meanwhile comes first. */
export const nextTurn = (): Promise<undefined> => new Promise((resolve) => setImmediate(resolve, undefined));
