/** One message of an event stream; the data are read as JSON. */
export interface StreamMessage {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: unknown;
}

export interface EventStreamClient {
  readonly headers: Headers;
  /** The next message; undefined when the stream has ended. Comments are passed over. */
  next(): Promise<StreamMessage | undefined>;
  /** Waits for a comment that has these words. */
  comment(words: string): Promise<void>;
  close(): Promise<void>;
}

/** Reads server-sent events as a browser does (HTML Living Standard, section 9.2), over `fetch`. */
export async function readEventStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventStreamClient> {
  const response = await fetch(url, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('the answer has no body');
  let text = '';
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += value;
    }
  };
  return {
    headers: response.headers,
    next: async () => {
      for (let found = await block(); found !== undefined; found = await block()) {
        const fields = new Map(found.split('\n').map((line) => splitField(line)));
        const data = fields.get('data');
        if (data !== undefined)
          return { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
      }
      return undefined;
    },
    comment: async (words) => {
      for (let found = await block(); found !== `: ${words}`; found = await block())
        if (found === undefined) throw new Error(`the stream ended without "${words}"`);
    },
    close: () => reader.cancel(),
  };
}

function splitField(line: string): readonly [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
