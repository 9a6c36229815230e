import { inTurn } from './stage';
import type { Shot } from './shots';

const answers = (page: string): string => `features/answers/pages/${page}/index`;

/** What the library has answered before. */
export const answersShots: Shot[] = [
  { name: 'answers', caption: '常见问题', shows: answers('all'), as: 'visitor' },
  {
    name: 'answers-typing',
    caption: '常见问题 · 边输入边找',
    shows: answers('all'),
    as: 'visitor',
    act: inTurn(
      (stage) => stage.type('您想问什么', '证丢了怎么补'),
      (stage) => stage.settle(),
      (stage) => stage.settle(),
    ),
  },
  {
    name: 'answers-offline',
    caption: '常见问题 · 离线',
    shows: answers('all'),
    as: 'visitor',
    network: 'offline',
  },
  {
    name: 'answer',
    caption: '一个回答',
    shows: answers('one'),
    starts: `${answers('one')}?answerId=a-apply`,
    as: 'visitor',
  },
  {
    name: 'answer-gone',
    caption: '一个回答 · 已撤下',
    shows: answers('one'),
    starts: `${answers('one')}?answerId=a-gone`,
    as: 'visitor',
  },
  {
    name: 'answers-desk',
    caption: '常见问题 · 馆员',
    shows: answers('desk'),
    as: 'librarian',
    act: (stage) => stage.tap('读者可见'),
  },
  { name: 'answers-gaps', caption: '读者没找到的', shows: answers('gaps'), as: 'librarian' },
  {
    name: 'answers-edit',
    caption: '编辑回答',
    shows: answers('edit'),
    starts: `${answers('edit')}?answerId=a-apply`,
    as: 'librarian',
  },
];
