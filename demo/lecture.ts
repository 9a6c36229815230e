import type { LocalDate } from '../typings/contract/shapes';
import type { LectureDocument, TitleDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { LECTURE_ID } from './events';

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
    titleIds: mentioned.map((name) => titles.find((title) => title.title === name)!._id),
  };
}
