import { stemOf } from './stem.ts';

/**
 * Words that reports use for the same act, a group a line; the first word names the group. A word with several senses stands in
 * several groups, the usual sense first. A particle follows its verb after an underscore.
 */
const ACT_GROUPS: readonly (readonly string[])[] = [
  'begin began begun start launch commence open opening onset kick_off get_underway set_off',
  'end finish conclude cease conclusion wrap_up wind_up come_to',
  'die dead death kill killing fatality drown perish slay slain murder assassinate assassination massacre toll succumb casualty',
  'injure injury wound hurt maim',
  'collapse burst fail failure breach rupture crumble cave_in give_way',
  'storm hurricane cyclone typhoon',
  'attack assault raid bombard bombardment shell storm ambush offensive onslaught strike',
  'invade invasion annex annexation occupy occupation overrun',
  'capture seize seizure overrun retake take_over conquer',
  'protest demonstrate demonstration march rally',
  'walkout stoppage strike walk_out down_tools go_strike',
  'elect election electoral poll vote ballot re-elect vote_in win_election win_vote win_seat win_race',
  'meet met meeting talk negotiation negotiate summit discuss confer conference consult',
  'deal agreement accord pact treaty agree sign signing settle settlement truce ceasefire armistice',
  'offer bid propose proposal tender',
  'buy bought purchase acquire acquisition takeover merger merge snap_up take_over swallow_up',
  'resign resignation quit leave left depart departure exit step_down stand_down step_aside bow_out give_up walk_away',
  'appoint appointment name choose chosen select selection nominate nomination pick install hire promote promotion',
  'blaze fire burn inferno wildfire catch_fire gut',
  'dismiss dismissal sack fire oust ouster axe remove removal depose throw_out kick_out force_out let_go',
  'arrest detain detention nab apprehend custody round_up pick_up take_custody',
  'charge indict indictment prosecute arraign',
  'convict conviction guilty verdict find_guilty return_verdict',
  'approve approval clear clearance authorize authorise authorization authorisation pass endorse endorsement ratify ratification adopt adoption accept acceptance permit wave_through sign_off',
  'acquit acquittal exonerate exoneration clear absolve',
  'sentence jail imprison imprisonment prison send_down lock_up',
  'release free freed freedom liberate let_go let_out set_free',
  'sue lawsuit suit litigation file_suit file_lawsuit take_court',
  'rise rose risen increase climb jump soar surge gain rally grow growth go_up edge_up',
  'sink sank sunk sinking founder capsize go_down go_under keel_over overturn',
  'fall fell fallen drop decline plunge slump tumble slide slip sink dip plummet decrease go_down',
  'raise hike lift increase put_up',
  'cut reduce reduction slash trim lower bring_down',
  'send sent hand submit deliver delivery dispatch ship shipment',
  'deploy deployment send_in',
  'withdraw withdrew withdrawn withdrawal retreat pull_out pull_back abandon drop give_up walk_away',
  'cancel cancellation scrap shelve axe abandon call_off',
  'suspend suspension halt pause freeze frozen call_off put_on hold_off put_hold',
  'postpone postponement delay defer put_off push_back',
  'resume resumption restart',
  'build built construct construction erect',
  'quake earthquake tremor shake shook jolt',
  'aftershock',
  'landslide mudslide',
  'avalanche',
  'flood inundate inundation deluge submerge swamp',
  'explode explosion blast detonate detonation bomb bombing blow_up go_off',
  'crash collide collision derail derailment plough_into run_into smash',
  'rescue save pluck',
  'evacuate evacuation clear_out',
  'steal stole stolen theft rob robbery burgle burglary loot heist plunder raid break_into make_off disappear vanish',
  'find found discover discovery locate recover recovery unearth spot turn_up come_across retrieve',
  'return returned restore hand_back give_back bring_back come_back go_back',
  'recall pull withdraw withdrawn take_off pull_from',
  'close closure shut shutdown shutter shut_down close_down',
  'reopen reopening re-open open_again',
  'reject rejection refuse refusal rebuff veto decline dismiss spurn turn_down throw_out vote_down',
  'ban prohibit prohibition outlaw bar block forbid forbidden',
  'impose imposition declare declaration slap introduce bring_in',
  'lift ease end drop relax',
  'apologize apologise apology sorry regret say_sorry express_regret',
  'retract retraction recant disown take_back withdraw withdrawn walk_back',
  'deny denial refute dispute rebut',
  'admit admission acknowledge confess confession own_up',
  'concede concession admit',
  'condemn condemnation criticize criticise criticism denounce deplore slam blast decry censure lambast attack lash_out hit_out',
  'praise welcome hail applaud commend salute',
  'demand urge request ask appeal plea call_for call_on',
  'warn warning caution alert',
  'pledge promise vow undertake commitment commit',
  'threaten threat',
  'investigate investigation probe inquiry enquiry examine look_into',
  'visit tour trip travel arrive',
  'unveil unveiling reveal revelation present presentation show_off lay_out',
  'publish publication issue release',
  'expel expulsion deport deportation throw_out kick_out',
  'inaugurate inauguration swear sworn take_office swear_in assume_office',
  'marry married marriage wed wedding',
  'win won victory elect beat beaten defeat triumph clinch lose lost loss lift',
  'sell sold sale divest offload dispose auction sell_off',
  'hold held stage host take_place',
  'fight fought fighting battle clash combat skirmish',
  'flee fled escape break_out get_away run_away',
  'surrender capitulate capitulation give_up turn_in hand_over',
  'kidnap kidnapping abduct abduction take_hostage',
  'shoot shot shooting gun gunfire open_fire',
  'stab stabbing knife',
  'fine penalize penalise penalty',
  'speak spoke speech address remark',
  'lead led',
  'donate donation give aid',
  'award prize honour honor',
  'hack hacking breach break_into',
  'destroy destruction demolish demolition wreck raze flatten level ruin',
  'recover recuperate recovery',
  'hospitalize hospitalise hospitalization take_hospital',
  'land landing touch_down',
  'launch lift_off blast_off',
  'unite unify reunite join',
  'split divide separate secede secession',
  'dissolve dissolution disband break_up',
  'bankrupt bankruptcy insolvency insolvent go_bust go_bankrupt go_under file_bankruptcy file_insolvency file_protection seek_protection',
  'lay_off layoff redundancy',
  'replace replacement succeed take_over',
].map((line) => line.split(' '));

