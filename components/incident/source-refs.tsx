/** References to the sources of a page, each leading to its entry in the list. */
export function SourceRefs({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return <>no source</>;
  return ids.map((id, index) => (
    <span key={id}>
      {index === 0 ? '' : ', '}
      <a href={`#sources-${id}`}>{id}</a>
    </span>
  ));
}
