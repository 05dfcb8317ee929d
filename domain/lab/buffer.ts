import { packColumns, unpackColumns } from './packed';
import type { Store, StoreColumns } from './store';

const FORMAT = 'servanda.columns/3';

interface Head {
  readonly policy: Store['policy'];
  readonly compiledOn: string;
  readonly coded: boolean;
  readonly incidents: number;
  readonly states: readonly string[];
  readonly odd: readonly (readonly [number, unknown])[];
}

/** A store as one buffer, `servanda.columns/3`: a head in JSON, then the columns as they lie in memory. */
export function toBuffer(store: Store): ArrayBuffer {
  const { policy, compiledOn, coded, incidents, states } = store;
  const head = { format: FORMAT, policy, compiledOn, coded, incidents, states };
  return packColumns({ ...head, ...{ odd: [...store.odd] } }, { ...store.columns });
}

/**
 * Reads a store back; its columns are views of the buffer.
 * @throws Error where the buffer is none of this format.
 */
export function fromBuffer(buffer: ArrayBuffer): Store {
  const { head, columns } = unpackColumns(buffer, FORMAT);
  const { policy, compiledOn, coded, incidents, states, odd } = head as Head;
  return {
    ...{ policy, compiledOn, coded, incidents, states },
    odd: new Map(odd) as Store['odd'],
    columns: columns as unknown as StoreColumns,
  };
}
