import type { Column } from '../../../typings/contract';
import { textIn, type AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

interface ColumnFacts {
  columns: readonly Column[];
  /** The one that it is about; -1: a new one. */
  index: number;
}

const text = (name: string, label: string, value: string, placeholder: string): AskField => ({
  ...{ name, label, value, placeholder, kind: 'text' },
});

const fields = ({ columns, index }: ColumnFacts): AskField[] => {
  const { name = '', about = '' } = columns[index] ?? {};
  return [
    { ...text('name', '名称', name, '如 光影，十二字以内'), required: true },
    text('about', '一句介绍', about, '这里写些什么'),
  ];
};

const bare = ({ columnId, name, about }: Column): Column => ({ columnId, name, about });
const save = (columns: readonly Column[]) => act('articleDesk.saveColumns', { columns: columns.map(bare) });

/** Columns are saved together: their order is that of the list. */
export const columnActs = actsOn<ColumnFacts>()({
  column: {
    words: '栏目',
    sheet: (facts) => ({
      heading: facts.index < 0 ? '新栏目' : '修改栏目',
      fields: fields(facts),
      confirm: '保存',
    }),
    run: ({ columns, index }, answers) => {
      const own = { name: textIn(answers, 'name'), about: textIn(answers, 'about') };
      const all = index < 0 ? [...columns, { columnId: '', ...own }] : columns;
      return save(all.map((column, i) => (i === index ? { ...column, ...own } : column)));
    },
    done: () => '已保存',
  },
  removeColumn: {
    words: '删除栏目',
    sure: ({ columns, index }) => ({
      title: `删除栏目“${columns[index]?.name ?? ''}”？`,
      content: '有文章的栏目不能删除；关注它的读者不会再收到提醒。',
      yes: '删除',
      no: '保留',
    }),
    run: ({ columns, index }) => save(columns.filter((_column, i) => i !== index)),
    done: () => '已删除',
  },
});
