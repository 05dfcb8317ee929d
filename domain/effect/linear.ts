/** A symmetric matrix, row by row. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

export const square = (size: number): Square => ({
  size,
  values: new Float64Array(size * size),
});

/** The lower Cholesky factor, from the lower half alone; null where the matrix is not positive definite. */
function cholesky({ size, values }: Square): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let left = values[row * size + column] ?? 0;
      for (let at = 0; at < column; at += 1)
        left -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      if (row !== column) factor[row * size + column] = left / (factor[column * (size + 1)] ?? 0);
      else if (left > 1e-12 * (values[row * (size + 1)] ?? 0))
        factor[row * (size + 1)] = Math.sqrt(left);
      else return null;
    }
  return factor;
}

/** Inverse of a symmetric, positive definite matrix; null where it is none, or nearly none. */
export function inverse(matrix: Square): Square | null {
  const factor = cholesky(matrix);
  if (factor === null) return null;
  const { size } = matrix;
  const result = square(size);
  for (let column = 0; column < size; column += 1) {
    const solved = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let left = row === column ? 1 : 0;
      for (let at = 0; at < row; at += 1)
        left -= (factor[row * size + at] ?? 0) * (solved[at] ?? 0);
      solved[row] = left / (factor[row * (size + 1)] ?? 1);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let left = solved[row] ?? 0;
      for (let at = row + 1; at < size; at += 1)
        left -= (factor[at * size + row] ?? 0) * (solved[at] ?? 0);
      solved[row] = left / (factor[row * (size + 1)] ?? 1);
      result.values[row * size + column] = solved[row] ?? 0;
    }
  }
  return result;
}

/** Matrix times vector. */
export function times({ size, values }: Square, vector: ArrayLike<number>): Float64Array {
  const result = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += (values[row * size + at] ?? 0) * (vector[at] ?? 0);
    result[row] = sum;
  }
  return result;
}

export function dot(one: ArrayLike<number>, two: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (two[at] ?? 0);
  return sum;
}

/** B M B, all three symmetric and of one size. */
export function sandwiched(bread: Square, meat: Square): Square {
  const { size } = bread;
  const result = square(size);
  for (let column = 0; column < size; column += 1) {
    const slice = bread.values.subarray(column * size, (column + 1) * size);
    const product = times(bread, times(meat, slice));
    for (let row = 0; row < size; row += 1) result.values[row * size + column] = product[row] ?? 0;
  }
  return result;
}
