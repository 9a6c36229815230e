import type { TalkContext, TalkSkill } from '../../../../../typings/contract';
import { act, type Outcome, type Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { contextWords, hoursWords, SKILLS } from '../../talk-view';

const hours = loads(
  'talks.mine',
  (value) => ({
    hours: hoursWords(value.hours),
    deliversDocuments: value.deliversDocuments,
  }),
  { when: 'opened' },
);

Page(
  screen([given('titleId', 'title', 'search', 'words'), hours, submits()], {
    data: {
      skills: SKILLS,
      skill: one<TalkSkill>('general'),
      text: '',
      context: '',
      empty: false,
    },
    onReady() {
      const context = this.from();
      this.setData({ context: contextWords(context ?? null), skill: context ? 'research' : 'general' });
    },
    /** One talk at a time: who has one open goes on there. */
    loaded(outcome: Outcome<Output<'talks.mine'>>) {
      if (outcome.kind === 'value' && outcome.value.openTalkId) this.goOn(outcome.value.openTalkId);
    },
    goOn(talkId: string) {
      wx.redirectTo({ url: routes.talk(talkId) });
    },
    from(): TalkContext | undefined {
      const { titleId, title, search, words } = this.data;
      if (titleId) return { kind: 'title', titleId, title: title || titleId };
      if (search) return { kind: 'search', text: search.slice(0, 100) };
      return words ? { kind: 'page', words: words.slice(0, 60) } : undefined;
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = SKILLS.find(({ id }) => id === dataOf(event).id);
      if (chosen) this.setData({ skill: chosen.id });
    },
    type(event: Said<{ value: string }>) {
      this.setData({ text: event.detail.value, empty: false });
    },
    async send() {
      const text = this.data.text.trim();
      if (!text) {
        this.setData({ empty: true });
        return;
      }
      const context = this.from();
      const { skill } = this.data;
      let openTalkId = '';
      const talk = await this.submit(
        'send',
        '没有发出',
        () => act('talks.open', { text, skill, ...(context && { context }) }),
        (outcome) => {
          for (const refusal of outcome.kind === 'refused' ? outcome.refusals : [])
            if (refusal.code === 'talk_open') openTalkId = refusal.talkId;
          return {};
        },
      );
      if (talk ?? openTalkId) this.goOn(talk?.talkId ?? openTalkId);
    },
    /** What is not in the catalogue may be had from elsewhere. */
    askElsewhere() {
      open(routes.askDelivery({ title: this.data.search }));
    },
    apply() {
      open(routes.apply);
    },
  }),
);
