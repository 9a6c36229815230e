import { aPdf, aPicture, aVoice } from '../../tests/builders/files';
import type { MediaDocument, MediaVerdict } from '../documents';
import { refusalsToKeep, refusalsToSend } from './bounds';
import { kindOf } from './form';
import { afterVerdict, mayOpen, missingVerdict } from './life';
import { secondsOfMp3 } from './mp3';

const MEGABYTE = 1024 * 1024;
const NOW = '2026-11-22T02:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const media = (changes: Partial<MediaDocument> = {}): MediaDocument => ({
  ...{ _id: 'm', openid: 'o-an', readerId: 'reader-an', purpose: 'talk', kind: 'picture', name: '' },
  ...{
    bytes: 9,
    seconds: 0,
    transcript: '',
    state: 'checking',
    comesAs: 'a',
    keptAs: 'b',
    usedBy: '',
    at: NOW,
  },
  ...{ handedAt: NOW, askedAt: NOW, askFailed: false, traceIds: [], opened: null },
  ...changes,
});

describe('what a file is', () => {
  it('is told by its first bytes, whatever it is called', () => {
    expect([aPicture(), aVoice(1), aPdf(), Buffer.from('MZ a program')].map(kindOf)).toEqual([
      'picture',
      'voice',
      'file',
      null,
    ]);
  });
  it('a recording is as long as its frames say', () => {
    expect(Math.round(secondsOfMp3(aVoice(12)))).toBe(12);
    const tagged = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x05tags!'), aVoice(3)]);
    expect(Math.round(secondsOfMp3(tagged))).toBe(3);
    expect(secondsOfMp3(Buffer.from([0xff, 0xf3, 0x38, 0xc4]))).toBe(0);
  });
});

describe('what may be sent', () => {
  it('has bounds for each place, both sides of each', () => {
    expect(refusalsToSend('talk', 'picture', 10 * MEGABYTE)).toEqual([]);
    expect(refusalsToSend('talk', 'picture', 10 * MEGABYTE + 1)).toEqual([
      { code: 'file_not_allowed', why: 'size' },
    ]);
    expect(refusalsToSend('reading', 'picture', 1)).toEqual([{ code: 'file_not_allowed', why: 'kind' }]);
  });
  it('a voice in a talk sounds for a minute, a reading for ten', () => {
    expect(refusalsToKeep('talk', 'voice', aVoice(61))).toEqual([]);
    expect(refusalsToKeep('talk', 'voice', aVoice(63))).toEqual([
      { code: 'file_not_allowed', why: 'length' },
    ]);
    expect(refusalsToKeep('reading', 'voice', aVoice(63))).toEqual([]);
  });
  it('a program that is called a picture is none', () => {
    expect(refusalsToKeep('talk', 'picture', Buffer.from('MZ'))).toEqual([
      { code: 'file_not_allowed', why: 'kind' },
    ]);
  });
});

describe('a verdict', () => {
  const verdicts: MediaVerdict[] = ['pass', 'unsure', 'risky', 'unknown'];
  it('moves what is being checked', () => {
    expect(verdicts.map((verdict) => afterVerdict({ state: 'checking' }, verdict).state)).toEqual([
      'fit',
      'unsure',
      'refused',
      'checking',
    ]);
  });
  it('changes nothing that was decided before', () => {
    for (const state of ['awaited', 'unsure', 'fit', 'refused'] as const)
      expect(verdicts.map((verdict) => afterVerdict({ state }, verdict).state)).toEqual(
        verdicts.map(() => state),
      );
  });
  it('that does not come is asked for again after 35 minutes, a failed one after five', () => {
    expect(missingVerdict(media(), later(34))).toBe('nothing');
    expect(missingVerdict(media(), later(35))).toBe('ask');
    expect(missingVerdict(media({ askFailed: true }), later(4))).toBe('nothing');
    expect(missingVerdict(media({ askFailed: true }), later(5))).toBe('ask');
    expect(missingVerdict(media({ askedAt: '' }), later(5))).toBe('ask');
  });
  it('is left to people before WeChat forgets who sent it', () => {
    expect(missingVerdict(media({ askedAt: later(100) }), later(114))).toBe('nothing');
    expect(missingVerdict(media({ askedAt: later(100) }), later(115))).toBe('people');
  });
});

it('others open what is fit, who sent it what is being looked at, and nobody what is refused', () => {
  const opens = (openid: string) =>
    (['awaited', 'checking', 'unsure', 'fit', 'refused'] as const).filter((state) =>
      mayOpen(media({ state }), openid),
    );
  expect([opens('o-an'), opens('o-desk')]).toEqual([['checking', 'unsure', 'fit'], ['fit']]);
});
