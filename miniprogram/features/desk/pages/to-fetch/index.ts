import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { deskList } from '../../desk-list';
import { fetchLine, inShelfOrder } from '../../lists-view';

const copies = deskList('desk.toFetch', ({ list }) => inShelfOrder(list.map(fetchLine)));

Page(screen([wide, copies], {}));
