import type { LocalDate } from '../typings/contract/shapes';
import type { BookListDocument, ReaderDocument } from '../cloudfunctions/documents';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';

/**
 * Lists by the librarians of the invented city, and by three of its readers. Titles are the demo library's
 * own.
 */

interface DemoList {
  id: string;
  /** A reader's, else the library's. */
  reader?: string;
  author: string;
  name: string;
  about: string;
  shown: BookListDocument['shown'];
  ages?: BookListDocument['ages'];
  daysAgo: number;
  titles: (string | [titleId: string, note: string])[];
}

const lists: DemoList[] = [
  {
    id: 'list-bedtime',
    author: '少年儿童馆 方晓棠',
    name: '睡前十分钟',
    about: '给三到七岁的孩子。都是短短一本，读完正好关灯；每本我们都在周六故事会上念过。',
    shown: 'public',
    ages: { from: 3, to: 7 },
    daysAgo: 6,
    titles: [
      ['t0317', '第一本就从这里开始，孩子会跟着张开手臂。'],
      ['t0320', '有洞洞的书，先让孩子用手指走一遍。'],
      ['t0327', '念到“野兽闹腾”那几页，可以一个字也不说。'],
      't0318',
      ['t0326', '文字只有一句话，好看的全在画里。'],
      't0324',
      't0325',
      't0321',
      't0319',
      't0322',
    ],
  },
  {
    id: 'list-first-long',
    author: '少年儿童馆 方晓棠',
    name: '第一次自己读完的长故事',
    about: '给七到十二岁的孩子。章节不长，每天读一点，一个星期正好读完一本。',
    shown: 'public',
    ages: { from: 7, to: 12 },
    daysAgo: 10,
    titles: [
      ['t0298', '一只蜘蛛和一头小猪，读到最后可以慢一点。'],
      't0308',
      ['t0314', '蟋蟀到了地铁站，城里的孩子会喜欢。'],
      't0313',
      't0282',
      't0287',
      ['t0483', '不是故事，但比故事还热闹。'],
    ],
  },
  {
    id: 'list-scifi',
    author: '总馆 许清',
    name: '从《三体》读起',
    about: '读完《三体》还想往前走？这几本由近及远，从中国写到更老的经典。',
    shown: 'public',
    daysAgo: 15,
    titles: [
      't0035',
      't0036',
      't0037',
      ['t0038', '同一位作者的单本长篇，可以先试试口味。'],
      ['t0183', '想慢下来的时候读这一本。'],
      't0177',
      ['t0184', '很厚，但值得排队等。'],
      't0181',
      't0178',
      't0182',
    ],
  },
  {
    id: 'list-taste',
    author: '临河社区分馆 韩松',
    name: '饭桌上的江南',
    about: '从袁枚的菜单到汪曾祺的草木，读着读着就饿了。',
    shown: 'public',
    daysAgo: 31,
    titles: [
      ['t0548', '两百多年前的菜谱，今天还能照着做。'],
      't0098',
      ['t0120', '看张岱怎么写茶、写雪、写一场热闹。'],
      't0119',
      't0549',
      't0121',
      't0076',
    ],
  },
  {
    id: 'list-city',
    author: '总馆 许清',
    name: '走路读城市',
    about: '带上一本去散步：街道、广场、老房子和住在里面的人。',
    shown: 'public',
    daysAgo: 54,
    titles: [['t0473', '读完再去看门口那条街。'], 't0472', 't0239', 't0246', 't0460', 't0102'],
  },
  {
    id: 'list-winter',
    author: '总馆 许清',
    name: '适合冬天读的长篇',
    about: '',
    shown: 'private',
    daysAgo: 2,
    titles: ['t0194', 't0205', 't0213', 't0272'],
  },
  {
    id: 'want_r-lin',
    reader: 'r-lin',
    author: '',
    name: '想读',
    about: '',
    shown: 'private',
    daysAgo: 1,
    titles: ['t0067', 't0506', 't0358', 't0551'],
  },
  {
    id: 'list-lin-year',
    reader: 'r-lin',
    author: '',
    name: '今年要读完的史书',
    about: '一个月一本，年底来看看完成了几本。',
    shown: 'private',
    daysAgo: 20,
    titles: ['t0332', 't0333', ['t0334', '先读这本，薄。'], 't0338', 't0339'],
  },
  {
    id: 'list-one-evening',
    reader: 'r-zhou',
    author: '夜猫子',
    name: '一个晚上能读完的书',
    about: '都很薄。下班以后翻开，睡前正好合上。',
    shown: 'public',
    daysAgo: 9,
    titles: [
      ['t0142', '大海和一条鱼，够了。'],
      't0129',
      't0224',
      ['t0195', '第一句就停不下来。'],
      't0015',
      't0270',
    ],
  },
  {
    id: 'list-society',
    reader: 'r-shen',
    author: '田野里的人',
    name: '读懂中国乡村的几本书',
    about: '按我自己读的顺序排，从一个村子的账本开始。',
    shown: 'waiting',
    daysAgo: 1,
    titles: [
      ['t0416', '一个村子，一年的收支，看得见的中国。'],
      't0101',
      ['t0363', '外来人的眼睛，温和而准确。'],
      't0364',
    ],
  },
];

export const bookListsOn = (today: LocalDate): BookListDocument[] =>
  lists.map(({ id, reader = '', author, name, about, shown, ages, daysAgo, titles }) => {
    const at = instantOf(addDays(today, -daysAgo), '00:00');
    const listed = titles.map((title) => {
      const [titleId, note] = typeof title === 'string' ? [title, ''] : title;
      return { titleId, note, at };
    });
    return {
      _id: id,
      by: reader ? 'reader' : 'library',
      readerId: reader,
      author,
      name,
      about,
      titles: listed,
      count: listed.length,
      covers: listed.slice(0, 3).map(({ titleId }) => titleId),
      ...(ages && { ages }),
      shown,
      why: '',
      placedAt: at,
      createdAt: at,
      changedAt: at,
    };
  });

/** A reader's document knows how many lists they have. */
export const withListsCounted = (readers: ReaderDocument[], made: BookListDocument[]): ReaderDocument[] =>
  readers.map((reader) => {
    const bookLists = made.filter(({ readerId }) => readerId === reader._id).length;
    return bookLists > 0 ? { ...reader, bookLists } : reader;
  });
