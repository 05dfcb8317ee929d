import { type Column, DataTable } from '@/components/data-table';
import type { Role } from '@/components/map/symbols';
import { linkedTo } from '@/components/map/symbols';
import type { Place } from '@/domain/trend/places';

interface Props {
  readonly places: readonly Place[];
  readonly nameOf: (code: string) => string;
  readonly ask: (role: Role, state: string) => void;
}

/** The figures of the map; each opens the incidents behind it. */
export function PlacesTable({ places, nameOf, ask }: Props) {
  const figure = (role: Role, header: string, of: (place: Place) => number): Column<Place> => ({
    id: role,
    header,
    numeric: true,
    sort: of,
    cell: (place) =>
      of(place) === 0 ? (
        0
      ) : (
        <button
          type="button"
          className="link-button"
          data-mark={`${place.state} ${role}`}
          aria-label={`${of(place)}: ${header}, ${nameOf(place.state)}`}
          onClick={() => ask(role, place.state)}
        >
          {of(place)}
        </button>
      ),
  });
  const columns: Column<Place>[] = [
    {
      id: 'state',
      header: 'State',
      rowHeader: true,
      sort: ({ state }) => nameOf(state),
      cell: ({ state }) => nameOf(state),
    },
    figure('victim', 'Victim of', ({ victim }) => victim),
    figure('linked', 'Linked to it', linkedTo),
    {
      id: 'contested',
      header: 'Of those, contested',
      numeric: true,
      sort: ({ contested }) => contested,
      cell: ({ contested }) => contested,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={places}
      rowKey={({ state }) => state}
      caption="Incidents by state"
      sortedBy={{ id: 'victim', desc: true }}
    />
  );
}
