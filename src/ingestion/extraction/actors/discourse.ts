import type { Actor } from '../../../domain/event/mention.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import { isPlaceHere, unique } from './places.ts';
import { subjectOf } from './subject.ts';

const LONGEST_PHRASE = 60;

/** A possible antecedent of a pronoun: its latest words in the text, and its actors. */
export interface Antecedent {
  readonly words: string;
  readonly actors: readonly Actor[];
}

/**
 * The antecedents so far in an article: `person` for "he" and "she", `group` for "it" and "they". A new
 * paragraph clears `group`.
 */
export interface Discourse {
  person: Antecedent | null;
  group: Antecedent | null;
}

export const emptyDiscourse = (): Discourse => ({ person: null, group: null });

/** The antecedent of a pronoun; null where there is none. */
export function referentOf(pronoun: string, discourse: Discourse): Antecedent | null {
  if (pronoun === 'he' || pronoun === 'she') return discourse.person;
  return pronoun === 'it' || pronoun === 'they' ? discourse.group : null;
}

/**
 * The antecedents for a clause: the subjects of the sentence's earlier clauses, else those of earlier
 * sentences. Without a clause, those after the whole sentence.
 */
export function discourseBefore(
  sentence: SentenceAnalysis,
  clause: Clause | null,
  discourse: Discourse,
): Discourse {
  const limit = clause?.verb?.first ?? Number.POSITIVE_INFINITY;
  const overlay = { ...discourse };
  for (const other of sentence.tree.clauses) {
    if (other === clause || other.verb === null || other.verb.first >= limit || other.quoted) continue;
    remember(sentence, subjectOf(sentence, other), overlay);
  }
  const people = uniquePeople(sentence, limit);
  if (overlay.person === discourse.person && people.length === 1 && people[0] !== undefined)
    overlay.person = { words: people[0].name, actors: people };
  return overlay;
}

/**
 * The people named before a position in a sentence. A single one may be the antecedent of the next pronoun,
 * even if it is no subject.
 */
const uniquePeople = ({ names }: SentenceAnalysis, limit: number): readonly Actor[] =>
  unique(
    names.flatMap(({ kind, actor, first }) =>
      kind === 'PERSON' && actor !== null && first < limit ? [actor] : [],
    ),
  );

function remember(sentence: SentenceAnalysis, subject: Subject, discourse: Discourse): void {
  const [person] = subject.names.filter(isActing('PERSON'));
  if (person?.actor) discourse.person = { words: person.actor.name, actors: [person.actor] };
  else if (isUnknownName(sentence, subject))
    discourse.person = { words: wordsOf(sentence, subject), actors: [] };
  const groups = subject.names.filter(
    (name) =>
      !name.demonym &&
      !isPlaceHere(sentence, name) &&
      (isActing('STATE')(name) || isActing('ORGANIZATION')(name)),
  );
  if (person === undefined && groups.length > 0)
    discourse.group = {
      words: phraseOf(sentence, subject, groups),
      actors: groups.flatMap(({ actor, side }) => [actor, side]).filter((actor) => actor !== null),
    };
}

/**
 * A single capitalized word that neither the lexicon nor an earlier sentence explains. It names a new person,
 * so it replaces the antecedent.
 */
const isUnknownName = ({ tokens }: SentenceAnalysis, { names, tokens: indices }: Subject): boolean =>
  names.length === 0 && indices.length === 1 && tokens[indices[0] ?? -1]?.pos === 'PROPN';

const wordsOf = ({ tokens }: SentenceAnalysis, { tokens: indices }: Subject): string =>
  tokens[indices[0] ?? -1]?.text ?? '';

const isActing =
  (kind: FoundName['kind']) =>
  (name: FoundName): boolean =>
    name.kind === kind && name.actor !== null;

/** "The U.S. and European Union" in the words of the text; the names alone where the phrase is long. */
function phraseOf(
  { text, tokens }: SentenceAnalysis,
  subject: Subject,
  groups: readonly FoundName[],
): string {
  const [first, last] = [tokens[subject.tokens[0] ?? 0], tokens[subject.tokens.at(-1) ?? 0]];
  const phrase = text.slice(first?.start, last?.end);
  const isJoint =
    phrase.length <= LONGEST_PHRASE && subject.tokens.some((index) => tokens[index]?.pos === 'CCONJ');
  return isJoint ? phrase : groups.map(({ start, end }) => text.slice(start, end)).join(' and ');
}
