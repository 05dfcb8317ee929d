import { INCIDENT_TEMPLATES } from '@/domain/incident-template';
import { VIEWS } from '@/domain/view/views';

/** Somewhere one can go. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly description?: string;
}

const READING: readonly Place[] = [
  { href: '/', label: 'Standing', description: 'Who would have kept it' },
  ...VIEWS.map(({ path, label, question }) => ({
    href: path,
    label: path === '/trends' ? 'Trends' : `Trends: ${label.toLowerCase()}`,
    description: question,
  })),
  { href: '/incidents', label: 'Incidents', description: 'The record' },
  { href: '/pacts', label: 'Pacts', description: 'The library' },
  { href: '/lab', label: 'Lab', description: 'Move a number, watch the record re-judge itself' },
  { href: '/method', label: 'Method', description: 'How findings come about' },
  { href: '/verify', label: 'Verify the ledger', description: 'Check an export or a proof here' },
  { href: '/inbox', label: 'Inbox', description: 'What was told to you' },
  { href: '/account', label: 'Your account' },
];

const LOGGING: readonly Place[] = [
  { href: '/incidents/new', label: 'Log an incident', description: 'Seven fields; key N' },
  { href: '/drafts', label: 'Your drafts', description: 'What you began and did not log yet' },
  ...INCIDENT_TEMPLATES.map(({ id, label, description }) => ({
    href: `/incidents/new?template=${id}`,
    label: `Log: ${label}`,
    description,
  })),
];

/** The pages, and for those who log, what they can begin. */
export const placesFor = (mayLog: boolean): readonly Place[] =>
  mayLog ? [...LOGGING, ...READING] : READING;
