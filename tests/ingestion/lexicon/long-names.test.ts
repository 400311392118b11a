import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

const actorsIn = (text: string) => mentionsOf(text).flatMap(({ actors }) => actors.map(({ name }) => name));

test.each([
  ['a company with a sign', 'Nordic Salt & Fish Co. closed a mine on Monday.', ['Nordic Salt & Fish Co.']],
  ['a bank of a country', 'The Bank of France lost a billion on Monday.', ['Bank of France']],
  [
    'a company that is named after a country',
    'Poland Steel Corp. closed a mine on Monday.',
    ['Poland Steel Corp.'],
  ],
  [
    'a university that is named after a city',
    'Kyiv University closed a library on Monday.',
    ['Kyiv University'],
  ],
  ['a country alone', 'France closed a mine on Monday.', ['France']],
  ['a company that begins with a word of a title', 'Home Loom closed a shop on Monday.', ['Home Loom']],
  ['a company with a general', 'General Looms Inc. closed a shop on Monday.', ['General Looms Inc.']],
  ['a person with the name of a country', 'Jordan Quist closed a shop on Monday.', ['Jordan Quist']],
  ['a part of a country', 'South Peru closed a mine on Monday.', ['South Peru']],
  [
    'a body of several fields',
    'The Salt and Fish Administration closed a mine on Monday.',
    ['Salt and Fish Administration'],
  ],
  ['a name with a hyphen', 'Quist-Hale Corp. closed a mine on Monday.', ['Quist-Hale Corp.']],
  ['a body of the people', 'The People’s Salt Party closed a mine on Monday.', ['People’s Salt Party']],
  ['a war named after a country', 'The Peru War ended on Monday.', []],
  ['a ship', 'HMS Peru sank on Monday.', []],
  ['a thing with a number', 'Quist Rover 7 landed on Monday.', []],
  [
    'a body of fields of work',
    'The Academy of Salt Arts and Sciences closed a hall on Monday.',
    ['Academy of Salt Arts and Sciences'],
  ],
  [
    'a body of a trade in a country',
    'The Kenya Union of Weavers closed a hall on Monday.',
    ['Kenya Union of Weavers'],
  ],
  [
    'a ministry of a part of a country',
    'The Ohio Department of Justice closed a jail on Monday.',
    ['Ohio Department of Justice'],
  ],
  [
    'the office of an officer',
    'The Quist County Sheriff’s Office closed a jail on Monday.',
    ['Quist County Sheriff’s Office'],
  ],
  ['a company with a small legal form', 'The port fined Hale Looms plc on Monday.', ['Hale Looms plc']],
  [
    'a company with a comma before its legal form',
    'Quist Looms, Inc. closed a mine on Monday.',
    ['Quist Looms, Inc.'],
  ],
  ['a company with a sign in a word', 'QH&T Corp. closed a mine on Monday.', ['QH&T Corp.']],
  ['the police of a town', 'Quistby police closed a road on Monday.', ['Quistby police']],
  ['the council of a known city', 'The Denver council closed a road on Monday.', ['Denver council']],
  ['a county', 'Quist County closed a road on Monday.', ['Quist County']],
  ['a body with a small word between hyphens', 'Tahrik-e-Salt closed a hall on Monday.', ['Tahrik-e-Salt']],
  ['a paper', 'The Quistby Gazette closed on Monday.', []],
  ['a work in quotation marks', 'Critics praised “The Salt Thief” on Monday.', []],
  [
    'a state with a trade before a title',
    'U.S. Trade Representative Mara Quist left on Monday.',
    ['Mara Quist'],
  ],
])('%s acts under its whole name', (_, text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

test.each([
  ['behind a description at the beginning', 'Striker Mara Quist left on Monday.', 'Mara Quist'],
  ['behind the field of a minister', 'Minister for Foreign Affairs Mara Quist left on Monday.', 'Mara Quist'],
  ['with a given name that is also a thing', 'Bill Quist left on Monday.', 'Bill Quist'],
  ['with a surname that is also a title', 'Sheriff Paul Bishop left on Monday.', 'Paul Bishop'],
  ['with initials without a space', 'A clerk, J.R. Quist, left on Monday.', 'J.R. Quist'],
  ['with small words inside', 'Mara ten Quist left on Monday.', 'Mara ten Quist'],
  [
    'with the family name alone that comes first',
    'Zhou Quistang sang. Zhou left on Monday.',
    'Zhou Quistang',
  ],
])('a person is found %s', (_, text, expected) => {
  const dated = mentionsOf(text).filter(({ timex }) => timex !== null);
  expect(dated.flatMap(({ actors }) => actors.map(({ name }) => name))).toEqual([expected]);
});

test.each([
  ['in a town that no table knows', 'A dam collapsed on Monday in Quistby.', ['Quistby']],
  ['in a town and its country', 'A dam collapsed on Monday in Quistby, Peru.', ['Quistby', 'Peru']],
  ['at about an hour', 'A dam collapsed at about 5 p.m. Monday in Quist County.', ['Quist County']],
  ['in a city that stands behind its kind', 'A dam collapsed on Monday in the port city Odesa.', ['Odesa']],
  ['a city that somebody leaves', 'Mara Quist fled Lima on Monday.', ['Lima']],
  ['no stock that somebody holds', 'The fund sold its shares in Quistel on Monday.', []],
  ['no half of two counties', 'A dam collapsed on Monday in Quist and Hale counties.', []],
  ['no home of a company', 'The Denver-based bank sold a ship on Monday.', []],
])('the places of an account: %s', (_, text, expected) => {
  expect(mentionsOf(text).flatMap(({ places }) => places.map(({ name }) => name))).toEqual(expected);
});

test('a company is later called by the first word of its name', () => {
  const later = mentionsOf('Quistel Looms Corp. closed a shop in 2018. Quistel sold a ship on Monday.').at(
    -1,
  );
  expect(later?.actors.map(({ id }) => id)).toEqual(['act_quistel-looms-corp']);
});