/** Groups of acts that undo each other. Accounts of one and of the other are of two events, however alike their words. */
export const UNDOING: readonly (readonly [act: string, undoing: string])[] = [
  ['begin', 'end'],
  ['begin', 'suspend'],
  ['begin', 'cancel'],
  ['begin', 'close'],
  ['resume', 'suspend'],
  ['walkout', 'suspend'],
  ['walkout', 'cancel'],
  ['walkout', 'end'],
  ['close', 'reopen'],
  ['impose', 'lift'],
  ['ban', 'lift'],
  ['apologize', 'retract'],
  ['arrest', 'release'],
  ['sentence', 'release'],
  ['capture', 'release'],
  ['kidnap', 'release'],
  ['convict', 'acquit'],
  ['rise', 'fall'],
  ['raise', 'cut'],
  ['approve', 'reject'],
  ['approve', 'ban'],
  ['offer', 'reject'],
  ['offer', 'withdraw'],
  ['deploy', 'withdraw'],
  ['invade', 'withdraw'],
  ['send', 'withdraw'],
  ['appoint', 'dismiss'],
  ['appoint', 'resign'],
  ['elect', 'resign'],
  ['buy', 'sell'],
  ['admit', 'deny'],
  ['condemn', 'praise'],
  ['steal', 'return'],
  ['steal', 'find'],
  ['deal', 'retract'],
];

/** Verbs that say little themselves. The noun beside the verb names the act: "*gave* its approval", "the opening *took* place". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  `be have do make take give get go come reach bring occur happen take_place cause lead suffer hold
  announce report confirm receive undergo find carry_out commit face conduct express issue declare file lodge offer return
  begin start launch open agree decide sign mount stage secure hand_in hand submit complete execute`.split(/\s+/u),
);

/** Acts whose object did not happen then: "*suspended* its strikes", "*rejected* the offer". */
export const ENDING: ReadonlySet<string> = new Set(
  'end suspend cancel postpone lift reject retract deny withdraw ban'.split(' '),
);

function groupsByStem(): ReadonlyMap<string, readonly string[]> {
  const byStem = new Map<string, string[]>();
  for (const [name = '', ...others] of ACT_GROUPS)
    for (const stem of new Set([name, ...others].flatMap(formsOf)))
      byStem.set(stem, [...(byStem.get(stem) ?? []), name]);
  return byStem;
}

/** The stems of short words and of words in -e differ by form. */
function formsOf(word: string): readonly string[] {
  return word.includes('_')
    ? [word]
    : ['', 's', 'd', 'ed', 'ing'].map((ending) => stemOf(`${word}${ending}`));
}

/** Harm to people, and the happenings that do it. "Nine died in a fire" tells the fire. */
export const HARM: ReadonlySet<string> = new Set('die injure destroy'.split(' '));
export const CAUSES: ReadonlySet<string> = new Set(
  'quake aftershock blaze storm flood explode crash collapse sink attack shoot stab landslide avalanche'.split(' '),
);

const GROUPS_BY_STEM: ReadonlyMap<string, readonly string[]> = groupsByStem();

/** The groups of a verb with a word beside it: "*found* the man *guilty*". */
export const groupsOfPhrase = (verb: string, word: string): readonly string[] =>
  GROUPS_BY_STEM.get(`${verb}_${word}`) ?? [];

/** The names of the groups of a word in any of its forms. A particle that no group knows does not count. */
export const groupsOf = (word: string | null): readonly string[] =>
  word === null ? [] : (GROUPS_BY_STEM.get(word.includes('_') ? word : stemOf(word)) ?? groupsWithoutParticle(word));

function groupsWithoutParticle(word: string): readonly string[] {
  const end = word.indexOf('_');
  return end === -1 ? [] : (GROUPS_BY_STEM.get(stemOf(word.slice(0, end))) ?? []);
}
