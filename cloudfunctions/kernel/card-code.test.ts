import { CARD_CODE_SECONDS, cardCode, readCardScan } from './card-code';
import { cleanScan } from './scan';
import { firstRoot } from './keys';

const key = [firstRoot('a key for tests')];
const now = '2026-11-22T02:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

describe('the code of a reader card', () => {
  const { code, validUntil } = cardCode('331000000001', now, key);

  it('leads to its card until its last moment and not after', () => {
    expect(validUntil).toBe(later(CARD_CODE_SECONDS));
    expect(readCardScan(code, later(CARD_CODE_SECONDS), key)).toEqual({
      kind: 'card',
      cardNumber: '331000000001',
      by: 'code',
    });
    expect(readCardScan(code, later(CARD_CODE_SECONDS + 1), key)).toEqual({ kind: 'expired' });
  });
  it('is worthless with another number, another end or another key', () => {
    const [mark, number, until, keyId, signature] = code.split('.');
    const forged = [
      [mark, '331000000002', until, keyId, signature],
      [mark, number, Date.parse(later(99_999)).toString(36), keyId, signature],
      [mark, number, until, 'other', signature],
      [mark, number, until, '', signature],
      [mark, number, until, keyId],
      [mark, number, until, keyId, ''],
      [mark, number, until],
      ['SX1', number, until, signature],
    ].map((parts) => parts.join('.'));
    for (const text of forged) expect(readCardScan(text, now, key)).toEqual({ kind: 'not_valid' });
    expect(readCardScan(code, now, [firstRoot('another key')])).toEqual({ kind: 'not_valid' });
  });
  it('is not needed for the number printed on a plastic card', () => {
    expect(readCardScan(' 331000000001\r\n', now, key)).toEqual({
      kind: 'card',
      cardNumber: '331000000001',
      by: 'number',
    });
  });
});

describe('what a scanner gives', () => {
  it('loses control characters, blanks and the start and stop letters of CODABAR', () => {
    expect(cleanScan('\u0002A30001234B\r\n')).toBe('30001234');
    expect(cleanScan('\tYX00010306 ')).toBe('YX00010306');
  });
  it('keeps letters that belong to the number', () => expect(cleanScan('A12B')).toBe('A12B'));
});
