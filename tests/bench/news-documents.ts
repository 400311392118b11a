import { addDays, requireCalendarDate } from '../../src/domain/time/calendar-date.ts';
import type { DatedText } from '../eval/read-gold.ts';
import { DATED, UNDATED, WORDS } from './news-words.ts';
import { pick, type Random, seededRandom } from './random.ts';

const SEED = 20211221;
const FIRST_DAY = requireCalendarDate('2021-01-01');
const MIN_LENGTH = 1000;
const MAX_LENGTH = 5000;
const SENTENCES_A_PARAGRAPH = 3;

/** News reports of 1 to 5 kB, the same at every call, with a time expression to some 45 words. */
export function newsDocuments(count: number): readonly DatedText[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, index) => ({
    id: `news-${index}`,
    dct: addDays(FIRST_DAY, random(365)),
    text: report(random, MIN_LENGTH + random(MAX_LENGTH - MIN_LENGTH)),
  }));
}

function report(random: Random, length: number): string {
  let text = sentence(random, 'DATED');
  for (let count = 1; text.length < length; count += 1) {
    const gap = count % SENTENCES_A_PARAGRAPH === 0 ? '\n\n' : ' ';
    text += gap + sentence(random, random(5) < 2 ? 'DATED' : 'UNDATED');
  }
  return text;
}

const sentence = (random: Random, kind: 'DATED' | 'UNDATED'): string =>
  filled(random, pick(random, kind === 'DATED' ? DATED : UNDATED));

/** A slot with a capital gives a capital in the text: `{Body}` → "The ministry". */
const filled = (random: Random, template: string): string =>
  template.replace(/\{(\w)(\w*)\}/g, (slot, initial: string, rest: string) => {
    const choices = WORDS[initial.toLowerCase() + rest];
    if (choices === undefined) throw new TypeError(`no words for ${slot}`);
    const words = filled(random, pick(random, choices));
    return initial === initial.toLowerCase() ? words : words.charAt(0).toUpperCase() + words.slice(1);
  });
