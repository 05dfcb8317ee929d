import { expect, test } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { syntheticDossier } from './synthetic';

test('the synthetic corpus is a valid dossier, the same for the same seed', () => {
  const dossier = syntheticDossier(400);
  expect(dossierSchema.parse(dossier)).toEqual(dossier);
  expect(syntheticDossier(400)).toEqual(dossier);
  expect(syntheticDossier(10, 7)).not.toEqual(syntheticDossier(10, 8));
});
