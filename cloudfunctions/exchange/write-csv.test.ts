import { readCsv } from './csv';
import { csvLine } from './write-csv';

const again = async (line: string): Promise<string[]> => {
  const bytes = (async function* () {
    yield Buffer.from(line);
  })();
  for await (const row of readCsv(bytes, 'utf-8', ',')) return 'cells' in row ? row.cells : [];
  return [];
};

test('a cell that a spreadsheet would reckon begins with an apostrophe', () => {
  expect(csvLine(['=HYPERLINK("http://x")', '+1+2', '-2+3', '@SUM(A1)', '\tx'])).toBe(
    `"'=HYPERLINK(""http://x"")",'+1+2,'-2+3,'@SUM(A1),'\tx\r\n`,
  );
});

test('a number stays a number, and other text as it is', () => {
  expect(csvLine(['-12.50', '+86', '0', '红楼梦', "'quoted'"])).toBe("-12.50,+86,0,红楼梦,'quoted'\r\n");
});

test('what was written is read again as it was', async () => {
  const cells = ['=1', "'=1", "''=1", '-三体-', '@', "'plain", '-5'];
  expect(await again(csvLine(cells))).toEqual(cells);
});
