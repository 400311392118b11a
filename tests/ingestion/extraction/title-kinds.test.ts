import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The title of the mention with this time expression, in a text of 15 May 2019. */
const titleOf = (text: string, time: string) => {
  const mention = mentionsOf(text).find(({ timex }) => timex?.text === time);
  return [mention?.titleKind, mention?.title];
};

test.each([
  [
    'The driver is among three men arrested in Leeds on Monday for the theft.',
    'Monday',
    ['EDITED', 'Three men were arrested in Leeds for the theft'],
  ],
  [
    'The council paid for a ferry sold by the yard in 2017, and it regrets that now.',
    '2017',
    ['EDITED', 'A ferry was sold by the yard'],
  ],
  [
    'Latvia and Norway, who were invited to join the fund in May 2017, hope to sign soon.',
    'May 2017',
    ['CLAUSE', 'Latvia and Norway were invited to join the fund'],
  ],
  [
    'A reward is offered for news of Zora Hart, who was seen near the pier on Monday.',
    'Monday',
    ['CLAUSE', 'Zora Hart was seen near the pier'],
  ],
])('an act that describes a noun has a title of its own: %s', (text, time, expected) => {
  expect(titleOf(text, time)).toEqual(expected);
});

test.each([
  [
    'how a thing is',
    'The clerks fear costs associated with the move of the yard in May 2017.',
    'May 2017',
    ['CLAUSE', 'Costs associated with the move of the yard in May 2017'],
  ],
  [
    'what was published',
    'The mayor said in a letter published on Monday that the bridge is safe.',
    'Monday',
    ['SENTENCE', 'The mayor said in a letter published on Monday that the bridge is safe'],
  ],
  [
    'a plan',
    'The strike may end at talks planned for Friday.',
    'Friday',
    ['CLAUSE', 'Talks planned for Friday'],
  ],
])('%s is no act of its own: %s', (_, text, time, expected) => {
  expect(titleOf(text, time)).toEqual(expected);
});

test('a time inside the phrase of a deed that is tried dates the deed', () => {
  const text = 'A jury convicted a man charged in an April 2017 shooting at a bank in Leeds.';
  expect(titleOf(text, 'April 2017')).toEqual(['CLAUSE', 'Shooting at a bank in Leeds']);
});

test('a name that says who is meant belongs to a noun as a title', () => {
  const text = 'The police doubt that he was involved in the March 3 killing of the doctor, Zora Hart.';
  expect(titleOf(text, 'March 3')).toEqual(['EDITED', 'The killing of the doctor, Zora Hart, took place']);
});

test('nouns listed with the last words of a title stay in it', () => {
  const text = 'The mayor on Monday condemned attacks on ships in Latvia and Norway and vowed to help.';
  expect(titleOf(text, 'Monday')).toEqual([
    'CLAUSE',
    'The mayor condemned attacks on ships in Latvia and Norway',
  ]);
});

test('a word that measures a number stays before it', () => {
  expect(titleOf('Nearly 200 workers marched through Leeds on Monday.', 'Monday')).toEqual([
    'CLAUSE',
    'Nearly 200 workers marched through Leeds',
  ]);
});

test('“alone” goes with its time', () => {
  expect(titleOf('The bank lost 60 million dollars last week alone.', 'last week')).toEqual([
    'CLAUSE',
    'The bank lost 60 million dollars',
  ]);
});

test.each([
  [
    'A jury found him guilty of robbing two banks in Leeds in May 2017.',
    'May 2017',
    'Two banks in Leeds were robbed',
  ],
  [
    'The film was shown at the trial of two men charged with killing Zora Hart, 34, on Oct. 21, 2017.',
    'Oct. 21, 2017',
    'Zora Hart was killed',
  ],
  ['A court sentenced the mayor of Leeds to a year for taking bribes in 2017.', '2017', 'Bribes were taken'],
])('a deed that a gerund names is titled from its object: %s', (text, time, title) => {
  expect(titleOf(text, time)).toEqual(['EDITED', title]);
});

test('a length of time before a passing time stays in a sentence as a title', () => {
  const text =
    'He was arrested on 3 October 2016, after a search of eighteen months, and two days later he resigned.';
  expect(titleOf(text, 'two days later')).toEqual([
    'EDITED',
    'He was arrested on 3 October 2016, after a search of eighteen months, and on 5 October 2016 he resigned',
  ]);
});

test.each([
  [
    'a quotation of what is doubted',
    '“I do not think we can reopen the mine this year,” the mayor said.',
    'this year',
  ],
  [
    'a pronoun as the speaker',
    'Tired of waiting, the miners are leaving for Norway, he said on Monday.',
    'Monday',
  ],
  [
    'a subject described before its verb',
    'A climber, described as “lacking skill” on Monday, falls from the cliff.',
    'Monday',
  ],
])('%s makes no title of a clause: %s', (_, text, time) => {
  expect(titleOf(text, time)[0]).toBe('SENTENCE');
});

