import { complain } from '../complaints';
import { localNow } from '../clock';
import type { glassEasel } from '../glass';
import { chooseFromWheels } from '../sheets/wheels';
import type { Builtin, Properties } from './define';
import { defineBuiltin } from './define';
import { becomeField } from './forms';

type Range = unknown[];

/** picker: selector, multiSelector, date and time, as wheels from the bottom. */
export function definePickers(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'picker', PICKER_PROPERTIES, picker);
}

const PICKER_PROPERTIES: Properties = {
  mode: 'selector',
  range: null,
  rangeKey: '',
  value: null,
  start: '',
  end: '',
  fields: 'day',
  disabled: false,
  headerText: '',
  name: '',
};

function picker({ host, get, put, tell }: Builtin): void {
  const labels = (row: Range): string[] => {
    const key = get<string>('rangeKey');
    return row.map((item) =>
      String(
        key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item,
      ),
    );
  };
  const finish = (value: unknown): void => {
    put('value', value);
    tell('change', { value });
  };
  const cancelled = (): void => void tell('cancel', {});
  const title = (): string => get<string>('headerText') || host.getAttribute('aria-label') || '请选择';

  async function open(): Promise<void> {
    const mode = get<string>('mode');
    const range = (get<Range | null>('range') ?? []) as Range;
    if (mode === 'selector') {
      const chosen = await chooseFromWheels(title(), () => [labels(range)], [Number(get('value') ?? 0)]);
      return chosen ? finish(chosen[0]) : cancelled();
    }
    if (mode === 'multiSelector') {
      const value = ((get<number[] | null>('value') ?? []) as number[]).slice();
      const chosen = await chooseFromWheels(
        title(),
        () => ((get<Range | null>('range') ?? []) as Range[]).map(labels),
        value,
        (column, row) => void tell('columnchange', { column, value: row }),
      );
      return chosen ? finish(chosen) : cancelled();
    }
    if (mode === 'date') {
      const chosen = await chooseDate(
        title(),
        String(get('value') ?? ''),
        get('start'),
        get('end'),
        get('fields'),
      );
      return chosen ? finish(chosen) : cancelled();
    }
    if (mode === 'time') {
      const chosen = await chooseTime(title(), String(get('value') ?? ''), get('start'), get('end'));
      return chosen ? finish(chosen) : cancelled();
    }
    complain(`<picker mode="${mode}"> is not supported by the preview`);
  }

  host.addEventListener('click', () => {
    if (get('disabled') !== true) void open();
  });
  becomeField(host, {
    name: () => get('name'),
    value: () => get('value'),
    reset: () => put('value', null),
  });
}

async function chooseDate(
  title: string,
  value: string,
  start: string,
  end: string,
  fields: string,
): Promise<string | null> {
  const today = new Date(localNow() + 8 * 3600_000).toISOString().slice(0, 10);
  const [from, to] = [start || '1900-01-01', end || '2100-12-31'];
  const parts = (/^\d{4}(-\d\d){0,2}$/.test(value) ? value : today).split('-').map(Number);
  const firstYear = Number(from.slice(0, 4));
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - firstYear + 1 },
    (_one, index) => `${firstYear + index}年`,
  );
  const depth = fields === 'year' ? 1 : fields === 'month' ? 2 : 3;
  const state = [(parts[0] ?? firstYear) - firstYear, (parts[1] ?? 1) - 1, (parts[2] ?? 1) - 1];
  const wheels = (): string[][] => {
    const days = new Date(Date.UTC(firstYear + (state[0] ?? 0), (state[1] ?? 0) + 1, 0)).getUTCDate();
    const month = Array.from({ length: 12 }, (_one, index) => `${index + 1}月`);
    const day = Array.from({ length: days }, (_one, index) => `${index + 1}日`);
    return [years, month, day].slice(0, depth);
  };
  const chosen = await chooseFromWheels(
    title,
    wheels,
    state.slice(0, depth),
    (column, row) => void (state[column] = row),
  );
  if (!chosen) return null;
  const two = (number: number): string => String(number).padStart(2, '0');
  const full = [String(firstYear + (chosen[0] ?? 0)), two((chosen[1] ?? 0) + 1), two((chosen[2] ?? 0) + 1)];
  const date = full.slice(0, depth).join('-');
  if (date < from.slice(0, date.length)) return from.slice(0, date.length);
  return date > to.slice(0, date.length) ? to.slice(0, date.length) : date;
}

async function chooseTime(title: string, value: string, start: string, end: string): Promise<string | null> {
  const two = (_one: unknown, index: number): string => String(index).padStart(2, '0');
  const [hours, minutes] = [Array.from({ length: 24 }, two), Array.from({ length: 60 }, two)];
  const now = new Date(localNow() + 8 * 3600_000).toISOString().slice(11, 16);
  const [hour, minute] = (/^\d\d:\d\d$/.test(value) ? value : now).split(':').map(Number);
  const chosen = await chooseFromWheels(title, () => [hours, minutes], [hour ?? 0, minute ?? 0]);
  if (!chosen) return null;
  const time = `${hours[chosen[0] ?? 0]}:${minutes[chosen[1] ?? 0]}`;
  if (start && time < start) return start;
  return end && time > end ? end : time;
}
