import type { TreeWord } from './tree/sentence-tree.ts';

/** Verbs without an object. Their participle does not describe a noun. */
const INTRANSITIVE =
  /^(?:appear|arrive|collapse|collide|come|crash|die|disappear|emerge|erupt|escape|explode|fall|flee|go|happen|occur|resign|retire|rise|vanish)$/u;
/** Verbs whose passive has an object: "the man *named* the winner". */
const WITH_TWO_OBJECTS =
  /^(?:allow|appoint|ask|award|bring|call|consider|deem|deny|dub|elect|find|give|grant|hand|keep|label|leave|make|name|offer|pay|promise|render|send|show|teach|tell|term)$/u;
const OPENS = /^(?:after|before|since|till|until)$/iu;

/**
 * Gives a clause its verb where the parser takes it for a participle: "after a car *crossed* the bridge", "and the yard *sold* a
 * ship". The words before the verb show that a clause may begin there, and an object behind it shows that it is no participle.
 */
export function mendClauses(words: readonly TreeWord[]): readonly TreeWord[] {
  let mended = words;
  for (const [verb, { xpos }] of words.entries()) {
    if (xpos !== 'VBN' || !isActive(mended, verb)) continue;
    const opener = openerOf(mended, verb);
    if (opener !== null) mended = withClause(mended, verb, opener);
    else if (hasOwnClause(mended, verb)) mended = withPast(mended, verb);
  }
  return mended;
}

/** The word that may open the clause of a participle's noun: its only preposition, or its "and". */
function openerOf(words: readonly TreeWord[], verb: number): number | null {
  const { label, head = -1 } = words[verb] ?? {};
  const noun = words[head];
  if (label !== 'acl' || noun === undefined || head > verb) return null;
  const opening = words.slice(0, head).flatMap((word, index) => (word.head === head ? [index] : []));
  const isJoined = noun.label === 'conj';
  const openers = opening.filter((index) =>
    isJoined ? words[index]?.label === 'cc' : words[index]?.label === 'case',
  );
  const [opener] = openers;
  if (opener === undefined || openers.length > 1) return null;
  return isJoined || OPENS.test(words[opener]?.form ?? '') ? opener : null;
}

/** "after the fire *erupted*", "when the guard *hit* him": a clause with a subject whose verb has the tag of a participle. */
function hasOwnClause(words: readonly TreeWord[], verb: number): boolean {
  const parts = words.slice(0, verb).filter(({ head }) => head === verb);
  const subject = words.findIndex(({ head, label }) => head === verb && /^nsubj(?::|$)/u.test(label));
  const isOpened =
    parts.some(({ label }) => label === 'mark' || label === 'advmod') ||
    words.some(({ form, head, label }) => head === subject && label === 'case' && OPENS.test(form));
  const hasAuxiliary = parts.some(({ label }) => /^(?:aux|cop)/u.test(label));
  return words[verb]?.label === 'advcl' && subject >= 0 && subject < verb && isOpened && !hasAuxiliary;
}

const withPast = (words: readonly TreeWord[], verb: number): readonly TreeWord[] =>
  words.map((word, index) => {
    if (index === verb) return { ...word, xpos: 'VBD' };
    return word.head === verb && word.label === 'nsubj:pass' ? { ...word, label: 'nsubj' } : word;
  });

/** "crossed *the* bridge", "held off *the* yard", "erupted". */
function isActive(words: readonly TreeWord[], verb: number): boolean {
  const lemma = words[verb]?.lemma ?? '';
  if (words[verb - 1]?.form === ',') return false;
  if (INTRANSITIVE.test(lemma)) return true;
  const isParticle = /^(?:back|down|off|out|up)$/iu.test(words[verb + 1]?.form ?? '');
  const next = words[isParticle ? verb + 2 : verb + 1];
  return !WITH_TWO_OBJECTS.test(lemma) && (next?.upos === 'DET' || /^(?:PRP|PRP\$)$/u.test(next?.xpos ?? ''));
}

/** The noun becomes the subject of the verb, and the verb takes its place in the sentence. */
function withClause(words: readonly TreeWord[], verb: number, opener: number): readonly TreeWord[] {
  const noun = words[verb]?.head ?? -1;
  const isJoined = words[noun]?.label === 'conj';
  const head = isJoined ? predicateAbove(words, noun) : (words[noun]?.head ?? -1);
  if (head === null) return words;
  return words.map((word, index): TreeWord => {
    if (index === verb) return { ...word, xpos: 'VBD', head, label: isJoined ? 'conj' : 'advcl' };
    if (index === noun) return { ...word, head: verb, label: 'nsubj' };
    return index === opener ? { ...word, head: verb, label: isJoined ? 'cc' : 'mark' } : word;
  });
}

/** The nearest verb above a word. Null where there is none. */
function predicateAbove(words: readonly TreeWord[], index: number): number | null {
  let at = words[index]?.head ?? -1;
  for (let steps = 0; at >= 0 && steps < words.length; steps += 1) {
    if (words[at]?.upos === 'VERB') return at;
    at = words[at]?.head ?? -1;
  }
  return null;
}
