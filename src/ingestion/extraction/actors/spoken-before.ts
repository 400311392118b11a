import type { Actor } from '../../../domain/event/mention.ts';
import type { FoundName } from '../../lexicon/found-name.ts';
import type { Clause } from '../../sentences/clause.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { SpokenOf } from './discourse-people.ts';
import { isPlaceHere, unique } from './participants.ts';
import { subjectOf } from './subject.ts';

const LONGEST_PHRASE = 60;

/** Whom a pronoun in a clause may mean: the subjects of the sentence's earlier clauses, then those spoken of before. */
export function spokenBefore(
  sentence: SentenceAnalysis,
  clause: Clause | null,
  spokenOf: SpokenOf,
): SpokenOf {
  const limit = clause?.verb?.first ?? Number.POSITIVE_INFINITY;
  const overlay = { ...spokenOf };
  for (const other of sentence.tree.clauses) {
    if (other === clause || other.verb === null || other.verb.first >= limit || other.quoted) continue;
    remember(sentence, subjectOf(sentence, other), overlay);
  }
  const people = uniquePeople(sentence, limit);
  if (overlay.person === spokenOf.person && people.length === 1 && people[0] !== undefined)
    overlay.person = { words: people[0].name, actors: people };
  return overlay;
}

/** Who is named before a place in a sentence: the only one may be meant by the next pronoun, though not the subject. */
const uniquePeople = ({ names }: SentenceAnalysis, limit: number): readonly Actor[] =>
  unique(
    names.flatMap(({ kind, actor, first }) =>
      kind === 'PERSON' && actor !== null && first < limit ? [actor] : [],
    ),
  );

function remember(sentence: SentenceAnalysis, subject: Subject, spokenOf: SpokenOf): void {
  const [person] = subject.names.filter(isActing('PERSON'));
  if (person?.actor) spokenOf.person = { words: person.actor.name, actors: [person.actor] };
  else if (isUnknownName(sentence, subject))
    spokenOf.person = { words: wordsOf(sentence, subject), actors: [] };
  const groups = subject.names.filter(
    (name) =>
      !name.demonym &&
      !isPlaceHere(sentence, name) &&
      (isActing('STATE')(name) || isActing('ORGANIZATION')(name)),
  );
  if (person === undefined && groups.length > 0)
    spokenOf.group = {
      words: phraseOf(sentence, subject, groups),
      actors: groups.flatMap(({ actor, side }) => [actor, side]).filter((actor) => actor !== null),
    };
}

/** A single capitalised word that no table and no earlier sentence explains: somebody, but not the one spoken of before. */
const isUnknownName = ({ tokens }: SentenceAnalysis, { names, tokens: indices }: Subject): boolean =>
  names.length === 0 && indices.length === 1 && tokens[indices[0] ?? -1]?.pos === 'PROPN';

const wordsOf = ({ tokens }: SentenceAnalysis, { tokens: indices }: Subject): string =>
  tokens[indices[0] ?? -1]?.text ?? '';

const isActing =
  (kind: FoundName['kind']) =>
  (name: FoundName): boolean =>
    name.kind === kind && name.actor !== null;

/** "The U.S. and European Union" as the text has it; the names alone where that is long. */
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
