import { describe, expect, test } from 'vitest';
import { extractEvents } from '../../../src/ingestion/extraction/extract-events.ts';
import { requireNames } from '../../../src/ingestion/lexicon/extend-names.ts';
import { namesOf, parseLexicon } from '../../../src/ingestion/lexicon/lexicon.ts';
import type { ActorEntry } from '../../../src/ingestion/lexicon/lexicon-schema.ts';
import { articleOf, LEXICON_FILES, language, lexicon, mentionsOf } from '../read-text.ts';

const actorsOf = (text: string, anchor?: string): readonly string[] =>
  mentionsOf(text, anchor).flatMap(({ actors }) => actors.map(({ id }) => id));

describe('one actor', () => {
  test.each([
    'Putin spoke on Monday.',
    'Mr. Putin spoke on Monday.',
    'Vladimir Putin spoke on Monday.',
    'President Vladimir Putin spoke on Monday.',
    'The Russian president spoke on Monday.',
    'The president of Russia, Vladimir Putin, spoke on Monday.',
    'Vladimir Putin left Sochi. He spoke on Monday.',
  ])('is %s', (text) => {
    expect(actorsOf(text)).toEqual(['act_vladimir-putin']);
  });

  test.each([
    ['2019-05-15', 'act_donald-trump'],
    ['2021-12-21', 'act_joe-biden'],
    ['2012-06-01', 'act_barack-obama'],
  ])('holds an office on the day of the article: %s', (day, id) => {
    expect(actorsOf('The US president resigned on Monday.', day)).toEqual([id]);
  });

  test('is found in no table but by the form of the name, with an id of its own', () => {
    expect(actorsOf('Élodie van der Berg resigned on Monday. Ms. Berg left on Tuesday.')).toEqual([
      'act_elodie-van-der-berg',
      'act_elodie-van-der-berg',
    ]);
  });

  test('is not the state whose name another name holds', () => {
    expect(actorsOf('The Moscow Times closed on Monday.')).toEqual([]);
    expect(actorsOf('Russian borders were closed on Monday.')).toEqual([]);
  });

  test('comes with the state that it acts for', () => {
    expect(actorsOf('The Pentagon sent two ships on Monday.')).toEqual(['act_pentagon', 'act_united-states']);
  });
});

describe('a table of names', () => {
  test('may be extended: a new entry is found like the others', () => {
    const union: ActorEntry = {
      id: 'dockers-union',
      name: 'Dockers’ Union',
      kind: 'ORGANIZATION',
      aliases: ['the dockers'],
    };
    const extended = parseLexicon(LEXICON_FILES, { actors: [union] });
    const article = articleOf('The dockers struck on Monday.');
    const { mentions } = extractEvents(article, { language, lexicon: extended, dateline: null });
    expect(mentions[0]?.actors).toEqual([{ id: 'act_dockers-union', name: 'Dockers’ Union', role: 'ACTOR' }]);
  });

  test('may add to a known entry by its id alone', () => {
    const extended = parseLexicon(LEXICON_FILES, {
      actors: [{ id: 'norway', aliases: ['the Fjord State'] }],
      places: [{ id: 'oslo', aliases: ['Tigerstaden'] }],
    });
    const article = articleOf('In Tigerstaden the Fjord State voted on Monday.');
    const { mentions } = extractEvents(article, { language, lexicon: extended, dateline: null });
    expect(mentions[0]?.actors.map(({ id }) => id)).toEqual(['act_norway']);
    expect(mentions[0]?.places.map(({ id }) => id)).toEqual(['plc_oslo']);
    const { actors } = namesOf(extended, mentions);
    expect(actors[0]?.aliases).toContain('Oslo');
    expect(actors[0]?.aliases).toContain('the Fjord State');
  });

  test.each([
    [
      'an actor that is neither known nor whole',
      { actors: [{ id: 'lodge', aliases: ['the lodge'] }] },
      'names: the actor "lodge" is not known, so that it needs a name and a kind',
    ],
    [
      'a side that is no actor',
      { actors: [{ id: 'lodge', name: 'Lodge', kind: 'ORGANIZATION', side: 'nowhere' }] },
      'names: the side "nowhere" of the actor "lodge" is no actor',
    ],
    [
      'a place that is neither known nor whole',
      { places: [{ id: 'atlantis', name: 'Atlantis' }] },
      'names: the place "atlantis" is not known, so that it needs a name, a kind, a latitude and a longitude',
    ],
    [
      'a misspelt field',
      { actors: [{ id: 'norway', alias: ['Norge'] }] },
      'own.json: /actors/0/alias is not a field of this file',
    ],
    ['no object', [], 'own.json: the whole must be object'],
  ])('is refused with %s', (_, content, message) => {
    expect(() => parseLexicon(LEXICON_FILES, requireNames(content, 'own.json'))).toThrow(message);
  });

  test.each([
    ['actors', { actors: [{ id: 'Not An Id', name: 'X', kind: 'STATE' }] }],
    ['places', { places: [{ id: 'x', name: 'X', kind: 'CITY', latitude: 91, longitude: 0 }] }],
    ['event-types', { patterns: [{ type: 'DANCE', pos: 'VERB', lemmas: ['dance'] }] }],
    ['subjects', { subjects: [{ id: 'courts', name: '', strong: [], weak: [] }] }],
  ])('of the wrong shape is refused, naming the file: %s', (name, change) => {
    const key = name === 'event-types' ? 'eventTypes' : name;
    const files = LEXICON_FILES as Record<string, object>;
    const broken = { ...LEXICON_FILES, [key]: { ...files[key], ...change } };
    expect(() => parseLexicon(broken)).toThrow(new RegExp(`^${name}:`, 'u'));
  });

  test('gives the names under which actors and places are found, each once', () => {
    const mentions = mentionsOf('France met Ukraine in Kyiv on Monday. France left Kyiv on Tuesday.');
    const { actors, places } = namesOf(lexicon, mentions);
    expect(actors.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['France', ['Paris']],
      ['Ukraine', ['Kyiv', 'Kiev']],
    ]);
    expect(places.map(({ name, aliases }) => [name, aliases])).toEqual([['Kyiv', ['Kiev']]]);
  });
});
