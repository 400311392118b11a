const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Words whose full stop belongs to them, written as here. The full stop of `No.` counts before a number alone. */
export const ABBREVIATIONS = words(`
  Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Sen Rep Reps Gov Pres Rev Fr Hon Msgr Supt Insp Det Amb Atty
  St Ste Ft Mt Ave Blvd Rd Jr Sr Esq Inc Ltd Corp Co Cos Bros Dept Univ Assn Bldg Attn Messrs Mme Mlle
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Que Tenn Tex Va Vt
  Wash Wis Wyo vs etc al eg ie ca approx est cf viz Vol vol pp Ph Sc Sec Fig Eq Ed eds Nos dept inc ltd corp esp ext lb lbs oz yrs mins
  hrs sq ft tel Tel fax ph div rep rec dom arrv Arrv Conf Drs Sts Cal
`);

/** First parts of words that keep their hyphen: `non-stop`, `e-mail`, `mid-1980s`. */
export const PREFIXES = words(`
  non e mid anti pre co re cross post over pro multi ex sub counter semi mini neo intra inter socio psycho micro un trans ultra
  extra super under bi tri uni quasi pseudo proto infra macro geo
`);

/** Units that are cut from their number: `5pm`, `3m`, `80kg`. */
export const UNITS = words(`
  m pm am k b bn mm ft cm kg km lb lbs mg ml hz khz mhz ghz kb mb gb tb mw kw kwh gw mph kmh kph hrs hr min mins sec secs
  percent pc tn trn mn mln bln x hh sqft oz p a.m p.m
`);

/** Two words written as one: `can` and `not`. The number is where the second begins. */
export const WRITTEN_TOGETHER: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['outta', 3],
  ['alot', 1],
  ['im', 1],
  ['ive', 1],
  ['youre', 3],
  ['theyre', 4],
  ['thats', 4],
  ['whats', 4],
  ['theres', 5],
  ['hes', 2],
  ['shes', 3],
  ...[
    'do',
    'does',
    'did',
    'is',
    'are',
    'was',
    'were',
    'have',
    'has',
    'had',
    'could',
    'would',
    'should',
    'ca',
    'wo',
    'ai',
  ].map((verb) => [`${verb}nt`, verb.length] as const),
]);
