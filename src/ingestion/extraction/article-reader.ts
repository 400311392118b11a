import type { Article, ArticleSummary, ArticleWarning } from '../../domain/article.ts';
import { type DayNumber, toDayNumber } from '../../domain/calendar-date.ts';
import type { Mention, Quote, Span } from '../../domain/mention.ts';
import type { Resolution, Unresolved } from '../../domain/resolution.ts';
import type { Named } from '../lexicon/find-new-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { QuoteState } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { nobody, type SpokenOf } from './actors/discourse-people.ts';
import { spokenBefore } from './actors/spoken-before.ts';
import { analyseSentence } from './analyse-sentence.ts';
import { contradiction } from './article-warnings.ts';
import { describeStatement } from './describe-statement.ts';
import { identifyMention } from './identify-mention.ts';
import { isNobodysWord } from './is-nobodys-word.ts';
import { LEAD_REACH, type Lead, leadStatement, tellsLead } from './lead.ts';
import { quoteOf } from './quote-of.ts';
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

/** A dated mention, and the reading of its time. */
interface Told {
  readonly mention: Mention;
  readonly resolution: DatedResolution;
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
  #sentenceCount = 0;
  #lead: Lead | null = null;
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
    if (!isCaption) this.#followLead(analysis, told);
    this.#spokenOf = spokenBefore(analysis, null, this.#spokenOf);
  }

  /** The article's first sentence, if nothing in it is dated, goes with what the next dated one tells of the same actor. */
  #followLead(sentence: SentenceAnalysis, told: readonly Told[]): void {
    this.#sentenceCount += 1;
    if (this.#sentenceCount === 1 && told.length === 0)
      this.#lead = { sentence, quote: quoteOf(this.#article.text, sentence), spokenOf: this.#spokenOf };
    const lead = this.#lead;
    if (lead === null || this.#sentenceCount === 1) return;
    for (const { mention, resolution } of told) {
      const undated = this.#undated(lead, mention, resolution);
      if (undated === null) continue;
      this.mentions.push(undated);
      break;
    }
    if (told.length > 0 || this.#sentenceCount > LEAD_REACH) this.#lead = null;
  }

  #undated(lead: Lead, dated: Mention, resolution: DatedResolution): Mention | null {
    const { sentence, quote, spokenOf } = lead;
    const statement = leadStatement(sentence, resolution);
    if (statement === null) return null;
    const given = { anchorDay: this.#anchorDay, lexicon: this.#lexicon, spokenOf };
    const description = describeStatement(sentence, statement, given);
    if (!tellsLead({ ...lead, description }, dated, given)) return null;
    const { actorScore, ...told } = description;
    const clause = spanOf(sentence, statement);
    return {
      ...dated,
      ...told,
      id: identifyMention(this.#article.id, clause, null),
      quote,
      clause,
      timex: null,
      date: null,
      rule: null,
      datedBy: dated.id,
      confidence: Math.round(resolution.confidence * statement.attachment * actorScore * 100) / 100,
    };
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

/** From the first to the last token that tells the statement. */
function spanOf({ tokens }: SentenceAnalysis, { kind, clause, noun }: DatedStatement): Span {
  const indices = kind === 'NOUN' && noun !== null ? [noun.first, noun.last] : clause.tokens;
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
