import type { TimelineEvent } from '../domain/event.ts';
import type { EventWriter, TextOf } from './event-format.ts';

/** Writes one JSON object whose last long member is a list with one entry an event; `after` follows the list. */
export function jsonListWriter(parts: {
  readonly before: Readonly<Record<string, unknown>>;
  readonly list: string;
  readonly entry: (event: TimelineEvent, textOf: TextOf) => unknown;
  readonly after?: () => Readonly<Record<string, unknown>>;
}): EventWriter {
  const { before, list, entry, after = () => ({}) } = parts;
  return {
    head: () => `{${[...membersOf(before), `${JSON.stringify(list)}:[`].join(',\n')}`,
    event: (event, index, textOf) => `${index === 0 ? '' : ','}\n${JSON.stringify(entry(event, textOf))}`,
    tail: () =>
      `\n]${membersOf(after())
        .map((member) => `,\n${member}`)
        .join('')}}\n`,
  };
}

const membersOf = (members: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
