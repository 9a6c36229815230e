import { aReader } from '../../tests/builders/documents';
import { areFamily, mayActFor } from './family';

const mother = aReader({ _id: 'mother', openid: 'wx-mother' });
const child = aReader({ _id: 'child', guardianReaderId: 'mother' });
const sister = aReader({ _id: 'sister', guardianReaderId: 'mother' });
const stranger = aReader({ _id: 'stranger', openid: 'wx-stranger' });

describe('who is of one family', () => {
  it('a guardian and their child, whichever is asked', () => {
    expect(areFamily(mother, child)).toBe(true);
    expect(areFamily(child, mother)).toBe(true);
  });

  it('children of one guardian', () => {
    expect(areFamily(child, sister)).toBe(true);
  });

  it('cards linked to one WeChat', () => {
    expect(areFamily(mother, aReader({ _id: 'second', openid: 'wx-mother' }))).toBe(true);
  });

  it('nobody merely because both have no guardian or no WeChat', () => {
    expect(areFamily(aReader({ _id: 'a' }), aReader({ _id: 'b' }))).toBe(false);
    expect(areFamily(mother, stranger)).toBe(false);
  });
});

describe('who acts for a reader', () => {
  it('the reader themselves, their guardian, and whoever linked their card', () => {
    expect(mayActFor(child, child, 'wx-x')).toBe(true);
    expect(mayActFor(child, mother, 'wx-mother')).toBe(true);
    expect(mayActFor(aReader({ _id: 'second', openid: 'wx-mother' }), mother, 'wx-mother')).toBe(true);
  });

  it('not the child for their guardian, nor a stranger', () => {
    expect(mayActFor(mother, child, 'wx-child')).toBe(false);
    expect(mayActFor(child, stranger, 'wx-stranger')).toBe(false);
  });
});
