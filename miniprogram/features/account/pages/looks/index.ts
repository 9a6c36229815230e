import { listScreen } from '../../../../lib/list-screen';
import { lookRows } from '../../privacy-view';

Page(listScreen({ action: 'account.looks', input: () => ({}), rows: lookRows }));
