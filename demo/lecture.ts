import type { LocalDate } from '../typings/contract/shapes';
import type { LectureDocument, TitleDocument, TranscriptDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { LECTURE_ID, TREES_EVENT_ID } from './event-plans';

/** Seconds of the clip that tools/demo/make-clip.ts draws: one card of eight seconds a chapter. */
export const CLIP_SECONDS = 40;
export const CLIP_PATH = 'lectures/lec-trees.mp4';

export const chapters: LectureDocument['chapters'] = [
  { title: '开场：门前那棵香樟', at: 0 },
  { title: '看叶：对生还是互生', at: 8 },
  { title: '看皮：树的身份证', at: 16 },
  { title: '看时节：记一年日记', at: 24 },
  { title: '带走一个问题', at: 32 },
];

const QUIZ: LectureDocument['quiz'] = [
  {
    question: '认树的第一步先看什么？',
    choices: ['花的颜色', '叶子怎么长', '树有多高'],
    right: 1,
    why: '成对长出的叫对生，一左一右错开的叫互生，这一步就能排除一半的树。',
  },
  {
    question: '冬天没有叶子，靠什么认树？',
    choices: ['树皮', '树影', '树下的鸟'],
    right: 0,
    why: '纵裂、块裂、横纹各有主人，用手摸一摸更容易记住。',
  },
  {
    question: '每两周拍一张照，一年会有几页日记？',
    choices: ['十二页', '二十六页', '五十二页'],
    right: 1,
    why: '一年五十二周，两周一页，正好二十六页。',
  },
];

/** What is said in the clip, by its seconds. */
const transcript: TranscriptDocument['list'] = [
  { at: 0, text: '各位晚上好，我们不从书本讲起，先从图书馆门前那棵香樟讲起。' },
  { at: 3, text: '你每天从它身边走过两次，却从来没有问过它的名字。' },
  { at: 8, text: '认树先看叶子怎么长：成对长出来的叫对生，一左一右错开的叫互生。' },
  { at: 12, text: '光这一步，就能排除一半的树。' },
  { at: 16, text: '到了冬天没有叶子怎么办？看树皮，伸手摸一摸。' },
  { at: 20, text: '纵裂、块裂、横纹，各有各的主人。' },
  { at: 24, text: '然后选一棵固定的树，每两周给它拍一张照。' },
  { at: 27, text: '认识一棵树，是从承认自己没有看过它开始的。' },
  { at: 32, text: '不认识的时候别急着查，先把看到的写下来。' },
  { at: 35, text: '书在架上，树在门外，中间只隔着一次散步。' },
];

export const transcriptOfLecture = (): TranscriptDocument => ({ _id: LECTURE_ID, list: transcript });

/** A film of the library's channel, and one that is still being written. */
export const otherLectures = (today: LocalDate): LectureDocument[] => [
  {
    _id: 'lec-paper',
    title: '一张旧纸怎样修好',
    speaker: '古籍修复室',
    speakerAbout: '本馆修复室四位修复师，每年让三百多叶旧书重新翻得动。',
    heldAt: instantOf(addDays(today, -23), '14:00'),
    duration: 0,
    lead: '配纸、调浆、溜口、压平：开放日那天，修复师当着读者的面补好了一叶残页。',
    keyPoints: [
      { text: '先看再动手：纸的厚薄、帘纹和颜色都对上了，才知道该用哪一种补纸。', at: 0 },
      { text: '浆糊要稀，稀到刚好粘住；以后的人想揭开重修，还揭得开。', at: 0 },
      { text: '补得看得出来，但不抢眼，这叫“整旧如旧”，不是做旧。', at: 0 },
    ],
    quotes: [{ text: '修书是替后来的人留一条退路。', at: 0 }],
    chapters: [],
    replay: {
      source: 'channel',
      finderUserName: 'sphYunxiLibraryDemo',
      feedId: 'export/yunxi-paper-demo',
      feedToken: '',
    },
    titleIds: [],
    quiz: [],
    publishAt: instantOf(addDays(today, -20), '10:00'),
    eventId: null,
    lines: 0,
  },
  {
    _id: 'lec-draft',
    title: '一个字的三千年：“永”字',
    speaker: '梅砚秋',
    speakerAbout: '',
    heldAt: instantOf(addDays(today, -3), '15:00'),
    duration: 0,
    lead: '',
    ...{ keyPoints: [], quotes: [], chapters: [], titleIds: [], quiz: [], lines: 0 },
    replay: { source: 'none' },
    publishAt: null,
    eventId: null,
  },
];

/** Books named in the lecture, by their titles in the demo library. */
const mentioned = ['看不见的森林', '植物学通信', '杂草的故事', '寂静的春天', '昆虫记'];

export function lectureOn(today: LocalDate, titles: TitleDocument[], fileId: string): LectureDocument {
  return {
    _id: LECTURE_ID,
    title: '认识身边的一棵树',
    speaker: '岑野',
    speakerAbout: '云溪市植物园自然讲师，带读者走过城里三百多条种着树的街。',
    heldAt: instantOf(addDays(today, -9), '19:00'),
    duration: CLIP_SECONDS,
    lead: '从图书馆门前的香樟讲起：三个动作，认识一棵每天路过的树。',
    keyPoints: [
      { text: '认树先看叶子怎么长：成对长出的叫对生，一左一右错开的叫互生，这一步就能排除一半的树。', at: 8 },
      { text: '树皮比叶子可靠：冬天没有叶子，纵裂、块裂、横纹各有主人，用手摸一摸更容易记住。', at: 16 },
      { text: '选一棵固定的树，每两周拍一张照，一年之后你会有二十六页自己的物候日记。', at: 24 },
      { text: '不认识的时候不急着查，先把看到的写下来；写不出来的地方，就是下次要看的地方。', at: 32 },
    ],
    quotes: [
      { text: '你每天从它身边走过两次，却从来没有问过它的名字。', at: 3 },
      { text: '认识一棵树，是从承认自己没有看过它开始的。', at: 27 },
      { text: '书在架上，树在门外，中间只隔着一次散步。', at: 35 },
    ],
    chapters,
    replay: { source: 'file', fileId },
    quiz: QUIZ,
    publishAt: instantOf(addDays(today, -7), '10:00'),
    eventId: TREES_EVENT_ID,
    lines: transcript.length,
    titleIds: mentioned.map((name) => titles.find((title) => title.title === name)!._id),
  };
}
