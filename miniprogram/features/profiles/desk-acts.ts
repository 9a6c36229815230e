import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

const text = (name: string, label: string, required = false) => ({
  ...{ name, label, kind: 'text' as const, value: '', required },
});

/** What a librarian does for a reader's subject. */
export const profileDeskActs = actsOn<{ profileId: string; name: string }>()({
  add: {
    words: '加入一篇',
    sheet: ({ name }) => ({
      note: `为“${name}”加入一篇目录里没有的文献，读者马上收到通知。`,
      fields: [
        text('title', '题名', true),
        text('author', '作者'),
        text('within', '刊名或书名'),
        text('year', '年份'),
        {
          ...{ name: 'note', label: '给读者的话', kind: 'lines', value: '' },
          placeholder: '为什么值得看、在哪里看',
        },
      ],
      confirm: '加入并通知',
    }),
    run: ({ profileId }, answers) => {
      const of = (name: string): string => textIn(answers, name);
      const paper = { title: of('title'), author: of('author'), within: of('within'), year: of('year') };
      return act('profileDesk.add', { profileId, paper: { ...paper, note: of('note') } });
    },
    done: () => '已通知读者',
  },
});
