/** Gives `invaded`, `invading` and `invasion` the same stem, which need not be a word. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=\p{L}{3})s$/u, '');
  return word
    .replace(/(?:e?s|’s)$/u, '')
    .replace(/([^s])sion$/u, '$1d')
    .replace(/(?:ations?|ating|ated|ate|ments?|ings?|ions?|ed)$/u, '')
    .replace(/(\p{L}{3})e$/u, '$1')
    .replace(/([bdgklmnprt])\1$/u, '$1')
    .replace(/(\p{L}{2})y$/u, '$1i');
}
