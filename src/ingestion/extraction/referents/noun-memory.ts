import type { SentenceTree } from '../../../parsing/tree/sentence-tree.ts';
import { isPersonNoun } from '../../lexicon/person-nouns.ts';
import type { Token } from '../../sentences/sentence.ts';
import { asReference, type CalledPhrase, isAnother, isFirst, isNamedOnly, isRival } from './called-phrase.ts';
import { type NounPhrase, nounPhrasesOf } from './noun-phrases.ts';

/** A sentence as far as its noun phrases go. */
export interface PhraseSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly parsed: SentenceTree | null;
  readonly skipped?: readonly boolean[];
}

/** A phrase that says what "the fire" is. It is sure where a name, or a description of a person, tells it from others. */
export interface Fuller {
  readonly words: string;
  readonly isSure: boolean;
}

/** The noun phrases that an article has used, by the noun: "a fire at a mill" under "fire". */
export class NounMemory {
  readonly #called = new Map<string, readonly CalledPhrase[]>();

  /** Learns the phrases of the next sentence. */
  learn({ text, tokens, parsed, skipped }: PhraseSource): void {
    for (const phrase of nounPhrasesOf(tokens, parsed, skipped)) this.#note(text, tokens, phrase);
  }

  #note(text: string, tokens: readonly Token[], phrase: NounPhrase): void {
    const { first, head, last, determiner, isModified, isNamed } = phrase;
    const noun = tokens[head];
    if (noun === undefined) return;
    const words = text.slice(tokens[first]?.start, tokens[last]?.end).replaceAll(/\s+/gu, ' ');
    if (words.length > LONGEST_PHRASE) {
      this.#rival(noun.lemma, phrase);
      return;
    }
    const isName = noun.pos === 'PROPN';
    if (isName && !isModified && last === head) return;
    const isPlural = !isName && noun.lower !== noun.lemma;
    /** "Alba merger" lost its article, or the first of its names. */
    const isTorn = determiner === 'NONE' && !isName && !isPlural && isNamed;
    const called = {
      words,
      determiner: isTorn ? 'OTHER' : determiner,
      isPlural,
      isModified,
      isNamed,
    } as const;
    this.#add(isName ? noun.lower : noun.lemma, called);
    const age = /^an? (\d+-year-old)(?= )/iu.exec(words)?.[1];
    if (age !== undefined) this.#add(age, called);
  }

  #rival(noun: string, { determiner, isModified }: NounPhrase): void {
    this.#add(noun, {
      words: '',
      determiner: 'OTHER',
      isPlural: false,
      isModified,
      isNamed: determiner === 'OWNER',
    });
  }

  #add(noun: string, called: CalledPhrase): void {
    const known = this.#called.get(noun) ?? [];
    const isKnown = known.some(
      ({ words, determiner }) => words === called.words && determiner === called.determiner,
    );
    if (!isKnown && known.length < MOST_CALLED) this.#called.set(noun, [...known, called]);
  }

  /** The fuller phrase that "the fire" stands for; null where the article has none, or several. */
  fullerFor(noun: string, isPlural: boolean): Fuller | null {
    const known = this.#called.get(noun) ?? [];
    const firsts = known.filter((called) => isFirst(called, isPlural));
    const named = known.filter((called) => isNamedOnly(called, isPlural));
    const [one, ...others] = [...firsts, ...named];
    const rivals = known.filter((called) => isRival(called, isPlural) || isAnother(called, isPlural, one));
    const isPerson = isPersonNoun(noun) && !isPlural;
    if (one !== undefined && others.length === 0 && rivals.length === 0 && known.length < MOST_CALLED) {
      const isSomebody = isPersonNoun(noun) || /year-old$/u.test(noun);
      if (one.isModified || one.isNamed)
        return { words: asReference(one, isSomebody), isSure: one.isNamed || isSomebody };
      return isPerson ? { words: one.words.toLowerCase(), isSure: true } : null;
    }
    const isStranger = isPerson && firsts.some(({ determiner }) => determiner === 'INDEFINITE');
    return isStranger ? { words: `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`, isSure: false } : null;
  }

  /** A name as the article has it: "the High Court", "Alba Bank". */
  asWritten(noun: string, name: string): string {
    const withArticle = `the ${name}`;
    const isDefinite = this.#called
      .get(noun)
      ?.some(({ words }) => words.toLowerCase() === withArticle.toLowerCase());
    return isDefinite === true ? withArticle : name;
  }

  /** Whether the article has introduced more than one: "a man in Leeds" and "another man". */
  areSeveral(noun: string): boolean {
    const firsts = (this.#called.get(noun) ?? []).filter(
      ({ words, determiner, isPlural }) =>
        !isPlural && (determiner === 'INDEFINITE' || /^(?:another|the (?:other|second)) /iu.test(words)),
    );
    return firsts.length > 1;
  }

  /** Whether no phrase of the article says that there are several: "another mayor", "two mayors". */
  isOne(noun: string): boolean {
    return (this.#called.get(noun) ?? []).every(
      (called) => !isRival(called, false) && called.determiner !== 'INDEFINITE',
    );
  }
}

/** More phrases of one noun than these say that the article is about many. */
const MOST_CALLED = 8;
const LONGEST_PHRASE = 70;
