import type { Article } from '../../domain/event/article.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { DayNumber } from '../../domain/time/calendar-date.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { SpokenOf } from './actors/discourse-people.ts';
import { describeStatement } from './describe-statement.ts';
import { LEAD_REACH, type Lead, leadStatement, tellsLead } from './lead.ts';
import { identifyMention, quoteOf, spanOf } from './mention-parts.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedResolution } from './times/dated-statement.ts';

/** A dated mention, and the reading of its time. */
export interface Told {
  readonly mention: Mention;
  readonly resolution: DatedResolution;
}

/** Ties an article's first sentence, if nothing in it is dated, to what the next dated one tells of the same actor. */
export class LeadFollower {
  readonly #article: Article;
  readonly #given: { readonly anchorDay: DayNumber; readonly lexicon: Lexicon };
  #sentenceCount = 0;
  #lead: Lead | null = null;

  constructor(article: Article, anchorDay: DayNumber, lexicon: Lexicon) {
    this.#article = article;
    this.#given = { anchorDay, lexicon };
  }

  /** Takes the next sentence of running text with what it tells; gives the first one's mention where that is of the same. */
  follow(sentence: SentenceAnalysis, told: readonly Told[], spokenOf: SpokenOf): Mention | null {
    this.#sentenceCount += 1;
    if (this.#sentenceCount === 1) {
      if (told.length === 0)
        this.#lead = { sentence, quote: quoteOf(this.#article.text, sentence), spokenOf };
      return null;
    }
    const lead = this.#lead;
    if (told.length > 0 || this.#sentenceCount > LEAD_REACH) this.#lead = null;
    if (lead === null) return null;
    return told.map((each) => this.#undated(lead, each)).find((mention) => mention !== null) ?? null;
  }

  #undated(lead: Lead, { mention: dated, resolution }: Told): Mention | null {
    const { sentence, quote, spokenOf } = lead;
    const statement = leadStatement(sentence, resolution);
    if (statement === null) return null;
    const description = describeStatement(sentence, statement, { ...this.#given, spokenOf });
    if (!tellsLead({ ...lead, description }, dated, this.#given)) return null;
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
}
