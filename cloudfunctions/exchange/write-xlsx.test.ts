import { sourceOfBytes } from './bytes';
import { writeXlsx } from './write-xlsx';
import { readXlsx } from './xlsx';

test('a workbook is read back as it was written; an empty cell is not nought', async () => {
  const bytes = writeXlsx([
    {
      name: '每天',
      rows: [
        ['日期', '借出', '备注'],
        ['2026-11-22', 0, '<周日> & "雨"'],
        ['2026-11-23', null, '=1+1'],
      ],
    },
    { name: '各馆', rows: [['馆'], ['总馆']] },
  ]);
  const rows = [];
  for await (const row of readXlsx(sourceOfBytes(bytes))) rows.push('cells' in row ? row.cells : row);
  expect(rows).toEqual([
    ['日期', '借出', '备注'],
    ['2026-11-22', '0', '<周日> & "雨"'],
    ['2026-11-23', '', '=1+1'],
  ]);
});

test('the same numbers make the same file', () => {
  const sheet = { name: 'a', rows: [['x', 1]] };
  expect(writeXlsx([sheet])).toEqual(writeXlsx([sheet]));
});
