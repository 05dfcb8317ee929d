/**
 * The vocabularies of the dossier format: every code with its label, definition and, where there
 * is one, its counterpart in EuRepoC, CFR, DISARM or MISP (method.md section 7).
 */

export interface Term {
  readonly label: string;
  readonly definition: string;
  readonly eurepoc?: string;
  readonly cfr?: string;
  readonly disarm?: string;
  readonly misp?: string;
}

const vocabulary = <C extends string>(terms: Record<C, Term>): Readonly<Record<C, Term>> => terms;

/** What was done. */
export const CONDUCT = vocabulary({
  'data-theft': {
    label: 'Data theft',
    definition: 'Data copied without right from a system, not published by the taker.',
    eurepoc: 'Data theft',
    cfr: 'Espionage',
  },
  'data-theft-and-doxing': {
    label: 'Data theft and publication',
    definition: 'Data taken without right and released to the public.',
    eurepoc: 'Data theft & Doxing',
    cfr: 'Doxing',
  },
  disruption: {
    label: 'Disruption',
    definition: 'A service made unavailable or defaced for a time, without lasting damage.',
    eurepoc: 'Disruption',
    cfr: 'Denial of service',
  },
  'hijacking-with-misuse': {
    label: 'Intrusion with misuse',
    definition: 'Control over a system gained without right and put to use.',
    eurepoc: 'Hijacking with Misuse',
  },
  'hijacking-without-misuse': {
    label: 'Intrusion without misuse',
    definition: 'Control over a system gained without right, with no use of it known.',
    eurepoc: 'Hijacking without Misuse',
  },
  ransomware: {
    label: 'Ransomware',
    definition: 'Data or systems made unusable to extort a payment.',
    eurepoc: 'Ransomware',
  },
  'data-destruction': {
    label: 'Data destruction',
    definition: 'Data erased or corrupted beyond ordinary recovery.',
    cfr: 'Data destruction',
  },
  sabotage: {
    label: 'Sabotage',
    definition: 'A digital act that damages or stops a physical process.',
    cfr: 'Sabotage',
  },
  'financial-theft': {
    label: 'Financial theft',
    definition: 'Money or assets taken by digital means.',
    cfr: 'Financial theft',
  },
  'election-process-tampering': {
    label: 'Tampering with an election process',
    definition: 'An act on the registration, voting, counting or reporting of an election.',
  },
  'covert-personas': {
    label: 'Covert personas',
    definition: 'Accounts or outlets that conceal who speaks, run together to influence a public.',
    disarm: 'TA09',
  },
  'forged-content': {
    label: 'Forged content',
    definition:
      'Documents, sites, pictures or recordings fabricated or altered and passed as genuine.',
    disarm: 'TA06',
  },
  'covert-funding': {
    label: 'Covert funding',
    definition: 'Money or other support given in secret to political actors of another state.',
  },
  'hostile-organisation': {
    label: 'Harbouring a hostile organisation',
    definition:
      "Harbouring or steering an organisation that works against the other side's political order.",
  },
  'propaganda-statement': {
    label: 'Propaganda statement',
    definition:
      "Public statements by officials or state outlets aimed at another state's politics.",
    disarm: 'TA17',
  },
  'unsafe-manoeuvre': {
    label: 'Unsafe manoeuvre of a ship',
    definition: 'A ship handled so as to endanger another.',
  },
  'simulated-attack': {
    label: 'Simulated attack by a ship',
    definition: 'A ship feigning an attack on another.',
  },
  'unsafe-air-manoeuvre': {
    label: 'Unsafe manoeuvre of an aircraft',
    definition: 'An aircraft handled so as to endanger a ship or another aircraft.',
  },
  'simulated-air-attack': {
    label: 'Simulated attack by an aircraft',
    definition: 'An aircraft feigning an attack.',
  },
  'dangerous-laser': {
    label: 'Dangerous use of a laser',
    definition: 'A laser used so as to harm people or equipment.',
  },
  'hazard-to-navigation': {
    label: 'Hazard to navigation',
    definition: 'Objects or acts that endanger ships or aircraft under way.',
  },
  'command-interference': {
    label: 'Interference with command networks',
    definition: "Interference with the command and control networks of the other side's forces.",
  },
  'treaty-notification-failure': {
    label: 'Failure of a treaty notification',
    definition: 'A declaration or notice that a treaty requires was not made, or not in time.',
  },
});
export type ConductCode = keyof typeof CONDUCT;

