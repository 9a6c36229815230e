import { deskListScreen } from '../../list-screen';
import { fetchLine, inShelfOrder } from '../../lists-view';

Page(deskListScreen('desk.toFetch', (list) => inShelfOrder(list.map(fetchLine))));
