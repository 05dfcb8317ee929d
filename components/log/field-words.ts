/** What the fields of a record are called on screen, by their path without positions. */
const WORDS: Readonly<Record<string, string>> = {
  id: 'Address of the record',
  title: 'Title',
  summary: 'Summary',
  when: 'When',
  'when.date': 'When',
  'when.from': 'When',
  'when.to': 'Until',
  until: 'Until',
  started: 'Started',
  ended: 'Ended',
  ongoing: 'Still going on',
  recurring: 'Comes back',
  recursOf: 'Recurs of',
  disclosed: 'Became public',
  verifyBy: 'To be verified by',
  victimState: 'Victim state',
  victimStates: 'Victim states',
  victims: 'Victims',
  conduct: 'What happened',
  objects: 'Target',
  linkedState: 'Linked state',
  sourceUrl: 'Source address',
  intent: 'Intent',
  severity: 'Severity',
  severityNote: 'Why this severity',
  status: 'Status',
  tlp: 'Marking',
  selfDisclosedBy: 'Disclosed by itself',
  joint: 'Accused together',
  externalIds: 'Ids elsewhere',
  sources: 'Sources',
  claims: 'Claims',
  claim: 'Who says so',
  'claim.who': 'Who says so',
  'claim.whoType': 'What kind of speaker',
  'claim.basis': 'On what basis',
  'claim.likelihood': 'How sure',
  'claim.proposition': 'What is said',
  notifications: 'Notifications',
  responses: 'Responses',
  extensions: 'Extensions',
  pleas: 'Pleas',
  objections: 'Objections',
  reason: 'Reason for the change',
};

const PARTS: Readonly<Record<string, string>> = {
  id: 'id',
  title: 'title',
  publisher: 'publisher',
  url: 'address',
  date: 'date',
  at: 'date',
  by: 'state',
  to: 'told state',
  channel: 'channel',
  asks: 'what it asks',
  onBehalfOf: 'on behalf of',
  acknowledgedAt: 'acknowledged on',
  level: 'level on the ladder',
  verified: 'verified',
  claimant: 'who says it',
  'claimant.name': 'who says it',
  'claimant.type': 'kind of speaker',
  'claimant.state': 'state of the speaker',
  accused: 'accused state',
  proposition: 'what it says',
  limbs: 'grounds of responsibility',
  actor: 'actor',
  basis: 'basis',
  reliability: 'reliability',
  credibility: 'credibility',
  likelihood: 'how sure',
  probability: 'how sure',
  cluster: 'evidence cluster',
  dependence: 'how it depends on the others',
  derivedFrom: 'what it repeats',
  admission: 'admission',
  status: 'status',
  retractedOn: 'retracted on',
  sources: 'sources',
  note: 'note',
  summary: 'summary',
  requestedAt: 'asked on',
  days: 'days asked for',
  kind: 'kind',
  code: 'ground',
  accepted: 'decision',
  against: 'against',
  closedAt: 'closed on',
};

const ONE: Readonly<Record<string, string>> = {
  sources: 'Source',
  claims: 'Claim',
  notifications: 'Notification',
  responses: 'Response',
  extensions: 'Extension',
  pleas: 'Plea',
  objections: 'Objection',
};

/** A field in words: `claims[0].likelihood` is "Claim 1, how sure"; `claims[c1]` of a diff is "Claim c1". */
export function fieldLabel(path: string): string {
  const entry = /^(\w+)\[([^\]]+)\](?:\.(.+))?$/.exec(path);
  const [, list = '', at = '', rest] = entry ?? [];
  const one = ONE[list];
  if (one !== undefined) {
    const name = `${one} ${/^\d+$/.test(at) ? Number(at) + 1 : at}`;
    if (rest === undefined) return name;
    const plain = rest.replaceAll(/\[[^\]]*\]/g, '');
    const words = PARTS[plain] ?? PARTS[plain.replace(/\.date$/, '')] ?? plain;
    return `${name}, ${words}`;
  }
  const plain = path.replaceAll(/\[[^\]]*\]/g, '').replace(/\.(?:date|precision)$/, '');
  return WORDS[path] ?? WORDS[plain] ?? path;
}
