import type { ConlluWord } from '../../src/parsing/conllu.ts';
import { createLemmaOf, groupOfTag, type LemmaTable } from '../../src/parsing/lemma.ts';

/** Tags that take part; names, numbers, marks and foreign words are their own lemma. */
const BASE_TAGS = new Set(['VB', 'VBP', 'VBD', 'VBN', 'VBG', 'VBZ', 'JJ', 'RB', 'JJR', 'JJS', 'RBR', 'RBS']);
const UNCHANGED = new Set(['NNP', 'CD', 'FW', 'SYM', 'NFP', 'ADD', 'LS', 'GW', 'XX']);

/** Irregular verbs, of which not every form stands in a treebank: base form, past tense, participle. */
const VERBS =
  `arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, befall befell befallen, beget begot begotten, bend
  bent bent, bid bade bidden, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, breed bred bred, cling clung clung,
  creep crept crept, deal dealt dealt, dig dug dug, draw drew drawn, drink drank drunk, dwell dwelt dwelt, feed fed fed, flee fled fled,
  fling flung flung, fly flew flown, forbid forbade forbidden, forsake forsook forsaken, freeze froze frozen, grind ground ground, grow
  grew grown, hang hung hung, hide hid hidden, kneel knelt knelt, lay laid laid, lean leant leant, leap leapt leapt, lie lay lain, lend
  lent lent, mow mowed mown, ride rode ridden, ring rang rung, rise rose risen, saw sawed sawn, seek sought sought, sew sewed sewn, shake
  shook shaken, shear sheared shorn, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, sing sang sung, sink
  sank sunk, slay slew slain, sling slung slung, smite smote smitten, sow sowed sown, spin spun spun, spring sprang sprung, stand stood
  stood, steal stole stolen, stick stuck stuck, sting stung stung, stink stank stunk, stride strode stridden, strike struck stricken,
  string strung strung, strive strove striven, swear swore sworn, sweep swept swept, swell swelled swollen, swim swam swum, swing swung
  swung, tear tore torn, throw threw thrown, tread trod trodden, wake woke woken, wear wore worn, weave wove woven, weep wept wept, win
  won won, wind wound wound, wring wrung wrung`
    .split(',')
    .map((forms) => forms.trim().split(/\s+/u));

/** The table that, with the rules for regular forms, gives the lemmas of the words. */
export function learnLemmas(words: readonly ConlluWord[]): LemmaTable {
  const known = words.filter(({ xpos, lemma }) => BASE_TAGS.has(xpos) && /^[a-z]{2,}$/u.test(lemma));
  const bases = [...new Set(known.map(({ lemma }) => lemma))].sort().join(' ');
  const regular = createLemmaOf({ bases, irregular: {} });
  const irregular: Record<string, string> = {};
  const groups = lemmasByForm(words);
  const past = groups.get('VBD');
  for (const [base = '', ...forms] of VERBS)
    for (const form of forms) if (past?.has(form) === false) past.set(form, [base]);
  for (const [group, forms] of [...groups].sort(byKey)) {
    const pairs = [...forms].sort(byKey).flatMap(([form, lemmas]) => {
      const lemma = mostFrequent(lemmas);
      return lemma === regular(form, group) ? [] : [`${form} ${lemma}`];
    });
    if (pairs.length > 0) irregular[group] = pairs.join(' ');
  }
  return { bases, irregular };
}

/** The lemmas of each form, by group of tags. */
function lemmasByForm(words: readonly ConlluWord[]): ReadonlyMap<string, Map<string, string[]>> {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { form, lemma, xpos } of words) {
    if (UNCHANGED.has(xpos) || /[\s_]/u.test(form + lemma) || lemma === '') continue;
    const forms = groups.get(groupOfTag(xpos)) ?? new Map<string, string[]>();
    const key = form.toLowerCase().replaceAll('’', "'");
    const lemmas = forms.get(key) ?? [];
    lemmas.push(lemma.toLowerCase());
    groups.set(groupOfTag(xpos), forms.set(key, lemmas));
  }
  return groups;
}

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : 1;

function mostFrequent(lemmas: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const lemma of lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
