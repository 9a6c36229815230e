import type { InterestWordForDesk } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

/** Between commas and spaces, of either script. */
const listed = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

/** A word for readers, new or known, with what it leads to. */
export const wordActs = actsOn<InterestWordForDesk | null>()({
  save: {
    words: '保存',
    sheet: (known) => ({
      heading: known ? `“${known.name}”` : '新增兴趣词',
      note: '类号按开头匹配，如 I247 包括 I247.5；主题词与书目里的写法一致。',
      fields: [
        {
          name: 'name',
          label: '读者看到的词',
          kind: 'text',
          value: known?.name ?? '',
          required: true,
          placeholder: '如 科幻',
        },
        {
          name: 'classes',
          label: '中图法类号',
          kind: 'text',
          value: known?.classes.join(' ') ?? '',
          placeholder: '如 I247 J228，空格隔开',
        },
        {
          name: 'subjects',
          label: '主题词',
          kind: 'text',
          value: known?.subjects.join(' ') ?? '',
          placeholder: '如 科学幻想小说',
        },
        { name: 'shown', label: '给读者选', kind: 'switch', value: known?.shown === false ? '' : 'yes' },
      ],
    }),
    run: (known, { name = '', classes = '', subjects = '', shown = '' }) =>
      act('interestDesk.save', {
        ...(known && { interestId: known.interestId }),
        name: name.trim(),
        classes: listed(classes),
        subjects: listed(subjects),
        shown: shown === 'yes',
      }),
    done: ({ titles }: InterestWordForDesk) => `对应 ${titles} 种书`,
  },
});
