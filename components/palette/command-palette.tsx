'use client';

import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useEffect, useState } from 'react';
import { folded } from '@/domain/folded';
import classes from './palette.module.css';
import { draftsFound, incidentsFound, pactsFound } from './palette-finds';
import { type Place, placesFor } from './palette-places';

const [store, palette] = createSpotlight();

interface Props {
  /** Counted up each time somebody asks for it. */
  readonly opened: number;
  readonly mayLog: boolean;
}

/** Fewer letters would find everything. */
const LEAST = 2;
const MOST = 8;

function fitting(places: readonly Place[], query: string): readonly Place[] {
  const words = folded(query).split(' ').filter(Boolean);
  return places.filter(({ label, description = '' }) => {
    const all = folded(`${label} ${description}`);
    return words.every((word) => all.includes(word));
  });
}

/** Pages, templates, pacts, one's own drafts and every incident, found by typing. */
export default function CommandPalette({ opened, mayLog }: Props) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  useEffect(() => {
    if (opened > 0) palette.open();
  }, [opened]);
  const pacts = useQuery({ queryKey: ['palette', 'pacts'], queryFn: pactsFound });
  const drafts = useQuery({
    queryKey: ['palette', 'drafts', opened],
    queryFn: draftsFound,
    enabled: mayLog,
  });
  const incidents = useQuery({
    queryKey: ['palette', 'incidents', asked],
    queryFn: ({ signal }) => incidentsFound(asked, signal),
    enabled: asked.length >= LEAST,
    placeholderData: (before) => before,
  });

  const groups: readonly (readonly [string, readonly Place[]])[] = [
    ['Go to', fitting(placesFor(mayLog), query)],
    ['Your drafts', fitting(drafts.data ?? [], query).slice(0, MOST)],
    ['Incidents', asked.length >= LEAST ? (incidents.data ?? []) : []],
    ['Pacts', asked.length >= LEAST ? fitting(pacts.data ?? [], query).slice(0, MOST) : []],
  ];
  const actions: SpotlightActionGroupData[] = groups
    .filter(([, places]) => places.length > 0)
    .map(([group, places]) => ({
      group,
      actions: places.map(({ href, label, description }) => ({
        id: `${group} ${href}`,
        label,
        ...(description === undefined ? {} : { description }),
        onClick: () => router.push(href),
      })),
    }));

  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={actions}
      filter={(_, all) => all}
      scrollable
      maxHeight="60vh"
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Found', role: 'group' } }}
      nothingFound={incidents.isFetching ? 'Looking …' : 'Nothing by these words.'}
      classNames={{
        content: classes.content ?? '',
        search: classes.search ?? '',
        action: classes.action ?? '',
        actionDescription: classes.description ?? '',
        actionsGroup: classes.group ?? '',
      }}
      searchProps={{
        placeholder: 'A page, a pact, a draft, words of an incident',
        'aria-label': 'Search',
      }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
      radius={2}
      attributes={{ content: { 'aria-label': 'Search and go' } }}
    />
  );
}
