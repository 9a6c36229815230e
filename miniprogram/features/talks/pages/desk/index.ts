import type { DeskTalkRow, MediaKind, TalkSkill } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { follows } from '../../../../lib/screen/follows';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { answerPage, phrasesPage } from '../../routes';
import { skillActs } from '../../skill-acts';
import { deskRows, type DeskRow } from '../../queue-view';
import { skillName } from '../../talk-view';

const queueView = ({ here, skills, waiting, talking, left, colleagues }: Output<'talkDesk.queue'>) => {
  const now = Date.now();
  const [forMe, forOthers] = [true, false].map((own) => waiting.filter((row) => row.forMe === own));
  const isMine = (row: DeskTalkRow): boolean => row.mine || row.invited;
  const [mine, others] = [true, false].map((own) => talking.filter((row) => isMine(row) === own));
  return {
    here,
    skills,
    skillWords: skills.length > 0 ? skills.map(skillName).join('、') : '各类都接',
    parts: [
      { id: 'mine', heading: '我在接待', rows: deskRows(mine ?? [], now), none: '' },
      { id: 'waiting', heading: '排队', rows: deskRows(forMe ?? [], now), none: '没有人在等' },
      { id: 'elsewhere', heading: '排队，别的同事擅长', rows: deskRows(forOthers ?? [], now), none: '' },
      { id: 'left', heading: '留言', rows: deskRows(left, now), none: '没有未答的留言' },
      { id: 'others', heading: '同事在接待', rows: deskRows(others ?? [], now), none: '' },
    ].filter(({ rows, none: words }) => rows.length > 0 || words !== ''),
    colleagues:
      colleagues.length > 0
        ? `在线：${colleagues.map(({ name, talks }) => (talks > 0 ? `${name}（${talks}）` : name)).join('、')}`
        : '没有别的同事在线',
  };
};

const queue = loads('talkDesk.queue', queueView);

Page(
  screen([wide, queue, follows({ quickest: 5_000, bells: ['desk'] }), acts(skillActs)], {
    data: {
      here: false,
      colleagues: '',
      skills: none<TalkSkill>(),
      skillWords: '',
      toJudge: none<{ mediaId: string; usedBy: string; kind: MediaKind }>(),
      parts: none<{ id: string; heading: string; rows: DeskRow[]; none: string }>(),
    },
    /** What WeChat was unsure of, wherever it stands: somebody has to look. */
    async loaded() {
      const outcome = await ask('mediaDesk.waiting', {});
      if (outcome.kind !== 'value') return;
      const inTalks = outcome.value.list.filter(({ purpose }) => purpose === 'talk');
      this.setData({ toJudge: inTalks.map(({ mediaId, usedBy, kind }) => ({ mediaId, usedBy, kind })) });
    },
    async look() {
      const outcome = await ask('talkDesk.queue', {});
      if (outcome.kind !== 'value') return false;
      const before = JSON.stringify(this.data.parts.map(({ rows }) => rows.map(({ talkId }) => talkId)));
      const view = queueView(outcome.value);
      this.setData(view);
      return before !== JSON.stringify(view.parts.map(({ rows }) => rows.map(({ talkId }) => talkId)));
    },
    async toggleHere() {
      const here = !this.data.here;
      const done = await this.does('here', () => act('talkDesk.come', { here }), here ? '已上线' : '已离开');
      if (done) await this.lookSoon();
    },
    chooseSkills() {
      const { here, skills } = this.data;
      void this.start('skills', { here, skills });
    },
    openPhrases() {
      open(phrasesPage);
    },
    async acted() {
      await this.lookSoon();
    },
    openTalk(event: WechatMiniprogram.TouchEvent) {
      open(answerPage(dataOf(event).id ?? ''));
    },
  }),
);