test.each([
  'Profit grew 19 % from a year ago.',
  'Prices were higher than a year ago.',
  'Output of the yard fell from 2017 on the strength of the crown.',
])('the base of a comparison dates nothing: %s', (text) => {
  expect(mentionsOf(text).filter(({ timex }) => timex !== null)).toEqual([]);
});

test('a subject that was told something did not say it', () => {
  const text = 'Earlier yesterday the clerks were told that the yard bought a ferry.';
  expect(titleOf(text, 'Earlier yesterday')).toEqual([
    'CLAUSE',
    'The clerks were told that the yard bought a ferry',
  ]);
});

test('a long sentence does not begin at the source between its commas', () => {
  const text =
    'These units of the northern district, the ministry in Oslo said in a statement, were leaving the towns of Narvik, Tromso and Bodo in the north, the last of which was flooded by the river in the spring of 2014 and again later.';
  const [kind, title] = titleOf(text, 'the spring of 2014');
  expect([kind, title?.slice(0, 37)]).toEqual(['SENTENCE', 'These units of the northern district,']);
});

test('an object that the parser takes for the subject of the next clause stays in a title', () => {
  const text =
    "The U.S. and the European Union have warned Russia again and again that military action of any kind in Ukraine would bring sanctions much harsher than the ones imposed in 2014, when Moscow annexed Ukraine's Crimean peninsula and fighting broke out in eastern Ukraine between the forces of Kiev and separatists who side with Russia.";
  expect(mentionsOf(text, '2021-12-21').map(({ title }) => title)).toContain(
    "Moscow annexed Ukraine's Crimean peninsula",
  );
});

test.each([
  [
    'a range that is no range',
    'The clerk was jailed on Monday to two years in Leeds.',
    'Monday',
    ['CLAUSE', 'The clerk was jailed to two years in Leeds'],
  ],
  [
    'words that describe it',
    'The yard sold two ships in a very busy May 2017.',
    'May 2017',
    ['CLAUSE', 'The yard sold two ships'],
  ],
  [
    'the words that lead to it',
    'Zora Hart is appointed head of the yard with effect from 1 July 2019.',
    '1 July 2019',
    ['CLAUSE', 'Zora Hart is appointed head of the yard'],
  ],
  [
    'the period that it names',
    'Profit of the yard for the July-September period rose by a third.',
    'July',
    ['CLAUSE', 'Profit of the yard rose by a third'],
  ],
  [
    'an adverb before its preposition',
    'The roof caught fire shortly after 2 p.m. on Monday near the pier.',
    '2 p.m. on Monday',
    ['CLAUSE', 'The roof caught fire near the pier'],
  ],
  [
    'a comma that it leaves before a preposition',
    'Zora Hart left on June 3, at the end of her term.',
    'June 3',
    ['CLAUSE', 'Zora Hart left at the end of her term'],
  ],
])('a time is left out of a title with %s: %s', (_, text, time, expected) => {
  expect(titleOf(text, time)).toEqual(expected);
});

test.each([
  [
    'The law on ferries goes into effect on 1 July 2019.',
    '1 July 2019',
    'The law on ferries goes into effect',
  ],
  ['A van hit a bus head-on Monday night in Leeds.', 'Monday night', 'A van hit a bus head-on in Leeds'],
])('words of the verb before a time stay in a title: %s', (text, time, title) => {
  expect(titleOf(text, time)).toEqual(['CLAUSE', title]);
});

test('what stands in parentheses is left out whole', () => {
  const text = 'The storm brought six inches (15 cm) of rain to Leeds on Monday.';
  expect(titleOf(text, 'Monday')).toEqual(['CLAUSE', 'The storm brought six inches of rain to Leeds']);
});

test('another time that describes the subject stays with it', () => {
  const text = 'The spring 2017 term in Leeds ended on Monday.';
  expect(titleOf(text, 'Monday')).toEqual(['CLAUSE', 'The spring 2017 term in Leeds ended']);
});

test.each([
  ['all that a verb says', 'The stay of the envoys will last until 10 June.', '10 June'],
  [
    'what a number counts',
    'The storm was among more than two dozen that have hit Leeds since Monday.',
    'Monday',
  ],
  ['a shared object', 'The rebels on Monday ambushed and killed the mayor of Leeds.', 'Monday'],
])('a title that would lose or mistake %s is the sentence: %s', (_, text, time) => {
  expect(titleOf(text, time)).toEqual(['SENTENCE', text.slice(0, -1)]);
});

