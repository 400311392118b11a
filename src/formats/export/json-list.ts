import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventWriter, TextOf, TextWriter } from './event-format.ts';

interface ListParts {
  readonly before: Readonly<Record<string, unknown>>;
  readonly list: string;
  readonly after?: () => Readonly<Record<string, unknown>>;
}

/** Writes a JSON object: the members of `before`, a list with an entry for each event, the members of `after`. */
export function jsonListWriter({
  entry,
  ...parts
}: ListParts & { readonly entry: (event: TimelineEvent, textOf: TextOf) => unknown }): EventWriter {
  const { head, event: write, tail } = textListWriter(parts);
  return {
    head,
    event: (event, index, textOf) => write(JSON.stringify(entry(event, textOf)), index),
    tail,
  };
}

/** The same for entries that are JSON text already. */
export function textListWriter({ before, list, after = () => ({}) }: ListParts): TextWriter {
  return {
    head: () => `{${[...membersOf(before), `${JSON.stringify(list)}:[`].join(',\n')}`,
    event: (text, index) => `${index === 0 ? '' : ','}\n${text}`,
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
