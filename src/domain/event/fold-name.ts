/**
 * The form in which names are compared, as whole names: `Mr.  PUTIN` and `mr putin` are one, and so are `U.S.` and
 * `us`. Case, width, white space and full stops do not count; a curly apostrophe is a straight one.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/gu, ' ')
    .trim();
