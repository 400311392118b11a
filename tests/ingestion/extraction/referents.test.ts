import { describe, expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The kind and title of the last mention of a text of 15 May 2019. */
const lastTitle = (text: string, title: string | null = null) => {
  const mention = mentionsOf(text, '2019-05-15', { title }).at(-1);
  return [mention?.titleKind, mention?.title];
};

describe('a pronoun', () => {
  test('that owns the subject becomes the name of the only person before', () => {
    const text = 'Anna Hart was convicted of fraud on Monday. Her lawyer, Karl Weber, appealed on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', "Anna Hart's lawyer, Karl Weber, appealed on Tuesday"]);
  });

  test('that is an object becomes the name', () => {
    const text = 'Anna Hart was convicted of fraud on Monday. The yard dismissed her on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'The yard dismissed Anna Hart on Tuesday']);
  });

  test('stays where two people are candidates', () => {
    const text =
      'Anna Hart and Ada Novak were convicted of fraud on Monday. Her lawyer, Karl Weber, appealed on Tuesday.';
    expect(lastTitle(text)).toEqual(['SENTENCE', 'Her lawyer, Karl Weber, appealed on Tuesday']);
  });

  test('stays where its own sentence has a candidate', () => {
    const text = 'Anna Hart was convicted of fraud on Monday. The lawyer sold her house on Tuesday.';
    expect(lastTitle(text)).toEqual(['CLAUSE', 'The lawyer sold her house']);
  });

  test('before the subject of its sentence stays, since it may mean that subject', () => {
    const text =
      'Karl Weber was convicted of fraud on Monday. When his ship sank, the owner sued the yard on Tuesday.';
    expect(lastTitle(text)[1]).not.toContain('Weber');
  });

  test('in a quotation is not changed', () => {
    const text = 'Karl Weber was convicted of fraud on Monday. “We trust him,” a clerk said on Tuesday.';
    expect(lastTitle(text)[1]).not.toContain('Weber');
  });
});

describe('a definite noun', () => {
  test('brings the names of the only fuller phrase', () => {
    const text =
      'The board approved a merger of Alba Foods and Borea Foods on Monday. The merger was completed on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'The merger of Alba Foods and Borea Foods was completed']);
  });

  test('becomes the stranger that the article speaks of', () => {
    const text =
      'A 34-year-old woman was hurt in a crash on Monday. The woman was taken to a hospital in Leeds on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'A 34-year-old woman was taken to a hospital in Leeds']);
  });

  test('that is an age has the noun of that age', () => {
    const text =
      'A 34-year-old woman was hurt in a crash on Monday. The 34-year-old was taken to a hospital in Leeds on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'A 34-year-old woman was taken to a hospital in Leeds']);
  });

  test('is any stranger where the article speaks of two', () => {
    const text =
      'A 34-year-old man was hurt by another man on Monday. The man was taken to a hospital in Leeds on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'A man was taken to a hospital in Leeds']);
  });

  test('stays where two fuller phrases fit', () => {
    const text =
      'The board approved a merger of Alba Foods and Borea Foods, and a merger of Cora Foods and Dale Foods, on Monday. ' +
      'The merger was completed on Tuesday.';
    expect(lastTitle(text)).toEqual(['CLAUSE', 'The merger was completed']);
  });

  test('stays where the article also speaks of another', () => {
    const text =
      'The board approved a merger of Alba Foods and Borea Foods on Monday. It fears another merger. ' +
      'The merger was completed on Tuesday.';
    expect(lastTitle(text)).toEqual(['CLAUSE', 'The merger was completed']);
  });

  test('that its own phrase explains stays', () => {
    const text =
      'The board approved a merger of Alba Foods and Borea Foods on Monday. The merger of two mills was completed on Tuesday.';
    expect(lastTitle(text)).toEqual(['CLAUSE', 'The merger of two mills was completed']);
  });

  test('stays where other words describe another', () => {
    const text =
      'A 34-year-old woman was hurt in a crash on Monday, and the 20-year-old woman beside her fled. ' +
      'The clerks found the woman on Tuesday.';
    expect(lastTitle(text)[1]).toBe('The clerks found the woman');
  });

  test('in the plural stays behind the verb', () => {
    const text = 'Two Alba clerks wrote a law on Monday. The law was passed by the clerks on Tuesday.';
    expect(lastTitle(text)[1]).toBe('The law was passed by the clerks');
  });

  test('that owns another does not bring a phrase with names behind it', () => {
    const text =
      "The board approved a merger of Alba Foods and Borea Foods on Monday. The merger's terms were read on Tuesday.";
    expect(lastTitle(text)[1]).toBe("The merger's terms were read");
  });

  test('finds its phrase in a sentence without a date', () => {
    const text =
      'The yard was closed on Monday. It was sold after the trial of Zora Hart. The trial ended in Leeds on Tuesday.';
    expect(lastTitle(text)).toEqual(['EDITED', 'The trial of Zora Hart ended in Leeds']);
  });
});

