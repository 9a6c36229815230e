import type { Block } from '../../lib/long-picture';
import type { monthView } from './services-view';

const MOST_BARS = 6;

/** The report of a month as a picture for the work group. */
export const monthPicture = ({
  heading,
  libraryName,
  rows,
  branches,
  categories,
  classes,
}: ReturnType<typeof monthView>): Block[] => [
  { kind: 'heading', text: `${heading} 月报`, note: libraryName },
  {
    kind: 'numbers',
    list: rows.map(({ name, value, changes }) => ({
      name,
      value: String(value),
      notes: changes.map(({ label, text }) => `${label} ${text}`),
    })),
  },
  { kind: 'bars', heading: '各馆借出', list: branches.slice(0, MOST_BARS) },
  { kind: 'bars', heading: '读者类型', list: categories.slice(0, MOST_BARS) },
  { kind: 'bars', heading: '借得最多的类', list: classes.slice(0, MOST_BARS) },
  { kind: 'text', text: '数字出自业务记录，撤销的已减去；不足 5 册的类合在一起。' },
];
