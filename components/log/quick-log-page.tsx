'use client';

import type { IncidentDraft } from '@/domain/incident-draft';
import { DraftLoader } from './draft-loader';
import { beginning, QuickLog } from './quick-log';
import type { Library } from './use-consequences';

interface Props {
  readonly library: Library;
  readonly person: string;
  readonly draft: string | null;
  readonly template: string | null;
  readonly like: IncidentDraft | null;
}

/** The quick log with what it begins from: a draft, a template, a similar incident, or nothing. */
export function QuickLogPage({ library, person, draft, template, like }: Props) {
  return (
    <DraftLoader id={draft}>
      {(stored) => (
        <QuickLog
          library={library}
          person={person}
          stored={stored}
          begun={beginning(template, like)}
          template={template}
        />
      )}
    </DraftLoader>
  );
}
