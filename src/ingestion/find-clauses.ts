import { attributionAt } from './attribution.ts';
import type { ClauseKind, ClauseTree, IsSpeech, OpenClause } from './clause.ts';
import { openingAt } from './clause-openers.ts';
import { NOMINATIVE, NOT_CLAUSAL } from './grammar-words.ts';
import type { Token } from './sentence.ts';
import { isPluralPresent, type SentenceView } from './sentence-view.ts';
import { isFiniteForm, type VerbGroup } from './verb-groups.ts';

/** The clauses of a sentence by one pass with a stack of open ones. */
export function findClauses(view: SentenceView, isSpeech: IsSpeech): ClauseTree {
  const finder = new ClauseFinder(view, isSpeech);
  for (const index of view.tokens.keys()) finder.take(index);
  return finder.finish();
}

class ClauseFinder {
  readonly #view: SentenceView;
  readonly #isSpeech: IsSpeech;
  readonly #clauses: OpenClause[] = [];
  readonly #at: OpenClause[] = [];
  #stack: OpenClause[] = [];
  /** The clause that an aside such as "she said" has interrupted. */
  #resumed: OpenClause | null = null;

  constructor(view: SentenceView, isSpeech: IsSpeech) {
    this.#view = view;
    this.#isSpeech = isSpeech;
    this.#open('MAIN', { parent: null });
  }

