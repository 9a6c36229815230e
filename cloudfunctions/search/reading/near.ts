/**
 * Finds the syllables that are one slip of the finger away: every syllable is kept under itself and under
 * what it is without each of its letters, and the typed letters are looked up in the same ways.
 */
export function nearSyllables(names: readonly string[]): (letters: string) => readonly number[] {
  const byForm = new Map<string, number[]>();
  names.forEach((name, number) => {
    for (const form of new Set([name, ...withoutOne(name)]))
      byForm.set(form, [...(byForm.get(form) ?? []), number]);
  });
  return (letters) => {
    const found = new Set<number>();
    for (const form of [letters, ...withoutOne(letters)])
      for (const number of byForm.get(form) ?? []) if (isOneSlip(letters, names[number]!)) found.add(number);
    return [...found];
  };
}

const withoutOne = (text: string): string[] =>
  Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));

function isOneSlip(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
