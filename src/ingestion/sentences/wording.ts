import type { Mention } from '../../domain/event/mention.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../../domain/time/calendar-names.ts';

const WORD = /\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{N}]*/gu;

/** Words that say nothing of what happened, verbs of saying among them. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  ...[...MONTH_NAMES, ...WEEKDAY_NAMES].map((name) => name.toLowerCase()),
  ...`a about according after again against all also am an and announced any are as asked at be because been before being between both but by can
  confirmed could declared did do does during each earlier early eight five former for four from had has have he her his how hundred i if in into
  is it its last late later made make many may meanwhile million more most much must nearly new next nine no nor not of off on one or other our
  out over own president prime minister said same say says seven several she should since six so some stated such s t ten than that the their them
  then there these they this those thousand three through to told too two under until up was we were what when where which while who whom will
  with would you your year years month months week weeks day days
  today yesterday tomorrow morning afternoon evening night`.split(/\s+/u),
]);

/** Words too frequent in reports to distinguish events. */
const COMMON_WORDS =
  `agency area authorities chief city company country court decision deputy director east first government group head leader
  leaders local meeting member members national news north office official officials order part party people place plan plans police public region
  report reporter reporters second security senior south spokesman spokeswoman state statement talks time town west workers world`.split(
    /\s+/u,
  );

const COMMON_WEIGHT = 0.4;

/** Words that reports use interchangeably; the first stands for all. */
const CONCEPTS = [
  'begin began begun start launch commence open',
  'end finish conclude cease',
  'die dead death kill fatality',
  'injure wound hurt',
  'collapse burst fail failure breach rupture',
  'attack assault strike raid bombard shell',
  'invade invasion annex annexation',
  'protest demonstration demonstrate march rally demonstrator',
  'walkout stoppage',
  'elect election electoral poll vote ballot voter',
  'meet met meeting talk negotiation negotiate summit discuss',
  'deal agreement accord pact treaty agree',
  'offer bid proposal propose',
  'buy bought purchase acquire acquisition takeover merger merge',
  'resign resignation quit',
  'arrest detain',
  'charge indict indictment',
  'sentence jail imprison prison',
  'rise rose risen increase climb',
  'fall fell fallen drop decline',
  'send sent hand submit deliver',
  'withdraw withdrew withdrawn withdrawal',
  'build built construct construction',
  'quake earthquake tremor',
  'fire blaze',
  'storm hurricane cyclone typhoon',
  'flood inundate',
  'lead led',
  'win won victory winner',
  'hold held',
  'sell sold sale',
  'fight fought fighting battle clash',
  'flee fled',
  'sink sank sunk',
  'speak spoke speech address',
  'sign signed signing',
  'return returned',
].map((line) => line.split(' '));

/** The stems of a text's content words. `demands` and `demanded` are alike, and so are `burst` and `collapsed`. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(WORD))
    if (!STOP_WORDS.has(word)) words.add(conceptOf(word));
  return words;
}

/** The content words of a mention's title and clause, without its time expression. A title of the whole sentence says too much. */
export function wordsOfMention({ title, titleKind, quote, clause, timex }: Mention): ReadonlySet<string> {
  const inClause = quote.exact.slice(clause.start - quote.start, clause.end - quote.start);
  return contentWords(`${titleKind === 'SENTENCE' ? '' : title} ${without(inClause, timex?.text)}`);
}

/** The content words of the sentence around a mention, without its time expression. */
export const wordsOfQuote = ({ quote, timex }: Mention): ReadonlySet<string> =>
  contentWords(without(quote.exact, timex?.text));

const without = (text: string, expression: string | undefined): string =>
  expression === undefined ? text : text.replaceAll(expression, ' ');

/** The words in the names of participants and places. */
export const wordsOfNames = ({ actors, places }: Mention): ReadonlySet<string> =>
  contentWords([...actors, ...places].map(({ name }) => name).join(' '));

/** Gives `invaded`, `invading` and `invasion` the same stem, which need not be a word. */
function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=\p{L}{3})s$/u, '');
  return word
    .replace(/(?:e?s|’s)$/u, '')
    .replace(/([^s])sion$/u, '$1d')
    .replace(/(?:ations?|ating|ated|ate|ments?|ings?|ions?|ed)$/u, '')
    .replace(/(\p{L}{3})e$/u, '$1')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/(\p{L}{2})y$/u, '$1i');
}

const CONCEPT_BY_STEM: ReadonlyMap<string, string> = new Map(
  CONCEPTS.flatMap(([first = '', ...others]) =>
    [first, ...others].flatMap((word) => [word, `${word}s`].map((form) => [stemOf(form), stemOf(first)])),
  ),
);

/** Most words recur. The cache is emptied when it is full. */
const conceptByWord = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

function conceptOf(word: string): string {
  const known = conceptByWord.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  const concept = CONCEPT_BY_STEM.get(stem) ?? stem;
  if (conceptByWord.size >= MOST_REMEMBERED) conceptByWord.clear();
  conceptByWord.set(word, concept);
  return concept;
}

const COMMON_STEMS: ReadonlySet<string> = new Set(COMMON_WORDS.map(conceptOf));

/** The weight of a stem; frequent words weigh less. It does not depend on the texts read so far. */
export const weightOfWord = (stem: string): number => (COMMON_STEMS.has(stem) ? COMMON_WEIGHT : 1);