  get #top(): OpenClause {
    const top = this.#stack.at(-1) ?? this.#clauses[0];
    if (top === undefined) throw new TypeError('a sentence has a main clause');
    return top;
  }

  take(index: number): void {
    const { skipped, groupAt, quotes, tokens } = this.#view;
    if (skipped[index]) {
      this.#assign(index);
      return;
    }
    const quote = quotes[index];
    if (quote?.mark === 'OPENS' && this.#isSpokenClause(index))
      this.#open('COMPLEMENT', { quoted: true, opener: index });
    else if (tokens[index]?.text === ',') this.#takeComma(index);
    else if (/^[;—–]$/u.test(tokens[index]?.text ?? '')) this.#closeTo(this.#outermost());
    const opening = openingAt(this.#view, index, this.#stack, this.#isSpeech);
    if (opening !== null) {
      if (opening.after !== undefined) this.#closeTo(opening.after);
      this.#open(opening.kind, { opener: index, base: opening.base ?? null, parent: opening.parent });
    }
    const group = groupAt[index];
    if (group) this.#place(group);
    this.#assign(index);
    if (quote?.mark === 'CLOSES') this.#closeQuotation();
  }

  finish(): ClauseTree {
    const main = this.#clauses[0];
    const participle = main?.others.find(({ form, ambiguous }) => form === 'PARTICIPLE' || ambiguous);
    if (main !== undefined && main.verb === null && participle !== undefined) main.verb = participle;
    return { clauses: this.#clauses, at: this.#at };
  }

  #assign(index: number): void {
    this.#top.tokens.push(index);
    this.#at[index] = this.#top;
  }

  #open(kind: ClauseKind, given: Partial<OpenClause>): OpenClause {
    const parent = given.parent === undefined ? this.#top : given.parent;
    const quoted = given.quoted ?? parent?.quoted ?? false;
    const clause = {
      kind,
      opener: null,
      base: null,
      tokens: [],
      verb: null,
      others: [],
      ...given,
      parent,
      quoted,
    };
    this.#clauses.push(clause);
    this.#stack.push(clause);
    return clause;
  }

  /** Leaves `clause` on top. */
  #closeTo(clause: OpenClause): void {
    const place = this.#stack.lastIndexOf(clause);
    if (place >= 0) this.#stack = this.#stack.slice(0, place + 1);
  }

  /** The clause that the current quotation, or the sentence, consists of. */
  #outermost(): OpenClause {
    const { quoted } = this.#top;
    return this.#stack.find((clause) => clause.quoted === quoted) ?? this.#top;
  }

  #closeQuotation(): void {
    const place = this.#stack.findIndex(({ quoted }) => quoted);
    if (place > 0) this.#stack = this.#stack.slice(0, place);
  }

  #takeComma(comma: number): void {
    this.#resume();
    const attribution = attributionAt(this.#view, comma, this.#outermost(), this.#isSpeech);
    if (attribution === null) this.#closeFronted(comma);
    else this.#openAttribution(attribution);
  }

  #openAttribution(attribution: 'TRAILING' | 'ASIDE'): void {
    const said = this.#outermost();
    const place = this.#stack.indexOf(said);
    this.#resumed = attribution === 'ASIDE' ? said : null;
    this.#stack = this.#stack.slice(0, place);
    const speaker = this.#open('MAIN', { parent: said.parent, quoted: false });
    if (said.kind === 'MAIN') said.kind = 'COMPLEMENT';
    said.parent = speaker;
  }

  /** After "…, she said," the sentence goes on where it was. */
  #resume(): void {
    if (this.#resumed === null) return;
    this.#stack = [this.#resumed];
    this.#resumed = null;
  }

  /** A comma ends what stands before its clause's verb: "If …, Russia would", "Crimea, which …, was". */
  #closeFronted(comma: number): void {
    const place = this.#stack.findLastIndex(({ verb }) => verb === null);
    const waiting = this.#stack[place];
    const { next, quotes } = this.#view;
    let after = next[comma] ?? 0;
    while (quotes[after]?.mark === 'CLOSES') after = next[after] ?? 0;
    const finite = this.#view.finiteAhead[after];
    if (waiting?.quoted === this.#top.quoted && finite) this.#closeTo(waiting);
  }

  /** A quotation that holds a verb of its own, not a word or two set in marks. */
  #isSpokenClause(index: number): boolean {
    const { quotes, groupAt, tokens, next } = this.#view;
    if (this.#top.quoted) return false;
    const before = tokens[this.#view.previous[index] ?? -1]?.text;
    const introduced =
      before === undefined || /^[,:—–]$/u.test(before) || /^(?:that|since|because)$/u.test(before);
    for (
      let at = next[index] ?? tokens.length;
      at < tokens.length && quotes[at]?.mark !== 'CLOSES';
      at += 1
    ) {
      const group = groupAt[at];
      if (group && isFiniteForm(group) && !group.ambiguous) return introduced;
    }
    return introduced && before !== 'that' && (next[index] ?? 0) < tokens.length;
  }

  #place(group: VerbGroup): void {
    const top = this.#top;
    if (group.form === 'INFINITIVE' || group.form === 'PARTICIPLE') top.others.push(group);
    else if (group.form === 'GERUND') this.#placeGerund(group);
    else if (group.form === 'BASE' && !isPluralPresent(this.#view.tokens, group)) this.#placeBase(group);
    else if (top.verb === null) this.#placeFirst(group);
    else this.#placeFurther(group);
  }

  #placeBase(group: VerbGroup): void {
    if (this.#top.verb === null && this.#top.others.length === 0) this.#top.verb = group;
    else this.#top.others.push(group);
  }

  #placeGerund(group: VerbGroup): void {
    const top = this.#top;
    const before = this.#view.tokens[this.#view.previous[group.first] ?? -1];
    if (top.kind === 'ADVERBIAL' && top.verb === null && top.opener === this.#view.previous[group.first])
      top.verb = group;
    else if (before?.text === ',' || (before === undefined && top.verb === null)) {
      if (this.#isSpeech(group.lemma)) this.#closeTo(this.#outermost());
      this.#open('PARTICIPLE', {}).verb = group;
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
    if (reduced || (group.ambiguous && tokens[after]?.lower === 'by')) this.#top.others.push(group);
    else this.#top.verb = group;
  }

  #placeFurther(group: VerbGroup): void {
    const { tokens, previous } = this.#view;
    const before = tokens[previous[group.first] ?? -1];
    if (before === undefined || this.#goesBack(group, before)) return;
    const isList = this.#top.verb?.form === 'GERUND' || this.#top.others.at(-1)?.form === 'GERUND';
    if (before.pos === 'CCONJ' && group.ambiguous && isList) this.#top.others.push(group);
    else if (before.pos === 'CCONJ' || (before.pos === 'ADV' && this.#follows(group.first, 'CCONJ')))
      this.#coordinate(group);
    else if (before.text === ',') this.#coordinate(group);
    else if (NOMINATIVE.has(before.lower)) this.#openBefore(group);
    else if (group.ambiguous && !this.#isZeroComplement(group)) this.#reduce(group);
    else this.#openBefore(group);
  }

  /** "officials who monitor the border *said*": the verb of the clause that the relative one interrupts. */
  #goesBack(group: VerbGroup, before: Token): boolean {
    const top = this.#top;
    const waiting = this.#stack.findLast(({ verb }) => verb === null);
    if (waiting?.quoted !== top.quoted || top.kind !== 'RELATIVE' || before.pos === 'CCONJ') return false;
    if (group.ambiguous && this.#view.tokens[this.#view.next[group.last] ?? -1]?.lower === 'by') return false;
    this.#closeTo(waiting);
    waiting.verb = group;
    return true;
  }

  #follows(index: number, pos: string): boolean {
    const { tokens, previous } = this.#view;
    const before = previous[index] ?? -1;
    return tokens[previous[before] ?? -1]?.pos === pos;
  }

  /** A further verb of the same subject. A verb of saying goes on from the last one; after a comma, from the outermost. */
  #coordinate(group: VerbGroup): void {
    const { tokens, previous } = this.#view;
    const conjunction = previous[group.first] ?? -1;
    const afterComma = tokens[conjunction]?.text === ',' || tokens[previous[conjunction] ?? -1]?.text === ',';
    const speech = this.#isSpeech(group.lemma)
      ? this.#stack.findLast(({ verb }) => verb !== null && this.#isSpeech(verb.lemma))
      : undefined;
    const { parent } = this.#top;
    const isSaid = parent?.verb != null && this.#isSpeech(parent.verb.lemma);
    const goesOut = afterComma || (tokens[conjunction]?.lower === 'but' && !isSaid);
    const base = speech ?? (goesOut ? this.#outermost() : this.#top);
    this.#closeTo(base);
    this.#stack.pop();
    this.#open('COORDINATE', { base, parent: base.parent, quoted: base.quoted }).verb = group;
  }

  /** "the ones *imposed* in 2014": a relative clause of a participle alone. */
  #reduce(group: VerbGroup): void {
    this.#open('RELATIVE', {}).verb = { ...group, form: 'PARTICIPLE', passive: true };
  }

  /** "said *Moscow had* …": only noun words between a verb of saying and the next verb. */
  #isZeroComplement(group: VerbGroup): boolean {
    const { verb } = this.#top;
    return (
      verb !== null && this.#isSpeech(verb.lemma) && this.#nounStart(group) === this.#view.next[verb.last]
    );
  }

  #takesClause({ lemma }: VerbGroup): boolean {
    return this.#isSpeech(lemma) && !NOT_CLAUSAL.has(lemma);
  }

  /** A verb with a subject of its own but no opening word: what is said, or what describes the noun before. */
  #openBefore(group: VerbGroup): void {
    const { tokens, previous, next } = this.#view;
    const { verb } = this.#top;
    const afterVerb = verb === null ? group.first : (next[verb.last] ?? group.first);
    const spoken = verb !== null && this.#takesClause(verb) && tokens[afterVerb]?.pos !== 'ADP';
    const isPronoun = NOMINATIVE.has(tokens[previous[group.first] ?? -1]?.lower ?? '');
    const start = spoken && !isPronoun ? afterVerb : this.#nounStart(group);
    const describes = (!spoken || isPronoun) && tokens[previous[start] ?? -1]?.pos === 'NOUN';
    const left = this.#top;
    const moved = left.tokens.filter((index) => index >= start);
    left.tokens.splice(left.tokens.length - moved.length);
    const opened = this.#open(
      describes || isDemonstrative(tokens[previous[start] ?? -1]?.lower) ? 'RELATIVE' : 'COMPLEMENT',
      {},
    );
    for (const index of moved) {
      opened.tokens.push(index);
      this.#at[index] = opened;
    }
    opened.others.push(...left.others.filter(({ first }) => first >= start));
    left.others.splice(0, left.others.length, ...left.others.filter(({ first }) => first < start));
    opened.verb = group;
  }

  /** Where the noun phrase right before a verb begins. */
  #nounStart(group: VerbGroup): number {
    const { tokens, previous } = this.#view;
    let start = group.first;
    for (let at = previous[start] ?? -1; at >= 0; at = previous[at] ?? -1) {
      const token = tokens[at];
      if (token === undefined || !NOUN_WORDS.has(token.pos)) break;
      start = at;
      if (token.pos === 'PRON' || (token.pos === 'DET' && token.lower !== 'all')) break;
      if (token.pos === 'PROPN' && tokens[previous[at] ?? -1]?.pos === 'NOUN') break;
    }
    return start;
  }
}

const NOUN_WORDS = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'PART']);

const isDemonstrative = (word: string | undefined): boolean =>
  word === 'those' || word === 'that' || word === 'ones';
