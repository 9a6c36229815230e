import type { DeskArticle } from '../../../typings/contract';
import { textIn } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act, ask } from '../../lib/call';
import { moment } from '../../lib/dates';
import { libraryToday } from '../../lib/session';

export interface ArticleFacts {
  articleId: string;
  version: number;
  shown: boolean;
  wasTold: boolean;
}

const timeIn = (typed: string): string | null =>
  /^([01]?\d|2[0-3])[:：][0-5]\d$/.test(typed) ? typed.replace('：', ':') : null;

const sureToRemove = () => ({
  title: '删除这篇草稿？',
  content: '读者没有看过它，删除后不能恢复。',
  ...{ yes: '删除', no: '保留' },
});

/** What is done with an article that stands at the desk. */
export const articleActs = actsOn<ArticleFacts>()({
  publish: {
    words: '发布',
    sheet: ({ wasTold }) => ({
      note: '留空日期就是现在发布；定了时间，到时自动出现。',
      fields: [
        { name: 'day', label: '日期', kind: 'date', value: '', start: libraryToday() },
        { name: 'time', label: '时间', kind: 'text', value: '', placeholder: '19:00' },
        ...(wasTold
          ? []
          : [
              {
                ...{ name: 'tell', label: '通知关注栏目的读者', kind: 'switch' as const, value: 'yes' },
                hint: '每篇只通知一次，合在每天一条里',
              },
            ]),
      ],
      confirm: '发布',
    }),
    wrong: (answers) =>
      textIn(answers, 'day') && !timeIn(textIn(answers, 'time'))
        ? { code: 'time', text: '时间写成 19:00 这样。' }
        : undefined,
    run: ({ articleId, version }, answers) => {
      const day = textIn(answers, 'day');
      const time = (timeIn(textIn(answers, 'time')) ?? '').padStart(5, '0');
      const publishAt = day ? new Date(`${day}T${time}:00+08:00`).toISOString() : null;
      return act('articleDesk.publish', { articleId, version, publishAt, tell: answers['tell'] === 'yes' });
    },
    done: ({ state }: DeskArticle) => (state === 'scheduled' ? '到时自动发布' : '已发布'),
  },
  flip: {
    words: '对读者显示',
    run: ({ articleId, shown }) => act('articleDesk.show', { articleId, shown: !shown }),
    done: ({ state }: DeskArticle) => (state === 'hidden' ? '已撤下' : '读者又能看到了'),
  },
  restore: {
    words: '恢复以前的版本',
    sheet: async ({ articleId }) => {
      const outcome = await ask('articleDesk.printings', { articleId });
      const list = outcome.kind === 'value' ? outcome.value.list : [];
      return {
        note: '选的那一版会成为草稿，发布后读者才看到。',
        fields: [
          {
            ...{ name: 'printing', label: '版本', kind: 'choice' as const, value: '', required: true },
            choices: list.map(({ printing, at, by }) => ({
              id: String(printing),
              name: `第 ${printing} 版 · ${moment(at, libraryToday())} · ${by}`,
            })),
          },
        ],
        confirm: '恢复为草稿',
      };
    },
    run: ({ articleId, version }, answers) =>
      act('articleDesk.restore', { articleId, version, printing: Number(textIn(answers, 'printing')) }),
    done: () => '已恢复为草稿',
  },
  remove: {
    words: '删除草稿',
    sure: sureToRemove,
    run: ({ articleId }) => act('articleDesk.remove', { articleId }),
    done: () => '已删除',
  },
});
