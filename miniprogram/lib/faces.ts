import type { QuickReason, Service } from '../../typings/contract';

/** The five faces from worst to best. */
export const FACES = [
  { faces: 1, sign: '😣', words: '很不满意' },
  { faces: 2, sign: '🙁', words: '不满意' },
  { faces: 3, sign: '😐', words: '一般' },
  { faces: 4, sign: '🙂', words: '满意' },
  { faces: 5, sign: '😄', words: '很满意' },
] as const;

export const SERVICE_WORDS: Record<Service, string> = {
  talk: '问馆员',
  pick_up: '预约取书',
  event: '活动',
  delivery: '文献传递',
  visit: '到馆借还',
  search: '找书',
  other: '其他',
};

const REASON_WORDS: Record<QuickReason, string> = {
  wait: '等得久',
  staff: '服务态度',
  books: '书不够',
  place: '环境设施',
  app: '小程序不好用',
};

export const QUICK: { reason: QuickReason; words: string }[] = [
  { reason: 'wait', words: REASON_WORDS.wait },
  { reason: 'staff', words: REASON_WORDS.staff },
  { reason: 'books', words: REASON_WORDS.books },
  { reason: 'place', words: REASON_WORDS.place },
  { reason: 'app', words: REASON_WORDS.app },
];
