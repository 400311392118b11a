/** Places that clients hold for a while, such as open streams. */
export interface Places {
  /** Gives a place, as the function that frees it. Undefined where all are taken, or where this client has its share. */
  take(client: string | undefined): (() => void) | undefined;
  /** The places that are taken now. */
  count(): number;
}

/** A client may hold a tenth of the places. */
const SHARE = 0.1;

/** So many places in all. A client without a key has no share of its own: only the number of all places counts for it. */
export function openPlaces(count: number): Places {
  const share = Math.max(1, Math.floor(count * SHARE));
  const byClient = new Map<string, number>();
  let taken = 0;
  const add = (client: string | undefined, step: 1 | -1): void => {
    taken += step;
    if (client === undefined) return;
    const held = (byClient.get(client) ?? 0) + step;
    if (held === 0) byClient.delete(client);
    else byClient.set(client, held);
  };
  return {
    count: () => taken,
    take: (client) => {
      if (taken >= count) return undefined;
      if (client !== undefined && (byClient.get(client) ?? 0) >= share) return undefined;
      add(client, 1);
      let isFree = false;
      return () => {
        if (!isFree) add(client, -1);
        isFree = true;
      };
    },
  };
}
