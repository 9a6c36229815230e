import type { Stage } from './stage';
import type { Shot } from './shots';

/** Subjects watched, from both sides. */

const page = (name: string, query = ''): string => `features/profiles/pages/${name}/index${query}`;

export const profilesShots: Shot[] = [
  { name: 'profiles', caption: '定题服务', shows: page('mine'), as: 'researcher' },
  {
    name: 'profile-finds',
    caption: '定题 · 找到的',
    shows: page('finds'),
    starts: page('finds', '?profileId=profile-silk'),
    as: 'researcher',
  },
  {
    name: 'profile-new',
    caption: '定题 · 从检索来',
    shows: page('edit'),
    starts: page('edit', `?words=${encodeURIComponent('宋代 茶')}&clc=TS97&language=chi`),
    as: 'researcher',
  },
  {
    name: 'profile-edit-empty',
    caption: '定题 · 没填',
    shows: page('edit'),
    as: 'researcher',
    act: (stage: Stage) => stage.tap('保存'),
  },
  { name: 'profile-desk', caption: '定题服务 · 馆员', shows: page('desk'), as: 'librarian', wide: true },
];
