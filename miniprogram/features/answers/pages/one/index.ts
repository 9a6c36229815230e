import { act, type Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { one } from '../../../../lib/screen/empty';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';

const answer = loads('answers.show', (it) => ({ it: answerView(it) }), { keep: true, when: 'opened' });

function answerView({ question, text, links }: Output<'answers.show'>) {
  return { question, paragraphs: text.split('\n').filter((line) => line !== ''), links };
}

Page(
  screen([wide, given('answerId', 'words'), answer], {
    data: { said: one<'' | 'yes' | 'no'>('') },
    onShareAppMessage() {
      const { it, answerId } = this.data;
      return { title: it?.question ?? '图书馆常见问题', path: routes.answer(answerId) };
    },
    asked() {
      return { answerId: this.data.answerId };
    },
    /** A tap that is lost is no harm: it is counted, and nothing waits for it. */
    say(event: WechatMiniprogram.TouchEvent) {
      if (this.data.said !== '') return;
      const helped = dataOf(event).helped === 'yes';
      this.setData({ said: helped ? 'yes' : 'no' });
      void act('answers.helped', { answerId: this.data.answerId, text: '', helped });
    },
    follow(event: WechatMiniprogram.TouchEvent) {
      open(dataOf(event).page ?? '');
    },
    askLibrarian() {
      const { it, words } = this.data;
      open(routes.askLibrarian({ search: words || (it?.question ?? '') }));
    },
  }),
);
