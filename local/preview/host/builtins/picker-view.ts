import type { glassEasel } from '../glass';
import { rewriteUnits } from '../../units';
import type { Builtin, Properties, Reactions } from './define';
import { defineBuiltin } from './define';

const settle = new WeakMap<Element, () => void>();
const columnIndex = new WeakMap<Element, { read(): number; show(index: number): void }>();

/** picker-view and its columns: wheels that snap to rows. */
export function definePickerView(space: glassEasel.ComponentSpace): void {
  defineBuiltin(space, 'picker-view', PICKER_VIEW_PROPERTIES, pickerView);
  defineBuiltin(space, 'picker-view-column', {}, pickerViewColumn);
}

const PICKER_VIEW_PROPERTIES: Properties = {
  value: null,
  indicatorStyle: '',
  indicatorClass: '',
  maskStyle: '',
  maskClass: '',
  immediateChange: false,
};

function pickerView({ host, get, put, tell }: Builtin): Reactions {
  const columns = (): Element[] => [...host.querySelectorAll('wx-picker-view-column')];
  settle.set(host, () => {
    const value = columns().map((column) => columnIndex.get(column)?.read() ?? 0);
    if (JSON.stringify(value) === JSON.stringify(get('value'))) return;
    put('value', value);
    tell('change', { value });
  });
  const show = (): void => {
    const value = (get<number[] | null>('value') ?? []) as number[];
    requestAnimationFrame(() =>
      columns().forEach((column, index) => columnIndex.get(column)?.show(value[index] ?? 0)),
    );
  };
  const measure = (style: string): void => {
    const height = /(?:^|;)\s*height\s*:\s*([^;]+)/.exec(style)?.[1];
    if (height) host.style.setProperty('--row', rewriteUnits(height.trim()));
  };
  return {
    value: show,
    indicatorStyle: measure,
    attached() {
      // Rows that bring their own height decide where the middle is.
      requestAnimationFrame(() => {
        for (const column of columns()) {
          const row = column.firstElementChild as HTMLElement | null;
          if (row) (column as HTMLElement).style.setProperty('--row', `${row.offsetHeight}px`);
        }
        show();
      });
    },
  };
}

function pickerViewColumn({ host }: Builtin): void {
  let timer: ReturnType<typeof setTimeout>;
  const rowHeight = (): number => (host.firstElementChild as HTMLElement | null)?.offsetHeight || 34;
  columnIndex.set(host, {
    read: () => Math.round(host.scrollTop / rowHeight()),
    show: (index) => host.scrollTo({ top: index * rowHeight() }),
  });
  host.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => settle.get(host.closest('wx-picker-view') as Element)?.(), 120);
  });
  host.addEventListener('click', (event) => {
    const row = [...host.children].findIndex((child) => child.contains(event.target as Node));
    if (row >= 0) host.scrollTo({ top: row * rowHeight(), behavior: 'smooth' });
  });
}