/** Against what or whom. */
export const OBJECTS = vocabulary({
  'political-party': {
    label: 'Political party',
    definition: 'Parties, campaigns and their staff.',
    eurepoc: 'Political parties',
  },
  'election-infrastructure': {
    label: 'Election infrastructure',
    definition: 'Registers, voting systems, commissions and their networks.',
    eurepoc: 'Election infrastructure / related systems',
  },
  electorate: { label: 'Electorate', definition: 'Voters as a body.' },
  legislature: {
    label: 'Legislature',
    definition: 'Parliaments and members.',
    eurepoc: 'Legislative',
  },
  government: {
    label: 'Government',
    definition: 'Executive bodies at any level.',
    eurepoc: 'State institutions / political system',
  },
  judiciary: { label: 'Judiciary', definition: 'Courts and prosecutors.', eurepoc: 'Judiciary' },
  military: { label: 'Military', definition: 'Armed forces, other than a ship or aircraft.' },
  'defence-industry': { label: 'Defence industry', definition: 'Makers of military goods.' },
  'international-organisation': {
    label: 'International organisation',
    definition: 'Intergovernmental or supranational bodies.',
    eurepoc: 'International / supranational organization',
  },
  'critical-infrastructure': {
    label: 'Critical infrastructure',
    definition: 'Energy, health, water, finance, transport, telecommunications and the like.',
    eurepoc: 'Critical infrastructure',
  },
  corporate: { label: 'Company', definition: 'Private firms.', eurepoc: 'Corporate targets' },
  media: {
    label: 'Media',
    definition: 'Press, broadcasters, platforms as publishers.',
    eurepoc: 'Media',
  },
  'civil-society': { label: 'Civil society', definition: 'Associations, foundations, activists.' },
  science: {
    label: 'Science',
    definition: 'Universities and research bodies.',
    eurepoc: 'Science',
  },
  'end-users': {
    label: 'End users',
    definition: 'Private persons as users.',
    eurepoc: 'End user(s) / specially protected groups',
  },
  'social-groups': {
    label: 'Social groups',
    definition: 'Groups by origin, faith or other trait.',
    eurepoc: 'Social groups',
  },
  'military-vessel': { label: 'Military vessel', definition: 'Warships and naval auxiliaries.' },
  'military-aircraft': { label: 'Military aircraft', definition: 'Aircraft of armed forces.' },
  'civil-shipping': { label: 'Civil shipping', definition: 'Ships that are not military.' },
  other: { label: 'Other', definition: 'None of the listed objects.', eurepoc: 'Other' },
  unknown: { label: 'Unknown', definition: 'The object is not known.', eurepoc: 'Unknown' },
});
export type ObjectCode = keyof typeof OBJECTS;

/** Grounds of responsibility (method.md section 1). */
export const LIMBS = vocabulary({
  ORGAN: {
    label: 'Organ of the state',
    definition: 'ARSIWA article 4; acts beyond authority included (article 7).',
  },
  EMPOWERED: { label: 'Empowered to exercise authority', definition: 'ARSIWA article 5.' },
  INSTRUCTED: { label: 'Instructed, directed or controlled', definition: 'ARSIWA article 8.' },
  ADOPTED: { label: 'Acknowledged and adopted', definition: 'ARSIWA article 11.' },
  FUNDED: {
    label: 'Funded',
    definition: 'In receipt of financial assistance; only where the clause says so.',
  },
  TERRITORY: { label: 'From its territory', definition: 'Acts from the territory of the state.' },
  NATIONAL: {
    label: 'By its nationals',
    definition: 'Acts by nationals abroad; only where the clause says so.',
  },
  INFRA_TRANSIT: {
    label: 'Through its infrastructure',
    definition: 'Acts through the territory; off by default.',
  },
});
export type Limb = keyof typeof LIMBS;

