import { expect, test } from 'vitest';
import { MOST_WORDS } from '../../../src/parsing/net.ts';
import { hangingWords } from '../../../src/parsing/tree/hanging-words.ts';
import { findGovernors } from '../../support/resolve-text.ts';

/** The words that a text's marked expression hangs on. */
function hangsOn(marked: string): string | null {
  const span = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
  const text = marked.replace(/[[\]]/g, '');
  const governor = findGovernors(text)(span);
  return governor === null ? null : hangingWords(governor, text);
}

test.each([
  ['In Oslo the minister resigned on [3 May].', '“resigned”, whose subject is “the minister”'],
  ['The bridge was closed on [Friday].', '“closed”, whose subject is “The bridge”'],
  ['She agreed to sign it in [May].', '“sign”, whose subject is “She”'],
  ['The ferry that sank in [May] was old.', '“sank”, whose subject is “The ferry”'],
  ['The mayor, aged 61, resigned on [Friday].', '“resigned”, whose subject is “The mayor”'],
  ['The mayor (61) left on [Monday].', '“left”, whose subject is “The mayor”'],
  ['The mayor called, and the bishop came on [Monday].', '“came”, whose subject is “the bishop”'],
  [
    'Norway, Sweden and Denmark signed the pact on [Monday].',
    '“signed”, whose subject is “Norway, Sweden and Denmark”',
  ],
  [
    'Neither the mayor nor the bishop came on [Monday].',
    '“came”, whose subject is “Neither the mayor nor the bishop”',
  ],
  [
    'The minister’s aide, who left on [Monday], wrote a book.',
    '“left”, whose subject is “The minister’s aide”',
  ],
])('%s hangs on %s', (text, words) => {
  expect(hangsOn(text)).toBe(words);
});

test.each([
  ['a predicate without a subject', 'Close the gate on [Monday]!', '“Close”'],
  ['a noun on the way', 'The talks on [3 May] failed.', '“talks”, under “failed”'],
  ['a noun without a verb', 'Talks in Geneva on [Monday]', '“Talks”'],
  [
    'an expression that is the predicate',
    'The deadline is [3 May].',
    'no other word, as it is said of “The deadline”',
  ],
  ['a line of dates', '[Monday], 3 May', 'no other word'],
])('%s', (_, text, words) => {
  expect(hangsOn(text)).toBe(words);
});

test('a list that is too long to be parsed has no words', () => {
  expect(hangsOn(`The mayor met ${'guests and '.repeat(MOST_WORDS)}friends on [Monday].`)).toBeNull();
});
