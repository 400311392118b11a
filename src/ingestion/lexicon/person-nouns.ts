import type { Gender } from './lexicon.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const FEMALE = words(
  'actress aunt businesswoman chairwoman congresswoman councilwoman daughter girl girlfriend goddess grandmother heiress heroine hostess mother ms mrs niece nun policewoman princess queen saleswoman sister spokeswoman waitress widow wife woman baroness duchess dame lady',
);
const MALE = words(
  'boy boyfriend brother businessman chairman congressman councilman father fireman grandfather hero husband king man mr nephew policeman priest prince salesman son spokesman uncle widower baron duke lord sir emperor pope sultan',
);
/** Nouns for people of either gender. */
const EITHER = words(
  'actor activist advocate adviser advisor aide analyst anchor applicant architect artist assistant athlete attacker attorney author barrister batsman billionaire bishop bowler boss builder buyer candidate captain chairperson chancellor chief child citizen clerk climber coach colleague commander commissioner competitor columnist comedian composer contractor convict councillor counsel critic customer defendant defender deputy designer detective dictator diplomat director doctor dealer driver economist editor employee engineer envoy executive expert farmer fighter filmmaker footballer forward founder fullback goalkeeper friend general governor guard gunman head historian immigrant inspector insurgent investigator investor journalist judge justice kid killer lawmaker lawyer leader legislator lieutenant magistrate manager marshal mayor mediator midfielder minister musician neighbor neighbour novelist nurse officer official opponent owner painter partner passenger patient person pharmacist photographer physician pilot pitcher player poet policymaker politician premier president prisoner producer professor prosecutor publisher quarterback rapper rebel referee reporter representative resident researcher rival robber ruler sailor scholar scientist secretary senator sergeant shooter singer skipper soldier solicitor songwriter speaker spokesperson star striker student substitute successor surgeon suspect teacher teenager terrorist tourist trader trainer treasurer tutor victim visitor volunteer vocalist winger winner witness worker writer youth',
);

/** Whether a noun in the singular means a person: "lawyer". */
export const isPersonNoun = (lemma: string): boolean =>
  EITHER.has(lemma) || FEMALE.has(lemma) || MALE.has(lemma);

/** The gender of a noun or title: FEMALE for "spokeswoman" and "Ms."; null for "lawyer". */
export function genderOfNoun(word: string): Gender | null {
  const lower = word.toLowerCase().replace(/\.$/u, '');
  if (FEMALE.has(lower)) return 'FEMALE';
  return MALE.has(lower) ? 'MALE' : null;
}
