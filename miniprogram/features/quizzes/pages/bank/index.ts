import type { Acted } from '../../../../lib/acts';
import { act, type Output } from '../../../../lib/call';
import { fileFromChat, upload } from '../../../../lib/cloud-files';
import { newRequestId } from '../../../../lib/intent';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { bankActs, type BankFacts } from '../../bank-acts';
import { bankRows } from '../../bank-view';

type Topic = Output<'quizDesk.questions'>['topics'][number];

/** The question bank, by topic. */
Page(
  screen([wide, paged('quizDesk.questions', ({ list }) => bankRows(list)), submits(), acts(bankActs)], {
    data: { topics: none<Topic>(), topic: '', retired: false },
    asked() {
      const { topic, retired } = this.data;
      return { retired, ...(topic && { topic }) };
    },
    head({ topics }: Output<'quizDesk.questions'>) {
      return { topics };
    },
    async choose(tap: WechatMiniprogram.TouchEvent) {
      const { topic = '' } = dataOf(tap);
      await this.afresh({ topic: topic === this.data.topic ? '' : topic, retired: false });
    },
    async seeRetired() {
      await this.afresh({ retired: !this.data.retired, topic: '' });
    },
    facts(place = -1): BankFacts {
      const { list, topics, topic } = this.data;
      return { question: list[place]?.question ?? null, topics: topics.map((each) => each.topic), topic };
    },
    begin(tap: WechatMiniprogram.TouchEvent) {
      const { act: id = '', place = '-1' } = dataOf(tap);
      void this.start(id, this.facts(Number(place)));
    },
    async acted(_done: Acted<BankFacts, typeof bankActs>) {
      await this.load();
    },
    async bringIn() {
      const file = await fileFromChat(['csv', 'xlsx', 'txt']);
      if (!file) return;
      const ending = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1]?.toLowerCase() ?? 'csv';
      const fileId = await upload(`questions/${newRequestId()}.${ending}`, file.path);
      if (!fileId) {
        this.missing('没有传上去，请检查网络。');
        return;
      }
      const done = await this.submit('bringIn', '没有导入', () => act('quizDesk.bringIn', { fileId }));
      if (!done) return;
      const known = done.known > 0 ? `，${done.known} 道已有` : '';
      wx.showToast({ title: `新增 ${done.added} 道${known}`, icon: 'none' });
      await this.load();
    },
  }),
);
