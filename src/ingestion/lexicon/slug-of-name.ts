const LONGEST_SLUG = 60;

/** What a name gives to the id of an actor that stands in no table: `Jürgen O’Neil` → `jurgen-o-neil`. */
export const slugOfName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, LONGEST_SLUG) || 'unnamed';
