import type { Period } from '../../../typings/contract';

/**
 * One thing that can be typed or chosen of a rule; `path` leads to it within the rule's value, '' is the
 * value itself.
 */
export type RuleInput =
  | (Field & { kind: 'number'; unit?: string; decimals?: boolean } & MayBeNone)
  | (Field & { kind: 'yuan' } & MayBeNone)
  | (Field & { kind: 'period'; units: Period['unit'][] } & MayBeNone)
  | (Field & { kind: 'choice'; options: Option[] })
  | (Field & { kind: 'switch' })
  | (Field & { kind: 'text'; placeholder?: string } & MayBeNone)
  /** Several of the library's types of copies; none chosen: all. */
  | (Field & { kind: 'types' })
  /** Several branches. */
  | (Field & { kind: 'branches' })
  /** One branch; none chosen: all. */
  | (Field & { kind: 'branch' })
  | (Field & { kind: 'list'; add: string; each: string; blank: unknown; inputs: RuleInput[] });

interface Field {
  path: string;
  label: string;
  hint?: string;
}

/** A value that a library may leave out: the word for it, and what stands there when it is given. */
interface MayBeNone {
  none?: string;
  start?: unknown;
  /** Left out altogether instead of null. */
  absent?: boolean;
}

export interface Option {
  id: string;
  name: string;
}

/** Names of the library's categories, types and branches. */
export interface Names {
  readerCategories: Option[];
  itemTypes: Option[];
  branches: Option[];
}

export interface InputView {
  key: string;
  kind: 'number' | 'yuan' | 'period' | 'choice' | 'chips' | 'switch' | 'text' | 'head' | 'add';
  path: string;
  label: string;
  hint: string;
  unit: string;
  placeholder: string;
  text: string;
  on: boolean;
  /** The word for "none", '' when there must be a value. */
  none: string;
  isNone: boolean;
  options: (Option & { on: boolean })[];
}

const UNITS: Record<Period['unit'], string> = { days: '天', hours: '小时', minutes: '分钟', months: '个月' };

export function periodText({ count, unit }: Period): string {
  return `${count} ${UNITS[unit]}`;
}

/**
 * What an editor shows for a value, one after the other; a list has a heading and a "remove" for each of its
 * rows.
 */
export function inputViews(inputs: RuleInput[], value: unknown, names: Names, base = ''): InputView[] {
  return inputs.flatMap((input) => viewsOf(input, value, names, base));
}

function viewsOf(input: RuleInput, value: unknown, names: Names, base: string): InputView[] {
  const path = join(base, input.path);
  const here = at(value, path);
  const view = (kind: InputView['kind'], more: Partial<InputView> = {}): InputView => ({
    key: `${kind} ${path}`,
    kind,
    path,
    label: input.label,
    hint: input.hint ?? '',
    unit: '',
    placeholder: '',
    text: '',
    on: false,
    none: 'none' in input ? (input.none ?? '') : '',
    isNone: 'none' in input && input.none !== undefined && (here === null || here === undefined),
    options: [],
    ...more,
  });
  switch (input.kind) {
    case 'number':
      return [view('number', { unit: input.unit ?? '', text: typed(here) })];
    case 'yuan':
      return [
        view('yuan', { unit: '元', text: typeof here === 'number' ? String(here / 100) : typed(here) }),
      ];
    case 'period': {
      const unit = at(value, join(path, 'unit'));
      const options = input.units.map((id) => ({ id, name: UNITS[id], on: id === unit }));
      return [view('period', { text: typed(at(value, join(path, 'count'))), options })];
    }
    case 'choice':
      return [view('choice', { options: input.options.map((each) => ({ ...each, on: each.id === here })) })];
    case 'switch':
      return [view('switch', { on: here === true })];
    case 'text':
      return [view('text', { text: typed(here), placeholder: input.placeholder ?? '' })];
    case 'types':
      return [
        view('chips', { options: chosenOf(names.itemTypes, here), hint: input.hint ?? '不选即全部类型' }),
      ];
    case 'branches':
      return [view('chips', { options: chosenOf(names.branches, here) })];
    case 'branch': {
      const options = [{ id: '', name: '不限' }, ...names.branches];
      return [
        view('choice', { options: options.map((each) => ({ ...each, on: each.id === (here ?? '') })) }),
      ];
    }
    case 'list': {
      const rows = Array.isArray(here) ? (here as unknown[]) : [];
      return [
        ...rows.flatMap((_row, n) => [
          view('head', { key: `head ${path}.${n}`, path: `${path}.${n}`, label: `${input.each} ${n + 1}` }),
          ...inputViews(input.inputs, value, names, join(path, String(n))),
        ]),
        view('add', { label: input.add }),
      ];
    }
  }
}

function chosenOf(options: Option[], value: unknown): (Option & { on: boolean })[] {
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  return options.map((each) => ({ ...each, on: chosen.includes(each.id) }));
}

function typed(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

function join(base: string, path: string): string {
  return [base, path].filter(Boolean).join('.');
}

/** What stands at a path of a value. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);
}

/**
 * The value with something else at a path; undefined takes it out. Lists and objects above are copied, never
 * changed.
 */
export function withAt(value: unknown, path: string, to: unknown): unknown {
  const [key, ...rest] = path.split('.').filter(Boolean);
  if (key === undefined) return to;
  const inner = withAt(at(value, key), rest.join('.'), to);
  if (Array.isArray(value)) {
    const copy: unknown[] = [...(value as unknown[])];
    if (inner === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = inner;
    return copy;
  }
  const { [key]: _before, ...others } = (value ?? {}) as Record<string, unknown>;
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** Finds the declaration of an input by the path of its view: rows of lists stand under their number. */
export function inputAt(inputs: RuleInput[], path: string): RuleInput | undefined {
  for (const input of inputs) {
    if (input.path === path) return input;
    if (input.kind !== 'list') continue;
    const inner = path.startsWith(input.path ? `${input.path}.` : '')
      ? path.slice(input.path ? input.path.length + 1 : 0)
      : undefined;
    const [row, ...rest] = (inner ?? '').split('.');
    if (row !== undefined && /^\d+$/.test(row)) {
      const found = inputAt(input.inputs, rest.join('.'));
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * What was typed as the value of an input. What is no number stays text, so that the library can name it as
 * wrong.
 */
export function valueTyped(input: RuleInput | undefined, text: string): unknown {
  const clean = text.trim();
  if (input?.kind === 'text') return clean === '' && input.absent ? undefined : clean;
  if (input?.kind === 'yuan')
    return /^\d+(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : clean;
  return /^\d+(\.\d+)?$/.test(clean) ? Number(clean) : clean;
}
