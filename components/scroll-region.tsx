'use client';

import { useMergedRef, useResizeObserver } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface Props {
  /** Names the region for whoever reaches it by keyboard. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A box that scrolls sideways; the keyboard reaches it while there is something to scroll to. */
export function ScrollRegion({ label, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [watched, { width }] = useResizeObserver<HTMLDivElement>();
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = box;
    setScrolls(width > 0 && current !== null && current.scrollWidth > current.clientWidth);
  }, [width]);
  const reachable = scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <div ref={useMergedRef(box, watched)} className={className} {...reachable}>
      {children}
    </div>
  );
}
