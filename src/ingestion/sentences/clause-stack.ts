import type { ClauseKind, ClauseTree, OpenClause } from './clause.ts';

/** The clauses of a sentence during clause finding: all clauses, the open clauses, and the clause of each token. */
export class ClauseStack {
  readonly #clauses: OpenClause[] = [];
  readonly #at: OpenClause[] = [];
  #open: OpenClause[] = [];

  constructor() {
    this.open('MAIN', { parent: null });
  }

  /** The innermost open clause. The next token belongs to it. */
  get top(): OpenClause {
    const top = this.#open.at(-1) ?? this.#clauses[0];
    if (top === undefined) throw new TypeError('a sentence has a main clause');
    return top;
  }

  /** The open clauses, outermost first. */
  get all(): readonly OpenClause[] {
    return this.#open;
  }

  /** The outermost open clause of the current quotation or, outside quotations, of the sentence. */
  get outermost(): OpenClause {
    const { quoted } = this.top;
    return this.#open.find((clause) => clause.quoted === quoted) ?? this.top;
  }

  assign(index: number): void {
    this.top.tokens.push(index);
    this.#at[index] = this.top;
  }

  /** Opens a clause inside the innermost clause, or inside the given parent. */
  open(kind: ClauseKind, given: Partial<OpenClause> = {}): OpenClause {
    const parent = given.parent === undefined ? this.top : given.parent;
    const quoted = given.quoted ?? parent?.quoted ?? false;
    const rest = { opener: null, base: null, tokens: [], verb: null, others: [] };
    const clause: OpenClause = { kind, ...rest, ...given, parent, quoted };
    this.#clauses.push(clause);
    this.#open.push(clause);
    return clause;
  }

  /** Opens a clause and moves the tokens from `start` on from the innermost clause to it. */
  openFrom(start: number, kind: ClauseKind): OpenClause {
    const left = this.top;
    const opened = this.open(kind, { others: left.others.filter(({ first }) => first >= start) });
    opened.tokens.push(...left.tokens.filter((index) => index >= start));
    left.tokens.splice(left.tokens.length - opened.tokens.length);
    left.others.splice(left.others.length - opened.others.length);
    for (const index of opened.tokens) this.#at[index] = opened;
    return opened;
  }

  /** Closes all clauses inside the given clause. */
  closeTo(clause: OpenClause): void {
    const place = this.#open.lastIndexOf(clause);
    if (place >= 0) this.#open = this.#open.slice(0, place + 1);
  }

  /** Closes the given clause and all clauses inside it. */
  close(clause: OpenClause): void {
    const place = this.#open.indexOf(clause);
    if (place >= 0) this.#open = this.#open.slice(0, place);
  }

  /** Reopens a closed clause. */
  resume(clause: OpenClause): void {
    this.#open = [clause];
  }

  closeQuotation(): void {
    const quoted = this.#open.find((clause, place) => clause.quoted && place > 0);
    if (quoted !== undefined) this.close(quoted);
  }

  /** In a sentence without a finite verb a participle is the verb: "Talks set for January". */
  finish(): ClauseTree {
    const [main] = this.#clauses;
    const participle = main?.others.find(({ form, ambiguous }) => form === 'PARTICIPLE' || ambiguous);
    if (main !== undefined && main.verb === null && participle !== undefined) main.verb = participle;
    return { clauses: this.#clauses, at: this.#at };
  }
}
