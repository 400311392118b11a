import type { Mention } from '../domain/mention.ts';
import { type Account, accountOf, sameEvent } from './same-event.ts';

/**
 * The mentions that tell of one event each: the connected components of `sameEvent` over all of them, so that the partition
 * is a function of the set. A mention without a date goes with the one that dates it, and is left out where there is none.
 * Order within a part is that of the input.
 */
export function partition(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const groups = [
    ...groupBy(
      mentions.flatMap((mention) => accountOf(mention) ?? []),
      likeKey,
    ).values(),
  ];
  const accounts = groups.flatMap(([first]) => first ?? []);
  const roots = accounts.map((_, index) => index);
  for (const near of neighbourhoods(accounts)) link(near, accounts, roots);
  const parts = groupBy([...groups.entries()], ([index]) => String(rootOf(roots, index)));
  const order = new Map(mentions.map(({ id }, index) => [id, index]));
  const undated = groupBy(
    mentions.filter(({ date }) => date === null),
    ({ datedBy }) => datedBy ?? '',
  );
  return Array.from(parts.values(), (part) =>
    part
      .flatMap(([, group]) => group.map(({ mention }) => mention))
      .flatMap((mention) => [mention, ...(undated.get(mention.id) ?? [])])
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  );
}

/** Accounts that `sameEvent` cannot tell apart are compared once: a text that repeats itself costs nothing. */
function likeKey({ edtf, mention, actors, places, words }: Account): string {
  const { type, date } = mention;
  return JSON.stringify([edtf, date?.precision, type, [...actors], [...places], [...words].sort()]);
}

/** Two mentions of one event share an actor or a place: only these are compared. */
function neighbourhoods(accounts: readonly Account[]): readonly (readonly number[])[] {
  const near = new Map<string, number[]>();
  for (const [index, { actors, places }] of accounts.entries())
    for (const key of [...actors, ...places]) {
      const known = near.get(key);
      if (known === undefined) near.set(key, [index]);
      else known.push(index);
    }
  return [...near.values()];
}

/** In the order of their first days, an account is compared with the later ones that begin before it ends. */
function link(near: readonly number[], accounts: readonly Account[], roots: number[]): void {
  const sorted = near.flatMap((index) => {
    const account = accounts[index];
    return account === undefined ? [] : [{ index, account }];
  });
  sorted.sort((a, b) => a.account.bounds.earliestDay - b.account.bounds.earliestDay);
  for (const [place, one] of sorted.entries())
    for (let at = place + 1; at < sorted.length; at += 1) {
      const other = sorted[at];
      if (other === undefined || other.account.bounds.earliestDay > one.account.bounds.latestDay) break;
      const [a, b] = [rootOf(roots, one.index), rootOf(roots, other.index)];
      if (a !== b && sameEvent(one.account, other.account)) roots[Math.max(a, b)] = Math.min(a, b);
    }
}

function rootOf(roots: number[], index: number): number {
  let at = index;
  for (let above = roots[at] ?? at; above !== at; above = roots[at] ?? at) {
    roots[at] = roots[above] ?? above;
    at = roots[at] ?? at;
  }
  return at;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
