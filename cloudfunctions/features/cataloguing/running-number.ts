import type { CallNumberAdvice } from '../../../typings/contract/cataloguing';

interface Habit {
  kind: CallNumberAdvice['habit'];
  /** Between class and book number. */
  separator: string;
}

const UNKNOWN: Habit = { kind: 'unknown', separator: '/' };
const SHARE = 0.6;

/** How a library writes its call numbers behind the class, told by some of them with their classes. */
export function habitOf(samples: readonly { clc: string; callNumber: string }[]): Habit {
  const seen = samples.flatMap(({ clc, callNumber }) => {
    if (clc === '' || !callNumber.startsWith(clc)) return [];
    const [, separator = '', mark = ''] = /^(\s*\/\s*|\s+)(.+)$/.exec(callNumber.slice(clc.length)) ?? [];
    const kind = kindOfMark(mark);
    return kind ? [{ kind, separator }] : [];
  });
  const running = seen.filter(({ kind }) => kind === 'running_number');
  const most =
    running.length * 2 >= seen.length ? running : seen.filter(({ kind }) => kind === 'author_mark');
  const [first] = most;
  return first && most.length >= samples.length * SHARE ? first : UNKNOWN;
}

function kindOfMark(mark: string): 'running_number' | 'author_mark' | undefined {
  if (/^[1-9]\d{0,5}(\D.*)?$/.test(mark)) return 'running_number';
  return /^[A-Z]{1,3}\d/i.test(mark) ? 'author_mark' : undefined;
}

/** Which of these numbers are taken: one indexed read. */
type Taken = (numbers: readonly number[]) => Promise<readonly number[]>;

const HIGHEST_POWER = 19;
const AT_EACH_POWER = 20;
const ONE_READ = 400;
const MOST_READS = 12;

/**
 * The last running number that is taken; 0 for none. Text indexes do not sort numbers, so it is looked for
 * from both sides: first its size, by a few numbers behind each power of two, then evenly between two powers,
 * then one after the other until a whole read finds none. Running numbers have few gaps; where they have wide
 * ones, what comes out is still followed by free ones.
 */
export async function lastNumber(taken: Taken): Promise<number> {
  const powers = range(0, HIGHEST_POWER).map((power) => 2 ** power);
  const rough = await taken([...new Set(powers.flatMap((power) => range(power, AT_EACH_POWER)))]);
  let last = Math.max(0, ...rough);
  if (last === 0) return 0;
  const step = Math.max(1, Math.floor(last / ONE_READ));
  const finer = await taken(range(0, ONE_READ).map((n) => last + (n + 1) * step));
  last = Math.max(last, ...finer);
  for (let reads = 0; reads < MOST_READS; reads++) {
    const after = await taken(range(last + 1, ONE_READ));
    if (after.length === 0) return last;
    last = Math.max(...after);
  }
  return last;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, n) => from + n);
