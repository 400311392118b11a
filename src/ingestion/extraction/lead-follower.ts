import type { Article, ArticleSummary } from '../../domain/event/article.ts';
import type { MentionId } from '../../domain/event/ids.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { DayNumber } from '../../domain/time/calendar-date.ts';
import { headsOf, roleOf } from '../../parsing/tree/sentence-tree.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isWholeSentence } from '../sentences/wording.ts';
import type { Discourse } from './actors/discourse.ts';
import { lacksSpeaker } from './actors/speaker.ts';
import { predicateOfVerb } from './actors/subject-in-tree.ts';
import { describeStatement } from './describe-statement.ts';
import { isNew, isSameAct, LEAD_REACH, type Lead, leadStatement } from './lead.ts';
import { identifyMention, quoteOf, spanOf } from './mention-parts.ts';
import { headlineOf, isOfOneAct, reportStatement } from './report-statement.ts';
import type { SentenceAnalysis } from './sentence-analysis.ts';
import type { DatedStatement } from './times/dated-statement.ts';

/** A dated mention with the statement that it was made of. */
export interface DatedMention {
  readonly mention: Mention;
  readonly statement: DatedStatement;
}

/** Whether an account with the whole sentence as its title tells of a noun in it: "charged the man *who robbed a shop on Monday*". */
function isAside(
  { parsed }: SentenceAnalysis,
  { mention, statement: { clause, verb } }: DatedMention,
): boolean {
  if (mention.titleKind !== 'SENTENCE' || clause.kind !== 'RELATIVE') return false;
  if (parsed === null || verb === null) return true;
  const predicate = predicateOfVerb(parsed, verb.head);
  return [predicate, ...headsOf(parsed, predicate)].some((word) => roleOf(parsed, word) === 'acl');
}

/** Dates an article's lead that has no date itself: by the next dated mention of the same act, else by the article's day. */
export class LeadFollower {
  readonly #article: Article;
  readonly #summary: ArticleSummary;
  readonly #story: readonly string[];
  readonly #given: { readonly anchorDay: DayNumber; readonly lexicon: Lexicon };
  #sentenceCount = 0;
  #lead: Lead | null = null;
  /** The lead, while no day is known for its act. */
  #undatedLead: Lead | null = null;
  #asides: ReadonlySet<MentionId> = new Set();

  constructor(
    article: Article,
    repeated: { readonly summary: ArticleSummary; readonly story: readonly string[] },
    anchorDay: DayNumber,
    lexicon: Lexicon,
  ) {
    this.#article = article;
    this.#summary = repeated.summary;
    this.#story = repeated.story;
    this.#given = { anchorDay, lexicon };
  }

  /** The accounts of the lead's relative clauses that put the whole sentence under another recent day. */
  get asides(): ReadonlySet<MentionId> {
    return this.#asides;
  }

  /** Takes the next sentence of running text with its dated mentions. Returns the lead's mention when one of these dates it. */
  follow(sentence: SentenceAnalysis, dated: readonly DatedMention[], discourse: Discourse): Mention | null {
    this.#sentenceCount += 1;
    if (this.#sentenceCount === 1) {
      const lead = { sentence, quote: quoteOf(this.#article.text, sentence), discourse };
      this.#undatedLead = this.#isDated(sentence, dated) ? null : lead;
      if (dated.length === 0) this.#lead = lead;
      const asides = dated.filter((account) => isAside(sentence, account) && this.#isNew(account));
      this.#asides = new Set(asides.map(({ mention }) => mention.id));
      return null;
    }
    const lead = this.#lead;
    if (dated.length > 0 || this.#sentenceCount > LEAD_REACH) this.#lead = null;
    if (lead === null) return null;
    const found = dated.map((each) => this.#undated(lead, each)).find((mention) => mention !== null) ?? null;
    if (found !== null) this.#undatedLead = null;
    return found;
  }

  /** The mention of a lead that no day was found for, as news of the article's own day; null where that is not known. */
  report(): Mention | null {
    const { id, anchor } = this.#article;
    const lead = this.#undatedLead;
    if (lead === null || anchor.basis === 'DEFAULT') return null;
    const { sentence, quote, discourse } = lead;
    const statement = reportStatement(sentence, anchor.date, this.#given.lexicon);
    if (statement === null || lacksSpeaker(sentence, statement, discourse)) return null;
    const { actorScore, ...described } = describeStatement(sentence, statement, {
      ...this.#given,
      discourse,
    });
    const { date, confidence } = statement.resolution;
    const clause = spanOf(sentence, statement);
    const headline = described.titleKind === 'SENTENCE' ? headlineOf(this.#article.title, quote.exact) : null;
    return {
      ...described,
      ...(headline !== null && { title: headline, titleKind: 'HEADLINE' as const }),
      id: identifyMention(id, clause, null),
      article: this.#summary,
      story: this.#story,
      quote,
      clause,
      timex: null,
      date,
      rule: null,
      datedBy: null,
      anchor,
      confidence: Math.round(confidence * statement.attachment * actorScore * 100) / 100,
    };
  }

  /** Whether a date of its sentence is that of the lead's act. Where the title is the sentence itself, a recent day is. */
  #isDated(sentence: SentenceAnalysis, dated: readonly DatedMention[]): boolean {
    const report = reportStatement(sentence, this.#article.anchor.date, this.#given.lexicon);
    if (report === null) return true;
    return dated.some((account) => {
      const isWhole = isWholeSentence(account.mention) && !isAside(sentence, account) && this.#isNew(account);
      return isWhole || isOfOneAct(sentence, report, account.statement);
    });
  }

  #isNew({ mention: { date } }: DatedMention): boolean {
    return date !== null && isNew(date, this.#given.anchorDay);
  }

  /** Passes a sentence after the lead that has no date. */
  pass(): void {
    this.#sentenceCount += 1;
    if (this.#sentenceCount > LEAD_REACH) this.#lead = null;
  }

  #undated(lead: Lead, { mention: dated, statement: { resolution } }: DatedMention): Mention | null {
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
