'use client';

import { NativeSelect } from '@mantine/core';
import type { IncidentDraft } from '@/domain/incident-draft';
import { INCIDENT_TEMPLATES } from '@/domain/incident-template';
import { quickField } from './quick-check';

interface Props {
  readonly chosen: string | null;
  readonly onChoose: (id: string | null, draft: IncidentDraft) => void;
}

/** What to think of at each field of the quick log, in the words of the template. */
export function hintsFor(template: string | null): ReadonlyMap<string, string> {
  const found = INCIDENT_TEMPLATES.find(({ id }) => id === template);
  return new Map(found?.hints.map(({ path, hint }) => [quickField(path), hint]));
}

/** Begins the form from a common shape of incident; what is already typed stays. */
export function TemplateChoice({ chosen, onChoose }: Props) {
  const template = INCIDENT_TEMPLATES.find(({ id }) => id === chosen);
  return (
    <NativeSelect
      className="no-print"
      label="Begin from a template (optional)"
      description={
        template?.description ?? 'Fills in what happened and the target; no state is named.'
      }
      value={chosen ?? ''}
      data={[
        { value: '', label: 'none' },
        ...INCIDENT_TEMPLATES.map(({ id, label }) => ({ value: id, label })),
      ]}
      onChange={({ currentTarget }) => {
        const next = INCIDENT_TEMPLATES.find(({ id }) => id === currentTarget.value);
        onChoose(next?.id ?? null, next?.draft ?? {});
      }}
    />
  );
}
