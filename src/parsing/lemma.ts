/** Base forms and irregular forms that the rules for regular forms need. Lists are words between spaces. */
export interface LemmaTable {
  /** Base forms. They decide between `hop` and `hope` for `hoping`. */
  readonly bases: string;
  /** By group of tags, a form and its lemma in turn: `went go said say`. */
  readonly irregular: Readonly<Record<string, string>>;
}

/** Gives a word's base form in lower case: `annexed` with the tag VBD → `annex`. Tags are those of the Penn Treebank. */
export type LemmaOf = (form: string, tag: string) => string;

/** Tags whose forms have the same lemmas: `made` is VBD and VBN. */
const GROUPS: Readonly<Record<string, string>> = {
  VBN: 'VBD',
  VBP: 'VB',
  NNPS: 'NNS',
  NNP: 'NN',
  RBR: 'JJR',
  RBS: 'JJS',
};

export const groupOfTag = (tag: string): string => GROUPS[tag] ?? tag;

export function createLemmaOf({ bases, irregular }: LemmaTable): LemmaOf {
  const known = new Set(bases.split(' '));
  const lemmas = new Map(Object.entries(irregular).map(([group, list]) => [group, pairsOf(list)]));
  return (form, tag) => {
    const lower = form.toLowerCase().replaceAll('’', "'");
    const group = groupOfTag(tag);
    const listed = lemmas.get(group);
    return (
      listed?.get(lower) ??
      (group === 'VBD' ? prefixedLemma(lower, listed) : null) ??
      regularLemma(lower, group, known)
    );
  };
}

function pairsOf(list: string): ReadonlyMap<string, string> {
  const words = list.split(' ');
  return new Map(words.flatMap((form, index) => (index % 2 === 0 ? [[form, words[index + 1] ?? form]] : [])));
}

const PREFIX = /^(?:under|over|out|up|with|fore|mis|re|un)(?=\p{L}{3})/u;

/** `underwent` → `undergo`, from `went`. */
function prefixedLemma(form: string, listed: ReadonlyMap<string, string> | undefined): string | null {
  const prefix = PREFIX.exec(form)?.[0];
  const lemma = prefix === undefined ? undefined : listed?.get(form.slice(prefix.length));
  return lemma === undefined ? null : `${prefix}${lemma}`;
}

function regularLemma(form: string, group: string, known: ReadonlySet<string>): string {
  switch (group) {
    case 'NNS':
    case 'VBZ':
      return withoutS(form);
    case 'VBD':
      return withoutEnding(form, 'ed', known);
    case 'VBG':
      return withoutEnding(form, 'ing', known);
    case 'JJR':
      return withoutEnding(form, 'er', known);
    case 'JJS':
      return withoutEnding(form, 'est', known);
    default:
      return form;
  }
}

/** `cities` → `city`, `passes` → `pass`, `men` → `man`. */
function withoutS(form: string): string {
  if (/.[^aeiou]ies$/u.test(form)) return `${form.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o)es$/u.test(form)) return form.slice(0, -2);
  if (form.endsWith('men')) return `${form.slice(0, -3)}man`;
  return /[^su]s$/u.test(form) ? form.slice(0, -1) : form;
}

/** `stopped` → `stop`, `hoped` → `hope`, `tried` → `try`, `visited` → `visit`. */
function withoutEnding(form: string, ending: string, known: ReadonlySet<string>): string {
  const stem = form.slice(0, -ending.length);
  if (!form.endsWith(ending) || !/[aeiouy]/u.test(stem)) return form;
  if (ending !== 'ing' && stem.endsWith('i')) return stem.length === 2 ? `${stem}e` : `${stem.slice(0, -1)}y`;
  const isDoubled = /([bcdfghklmnprtvz])\1$/u.test(stem);
  const single = isDoubled ? stem.slice(0, -1) : stem;
  const candidates = isDoubled ? [single, stem] : wantsE(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`];
  return (
    candidates.find((candidate) => known.has(candidate)) ??
    candidates[isDoubled && /[lfz]$/u.test(stem) ? 1 : 0] ??
    stem
  );
}

/** `hop-` of `hoped`, `forc-` of `forced`: a stem that is no word without its `e`. */
const wantsE = (stem: string): boolean =>
  /^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(stem) ||
  /(?:[aiu]t|i[sz]|[^aeiou][lu]|[^aeo]il|[cgsvu]|[aiu]r)$/u.test(stem);
