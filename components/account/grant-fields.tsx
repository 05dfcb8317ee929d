'use client';

import { useState } from 'react';
import { type Grant, PLAIN_ROLES, ROLES } from '@/domain/role';
import { type Choice, ChoiceField } from './choice-field';

export interface GrantDraft {
  readonly role: string;
  readonly party: string;
  readonly pact: string;
}

const NO_ROLE = { value: '', label: 'choose a role' };
const EVERY_PACT = { value: '', label: 'every pact' };

/** What the fields say, as a grant; null while no role is chosen. */
export function grantOf({ role, party, pact }: GrantDraft): Grant | null {
  if (role === 'delegate') return { role, party, pact: pact === '' ? null : pact };
  const plain = PLAIN_ROLES.find((each) => each === role);
  return plain === undefined ? null : { role: plain };
}

export function useGrantDraft(states: readonly Choice[]) {
  const empty: GrantDraft = { role: '', party: states[0]?.value ?? '', pact: '' };
  const [draft, setDraft] = useState(empty);
  return { draft, setDraft, clear: () => setDraft(empty) };
}

interface Props {
  readonly draft: GrantDraft;
  readonly onDraft: (draft: GrantDraft) => void;
  readonly states: readonly Choice[];
  readonly pacts: readonly Choice[];
}

/** A role to grant; a delegate's also names the party and the pact. */
export function GrantFields({ draft, onDraft, states, pacts }: Props) {
  const roles = [NO_ROLE, ...ROLES.map((role) => ({ value: role, label: role }))];
  return (
    <>
      <ChoiceField
        label="Role"
        value={draft.role}
        choices={roles}
        onValue={(role) => onDraft({ ...draft, role })}
      />
      {draft.role !== 'delegate' ? null : (
        <>
          <ChoiceField
            label="For the party"
            value={draft.party}
            choices={states}
            onValue={(party) => onDraft({ ...draft, party })}
          />
          <ChoiceField
            label="On"
            value={draft.pact}
            choices={[EVERY_PACT, ...pacts]}
            onValue={(pact) => onDraft({ ...draft, pact })}
          />
        </>
      )}
    </>
  );
}
