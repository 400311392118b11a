/** What a client says in `graphql-transport-ws`. */
export type ClientMessage =
  | { readonly type: 'connection_init' | 'ping' | 'pong' }
  | { readonly type: 'complete'; readonly id: string }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: unknown };

/** Undefined for a text that is no message of the protocol. */
export function readClientMessage(text: string): ClientMessage | undefined {
  const message = readMap(text);
  const { type, id, payload } = message ?? {};
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return { type };
    case 'complete':
      return isId(id) ? { type, id } : undefined;
    case 'subscribe':
      return isId(id) ? { type, id, payload } : undefined;
    default:
      return undefined;
  }
}

const isId = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.length <= 100;

function readMap(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
