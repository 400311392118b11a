import type { Token } from '../sentences/sentence.ts';

/** The tokenizer leaves "e-Salt" whole. */
const CAPITALIZED = /^(?:e-)?\p{Lu}[\p{L}&'’-]*\.?$/u;

export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined && CAPITALIZED.test(token.text) && (token.pos === 'PROPN' || token.pos === 'NOUN');

/** "*Greater* Wexcombe Police": an adjective that belongs to the name after it, also at the start of a sentence. */
export const opensName = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Greater|Metropolitan|Royal)$/u.test(tokens[at]?.text ?? '') && isNameWord(tokens[at + 1]);

/** "Li *Na*", "Alan *Mulally*": a capitalized word inside a name that the tagger takes for a small word. */
export const isOddName = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}\p{Ll}+$/u.test(token.text) && /^(?:ADV|INTJ|PART|X)$/u.test(token.pos);

/** "Kimberly*-*Clark", "Jamaat*-i-*Islami", not "KMT-CPC" nor "R-Ind.". */
function isHyphenInName(tokens: readonly Token[], at: number): boolean {
  const [before, hyphen, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isMiddle = (token: Token | undefined): boolean => HYPHENED.test(token?.text ?? '');
  const isHyphen = (token: Token | undefined): boolean => token?.text === '-';
  if (isMiddle(hyphen)) return isHyphen(before) && isHyphen(after) && isNameWord(tokens[at + 2]);
  if (isHyphen(hyphen) && isMiddle(after)) return isHyphen(tokens[at + 2]) && isNameWord(tokens[at + 3]);
  if (isHyphen(hyphen) && isMiddle(before)) return isHyphen(tokens[at - 2]) && isNameWord(after);
  const isWord = (token: Token | undefined): boolean => /^(?:e-)?\p{Lu}\p{L}*\p{Ll}/u.test(token?.text ?? '');
  return (
    hyphen?.text === '-' &&
    hyphen.start === before?.end &&
    hyphen.end === after?.start &&
    isWord(before) &&
    isWord(after) &&
    isNameWord(after)
  );
}

/** "*J.S.* Roe" */
export const isInitials = (tokens: readonly Token[], at: number): boolean =>
  /^(?:\p{Lu}\.){2,3}$/u.test(tokens[at]?.text ?? '') && isNameWord(tokens[at + 1]);

/** "Tehreek-*e*-Insaf", "Stoke-*on*-Trent". */
const HYPHENED = /^(?:al|de|du|e|el|i|la|le|of|on|sur|the|ud|ul|un|upon|ur)$/u;

/** "the Dockers*'* Federation", "the People*'s* Liberation Army", "the Hale County Sheriff*'s* Office". */
export function isOwnerInName(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1]?.text ?? '', tokens[at]?.text ?? '', tokens[at + 1]];
  if (!isNameWord(after)) return false;
  if (/^['’]$/u.test(mark)) return before.toLowerCase().endsWith('s');
  if (!/^['’]s$/u.test(mark)) return false;
  return PLURALS.test(before) || (OFFICERS.test(before) && OFFICES.test(after?.text ?? ''));
}

const PLURALS = /^(?:Children|Men|People|Women)$/u;
const OFFICERS =
  /^(?:Attorney|Clerk|Commissioner|Comptroller|Coroner|Defender|Examiner|General|Governor|Marshal|Mayor|Ombudsman|Prosecutor|Sheriff|Treasurer)$/u;
const OFFICES = /^(?:Bureau|Department|Office)$/u;

/** A mark inside a name: a hyphen, an apostrophe, or the comma before a legal form. */
export const joinsName = (tokens: readonly Token[], at: number): boolean =>
  isHyphenInName(tokens, at) || isOwnerInName(tokens, at) || isCommaInName(tokens, at);

/** "Elena *de la* Roe", "Abdullah *bin* Omar", "Ruiz *y* Roe". */
const PARTICLE =
  /^(?:abu|af|al|av|ben|bin|bint|da|das|de|del|den|der|di|dos|du|el|ibn|la|le|ould|ten|ter|van|von|y|zu)$/u;

export const isParticle = (token: Token | undefined): boolean => PARTICLE.test(token?.lower ?? '');

/** "Quist Foods *plc*", "Quist Foods, *Inc.*": a legal form in small letters or after a comma. */
export const isLegalForm = (tokens: readonly Token[], at: number): boolean =>
  /^(?:plc|llc|llp|inc|ltd)$/u.test(tokens[at]?.text ?? '') ||
  (tokens[at - 1]?.text === ',' && AFTER_COMMA.test(tokens[at]?.text ?? ''));

/** "Quist Foods*,* Inc." */
const isCommaInName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' && AFTER_COMMA.test(tokens[at + 1]?.text ?? '');

const AFTER_COMMA = /^(?:Inc|LLC|LLP|Ltd|L\.L\.C|L\.P|P\.C|N\.A)\.?$/u;

/** Bodies that are named with "of" or "for": "Bank of America", "Union of Teachers", "Centre for Health". */
const OF_BODY =
  /^(?:Academy|Agency|Alliance|Association|Authority|Bank|Board|Bureau|Campaign|Centre|Center|Chamber|Church|Coalition|College|Commission|Committee|Confederation|Conference|Congress|Council|Court|Department|Directorate|Federation|Foundation|Fund|Guild|House|Institute|Institution|League|Ministry|Movement|Museum|Network|Office|Organi[sz]ation|School|Society|Union|University)$/u;

/** "Bank *of* America", "University *of the* North": words between a body and what it is for. */
export function isOfInName(tokens: readonly Token[], at: number): boolean {
  const of = tokens[at]?.lower === 'the' ? at - 1 : at;
  return /^(?:of|for)$/u.test(tokens[of]?.lower ?? '') && OF_BODY.test(tokens[of - 1]?.text ?? '');
}

/** Fields of work, which "and" joins in the name of a body: "Ministry of Trade *and* Industry". */
const FIELD =
  /^(?:Affairs|Agriculture|Arts|Commerce|Communications?|Control|Culture|Defen[cs]e|Design|Development|Economy|Education|Employment|Energy|Engineering|Environment|Explosives|Families|Finance|Firearms|Fisheries|Forestry|Health|Housing|Immigration|Industry|Information|Infrastructure|Investigations?|Justice|Labou?r|Letters|Management|Medicine|Mines|Mining|Planning|Policy|Prevention|Public|Regional|Research|Resources|Rights|Rural|Sciences?|Security|Social|Sports?|Standards|Statistics|Technology|Tourism|Trade|Training|Transport|Transportation|Urban|Water|Welfare|Youth)$/u;

export const isField = (token: Token | undefined): boolean => FIELD.test(token?.text ?? '');