test('what somebody hopes or says would come is told with the one who says it', () => {
  expect(titleOf('The yard forecast that sales would rise by a third in June.', 'June')).toEqual([
    'CLAUSE',
    'The yard forecast that sales would rise by a third',
  ]);
  expect(titleOf('The mayor hopes the bridge will open in June.', 'June')).toEqual([
    'CLAUSE',
    'The mayor hopes the bridge will open',
  ]);
});

test('the name between commas that says who is meant stays after a description', () => {
  expect(titleOf('The head of the harbour board, Zora Hart, resigned on Monday.', 'Monday')).toEqual([
    'CLAUSE',
    'The head of the harbour board, Zora Hart, resigned',
  ]);
});

test('a pronoun stands for the only subject before it in its sentence', () => {
  expect(titleOf('The bus was on its way to Leeds when it fell from a bridge on Monday.', 'Monday')).toEqual([
    'CLAUSE',
    'The bus fell from a bridge',
  ]);
});

test('“it was” with a noun stands for nobody', () => {
  const text = 'Norway met Sweden in Oslo. It was a sad day for the captain on Monday.';
  expect(titleOf(text, 'Monday')).toEqual(['SENTENCE', 'It was a sad day for the captain on Monday']);
});

test('a passive that two verbs share keeps its auxiliary', () => {
  expect(titleOf('Zora Hart was shot and killed on Monday by two men in Leeds.', 'Monday')).toEqual([
    'CLAUSE',
    'Zora Hart was killed by two men in Leeds',
  ]);
});

test('a clause that says which thing is meant is not cut off', () => {
  const text =
    'The court on Monday freed the sailors of the three ships that had brought grain to the northern towns.';
  expect(titleOf(text, 'Monday')).toEqual([
    'CLAUSE',
    'The court freed the sailors of the three ships that had brought grain to the northern towns',
  ]);
});

test('a title of the sentence leaves out a time that means something on one day alone', () => {
  expect(titleOf('The group had planned to meet in Leeds next week.', 'next week')).toEqual([
    'SENTENCE',
    'The group had planned to meet in Leeds',
  ]);
});

test('a hearing that is set for a day keeps it in its title', () => {
  const text = 'The hearing was set for May 20.';
  expect(titleOf(text, 'May 20')).toEqual(['SENTENCE', 'The hearing was set for May 20']);
});

test.each([
  [
    'one of two nouns',
    'The rule of the council, which ended in 2017, was mild.',
    '2017',
    'The rule of the council, which ended in 2017',
  ],
  [
    'the noun before its time',
    'The protests of mid-May ended with nine arrests.',
    'mid-May',
    'The protests of mid-May',
  ],
])(
  'the whole phrase of a dated noun tells its act where a clause would mistake %s: %s',
  (_, text, time, title) => {
    expect(titleOf(text, time)).toEqual(['CLAUSE', title]);
  },
);

test('a noun whose clause has a subject of its own, and a time that passes, gives way to the sentence with the date', () => {
  const text = 'The miners downed tools in anger over the cuts that the owner announced last week.';
  expect(titleOf(text, 'last week')).toEqual([
    'EDITED',
    'The miners downed tools in anger over the cuts that the owner announced in the week of 6 May 2019',
  ]);
});

test.each([
  ['one of several', 'Hart won one of the closest elections', ' last week.'],
  ['a member of a list', 'Hart spoke of fraud and a trial', ' last week.'],
])('a noun that is %s gets no verb: %s', (_, title, time) => {
  expect(titleOf(`${title}${time}`, 'last week')).toEqual(['CLAUSE', title]);
});

test('a short clause about a noun keeps its time', () => {
  const text = 'The police charged a man after a robbery that happened on Monday.';
  expect(titleOf(text, 'Monday')).toEqual(['CLAUSE', 'A robbery happened on Monday']);
});

test('a dated noun with its time has its verb where the noun shows one', () => {
  const text = 'Anger over the May 13 vote could spill over into Norway.';
  expect(titleOf(text, 'May 13')).toEqual(['EDITED', 'The May 13 vote was held']);
});

test.each([
  ['since then', 'He has won nine races since he lost to Hart last May.', 'last May'],
  ['the end of which it tells', 'She was pleased with the end of his strike, in May 2017.', 'May 2017'],
  ['a verdict on the deed', 'Hart was found guilty of driving under the influence in May 2017.', 'May 2017'],
])('an account whose title could only tell another act is none: %s', (_, text, time) => {
  expect(titleOf(text, time)).toEqual([undefined, undefined]);
});

test('a clause of time may stand in the title of a sentence that tells what happened then', () => {
  const text = 'When her aunt came home on Friday, she found that the horses were gone.';
  expect(titleOf(text, 'Friday')[0]).toBe('SENTENCE');
});
