/** Place of the only bit of a mask. */
export const placeOf = (mask: number): number => 31 - Math.clz32(mask);

/** 1 where a mask has any bit, else 0: without a branch. */
export const anyBit = (mask: number): number => (mask | -mask) >>> 31;
