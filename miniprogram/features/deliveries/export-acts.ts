import type { CitationFormat } from '../../../typings/contract';
import { actsOn } from '../../lib/acts';
import { act } from '../../lib/call';

const FORMATS: { id: CitationFormat; name: string }[] = [
  { id: 'gbt7714', name: '参考文献（GB/T 7714）' },
  { id: 'ris', name: 'RIS（NoteExpress、EndNote）' },
  { id: 'bibtex', name: 'BibTeX（LaTeX）' },
];

/** References to take along: they go to the clipboard, from where any program takes them. */
export const exportActs = actsOn<object>()({
  takeAlong: {
    words: '导出题录',
    sheet: () => ({
      note: '已送达的文献写成题录，复制到剪贴板，可以粘贴到论文或文献管理软件。',
      fields: [
        { name: 'format', label: '格式', kind: 'choice', value: 'gbt7714', required: true, choices: FORMATS },
      ],
      confirm: '复制',
    }),
    run: (_facts, { format }) => {
      const chosen = FORMATS.find(({ id }) => id === format) ?? FORMATS[0];
      return act('deliveries.export', { format: chosen?.id ?? 'gbt7714' });
    },
  },
});
