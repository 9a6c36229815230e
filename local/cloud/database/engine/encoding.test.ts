import { EJSON } from 'bson';
import fc from 'fast-check';
import { decode, encode } from '../wire/codec';
import { encodeValue } from './key-encoding';
import { compareValues } from '../values';

const scalar = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const plainKey = fc.string().filter((key) => !key.startsWith('$') && key !== '__proto__');
const value = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('node')), fc.dictionary(plainKey, tie('node'))),
})).node;

describe('extended JSON', () => {
  it('is written as the SDK’s own bson writes it', () => {
    fc.assert(
      fc.property(value, (any) => {
        const theirs = JSON.parse(EJSON.stringify({ any } as never, { relaxed: false })) as object;
        expect(JSON.parse(encode({ any }))).toEqual(theirs);
      }),
      { examples: [[-0], [[-0]], [{ a: -0 }]] },
    );
  });
  it('is read as the SDK’s own bson reads it', () => {
    fc.assert(
      fc.property(value, (any) => {
        const text = EJSON.stringify({ any } as never, { relaxed: false });
        expect(decode(text)).toEqual(EJSON.parse(text));
      }),
    );
  });
  it('keeps patterns', () => {
    expect(decode(encode({ r: /^红.*/i }))).toEqual({ r: /^红.*/i });
  });
});

describe('index keys', () => {
  it('are in the order of their values', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [one, two] = [encodeValue(a), encodeValue(b)];
        fc.pre(!one.shortened && !two.shortened);
        expect(Math.sign(Buffer.compare(one.bytes, two.bytes))).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 2000 },
    );
  });
  it('are in reverse order when descending', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [one, two] = [encodeValue(a, -1), encodeValue(b, -1)];
        fc.pre(!one.shortened && !two.shortened);
        expect(Math.sign(Buffer.compare(one.bytes, two.bytes))).toBe(-Math.sign(compareValues(a, b)) + 0);
      }),
    );
  });
  it('texts that begin alike stay apart from each other and from what follows', () => {
    const joined = (...parts: string[]): string =>
      Buffer.concat(parts.map((part) => encodeValue(part).bytes)).toString('hex');
    expect(joined('a', 'b')).not.toBe(joined('ab', ''));
    expect(joined('a\0', 'b')).not.toBe(joined('a', '\0b'));
  });
});
