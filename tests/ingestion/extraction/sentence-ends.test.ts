import { expect, test } from 'vitest';
import { mentionsOf } from '../read-text.ts';

/** The title of a long sentence that begins with a pronoun, which makes its own words the title. */
const cutOf = (rest: string) => {
  const text = `It closed on Monday the old mine in the north of the valley of the river, and the board of the three towns ${rest}`;
  return mentionsOf(text)
    .map(({ title }) => title)[0]
    ?.replace(/^.* three towns ?/u, '');
};

test.each([
  [
    'before an aside, not within it',
    'sent for the crews of two ships -- the older men of the harbour and the younger men of the yard and of the docks.',
    'sent for the crews of two ships…',
  ],
  [
    'before a relative clause, not within it',
    'thanked the crews of two ships, which an old captain of the harbour had brought to the valley and to the feast.',
    'thanked the crews of two ships…',
  ],
  [
    'before a circumstance, not within it',
    'based its choice on the view of the miners after it had heard them out in a long night in the hall of the mayor.',
    'based its choice on the view of the miners after it had heard them out in a long night…',
  ],
])('the sentence as a title is cut %s: %s', (_, rest, expected) => {
  expect(cutOf(rest)).toBe(expected);
});
