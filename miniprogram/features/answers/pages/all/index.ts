import type { AnswerCard } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';

const answers = paged('answers.browse', ({ list }): AnswerCard[] => list, { keep: true, when: 'opened' });

/** By subject, most asked first; while somebody types, what is nearest to it. */
Page(
  screen([wide, answers], {
    data: { subjects: none<{ subject: string; answers: number }>(), subject: '', typed: '' },
    onShareAppMessage() {
      return { title: '图书馆常见问题', path: routes.answers };
    },
    asked() {
      const { subject } = this.data;
      return subject ? { subject } : {};
    },
    head({ subjects }: Output<'answers.browse'>) {
      return { subjects };
    },
    type(event: WechatMiniprogram.Input) {
      this.setData({ typed: event.detail.value });
    },
    clear() {
      this.setData({ typed: '' });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { subject = '' } = dataOf(event);
      void this.afresh({ subject: subject === this.data.subject ? '' : subject });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(routes.answer(dataOf(event).id ?? ''));
    },
    askLibrarian() {
      open(routes.askLibrarian());
    },
  }),
);
