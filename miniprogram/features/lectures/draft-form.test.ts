import type { LectureDraft } from '../../../typings/contract';
import {
  markFields,
  questionFields,
  secondsOf,
  sourceOf,
  sourceText,
  withMark,
  withQuestion,
} from './draft-form';

const draft: LectureDraft = {
  ...{
    title: '认树',
    speaker: '',
    speakerAbout: '',
    heldAt: '2026-11-13T11:00:00.000Z',
    duration: 40,
    lead: '',
  },
  ...{ keyPoints: [{ text: '看叶', at: 8 }], quotes: [], chapters: [], titleIds: [], quiz: [] },
  replay: { source: 'none' },
};

test('a time is seconds, minutes or hours, and nothing else', () => {
  expect(['62', '1:02', '01:02:03', '1：02'].map(secondsOf)).toEqual([62, 62, 3723, 62]);
  expect(['', '1:60', '1:60:00', '一分', '1:2:3:4', '-1'].map(secondsOf)).toEqual(Array(6).fill(undefined));
});

test('one field says where a replay lies, and reads back what it was', () => {
  for (const typed of [
    '',
    'cloud://env/a.mp4',
    'https://film.example.org/a.m3u8',
    'sph123 export/Uz= tok',
    'token',
  ])
    expect(sourceText(sourceOf(typed))).toBe(typed);
  expect(sourceOf('sph123 export/Uz=')).toMatchObject({ source: 'channel', feedToken: '' });
});

test('a mark is added where the film stands, changed in its place, or taken away', () => {
  expect(markFields(draft, 'quotes', -1, 12.7)[1]).toMatchObject({ value: '0:12' });
  const added = withMark(draft, 'chapters', -1, { text: '看皮', at: '0:16' });
  expect(added.chapters).toEqual([{ title: '看皮', at: 16 }]);
  expect(withMark(draft, 'keyPoints', 0, { text: '先看叶', at: '9' }).keyPoints).toEqual([
    { text: '先看叶', at: 9 },
  ]);
  expect(withMark(draft, 'keyPoints', 0, { text: '看叶', at: '8', remove: 'yes' }).keyPoints).toEqual([]);
});

test('the right choice is the one with a star', () => {
  const asked = withQuestion(draft, -1, { question: '先看什么？', choices: '花\n* 叶\n\n皮', why: '' });
  expect(asked.quiz).toEqual([{ question: '先看什么？', choices: ['花', '叶', '皮'], right: 1, why: '' }]);
  expect(questionFields(asked, 0)[1]?.value).toBe('花\n*叶\n皮');
  expect(withQuestion(draft, -1, { question: '？', choices: '花\n叶' }).quiz[0]?.right).toBe(-1);
  expect(withQuestion(asked, 0, { question: '？', choices: '*花', remove: 'yes' }).quiz).toEqual([]);
});
