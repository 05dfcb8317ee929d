import { type Fault, type Parsed, parse } from './fault';
import { type Incident, incidentSchema } from './incident';
import type { IncidentDraft } from './incident-draft';
import { type Fields, fieldsFrom, isFields } from './revision-tree';

/** What an untouched field means; nothing here says anything about anybody. */
const UNTOUCHED: Fields = {
  ended: null,
  ongoing: false,
  recurring: false,
  disclosed: null,
  victimStates: [],
  victims: [],
  conduct: [],
  objects: [],
  intent: null,
  sources: [],
  claims: [],
  notifications: [],
  responses: [],
};
const UNTOUCHED_ENTRY: Readonly<Record<string, Fields>> = {
  sources: { date: null, url: null },
  claims: { date: null, status: 'live', dependence: 'lead', sources: [] },
  notifications: { asks: null, sources: [] },
  responses: { verified: false, rebuttalEvidence: false, sources: [] },
  extensions: { sources: [] },
  pleas: { accepted: null, sources: [] },
  objections: { closedAt: null, sources: [] },
};
/** Fields of the format that may be null; null in any other stands for nothing. */
const NULLABLE: ReadonlySet<string> = new Set([
  ...['ended', 'disclosed', 'intent', 'accused', 'state', 'date', 'url', 'asks'],
  ...['accepted', 'closedAt'],
]);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (isFields(value) &&
    Object.entries(value).every(([key, part]) => key === 'precision' || isEmpty(part)));

/** Without blank words and dates not begun; entries of lists keep their place, and so their path. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(cleaned);
  if (!isFields(value)) return value;
  return fieldsFrom(
    Object.entries(value)
      .filter(([key, part]) => !isEmpty(part) && (part !== null || NULLABLE.has(key)))
      .map(([key, part]) => [key, cleaned(part)] as const),
  );
}

function completed(field: string, entry: unknown): unknown {
  if (!isFields(entry)) return entry;
  const whole = { ...UNTOUCHED_ENTRY[field], ...entry };
  if (field !== 'claims') return whole;
  const { claimant, id } = entry;
  return {
    ...(id === undefined ? {} : { cluster: id }),
    ...whole,
    claimant: { state: null, ...(isFields(claimant) ? claimant : {}) },
  };
}

/** A draft as the document it would be, before it is checked. */
export function documentOf(draft: IncidentDraft): Fields {
  const clean = cleaned(draft);
  const fields = Object.entries(isFields(clean) ? clean : {}).map(
    ([field, value]) =>
      [
        field,
        Array.isArray(value) && field in UNTOUCHED_ENTRY
          ? value.map((entry) => completed(field, entry))
          : value,
      ] as const,
  );
  return { ...UNTOUCHED, ...Object.fromEntries(fields) };
}

const plainly = (fault: Fault): Fault =>
  /received undefined$|received NaN$/.test(fault.message)
    ? { ...fault, message: 'still empty' }
    : fault;

/**
 * The incident a draft has become, or every fault by its field. Untouched fields take the meaning
 * "unknown" or "none"; what the format requires and nobody has filled in is a fault.
 */
export function draftToIncident(draft: IncidentDraft): Parsed<Incident> {
  const parsed = parse(incidentSchema, documentOf(draft));
  return parsed.ok ? parsed : { ok: false, faults: parsed.faults.map(plainly) };
}
