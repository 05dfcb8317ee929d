import { describe, expect, test } from 'vitest';
import { incidentOf } from './fixtures/builders';
import { incidentDraftSchema } from './incident-draft';
import { INCIDENT_TEMPLATES, similarDraft } from './incident-template';
import { STATES, stateName } from './states';

describe.each(INCIDENT_TEMPLATES.map((template) => [template.label, template] as const))(
  '%s',
  (_, template) => {
    test('is a draft that says what was done against what', () => {
      expect(incidentDraftSchema.parse(template.draft)).toEqual(template.draft);
      expect(template.draft.conduct).not.toHaveLength(0);
      expect(template.draft.objects).not.toHaveLength(0);
    });

    test('names no state, accuses nobody, presumes no intent and no severity', () => {
      const words = JSON.stringify(template);
      for (const code of Object.keys(STATES)) {
        expect(words).not.toContain(`"${code}"`);
        expect(words).not.toContain(stateName(code));
      }
      const { claims, victimStates, intent, severity } = template.draft;
      expect([claims, victimStates, intent, severity]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    });

    test('its hints lead to fields of the form', () => {
      const fields = Object.keys(incidentDraftSchema.shape);
      for (const { path } of template.hints) expect(fields).toContain(path);
    });
  },
);

test('each has an id of its own', () => {
  const ids = INCIDENT_TEMPLATES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a similar one keeps the shape and forgets the story', () => {
  expect(similarDraft(incidentOf())).toEqual({
    conduct: ['data-theft-and-doxing'],
    objects: ['political-party'],
    victimStates: ['US'],
    victims: ['A party'],
    tlp: 'CLEAR',
    recurring: false,
  });
  expect(similarDraft({})).toEqual({});
});
