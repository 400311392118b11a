import type { Mention } from '../../domain/event/mention.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../../domain/time/calendar-names.ts';
import { groupsOfWord } from './groups-of-word.ts';
import { stemOf } from './stem.ts';

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{N}]*/gu;

/** Words that say nothing of what happened, verbs of saying and the forms of companies ("Inc.") among them. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...[...MONTH_NAMES, ...WEEKDAY_NAMES].map((name) => name.toLowerCase()),
  ...`a about according after again against all also am an and announced any are as asked at be because been before being between billion both but by can
  confirmed could declared did do does during each earlier early eight five former for four from had has have he her his how hundred i if in into
  is it its last late later made make many may meanwhile million more most much must nearly new next nine no nor not of off on one or other our
  out over own per percent president prime minister said same say says seven several she should since six so some stated such s t ten than that the their them
  then there these they this those thousand three through to told too trillion two under until up was we were what when where which while who whom will
  with would you your year years month months week weeks day days
  today yesterday tomorrow morning afternoon evening night co corp cos dr inc llc ltd mr mrs ms plc`.split(
    /\s+/u,
  ),
]);

/** Words too frequent in reports to distinguish events. */
const COMMON_WORDS =
  `agency area authorities chancellor chief city company country court decision deputy director dollars east euros first general government governor group head judge leader
  leaders local mayor meeting member members national news north office official officials order part party people place plan plans police pounds public region
  report reporter reporters second security senator senior south spokesman spokeswoman state statement talks time town west workers world`.split(
    /\s+/u,
  );

const COMMON_WEIGHT = 0.4;

/** The stems of a text's content words. `demands` and `demanded` are alike, and so are `burst` and `collapsed`. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD))
    if (!STOP_WORDS.has(word)) words.add(conceptOf(word));
  return words;
}

/** Whether a title is the whole sentence, as it stands or with a date put in for a passing time. */
export const isWholeSentence = ({
  title,
  titleKind,
  quote,
}: Pick<Mention, 'title' | 'titleKind' | 'quote'>): boolean =>
  titleKind === 'SENTENCE' ||
  (titleKind === 'EDITED' && title.length >= Math.min(SENTENCE_LENGTH, SENTENCE_SHARE * quote.exact.length));

/** Length of an edited title, in UTF-16 code units, and its share of the sentence, from which it is the sentence itself. */
const SENTENCE_LENGTH = 150;
const SENTENCE_SHARE = 0.9;

/** Whether a title has words of other acts or of other sentences. */
export const hasOtherWords = ({ titleKind }: Pick<Mention, 'titleKind'>): boolean =>
  titleKind === 'SENTENCE' || titleKind === 'EDITED';

/** The content words of a mention's title and clause, without its time expression. A title of the whole sentence says too much. */
export function wordsOfMention(mention: Mention): ReadonlySet<string> {
  const { title, timex } = mention;
  return contentWords(`${hasOtherWords(mention) ? '' : title} ${without(clauseOf(mention), timex?.text)}`);
}

/** The words of a mention's clause, as they stand in its sentence. */
export const clauseOf = ({ quote, clause }: Pick<Mention, 'quote' | 'clause'>): string =>
  quote.exact.slice(clause.start - quote.start, clause.end - quote.start);

/** The content words of the sentence around a mention, without its time expression. */
export const wordsOfQuote = ({ quote, timex }: Mention): ReadonlySet<string> =>
  contentWords(without(quote.exact, timex?.text));

const without = (text: string, expression: string | undefined): string =>
  expression === undefined ? text : text.replaceAll(expression, ' ');

/** A word with a capital inside a sentence. */
export const NAME_IN_SENTENCE = /(?<=[\p{L}\p{N},;:’'] )\p{Lu}[\p{L}\p{N}]+/gu;

/** The names inside a mention's clause, and the name that begins its sentence: there no common noun is the subject. */
export function namesInClause(mention: Mention): ReadonlySet<string> {
  const { quote, clause, act } = mention;
  const inside = clauseOf(mention).match(NAME_IN_SENTENCE) ?? [];
  const [first = ''] = /^\p{Lu}[\p{L}\p{N}]+/u.exec(quote.exact) ?? [];
  const isName =
    clause.start === quote.start &&
    act?.subject === null &&
    stemOf(first.toLowerCase()) !== stemOf(act.object ?? '');
  const names = contentWords((isName ? [first, ...inside] : inside).join(' '));
  return new Set([...names].filter((name) => weightOfWord(name) === 1));
}

/** The words in the names of participants and places. */
export const wordsOfNames = ({ actors, places }: Mention): ReadonlySet<string> =>
  contentWords([...actors, ...places].map(({ name }) => name).join(' '));

/** Most words recur. The cache is emptied when it is full. */
const conceptByWord = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

function conceptOf(word: string): string {
  const known = conceptByWord.get(word);
  if (known !== undefined) return known;
  const concept = groupsOfWord(word)[0] ?? stemOf(word);
  if (conceptByWord.size >= MOST_REMEMBERED) conceptByWord.clear();
  conceptByWord.set(word, concept);
  return concept;
}

const COMMON_STEMS: ReadonlySet<string> = new Set(COMMON_WORDS.map(conceptOf));

/** The weight of a stem; frequent words weigh less. It does not depend on the texts read so far. */
export const weightOfWord = (stem: string): number => (COMMON_STEMS.has(stem) ? COMMON_WEIGHT : 1);
