import { stemOf } from './stem.ts';

/**
 * Words that reports use for the same act, a group a line; the first word names the group. A word with several senses stands in
 * several groups, the usual sense first. A particle follows its verb after an underscore.
 */
const ACT_GROUPS: readonly (readonly string[])[] = [
  'begin began begun start launch commence open opening onset outset kick_off get_underway set_off embark',
  'end finish conclude cease conclusion wrap_up wind_up draw_close',
  'resume resumption restart',
  'die dead death kill killing fatality drown perish slay slain murder assassinate assassination massacre toll succumb casualty claim_life lose_life cost_life pass_away find_dead',
  'injure injury wound hurt maim',
  'quake earthquake tremor shake shook jolt',
  'aftershock',
  'landslide mudslide',
  'avalanche',
  'blaze fire burn inferno wildfire catch_fire gut engulf',
  'storm hurricane cyclone typhoon tornado gale',
  'flood inundate inundation deluge submerge swamp',
  'erupt eruption volcano',
  'explode explosion blast detonate detonation bomb bombing blow_up go_off rip_through',
  'crash collide collision derail derailment plough_into run_into smash slam_into overturn come_down hit_tree',
  'sink sank sunk sinking founder capsize go_down go_under keel_over',
  'collapse burst rupture crumble give_way cave_in buckle topple plunge',
  'attack assault raid bombard bombardment shell ambush offensive onslaught strike target storm hit',
  'shoot shot shooting gun gunfire open_fire gun_down',
  'stab stabbing knife',
  'invade invasion annex annexation occupy occupation overrun enter_country cross_border',
  'capture retake conquer take_city take_town fall_rebel seize',
  'kidnap kidnapping abduct abduction snatch hostage take_hostage seize',
  'hijack hijacking commandeer',
  'fight fought fighting battle clash combat skirmish exchange_fire',
  'retreat flee fled escape escapee break_out get_away run_away slip_away abscond',
  'surrender capitulate capitulation give_up lay_down turn_in hand_over',
  'truce ceasefire armistice stop_fighting lay_arms',
  'deploy deployment send_troop send_in',
  'withdraw withdrew withdrawn withdrawal retreat pull pull_out pull_back abandon drop give_up walk_away back_out',
  'protest demonstrate demonstration march rally take_street sit-in',
  'riot rampage loot unrest',
  'walkout stoppage strike walk_out down_tools go_strike lay_down',
  'elect election electoral poll vote ballot re-elect vote_in win_election win_vote win_seat win_race go_poll',
  'win won victory elect beat beaten defeat triumph clinch lose lost loss lift_cup take_title overcome edge thrash outplay prevail go_down',
  'score goal net',
  'concede concession admit admit_defeat',
  'inaugurate inauguration swear sworn take_office swear_in assume_office install',
  'appoint appointment name choose chosen select selection nominate pick install hire promote promotion tap take_over become succeed',
  'resign resignation quit leave left depart departure exit step_down stand_down step_aside bow_out give_up walk_away hand_notice retire retirement',
  'dismiss dismissal sack fire oust ouster axe remove removal depose throw_out kick_out force_out let_go show_door part_company relieve',
  'replace replacement succeed take_over',
  'lay_off layoff redundancy cut_job shed_job axe_job',
  'meet met meeting talk negotiation negotiate summit discuss confer conference consult hold_talk sit_down',
  'deal agreement accord pact treaty agree sign signing settle settlement truce ceasefire armistice peace shake_hand strike_deal reach_deal clinch',
  'offer bid propose proposal tender table',
  'buy bought purchase acquire acquisition takeover merger merge snap_up take_over swallow swallow_up take_stake pay',
  'sell sold sale divest offload dispose auction sell_off hammer',
  'invest investment pump pour plough',
  'borrow loan lend credit',
  'bankrupt bankruptcy insolvency insolvent administration receivership collapse fold go_bust go_bankrupt go_under file_bankruptcy file_insolvency file_protection seek_protection',
  'earn profit post_profit report_profit',
  'rise rose risen increase climb jump soar surge gain rally grow growth go_up edge_up leap',
  'fall fell fallen drop decline plunge slump tumble slide slip dip plummet decrease sink tank shed',
  'raise hike lift increase put_up bump',
  'cut reduce reduction slash trim lower bring_down',
  'fine penalize penalise penalty',
  'sue lawsuit suit litigation file_suit file_lawsuit take_court drag_court',
  'charge indict indictment prosecute arraign accuse press_charge bring_charge',
  'arrest detain detention nab apprehend custody round_up pick_up take_custody collar handcuff hold lead_away',
  'question questioning interrogate quiz interview',
  'search comb scour hunt manhunt look_for',
  'try trial tribunal go_trial stand_trial face_trial',
  'convict conviction guilty verdict find_guilty return_verdict',
  'acquit acquittal exonerate exoneration clear absolve find_innocent walk_free',
  'sentence jail imprison imprisonment prison send_down lock_up behind_bars put_away hand_year get_year',
  'release free freed freedom liberate liberation let_go let_out set_free walk_free go_free',
  'overturn quash annul annulment strike_down reverse reversal throw_out set_aside void lift',
  'appeal appealed file_appeal lodge_appeal',
  'extradite extradition',
  'expel expulsion deport deportation throw_out kick_out send_home',
  'rule ruling judgment judgement decide decision',
  'investigate investigation probe inquiry enquiry examine look_into',
  'inspect inspection check audit',
  'accuse accusation allege allegation blame',
  'steal stole stolen theft rob robbery burgle burglary heist plunder loot raid break_into make_off get_away disappear vanish',
  'hack hacking breach break_into cyberattack',
  'smuggle smuggling traffic trafficking',
  'seize seizure confiscate confiscation impound',
  'rescue save pluck pull_rubble pull_alive find_alive winch',
  'evacuate evacuation clear_out flee',
  'strand stranded stuck trap maroon',
  'find found discover discovery locate recover recovery unearth spot turn_up come_across retrieve track_down',
  'return returned restore hand_back give_back bring_back come_back go_back repatriate get_back come_home',
  'recall recalled withdraw withdrawn take_off pull_shelf call_back',
  'close closure shut shutdown shutter shut_down close_down seal',
  'reopen reopening re-open open_again',
  'suspend suspension halt pause freeze frozen call_off put_on hold_off put_hold stop break_off',
  'cancel cancellation scrap shelve axe abandon call_off ditch drop',
  'postpone postponement delay defer put_off push_back',
  'approve approval clear clearance authorize authorise authorization authorisation pass passage endorse endorsement ratify ratification adopt adoption accept acceptance permit license back wave_through sign_off give_blessing give_go-ahead give_light green-light vote_for',
  'reject rejection refuse refusal rebuff veto decline dismiss spurn turn_down throw_out vote_down vote_against rule_out snub',
  'ban banned prohibit prohibition outlaw bar block forbid forbidden suspend suspension',
  'impose imposition declare declaration slap introduce bring_in proclaim',
  'lift ease end drop relax overturn',
  'apologize apologise apology sorry regret say_sorry express_regret',
  'retract retraction recant disown take_back withdraw withdrawn walk_back',
  'deny denial refute rebut',
  'admit admission acknowledge confess confession own_up plead_guilty',
  'condemn condemnation criticize criticise criticism denounce deplore slam blast decry censure lambast attack lash_out hit_out rebuke',
  'praise welcome hail applaud commend salute congratulate greet',
  'demand urge request ask appeal plea call_for call_on',
  'warn warning caution alert',
  'pledge promise vow undertake commitment commit',
  'threaten threat',
  'claim claimed claim_responsibility say_behind',
  'support back endorse endorsement',
  'visit tour trip travel arrive fly_to pay_visit',
  'unveil unveiling reveal revelation present presentation show_off lay_out',
  'publish publication issue release leak',
  'donate donation give aid grant',
  'award prize honour honor',
  'send sent hand submit deliver delivery dispatch ship shipment send_home',
  'build built construct construction erect',
  'destroy destruction demolish demolition wreck raze flatten level ruin devastate',
  'damage damaged',
  'land landing touch_down set_down',
  'take_off lift_off blast_off launch',
  'marry married marriage wed wedding tie_knot',
  'born birth give_birth',
  'mourn mourning memorial funeral bury burial',
  'speak spoke speech address remark',
  'lead led',
  'hold held stage host take_place',
  'parade procession line_street',
  'unite unify reunite join',
  'split divide separate secede secession break_away',
  'dissolve dissolution disband break_up',
  'fail failure malfunction break_down go_dark lose_power outage blackout',
  'lose_contact silent fall_silent go_silent',
  'infect infection outbreak catch contract',
  'vaccinate vaccination jab',
  'poison poisoning',
  'hospitalize hospitalise hospitalization take_hospital rush_hospital',
  'recover recuperate recovery',
  'contaminate contamination pollute spill leak',
  'cross crossing',
  'block blockade barricade',
  'thwart foil intercept prevent avert frustrate',
  'test trial',
  'set_record break_record',
  'qualify qualification advance',
  'transfer',
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
  `be have do make take give get go come reach bring occur happen take_place cause lead suffer hold announce report confirm receive
  undergo find carry_out commit face conduct express issue declare file lodge offer return mount stage secure hand_in hand submit
  complete execute`.split(/\s+/u),
);

