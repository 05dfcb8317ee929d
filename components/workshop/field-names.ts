import { SLIDERS } from '@/domain/lab/sliders';

const OF_PACT: Readonly<Record<string, string>> = {
  id: 'Address of the pact',
  newId: 'Address of the new pact',
  title: 'Title',
  summary: 'Summary',
  origin: 'Origin',
  kind: 'Kind',
  parties: 'Parties',
  'parties.code': 'Party',
  'parties.succeeds': 'Answers also for',
  assumedInForce: 'Assumed in force from',
  'assumedInForce.date': 'Assumed in force from',
  'assumedInForce.reason': 'Why that day is assumed',
  'assumedInForce.alternatives': 'Other days that could be assumed',
  end: 'End',
  noticeDays: 'Days of notice',
  replyDays: 'Days to reply to an offer',
  clauses: 'Clauses',
  sources: 'Sources',
};

const OF_CLAUSE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SLIDERS).map(([id, { label }]) => [id, label])),
  text: 'text',
  reference: 'reference',
  note: 'note',
  conduct: 'conduct',
  objects: 'objects',
  conductExclusions: 'conduct left out',
  objectExclusions: 'objects left out',
  intentRequired: 'intent',
  commissionLimbs: 'what the state answers for',
  dueDiligence: 'duty to act',
  'dueDiligence.limbs': 'from where the acts come',
  'dueDiligence.knowledge': 'when the duty begins',
  severityShift: 'shifts of severity',
  exceptions: 'exceptions',
  'exceptions.code': 'exception',
  'exceptions.burden': 'burden of proof',
  'exceptions.note': 'what the exception is',
  reservations: 'reservations',
  'reservations.party': 'party of the reservation',
  'reservations.text': 'words of the reservation',
};

const plain = (path: string): string =>
  path.replaceAll(/\[[^\]]*\]/g, '').replace(/\.(?:date|precision)$/, '');

/** What a field of a draft is called, by its path: `pact.clauses[0].text` is "Clause 1, text". */
export function pactFieldName(path: string): string {
  const own = path.replace(/^pact\./, '');
  const [, at = '', rest] = /^clauses\[([^\]]+)\](?:\.(.+))?$/.exec(own) ?? [];
  if (at === '') return OF_PACT[own] ?? OF_PACT[plain(own)] ?? own;
  const clause = `Clause ${/^\d+$/.test(at) ? Number(at) + 1 : at}`;
  if (rest === undefined) return clause;
  const field = plain(rest);
  const words = OF_CLAUSE[field] ?? OF_CLAUSE[field.replace(/^dueDiligence\./, '')] ?? field;
  return `${clause}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
