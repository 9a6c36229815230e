import { open, routes } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { profileRow } from '../../profile-view';
import { profileRoutes } from '../../routes';

const profiles = loads('profiles.mine', ({ open: isOpen, most, list }, today) => ({
  isOpen,
  mayAdd: isOpen && list.length < most,
  list: list.map((profile) => profileRow(profile, today)),
}));

Page(
  screen([wide, profiles], {
    data: { list: none<ReturnType<typeof profileRow>>() },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(profileRoutes.finds(dataOf(event).id ?? ''));
    },
    begin() {
      open(routes.watchSubject());
    },
  }),
);
