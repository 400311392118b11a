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
    'the day to which something is put off is not that of putting it off',
    'It rained. The case was adjourned to 20 May.',
    [],
  ],
  [
    'a list of days up to which something is put off is not that of putting it off',
    'It rained. The case was adjourned until May 20, 21 and 22 for hearing, the clerk said.',
    [],
  ],
  [
    'what is put off to a day for an aim is the aim',
    'It rained. Judge Zora Hart adjourned the case until 20 May for the continuation of the trial.',
    ['continuation 2019-05-20 PLANNED'],
  ],
  [
    'days that are fixed are those of what they are fixed for',
    'It rained. The court fixed May 20 and May 21 for the continuation of the trial.',
    ['continuation 2019-05-20/2019-05-21 PLANNED'],
  ],
  [
    'a day that was fixed is ahead, though last year’s is nearer',
    'It rained. The court fixed 3 December for the continuation of the trial.',
    ['continuation 2019-12-03 PLANNED'],
  ],
  [
    'days that are fixed for something that a title could not tell give none',
    'It rained. The court fixed May 20 as the new date for hearing the case.',
    [],
  ],
  [
    'a talk that is set for a day is on that day',
    'It rained. The hearing was set for 20 May.',
    ['set 2019-05-20 PLANNED'],
  ],
  [
    'a clock time of another zone has the day behind it',
    'It rained. The crews answered a call at 3:26 p.m. local time Sunday.',
    ['answer 2019-05-12 ASSERTED'],
  ],
  [
    'the minutes of a match that are left are no time of day',
    'It rained. Hart scored with 11:07 remaining.',
    [],
  ],
  [
    'a year behind a common noun is part of its name',
    'It rained. The clinic named the illness fever disease 2018.',
    [],
  ],
  [
    'a source at the end that the parser takes for a noun reports the act',
    'It rained. The clerks stole a ferry on Monday, NAN reports.',
    ['steal 2019-05-13 REPORTED'],
  ],
  [
    'a source at the end that the parser takes for a further act reports the act',
    'It rained. The court on Monday refused to hear the plea of the yard, Hart and Orr reported.',
    ['refuse 2019-05-13 REPORTED'],
  ],
  [
    'papers according to which something was done report it',
    'It rained. A clerk called the police on Monday, according to charging documents.',
    ['call 2019-05-13 REPORTED'],
  ],
  [
    'a suggestion is made, though what it says is possible',
    'It rained. The Bank of Norway suggested it could cut rates earlier this week.',
    ['cut 2019-05-13/2019-05-14 ASSERTED'],
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

test('the days of the members of a group are not those of what befell all of them', () => {
  const text =
    'The two older plans of the harbour, the first of 3 May and the second of 6 May, were rejected by some clerks of the town.';
  expect(dated(text).filter((each) => each.startsWith('reject 2019-05-0'))).toEqual([]);
});
