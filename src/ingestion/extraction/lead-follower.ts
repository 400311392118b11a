import type { Article } from '../../domain/event/article.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { DayNumber } from '../../domain/time/calendar-date.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Discourse } from './actors/discourse.ts';
import { describeStatement } from './describe-statement.ts';
import { isSameAct, LEAD_REACH, type Lead, leadStatement } from './lead.ts';
import { identifyMention, quoteOf, spanOf } from './mention-parts.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedResolution } from './times/dated-statement.ts';

/** A dated mention with the resolution of its time expression. */
export interface DatedMention {
  readonly mention: Mention;
  readonly resolution: DatedResolution;
}

/** Dates an article's lead that has no date itself by the next dated mention of the same act. */
export class LeadFollower {
  readonly #article: Article;
  readonly #given: { readonly anchorDay: DayNumber; readonly lexicon: Lexicon };
  #sentenceCount = 0;
  #lead: Lead | null = null;

  constructor(article: Article, anchorDay: DayNumber, lexicon: Lexicon) {
    this.#article = article;
    this.#given = { anchorDay, lexicon };
  }

  /** Takes the next sentence of running text with its dated mentions. Returns the lead's mention when one of these dates it. */
  follow(sentence: SentenceAnalysis, dated: readonly DatedMention[], discourse: Discourse): Mention | null {
    this.#sentenceCount += 1;
    if (this.#sentenceCount === 1) {
      if (dated.length === 0)
        this.#lead = { sentence, quote: quoteOf(this.#article.text, sentence), discourse };
      return null;
    }
    const lead = this.#lead;
    if (dated.length > 0 || this.#sentenceCount > LEAD_REACH) this.#lead = null;
    if (lead === null) return null;
    return dated.map((each) => this.#undated(lead, each)).find((mention) => mention !== null) ?? null;
  }

  /** Passes a sentence after the lead that has no date. */
  pass(): void {
    this.#sentenceCount += 1;
    if (this.#sentenceCount > LEAD_REACH) this.#lead = null;
  }

  #undated(lead: Lead, { mention: dated, resolution }: DatedMention): Mention | null {
    const { sentence, quote, discourse } = lead;
    const statement = leadStatement(sentence, resolution);
    if (statement === null) return null;
    const description = describeStatement(sentence, statement, { ...this.#given, discourse });
    if (!isSameAct({ ...lead, description }, dated, this.#given)) return null;
    const { actorScore, ...described } = description;
    const clause = spanOf(sentence, statement);
    return {
      ...dated,
      ...described,
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
