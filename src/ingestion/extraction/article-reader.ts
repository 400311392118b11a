import type { Article, ArticleSummary, ArticleWarning } from '../../domain/event/article.ts';
import type { Mention, Quote, Span } from '../../domain/event/mention.ts';
import type { Anchor } from '../../domain/time/anchor.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import type { EventDate } from '../../domain/time/event-date.ts';
import type { Resolution, Unresolved } from '../../domain/time/resolution.ts';
import type { Named } from '../lexicon/find-new-names.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { QuoteState } from '../sentences/quotations.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { type Discourse, emptyDiscourse, goOn, inNewParagraph } from './actors/discourse.ts';
import { entitiesOf, type PlacedEntity } from './actors/entities.ts';
import { lacksSpeaker } from './actors/speaker.ts';
import { contradiction } from './article-warnings.ts';
import { describeStatement } from './describe-statement.ts';
import { type DatedMention, LeadFollower } from './lead-follower.ts';
import { identifyMention, quoteOf, spanOf } from './mention-parts.ts';
import { NounMemory } from './referents/noun-memory.ts';
import { referTitle } from './referents/refer-title.ts';
import { analyseSentence, type SentenceAnalysis } from './sentence-analysis.ts';
import { storyNames } from './story-names.ts';
import { tellsDatedAct } from './tells-dated-act.ts';
import { attachTimes } from './times/attach-times.ts';
import type { DatedResolution, DatedStatement } from './times/dated-statement.ts';
import { refersBack } from './times/refers-back.ts';
import { toldOnce } from './told-once.ts';

/** A sentence of running text or of a caption, with its quotation marks and time expressions. */
export interface SentenceInput {
  readonly sentence: Sentence;
  readonly quotes: readonly QuoteState[];
  readonly outcomes: readonly (Resolution | Unresolved)[];
  /** The anchor of the sentence: that of the article, or of its post in a live blog. */
  readonly anchor: Anchor;
  readonly isCaption: boolean;
}

/** A sentence that is not read. It has tags where it may say what a later "the fire" is. */
export interface PassedSentence {
  readonly sentence: Span;
  readonly isCaption: boolean;
  readonly tagged?: Sentence;
}

/** Characters before a sentence in which a headline's words are looked for. */
const NEIGHBOURHOOD = 600;

/** Reads an article sentence by sentence and keeps the antecedents of pronouns. */
export class ArticleReader {
  readonly mentions: Mention[] = [];
  readonly contradictions: ArticleWarning[] = [];
  readonly #article: Article;
  readonly #summary: ArticleSummary;
  readonly #lexicon: Lexicon;
  #anchor: Anchor;
  readonly #named: Named;
  #discourse: Discourse = emptyDiscourse();
  readonly #nouns = new NounMemory();
  /** The entities of the current sentence. */
  #entities: readonly PlacedEntity[] = [];
  #end = 0;
  #isCaption = false;
  readonly #lead: LeadFollower;
  readonly #story: readonly string[];
  /** The current sentence: one object for all its mentions. */
  #quote: Quote;

