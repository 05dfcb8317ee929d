import { newId } from '@/components/dossier-editor/new-id';
import type { AdherenceAbout } from './record-adherence';

/** What is filled in of an adherence event. */
export interface AdherenceValues {
  readonly party: string;
  readonly state: string;
  readonly at: { readonly date?: string; readonly precision?: string } | null;
  readonly statedReason: string;
  readonly counterProposalId: string;
  readonly corrects: number | null;
  readonly sourceTitle: string;
  readonly sourcePublisher: string;
  readonly sourceUrl: string;
}

const words = (value: string): string | null => (value.trim() === '' ? null : value.trim());

/** What is sent of what is filled in; a source has to have a title to be one. */
export function bodyOf(values: AdherenceValues, { version, textHash }: AdherenceAbout) {
  const title = words(values.sourceTitle);
  const source = {
    ...{ id: newId('s'), title, publisher: words(values.sourcePublisher) ?? 'unknown' },
    ...{ date: null, url: words(values.sourceUrl) },
  };
  return {
    ...{
      party: values.party,
      state: values.state,
      at: values.at ?? { date: '', precision: 'day' },
    },
    ...{ statedReason: words(values.statedReason), version, textHash },
    counterProposalId: words(values.counterProposalId),
    corrects: values.corrects,
    sources: title === null ? [] : [source],
  };
}

/** Paths of the body, as the fields here are called. */
export const FIELDS: Readonly<Record<string, string>> = {
  'at.date': 'at',
  'sources[0].title': 'sourceTitle',
  'sources[0].publisher': 'sourcePublisher',
  'sources[0].url': 'sourceUrl',
  'sources[0].id': 'sourceTitle',
};

/** A form without anything in it yet. */
export const BLANK = {
  ...{ state: 'offered', at: null, statedReason: '', counterProposalId: '', corrects: null },
  ...{ sourceTitle: '', sourcePublisher: '', sourceUrl: '' },
};
