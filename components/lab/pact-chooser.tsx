'use client';

import { LeaveStatus } from '@/components/leave-status';
import { SelectField } from '@/components/standing/fields';
import type { PactChoice } from '@/components/standing/filters';
import { useLeave } from '@/components/use-leave';
import { type LabPact, labQuery } from './api';
import classes from './chooser.module.css';
import { AS_IN_THE_TEXT } from './params';

interface Props {
  readonly pact: LabPact;
  readonly pacts: readonly PactChoice[];
  /** The versions there are, newest first. */
  readonly versions: readonly number[];
}

/** Which pact is in the lab, and which version of it. Another one begins as in its text. */
export function PactChooser({ pact, pacts, versions }: Props) {
  const { busy, isOffline, leave } = useLeave();
  const go = (next: LabPact) => leave(`/lab?${labQuery(next, AS_IN_THE_TEXT)}`);
  const [latest = 1] = versions;
  return (
    <div className={classes.root} aria-busy={busy}>
      <SelectField
        label="Pact"
        className={classes.pact}
        value={pact.draft === null ? pact.pact : ''}
        choices={[
          ...(pact.draft === null
            ? []
            : [{ value: '', label: 'A draft, not saved as a version', group: 'Draft' }]),
          ...[...pacts]
            .filter(({ referenceOnly, id }) => !referenceOnly || id === pact.pact)
            .sort((one, two) => two.kind.localeCompare(one.kind) * -1)
            .map(({ id, title, kind, referenceOnly }) => ({
              value: id,
              label: title,
              group: referenceOnly
                ? 'For reference, not scored'
                : kind === 'hypothetical'
                  ? 'Hypothetical'
                  : 'Historical',
            })),
        ]}
        onChange={(id) => go({ pact: id, version: null, draft: null })}
      />
      {versions.length < 2 || pact.draft !== null ? null : (
        <SelectField
          label="Version"
          value={`${pact.version ?? latest}`}
          choices={versions.map((version) => ({
            value: `${version}`,
            label: version === latest ? `${version} (latest)` : `${version}`,
          }))}
          onChange={(text) => {
            const version = Number(text);
            go({ pact: pact.pact, version: version === latest ? null : version, draft: null });
          }}
        />
      )}
      <LeaveStatus
        {...{ busy, isOffline }}
        offline="this pact stays open. Choose again once you are."
      />
    </div>
  );
}
