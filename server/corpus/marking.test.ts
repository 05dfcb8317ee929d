import { expect, it } from 'vitest';
import type { Incident } from '@/domain/incident';
import type { Tlp } from '@/domain/tlp';
import { anIncident } from '@/server/testing/incident';
import { markingsOf } from './marking';

const held = (incident: Incident, marking: Tlp) => ({
  ...{ incident, marking, written: incident, revision: 1, payloadHash: '' },
  ...{ recordedAt: 0, published: true },
});

it.each<[string, Tlp, Tlp, Tlp]>([
  ['open then and now', 'CLEAR', 'CLEAR', 'CLEAR'],
  ['open then, for named people today', 'CLEAR', 'RED', 'RED'],
  ['for named people then, open today', 'RED', 'CLEAR', 'RED'],
  ['for accounts then, inside the house today', 'GREEN', 'AMBER', 'AMBER'],
])('a record %s', (_, then, today, marking) => {
  const shown = anIncident('leak', { tlp: then });
  expect(markingsOf({ incidents: [held(shown, today)] }, [shown]).get('leak')).toBe(marking);
});

it('tells of what the reader sees, and of nothing else that is held', () => {
  const [open, quiet] = [anIncident('open'), anIncident('quiet', { tlp: 'RED' })];
  const markings = markingsOf({ incidents: [held(open, 'CLEAR'), held(quiet, 'RED')] }, [open]);
  expect([...markings]).toEqual([['open', 'CLEAR']]);
});
