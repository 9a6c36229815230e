import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import type { RefusalLine } from '../../../../lib/refusals';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { cardSheet } from '../../../../lib/screen/card-sheet';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { knownOrAskedMe, libraryToday } from '../../../../lib/session';
import { quizActs, type QuizFacts } from '../../quiz-acts';
import { quizView, type QuizView } from '../../quiz-view';

/** A quiz before, between and after: what it is, how to begin, what came out. */
Page(
  screen([given('eventId'), loads('quizzes.show', quizView), acts(quizActs), cardSheet], {
    data: {
      title: '',
      about: none<string>(),
      facts: none<QuizView['facts'][number]>(),
      topics: none<string>(),
      rules: none<string>(),
      because: none<RefusalLine>(),
      primary: one<QuizView['primary']>({ kind: 'none', text: '', note: '' }),
      name: '',
      named: false,
      took: false,
      result: one<QuizView['result']>(null),
      explained: none<QuizView['explained'][number]>(),
      sheet: one<'' | 'card'>(''),
    },
    asked() {
      return { eventId: this.data.eventId };
    },
    onShareAppMessage() {
      return { title: this.data.title || '知识竞答', path: routes.quiz(this.data.eventId) };
    },
    async primary() {
      const { eventId, primary } = this.data;
      if (primary.kind === 'start') await this.begin();
      else if (primary.kind === 'resume') open(routes.quizPaper(eventId));
      else if (primary.kind === 'ranking') open(routes.quizRanking(eventId));
      else if (primary.kind === 'register') open(routes.event(eventId));
    },
    /** Whoever has no card is told so before anything is asked. */
    async begin() {
      const { eventId, facts, name } = this.data;
      const me = await knownOrAskedMe();
      if (me && !me.reader) this.setData({ sheet: 'card' });
      else await this.start('begin', { eventId, minutes: Number(facts[1]?.value ?? 0), name });
    },
    acted({ value }: Acted<QuizFacts, typeof quizActs>) {
      this.setData({ ...quizView(value, libraryToday()) });
      if (value.state === 'running') open(routes.quizPaper(value.eventId));
    },
    async turnNamed() {
      const { eventId, named } = this.data;
      const done = await this.does('named', () => act('quizzes.setNamed', { eventId, named: !named }));
      if (done) this.setData({ named: done.named });
    },
    seeRanking() {
      open(routes.quizRanking(this.data.eventId));
    },
  }),
);
