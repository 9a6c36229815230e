import { deskListScreen } from '../../list-screen';
import { shelfLine } from '../../lists-view';

Page(deskListScreen('desk.holdShelf', (list, today) => list.map((row) => shelfLine(row, today))));
