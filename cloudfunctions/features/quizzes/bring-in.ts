import * as v from 'valibot';
import { questionsOf, type NewQuestion, type QuestionRow } from '../../community/question-rows';
import { sha256 } from '../../community/tickets';
import { sourceOfBytes } from '../../exchange/bytes';
import { rowsAtHead } from '../../exchange/read';
import { Unreadable } from '../../exchange/unreadable';
import type { QuizQuestionDocument } from '../../documents';
import type { StaffContext } from '../../kernel/context';
import { NoSuchFile } from '../../kernel/files';
import { writing } from '../../kernel/operation';
import { refuse } from '../../kernel/refusal';

/** Written in one transaction: a list of which one line is wrong adds nothing. */
const MOST = 100;

const anUpload = v.pipe(
  v.string(),
  v.maxLength(300, '文件编号太长'),
  v.regex(/^cloud:\/\/[\w.-]+\/questions\/[\w-]+\.[a-z0-9]{1,8}$/i, '请重新选择文件'),
);

/** Questions of a table. Brought in twice they stand there once: they are known by topic and text. */
export const bringIn = writing('quizDesk.bringIn', {
  role: 'events',
  schema: v.strictObject({ fileId: anUpload }),
  prepare: async (context, { fileId }) => {
    const rows = await rowsOf(context, fileId);
    if (!rows) return refuse({ code: 'import_not_readable' });
    if (rows.length > MOST + 1) return refuse({ code: 'questions_too_many', most: MOST });
    const read = questionsOf(rows);
    if ('faults' in read) return refuse({ code: 'questions_wrong', faults: read.faults.slice(0, 20) });
    return read.questions.length > 0 ? read.questions : refuse({ code: 'questions_none' });
  },
  run: async (context, _input, transaction, found) => {
    const all = new Map(found.map((question) => [idOf(question), question]));
    let added = 0;
    for (const [_id, question] of all) {
      if (await transaction.get('quizQuestions', _id)) continue;
      await transaction.put('quizQuestions', stored(context, _id, question));
      added++;
    }
    return {
      value: { added, known: found.length - added },
      log: { outcome: `导入题目：新增 ${added} 道` },
    };
  },
  afterwards: async ({ files }, { fileId }) => files.remove([fileId]),
});

const idOf = ({ topic, text }: NewQuestion): string => `q-${sha256(`${topic}\n${text}`).slice(0, 24)}`;

const stored = ({ now, staff }: StaffContext, _id: string, question: NewQuestion): QuizQuestionDocument => ({
  _id,
  ...question,
  retired: false,
  changedAt: now,
  by: staff.name,
});

/** CSV or Excel, told by the file itself; undefined: it is neither, or gone. */
const rowsOf = async ({ files }: StaffContext, fileId: string): Promise<QuestionRow[] | undefined> => {
  try {
    const source = sourceOfBytes(await files.download(fileId));
    const rows = await rowsAtHead(source, {}, MOST + 2);
    return rows.map((cells, n) => ({ line: n + 1, cells }));
  } catch (error) {
    if (error instanceof Unreadable || error instanceof NoSuchFile) return undefined;
    throw error;
  }
};
