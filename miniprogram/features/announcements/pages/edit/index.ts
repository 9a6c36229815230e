import type { Acted } from '../../../../lib/acts';
import { act, ask, type Outcome, type Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { gathers } from '../../../../lib/screen/gathers';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { announcementActs, type AnnouncementFacts } from '../../announcement-acts';
import { announcementRow, reachRows, type AnnouncementRow } from '../../announcement-view';
import { EMPTY, audienceOf, formOf, wordsOf, type AnnouncementForm } from '../../form';

type Choices = Output<'announcementDesk.choices'>;
interface Gathered {
  choices: Choices;
  one: Output<'announcementDesk.get'> | null;
}

/** Taps and keys of one choice: the number is asked for when they have come to rest. */
const REST_MS = 400;
const LISTS = ['branchIds', 'interests', 'categories'] as const;
type Chosen = { id: string; name: string; on: boolean };

/** One announcement: written and sent, or what became of it. */
Page(
  screen([wide, given('announcementId'), gathers<Gathered>('opened'), submits(), acts(announcementActs)], {
    data: {
      form: EMPTY,
      lists: { branchIds: none<Chosen>(), interests: none<Chosen>(), categories: none<Chosen>() },
      events: none<{ id: string; name: string }>(),
      eventIndex: 0,
      today: '',
      version: 0,
      row: maybe<AnnouncementRow>(),
      isDraft: true,
      reach: none<ReturnType<typeof reachRows>[number]>(),
      whom: '',
      readers: one<number>(-1),
    },
    undrawn: () => ({ typed: EMPTY, timer: maybe<ReturnType<typeof setTimeout>>(), turn: 0 }),
    onUnload() {
      if (this.undrawn.timer) clearTimeout(this.undrawn.timer);
    },
    async gather(): Promise<Outcome<Gathered>> {
      const { announcementId } = this.data;
      const [choices, found] = await Promise.all([
        ask('announcementDesk.choices', {}),
        announcementId ? ask('announcementDesk.get', { announcementId }) : null,
      ]);
      if (choices.kind !== 'value') return choices;
      if (found && found.kind !== 'value') return found;
      return { ...choices, value: { choices: choices.value, one: found?.value ?? null } };
    },
    shown({ choices, one: found }: Gathered) {
      const form = found ? formOf(found) : this.undrawn.typed;
      this.undrawn.typed = form;
      void this.countSoon();
      const events = [{ id: '', name: '不限' }, ...choices.events];
      return {
        form,
        events,
        ...this.marked(form, choices),
        today: libraryToday(),
        eventIndex: Math.max(
          0,
          events.findIndex(({ id }) => id === form.eventId),
        ),
        version: found?.version ?? 0,
        isDraft: !found || found.state === 'draft',
        row: found ? announcementRow(found, libraryToday()) : null,
        reach: found ? reachRows(found.delivery) : [],
        whom: found?.audienceWords ?? '',
      };
    },
    marked(form: AnnouncementForm, { branches, interests, categories }: Omit<Choices, 'events'>) {
      const of = (all: Choices['branches'], ids: string[]): Chosen[] =>
        all.map(({ id, name }) => ({ id, name, on: ids.includes(id) }));
      return {
        lists: {
          branchIds: of(branches, form.branchIds),
          interests: of(interests, form.interests),
          categories: of(categories, form.categories),
        },
      };
    },
    type(event: WechatMiniprogram.Input) {
      const { name = '' } = dataOf(event);
      this.undrawn.typed = { ...this.undrawn.typed, [name]: event.detail.value };
      if (name === 'minAge' || name === 'maxAge') this.countSoon();
    },
    flip(event: WechatMiniprogram.TouchEvent) {
      const { name } = dataOf(event);
      if (name !== 'urgent' && name !== 'everybody') return;
      this.choose({ [name]: !this.undrawn.typed[name] });
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const { list, id = '', index } = dataOf(event);
      const name = LISTS.find((each) => each === list);
      if (!name) return;
      const before = this.undrawn.typed[name];
      const on = !before.includes(id);
      this.choose({ [name]: on ? [...before, id] : before.filter((each) => each !== id) });
      this.setData({ [`lists.${name}[${index}].on`]: on });
    },
    pick(event: WechatMiniprogram.PickerChange) {
      const { name = '' } = dataOf(event);
      this.choose({ [name]: String(event.detail.value) });
    },
    pickEvent(event: WechatMiniprogram.PickerChange) {
      const eventIndex = Number(event.detail.value);
      this.setData({ eventIndex });
      this.choose({ eventId: this.data.events[eventIndex]?.id ?? '' });
    },
    noDay() {
      this.choose({ day: '' });
    },
    choose(changed: Partial<AnnouncementForm>) {
      this.undrawn.typed = { ...this.undrawn.typed, ...changed };
      for (const [name, value] of Object.entries(changed)) this.setData({ [`form.${name}`]: value });
      this.countSoon();
    },
    countSoon() {
      if (this.undrawn.timer) clearTimeout(this.undrawn.timer);
      this.undrawn.timer = setTimeout(() => void this.count(), REST_MS);
    },
    /** How many that is now, -1: not known; an answer that is late for what was chosen since is not shown. */
    async count() {
      const turn = ++this.undrawn.turn;
      const outcome = await ask('announcementDesk.count', { audience: audienceOf(this.undrawn.typed) });
      const counted = outcome.kind === 'value' ? outcome.value : { readers: -1, words: this.data.whom };
      if (turn === this.undrawn.turn) this.setData({ readers: counted.readers, whom: counted.words });
      return counted;
    },
    async save(): Promise<boolean> {
      const { announcementId, version } = this.data;
      const input = { announcementId, version, ...wordsOf(this.undrawn.typed) };
      const saved = await this.submit('save', '没有保存', () => act('announcementDesk.save', input));
      if (!saved) return false;
      this.setData({ announcementId: saved.announcementId, version: saved.version });
      return true;
    },
    async saveDraft() {
      if (await this.save()) wx.showToast({ title: '已存为草稿', icon: 'none' });
    },
    /** Saved and counted anew: the number that is agreed to is the one that it goes to. */
    async sendIt() {
      if (!(await this.save())) return;
      const { readers, words } = await this.count();
      if (readers < 1) {
        this.missing(readers === 0 ? `${words}：现在没有符合条件的读者。` : '人数没有查到，请再试一次。');
        return;
      }
      await this.start('send', { ...this.facts(), readers, whom: words });
    },
    facts(): AnnouncementFacts {
      const { announcementId, version, readers, whom } = this.data;
      return { announcementId, version, readers, whom };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      void this.start(dataOf(event).act ?? '', this.facts());
    },
    async acted({ id }: Acted<AnnouncementFacts, typeof announcementActs>) {
      if (id === 'remove') wx.navigateBack();
      else await this.load();
    },
  }),
);