describe('the headline', () => {
  const FIRST = 'Two guards were hurt at the pier in Leeds on Monday.';

  test('stands behind a title whose subject stays unknown', () => {
    expect(lastTitle(`${FIRST} The incident began on Tuesday.`, 'Two guards hurt at Leeds pier')).toEqual([
      'EDITED',
      'The incident began on Tuesday (“Two guards hurt at Leeds pier”)',
    ]);
  });

  test.each([
    ['asks', 'Who hurt two guards at Leeds pier?'],
    ['says what kind of text follows', 'Live updates: two guards hurt at Leeds pier'],
    ['tells of something else', 'Novak wins the chess title in Riga'],
    ['has a word of its own day', 'Two guards hurt at Leeds pier today'],
  ])('is left out where it %s', (_, headline) => {
    const [kind] = lastTitle(`${FIRST} The incident began on Tuesday.`, headline);
    expect(kind).toBe('SENTENCE');
  });

  test('is left out beside an event of another year', () => {
    const [, title] = lastTitle(`${FIRST} The pier was built in 1911.`, 'Two guards hurt at Leeds pier');
    expect(title).not.toContain('“');
  });

  test('is left out where the article has introduced two', () => {
    const text =
      'A fire hit a mill in Leeds on Monday. Another fire hit a pier in Hull. The fire was put out on Tuesday.';
    expect(lastTitle(text, 'Fire hits mill in Leeds')[1]).toBe('The fire was put out');
  });

  test('about a man is left out for a woman', () => {
    const text = 'Two cars were hit in Leeds on Monday. Her name was read to the clerks in Leeds on Tuesday.';
    expect(lastTitle(text, 'Man hits two cars in Leeds')[1]).not.toContain('“');
    expect(lastTitle(text, 'Woman hits two cars in Leeds')[1]).toContain('(“Woman hits two cars in Leeds”)');
  });

  test('stands behind a title whose object the article has told of', () => {
    const text = `${FIRST} A clerk saw the attack. Ada Novak condemned the attack on Tuesday.`;
    expect(lastTitle(text, 'Two guards hurt at Leeds pier')).toEqual([
      'EDITED',
      'Ada Novak condemned the attack (“Two guards hurt at Leeds pier”)',
    ]);
  });

  test.each([
    ['a shell noun', 'Ada Novak discussed the matter on Tuesday.'],
    ['a noun that is pointed at', 'Ada Novak condemned such a crime on Tuesday.'],
    ['the same noun', 'Ada Novak used the same door on Tuesday.'],
  ])('stands behind a title with %s', (_, sentence) => {
    const [kind, title] = lastTitle(`${FIRST} ${sentence}`, 'Two guards hurt at Leeds pier');
    expect([kind, title?.endsWith('(“Two guards hurt at Leeds pier”)')]).toEqual(['EDITED', true]);
  });

  test.each([
    ['a noun of which the article has not told', 'Ada Novak opened the door on Tuesday.'],
    ['a noun that is the only one of its kind', 'Ada Novak crossed the longest pier on Tuesday.'],
    ['a noun that everybody knows', 'Ada Novak thanked the police on Tuesday.'],
    ['a noun that the title explains', 'Ada Novak visited the pier in Hull on Tuesday.'],
  ])('is left out behind a title with %s', (_, sentence) => {
    const text = `${FIRST} The police closed the pier. ${sentence}`;
    expect(lastTitle(text, 'Two guards hurt at Leeds pier')[1]).not.toContain('“');
  });

  test('stands beside an act of another year where the sentence has words of it', () => {
    const text = `${FIRST} The Leeds guards had rejected the offer in 2015.`;
    expect(lastTitle(text, 'Two guards hurt at Leeds pier')[1]).toContain(
      '(“Two guards hurt at Leeds pier”)',
    );
  });

  test('is left out where the title tells the same news', () => {
    const text =
      'Two yards talked on Monday. The merger of two old yards will create a large fleet of ferries, the companies said on Tuesday.';
    expect(lastTitle(text, 'Merger of two yards creates large fleet of ferries')).toEqual([
      'CLAUSE',
      'The companies: the merger of two old yards will create a large fleet of ferries',
    ]);
  });
});
