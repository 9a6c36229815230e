import type { WishDocument, WishKeyDocument, WishVoiceDocument } from '../cloudfunctions/documents';
import { wishKeys } from '../cloudfunctions/cataloguing/wishing';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';

/** Books that readers of the invented city asked their library to buy. */
interface Told extends Pick<WishDocument, '_id' | 'title' | 'author' | 'isbn' | 'state'> {
  /** Days ago: of the first who asked, and of what was decided. */
  first: number;
  since: number;
  answer?: string;
  voices: [readerId: string, why: string][];
}

const WISHES: Told[] = [
  {
    ...{ _id: 'wish-rivers', title: '江南河道志', author: '周砚秋', isbn: '', state: 'received' },
    ...{ first: 9, since: 9 },
    voices: [
      ['r-lin', '写论文要用，馆里只有一本旧版。'],
      ['r-zhao', '课上老师推荐的。'],
      ['r-luo', ''],
    ],
  },
  {
    ...{ _id: 'wish-bridges', title: '云溪的桥', author: '顾怀安', isbn: '', state: 'received' },
    ...{ first: 3, since: 3 },
    voices: [['r-shen', '想带孩子照着书去走一遍。']],
  },
  {
    ...{ _id: 'wish-sleep', title: '睡眠这件小事', author: '陆晚晴', isbn: '', state: 'considering' },
    ...{ first: 15, since: 6 },
    voices: [['r-luo', '老同事们都想看。']],
  },
  {
    ...{ _id: 'wish-stars', title: '给孩子的星空手册', author: '许望舒', isbn: '', state: 'ordered' },
    ...{ first: 30, since: 5, answer: '订了三册，预计 12 月中旬到馆。' },
    voices: [
      ['r-lin', '孩子最近迷上了看星星。'],
      ['r-shen', ''],
    ],
  },
  {
    ...{ _id: 'wish-exam', title: '高等数学习题全解', author: '编写组', isbn: '', state: 'declined' },
    ...{ first: 20, since: 12, answer: '教材和习题集更新快，本馆不入藏；可到云溪学院图书馆阅览。' },
    voices: [['r-zhao', '考试前要用。']],
  },
];

export function wishesOn(today: string): {
  wishes: WishDocument[];
  wishKeys: WishKeyDocument[];
  wishVoices: WishVoiceDocument[];
} {
  const ago = (days: number): string => instantOf(addDays(today, -days), '10:00');
  return {
    wishes: WISHES.map(({ first, since, answer = '', voices, ...wish }) => ({
      ...wish,
      ...{ keys: wishKeys(wish), firstAt: ago(first), since: ago(since) },
      ...{ asked: voices.length, answer, titleId: '' },
    })),
    wishKeys: WISHES.flatMap((wish) => wishKeys(wish).map((_id) => ({ _id, wishId: wish._id }))),
    wishVoices: WISHES.flatMap(({ _id: wishId, first, voices }) =>
      voices.map(([readerId, why], n) => ({
        _id: `${wishId}_${readerId}`,
        ...{ wishId, readerId, why, at: ago(Math.max(1, first - n)) },
      })),
    ),
  };
}
