import type { IncidentDraft } from './incident-draft';

/** What to think of at a field of the form. */
export interface TemplateHint {
  readonly path: string;
  readonly hint: string;
}

/** A common shape of incident as a draft begun: codes, no names, no accusation. */
export interface IncidentTemplate {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly draft: IncidentDraft;
  readonly hints: readonly TemplateHint[];
}

const TITLE: TemplateHint = { path: 'title', hint: 'What happened, and not who did it.' };

/**
 * Templates for the shapes that come up most. Neutral: none names a state, an intent that nobody has
 * shown, or a severity; the same template serves whoever is the victim.
 */
export const INCIDENT_TEMPLATES: readonly IncidentTemplate[] = [
  {
    id: 'hack-and-leak',
    label: 'Hack and leak against a party',
    description: 'Data of a political party or campaign taken without right and published.',
    draft: {
      conduct: ['data-theft-and-doxing'],
      objects: ['political-party'],
      ongoing: false,
      recurring: false,
      tlp: 'AMBER',
    },
    hints: [
      TITLE,
      { path: 'disclosed', hint: 'The day the material was first published.' },
      { path: 'sources', hint: 'Link to reports on the leak, never to the leaked material.' },
      { path: 'claims', hint: 'Who took it and who published it may be two claims.' },
    ],
  },
  {
    id: 'ransomware',
    label: 'Ransomware from a territory',
    description: 'Extortion by criminals said to act from the territory of a state.',
    draft: {
      conduct: ['ransomware'],
      objects: ['critical-infrastructure'],
      ongoing: false,
      recurring: false,
      tlp: 'GREEN',
    },
    hints: [
      TITLE,
      {
        path: 'claims',
        hint: 'Linked to the territory is LINK; control by the state is STATE; control denied with reasons is PRIVATE.',
      },
      { path: 'notifications', hint: 'When was the territorial state told, and by which channel?' },
      { path: 'responses', hint: 'What did it do then: shared, investigated, arrested?' },
    ],
  },
  {
    id: 'covert-personas',
    label: 'Covert personas',
    description: 'Accounts or outlets that conceal who speaks, run together.',
    draft: {
      conduct: ['covert-personas'],
      objects: ['electorate'],
      recurring: false,
      tlp: 'GREEN',
    },
    hints: [
      TITLE,
      { path: 'started', hint: 'When the accounts began, as precisely as the report says.' },
      { path: 'severity', hint: 'How far it broke out, categories 1 to 6.' },
    ],
  },
  {
    id: 'company-intrusion',
    label: 'Intrusion into a company',
    description: 'Access without right to the systems of a company, with or without theft.',
    draft: {
      conduct: ['data-theft', 'hijacking-with-misuse'],
      objects: ['corporate'],
      ongoing: false,
      recurring: false,
      tlp: 'AMBER',
    },
    hints: [
      TITLE,
      { path: 'conduct', hint: 'Take data theft off where no theft is known.' },
      { path: 'intent', hint: 'Commercial advantage only where a source says so.' },
    ],
  },
  {
    id: 'encounter-at-sea',
    label: 'Unsafe encounter at sea',
    description: 'Two ships, or a ship and an aircraft, too close for safety.',
    draft: {
      conduct: ['unsafe-manoeuvre'],
      objects: ['military-vessel'],
      ended: null,
      ongoing: false,
      recurring: false,
      tlp: 'GREEN',
    },
    hints: [
      TITLE,
      { path: 'started', hint: 'To the minute where it is known, in UTC.' },
      { path: 'objections', hint: 'Where the two sides differ on what happened: against CONDUCT.' },
      {
        path: 'joint',
        hint: 'Where each side accuses the other, name both: they are no rivals of each other.',
      },
    ],
  },
];

/**
 * A draft for the next incident of the same shape ("log a similar one"): what kind it was, against
 * whom and of what. Dates, claims, sources and everything else that tells of this one is left out.
 */
export function similarDraft(incident: IncidentDraft): IncidentDraft {
  const { conduct, objects, victimStates, victims, tlp, recurring } = incident;
  return {
    ...(conduct === undefined ? {} : { conduct: [...conduct] }),
    ...(objects === undefined ? {} : { objects: [...objects] }),
    ...(victimStates === undefined ? {} : { victimStates: [...victimStates] }),
    ...(victims === undefined ? {} : { victims: [...victims] }),
    ...(tlp === undefined ? {} : { tlp }),
    ...(recurring === undefined ? {} : { recurring }),
  };
}
