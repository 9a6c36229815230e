import type { Phrase } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { actsOn } from '../../../../lib/acts';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';

const NEW: Phrase = { phraseId: '', title: '', text: '', fields: [] };

const phraseActs = actsOn<Phrase>()({
  save: {
    words: '常用语',
    sheet: ({ phraseId, title, text }) => ({
      heading: phraseId ? '修改常用语' : '新的常用语',
      note: '要临时填的写在大括号里，例如 {书名}。{馆名}{分馆}{馆员}{读者}{开放时间} 会自己填好。',
      fields: [
        { name: 'title', label: '名称', kind: 'text', value: title, required: true, longest: 30 },
        { name: 'text', label: '内容', kind: 'lines', value: text, required: true, longest: 1000 },
      ],
      confirm: '保存',
    }),
    run: ({ phraseId }, { title = '', text = '' }) => act('talkDesk.savePhrase', { phraseId, title, text }),
    done: () => '已保存',
  },
  remove: {
    words: '删除',
    sure: ({ title }) => ({ title: `删除“${title}”？`, yes: '删除', no: '先不' }),
    run: ({ phraseId }) => act('talkDesk.removePhrase', { phraseId }),
    done: () => '已删除',
  },
});

const phrases = loads('talkDesk.phrases', ({ list }) => ({ list }));

/** Canned answers of the library, kept by all who answer. */
Page(
  screen([phrases, acts(phraseActs)], {
    data: { list: none<Phrase>() },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id = '', act: name = 'save' } = dataOf(event);
      const one = this.data.list.find(({ phraseId }) => phraseId === id);
      void this.start(name, one ?? NEW);
    },
    async acted() {
      await this.load();
    },
  }),
);
