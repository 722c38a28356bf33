export function* times(count) {
  for (let n = 0; n < count; n += 1) yield n;
}
