import type { Actor } from '../../../domain/event/mention.ts';

/** Someone whom a pronoun may mean: how the text called them last, and who they are. */
export interface Antecedent {
  readonly words: string;
  readonly actors: readonly Actor[];
}

/** Who has been spoken of so far in an article, for "he", "she", "it" and "they". A new paragraph forgets the latter two. */
export interface SpokenOf {
  person: Antecedent | null;
  group: Antecedent | null;
}

export const nobody = (): SpokenOf => ({ person: null, group: null });

/** Whom a pronoun means; null where nobody fits. */
export function meaningOf(pronoun: string, spokenOf: SpokenOf): Antecedent | null {
  if (pronoun === 'he' || pronoun === 'she') return spokenOf.person;
  return pronoun === 'it' || pronoun === 'they' ? spokenOf.group : null;
}
