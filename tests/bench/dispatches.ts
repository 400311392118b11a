import type { ArticleSource } from '../../src/domain/event/article.ts';
import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import { ACTS, FILLERS, NAME_ENDS, NAME_STARTS, PEOPLE, REASONS, WORKS } from './dispatch-words.ts';
import { pick, type Random, seededRandom } from './random.ts';

const FIRST_DAY = requireCalendarDate('2001-01-01');
/** Articles a day. The number is fixed, so a larger store covers more days and is no denser. */
const A_DAY = 20;
/** Acts in a dispatch. The rest of it is sentences that date nothing. */
const ACTS_PER_DISPATCH = 6;

/** JOINED: four papers of the same day report each act. UNJOINED: one paper does. */
export type Coverage = 'JOINED' | 'UNJOINED';

const PAPERS = 4;

/**
 * The dispatch of a number, the same at each call: 20 a day from 2001 on, about `words` words long. It reports six acts.
 * The people, places and other names are made up, and there are always new ones.
 */
export function dispatch(number: number, words: number, coverage: Coverage): ArticleSource {
  const story = coverage === 'JOINED' ? Math.floor(number / PAPERS) : number;
  const day = addDays(FIRST_DAY, Math.floor(number / A_DAY));
  const acts = Array.from({ length: ACTS_PER_DISPATCH }, (_, index) =>
    act(story * ACTS_PER_DISPATCH + index),
  );
  const random = seededRandom(number * 7919 + 13);
  const sentences = acts.flatMap((sentence) => [
    sentence,
    ...fillers(random, words / ACTS_PER_DISPATCH - wordsIn(sentence)),
  ]);
  return {
    text: sentences.map((sentence, index) => (index % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join(''),
    file: `dispatch-${number}.txt`,
    title: `Dispatch ${number}`,
    publisher: `Paper ${number % PAPERS}`,
    url: null,
    publishedOn: day,
    language: 'en',
    basedOn: null,
  };
}

function act(number: number): string {
  const random = seededRandom(number * 104_729 + 7);
  const name = (): string =>
    `${pick(random, NAME_STARTS)}${pick(random, NAME_STARTS).toLowerCase()}${pick(random, NAME_ENDS)}`;
  const parts: Readonly<Record<string, string>> = {
    person: `${name()} ${name()}`,
    place: name(),
    company: `${name()} ${name()}`,
    thing: name().toLowerCase(),
    works: pick(random, WORKS),
    people: pick(random, PEOPLE),
    reason: pick(random, REASONS),
    year: String(1900 + random(100)),
    count: String(3 + random(90)),
  };
  return pick(random, ACTS).replace(/\{(\w+)\}/gu, (slot, key: string) => parts[key] ?? slot);
}

function fillers(random: Random, words: number): readonly string[] {
  const sentences: string[] = [];
  for (let left = words; left > 0; ) {
    const sentence = pick(random, FILLERS);
    sentences.push(sentence);
    left -= wordsIn(sentence);
  }
  return sentences;
}

const wordsIn = (text: string): number => text.split(' ').length;
