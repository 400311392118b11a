const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words above an infinitive or a clause that put it ahead: "plans to meet", "is due to open", "agreed to sign". */
export const PLANS = words(`
  agree aim anticipate arrange bound commit decide decision due eager expect forecast going hope instruct intend intention mean need
  order plan pledge poised predict prepare promise ready resolve schedule set slate suppose threaten vote vow likely
`);

/** Words above an infinitive or a clause that only propose it: "urged them to sign", "a proposal to merge". */
export const PROPOSALS = words(`
  advise ask call consider demand encourage invite offer proposal propose recommend request require seek suggest urge want wish
`);

/** Words above an infinitive or a clause that deny it: "failed to act", "denied meeting". */
export const DENIALS = words(`
  abandon avoid cancel decline deny drop fail failure forbid halt neglect prevent prohibit refusal refuse reject scrap stop unable
  unlikely
`);
