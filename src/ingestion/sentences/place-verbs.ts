import type { IsSpeech } from './clause.ts';
import type { ClauseStack } from './clause-stack.ts';
import { ADDRESSEE_FIRST, CLAUSAL, CLAUSE_ONLY, NOMINATIVE, NOT_CLAUSAL } from './grammar-words.ts';
import type { Token } from './sentence.ts';
import { isPluralPresent, type SentenceView } from './sentence-view.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Assigns each verb of a sentence to its clause. */
export class VerbPlacer {
  readonly #view: SentenceView;
  readonly #stack: ClauseStack;
  readonly #isSpeech: IsSpeech;

  constructor(view: SentenceView, stack: ClauseStack, isSpeech: IsSpeech) {
    this.#view = view;
    this.#stack = stack;
    this.#isSpeech = isSpeech;
  }

  /** Assigns the group to the innermost clause, to an open clause without a verb, or to a new clause. */
  place(group: VerbGroup): void {
    const top = this.#stack.top;
    if (group.form === 'INFINITIVE' || group.form === 'PARTICIPLE') top.others.push(group);
    else if (group.form === 'GERUND') this.#placeGerund(group);
    else if (group.form === 'BASE' && !isPluralPresent(this.#view.tokens, group)) this.#placeBase(group);
    else if (top.verb === null) this.#placeFirst(group);
    else this.#placeFurther(group);
  }

  #placeBase(group: VerbGroup): void {
    if (this.#stack.top.verb === null && this.#stack.top.others.length === 0) this.#stack.top.verb = group;
    else this.#stack.top.others.push(group);
  }

  #placeGerund(group: VerbGroup): void {
    const top = this.#stack.top;
    const before = this.#view.tokens[this.#view.previous[group.first] ?? -1];
    if (top.kind === 'ADVERBIAL' && top.verb === null && top.opener === this.#view.previous[group.first])
      top.verb = group;
    else if (before?.text === ',' || (before === undefined && top.verb === null)) {
      if (this.#isSpeech(group.lemma)) this.#stack.closeTo(this.#stack.outermost);
      this.#stack.open('PARTICIPLE').verb = group;
    } else top.others.push(group);
  }

  /** "improvements *made* by the US … will shorten": a past form before the finite verb is a participle. */
  #placeFirst(group: VerbGroup): void {
    const { tokens, next, finiteAhead } = this.#view;
    const after = next[group.last] ?? tokens.length;
    const later = finiteAhead[after];
    const reduced =
      group.ambiguous &&
      tokens[after]?.pos === 'ADP' &&
      later &&
      !later.ambiguous &&
      !this.#isSpeech(group.lemma);
    if (reduced || (group.ambiguous && tokens[after]?.lower === 'by')) this.#stack.top.others.push(group);
    else this.#stack.top.verb = group;
  }

  #placeFurther(group: VerbGroup): void {
    const { tokens, previous } = this.#view;
    const before = tokens[previous[group.first] ?? -1];
    if (before === undefined || this.#goesBack(group, before)) return;
    this.#leaveReduced(group, before);
    const isList =
      this.#stack.top.verb?.form === 'GERUND' || this.#stack.top.others.at(-1)?.form === 'GERUND';
    if (before.pos === 'CCONJ' && group.ambiguous && isList) this.#stack.top.others.push(group);
    else if (before.pos === 'CCONJ' || (before.pos === 'ADV' && this.#follows(group.first, 'CCONJ')))
      this.#coordinate(group);
    else if (before.text === ',') this.#coordinate(group);
    else if (NOMINATIVE.has(before.lower)) this.#openBefore(group);
    else if (group.ambiguous && !this.#isZeroComplement(group)) this.#reduce(group);
    else this.#openBefore(group);
  }

  /** "officials who monitor the border *said*": the verb of the clause around a relative clause. */
  #goesBack(group: VerbGroup, before: Token): boolean {
    const top = this.#stack.top;
    const waiting = this.#stack.all.findLast(({ verb }) => verb === null);
    if (waiting?.quoted !== top.quoted || top.kind !== 'RELATIVE' || before.pos === 'CCONJ') return false;
    if (group.ambiguous && this.#view.tokens[this.#view.next[group.last] ?? -1]?.lower === 'by') return false;
    this.#stack.closeTo(waiting);
    waiting.verb = group;
    return true;
  }

  /** "said the man *wanted* by police *had fled*": the second verb is that of the complement. */
  #leaveReduced(group: VerbGroup, before: Token): void {
    const { kind, parent, verb } = this.#stack.top;
    const isReduced = kind === 'RELATIVE' && verb?.form === 'PARTICIPLE' && !group.ambiguous;
    if (!isReduced || parent?.verb == null || before.pos === 'CCONJ' || before.text === ',') return;
    if (this.#takesClause(parent.verb) && !NOMINATIVE.has(before.lower)) this.#stack.closeTo(parent);
  }

  #follows(index: number, pos: string): boolean {
    const { tokens, previous } = this.#view;
    const before = previous[index] ?? -1;
    return tokens[previous[before] ?? -1]?.pos === pos;
  }

  /**
   * A further verb of the same subject. A verb of saying continues the last clause of saying. After a comma
   * the outermost clause is continued.
   */
  #coordinate(group: VerbGroup): void {
    const { tokens, previous } = this.#view;
    const conjunction = previous[group.first] ?? -1;
    const afterComma = tokens[conjunction]?.text === ',' || tokens[previous[conjunction] ?? -1]?.text === ',';
    const speech = this.#isSpeech(group.lemma)
      ? this.#stack.all.findLast(({ verb }) => verb !== null && this.#isSpeech(verb.lemma))
      : undefined;
    const { parent } = this.#stack.top;
    const isSaid = parent?.verb != null && this.#isSpeech(parent.verb.lemma);
    const goesOut = afterComma || (tokens[conjunction]?.lower === 'but' && !isSaid);
    const base = speech ?? (goesOut ? this.#stack.outermost : this.#stack.top);
    this.#stack.close(base);
    this.#stack.open('COORDINATE', { base, parent: base.parent, quoted: base.quoted }).verb = group;
  }

  /** "the ones *imposed* in 2014": a relative clause that has only a participle. */
  #reduce(group: VerbGroup): void {
    this.#stack.open('RELATIVE').verb = { ...group, form: 'PARTICIPLE', passive: true };
  }

  /**
   * "said *Moscow had* …": only noun words stand between a verb of saying and the next verb. Verbs such as
   * "say" allow other words between.
   */
  #isZeroComplement(group: VerbGroup): boolean {
    const { verb } = this.#stack.top;
    if (verb === null || !this.#isSpeech(verb.lemma)) return false;
    const { tokens, next, finiteAhead } = this.#view;
    const after = next[group.last] ?? tokens.length;
    if (tokens[after]?.lower === 'by') return false;
    if (nounStart(this.#view, group) === next[verb.last]) return true;
    const isClause = CLAUSE_ONLY.has(verb.lemma) && tokens[next[verb.last] ?? -1]?.pos !== 'ADP';
    return isClause && finiteAhead[after] == null;
  }

  #takesClause({ lemma }: VerbGroup): boolean {
    return (this.#isSpeech(lemma) && !NOT_CLAUSAL.has(lemma)) || CLAUSAL.has(lemma);
  }

  /** A verb with its own subject but without an opening word: a complement, or a relative clause of the noun before. */
  #openBefore(group: VerbGroup): void {
    const { tokens, previous, next } = this.#view;
    const { verb } = this.#stack.top;
    const afterVerb = verb === null ? group.first : (next[verb.last] ?? group.first);
    const spoken = verb !== null && this.#takesClause(verb) && tokens[afterVerb]?.pos !== 'ADP';
    const isPronoun = NOMINATIVE.has(tokens[previous[group.first] ?? -1]?.lower ?? '');
    const start =
      spoken && !isPronoun ? this.#saidFrom(verb, afterVerb, group) : nounStart(this.#view, group);
    const describes = (!spoken || isPronoun) && tokens[previous[start] ?? -1]?.pos === 'NOUN';
    const before = tokens[previous[start] ?? -1]?.lower;
    const kind = describes || isDemonstrative(before) ? 'RELATIVE' : 'COMPLEMENT';
    this.#stack.openFrom(start, kind).verb = group;
  }

  /** The start of a complement: right after the verb, or after its addressee. */
  #saidFrom({ lemma }: VerbGroup, afterVerb: number, group: VerbGroup): number {
    if (!ADDRESSEE_FIRST.has(lemma)) return afterVerb;
    const { tokens, next, previous } = this.#view;
    const second = next[afterVerb] ?? group.first;
    if (tokens[afterVerb]?.pos === 'PRON') return second;
    for (let at = second; at < group.first; at = next[at] ?? group.first)
      if (tokens[at]?.pos === 'DET' && tokens[previous[at] ?? -1]?.pos !== 'ADP') return at;
    return nounStart(this.#view, group);
  }
}

const REFLEXIVE = /^(?:(?:him|her|it)self|themselves)$/u;

/** The start of the noun phrase right before a verb. */
function nounStart({ tokens, previous }: SentenceView, group: VerbGroup): number {
  let start = group.first;
  for (let at = previous[start] ?? -1; at >= 0; at = previous[at] ?? -1) {
    const token = tokens[at];
    if (token === undefined || !NOUN_WORDS.has(token.pos)) break;
    start = at;
    if (REFLEXIVE.test(token.lower)) continue;
    if (token.pos === 'PRON' || (token.pos === 'DET' && token.lower !== 'all')) break;
    if (token.pos === 'PROPN' && tokens[previous[at] ?? -1]?.pos === 'NOUN') break;
  }
  return start;
}

const NOUN_WORDS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART']);

const isDemonstrative = (word: string | undefined): boolean =>
  word === 'those' || word === 'that' || word === 'ones';
