import { operationsOf } from '../../kernel/operation';
import { fromTalk, gaps, get, list } from './desk-lists';
import { review, save, show as showAgain } from './editing';
import { helped } from './helping';
import { browse, show, suggest } from './reading';

export const answers = operationsOf('answers', [suggest, show, browse, helped]);

export const answerDesk = operationsOf('answerDesk', [list, gaps, get, save, fromTalk, review, showAgain]);