  /** `capitals` are the words that the article writes with a capital inside sentences. */
  constructor(article: Article, lexicon: Lexicon, capitals: ReadonlySet<string>) {
    const { id, file, title, publisher, url, publishedOn } = article;
    this.#article = article;
    this.#summary = { id, file, title, publisher, url, publishedOn };
    this.#lexicon = lexicon;
    this.#named = { surnames: new Map(), capitals };
    this.#anchor = article.anchor;
    this.#story = storyNames(article.text, title);
    const about = { summary: this.#summary, story: this.#story };
    this.#lead = new LeadFollower(article, about, toDayNumber(article.anchor.date), lexicon);
    this.#quote = quoteOf(article.text, { start: 0, end: 0 });
  }

  read({ sentence, quotes, outcomes, anchor, isCaption }: SentenceInput): void {
    this.#isCaption = isCaption;
    this.#anchor = anchor;
    const { text } = this.#article;
    const times = outcomes.map((outcome) => (outcome.kind === 'resolved' ? outcome.timex : outcome));
    const dated = outcomes.filter(isDated);
    const given = { times, dated, day: anchor.date, lexicon: this.#lexicon, named: this.#named };
    const analysis = analyseSentence(text, sentence, quotes, given);
    this.#goOnTo(sentence);
    this.#entities = entitiesOf(analysis, this.#discourse, this.#lexicon);
    if (dated.length > 0) this.#quote = quoteOf(text, sentence);
    const before = this.mentions.length;
    const found = attachTimes(analysis, dated, toDayNumber(anchor.date), this.#lexicon).flatMap((statement) =>
      this.#add(analysis, statement),
    );
    const added = toldOnce(analysis, found).map(({ mention, statement }) => ({
      mention: { ...mention, ...this.#referred(mention, analysis) },
      statement,
    }));
    this.mentions.splice(before, found.length, ...added.map(({ mention }) => mention));
    const lead = isCaption ? null : this.#lead.follow(analysis, added, this.#discourse);
    if (lead !== null) this.mentions.push(lead);
    this.#discourse = goOn(this.#discourse, this.#entities);
    this.#nouns.learn(analysis);
  }

  /** The title of a mention with the words that its readers lack. */
  #referred(mention: Mention, sentence: SentenceAnalysis): Pick<Mention, 'title' | 'titleKind'> {
    const { text, title: headline } = this.#article;
    const before = text.slice(Math.max(0, sentence.start - NEIGHBOURHOOD), sentence.start);
    return referTitle(mention, sentence, {
      lexicon: this.#lexicon,
      discourse: this.#discourse,
      nouns: this.#nouns,
      headline,
      before,
      isNews: isNear(mention.date, this.#anchor.date),
    });
  }

  /** Passes a sentence that names no actor and no date. */
  pass({ sentence, isCaption, tagged }: PassedSentence): void {
    this.#goOnTo(sentence);
    if (tagged !== undefined) this.#nouns.learn({ text: this.#article.text, ...tagged });
    if (!isCaption) this.#lead.pass();
  }

  /** Ends the article: a lead without a day is the news of the article's own, and its sentence is no title of another act. */
  end(): void {
    const report = this.#lead.report();
    if (report === null) return;
    const asides = this.#lead.asides;
    this.mentions.splice(0, Infinity, ...this.mentions.filter(({ id }) => !asides.has(id)), report);
  }

  /** A new paragraph begins without a group that "they" could mean. */
  #goOnTo({ start, end }: Span): void {
    if (this.#article.text.slice(this.#end, start).includes('\n'))
      this.#discourse = inNewParagraph(this.#discourse);
    this.#end = end;
  }

  #add(sentence: SentenceAnalysis, statement: DatedStatement): readonly DatedMention[] {
    const { id } = this.#article;
    const anchor = this.#anchor;
    const { timex, date, rule, confidence } = statement.resolution;
    const limit = statement.clause.verb?.first ?? Number.POSITIVE_INFINITY;
    const here = this.#entities.filter(({ at }) => at < limit);
    const discourse = { ...this.#discourse, here };
    const described = describeStatement(sentence, statement, {
      anchorDay: toDayNumber(anchor.date),
      lexicon: this.#lexicon,
      discourse,
    });
    const back = refersBack(sentence, statement, this.mentions);
    const { title, titleKind, act, subject, modality, actorScore } = described;
    const { type, typePattern, actors, places } = back ?? described;
    if (!/\p{L}/u.test(title) || lacksSpeaker(sentence, statement, discourse)) return [];
    const clause = spanOf(sentence, statement);
    this.#check(statement);
    if (!tellsDatedAct(sentence, statement, described)) return [];
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
      titleKind,
      act,
      story: this.#story,
      subject,
    };
    this.mentions.push(mention);
    return [{ mention, statement }];
  }

  /** Captions and past tenses report past events, so their dates must not lie after the anchor. */
  #check({ kind, clause, verb, resolution }: DatedStatement): void {
    const isPast =
      kind === 'CLAUSE' && verb?.form === 'PAST' && !clause.quoted && clause.kind !== 'COMPLEMENT';
    const warning = isPast || this.#isCaption ? contradiction(resolution, this.#anchor.date) : null;
    if (warning !== null) this.contradictions.push(warning);
  }
}

/** Whether the headline of an article may be about a date: a plan, or a day that is not long past. */
function isNear(date: EventDate | null, day: CalendarDate): boolean {
  const latest = date?.latest ?? date?.earliest ?? null;
  const daysAgo = latest === null ? 0 : toDayNumber(day) - toDayNumber(latest);
  return daysAgo <= LONGEST_AGO && daysAgo >= -LONGEST_AHEAD;
}

const LONGEST_AGO = 45;
const LONGEST_AHEAD = 366;

/** Whether an expression gives a date to what is stated. */
export const isDated = (outcome: Resolution | Unresolved): outcome is DatedResolution =>
  outcome.kind === 'resolved' && outcome.date !== null;
