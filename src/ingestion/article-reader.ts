import type { Article, ArticleSummary, ArticleWarning } from '../domain/article.ts';
import { type DayNumber, toDayNumber } from '../domain/calendar-date.ts';
import type { Mention, Quote, Span } from '../domain/mention.ts';
import type { Resolution, Unresolved } from '../domain/resolution.ts';
import { analyseSentence } from './analyse-sentence.ts';
import { contradiction } from './article-warnings.ts';
import { attachTimes } from './attach-times.ts';
import type { DatedResolution, DatedStatement } from './dated-statement.ts';
import { describeStatement } from './describe-statement.ts';
import { nobody, type SpokenOf } from './discourse-people.ts';
import type { Surnames } from './find-new-names.ts';
import { identifyMention } from './identify-mention.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuoteState } from './quotations.ts';
import { quoteOf } from './quote-of.ts';
import { refersBack } from './refers-back.ts';
import type { Sentence } from './sentence.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { spokenBefore } from './spoken-before.ts';

/** A sentence of running text or of a caption, with its quotation marks and the time expressions in it. */
export interface SentenceInput {
  readonly sentence: Sentence;
  readonly quotes: readonly QuoteState[];
  readonly outcomes: readonly (Resolution | Unresolved)[];
  readonly isCaption: boolean;
}

/** Reads one article, sentence by sentence, remembering who has been spoken of. */
export class ArticleReader {
  readonly mentions: Mention[] = [];
  readonly contradictions: ArticleWarning[] = [];
  readonly #article: Article;
  readonly #summary: ArticleSummary;
  readonly #lexicon: Lexicon;
  readonly #anchorDay: DayNumber;
  readonly #surnames: Surnames = new Map();
  #spokenOf: SpokenOf = nobody();
  #end = 0;
  #isCaption = false;
  /** The sentence being read, one object for all mentions in it. */
  #quote: Quote;

  constructor(article: Article, lexicon: Lexicon) {
    const { id, file, title, publisher, url, publishedOn } = article;
    this.#article = article;
    this.#summary = { id, file, title, publisher, url, publishedOn };
    this.#lexicon = lexicon;
    this.#anchorDay = toDayNumber(article.anchor.date);
    this.#quote = quoteOf(article.text, { start: 0, end: 0 });
  }

  /** Reads the next sentence. */
  read({ sentence, quotes, outcomes, isCaption }: SentenceInput): void {
    this.#isCaption = isCaption;
    const { text, anchor } = this.#article;
    const times = outcomes.map((outcome) => (outcome.kind === 'resolved' ? outcome.timex : outcome));
    const given = { times, day: anchor.date, lexicon: this.#lexicon, surnames: this.#surnames };
    const analysis = analyseSentence(text, sentence, quotes, given);
    if (text.slice(this.#end, sentence.start).includes('\n')) this.#spokenOf.group = null;
    this.#end = sentence.end;
    const dated = outcomes.filter(isDated);
    if (dated.length > 0) this.#quote = quoteOf(text, sentence);
    for (const statement of attachTimes(analysis, dated, this.#anchorDay, this.#lexicon))
      this.#add(analysis, statement);
    this.#spokenOf = spokenBefore(analysis, null, this.#spokenOf);
  }

  #add(sentence: SentenceAnalysis, statement: DatedStatement): void {
    const { id, anchor } = this.#article;
    const { timex, date, rule, confidence } = statement.resolution;
    const spokenOf = spokenBefore(sentence, statement.clause, this.#spokenOf);
    const described = describeStatement(sentence, statement, {
      anchorDay: this.#anchorDay,
      lexicon: this.#lexicon,
      spokenOf,
    });
    const back = refersBack(sentence, statement, this.mentions);
    const { title, modality, actorScore } = described;
    const { type, typePattern, actors, places } = back ?? described;
    if (!/\p{L}/u.test(title)) return;
    const clause = spanOf(sentence, statement);
    this.#check(statement);
    this.mentions.push({
      id: identifyMention(id, clause, timex),
      article: this.#summary,
      quote: this.#quote,
      clause,
      timex,
      date,
      rule,
      datedBy: null,
      anchor,
      title,
      type,
      typePattern,
      actors,
      places,
      modality,
      confidence: Math.round(confidence * statement.attachment * actorScore * 100) / 100,
    });
  }

  /** A caption shows, and a past tense tells, what has happened. */
  #check({ kind, clause, verb, resolution }: DatedStatement): void {
    const isPast =
      kind === 'CLAUSE' && verb?.form === 'PAST' && !clause.quoted && clause.kind !== 'COMPLEMENT';
    const warning = isPast || this.#isCaption ? contradiction(resolution, this.#article.anchor.date) : null;
    if (warning !== null) this.contradictions.push(warning);
  }
}

const isDated = (outcome: Resolution | Unresolved): outcome is DatedResolution =>
  outcome.kind === 'resolved' && outcome.date !== null;

/** From the first to the last token that tells the statement. */
function spanOf({ tokens }: SentenceAnalysis, { kind, clause, noun }: DatedStatement): Span {
  const indices = kind === 'NOUN' && noun !== null ? [noun.first, noun.last] : clause.tokens;
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
