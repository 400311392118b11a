import type { ClauseKind, ClauseTree, OpenClause } from './clause.ts';

/** The clauses of a sentence while they are found: all so far, those still open, and whose each token is. */
export class ClauseStack {
  readonly #clauses: OpenClause[] = [];
  readonly #at: OpenClause[] = [];
  #open: OpenClause[] = [];

  constructor() {
    this.open('MAIN', { parent: null });
  }

  /** The innermost open clause, to which the next token belongs. */
  get top(): OpenClause {
    const top = this.#open.at(-1) ?? this.#clauses[0];
    if (top === undefined) throw new TypeError('a sentence has a main clause');
    return top;
  }

  /** The open clauses, outermost first. */
  get all(): readonly OpenClause[] {
    return this.#open;
  }

  /** The clause that the current quotation, or the sentence, consists of. */
  get outermost(): OpenClause {
    const { quoted } = this.top;
    return this.#open.find((clause) => clause.quoted === quoted) ?? this.top;
  }

  assign(index: number): void {
    this.top.tokens.push(index);
    this.#at[index] = this.top;
  }

  /** Opens a clause in the innermost one, or in the parent given. */
  open(kind: ClauseKind, given: Partial<OpenClause> = {}): OpenClause {
    const parent = given.parent === undefined ? this.top : given.parent;
    const quoted = given.quoted ?? parent?.quoted ?? false;
    const rest = { opener: null, base: null, tokens: [], verb: null, others: [] };
    const clause: OpenClause = { kind, ...rest, ...given, parent, quoted };
    this.#clauses.push(clause);
    this.#open.push(clause);
    return clause;
  }

  /** Opens a clause to which the tokens from `start` on belong, though they were given to the innermost one. */
  openFrom(start: number, kind: ClauseKind): OpenClause {
    const left = this.top;
    const opened = this.open(kind, { others: left.others.filter(({ first }) => first >= start) });
    opened.tokens.push(...left.tokens.filter((index) => index >= start));
    left.tokens.splice(left.tokens.length - opened.tokens.length);
    left.others.splice(left.others.length - opened.others.length);
    for (const index of opened.tokens) this.#at[index] = opened;
    return opened;
  }

  /** Closes all clauses inside the given one. */
  closeTo(clause: OpenClause): void {
    const place = this.#open.lastIndexOf(clause);
    if (place >= 0) this.#open = this.#open.slice(0, place + 1);
  }

  /** Closes the given clause and all inside it. */
  close(clause: OpenClause): void {
    const place = this.#open.indexOf(clause);
    if (place >= 0) this.#open = this.#open.slice(0, place);
  }

  /** Goes on in a clause that had been closed. */
  resume(clause: OpenClause): void {
    this.#open = [clause];
  }

  closeQuotation(): void {
    const quoted = this.#open.find((clause, place) => clause.quoted && place > 0);
    if (quoted !== undefined) this.close(quoted);
  }

  /** A sentence without a finite verb has its participle for one: "Talks set for January". */
  finish(): ClauseTree {
    const [main] = this.#clauses;
    const participle = main?.others.find(({ form, ambiguous }) => form === 'PARTICIPLE' || ambiguous);
    if (main !== undefined && main.verb === null && participle !== undefined) main.verb = participle;
    return { clauses: this.#clauses, at: this.#at };
  }
}
