import type { Article, ArticleSummary, ArticleWarning } from '../../domain/event/article.ts';
import type { Mention, Quote } from '../../domain/event/mention.ts';
import { type DayNumber, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import type { Named } from '../lexicon/find-new-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { QuoteState } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { nobody, type SpokenOf } from './actors/discourse-people.ts';
import { spokenBefore } from './actors/spoken-before.ts';
import { analyseSentence } from './analyse-sentence.ts';
import { contradiction } from './article-warnings.ts';
import { describeStatement } from './describe-statement.ts';
import { isNobodysWord } from './is-nobodys-word.ts';
import { LeadFollower, type Told } from './lead-follower.ts';
import { identifyMention, quoteOf, spanOf } from './mention-parts.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import { attachTimes } from './times/attach-times.ts';
import type { DatedResolution, DatedStatement } from './times/dated-statement.ts';
import { refersBack } from './times/refers-back.ts';

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
  readonly #named: Named;
  #spokenOf: SpokenOf = nobody();
  #end = 0;
  #isCaption = false;
  readonly #lead: LeadFollower;
  /** The sentence being read, one object for all mentions in it. */
  #quote: Quote;

  /** `capitals` are the words that the article writes with a capital inside its sentences. */
  constructor(article: Article, lexicon: Lexicon, capitals: ReadonlySet<string>) {
    const { id, file, title, publisher, url, publishedOn } = article;
    this.#article = article;
    this.#summary = { id, file, title, publisher, url, publishedOn };
    this.#lexicon = lexicon;
    this.#named = { surnames: new Map(), capitals };
    this.#anchorDay = toDayNumber(article.anchor.date);
    this.#lead = new LeadFollower(article, this.#anchorDay, lexicon);
    this.#quote = quoteOf(article.text, { start: 0, end: 0 });
  }

  /** Reads the next sentence. */
  read({ sentence, quotes, outcomes, isCaption }: SentenceInput): void {
    this.#isCaption = isCaption;
    const { text, anchor } = this.#article;
    const times = outcomes.map((outcome) => (outcome.kind === 'resolved' ? outcome.timex : outcome));
    const given = { times, day: anchor.date, lexicon: this.#lexicon, named: this.#named };
    const analysis = analyseSentence(text, sentence, quotes, given);
    if (text.slice(this.#end, sentence.start).includes('\n')) this.#spokenOf.group = null;
    this.#end = sentence.end;
    const dated = outcomes.filter(isDated);
    if (dated.length > 0) this.#quote = quoteOf(text, sentence);
    const told = attachTimes(analysis, dated, this.#anchorDay, this.#lexicon).flatMap((statement) =>
      this.#add(analysis, statement),
    );
    const lead = isCaption ? null : this.#lead.follow(analysis, told, this.#spokenOf);
    if (lead !== null) this.mentions.push(lead);
    this.#spokenOf = spokenBefore(analysis, null, this.#spokenOf);
  }

  #add(sentence: SentenceAnalysis, statement: DatedStatement): readonly Told[] {
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
    if (!/\p{L}/u.test(title) || isNobodysWord(sentence, statement, spokenOf)) return [];
    const clause = spanOf(sentence, statement);
    this.#check(statement);
    const mention: Mention = {
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
    };
    this.mentions.push(mention);
    return [{ mention, resolution: statement.resolution }];
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
