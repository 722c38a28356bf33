export interface Gap {
  id: string;
  severity: 'low' | 'high';
}

export const gapsOf = (names: readonly string[]): Gap[] =>
  names.map((id, i) => ({ id, severity: i % 2 === 0 ? 'low' : 'high' }));
