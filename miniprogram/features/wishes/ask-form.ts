/** What a reader types of a book. */
export interface WishForm {
  title: string;
  author: string;
  isbn: string;
  why: string;
}
export const EMPTY: WishForm = { title: '', author: '', isbn: '', why: '' };

export const isField = (name: string | undefined): name is keyof WishForm =>
  name !== undefined && name in EMPTY;

export type Remarks = Partial<Record<keyof WishForm, string>>;

/** What is missing, told at its field: the library knows a book by its ISBN, or by title and author. */
export const remarksOn = ({ title, author, isbn }: WishForm): Remarks => ({
  ...(title ? {} : { title: '请填写书名' }),
  ...(author || isbn ? {} : { author: '请填写作者，或填 ISBN' }),
});

/** Without the blanks around it. */
export const cleaned = (form: WishForm): WishForm => ({
  title: form.title.trim(),
  author: form.author.trim(),
  isbn: form.isbn.trim(),
  why: form.why.trim(),
});
