import { aReader } from '../../tests/builders/documents';
import type { Library, ReaderDocument } from '../documents';
import { areFamily as areFamilyOn, guardianOf, mayActFor as mayActForOn, type When } from './family';

const mother = aReader({ _id: 'mother', openid: 'wx-mother' });
const child = aReader({ _id: 'child', guardianReaderId: 'mother', birthDate: '2018-01-01' });
const sister = aReader({ _id: 'sister', guardianReaderId: 'mother', birthDate: '2020-01-01' });
const stranger = aReader({ _id: 'stranger', openid: 'wx-stranger' });

const when = (today = '2026-11-22', ageOfMajority?: number): When => ({
  today,
  library: { settings: { ...(ageOfMajority && { ageOfMajority }) } as Library['settings'] },
});
const areFamily = (a: ReaderDocument, b: ReaderDocument) => areFamilyOn(a, b, when());
const mayActFor = (reader: ReaderDocument, asking: ReaderDocument, openid: string) =>
  mayActForOn(reader, asking, openid, when());

describe('a guardian', () => {
  it('is one until the day before the eighteenth birthday', () => {
    expect(guardianOf(child, when('2035-12-31'))).toBe('mother');
    expect(guardianOf(child, when('2036-01-01'))).toBeNull();
  });

  it('is one as long as the library’s own rule says', () => {
    expect(guardianOf(child, when('2033-12-31', 16))).toBe('mother');
    expect(guardianOf(child, when('2034-01-01', 16))).toBeNull();
  });

  it('acts no more for a child who has grown up, and is no family by that', () => {
    const grown = { ...child, birthDate: '2000-01-01' };
    expect(mayActFor(grown, mother, 'wx-mother')).toBe(false);
    expect(areFamily(grown, mother)).toBe(false);
    expect(areFamily(grown, sister)).toBe(false);
  });
});

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
