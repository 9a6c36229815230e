import type { DeskAnnouncement } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

export interface AnnouncementFacts {
  announcementId: string;
  version: number;
  /** How many it is for, and whom, as the desk has just been told. */
  readers: number;
  whom: string;
}

/** What is done with an announcement. It goes out after its number was seen, never before. */
export const announcementActs = actsOn<AnnouncementFacts>()({
  send: {
    words: '发出',
    sure: ({ readers, whom }) => ({
      title: `发给 ${readers} 位读者？`,
      content: `${whom}。发出后会留在每位读者的消息里；发错了可以撤回。`,
      yes: '发出',
      no: '再看看',
    }),
    run: ({ announcementId, version, readers }) =>
      act('announcementDesk.send', { announcementId, version, readers }),
    done: ({ state }: DeskAnnouncement) => (state === 'scheduled' ? '到时自动发出' : '正在发出'),
  },
  withdraw: {
    words: '撤回',
    sure: () => ({
      title: '撤回这条通知？',
      content: '还没发的不再发；已在消息里的会改为“已撤回”。',
      yes: '撤回',
      no: '不撤回',
    }),
    run: ({ announcementId }) => act('announcementDesk.withdraw', { announcementId }),
    done: () => '已撤回',
  },
  remove: {
    words: '删除草稿',
    sure: () => ({ title: '删除这份草稿？', content: '删除后不能恢复。', yes: '删除', no: '保留' }),
    run: ({ announcementId }) => act('announcementDesk.remove', { announcementId }),
    done: () => '已删除',
  },
});
