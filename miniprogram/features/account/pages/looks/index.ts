import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { lookRows } from '../../privacy-view';

const looks = paged('account.looks', ({ list }, today) => lookRows(list, today), { keep: true });

Page(screen([looks], {}));
