import { inTurn, type Stage } from './stage';
import { titleId, type Shot } from './shots';

/** Asking a librarian, from both sides. */

const talks = (page: string): string => `features/talks/pages/${page}/index`;
const ofTitle = (name: string): string =>
  `${talks('ask')}?titleId=${titleId(name)}&title=${encodeURIComponent(name)}`;
const gazetteer = (page: string): string => `${talks(page)}?talkId=talk-gazetteer`;

export const talksShots: Shot[] = [
  { name: 'talks', caption: '问馆员', shows: talks('mine'), as: 'reader' },
  { name: 'talks-visitor', caption: '问馆员 · 访客', shows: talks('mine'), as: 'visitor' },
  { name: 'talk-ask', caption: '提问', shows: talks('ask'), starts: ofTitle('三体'), as: 'reader' },
  {
    name: 'talk-ask-typed',
    caption: '提问 · 也许已有答案',
    shows: talks('ask'),
    as: 'reader',
    act: (stage: Stage) => stage.type('想找什么', '书丢了怎么赔'),
  },
  {
    name: 'talk-ask-empty',
    caption: '提问 · 没写',
    shows: talks('ask'),
    as: 'reader',
    act: (stage: Stage) => stage.tap('发给馆员'),
  },
  {
    name: 'talk-closed',
    caption: '咨询 · 已结束',
    shows: talks('talk'),
    starts: `${talks('talk')}?talkId=talk-poems`,
    as: 'reader',
  },
  {
    name: 'talk-left',
    caption: '咨询 · 留言',
    shows: talks('talk'),
    starts: gazetteer('talk'),
    as: 'researcher',
  },
  { name: 'talk-desk', caption: '咨询台', shows: talks('desk'), as: 'librarian', wide: true },
  {
    name: 'talk-answer-left',
    caption: '解答 · 留言',
    shows: talks('answer'),
    starts: gazetteer('answer'),
    as: 'librarian',
  },
  {
    name: 'talk-answer',
    caption: '解答 · 接待中',
    shows: talks('answer'),
    starts: gazetteer('answer'),
    as: 'librarian',
    act: inTurn(
      (stage) => stage.tap('接待'),
      (stage) => stage.tapNamed('发图片、文件等'),
    ),
  },
  {
    name: 'talk-more',
    caption: '咨询 · 图片、文件',
    shows: talks('talk'),
    starts: gazetteer('talk'),
    as: 'researcher',
    act: (stage: Stage) => stage.tapNamed('发图片、文件等'),
  },
  {
    name: 'talk-recording',
    caption: '咨询 · 正在录音',
    shows: talks('talk'),
    starts: gazetteer('talk'),
    as: 'researcher',
    act: (stage: Stage) => stage.tapNamed('录音，最长 60 秒'),
  },
  { name: 'talk-phrases', caption: '常用语', shows: talks('phrases'), as: 'librarian' },
];
