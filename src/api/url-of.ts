/** A path with its query, names in alphabetical order, so that one selection has one URL; a list repeats its name. */
export function urlOf(path: string, query: object): string {
  const pairs = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => [value].flat().map((single): [string, string] => [name, String(single)]));
  const search = new URLSearchParams(pairs).toString();
  return search === '' ? path : `${path}?${search}`;
}
