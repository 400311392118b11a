import type { Outcome } from './evaluate-sequence.ts';
import type { Match } from './match-mentions.ts';
import { areActorsRight, isDateRight, isTypeRight } from './score-outcomes.ts';
import type { GoldMention } from './sequence.ts';

/** The errors for a person to look at, a line each. */
export function listErrors({ matches, missed, spurious, events }: Outcome): readonly string[] {
  const eventOf = new Map(events.flatMap((event) => event.mentions.map((mention) => [mention.id, event])));
  const places = new Map<string, Set<string>>();
  const holds = new Map<string, Set<string>>();
  for (const { gold, mention } of matches) {
    const event = eventOf.get(mention.id)?.id ?? '';
    places.set(gold.event, (places.get(gold.event) ?? new Set()).add(event));
    holds.set(event, (holds.get(event) ?? new Set()).add(gold.event));
  }
  return [
    ...missed.map((gold) => `missed    ${nameOf(gold)}`),
    ...spurious.map(
      ({ article, title, date, timex }) =>
        `spurious  ${article.file?.slice(0, 3)} "${title}" ${date?.edtf} (${timex?.text})`,
    ),
    ...matches.flatMap(differences),
    ...[...places]
      .filter(([, found]) => found.size > 1)
      .map(([name, found]) => `split     ${name}: ${found.size} events`),
    ...[...holds]
      .filter(([, names]) => names.size > 1)
      .map(([, names]) => `lumped    ${[...names].join(' + ')}`),
  ];
}

function differences(match: Match): readonly string[] {
  const { gold, mention } = match;
  return [
    ...(isDateRight(match) ? [] : [`date      ${nameOf(gold)}: ${mention.date?.edtf}, not ${gold.date}`]),
    ...(isTypeRight(match)
      ? []
      : [`type      ${nameOf(gold)}: ${mention.type}, not ${gold.types?.join(' or ')}`]),
    ...(areActorsRight(match)
      ? []
      : [
          `actors    ${nameOf(gold)}: ${mention.actors.map(({ name }) => name).join(', ') || 'nobody'}, not ${gold.actors?.join(', ')}`,
        ]),
  ];
}

const nameOf = ({ file, event }: GoldMention): string => `${file.slice(0, 3)} ${event}`;
