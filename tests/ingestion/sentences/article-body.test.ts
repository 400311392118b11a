import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/ingestion/sentences/article-body.ts';
import { mentionsOf } from '../read-text.ts';

const kindsOf = (text: string): readonly string[] =>
  readBody(text, { dateline: null, title: 'Harbor strike ends' }).map(({ kind }) => kind);

describe('a line', () => {
  test.each([
    ['HEADING', 'Harbor strike ends'],
    ['HEADING', '## What comes next'],
    ['BYLINE', 'By Ana Souza and Tom Weller'],
    ['BYLINE', '(Reporting by Ana Souza; editing by Tom Weller)'],
    ['LINK', 'LINK: https://example.org/a/1'],
    ['LINK', 'TAGS:'],
    ['LINK', 'Read more: the harbor strike explained'],
    ['COPYRIGHT', '© 2019 Example Press. All rights reserved.'],
    ['PUBLISHED', 'Last updated: 14 May 2019, 10:20'],
    ['PUBLISHED', 'This story was last updated at 6:10 a.m. CET.'],
    ['PUBLISHED', '06:10 CET'],
    ['NOTICE', 'Editor’s note: On Tuesday the text was shortened.'],
    ['NOTICE', 'Open Tuesday to Sunday, 10:00 to 18:00'],
    ['CREDIT', '— Ana Souza (@anasouza) May 3, 2019'],
    ['ROW', '3 May | Rovers | 2'],
    ['CAPTION', 'FILE - A ferry leaves the harbor on 2 June 2011.'],
    ['ARTICLE', 'Open talks about the harbor began on Monday.'],
    ['BUTTON', 'Remind me later.'],
    ['CREDIT', 'Photo: harbor authority'],
    [
      'APPEAL',
      'Our reporting is free. Please make a donation from just $3 and support us: every contribution helps.',
    ],
    ['ARTICLE', 'The harbor workers went back to work on Monday.'],
    ['ARTICLE', 'The president thanked “you who support us with every contribution” on Monday.'],
  ])('is %s: %s', (kind, line) => {
    expect(kindsOf(line)).toEqual([kind]);
  });

  test.each([
    [
      'a headline above running text',
      'Harbor workers end strike\n\nThe workers went back on Monday.',
      'HEADING',
    ],
    ['a sentence above running text', 'Harbor workers ended a strike.\nThey went back on Monday.', 'ARTICLE'],
    ['a line alone', 'Harbor workers end strike', 'ARTICLE'],
    ['the first row of a list', 'Harbor strike ends\nThe bridge opens\nThe mill burns', 'ARTICLE'],
  ])('of a text without a title may be %s', (_, text, kind) => {
    expect(readBody(text, { dateline: null, title: null })[0]?.kind).toBe(kind);
  });

  test('holds a caption and its credit', () => {
    expect(kindsOf('Workers leave the harbor on 13 May 2019. (Photo by A. Souza)')).toEqual([
      'CAPTION',
      'CREDIT',
    ]);
  });

  test('holds a quoted post and its signature', () => {
    expect(kindsOf('We open on Monday — Ana Souza (@anasouza) May 3, 2019')).toEqual(['ARTICLE', 'CREDIT']);
  });

  test('begins with the place from which an agency reports', () => {
    expect(kindsOf('VALETTA, Malta (AP) _ The harbor opened again Monday.')).toEqual(['DATELINE', 'ARTICLE']);
  });

  test.each([
    'Ordatal (Norland) (AFP) - The harbor opened again Monday.',
    'ORDATAL, Norland | The harbor opened again Monday.',
    'New Ordatal: The harbor of the northern town opened again on Monday, after a strike of two weeks.',
    'New Ordatal/Lumo: The harbor of the northern town opened again on Monday, after a strike of two weeks.',
    '[NEW ORDATAL] The harbor opened again Monday.',
  ])('begins with a place in other forms: %s', (line) => {
    expect(kindsOf(line)).toEqual(['DATELINE', 'ARTICLE']);
  });

  test('begins with a speaker', () => {
    const line =
      'Zora Hart: We opened the harbor of the northern town again on Monday, and the strike is over.';
    expect(kindsOf(line)).toEqual(['ARTICLE']);
  });

  test('comes with the reason for its kind', () => {
    expect(readBody('TAGS:', { dateline: null, title: null })[0]?.reason).toBe('a labelled link or tag line');
  });
});

describe('what is not the article', () => {
  const report = 'The harbor workers went back to work on Monday.\n'.repeat(3);

  test('after the start of an appeal near the end, nothing reports events', () => {
    const text = `${report}Dear readers,\nOn Friday the court named us a nuisance.\nOn Saturday we moved.`;
    expect(mentionsOf(text).map(({ timex }) => timex?.text)).toEqual(['Monday', 'Monday', 'Monday']);
  });

  test('an appeal in the middle does not hide the rest', () => {
    const text = `Sign up for our letter\n${report}`;
    expect(mentionsOf(text)).toHaveLength(3);
  });

  test('the dateline that gave the anchor dates nothing', () => {
    const passages = readBody('RIGA, May 14 (Agency) — The talks ended.', {
      dateline: { start: 0, end: 23 },
      title: null,
    });
    expect(passages.map(({ kind, start }) => [kind, start])).toEqual([
      ['DATELINE', 0],
      ['ARTICLE', 24],
    ]);
  });

  test('a line of any length may begin with the place of an agency report', () => {
    const text = `TROMSO, Norway (Agency)_ ${'The ferry sailed on. '.repeat(100)}`;
    const passages = readBody(text, { dateline: null, title: null });
    expect(passages.map(({ kind, start }) => [kind, start])).toEqual([
      ['DATELINE', 0],
      ['ARTICLE', 25],
    ]);
  });

  test('the place of an agency report may stand in a line of its own', () => {
    expect(kindsOf('TROMSO _\nThe ferry sailed on.')).toEqual(['DATELINE', 'ARTICLE', 'ARTICLE']);
  });
});
