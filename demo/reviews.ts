import type { ReviewDocument, TitleRatingDocument } from '../cloudfunctions/documents';
import { shownName } from '../cloudfunctions/community/shown-name';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';
import { noRating, ratingAfter } from '../cloudfunctions/steps/reviews';
import type { Shelves } from './circulation';

interface Said {
  title: string;
  by: string;
  rating: number;
  daysAgo: number;
  text: string;
  status?: ReviewDocument['status'];
  why?: string;
  reported?: { by: string; why: string };
}

/** What the readers of the demo say; two wait for staff, one was reported, one was not allowed. */
const said: Said[] = [
  {
    title: '三体',
    by: 'r-shen',
    rating: 5,
    daysAgo: 41,
    text: '从一个人的选择写到两个文明，跨度这么大却没有散。物理背景大体站得住，读完会想去补一点天体力学。建议连着看第二部。',
  },
  {
    title: '三体',
    by: 'r-zhao',
    rating: 5,
    daysAgo: 12,
    text: '上课都在想面壁计划……后面两部要排队借，值得等。',
  },
  {
    title: '三体',
    by: 'r-wu',
    rating: 3,
    daysAgo: 30,
    text: '孙子推荐的，前面看得懂，后面有些跟不上。字再大一点就好了。',
  },
  { title: '三体', by: 'r-zheng', rating: 4, daysAgo: 6, text: '' },
  {
    title: '三体',
    by: 'r-tang',
    rating: 4,
    daysAgo: 3,
    text: '叶文洁按下按钮的那一刻，我合上书坐了很久。人物写得不算细，但格局真大。',
    reported: { by: 'r-xu', why: '提到了情节，算不算剧透？' },
  },
  { title: '三体', by: 'r-xu', rating: 5, daysAgo: 1, text: '第二遍读，还是舍不得放下。', status: 'waiting' },
  {
    title: '红楼梦',
    by: 'r-lin',
    rating: 5,
    daysAgo: 88,
    text: '每隔几年重读一遍，年轻时看宝黛，现在看凤姐和探春。这个本子注释简明，适合第一次读。',
  },
  { title: '红楼梦', by: 'r-wu', rating: 5, daysAgo: 60, text: '读了一辈子，还没读够。' },
  {
    title: '红楼梦',
    by: 'r-zhao',
    rating: 4,
    daysAgo: 20,
    text: '为了考试借的，没想到诗词那么好看。前五回慢一点，坚持过去就好。',
  },
  {
    title: '活着',
    by: 'r-chen',
    rating: 5,
    daysAgo: 25,
    text: '一个晚上读完。福贵把苦都说得很平，反而更重。给孩子读之前，家长最好先看一遍。',
  },
  { title: '活着', by: 'r-zhou', rating: 4, daysAgo: 9, text: '薄薄一本，后劲很大。' },
  {
    title: '追风筝的人',
    by: 'r-zheng',
    rating: 4,
    daysAgo: 17,
    text: '为你，千千万万遍。译文流畅，后半段节奏稍快。',
  },
  {
    title: '数学之美',
    by: 'r-shen',
    rating: 4,
    daysAgo: 50,
    text: '把统计语言模型讲得这样浅近不容易。公式不多，高中生也能看。',
  },
  {
    title: '数学之美',
    by: 'r-zhao',
    rating: 5,
    daysAgo: 2,
    text: '布隆过滤器那一章看了三遍。',
    status: 'waiting',
  },
  {
    title: '城南旧事',
    by: 'r-yinuo',
    rating: 5,
    daysAgo: 14,
    text: '英子和我一样大。看到骆驼那一段，妈妈和我一起笑了。',
  },
  {
    title: '人类简史',
    by: 'r-xu',
    rating: 2,
    daysAgo: 33,
    text: '书页有油渍，第 80 页缺了一角。',
    status: 'refused',
    why: '这说的是这一册的情况，请告诉服务台；欢迎写写书的内容',
  },
];

export function reviewsOf({ today, titles, readers }: Shelves): {
  reviews: ReviewDocument[];
  titleRatings: TitleRatingDocument[];
} {
  const reviews = said.map((one, n): ReviewDocument => {
    const title = titles.find((known) => known.title === one.title);
    const reader = readers.get(one.by);
    if (!title || !reader) throw new Error(`${one.by} cannot have written about ${one.title}`);
    const at = instantOf(addDays(today, -one.daysAgo), `1${n % 10}:25`);
    const { text, rating, status = 'shown', why = '', reported } = one;
    return {
      _id: `${title._id}_${reader._id}`,
      reviewId: `review-${n + 1}`,
      titleId: title._id,
      title: title.title,
      readerId: reader._id,
      author: shownName(reader, today),
      rating,
      text,
      status,
      why,
      at,
      checkedBy: status === 'waiting' || text === '' ? '' : '许清',
      reports: reported
        ? [{ readerId: reported.by, why: reported.why, at: instantOf(addDays(today, -1), '20:10') }]
        : [],
      reported: reported !== undefined,
    };
  });
  const sums = new Map<string, TitleRatingDocument>();
  for (const review of reviews.filter(({ status }) => status === 'shown')) {
    const sum = sums.get(review.titleId) ?? noRating(review.titleId);
    sums.set(review.titleId, ratingAfter(sum, null, review));
  }
  return { reviews, titleRatings: [...sums.values()] };
}
