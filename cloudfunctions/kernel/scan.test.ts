import fc from 'fast-check';
import { cleanScan } from './scan';

describe('the one form of what is scanned', () => {
  it('is without blanks, control signs and the letters that CODABAR begins and ends with', () => {
    for (const scanned of [
      'YX 0001',
      ' YX0001\r\n',
      'YX\u30000001',
      '\ufeffYX0001',
      'YX00\u200b01',
      'YX\t0001',
    ])
      expect(cleanScan(scanned)).toBe('YX0001');
    expect(cleanScan('A01234B')).toBe('01234');
    expect(cleanScan('a 0 1 2 3 4 d')).toBe('01234');
    expect(cleanScan('A123B')).toBe('A123B');
  });
  it('is a form of itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ABCDabcd \t\u3000\d]{0,12}$/), (scanned) => {
        const clean = cleanScan(scanned);
        expect(cleanScan(clean)).toBe(clean);
      }),
    );
  });
});
