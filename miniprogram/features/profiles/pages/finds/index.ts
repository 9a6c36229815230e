import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { findRows, profileRow } from '../../profile-view';
import { profileRoutes } from '../../routes';

const finds = paged('profiles.finds', ({ list }, today) => findRows(list, today));

Page(
  screen([wide, given('profileId'), finds], {
    data: { name: '', terms: '', facts: '' },
    asked() {
      return { profileId: this.data.profileId };
    },
    head({ profile }: Output<'profiles.finds'>, today: string) {
      const { name, terms, facts } = profileRow(profile, today);
      return { name, terms, facts };
    },
    /** A title of the catalogue has its page; a paper by hand is asked for. */
    openOne(event: WechatMiniprogram.TouchEvent) {
      const { id = '', title = '' } = dataOf(event);
      open(id ? routes.title(id) : routes.askDelivery({ title, kind: 'article' }));
    },
    edit() {
      open(profileRoutes.edit(this.data.profileId));
    },
  }),
);
