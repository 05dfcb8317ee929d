'use client';

import { formatDay } from '@/components/format';
import { Key, StrokeSample, TintSample } from '@/components/plot/key';
import { useStateName } from '@/components/standing/state-names';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import classes from '@/components/trends/panels.module.css';
import { useMarks } from '@/components/trends/use-marks';
import type { PartyStanding, StandingAnswer } from '@/domain/view/standing';
import { BandPicture } from './band-picture';
import { MovesPanel } from './moves-panel';

/** Most parties drawn; the table has all. */
const DRAWN = 6;

const KEY = [
  { label: 'Standing by what is found', sample: <StrokeSample colour="var(--accent)" /> },
  {
    label: 'With everything in doubt against it',
    sample: <StrokeSample colour="var(--accent)" dash="4 4" />,
  },
  { label: 'The band between', sample: <TintSample /> },
  {
    label: 'Something that counts has changed since the dot before',
    sample: <circle cx="14" cy="6" r="4" fill="var(--accent)" />,
  },
];

const drawnOf = (parties: readonly PartyStanding[]): readonly PartyStanding[] =>
  parties.length <= DRAWN
    ? parties
    : [...parties].sort((one, two) => two.counted - one.counted).slice(0, DRAWN);

/** The index band of each party on one scale, with what moved it. */
export function BandChart({ view }: { readonly view: StandingAnswer }) {
  const { parties, headline } = view;
  const state = useStateName();
  const { mark, ask, close } = useMarks('bands');
  const [party = '', asked = ''] = mark ?? [];
  const open = parties.find((one) => one.party === party)?.days.find(({ day }) => day === asked);
  const flat = parties.flatMap((one) => one.days.map((day) => ({ party: one.party, day })));
  const rows = [
    ['day', 'party', 'low', 'high', 'change', 'what moved it'],
    ...flat.map(({ party: code, day }) => [
      ...[day.day, state(code), day.low, day.high, day.change],
      day.said ?? 'first day',
    ]),
  ];
  const drawn = drawnOf(parties);
  return (
    <Chart
      id="bands"
      title="Standing from day to day, and what moved it"
      note="The index from 0 to 100 on each day, as the record was known then: claims, answers and deadlines of later days are left out. Bands of all parties stand on one scale, and nobody is ranked."
      summary={headline}
      table={
        <FigureTable
          caption="Standing on each day, and what moved it since the day before"
          rows={rows}
          onRow={(at) => {
            const one = flat[at];
            if (one !== undefined) ask(one.party, one.day.day);
          }}
        />
      }
      rows={() => rows}
      panel={
        open === undefined ? null : (
          <MovesPanel
            title={`${state(party)}, ${formatDay(open.day)}`}
            day={open}
            onClose={close}
          />
        )
      }
    >
      <Key entries={KEY} />
      <div className={classes.panels}>
        {drawn.map((standing) => (
          <div key={standing.party}>
            <p className={classes.name}>{state(standing.party)}</p>
            <p className={classes.said}>{standing.said}</p>
            <BandPicture standing={standing} onDay={(day) => ask(standing.party, day)} />
          </div>
        ))}
      </div>
      {parties.length > drawn.length ? (
        <p className="muted">
          The {DRAWN} parties with most findings are drawn; the table has {parties.length}.
        </p>
      ) : null}
    </Chart>
  );
}
