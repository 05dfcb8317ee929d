import { formatDated, formatDay } from '@/components/format';
import { ask, listAt, part, wordAt } from '@/components/log/api';
import { recordHref } from '@/components/record-href';
import { datedSchema } from '@/domain/dates';
import type { Place } from './palette-places';

const SIZE = 8;

/** Every pact of the library. */
export async function pactsFound(): Promise<Place[]> {
  const reply = await ask('GET', '/pacts');
  if (reply.kind !== 'done') return [];
  return listAt(reply.body, 'pacts').map((entry) => ({
    href: `/pacts/${encodeURIComponent(wordAt(entry, 'pact', 'id'))}`,
    label: wordAt(entry, 'pact', 'title'),
    description: wordAt(entry, 'pact', 'kind'),
  }));
}

/** The reader's own drafts that are open. */
export async function draftsFound(): Promise<Place[]> {
  const reply = await ask('GET', '/drafts');
  if (reply.kind !== 'done') return [];
  return listAt(reply.body, 'drafts').map((draft) => {
    const record = wordAt(draft, 'incidentId');
    return {
      href: record === '' ? `/drafts/${wordAt(draft, 'id')}` : `${recordHref(record)}/edit`,
      label: wordAt(draft, 'title') || 'Without a title',
      description: `${record === '' ? 'Draft' : 'Change'}, saved ${formatDay(wordAt(draft, 'savedAt'))}`,
    };
  });
}

/** Incidents whose words fit, as the list of incidents finds them. */
export async function incidentsFound(query: string, signal: AbortSignal): Promise<Place[]> {
  const asked = new URLSearchParams({ q: query.slice(0, 200), size: `${SIZE}` });
  const reply = await ask('GET', `/incidents?${asked}`, { signal });
  if (reply.kind !== 'done') return [];
  return listAt(reply.body, 'incidents').map((entry) => {
    const started = datedSchema.safeParse(part(entry, 'incident', 'started'));
    return {
      href: recordHref(wordAt(entry, 'incident', 'id')),
      label: wordAt(entry, 'incident', 'title'),
      ...(started.success ? { description: formatDated(started.data) } : {}),
    };
  });
}
