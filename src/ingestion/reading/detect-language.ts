import { eld } from 'eld/extrasmall';

const SAMPLE_LENGTH = 4_000;
/** Lead in eld's score (0–1) that another language needs over English. */
const LEAD = 0.15;
const MIN_SCORE = 0.5;
/** Shorter texts in the Latin alphabet are too short to tell. Texts of names alone must be longer. */
const MIN_WORDS = 3;
const MIN_LENGTH = 12;
const MIN_LENGTH_OF_NAMES = 24;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** `de-AT` → `German (de-AT)`. Only the first subtag is looked up, because `Intl` throws for malformed tags. */
export function nameOfLanguage(tag: string): string {
  const [primary = tag] = tag.split('-');
  const name = languageNames.of(primary) ?? primary;
  return name === primary ? tag : `${name} (${tag})`;
}

/**
 * The language (ISO 639-1) of a foreign text: `Президент заявил во вторник` → `ru`. Null for English and for
 * texts too short to tell.
 *
 * @NOTE Why eld: on short news tinyld takes Norwegian for Italian. Both take English full of foreign names
 * for the language of the names, so capitalized words are left out wherever enough others remain.
 */
export function detectForeignLanguage(text: string): string | null {
  const words = sampleOf(text).match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
  const common = words.filter((word) => !/^\p{Lu}/u.test(word));
  const enough = common.length >= MIN_WORDS;
  const evidence = (enough ? common : words).join(' ');
  if (isLatin(evidence) && evidence.length < (enough ? MIN_LENGTH : MIN_LENGTH_OF_NAMES)) return null;
  const scores = eld.detect(evidence).getScores();
  const [code, score] = Object.entries(scores)[0] ?? ['en', 0];
  if (code === 'en' || score < MIN_SCORE || score - (scores['en'] ?? 0) < LEAD) return null;
  return code;
}

/** The beginning, the middle and the end of a long text. */
function sampleOf(text: string): string {
  if (text.length <= 3 * SAMPLE_LENGTH) return text;
  const middle = Math.floor(text.length / 2);
  return [
    text.slice(0, SAMPLE_LENGTH),
    text.slice(middle, middle + SAMPLE_LENGTH),
    text.slice(-SAMPLE_LENGTH),
  ].join(' ');
}

const isLatin = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
