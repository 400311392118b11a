import { describe, expect, test } from 'vitest';
import type { Mention } from '../../../src/domain/event/mention.ts';
import { LONGEST_UNCUT } from '../../../src/ingestion/extraction/titles/title-cut.ts';
import { readNews } from '../../corpus/news-item.ts';
import { splitDispatch } from '../../seeds/front-matter.ts';
import { readSeedFolder } from '../../seeds/seed-folder.ts';
import { mentionsOf } from '../read-text.ts';
import statements from './statements.json' with { type: 'json' };

/** Every text of the project that has events. */
const texts = [
  ...(await readSeedFolder()).map(({ bytes }) => ({
    text: splitDispatch(bytes.toString('utf8')).body,
    anchor: '2021-12-21',
  })),
  ...(await readNews()).map(({ text, anchor }) => ({ text, anchor })),
  ...statements.map(({ text }) => ({ text, anchor: '2019-05-15' })),
];

const titled = texts.flatMap(({ text, anchor }) =>
  mentionsOf(text, anchor).map((mention) => ({ text, mention })),
);

/** Of a title of the sentence's own words, which is cut where the cut leaves the act that it tells. */
const LONGEST_SENTENCE = 220;

const DANGLING =
  /(?:^|\s)(?:a|an|the|of|to|in|at|by|for|with|from|into|and|or|but|nor|that|which|who|whose|its|their|his|her|as|than|if|when|while|because|since|until|between|among|against|is|are|was|were|has|had|will|would|could|should)[”"]?$/iu;

/** Words of a date in the place of "last week". */
const DATE_WORDS =
  /^(?:\d+|on|in|week|january|february|march|april|may|june|july|august|september|october|november|december)$/u;

/** A noun with words that describe it: "the ferry that sank on Monday", "talks planned for June". */
const DESCRIBES = /\b(?:planned|that|which|who)\b/u;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const timeIn = ({ timex, quote, title }: Mention): boolean =>
  timex !== null && quote.exact.split(timex.text).length === 2 && title.includes(timex.text);

describe('no title of any text', () => {
  test.each<readonly [string, (title: string, mention: Mention, text: string) => boolean]>([
    [
      'is longer than the limit',
      (title, { titleKind }) => title.length > (titleKind === 'CLAUSE' ? LONGEST_UNCUT : LONGEST_SENTENCE),
    ],
    ['is empty or a single word', (title) => wordsOf(title).length < 2],
    ['ends in a word that leads on', (title) => DANGLING.test(title)],
    ['opens a quotation without closing it', (title) => title.split('“').length !== title.split('”').length],
    ['has an odd straight mark', (title) => title.split('"').length % 2 === 0],
    ['has two spaces, or one before a comma', (title) => /\s{2}|\n|\s[,;:.]/u.test(title)],
    ['begins with a small letter', (title) => /^\p{Ll}/u.test(title)],
    [
      'of constituents holds its own time, a noun with its year or with a clause that describes it aside',
      (title, mention) =>
        mention.titleKind === 'CLAUSE' &&
        !DESCRIBES.test(title) &&
        timeIn(mention) &&
        wordsOf(title).length > wordsOf(mention.timex?.text ?? '').length + 3,
    ],
    [
      'has a word that its article lacks, but for "was" with the participle of a deed, and a date',
      (title, { actors, titleKind }, text) => {
        const known = new Set(wordsOf(`${text} ${actors.map(({ name }) => name).join(' ')}`));
        const added = wordsOf(title).filter((word) => !known.has(word) && !DATE_WORDS.test(word));
        return titleKind === 'EDITED' ? added.length > 2 : added.length > 0;
      },
    ],
  ])('%s', (_, breaks) => {
    expect(titled.length).toBeGreaterThan(100);
    const broken = titled.filter(({ text, mention }) => breaks(mention.title, mention, text));
    expect(broken.map(({ mention }) => mention.title)).toEqual([]);
  });
});

describe('a title', () => {
  test.each([
    [
      'leaves out all of a list of days',
      'Envoys of Peru and Chile met on May 6 and 7 in Lima.',
      'Envoys of Peru and Chile met in Lima',
    ],
    [
      'leaves out the words that modify the time',
      'The king signed the law as early as Monday, a spokesman said.',
      'The king signed the law',
    ],
    ['keeps the particle of its verb', 'Negotiations broke off at noon on Monday.', 'Negotiations broke off'],
    [
      'gives the quotation where only the speaker’s name and "said" would be left',
      '“The road is open again,” the mayor of Lima said on Monday.',
      'The mayor of Lima: “The road is open again”',
    ],
    [
      'is an example that a noun names',
      'The minister praised the crews but asked for more, such as a search next year for safer locks.',
      'Search for safer locks',
    ],
    [
      'is whole up to two hundred characters where its constituents would be torn',
      'The harbour board of the old town signed on Monday a lasting treaty on the storage of grain and of timber and of wool and of salt in the sheds of the dockers of the northern bank of the river.',
      'The harbour board of the old town signed a lasting treaty on the storage of grain and of timber and of wool and of salt in the sheds of the dockers of the northern bank of the river',
    ],
    [
      'is the sentence where its constituents would be torn, cut where they stay whole',
      'On Monday the board signed a treaty on the storage of grain and of timber and of wool and of salt and of stone in the sheds of the dockers of the northern bank of the river and in those of the southern bank after a strike of ten weeks.',
      'On Monday the board signed a treaty on the storage of grain and of timber and of wool and of salt and of stone in the sheds of the dockers of the northern bank of the river…',
    ],
    [
      'is whole where no clause ends and it is a little too long',
      'Deputy Harbour Minister Anton Reyes of Portugal, however, said on Monday that no answer of the dockers had reached the harbour board so far, and that it would wait no longer for one.',
      'Deputy Harbour Minister Anton Reyes of Portugal said that no answer of the dockers had reached the harbour board so far, and that it would wait no longer for one',
    ],
    [
      'keeps the content of a verb of saying from its beginning',
      'Officials said the president himself met with envoys of Chile on Sunday.',
      'The president himself met with envoys of Chile',
    ],
    [
      'leaves out the addressee of a verb of saying',
      'He told reporters the talks between Peru and Chile would start on Friday.',
      'The talks between Peru and Chile would start',
    ],
    [
      'takes no participle for the verb of the content of saying',
      'Officials said the man wanted by police in Lima had fled on Sunday.',
      'The man wanted by police in Lima had fled',
    ],
    [
      'is the sentence where only its speaker would be left',
      'One of the engineers has told the harbour board that the lock will not hold, prompting a long search, Town Hall and Union sources said Monday.',
      'One of the engineers has told the harbour board that the lock will not hold, prompting a long search, Town Hall and Union sources said Monday',
    ],
    [
      'names a speaker with the office, not with its town',
      '“We will close the bridge on Friday,” the mayor of Lima said.',
      'The mayor of Lima: “We will close the bridge”',
    ],
    [
      'names a future act given as an example, not the request for it',
      'The minister called for more, such as speeding up the repair of bridges and schools next year.',
      'Speeding up the repair of bridges and schools',
    ],
    [
      'has a colon for the verb of saying where the content would be torn otherwise',
      'Harbour authority spokesman Anton Reyes said in a lengthy interview with the evening paper of the old town on Monday that the growing traffic of lorries through the old quarter is “a question of bread and honour for us.”',
      'Harbour authority spokesman Anton Reyes: the growing traffic of lorries through the old quarter is “a question of bread and honour for us”',
    ],
    [
      'gives the main clause of a quotation that is too long',
      '“In the case of any further delay by the company that we and the council of the harbour district have not been told of in good time, we will close the bridge for good,” the mayor said on Monday.',
      'The mayor: “we will close the bridge for good”',
    ],
  ])('%s', (_, text, expected) => {
    expect(mentionsOf(text).map(({ title }) => title)).toContain(expected);
  });
});

describe('nothing is dated by', () => {
  test.each([
    ['a condition', 'If the river rises next week, the bridge will close.'],

    ['the day on which something falls due', 'The board declared a dividend payable June 7.'],
    ['a sentence that says only the date', 'The record date is June 9.'],
    ['a count of days', 'In Lima, today is the eighth day of the strike.'],
    ['a background', 'Tensions have risen in recent weeks. For years the two were friends.'],
    ['a comparison', 'Sales were higher than in 2018.'],
    ['an earlier amount', 'Profit fell to $9 million from $10 million a year earlier.'],
    [
      'the other amount of a comparison',
      'Sales were 8 million euros, compared with 7 million euros last year.',
    ],
  ])('%s', (_, text) => {
    expect(mentionsOf(text)).toEqual([]);
  });
});

test('a clause about "us" is left out where no speaker is named', () => {
  expect(mentionsOf('We are seeing a price of nine dollars today.')).toEqual([]);
});
