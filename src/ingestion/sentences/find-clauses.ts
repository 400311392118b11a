import { attributionAt } from './attribution.ts';
import type { ClauseTree, IsSpeech, OpenClause } from './clause.ts';
import { openingAt } from './clause-openers.ts';
import { ClauseStack } from './clause-stack.ts';
import { VerbPlacer } from './place-verbs.ts';
import type { SentenceView } from './sentence-view.ts';
import { isFiniteForm } from './verb-groups.ts';

/** Finds the clauses of a sentence in one pass, with a stack of open clauses. */
export function findClauses(view: SentenceView, isSpeech: IsSpeech): ClauseTree {
  const stack = new ClauseStack();
  const finder = new ClauseFinder(view, stack, isSpeech);
  for (const index of view.tokens.keys()) finder.take(index);
  return stack.finish();
}

class ClauseFinder {
  readonly #view: SentenceView;
  readonly #stack: ClauseStack;
  readonly #isSpeech: IsSpeech;
  readonly #verbs: VerbPlacer;
  /** The clause that an aside such as "she said" interrupts. */
  #resumed: OpenClause | null = null;

  constructor(view: SentenceView, stack: ClauseStack, isSpeech: IsSpeech) {
    this.#view = view;
    this.#stack = stack;
    this.#isSpeech = isSpeech;
    this.#verbs = new VerbPlacer(view, stack, isSpeech);
  }

  take(index: number): void {
    const { skipped, groupAt, quotes, tokens } = this.#view;
    if (skipped[index]) {
      this.#stack.assign(index);
      return;
    }
    const quote = quotes[index];
    if (quote?.mark === 'OPENS' && this.#isSpokenClause(index))
      this.#stack.open('COMPLEMENT', { quoted: true, opener: index });
    else if (tokens[index]?.text === ',') this.#takeComma(index);
    else if (/^[;—–]$/u.test(tokens[index]?.text ?? '')) this.#stack.closeTo(this.#stack.outermost);
    const opening = openingAt(this.#view, index, this.#stack.all, this.#isSpeech);
    if (opening !== null) {
      if (opening.after !== undefined) this.#stack.closeTo(opening.after);
      this.#stack.open(opening.kind, { opener: index, base: opening.base ?? null, parent: opening.parent });
    }
    const group = groupAt[index];
    if (group) this.#verbs.place(group);
    this.#stack.assign(index);
    if (quote?.mark === 'CLOSES') this.#stack.closeQuotation();
  }

  #takeComma(comma: number): void {
    this.#resume();
    const attribution = attributionAt(this.#view, comma, this.#stack.outermost, this.#isSpeech);
    if (attribution === null) this.#closeFronted(comma);
    else this.#openAttribution(attribution);
  }

  #openAttribution(attribution: 'TRAILING' | 'ASIDE'): void {
    const said = this.#stack.outermost;
    this.#resumed = attribution === 'ASIDE' ? said : null;
    this.#stack.close(said);
    const speaker = this.#stack.open('MAIN', { parent: said.parent, quoted: false });
    if (said.kind === 'MAIN') said.kind = 'COMPLEMENT';
    said.parent = speaker;
  }

  /** After "…, she said," the interrupted clause continues. */
  #resume(): void {
    if (this.#resumed !== null) this.#stack.resume(this.#resumed);
    this.#resumed = null;
  }

  /** A comma closes the clauses before the verb of an outer clause: "If …, Russia would", "Crimea, which …, was". */
  #closeFronted(comma: number): void {
    const waiting = this.#stack.all.findLast(({ verb }) => verb === null);
    const { next, quotes } = this.#view;
    let after = next[comma] ?? 0;
    while (quotes[after]?.mark === 'CLOSES') after = next[after] ?? 0;
    const finite = this.#view.finiteAhead[after];
    if (waiting?.quoted === this.#stack.top.quoted && finite) this.#stack.closeTo(waiting);
  }

  /** Whether a quotation has a verb of its own, and is not merely a word or two in quotation marks. */
  #isSpokenClause(index: number): boolean {
    const { quotes, groupAt, tokens, next } = this.#view;
    if (this.#stack.top.quoted) return false;
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
}
