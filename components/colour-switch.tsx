'use client';

import { useMantineColorScheme } from '@mantine/core';

/** Changes between light and dark. Both words are in the page and CSS shows the right one, so nothing flashes. */
export function ColourSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      <button
        type="button"
        className="quiet-button light-only"
        onClick={() => setColorScheme('dark')}
      >
        Dark
      </button>
      <button
        type="button"
        className="quiet-button dark-only"
        onClick={() => setColorScheme('light')}
      >
        Light
      </button>
    </>
  );
}
