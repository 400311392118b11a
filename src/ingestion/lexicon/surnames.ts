import type { Token } from '../sentences/sentence.ts';
import type { FoundName } from './find-names.ts';

/** People whom an article has named in full, by surname in lower case: a later "Ms. Ortiz" is Elena Ortiz. */
export type Surnames = Map<string, FoundName>;

/** Words that do not make a name specific: every country has a "Defense Ministry". */
export const GENERIC =
  /^(?:Agriculture|Central|Constitutional|Defen[cs]e|Economy|Energy|Finance|Foreign|Health|High|Interior|Justice|National|Security|State|Supreme|Trade|Stock|Police|International|News|Communist|Interests)$/u;

/** A later "Ms. Ortiz" is Elena Ortiz, whom the article has named in full or with a title. */
export function learnPerson(
  surnames: Surnames,
  tokens: readonly Token[],
  name: FoundName,
  titled = false,
): void {
  const [first, last] = [tokens[name.first], tokens[name.last]];
  if (last !== undefined && (titled || name.last > name.first)) surnames.set(last.lower, name);
  if (first !== undefined && name.last > name.first && FAMILY_FIRST.test(first.text))
    surnames.set(first.lower, name);
}

/** Family names that stand before the given name: a later "Li" is Li Wenhua. */
const FAMILY_FIRST =
  /^(?:Cai|Cao|Chen|Cheng|Choi|Deng|Gao|Guo|Han|Hu|Huang|Jiang|Kang|Kim|Lee|Li|Liang|Lin|Liu|Luo|Ma|Moon|Nguyen|Pan|Park|Peng|Ren|Shen|Song|Sun|Tan|Tang|Tran|Wang|Wei|Wen|Wu|Xi|Xie|Xu|Yang|Yao|Yoon|Yu|Zeng|Zhang|Zhao|Zheng|Zhou|Zhu)$/u;

/** First words that stand for many organizations. */
const COMMON_FIRST =
  /^(?:Advanced|Allied|American|Applied|Associated|Atlantic|Bank|Consolidated|Continental|Digital|East|Eastern|Federal|First|General|Global|Great|Home|New|North|Northern|Pacific|Royal|Service|South|Southern|Standard|United|Universal|University|West|Western|World)$/u;

/** A later "Norrail" or "Norrail Sea" is "Norrail Sea Co.", and a name of one word stands for itself. */
export function learnShort(surnames: Surnames, tokens: readonly Token[], name: FoundName): void {
  const words = tokens.slice(name.first, name.last + 1);
  const isCompany = words.length === 1 || COMPANY.test(words.at(-1)?.text ?? '');
  const [one] = words;
  if (one === undefined || !isCompany) return;
  const short = words.length > 2 ? [keyOf(words.slice(0, -1))] : [];
  const isCommon = GENERIC.test(one.text) || COMMON_FIRST.test(one.text) || one.text.length < 3;
  for (const key of isCommon ? short : [one.lower, ...short]) if (!surnames.has(key)) surnames.set(key, name);
}

const COMPANY =
  /^(?:AG|Co|Cos|Corp|Corporation|Company|GmbH|Holdings|Inc|LLC|LLP|Ltd|NV|PLC|Plc|SA|SpA)\.?$/u;

export const keyOf = (words: readonly Token[]): string =>
  words
    .filter(({ text }) => text !== ',')
    .map(({ lower }) => lower)
    .join(' ');
