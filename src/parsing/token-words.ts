const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Abbreviations before a name or a number. Their full stop never ends a sentence. */
export const TITLES = words(`
  Mr Mrs Ms Mme Mlle Messrs Dr Drs Prof Gen Lt Col Maj Brig Capt Cmdr Adm Sgt Cpl Pvt Sen Sens Rep Reps Gov Govs Pres Rev Fr Hon Msgr
  Supt Insp Det Amb Atty St Sts Ste Ft Mt Attn vs Rs Smt Cllr Vol vol pp Fig fig Eq Nos eg ie ca approx est cf viz Tel tel
`);

/** Other abbreviations. A sentence may end after them. */
export const ABBREVIATIONS = words(`
  Jr Sr Esq Inc Ltd Corp Co Cos Bros Dept Univ Assn Bldg Ave Blvd Rd Ph Sc Sec Ed Spec Conf INC CORP LTD CO JR PVT
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Que Tenn Tex
  Va Vt Wash Wis Wyo etc al inc ltd corp dept esp ext lb lbs oz yrs mins hrs sq ft fax ph div rep rec ed eds
`);

/** First parts of words that keep their hyphen: `non-stop`, `e-mail`, `mid-1980s`. */
export const PREFIXES = words(`
  non e mid anti pre co re cross post over pro multi ex sub counter semi mini neo intra inter socio psycho micro un trans ultra
  extra super under bi tri uni quasi pseudo proto infra macro geo
`);

/** Units that are cut from their number: `5pm`, `3m`, `80kg`. */
export const UNITS = words(`
  m pm am k b bn mm ft cm kg km lb lbs mg ml hz khz mhz ghz kb mb gb tb mw kw kwh gw mph kmh kph hrs hr min mins sec secs
  percent pc tn trn mn mln bln x hh sqft oz p f
`);

const NEGATED = 'do does did is are was were have has had could would should ca wo ai'.split(' ');

/** Two words that are written as one, and where the second begins: `can|not`. */
export const WRITTEN_TOGETHER: ReadonlyMap<string, number> = new Map(
  `can|not gon|na wan|na got|ta out|ta a|lot i|m i|ve you|re they|re that|s what|s there|s he|s she|s here|s you|ll
  ${NEGATED.map((verb) => `${verb}|nt`).join(' ')}`
    .split(/\s+/u)
    .map((pair) => [pair.replace('|', ''), pair.indexOf('|')]),
);
