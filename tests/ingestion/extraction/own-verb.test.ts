import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The acts of a text with their dates, read on Wednesday 15 May 2019. */
const dated = (text: string): readonly string[] =>
  mentionsOf(text).map(({ act, date, modality }) => `${act?.word} ${date?.edtf} ${modality}`);

test.each([
  [
    'the second time of a verb is that of the happening before it',
    'Zora Hart was jailed on Monday for a robbery in 2016.',
    ['jail 2019-05-13 ASSERTED', 'robbery 2016 ASSERTED'],
  ],
  [
    'two times without a happening between them are both those of the verb',
    'They won the shield in 1982 and again in 1990.',
    ['win 1982 ASSERTED', 'win 1990 ASSERTED'],
  ],
  [
    'a past participle behind its noun has a time of its own',
    'The brewery, founded by two sisters in 1952, employs 90 people.',
    ['found 1952 ASSERTED'],
  ],
  [
    'a past participle in front has a time of its own',
    'Rescued on 2 May by fishermen off the coast, Hart has become a painter.',
    ['rescue 2019-05-02 ASSERTED'],
  ],
  [
    'an occasion gives its time to what is done on it',
    'At a meeting held on Friday, the council approved the bridge.',
    ['approve 2019-05-10 ASSERTED'],
  ],
  [
    'a time between commas goes on with the clause after a fronted one',
    'While crews fought a fire on the pier, on Monday, a tram hit a van.',
    ['hit 2019-05-13 ASSERTED'],
  ],
  [
    'a time between commas before a verb of saying is that of what is said',
    'A flood struck the lower town, far from the river, on Monday, the mayor said.',
    ['strike 2019-05-13 REPORTED'],
  ],
  ['the day of a source is not that of the act', 'It sold two mills, according to a filing on Monday.', []],
  [
    'the day up to which something is put off is not that of putting it off',
    'It rained. The hearing was adjourned until Friday.',
    [],
  ],
  [
    'a noun that limits an act takes the time behind it',
    'It rained. The inn was full until the general strike in May 2001.',
    ['strike 2001-05 ASSERTED'],
  ],
  [
    'a year without a preposition is part of a name',
    'It rained. The winner of the Hart Prize 2018 will sing.',
    [],
  ],
  [
    'a period in front of what is reported is the period of the figures',
    'It rained. The mill reported third quarter earnings of $9 million, a gain of 4% from last year.',
    [],
  ],
  [
    'a budget or an outlook for a period is not drawn up in it',
    'It rained. The mill kept its outlook for 2020.',
    [],
  ],
])('%s', (_, text, expected) => {
  expect(dated(text)).toEqual(expected);
});

test('what has lasted or summed up since a time is no event', () => {
  expect(dated('It rained. Hart has led the museum since March.')).toEqual([]);
  expect(dated('It rained. The council has closed 40 schools since 2003.')).toEqual([]);
  expect(dated('It rained. The mill has cut 40 jobs since March.')).toEqual(['cut 2019-03/.. ASSERTED']);
});

test('a clause that explains the time after “since” happened at that time', () => {
  expect(dated('It rained. Fares have risen since March, when the mill closed.')).toContain(
    'close 2019-03 ASSERTED',
  );
});

test('a source at the end of a sentence reports all of it', () => {
  expect(dated('The mayor left on Monday, leaving behind a hat and a coat, according to Zora Hart.')).toEqual(
    ['leave 2019-05-13 REPORTED'],
  );
});

test('what is denied is unreal', () => {
  expect(dated('Hart denied on Monday that she had sold the boat in March.')).toEqual([
    'deny 2019-05-13 ASSERTED',
    'sell 2019-03 UNREAL',
  ]);
});
