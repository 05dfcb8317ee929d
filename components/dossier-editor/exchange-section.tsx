'use client';

import { CHANNEL_WORDS, OBJECTION_WORDS } from '@/components/incident/words';
import { AreaField, ChoiceField, DateField, TickField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { optionsFrom, optionsOf } from '@/components/log/options';
import { shownDate } from '@/components/log/written-date';
import { stateName } from '@/domain/states';
import { EXCEPTIONS, RESPONSE_LEVELS } from '@/domain/vocabulary';
import { EntryList } from './entry-list';
import { NumberField, SourcesField, StateField } from './more-fields';
import { newId } from './new-id';
import { useQuietDraft } from './quiet-draft';

const LEVELS = Object.entries(RESPONSE_LEVELS)
  .map(([value, words]) => ({ value, label: `${value}: ${words}` }))
  .sort((one, two) => Number(one.value) - Number(two.value));
const PLEAS = [
  { value: 'exception', label: 'exception' },
  { value: 'incapacity', label: 'incapacity' },
  { value: 'reservation', label: 'reservation' },
];

const state = (code: string | null | undefined): string =>
  code ? stateName(code) : 'state not said';

export function NotificationsSection() {
  const { notifications = [] } = useQuietDraft();
  return (
    <EntryList
      name="notifications"
      title="Notifications"
      one="notification"
      note="When a state was told, by whom and how: from then on its time to act runs."
      create={() => ({ id: newId('n'), sources: [] })}
      summaryOf={(at) => {
        const { by, to, at: sent } = notifications[at] ?? {};
        return `${state(by)} to ${state(to)}, ${shownDate(sent ?? null) || 'date not said'}`;
      }}
    >
      {(prefix) => (
        <>
          <div className={form.row}>
            <DateField name={`${prefix}.at`} label="Sent on" hint="2016-07-22, or to the minute." />
            <StateField name={`${prefix}.by`} label="By" />
            <StateField name={`${prefix}.to`} label="To" />
          </div>
          <div className={form.row}>
            <ChoiceField
              name={`${prefix}.channel`}
              label="Channel"
              none="choose"
              options={optionsFrom(CHANNEL_WORDS)}
            />
            <StateField name={`${prefix}.onBehalfOf`} label="On behalf of" optional none="Itself" />
            <DateField name={`${prefix}.acknowledgedAt`} label="Acknowledged on" optional />
          </div>
          <AreaField name={`${prefix}.asks`} label="What it asks" optional rows={2} />
          <SourcesField name={`${prefix}.sources`} />
        </>
      )}
    </EntryList>
  );
}

export function ResponsesSection() {
  const { responses = [] } = useQuietDraft();
  return (
    <EntryList
      name="responses"
      title="Responses"
      one="response"
      note="What the state did, on the ladder from obstruction (−1) to reparation (8). Only what is verified counts in full."
      create={() => ({
        id: newId('r'),
        verified: false,
        rebuttalEvidence: false,
        acknowledgesLink: false,
        endorsed: false,
        requestedAssistance: false,
        summary: '',
        sources: [],
      })}
      summaryOf={(at) => {
        const { by, level, at: given } = responses[at] ?? {};
        const words = typeof level === 'number' ? `level ${level}` : 'level not said';
        return `${state(by)}, ${words}, ${shownDate(given ?? null) || 'date not said'}`;
      }}
    >
      {(prefix) => (
        <>
          <div className={form.row}>
            <DateField name={`${prefix}.at`} label="Given on" />
            <StateField name={`${prefix}.by`} label="By" />
            <ChoiceField
              name={`${prefix}.level`}
              label="Level on the ladder"
              none="choose"
              numeric
              options={LEVELS}
            />
          </div>
          <AreaField name={`${prefix}.summary`} label="Summary" rows={2} />
          <div className={form.row}>
            <TickField name={`${prefix}.verified`} label="Verified by somebody else" />
            <TickField name={`${prefix}.rebuttalEvidence`} label="Offers evidence in rebuttal" />
            <TickField name={`${prefix}.acknowledgesLink`} label="Acknowledges the link" />
            <TickField name={`${prefix}.endorsed`} label="Endorses the conduct" />
            <TickField name={`${prefix}.requestedAssistance`} label="Asks for help" />
          </div>
          <SourcesField name={`${prefix}.sources`} />
        </>
      )}
    </EntryList>
  );
}

export function ExtensionsSection() {
  const { extensions = [] } = useQuietDraft();
  return (
    <EntryList
      name="extensions"
      title="Extensions"
      one="extension"
      note="More time, asked for by the state concerned."
      create={() => ({ sources: [] })}
      summaryOf={(at) => `${state(extensions[at]?.by)}, ${extensions[at]?.days ?? '?'} days`}
    >
      {(prefix) => (
        <>
          <div className={form.row}>
            <StateField name={`${prefix}.by`} label="By" />
            <DateField name={`${prefix}.requestedAt`} label="Asked on" />
            <NumberField name={`${prefix}.days`} label="Days asked for" />
          </div>
          <SourcesField name={`${prefix}.sources`} />
        </>
      )}
    </EntryList>
  );
}

export function PleasSection() {
  const { pleas = [] } = useQuietDraft();
  return (
    <EntryList
      name="pleas"
      title="Pleas"
      one="plea"
      note="An exception, incapacity or reservation that a state pleads, and whether it was accepted."
      create={() => ({ sources: [] })}
      summaryOf={(at) => `${state(pleas[at]?.by)}, ${pleas[at]?.kind ?? 'kind not said'}`}
    >
      {(prefix) => (
        <>
          <div className={form.row}>
            <StateField name={`${prefix}.by`} label="By" />
            <ChoiceField name={`${prefix}.kind`} label="Kind" none="choose" options={PLEAS} />
            <ChoiceField
              name={`${prefix}.code`}
              label="Ground"
              optional
              none="not said"
              options={optionsOf(EXCEPTIONS)}
            />
            <DateField name={`${prefix}.at`} label="Made on" />
            <DecisionField name={`${prefix}.accepted`} />
          </div>
          <SourcesField name={`${prefix}.sources`} />
        </>
      )}
    </EntryList>
  );
}

const DECISIONS = [
  { value: 'true', label: 'accepted' },
  { value: 'false', label: 'rejected' },
];

function DecisionField({ name }: { readonly name: string }) {
  return <ChoiceField name={name} label="Decision" none="not decided" options={DECISIONS} flag />;
}

export function ObjectionsSection() {
  const { objections = [] } = useQuietDraft();
  return (
    <EntryList
      name="objections"
      title="Objections"
      one="objection"
      note="What the accused state disputes. While one is open and reasoned, the finding is disputed."
      create={() => ({ summary: '', sources: [] })}
      summaryOf={(at) => {
        const { by, against } = objections[at] ?? {};
        return `${state(by)}${against === undefined ? '' : ` against ${OBJECTION_WORDS[against]}`}`;
      }}
    >
      {(prefix) => (
        <>
          <div className={form.row}>
            <StateField name={`${prefix}.by`} label="By" />
            <ChoiceField
              name={`${prefix}.against`}
              label="Against"
              none="choose"
              options={optionsFrom(OBJECTION_WORDS)}
            />
            <DateField name={`${prefix}.at`} label="Raised on" />
            <DateField name={`${prefix}.closedAt`} label="Closed on" optional />
          </div>
          <AreaField name={`${prefix}.summary`} label="Summary" rows={2} />
          <SourcesField name={`${prefix}.sources`} />
        </>
      )}
    </EntryList>
  );
}