export const COMMISSION_LIMBS = ['ORGAN', 'EMPOWERED', 'INSTRUCTED', 'ADOPTED', 'FUNDED'] as const;
export type CommissionLimb = (typeof COMMISSION_LIMBS)[number];
export const DUE_DILIGENCE_LIMBS = ['TERRITORY', 'NATIONAL', 'INFRA_TRANSIT'] as const;
export type DueDiligenceLimb = (typeof DUE_DILIGENCE_LIMBS)[number];

export const CLAIMANT_TYPES = vocabulary({
  government: { label: 'Government', definition: 'A government or one of its bodies.' },
  court: { label: 'Court', definition: 'A court of law.' },
  legislature: { label: 'Legislature', definition: 'A parliament or a committee of it.' },
  'security-company': {
    label: 'Security company',
    definition: 'A company that investigates intrusions.',
  },
  'international-organisation': {
    label: 'International organisation',
    definition: 'An intergovernmental body.',
  },
  academic: { label: 'Academic', definition: 'A university or research institute.' },
  ngo: { label: 'NGO', definition: 'A non-governmental organisation.' },
  media: { label: 'Media', definition: 'A newsroom.' },
  victim: { label: 'Victim', definition: 'The affected person or body.' },
  perpetrator: { label: 'Self-proclaimed author', definition: 'Whoever says to have done it.' },
});
export type ClaimantType = keyof typeof CLAIMANT_TYPES;

export const BASES = vocabulary({
  technical: { label: 'Technical', definition: 'Published technical findings.' },
  legal: { label: 'Legal', definition: 'A charge, judgment or designation.' },
  political: { label: 'Political', definition: 'A statement without published evidence.' },
  media: { label: 'Media', definition: 'Reporting.' },
  'self-claim': { label: 'Self-claim', definition: 'Whoever claims the act says so.' },
  leak: { label: 'Leak', definition: 'A leaked document.' },
});
export type Basis = keyof typeof BASES;

export const EXCEPTIONS = vocabulary({
  consent: { label: 'Consent', definition: 'The affected state agreed (ARSIWA 20).' },
  self_defence: { label: 'Self-defence', definition: 'ARSIWA 21.' },
  law_enforcement: {
    label: 'Law enforcement',
    definition: 'A measure under a court order or of lawful policing.',
  },
  journalism: { label: 'Journalism', definition: 'Publication by media in the public interest.' },
  protected_speech: {
    label: 'Protected speech',
    definition: 'Speech the law of the party protects.',
  },
  force_majeure: { label: 'Force majeure', definition: 'ARSIWA 23.' },
  necessity: { label: 'Necessity', definition: 'ARSIWA 25.' },
  countermeasure: { label: 'Countermeasure', definition: 'ARSIWA 22.' },
  other: { label: 'Other', definition: 'As the clause describes it.' },
});
export type ExceptionCode = keyof typeof EXCEPTIONS;

/** Response ladder (method.md section 3); `endorsed` is a flag and not a level. */
export const RESPONSE_LEVELS: Readonly<Record<number, string>> = {
  [-1]: 'obstructed',
  0: 'no response',
  1: 'denial only',
  2: 'receipt acknowledged',
  3: 'information shared, co-operating',
  4: 'investigation opened with reported steps',
  5: 'disrupted, taken down or ceased',
  6: 'arrested or charged',
  7: 'prosecuted or extradited',
  8: 'reparation or guarantees of non-repetition',
};

/** The codes of a vocabulary as a non-empty tuple, for schemas. */
export function codesOf<C extends string>(terms: Readonly<Record<C, Term>>): [C, ...C[]] {
  const codes = Object.keys(terms) as C[];
  const [first, ...rest] = codes;
  if (first === undefined) throw new Error('empty vocabulary');
  return [first, ...rest];
}