/** Verbs for a part of another act, or the will to it: "*began* to investigate", "*agreed* to buy". They tell both. */
export const PHASE_VERBS: ReadonlySet<string> = new Set('begin start launch open agree decide sign'.split(' '));

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
  const [verb = '', beside] = word.split('_');
  return beside === undefined
    ? ['', 's', 'd', 'ed', 'ing'].map((ending) => stemOf(`${verb}${ending}`))
    : [`${verb}_${stemOf(beside)}`];
}

/** Harm to people, and the happenings that do it. "Nine died in a fire" tells the fire. */
export const HARM: ReadonlySet<string> = new Set('die injure destroy'.split(' '));
export const CAUSES: ReadonlySet<string> = new Set(
  'quake aftershock blaze storm flood explode crash collapse sink attack shoot stab landslide avalanche'.split(' '),
);

const GROUPS_BY_STEM: ReadonlyMap<string, readonly string[]> = groupsByStem();

/** The groups of a verb with a word beside it: "*found* the man *guilty*". */
export const groupsOfPhrase = (verb: string, word: string): readonly string[] =>
  GROUPS_BY_STEM.get(`${verb}_${stemOf(word)}`) ?? [];

/** The names of the groups of a word in any of its forms. A particle that no group knows does not count. */
export function groupsOf(word: string | null): readonly string[] {
  if (word === null) return [];
  const [verb = '', particle] = word.split('_');
  const phrase = particle === undefined ? undefined : GROUPS_BY_STEM.get(`${verb}_${stemOf(particle)}`);
  return phrase ?? GROUPS_BY_STEM.get(stemOf(verb)) ?? [];
}
