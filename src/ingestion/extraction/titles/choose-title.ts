import type { Mention, Modality } from '../../../domain/event/mention.ts';
import { negationOf } from '../../../parsing/tree/modality.ts';
import { isPassive } from '../../../parsing/tree/predicate.ts';
import type { FoundName } from '../../lexicon/find-names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import {
  type Antecedent,
  bodyNoun,
  calledSo,
  type Discourse,
  referentOf,
  subjectHere,
} from '../actors/discourse.ts';
import { isImpersonal } from '../actors/pronoun.ts';
import { speakerOf } from '../actors/speaker.ts';
import { subjectOf } from '../actors/subject.ts';
import { predicateOfVerb } from '../actors/subject-in-tree.ts';
import type { SentenceAnalysis, Subject } from '../sentence-analysis.ts';
import type { DatedStatement } from '../times/dated-statement.ts';
import { deedTitle } from './nouns/deed-title.ts';
import { describedNounTitle } from './nouns/described-noun-title.ts';
import { nounTitle } from './nouns/noun-title.ts';
import { sentenceTitle } from './sentence/sentence-title.ts';
import { titlePlaces } from './sentence/title-places.ts';
import { type TitleNames, titleOf } from './title.ts';
import { doubtAbout } from './title-guard.ts';
import { withoutDropCap } from './title-text.ts';
import { withDates } from './title-times.ts';
import { toldStatement } from './told-statement.ts';

interface Given {
  readonly lexicon: Lexicon;
  readonly discourse: Discourse;
}

/**
 * The title of a statement, and how it was made: from the object of a deed, from the clause, from the noun that the clause
 * describes. Where none of them is sure, it is the sentence's own words.
 */
export function titleFor(
  sentence: SentenceAnalysis,
  statement: DatedStatement,
  given: Given & { readonly modality: Modality },
): ChosenTitle {
  const { title: words, titleKind } = titleOfWords(sentence, statement, given);
  const title = withoutDropCap(words, sentence);
  const dated = withDates(title, sentence);
  return dated === title ? { title, titleKind } : { title: dated, titleKind: 'EDITED' };
}

type ChosenTitle = Pick<Mention, 'title' | 'titleKind'>;

function titleOfWords(
  sentence: SentenceAnalysis,
  dated: DatedStatement,
  { modality, ...given }: Given & { readonly modality: Modality },
): ChosenTitle {
  const isSpeech = (lemma: string): boolean => given.lexicon.speech.has(lemma);
  const statement = toldStatement(sentence, dated, isSpeech);
  const names = namesFor(sentence, statement, given);
  const isPast = modality === 'ASSERTED' || modality === 'REPORTED';
  const deed = isPast ? deedTitle(sentence, statement) : null;
  if (deed !== null) return { title: deed, titleKind: 'EDITED' };
  const { text: title, ...made } = titleOf(sentence, statement, names);
  const isDenied = statement.clause.quoted && modality === 'UNREAL';
  const known = { meant: names.subject !== null, says: names.says, ...made };
  const doubt = isDenied ? 'DENIED' : doubtAbout(title, sentence, statement, known);
  const happening = doubt === null ? nounTitle(sentence, statement, modality) : null;
  if (happening !== null) return { title: happening, titleKind: 'EDITED' };
  if (doubt === null) return { title, titleKind: 'CLAUSE' };
  const described = describedNounTitle(sentence, statement, modality);
  if (described !== null) return { title: described.text, titleKind: described.kind };
  const places = titlePlaces(sentence, statement, {
    says: names.says,
    needsTime: doubt === 'NO_COMPLEMENT',
    isSpeech,
  });
  return { title: sentenceTitle(sentence.text, sentence, places), titleKind: 'SENTENCE' };
}

function namesFor(
  sentence: SentenceAnalysis,
  { kind, clause, verb }: DatedStatement,
  { lexicon, discourse }: Given,
): TitleNames {
  const subject = kind === 'NOUN' ? null : subjectOf(sentence, clause);
  const meant = subject === null ? null : meantBy(sentence, subject, discourse);
  const isSpeech = verb !== null && verb === clause.verb && lexicon.speech.has(verb.lemma);
  return {
    subject: meant?.words ?? null,
    speaker: speakerOf(sentence, clause, discourse),
    surname: surnameOf(sentence, subject?.names ?? []),
    says: isSpeech && !isSilent(sentence, verb.head),
  };
}

/** Who or what a pronoun or "the company" stands for, where there is one candidate. */
function meantBy(
  sentence: SentenceAnalysis,
  { tokens, pronoun }: Subject,
  discourse: Discourse,
): Antecedent | null {
  if (pronoun !== null && isImpersonal(sentence, tokens[0] ?? 0)) return null;
  if (pronoun !== null) return referentOf(pronoun, discourse) ?? subjectHere(pronoun, discourse);
  const [article, noun] = tokens.map((index) => sentence.tokens[index]);
  const isBody = tokens.length === 2 && article?.lower === 'the' && bodyNoun(noun?.lower ?? '') !== null;
  const bearer = isBody ? calledSo(discourse, noun?.lower ?? '') : null;
  const isNamed = bearer !== null && sentence.text.slice(sentence.start, sentence.end).includes(bearer.words);
  return isNamed ? null : bearer;
}

/** "The clerks *were told* that …", "the yard *did not answer*": the subject did not say the content. */
function isSilent({ parsed }: SentenceAnalysis, verb: number): boolean {
  if (parsed === null) return false;
  const predicate = predicateOfVerb(parsed, verb);
  return isPassive(parsed, predicate) || negationOf(parsed, predicate) !== null;
}

/** The last word of the name of the only person in a subject. */
function surnameOf({ tokens }: SentenceAnalysis, names: readonly FoundName[]): string | null {
  const people = names.filter(({ kind }) => kind === 'PERSON');
  const last = people.at(-1);
  const surname = tokens[last?.last ?? -1]?.text ?? '';
  const isOne = people.every(({ actor }) => actor?.id === last?.actor?.id);
  return isOne && last?.actor?.name.endsWith(surname) ? surname : null;
}
