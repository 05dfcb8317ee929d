import { describe, expect, test } from 'vitest';
import { fieldLabel } from '@/components/log/field-words';
import { found } from '@/components/log/found';
import { valueWords } from '@/components/log/value-words';
import { incidentOf } from '@/domain/fixtures/builders';
import { checkDossier, dossierDraft } from './check-dossier';
import { newId } from './new-id';

const NOW = Date.parse('2026-11-22T12:00:00Z');

test('a record opened and saved without a change says what it said', () => {
  const incident = incidentOf();
  const { incident: again, faults } = checkDossier(dossierDraft(incident), NOW);
  expect(faults.filter(({ level }) => level === 'refused')).toEqual([]);
  expect(again).toEqual(incident);
});

test('fields that a form registers and nobody fills say nothing', () => {
  const draft = dossierDraft({
    ...incidentOf(),
    ...{ joint: [undefined], externalIds: { cfr: '' }, selfDisclosedBy: null, verifyBy: null },
  });
  expect(checkDossier(draft, NOW).incident).toEqual(incidentOf());
});

test('an address is made where nobody chose one', () => {
  const { id: _, ...rest } = incidentOf();
  expect(checkDossier(dossierDraft(rest), NOW).incident?.id).toMatch(/^us-\d{4}-/);
});

describe('ids of new entries', () => {
  test('do not collide, and are ids', () => {
    const ids = new Set(Array.from({ length: 20_000 }, () => newId('c')));
    expect(ids.size).toBe(20_000);
    for (const id of [...ids].slice(0, 50)) expect(id).toMatch(/^c-[a-z2-9]{10}$/);
  });

  test('use every sign alike: bytes beyond a whole number of alphabets are left out', () => {
    const bytes = [255, 254, 248, 247, 0, 1];
    const id = newId('s', (into) => {
      into.forEach((_, at) => {
        into[at] = bytes[at % bytes.length] ?? 0;
      });
      return into;
    });
    expect(id).toBe('s-9ab9ab9ab9');
  });
});

test.each([
  ['claims[0].likelihood', 'Claim 1, how sure'],
  ['claims[doj-2018].accused', 'Claim doj-2018, accused state'],
  ['responses[2]', 'Response 3'],
  ['started.date', 'Started'],
  ['reason', 'Reason for the change'],
])('the field %s is called %s', (path, words) => expect(fieldLabel(path)).toBe(words));

test.each([
  ['started', { date: '2016-07-01', precision: 'month' }, 'July 2016'],
  ['claims[c1].accused', 'RU', 'Russia'],
  ['claims[c1].likelihood', 'very_likely', 'very likely'],
  ['conduct', ['data-theft', 'sabotage'], 'Data theft, Sabotage'],
  ['ended', null, 'unknown'],
  ['ongoing', false, 'no'],
  ['note', undefined, 'none'],
])('%s %s reads %s', (path, value, words) => expect(valueWords(path, value)).toBe(words));

test('the best name comes first', () => {
  const names = ['Belarus', 'Cyprus', 'Russia', 'United States', 'U.S. Virgin Islands'];
  const find = (typed: string) => found(names, (name) => name, typed);
  expect(find('rus')).toEqual(['Russia', 'Belarus', 'Cyprus']);
  expect(find('states')).toEqual(['United States']);
  expect(find('')).toEqual(names);
});
