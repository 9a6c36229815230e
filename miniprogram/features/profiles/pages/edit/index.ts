import type { ProfileTerms, ProfileWhen, TitleKind } from '../../../../../typings/contract';
import { actsOn } from '../../../../lib/acts';
import { act, type Output } from '../../../../lib/call';
import { kindNames } from '../../../../lib/record-words';
import { acts } from '../../../../lib/screen/acts';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { keepsTyped } from '../../../../lib/screen/keeps-typed';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { offerMessages } from '../../../../lib/subscribe';
import {
  EMPTY,
  formOf,
  isField,
  remarksFrom,
  remarksOn,
  savedOf,
  type ProfileForm,
  type Remarks,
} from '../../profile-form';
import { WHENS, termsWords } from '../../profile-view';
import { profileRoutes } from '../../routes';

const removing = actsOn<{ profileId: string }>()({
  remove: {
    words: '删除这个主题',
    sure: () => ({ title: '删除这个主题？', content: '找到过的也一并删除。', yes: '删除', no: '保留' }),
    run: ({ profileId }) => act('profiles.remove', { profileId }),
    done: () => '已删除',
  },
});

const isKind = (text: string): text is TitleKind => text in kindNames;
const profiles = loads('profiles.mine', undefined, { when: 'opened' });

const begunWith = given('profileId', 'words', 'clc', 'language', 'kind');

Page(
  screen([begunWith, profiles, submits(), keepsTyped(isField), acts(removing)], {
    data: {
      whens: WHENS,
      when: one<ProfileWhen>('weekly'),
      form: EMPTY,
      remarks: one<Remarks>({}),
      /** What a search brought along, and the form does not show as fields. */
      also: '',
      isOpen: true,
    },
    undrawn: () => ({
      typed: EMPTY,
      rest: one<Pick<ProfileTerms, 'languages' | 'kinds'>>({ languages: [], kinds: [] }),
    }),
    shown({ open: isOpen, list }: Output<'profiles.mine'>) {
      const { profileId, words, clc, language, kind } = this.data;
      const before = list.find((each) => each.profileId === profileId);
      const form: ProfileForm = before ? formOf(before) : { ...EMPTY, words, classes: clc };
      const rest = before?.terms ?? {
        languages: language ? [language] : [],
        kinds: isKind(kind) ? [kind] : [],
      };
      this.undrawn.typed = form;
      this.undrawn.rest = { languages: rest.languages, kinds: rest.kinds };
      const also = termsWords({ words: [], authors: [], classes: [], ...this.undrawn.rest });
      return { isOpen, form, also, when: before?.when ?? 'weekly' };
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const chosen = WHENS.find(({ id }) => id === dataOf(event).id);
      if (chosen) this.setData({ when: chosen.id });
    },
    async save() {
      const { profileId, when } = this.data;
      const input = savedOf(this.undrawn.typed, this.undrawn.rest, when);
      const remarks = remarksOn(input);
      this.setData({ remarks });
      if (Object.keys(remarks).length > 0) return;
      if (when !== 'off') await offerMessages(['reference']);
      const saved = await this.submit(
        'save',
        '没有保存',
        () => act('profiles.save', { profileId, ...input }),
        (outcome) => ({ remarks: outcome.kind === 'invalid' ? remarksFrom(outcome.fields) : {} }),
      );
      if (!saved) return;
      wx.showToast({ title: '已保存' });
      if (profileId) wx.navigateBack();
      else wx.redirectTo({ url: profileRoutes.finds(saved.profileId) });
    },
    askRemove() {
      void this.start('remove', { profileId: this.data.profileId });
    },
    acted() {
      wx.navigateBack({ delta: 2 });
    },
  }),
);
